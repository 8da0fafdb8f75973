#include "exchange/client_tally.h"
#include "exchange/packet_closings.h"
#include "exchange/packet_cover.h"
#include "exchange/packet_merge.h"
#include "exchange/packet_parties.h"
#include "exchange/packet_sender.h"
#include "exchange/packet_series.h"
#include "stead/packet.h"
#include "stead/periods.h"
#include "stead/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

namespace stead {
namespace {

/// Takes one packet in.
class Receiving {
 public:
  Receiving(const Packet& packet, Edits& edits, Day today)
      : packet_(packet),
        edits_(edits),
        book_(edits.book()),
        today_(today),
        series_(edits),
        tally_(edits) {}

  PacketSummary run() {
    require_for_this_book(book_, packet_);
    if (packet_.contacts.empty()) return std::move(summary_);
    take_sender();
    if (packet_.is_back) {
      Covered covered = covered_by(book_, summary_.sender, packet_.period);
      covered_ = std::move(covered.clients);
      concerned_ = std::move(covered.concerned);
      name_those_of_mine();
    } else {
      name_myself();
      known_ = known_by_origin(book_, packet_.sender.book);
      name_those_met_here();
    }
    name_contacts();
    for (const Contact& contact : packet_.contacts) take(contact);
    if (!packet_.is_back) withdraw_from_the_rest();
    for (const Promise& promise : packet_.promises) take(promise);
    close_promises();
    for (const Interaction& interaction : packet_.interactions) take(interaction);
    summary_.clients = tally_.take();
    return std::move(summary_);
  }

 private:
  void take_sender() {
    const PacketSender& from = packet_.sender;
    const std::optional<std::string> found = find_sender(book_, packet_);
    summary_.is_sender_new = !found;
    summary_.sender = found ? *found : edits_.new_handle(from.name);
    Contact sender;
    if (found) {
      sender = *edits_.contact(*found);
      if (packet_.is_back && !sender.origin) require_from(sender, packet_);
    } else {
      sender = {.id = summary_.sender, .name = from.name, .email = from.email, .phone = from.phone};
      sender.tags = {"colleague"};
    }
    if (!sender.origin) {
      sender.origin = Origin{.book = from.book, .id = "me", .as = packet_.receiver.id};
    }
    if (!packet_.is_back) {
      require_not_older(sender, packet_, today_);
      follow_sender(sender, packet_);
    }
    edits_.put(sender);
  }

  [[noreturn]] void refuse(std::string_view noun, const std::string& id,
                           std::string_view why) const {
    throw Error::usage("the {} '{}' of the packet {}", noun, id, why)
        .with_hint("nothing was written; ask the sender what it is");
  }

  // On the way back: whom it may be about.

  void name_those_of_mine() {
    for (const Contact& contact : packet_.contacts) {
      if (!contact.origin) continue;
      const std::string mine(book_.canonical(contact.origin->id));
      if (contact.origin->book != book_.me().book || !concerned_.contains(mine)) {
        throw Error::usage(
            "the contact '{}' of the packet is not of a client that {} covers from "
            "{} to {}",
            contact.name, book_.name_of(summary_.sender), to_string(packet_.period.first),
            to_string(packet_.period.last))
            .with_hint(fmt::format("where that was agreed, note it first: stead cover CLIENT {} {}",
                                   summary_.sender, typed(packet_.period)));
      }
      known_[contact.id] = mine;
    }
    // Whom they met there comes as new, once.
    known_.merge(known_by_origin(book_, packet_.sender.book));
  }

  // On the way out: who is mine in spite of it.

  /// What comes back needs to know where to.
  void name_myself() {
    Contact me = book_.me();
    if (!me.book.empty()) return;
    me.book = edits_.new_book_id();
    edits_.put(me);
  }

  bool is_senders_client(std::string_view handle) const {
    const Contact* contact = handle.empty() ? nullptr : book_.contact(handle);
    return contact != nullptr && book_.canonical(contact->client_of) == summary_.sender;
  }

