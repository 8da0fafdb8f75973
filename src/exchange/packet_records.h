#pragma once

#include "exchange/client_tally.h"
#include "exchange/packet_cover.h"
#include "exchange/packet_names.h"
#include "exchange/packet_series.h"
#include "stead/edits.h"
#include "stead/packet.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Throws Error (usage) that names a record of a packet, and why it is refused.
[[noreturn]] void refuse_record(std::string_view noun, const std::string& id, std::string_view why);

/// `Mia Berg: title stays in your book as it is`; nothing where no field differs.
void note_differences(PacketSummary& summary, const std::string& what,
                      const std::vector<std::string>& fields);

/// Takes in the promises and interactions of a packet, whose contacts are in already.
class PacketRecords {
 public:
  /// All of these have to outlive it. `concerned` are those, by their handles here, whom a record
  /// may be about.
  PacketRecords(const Packet& packet, Edits& edits, const PacketNames& names,
                const Handles& concerned, ClientTally& tally, PacketSummary& summary);

  /// Throws Error (usage) where a record is none of what was handed over.
  void take(const Promise& theirs);
  void take(const Interaction& theirs);

 private:
  bool concerns(const Promise& promise) const;
  bool concerns(const Interaction& interaction) const;
  bool is_same(const Promise& a, const Promise& b) const;
  bool is_of_ended_series(const Promise& promise);
  Promise here(const Promise& theirs);
  void change(Promise known, const Promise& promise, const std::string& done_by);

  const Packet& packet_;
  Edits& edits_;
  const Book& book_;
  const PacketNames& names_;
  const Handles& concerned_;
  ClientTally& tally_;
  PacketSummary& summary_;
  PacketSeries series_;
  std::map<std::string, std::string> ids_;  ///< Of promises: those here by the packet's.
};

}  // namespace stead
