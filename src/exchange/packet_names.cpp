#include "exchange/packet_names.h"

#include "stead/text.h"

#include <fmt/format.h>

#include <utility>

namespace stead {
namespace {

/// As Edits::new_handle, but thousands of one name do not each try the numbers of all before them.
class NewHandles {
 public:
  explicit NewHandles(const Edits& edits) : edits_(edits) {}

  std::string operator()(const std::string& name) {
    const std::string base = handle_from(name);
    const auto [number, is_first] = numbers_.try_emplace(base, 1);
    if (is_first) return edits_.new_handle(name);
    std::string handle;
    do {
      handle = fmt::format("{}-{}", base, ++number->second);
    } while (edits_.contact(handle));
    return handle;
  }

 private:
  const Edits& edits_;
  std::map<std::string, int> numbers_;  ///< By handle: the last number that was tried.
};

}  // namespace

PacketNames::PacketNames(const Packet& packet, Edits& edits,
                         const std::map<std::string, std::string>& known)
    : receiver_(packet.receiver.id) {
  NewHandles new_handle(edits);
  for (const Contact& contact : packet.contacts) {
    if (const auto there = known.find(contact.id); there != known.end()) {
      handles_[contact.id] = there->second;
      continue;
    }
    const Contact added{.id = new_handle(contact.name), .name = contact.name};
    edits.put(added);
    handles_[contact.id] = added.id;
    new_.insert(added.id);
  }
}

std::string PacketNames::here(const std::string& handle) const {
  if (handle.empty()) return handle;
  return handle == receiver_ ? "me" : handles_.at(handle);
}

std::vector<std::string> PacketNames::here(const std::vector<std::string>& handles) const {
  std::vector<std::string> found;
  Handles there;
  for (const std::string& handle : handles) {
    std::string id = here(handle);
    if (there.insert(id).second) found.push_back(std::move(id));
  }
  return found;
}

}  // namespace stead