  /// Somebody whom I met at a client of theirs, and told them of.
  void name_those_met_here() {
    for (const Contact& contact : packet_.contacts) {
      if (!contact.origin) continue;
      const Contact* mine = book_.contact(contact.origin->id);
      const bool is_known = contact.origin->book == book_.me().book && mine != nullptr &&
                            is_senders_client(mine->org) && !contact.has_tag("client");
      if (!is_known) refuse("contact", contact.id, "is nobody whom you met at a client of theirs");
      known_[contact.id] = mine->id;
    }
  }

  // Who is who.

  /// As Edits::new_handle, but thousands of one name do not each try the numbers of all before
  /// them.
  std::string new_handle(const std::string& name) {
    const std::string base = handle_from(name);
    const auto [number, is_new] = numbers_.try_emplace(base, 1);
    if (is_new) return edits_.new_handle(name);
    std::string handle;
    do {
      handle = fmt::format("{}-{}", base, ++number->second);
    } while (edits_.contact(handle));
    return handle;
  }

  void name_contacts() {
    for (const Contact& contact : packet_.contacts) {
      if (const auto known = known_.find(contact.id); known != known_.end()) {
        handles_[contact.id] = known->second;
        continue;
      }
      Contact added{.id = new_handle(contact.name), .name = contact.name};
      edits_.put(added);
      handles_[contact.id] = added.id;
      new_.insert(added.id);
    }
  }

  /// My handle for one of the packet's. `me` is the sender, and whom it is for is me.
  std::string mine(const std::string& handle) const {
    if (handle.empty()) return handle;
    if (handle == packet_.receiver.id) return "me";
    return handles_.at(handle);
  }
  std::vector<std::string> mine(const std::vector<std::string>& handles) const {
    std::vector<std::string> found;
    Handles there;
    for (const std::string& handle : handles) {
      std::string id = mine(handle);
      if (there.insert(id).second) found.push_back(std::move(id));
    }
    return found;
  }

  void note_differences(const std::string& what, const std::vector<std::string>& fields) {
    if (fields.empty()) return;
    summary_.stays.push_back(fmt::format(
        "{}: {} {} in your book as {}", what, fmt::join(fields, ", "),
        fields.size() == 1 ? "stays" : "stay", fields.size() == 1 ? "it is" : "they are"));
  }

  // Contacts.

  void take(const Contact& theirs) {
    const std::string id = handles_.at(theirs.id);
    Contact contact = *edits_.contact(id);
    const Contact before = contact;
    const bool is_new = new_.contains(id);
    Contact incoming = theirs;
    incoming.org = mine(theirs.org);
    if (packet_.is_back) {
      take_back(contact, incoming, is_new);
    } else {
      take_out(contact, incoming, is_new);
    }
    if (is_new && !contact.has_tag("client")) ++summary_.people_new;
    if (contact == before) return;
    edits_.put(contact);
    if (packet_.is_back || is_new) return;
    // What the last packet said, and for when, is nothing that anybody reads.
    contact.origin = before.origin;
    contact.cover = before.cover;
    if (contact != before) summary_.people_changed.push_back(id);
  }

  void take_back(Contact& contact, const Contact& theirs, bool is_new) {
    if (is_new) {
      if (!concerned_.contains(theirs.org)) {
        refuse("contact", theirs.id, "works for no client that was covered");
      }
      if (!edits_.contact(theirs.org)->is_org()) {
        refuse("contact", theirs.id, "works for somebody who is no organisation in your book");
      }
      contact.org = theirs.org;
      contact.kind = theirs.kind;
      contact.title = theirs.title;
      contact.email = theirs.email;
      contact.phone = theirs.phone;
      contact.origin = Origin{.book = packet_.sender.book, .id = theirs.id};
      concerned_.insert(contact.id);
    }
    if (!concerned_.contains(contact.id)) {
      refuse("contact", theirs.id, "works for no client that was covered");
    }
    summary_.heard_new += add_heard(contact.heard, theirs.heard);
    if (!covered_.contains(contact.id)) return;
    tally_.add({.handle = contact.id, .name = contact.name, .days = {packet_.period}});
  }

