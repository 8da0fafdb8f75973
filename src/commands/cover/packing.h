#pragma once

#include "cli/command.h"
#include "stead/handoff.h"
#include "stead/packet.h"

#include <string>
#include <vector>

namespace stead {

/// Makes a packet of a handoff, and the file that it goes to; `-` is standard output. The book has
/// a name, or gets one by an edit. Where none of the clients is its owner's, the packet takes back
/// what an earlier one gave.
void pack(Session& session, const Handoff& handoff, const std::string& file);

/// Whoever is named among those whose clients came in packets; the only one where nobody is named.
/// Throws Error (usage) where there is none, or are several.
PacketOwner owner_named(Session& session, const std::string& who);

/// What goes back to whom.
struct GivenBack {
  PacketOwner owner;
  Period period;
  std::string earlier;  ///< How that goes back which was done before the period, if anything was.
};

/// Makes the packet that goes back, likewise, and says what is not in it.
void pack_back(Session& session, const GivenBack& back, const std::string& file);

}  // namespace stead
