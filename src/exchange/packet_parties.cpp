#include "exchange/packet_parties.h"

#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace stead {
namespace {

bool is_called(const Contact& contact, const std::string& name) {
  const std::string folded = fold(name);
  return fold(contact.name) == folded ||
         std::ranges::find(contact.aliases, folded, [](const auto& a) { return fold(a); }) !=
             contact.aliases.end();
}

void require_for_me(const Contact& me, const std::string& name) {
  if (is_called(me, name)) return;
  throw Error::usage("the packet is for {}, and this is the book of {}", name, me.name)
      .with_hint("if that is you all the same: stead set me --alias " + shell_word(name));
}

}  // namespace

void require_for_this_book(const Book& book, const Packet& packet) {
  const std::string& mine = book.me().book;
  if (packet.sender.book == mine) {
    throw Error::usage("this packet is your own, for {}", packet.receiver.name)
        .with_hint("they take it in, in their stead: stead receive FILE");
  }
  if (!packet.is_back && (mine.empty() || packet.receiver.book.empty())) {
    return require_for_me(book.me(), packet.receiver.name);
  }
  if (packet.receiver.book == mine) return;
  throw Error::usage("this packet is for another book, that of {}", packet.receiver.name)
      .with_hint(packet.is_back ? "it goes to the owner of the clients, as a packet that was "
                                  "made in the book that this one is"
                                : "ask the sender for one that is for you");
}

void require_from(const Contact& sender, const Packet& packet) {
  const PacketSender& from = packet.sender;
  const bool has_their_mail = std::ranges::any_of(sender.email, [&](const std::string& mine) {
    return std::ranges::find(from.email, fold(mine), fold) != from.email.end();
  });
  if (has_their_mail || is_called(sender, from.name)) return;
  throw Error::usage("the packet is from {}, and whom it was made for is {}", from.name,
                     sender.name)
      .with_hint(fmt::format("if the two are one: stead set {} --alias {}", sender.id,
                             shell_word(from.name)));
}

void require_not_older(Contact& sender, const Packet& packet, Day today) {
  if (!packet.made || !came_from_sender(sender, packet)) return;
  if (today + kDay < packet.made->day) {  // the day may have begun there already
    throw Error::usage("the packet was made on {}, a day that is still to come",
                       to_string(packet.made->day))
        .with_hint("nothing was written; one of the two clocks is wrong");
  }
  std::optional<When>& last = sender.origin->made;
  if (last && before(*packet.made, *last)) {
    throw Error::usage("the packet is older than the last one from {}: made {}, that one {}",
                       sender.name, to_string(*packet.made), to_string(*last))
        .with_hint("nothing was written; if something is missing, ask them for a new one");
  }
  last = packet.made;
}

bool came_from_sender(const Contact& contact, const Packet& packet) {
  return contact.origin && contact.origin->book == packet.sender.book;
}

bool is_my_client(const Book& book, std::string_view handle) {
  const Contact* contact = handle.empty() ? nullptr : book.contact(handle);
  return contact != nullptr && contact->has_tag(kClient) && contact->client_of.empty();
}

}  // namespace stead