  void take_out(Contact& contact, const Contact& theirs, bool is_new) {
    if (!is_new && (is_my_client(book_, contact.id) || is_my_client(book_, contact.org))) {
      refuse("contact", theirs.id, "is of a client of yours in your book");
    }
    concerned_.insert(contact.id);
    if (is_new) {
      contact.origin =
          Origin{.book = packet_.sender.book, .id = theirs.id, .as = packet_.receiver.id};
    }
    note_differences(contact.name, follow_contact(contact, theirs, packet_, today_));
    if (!theirs.has_tag("client")) return;
    const bool is_theirs = is_new || book_.canonical(contact.client_of) == summary_.sender;
    if (!is_theirs) refuse("client", theirs.id, "is not the sender's client in your book");
    contact.client_of = summary_.sender;
    PacketClient client{.handle = contact.id, .name = contact.name, .is_new = is_new};
    for (const Cover& cover : theirs.cover) client.days.push_back({*cover.from, *cover.to});
    client.days = joined(std::move(client.days));
    client.is_my_yes = follow_cover(contact, theirs.cover);
    clients_.insert(contact.id);
    tally_.add(std::move(client));
  }

  /// Returns whether something is new that the sender did not know to be agreed.
  bool follow_cover(Contact& client, const std::vector<Cover>& theirs) {
    NamedValues none;
    NamedValues& values = client.origin ? client.origin->said : none;
    Contact said = contact_said(values);
    // What is over was covered. A packet of the first versions may be older than what is here.
    std::optional<Period> whole;
    if (packet_.made) whole = {std::max(packet_.period.first, today_), packet_.period.last};
    if (whole && whole->last < whole->first) whole.reset();
    const std::vector<Cover> before = said.cover;
    CoverTaken taken = take_cover(book_, client, said.cover, theirs, whole, today_);
    if (said.cover != before) values = said_of(said);
    std::ranges::move(taken.stays, std::back_inserter(summary_.stays));
    if (!taken.withdrawn.empty()) {
      summary_.withdrawn.push_back(
          {.handle = client.id, .name = client.name, .days = std::move(taken.withdrawn)});
    }
    return taken.is_my_yes;
  }

  /// Clients whom an earlier packet brought and this one does not.
  void withdraw_from_the_rest() {
    for (const auto& [there, here] : known_) {
      Contact client = *edits_.contact(here);
      const bool is_theirs =
          came_from_sender(client, packet_) && book_.canonical(client.client_of) == summary_.sender;
      if (!is_theirs || clients_.contains(here)) continue;
      const Contact before = client;
      follow_cover(client, {});
      if (client != before) edits_.put(client);
    }
  }

  // Promises.

  bool concerns(const Promise& promise) const {
    const std::string& other = promise.other_side();
    return concerned_.contains(book_.canonical(other)) &&
           (promise.for_whom.empty() || concerned_.contains(book_.canonical(promise.for_whom)));
  }

  bool is_same(const Promise& a, const Promise& b) const {
    return book_.canonical(a.by) == book_.canonical(b.by) &&
           book_.canonical(a.to) == book_.canonical(b.to);
  }

  void take(const Promise& theirs) {
    Promise promise = theirs;
    for (std::string* side : {&promise.by, &promise.to, &promise.for_whom}) {
      if (*side != "me") *side = mine(*side);
    }
    promise.id = series_.id_of(promise);
    if (const auto before = ids_.find(promise.after); before != ids_.end()) {
      promise.after = before->second;
    }
    ids_.emplace(theirs.id, promise.id);
    if (edits_.interaction(promise.id)) {
      refuse("promise", promise.id, "has the id of something else in your book");
    }
    if (!concerns(promise)) refuse("promise", promise.id, "is none of what was handed over");
    const bool is_done = packet_.is_back && promise.status == "kept" && promise.is_mine();
    auto known = edits_.promise(promise.id);
    if (!known && is_of_ended_series(promise)) return;
    if (!known) {
      if (is_done) promise.done_by = summary_.sender;
      if (packet_.is_back && !promise.is_open()) tally_.count(promise);
      edits_.put(promise);
      ++summary_.promises_new;
      return;
    }
    if (!concerns(*known) || !is_same(*known, promise)) {
      refuse("promise", promise.id, "is another one in your book");
    }
    const Promise before = *known;
    note_differences(known->id, add_to(*known, promise, is_done ? summary_.sender : ""));
    if (*known == before) return;
    if (before.is_open() && !known->is_open()) tally_.count(*known);
    ++summary_.promises_changed;
    edits_.put(*known);
  }

