#include "exchange/packet_days.h"
#include "stead/packet.h"

#include "stead/periods.h"
#include "stead/record.h"
#include "stead/sort_by.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace stead {
namespace {

/// Calls `visit(contact)` for each contact that came in a packet.
template <typename Visit>
void each_from_packets(const Book& book, Visit visit) {
  for (const std::size_t i : book.holding(Collection::contacts, "\"origin\"")) {
    const Contact& contact = book.contact(i);
    if (contact.origin) visit(contact);
  }
}

/// Gathers what concerns the clients of one owner.
class BackMaker {
 public:
  BackMaker(const Book& book, const PacketOwner& owner, Period period)
      : book_(book), owner_(owner), period_(period) {
    find_clients();
    find_people();
  }

  Packet make() {
    const Contact& me = book_.me();
    packet_.is_back = true;
    packet_.sender = {
        .book = me.book, .name = me.name, .email = me.email, .phone = me.phone, .as = owner_.as};
    packet_.receiver = {.id = owner_.handle, .name = owner_.name, .book = owner_.book};
    packet_.period = period_;
    find_promises();
    find_interactions();
    find_contacts();
    return std::move(packet_);
  }

 private:
  bool is_theirs(std::string_view handle) const {
    return !handle.empty() && theirs_.contains(book_.canonical(handle));
  }

  bool is_covered(const Contact& client) const {
    return std::ranges::any_of(client.cover, [this](const Cover& cover) {
      return book_.canonical(cover.by) == "me" && cover.from.value_or(kFirstDay) <= period_.last &&
             period_.first <= cover.to.value_or(kLastDay);
    });
  }

  /// The clients of the owner that I covered in the period, and where those who are people work.
  void find_clients() {
    each_from_packets(book_, [this](const Contact& contact) {
      const bool is_theirs = book_.canonical(contact.client_of) == owner_.handle;
      if (!is_from_owner(contact) || !is_theirs || !is_covered(contact)) return;
      clients_.insert(contact.id);
      theirs_[contact.id] = {};
      const Contact* org = contact.org.empty() ? nullptr : book_.contact(contact.org);
      if (org != nullptr && is_from_owner(*org)) theirs_[org->id] = {};
    });
  }

  /// Whoever works there; who did not come from the owner was met while I covered.
  void find_people() {
    for (std::size_t i = 0; i < book_.size(Collection::contacts); ++i) {
      const ContactNames names = book_.names(i);
      if (names.org.empty() || names.id == "me") continue;
      if (clients_.contains(book_.canonical(names.org))) theirs_[std::string(names.id)] = {};
    }
  }

  bool is_from_owner(const Contact& contact) const {
    return contact.origin && contact.origin->book == owner_.book && contact.origin->id != "me";
  }

  /// The handle in force, and that the contact has to be in the packet; empty for others.
  std::string named(const std::string& handle) {
    if (!is_theirs(handle)) return "";
    std::string id(book_.canonical(handle));
    theirs_.find(id)->second.is_named = true;
    return id;
  }
  std::vector<std::string> named(const std::vector<std::string>& handles) {
    std::vector<std::string> ids;
    for (const std::string& handle : handles) {
      std::string id = named(handle);
      if (!id.empty() && std::ranges::find(ids, id) == ids.end()) ids.push_back(std::move(id));
    }
    return ids;
  }

  bool is_in(const std::optional<When>& when) const { return when && period_.contains(when->day); }

  bool is_touched(const Promise& promise) const {
    const auto then = [this](const auto& each) { return period_.contains(each.on.day); };
    return is_in(promise.made) || is_in(promise.closed) ||
           std::ranges::any_of(promise.told, then) || std::ranges::any_of(promise.parts, then);
  }

  void find_promises() {
    for (std::size_t i = 0; i < book_.size(Collection::promises); ++i) {
      Promise promise = book_.promise(i);
      if (!is_touched(promise)) continue;
      promise = as_of_period(std::move(promise), period_);
      const bool is_between_us_and_them =
          promise.is_follow_up() ? is_theirs(promise.for_whom) : is_theirs(promise.other_side());
      if (!is_between_us_and_them) continue;
      for (std::string* side : {&promise.by, &promise.to, &promise.for_whom}) {
        if (book_.canonical(*side) != "me") *side = named(*side);
      }
      promise.done_by.clear();
      promise.snoozed.clear();
      promise.uid.clear();
      promise.conflict.clear();
      packet_.promises.push_back(std::move(promise));
    }
  }

