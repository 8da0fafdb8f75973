#pragma once

#include "stead/edits.h"
#include "stead/packet.h"

#include <map>
#include <string>
#include <vector>

namespace stead {

/// The clients that a packet is about, and how much was done for each.
class ClientTally {
 public:
  /// `edits` has to outlive it, and to have all contacts before anything is counted.
  explicit ClientTally(const Edits& edits) : edits_(edits) {}

  /// One more client, unless it is there: two of a packet may be one in the book.
  void add(PacketClient client);

  void count(const Promise& promise);
  void count(const Interaction& interaction);

  std::vector<PacketClient> take() { return std::move(clients_); }

 private:
  void count_for(const std::vector<std::string>& handles);
  const std::string& org_of(const std::string& handle);

  const Edits& edits_;
  std::vector<PacketClient> clients_;
  std::map<std::string, std::size_t> places_;  ///< By handle.
  std::map<std::string, std::string> orgs_;    ///< Where somebody works, as it was asked.
};

}  // namespace stead
