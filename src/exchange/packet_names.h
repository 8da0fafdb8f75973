#pragma once

#include "exchange/packet_cover.h"
#include "stead/edits.h"
#include "stead/packet.h"

#include <map>
#include <string>
#include <vector>

namespace stead {

/// Who in the book of the receiver is who in a packet.
class PacketNames {
 public:
  /// `known`: those who are there already, by the packet's handles. Whoever else is in the packet
  /// is put into `edits`, with a handle and the name.
  PacketNames(const Packet& packet, Edits& edits, const std::map<std::string, std::string>& known);

  /// The handle here for one of the packet's; empty for none. `me` is no handle of a packet's, and
  /// whom it is for is `me`.
  std::string here(const std::string& handle) const;
  /// The same of several, each once.
  std::vector<std::string> here(const std::vector<std::string>& handles) const;

  /// Did a contact, by the handle here, come with this packet?
  bool is_new(const std::string& id) const { return new_.contains(id); }

 private:
  std::string receiver_;
  std::map<std::string, std::string> handles_;
  Handles new_;
};

}  // namespace stead
