#pragma once

#include "stead/handoff.h"
#include "stead/packet.h"

namespace stead {

/// The records of a handoff, each once, as far as they are of clients of the owner of the book; and
/// what became of those that an earlier packet may have brought.
PacketContents contents_of(const Book& book, const Handoff& handoff);

}  // namespace stead
