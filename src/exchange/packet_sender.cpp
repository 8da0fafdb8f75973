#include "exchange/packet_sender.h"

#include "stead/text.h"

#include <algorithm>
#include <set>

namespace stead {
namespace {

/// Can this be the owner of that book? Whoever came from another one, or as somebody else, is not.
bool can_be(const Contact& contact, const Packet& packet) {
  if (contact.id == "me") return false;
  if (!contact.origin) return true;
  return contact.origin->book == packet.sender.book && contact.origin->id == "me";
}

/// Those with the whole name, or with an e-mail, of the sender.
std::set<std::string> called_like(const Book& book, const PacketSender& sender) {
  std::set<std::string> found;
  const std::string name = fold(sender.name);
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    const ContactNames names = book.names(i);
    if (names.kind != "org" && fold(names.name) == name) found.emplace(names.id);
  }
  std::set<std::string> emails;
  for (const std::string& email : sender.email) emails.insert(fold(email));
  if (emails.empty()) return found;
  const auto is_theirs = [&emails](const std::string& other) {
    return emails.contains(fold(other));
  };
  for (const std::size_t i : book.holding(Collection::contacts, "\"email\"")) {
    const Contact& contact = book.contact(i);
    if (std::ranges::any_of(contact.email, is_theirs)) found.insert(contact.id);
  }
  return found;
}

}  // namespace

std::optional<std::string> find_sender(const Book& book, const Packet& packet) {
  for (const std::size_t i : book.holding(Collection::contacts, "\"origin\"")) {
    const Contact& contact = book.contact(i);
    const bool is_it =
        contact.origin && contact.origin->book == packet.sender.book && contact.origin->id == "me";
    if (is_it) return contact.id;
  }
  // What comes back says whom the packet was for, in the words of the book that it came from.
  const Contact* as =
      packet.is_back && !packet.sender.as.empty() ? book.contact(packet.sender.as) : nullptr;
  if (as != nullptr && can_be(*as, packet)) return as->id;
  const std::set<std::string> found = called_like(book, packet.sender);
  if (found.size() == 1 && can_be(*book.contact(*found.begin()), packet)) return *found.begin();
  return std::nullopt;
}

std::map<std::string, std::string> known_by_origin(const Book& book, const std::string& origin) {
  std::map<std::string, std::string> known;
  for (const std::size_t i : book.holding(Collection::contacts, "\"origin\"")) {
    const Contact& contact = book.contact(i);
    if (contact.origin && contact.origin->book == origin && contact.origin->id != "me") {
      known.emplace(contact.origin->id, contact.id);
    }
  }
  return known;
}

}  // namespace stead
