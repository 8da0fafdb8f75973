#include "exchange/client_tally.h"
#include "exchange/packet_closings.h"
#include "exchange/packet_cover.h"
#include "exchange/packet_days.h"
#include "exchange/packet_merge.h"
#include "exchange/packet_names.h"
#include "exchange/packet_parties.h"
#include "exchange/packet_records.h"
#include "exchange/packet_sender.h"
#include "stead/packet.h"
#include "stead/periods.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace stead {
namespace {

/// Takes one packet in.
class Receiving {
 public:
  Receiving(const Packet& packet, Edits& edits, Day today)
      : packet_(packet), edits_(edits), book_(edits.book()), today_(today), tally_(edits) {}

  PacketSummary run() {
    require_for_this_book(book_, packet_);
    require_no_day_to_come(packet_, today_);
    if (packet_.contacts.empty() && !takes_back()) return std::move(summary_);
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
      gather_days_told();
    }
    names_.emplace(packet_, edits_, known_);
    for (const Contact& contact : packet_.contacts) take(contact);
    if (!packet_.is_back) withdraw_from_the_rest();
    PacketRecords records(packet_, edits_, *names_, concerned_, tally_, summary_);
    for (const Promise& promise : packet_.promises) records.take(promise);
    close_promises();
    for (const Interaction& interaction : packet_.interactions) records.take(interaction);
    summary_.clients = tally_.take();
    return std::move(summary_);
  }

 private:
  /// Nothing is in it; but there may be something here that came from the sender.
  bool takes_back() const {
    if (packet_.is_back) return false;
    const std::optional<std::string> sender = find_sender(book_, packet_);
    return sender && came_from_sender(*book_.contact(*sender), packet_);
  }

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
      if (!is_known)
        refuse_record("contact", contact.id, "is nobody whom you met at a client of theirs");
      known_[contact.id] = mine->id;
    }
  }

  // Contacts.

  void take(const Contact& theirs) {
    const std::string id = names_->here(theirs.id);
    Contact contact = *edits_.contact(id);
    const Contact before = contact;
    const bool is_new = names_->is_new(id);
    Contact incoming = theirs;
    incoming.org = names_->here(theirs.org);
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
        refuse_record("contact", theirs.id, "works for no client that was covered");
      }
      if (!edits_.contact(theirs.org)->is_org()) {
        refuse_record("contact", theirs.id,
                      "works for somebody who is no organisation in your book");
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
      refuse_record("contact", theirs.id, "works for no client that was covered");
    }
    summary_.heard_new += add_heard(contact.heard, theirs.heard);
    if (!covered_.contains(contact.id)) return;
    tally_.add({.handle = contact.id, .name = contact.name, .days = {packet_.period}});
  }

  void take_out(Contact& contact, const Contact& theirs, bool is_new) {
    if (!is_new && (is_my_client(book_, contact.id) || is_my_client(book_, contact.org))) {
      refuse_record("contact", theirs.id, "is of a client of yours in your book");
    }
    concerned_.insert(contact.id);
    if (is_new) {
      contact.origin =
          Origin{.book = packet_.sender.book, .id = theirs.id, .as = packet_.receiver.id};
    }
    note_differences(summary_, contact.name, follow_contact(contact, theirs, packet_, today_));
    if (!theirs.has_tag("client")) return;
    const bool is_theirs = is_new || book_.canonical(contact.client_of) == summary_.sender;
    if (!is_theirs) refuse_record("client", theirs.id, "is not the sender's client in your book");
    contact.client_of = summary_.sender;
    PacketClient client{.handle = contact.id, .name = contact.name, .is_new = is_new};
    for (const Cover& cover : theirs.cover) client.days.push_back({*cover.from, *cover.to});
    client.days = joined(std::move(client.days));
    client.is_my_yes = follow_cover(contact, theirs.id, theirs.cover);
    clients_.insert(contact.id);
    tally_.add(std::move(client));
  }

  /// What it says all about: the days from now on, but of each client those that are as they were.
  /// What is over was covered. A packet of the first versions may be older than what is here.
  void gather_days_told() {
    if (!packet_.made) return;
    told_.push_back({std::max(today_, packet_.made->day), kLastDay});
    for (const PacketStill& each : packet_.still) {
      still_[each.client].push_back({*each.from, each.to.value_or(kLastDay)});
    }
    for (auto& [client, days] : still_) days = joined(std::move(days));
  }

  std::vector<Period> days_told_of(const std::string& client) const {
    const auto still = still_.find(client);
    return still == still_.end() ? told_ : without(told_, still->second);
  }

  /// `there` is the client's handle in the packet. Returns whether something is new that the sender
  /// did not know to be agreed.
  bool follow_cover(Contact& client, const std::string& there, const std::vector<Cover>& theirs) {
    NamedValues none;
    NamedValues& values = client.origin ? client.origin->said : none;
    Contact said = contact_said(values);
    const std::vector<Cover> before = said.cover;
    CoverTaken taken = take_cover(book_, client, said.cover, theirs, days_told_of(there), today_);
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
      follow_cover(client, there, {});
      if (client != before) edits_.put(client);
    }
  }

  void close_promises() {
    Handles theirs;
    for (const auto& [there, here] : known_) theirs.insert(here);
    PacketClosings closings(edits_, summary_.sender, std::move(theirs));
    for (const PacketClosed& closed : packet_.closed) {
      summary_.promises_changed += closings.close(closed);
    }
  }

  const Packet& packet_;
  Edits& edits_;
  const Book& book_;
  Day today_;
  PacketSummary summary_;
  std::map<std::string, std::string> known_;  ///< By the packet's handles: who is there already.
  std::optional<PacketNames> names_;
  std::vector<Period> told_;  ///< The days it says all about, but for those in `still_`.
  std::map<std::string, std::vector<Period>> still_;  ///< By the packet's handles of clients.
  ClientTally tally_;
  Handles covered_;    ///< My clients that the sender covered.
  Handles clients_;    ///< Those of the sender that are in the packet.
  Handles concerned_;  ///< Whom records may be about.
};

}  // namespace

PacketSummary packet_changes(const Packet& packet, Edits& edits, Day today) {
  return Receiving(packet, edits, today).run();
}

}  // namespace stead
