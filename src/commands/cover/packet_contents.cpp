#include "commands/cover/packet_contents.h"

#include "stead/periods.h"
#include "stead/phrases.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace stead {
namespace {

/// Brings the records of a handoff together, each once.
class Contents {
 public:
  Contents(const Book& book, const Handoff& handoff) : handoff_(handoff) {
    for (const HandoffClient& client : handoff.clients) {
      if (client.owner == kMe) add_client(client);
    }
    for (const HandoffClient& client : handoff.clients) {
      if (client.owner == kMe) add_others(client);
    }
    if (!omits(HandoffPart::promises)) add_what_became(book);
    add_days_outside(book);
  }

  PacketContents take() {
    PacketContents contents;
    for (auto& [id, contact] : contacts_) contents.contacts.push_back(std::move(contact));
    for (auto& [id, promise] : promises_) contents.promises.push_back(std::move(promise));
    for (auto& [id, talk] : talks_) contents.interactions.push_back(std::move(talk));
    contents.closed = std::move(closed_);
    contents.still = std::move(still_);
    for (const HandoffPart part : handoff_.omitted) {
      const auto* name = std::ranges::find(kHandoffParts, part, &HandoffPartName::part);
      contents.omitted.emplace_back(name->name);
    }
    std::ranges::stable_sort(contents.interactions, [](const Interaction& a, const Interaction& b) {
      return before(a.at, b.at);
    });
    return contents;
  }

 private:
  bool omits(HandoffPart part) const {
    return std::ranges::find(handoff_.omitted, part) != handoff_.omitted.end();
  }

  /// Those who worked at a client that is handed over, or at the organisation of one.
  std::set<std::string> former_people(const Book& book) const {
    std::set<std::string> found;
    for (const std::size_t i : book.holding(Collection::contacts, "\"past\"")) {
      const Contact& contact = book.contact(i);
      const bool was_there = std::ranges::any_of(contact.past, [&](const PastOrg& past) {
        return contacts_.contains(std::string(book.canonical(past.org)));
      });
      if (was_there) found.insert(contact.id);
    }
    return found;
  }

  /// What an earlier packet may have brought: promises that are closed by now, of which the id is
  /// enough, also where somebody works elsewhere by now; and those that were moved to behind the
  /// period.
  void add_what_became(const Book& book) {
    const std::set<std::string> former = former_people(book);
    const auto is_there = [&](const std::string& handle) {
      return !handle.empty() && contacts_.contains(std::string(book.canonical(handle)));
    };
    const auto was_there = [&](const std::string& handle) {
      return is_there(handle) || former.contains(std::string(book.canonical(handle)));
    };
    const auto was_due = [this](const Told& told) {
      return told.due_was && told.due_was->day <= handoff_.period.last;
    };
    for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
      const Promise& promise = book.promise(i);
      if (!promise.is_open()) {
        if (!was_there(promise.other_side()) && !is_there(promise.for_whom)) continue;
        closed_.push_back({promise.id, promise.status, promise.closed});
      } else if (is_there(promise.other_side()) && std::ranges::any_of(promise.told, was_due)) {
        promises_.try_emplace(promise.id, promise);
      }
    }
  }

  /// The days to come, outside of the period, on which the stand-in is the one to call. Days that
  /// an earlier packet brought and that are not among these are over for them.
  void add_days_outside(const Book& book) {
    const Agreements agreements(book);
    for (const Contact* client : my_clients(book)) {
      if (!is_arranged(book, *client) && !is_arranged(book, book.me())) continue;
      std::vector<Period> days;
      for (const CoverStretch& stretch :
           covering_in(agreements, client->id, {handoff_.now.today, kLastDay})) {
        const Candidate* answer = stretch.covering.answer();
        if (answer != nullptr && answer->who == handoff_.who) days.push_back(stretch.period);
      }
      for (const Period& each : joined(std::move(days))) add_still(client->id, each);
    }
  }

  bool is_arranged(const Book& book, const Contact& contact) const {
    return std::ranges::any_of(contact.cover, [&](const Cover& cover) {
      return book.canonical(cover.by) == handoff_.who;
    });
  }

  void add_still(const std::string& client, Period days) {
    const auto add = [&](Day from, Day to) {
      if (to < from) return;
      still_.push_back({client, from, to == kLastDay ? std::nullopt : std::optional(to)});
    };
    const Period& period = handoff_.period;
    add(days.first, std::min(days.last, period.first - kDay));
    add(std::max(days.first, period.last + kDay), days.last);
  }

  void add(Contact contact) {
    const bool is_omitted = omits(HandoffPart::heard);
    std::erase_if(contact.heard,
                  [&](const Heard& heard) { return is_omitted || heard.retired.has_value(); });
    contacts_.try_emplace(contact.id, std::move(contact));
  }

  void add_client(const HandoffClient& client) {
    Contact contact = client.contact;
    contact.cover.clear();
    for (const HandoffDays& each : client.days) {
      Cover cover = each.stand_in.cover;
      cover.from = each.days.first;
      cover.to = each.days.last;
      for (const HandoffNext& next : client.next) add_next(cover.note, next, each.days);
      contact.cover.push_back(std::move(cover));
    }
    add(std::move(contact));
  }

  /// Whom to ask on those of the days that the arrangement has; the days where they are not all.
  static void add_next(std::string& note, const HandoffNext& next, Period days) {
    const Period both{std::max(next.days.first, days.first), std::min(next.days.last, days.last)};
    if (both.last < both.first) return;
    if (!note.empty()) note += '\n';
    note += "if you can't" + (both == days ? "" : ", " + during(both)) + ": ";
    if (!next.next) {
      note += "nobody else is there";
      return;
    }
    note += next.next->name;
    for (const auto* list : {&next.next->phone, &next.next->email}) {
      if (!list->empty()) note += ", " + list->front();
    }
    const std::vector<std::string>& scope = next.next->cover.scope;
    if (!scope.empty()) note += ", only " + listed(scope);
    if (!next.next->cover.agreed) note += ", not agreed yet";
  }

  void add_others(const HandoffClient& client) {
    std::vector<Contact> others = client.people;
    if (client.org) others.push_back(*client.org);
    for (Contact& contact : others) {
      contact.cover.clear();
      add(std::move(contact));
    }
    for (const Promise& promise : client.promises) promises_.try_emplace(promise.id, promise);
    for (const Interaction& talk : client.talks) talks_.try_emplace(talk.id, talk);
  }

  const Handoff& handoff_;
  std::map<std::string, Contact> contacts_;
  std::map<std::string, Promise> promises_;
  std::map<std::string, Interaction> talks_;
  std::vector<PacketClosed> closed_;
  std::vector<PacketStill> still_;
};

}  // namespace

PacketContents contents_of(const Book& book, const Handoff& handoff) {
  return Contents(book, handoff).take();
}

}  // namespace stead
