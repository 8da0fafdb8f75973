#include "stead/handoff.h"

#include "reports/card_words.h"
#include "reports/handle_set.h"
#include "stead/away.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace stead {
namespace {

constexpr std::size_t kTalksOfClient = 3;
constexpr Days kYearOfDays{365};

/// Gathers all clients in one walk over each collection.
class HandoffMaker {
 public:
  HandoffMaker(const Book& book, const HandoffRequest& request, const Now& now)
      : book_(book), agreements_(book), request_(request) {
    handoff_.now = now;
    handoff_.who = request.who;
    handoff_.name = book.name_of(request.who);
    handoff_.me_name = book.me().name;
    handoff_.period = request.period;
    handoff_.omitted = request.omitted;
  }

  Handoff make() {
    find_clients();
    find_people();
    if (wants(HandoffPart::heard)) find_heard();
    if (wants(HandoffPart::promises)) find_promises();
    if (wants(HandoffPart::talks)) find_talks();
    if (!wants(HandoffPart::people)) leave_people_out();
    return std::move(handoff_);
  }

 private:
  bool wants(HandoffPart part) const {
    return std::ranges::find(request_.omitted, part) == request_.omitted.end();
  }

  bool is_arranged(const Contact& contact) const {
    return std::ranges::any_of(contact.cover, [this](const Cover& cover) {
      return book_.canonical(cover.by) == request_.who;
    });
  }

  void find_clients() {
    for (const std::size_t i : book_.holding(Collection::contacts, "\"client\"")) {
      const Contact& contact = book_.contact(i);
      if (!contact.has_tag("client") || contact.archived) continue;
      const Contact* owner =
          contact.client_of.empty() ? &book_.me() : book_.contact(contact.client_of);
      if (owner == nullptr || (!is_arranged(contact) && !is_arranged(*owner))) continue;
      add_client(contact, *owner);
    }
    sort_by(handoff_.clients,
            [](const HandoffClient& client) { return fold(client.contact.name); });
    for (std::size_t n = 0; n < handoff_.clients.size(); ++n) {
      note_whom_it_concerns(book_.names(*book_.find_contact(handoff_.clients[n].contact.id)), n);
    }
  }

  void add_client(const Contact& contact, const Contact& owner) {
    HandoffClient client{.contact = contact,
                         .owner = owner.id,
                         .owner_name = owner.name,
                         .owner_phone = owner.phone};
    std::vector<CoverStretch> stretches = covering_in(agreements_, contact.id, request_.period);
    std::erase_if(stretches, [this](const CoverStretch& stretch) {
      const Candidate* answer = stretch.covering.answer();
      return answer == nullptr || answer->who != request_.who;
    });
    if (wants(HandoffPart::ask)) client.next = next_best(stretches);
    for (const CoverStretch& stretch : stretches) {
      const Candidate* answer = stretch.covering.answer();
      HandoffDays* last = client.days.empty() ? nullptr : &client.days.back();
      if (last != nullptr && last->stand_in.cover == answer->cover &&
          last->days.last + Days{1} == stretch.period.first) {
        last->days.last = stretch.period.last;
      } else {
        client.days.push_back({stretch.period, *answer});
      }
    }
    if (client.days.empty()) return;
    find_what_follows(client, owner);
    add_name(handoff_.names, book_, contact.id);
    handoff_.clients.push_back(std::move(client));
  }

  /// Who is to be called while the owner is away on days between those of the stand-in, and from
  /// the last of them until the owner is back.
  void find_what_follows(HandoffClient& client, const Contact& owner) const {
    const Day last = client.days.back().days.last;
    Period others{client.days.front().days.last, last};
    if (last != kLastDay) {
      client.back = last + kDay;
      if (const std::optional<Absence> away = away_on(owner, *client.back)) {
        others.last = away->to ? away->to->day : kLastDay;
        client.back = away->to ? std::optional(others.last + kDay) : std::nullopt;
      }
    }
    for (const CoverStretch& stretch : covering_in(agreements_, client.contact.id, others)) {
      const Candidate* answer = stretch.covering.answer();
      Period days = stretch.period;
      if (answer != nullptr && answer->who == request_.who) {
        if (days.last <= last) continue;
        days.first = std::max(days.first, last + kDay);
      }
      if (!stretch.covering.owner_away) continue;
      add(client.then, {days, answer == nullptr ? std::nullopt : std::optional(*answer)});
    }
  }

  /// What is the same as on the days before goes on.
  static void add(std::vector<HandoffNext>& all, HandoffNext here) {
    const bool goes_on = !all.empty() && is_same(all.back().next, here.next) &&
                         all.back().days.last + kDay == here.days.first;
    if (goes_on) {
      all.back().days.last = here.days.last;
    } else {
      all.push_back(std::move(here));
    }
  }

  /// The first of the others who is there, by days.
  std::vector<HandoffNext> next_best(const std::vector<CoverStretch>& stretches) const {
    std::vector<HandoffNext> found;
    for (const CoverStretch& stretch : stretches) {
      const auto& candidates = stretch.covering.candidates;
      const auto next = std::ranges::find_if(candidates, [this](const Candidate& each) {
        return !each.unfit && each.who != request_.who && each.who != kMe;
      });
      HandoffNext here{stretch.period, {}};
      if (next != candidates.end()) here.next = *next;
      add(found, std::move(here));
    }
    return found;
  }

  /// What is not ready about them may change from day to day.
  static bool is_same(const std::optional<Candidate>& a, const std::optional<Candidate>& b) {
    return a && b ? a->who == b->who && a->cover == b->cover : !a && !b;
  }

  void note_whom_it_concerns(const ContactNames& names, std::size_t client) {
    const auto note = [&](std::string_view handle) {
      concerned_.add(handle);
      clients_by_handle_[std::string(handle)].push_back(client);
    };
    note(names.id);
    for (const std::string_view was : names.was) note(was);
  }

