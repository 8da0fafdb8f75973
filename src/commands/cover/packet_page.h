#pragma once

#include "stead/book.h"
#include "stead/document.h"
#include "stead/packet.h"

#include <cstddef>
#include <string>
#include <vector>

namespace stead {

/// Where a name stands in a sentence, it has at most so many columns.
inline constexpr std::size_t kShortName = 60;

/// `from Mon 2026-08-10 to Fri 2026-08-21 and on Mon 2026-08-24`.
std::string all_during(const std::vector<Period>& periods);

/// What is in a packet, for somebody who is to say yes to it: who sent it, for which days and
/// clients, and what comes with them. `book` is the receiver's, as it is before.
Document packet_page(const Packet& packet, const PacketSummary& summary, const Book& book);

}  // namespace stead