  void find_interactions() {
    const std::size_t all = book_.size(Collection::interactions);
    book_.meetings_back_from(all, [this](std::size_t i, const Meeting& meeting) {
      if (meeting.at.day < period_.first) return false;
      if (meeting.at.day <= period_.last) find_interaction(i, meeting);
      return true;
    });
    std::ranges::reverse(packet_.interactions);
  }

  void find_interaction(std::size_t i, const Meeting& meeting) {
    const auto theirs = [this](std::string_view handle) { return is_theirs(handle); };
    const bool by_me = meeting.by.empty() || book_.canonical(meeting.by) == "me";
    const bool concerns_them = std::ranges::any_of(meeting.with, theirs) ||
                               std::ranges::any_of(meeting.about, theirs) ||
                               theirs(meeting.for_client);
    if (!by_me || !concerns_them) return;
    Interaction interaction = book_.interaction(i);
    if (interaction.deed) return;  // a ledger is its owner's
    interaction.by.clear();
    interaction.with = named(interaction.with);
    interaction.about = named(interaction.about);
    interaction.for_client = named(interaction.for_client);
    interaction.snoozed.clear();
    interaction.uid.clear();
    interaction.conflict.clear();
    packet_.interactions.push_back(std::move(interaction));
  }

  void find_contacts() {
    for (auto& [id, theirs] : theirs_) {
      const Contact& contact = *book_.contact(id);
      theirs.heard = heard_in_period(contact.heard, period_);
      if (!theirs.heard.empty()) theirs.is_named = true;
      if (!is_from_owner(contact)) theirs.is_named = true;
    }
    for (const auto& [id, theirs] : theirs_) {
      // The one who brings somebody new along is the organisation.
      if (theirs.is_named && is_theirs(book_.contact(id)->org)) named(book_.contact(id)->org);
    }
    for (const auto& [id, theirs] : theirs_) {
      if (theirs.is_named) packet_.contacts.push_back(cut(*book_.contact(id), theirs.heard));
    }
  }

  Contact cut(const Contact& whole, const std::vector<Heard>& heard) {
    Contact contact{.id = whole.id, .name = whole.name, .kind = whole.kind};
    contact.org = is_theirs(whole.org) ? std::string(book_.canonical(whole.org)) : "";
    contact.heard = heard;
    if (is_from_owner(whole)) {
      contact.origin = Origin{.book = whole.origin->book, .id = whole.origin->id};
      return contact;
    }
    contact.title = whole.title;
    contact.email = whole.email;
    contact.phone = whole.phone;
    return contact;
  }

  struct Theirs {
    bool is_named = false;
    std::vector<Heard> heard;
  };

  const Book& book_;
  const PacketOwner& owner_;
  Period period_;
  std::set<std::string, std::less<>> clients_;
  std::map<std::string, Theirs, std::less<>> theirs_;  ///< Whom records may be about.
  Packet packet_;
};

}  // namespace

std::vector<PacketOwner> packet_owners(const Book& book) {
  std::vector<PacketOwner> owners;
  each_from_packets(book, [&](const Contact& contact) {
    if (contact.origin->id != "me") return;
    owners.push_back({contact.id, contact.name, contact.origin->book, contact.origin->as});
  });
  sort_by(owners, [](const PacketOwner& owner) { return owner.handle; });
  return owners;
}

std::optional<Period> last_covered(const Book& book, const PacketOwner& owner, Day today) {
  std::vector<Period> covered;
  each_from_packets(book, [&](const Contact& contact) {
    if (contact.origin->book != owner.book) return;
    for (const Cover& cover : contact.cover) {
      if (book.canonical(cover.by) != "me" || !cover.from || !cover.to) continue;
      if (*cover.from <= today) covered.push_back({*cover.from, *cover.to});
    }
  });
  covered = joined(std::move(covered));
  if (covered.empty()) return std::nullopt;
  // On some days of an absence another one may have covered: it is one stretch all the same.
  std::vector<Period> together = covered;
  for (const Absence& away : book.contact(owner.handle)->away) {
    const Period days{away.from.day, away.to ? away.to->day : kLastDay};
    const bool is_covered =
        std::ranges::any_of(covered, [&](const Period& each) { return away.overlaps(each); });
    if (is_covered) together.push_back(days);
  }
  const Period last = joined(std::move(together)).back();
  const auto first = std::ranges::lower_bound(covered, last.first, {}, &Period::first);
  return Period{first->first, covered.back().last};
}

Packet packet_back(const Book& book, const PacketOwner& owner, Period period) {
  return BackMaker(book, owner, period).make();
}

}  // namespace stead