  /// Those who work at an organisation; of a client who is a person, their organisation.
  void find_people() {
    std::map<std::string, std::size_t, std::less<>> by_id;
    for (std::size_t n = 0; n < handoff_.clients.size(); ++n) {
      HandoffClient& client = handoff_.clients[n];
      by_id[client.contact.id] = n;
      const Contact* org = client.contact.org.empty() ? nullptr : book_.contact(client.contact.org);
      if (org != nullptr) client.org = *org;
      if (org != nullptr) add_name(handoff_.names, book_, org->id);
    }
    for (std::size_t i = 0; i < book_.size(Collection::contacts); ++i) {
      const ContactNames names = book_.names(i);
      if (names.org.empty() || names.id == "me") continue;
      const auto client = by_id.find(book_.canonical(names.org));
      if (client == by_id.end()) continue;
      note_whom_it_concerns(names, client->second);
      add_name(handoff_.names, book_, std::string(names.id));
      const bool is_there = names.archived.empty() && names.id != request_.who;
      if (is_there) handoff_.clients[client->second].people.push_back(book_.contact(i));
    }
    for (HandoffClient& client : handoff_.clients) {
      sort_by(client.people, [](const Contact& person) { return fold(person.name); });
    }
  }

  void leave_people_out() {
    for (HandoffClient& client : handoff_.clients) {
      client.people.clear();
      client.org.reset();
    }
  }

  void find_heard() {
    for (HandoffClient& client : handoff_.clients) {
      add_heard(client, client.contact);
      if (client.org) add_heard(client, *client.org);
      if (!wants(HandoffPart::people)) continue;
      for (const Contact& person : client.people) add_heard(client, person);
    }
  }

  static void add_heard(HandoffClient& client, const Contact& contact) {
    for (const Heard& heard : contact.heard) {
      if (!heard.retired) client.heard.push_back({contact.id, heard});
    }
  }

  std::set<std::size_t> clients_of(const std::vector<std::string>& handles) const {
    std::set<std::size_t> clients;
    for (const std::string& handle : handles) {
      const auto found = clients_by_handle_.find(handle);
      if (found != clients_by_handle_.end()) {
        clients.insert(found->second.begin(), found->second.end());
      }
    }
    return clients;
  }

  void put_in_force(std::string& handle) const {
    if (!handle.empty()) handle = std::string(book_.canonical(handle));
  }

  void find_promises() {
    for (const std::size_t i : concerned_.holding(book_, Collection::promises)) {
      Promise promise = book_.promise(i);
      if (!promise.is_open() || !promise.due || request_.period.last < promise.due->day) continue;
      const std::set<std::size_t> clients = clients_of({promise.other_side(), promise.for_whom});
      if (clients.empty()) continue;
      for (std::string* side : {&promise.by, &promise.to, &promise.for_whom}) put_in_force(*side);
      add_names(handoff_.names, book_, promise);
      for (const std::size_t n : clients) handoff_.clients[n].promises.push_back(promise);
    }
    for (HandoffClient& client : handoff_.clients) {
      sort_by(client.promises, [](const Promise& promise) { return promise.due->day; });
    }
  }

  void find_talks() {
    std::map<std::string, std::set<std::size_t>> awaited;
    for (const Waiting& waiting : waiting_in(book_, handoff_.now)) {
      for (const std::size_t n : clients_of({waiting.who})) {
        handoff_.clients[n].waiting.push_back(waiting);
        awaited[waiting.id].insert(n);
      }
    }
    std::size_t open = handoff_.clients.size() * kTalksOfClient;
    std::vector<std::size_t> taken(handoff_.clients.size());
    const std::size_t all = book_.size(Collection::interactions);
    book_.meetings_back_from(all, [&](std::size_t i, const Meeting& meeting) {
      if (meeting.via != "note") {
        std::vector<std::string> concerned(meeting.with.begin(), meeting.with.end());
        concerned.emplace_back(meeting.for_client);
        for (const std::size_t n : clients_of(concerned)) {
          if (taken[n] == kTalksOfClient) continue;
          ++taken[n];
          --open;
          add_talk(n, i);
        }
      }
      return open > 0;
    });
    for (const auto& [id, clients] : awaited) {
      for (const std::size_t n : clients) add_talk(n, *book_.find(Collection::interactions, id));
    }
    for (HandoffClient& client : handoff_.clients) {
      std::ranges::stable_sort(client.talks, [](const Interaction& a, const Interaction& b) {
        return before(b.at, a.at);
      });
    }
  }

  void add_talk(std::size_t client, std::size_t interaction) {
    if (!talks_.emplace(client, interaction).second) return;
    Interaction talk = book_.interaction(interaction);
    for (std::string& handle : talk.with) put_in_force(handle);
    add_names(handoff_.names, book_, talk);
    handoff_.clients[client].talks.push_back(std::move(talk));
  }

  const Book& book_;
  Agreements agreements_;
  const HandoffRequest& request_;
  Handoff handoff_;
  HandleSet concerned_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> clients_by_handle_;
  std::set<std::pair<std::size_t, std::size_t>> talks_;  ///< A client, an interaction: those taken.
};

}  // namespace

Handoff handoff_report(const Book& book, const HandoffRequest& request, const Now& now) {
  return HandoffMaker(book, request, now).make();
}

std::optional<Period> next_absence_of_mine(const Book& book, Day today) {
  const std::optional<Absence> away = away_in(book.me(), {today, kLastDay});
  if (!away) return std::nullopt;
  const Day first = away->from.day;
  return Period{first, away->to ? away->to->day : std::max(first, today) + kYearOfDays};
}

}  // namespace stead