  /// On the way back: the next one of a series that was released here meanwhile. It stays away, as
  /// do those that follow it.
  bool is_of_ended_series(const Promise& promise) {
    if (!packet_.is_back || promise.after.empty() || !promise.is_open()) return false;
    const auto before = edits_.promise(promise.after);
    if (!before || before->status != "released") return false;
    summary_.stays.push_back(
        fmt::format("{}: no longer wanted in your book, so the next one of {} does not come in",
                    before->id, to_string(*promise.due)));
    return true;
  }

  void close_promises() {
    Handles theirs;
    for (const auto& [there, here] : known_) theirs.insert(here);
    PacketClosings closings(edits_, summary_.sender, std::move(theirs));
    for (const PacketClosed& closed : packet_.closed) {
      summary_.promises_changed += closings.close(closed);
    }
  }

  // Interactions.

  bool concerns(const Interaction& interaction) const {
    const auto concerned = [this](const std::string& handle) {
      return concerned_.contains(book_.canonical(handle));
    };
    return std::ranges::any_of(interaction.with, concerned) ||
           std::ranges::any_of(interaction.about, concerned) ||
           (!interaction.for_client.empty() && concerned(interaction.for_client));
  }

  void take(const Interaction& theirs) {
    Interaction interaction = theirs;
    interaction.with = mine(theirs.with);
    interaction.about = mine(theirs.about);
    interaction.for_client = mine(theirs.for_client);
    interaction.by = theirs.by == packet_.receiver.id ? "" : summary_.sender;
    // The day may have begun there already.
    if (today_ + Days{1} < theirs.at.day) {
      refuse("interaction", theirs.id,
             fmt::format("is of {}, a day that is still to come", to_string(theirs.at.day)));
    }
    if (edits_.promise(theirs.id)) {
      refuse("interaction", theirs.id, "has the id of something else in your book");
    }
    if (!concerns(interaction)) {
      refuse("interaction", theirs.id, "is none of what was handed over");
    }
    const auto known = edits_.interaction(theirs.id);
    if (!known) {
      tally_.count(interaction);
      edits_.put(interaction);
      ++summary_.interactions_new;
      return;
    }
    const std::string by(known->by == "me" ? "" : book_.canonical(known->by));
    const bool may_be_known =
        concerns(*known) && (packet_.is_back ? by == summary_.sender : true) && !known->deed;
    if (!may_be_known) refuse("interaction", theirs.id, "is another one in your book");
    note_differences(known->id, differences(*known, interaction));
  }

  const Packet& packet_;
  Edits& edits_;
  const Book& book_;
  Day today_;
  PacketSummary summary_;
  std::map<std::string, std::string> known_;    ///< By the packet's handles: who is there already.
  std::map<std::string, std::string> handles_;  ///< The same of all.
  PacketSeries series_;
  std::map<std::string, std::string> ids_;  ///< Of promises: those here by the packet's.
  ClientTally tally_;
  std::map<std::string, int> numbers_;  ///< By handle: the last number that was tried.
  Handles new_;
  Handles covered_;    ///< My clients that the sender covered.
  Handles clients_;    ///< Those of the sender that are in the packet.
  Handles concerned_;  ///< Whom records may be about.
};

}  // namespace

PacketSummary packet_changes(const Packet& packet, Edits& edits, Day today) {
  return Receiving(packet, edits, today).run();
}

}  // namespace stead
