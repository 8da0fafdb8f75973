#include "exchange/client_tally.h"

#include <set>
#include <utility>

namespace stead {

void ClientTally::add(PacketClient client) {
  const bool is_new = places_.emplace(client.handle, clients_.size()).second;
  if (is_new) clients_.push_back(std::move(client));
}

void ClientTally::count(const Promise& promise) {
  count_for({promise.other_side(), promise.for_whom});
}

void ClientTally::count(const Interaction& interaction) {
  std::vector<std::string> all = interaction.with;
  all.push_back(interaction.for_client);
  count_for(all);
}

/// Whose matter something was: that of the clients who are named, and of those for whom somebody
/// works who is.
void ClientTally::count_for(const std::vector<std::string>& handles) {
  std::set<std::size_t> found;
  for (const std::string& handle : handles) {
    for (const std::string& each : {handle, org_of(handle)}) {
      const auto client = places_.find(each);
      if (client != places_.end()) found.insert(client->second);
    }
  }
  for (const std::size_t place : found) ++clients_[place].done;
}

const std::string& ClientTally::org_of(const std::string& handle) {
  const auto [org, is_new] = orgs_.try_emplace(handle);
  if (!is_new || handle.empty()) return org->second;
  const auto contact = edits_.contact(handle);
  if (contact && !contact->org.empty()) org->second = edits_.book().canonical(contact->org);
  return org->second;
}

}  // namespace stead
