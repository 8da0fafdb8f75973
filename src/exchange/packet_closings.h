#pragma once

#include "exchange/packet_cover.h"
#include "stead/edits.h"
#include "stead/packet.h"

#include <cstddef>
#include <string>

namespace stead {

/// Closes promises that their owner has closed since they were handed over.
class PacketClosings {
 public:
  /// `sender` is the contact who is the owner; `theirs` are the contacts that came from them.
  PacketClosings(Edits& edits, std::string sender, Handles theirs);

  /// Returns how many promises changed. One that is not here, or closed here, is nothing to do.
  std::size_t close(const PacketClosed& closed);

 private:
  std::size_t end_series(const Promise& kept, const PacketClosed& closed);
  bool is_handed_over(const Promise& promise) const;

  Edits& edits_;
  std::string sender_;
  Handles theirs_;
};

}  // namespace stead
