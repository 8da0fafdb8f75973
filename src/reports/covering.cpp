#include "stead/covering.h"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

namespace stead {
namespace {

constexpr std::string_view kMe = "me";
constexpr std::string_view kClient = "client";

/// Whose cover counts: the contact's own, or its org's where it is no client and has none.
const Contact& covered_contact(const Book& book, std::string_view handle) {
  const Contact& contact = *book.contact(handle);
  if (contact.has_tag(kClient) || !contact.cover.empty() || contact.org.empty()) return contact;
  const Contact* org = book.contact(contact.org);
  return org == nullptr ? contact : *org;
}

std::string owner_of(const Book& book, const Contact& client) {
  return client.client_of.empty() ? std::string(kMe)
                                  : std::string(book.canonical(client.client_of));
}

std::optional<Absence> absence_on(const Contact& contact, Day day) {
  const auto found = std::ranges::find_if(
      contact.away, [&](const Absence& absence) { return absence.contains(day); });
  return found == contact.away.end() ? std::nullopt : std::optional(*found);
}

std::size_t common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return static_cast<std::size_t>(std::ranges::count_if(
      a, [&](const std::string& word) { return std::ranges::find(b, word) != b.end(); }));
}

/// All clients that are not archived and have cover of their own.
std::vector<std::string> covered_clients(const Book& book) {
  std::vector<std::string> clients;
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    // Most contacts have no cover: their records need not be read.
    if (book.record(Collection::contacts, i).find("\"cover\"") == std::string_view::npos) continue;
    const Contact& contact = book.contact(i);
    if (contact.has_tag(kClient) && !contact.archived) clients.push_back(contact.id);
  }
  return clients;
}

/// For how many clients somebody has agreed to stand in on a day, by the clients' own records.
int clients_agreed(const Book& book, std::string_view who, Day day) {
  int count = 0;
  for (const std::string& client : covered_clients(book)) {
    count += std::ranges::any_of(book.contact(client)->cover, [&](const Cover& cover) {
      return cover.agreed && cover.contains(day) && book.canonical(cover.by) == who;
    });
  }
  return count;
}

std::vector<Doubt> doubts_about(const Book& book, const Contact& client, const Contact& who,
                                const Cover& cover, Day day) {
  std::vector<Doubt> doubts;
  const auto doubt_if = [&](bool holds, Doubt doubt) {
    if (holds) doubts.push_back(doubt);
  };
  doubt_if(!cover.agreed, Doubt::only_offered);
  doubt_if(cover.agreed && add(*cover.agreed, {.count = 1, .unit = Span::Unit::year}) < day,
           Doubt::agreed_long_ago);
  doubt_if(!cover.briefed, Doubt::not_briefed);
  doubt_if(!cover.scope.empty() && common(client.needs, cover.scope) < client.needs.size(),
           Doubt::scope_in_part);
  doubt_if(who.capacity && clients_agreed(book, who.id, day) > *who.capacity, Doubt::over_capacity);
  doubt_if(!cover.client_told, Doubt::client_not_told);
  doubt_if(who.phone.empty(), Doubt::no_phone);
  return doubts;
}

/// What is asked about: everything but the candidate.
struct Asked {
  const Book& book;
  const Contact& client;
  const std::string& owner;
  Day day;
  std::string_view taken_away;
};

Candidate candidate(const Asked& asked, const Cover& cover, bool by_owner) {
  const Contact* found = asked.book.contact(cover.by);
  Candidate result;
  result.who = result.name = cover.by;
  result.cover = cover;
  result.by_owner = by_owner;
  if (found == nullptr) {  // a fault, which `check` names; nobody can be called by it
    result.unfit = Unfit::archived;
    return result;
  }
  const Contact& who = *found;
  result.who = who.id;
  result.name = who.name;
  result.phone = who.phone;
  result.email = who.email;
  result.absence = absence_on(who, asked.day);
  if (who.id == asked.owner) {
    result.unfit = Unfit::owner;
  } else if (who.archived) {
    result.unfit = Unfit::archived;
  } else if (result.absence || who.id == asked.taken_away) {
    result.unfit = Unfit::away;
  } else if (!cover.scope.empty() && !asked.client.needs.empty() &&
             common(cover.scope, asked.client.needs) == 0) {
    result.unfit = Unfit::scope;
  } else {
    result.doubts = doubts_about(asked.book, asked.client, who, cover, asked.day);
  }
  return result;
}

/// Agreed before offered, the client's own list before the owner's, with both dates before others,
/// by rank; what is equal stays in the order of its list.
bool goes_before(const Candidate& a, const Candidate& b) {
  const auto key = [](const Candidate& c) {
    return std::tuple(c.unfit.has_value(), !c.cover.agreed, c.by_owner,
                      !(c.cover.from && c.cover.to), c.cover.rank.value_or(1));
  };
  return key(a) < key(b);
}

/// How many clients somebody has agreed to changes where one of those agreements begins or ends.
void turn_with_agreements_of(const Book& book, std::string_view who,
                             const std::function<void(std::optional<Day>)>& turn) {
  for (const std::string& client : covered_clients(book)) {
    for (const Cover& cover : book.contact(client)->cover) {
      if (book.canonical(cover.by) != who) continue;
      turn(cover.from);
      if (cover.to) turn(*cover.to + Days(1));
    }
  }
}

/// The first days on which something that an answer rests on may be different.
std::set<Day> turning_days(const Book& book, std::string_view handle, Period period) {
  std::set<Day> days{period.first};
  const auto turn = [&](std::optional<Day> day) {
    if (day && *day > period.first && *day <= period.last) days.insert(*day);
  };
  const auto absences = [&](const Contact& contact) {
    for (const Absence& absence : contact.away) {
      turn(absence.from.day);
      if (absence.to) turn(absence.to->day + Days(1));
    }
  };
  const auto covers = [&](const Contact& contact) {
    for (const Cover& cover : contact.cover) {
      turn(cover.from);
      if (cover.to) turn(*cover.to + Days(1));
      if (cover.agreed) {
        turn(add(*cover.agreed, {.count = 1, .unit = Span::Unit::year}) + Days(1));
      }
      const Contact* who = book.contact(cover.by);
      if (who == nullptr) continue;
      absences(*who);
      if (who->capacity) turn_with_agreements_of(book, who->id, turn);
    }
  };
  const Contact& client = covered_contact(book, handle);
  covers(client);
  if (const Contact* owner = book.contact(owner_of(book, client))) {
    absences(*owner);
    covers(*owner);
  }
  return days;
}

}  // namespace

const Candidate* Covering::answer() const {
  return candidates.empty() || candidates.front().unfit ? nullptr : &candidates.front();
}

bool Covering::is_agreed() const { return answer() != nullptr && answer()->cover.agreed; }

Covering covering(const Book& book, std::string_view handle, Day day, std::string_view taken_away) {
  const Contact& client = covered_contact(book, handle);
  Covering result;
  result.client = client.id;
  result.client_name = client.name;
  result.owner = owner_of(book, client);
  result.owner_name = book.name_of(result.owner);
  const Contact* owner = book.contact(result.owner);
  if (owner != nullptr) result.owner_away = absence_on(*owner, day);
  const Asked asked{book, client, result.owner, day, taken_away};
  const auto collect = [&](const std::vector<Cover>& covers, bool by_owner) {
    for (const Cover& cover : covers) {
      if (cover.contains(day)) result.candidates.push_back(candidate(asked, cover, by_owner));
    }
  };
  collect(client.cover, false);
  if (owner != nullptr && owner != &client) collect(owner->cover, true);
  std::ranges::stable_sort(result.candidates, goes_before);
  return result;
}

std::vector<CoverStretch> covering_in(const Book& book, std::string_view handle, Period period,
                                      std::string_view taken_away) {
  std::vector<CoverStretch> stretches;
  for (const Day day : turning_days(book, handle, period)) {
    Covering here = covering(book, handle, day, taken_away);
    if (!stretches.empty()) {
      if (stretches.back().covering == here) continue;
      stretches.back().period.last = day - Days(1);
    }
    stretches.push_back({{day, period.last}, std::move(here)});
  }
  return stretches;
}

std::vector<std::string> my_clients(const Book& book) {
  std::vector<std::string> clients;
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    if (book.record(Collection::contacts, i).find("client") == std::string_view::npos) continue;
    const Contact& contact = book.contact(i);
    if (contact.has_tag(kClient) && contact.client_of.empty() && !contact.archived) {
      clients.push_back(contact.id);
    }
  }
  return clients;
}

namespace {

/// Colleagues who are there all the time and know something that the client needs.
std::vector<Possible> possible_stand_ins(const Book& book, const Covering& covering,
                                         Period period) {
  const Contact& client = *book.contact(covering.client);
  std::vector<Possible> possible;
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    if (book.record(Collection::contacts, i).find("colleague") == std::string_view::npos) continue;
    const Contact& who = book.contact(i);
    const bool there = std::ranges::none_of(
        who.away, [&](const Absence& absence) { return absence.overlaps(period); });
    if (!who.has_tag("colleague") || who.archived || who.id == covering.owner || !there) continue;
    Possible row{who.id, who.name, {}};
    for (const std::string& need : client.needs) {
      if (std::ranges::find(who.skills, need) != who.skills.end()) row.skills.push_back(need);
    }
    if (client.needs.empty() || !row.skills.empty()) possible.push_back(std::move(row));
  }
  std::ranges::stable_sort(possible, std::ranges::greater(),
                           [](const Possible& row) { return row.skills.size(); });
  return possible;
}

}  // namespace

bool CoveringReport::is_covered() const {
  return std::ranges::all_of(
      stretches, [](const CoverStretch& stretch) { return stretch.covering.is_agreed(); });
}

CoveringReport covering_report(const Book& book, std::string_view handle, Period period) {
  CoveringReport report{.asked = std::string(book.canonical(handle)),
                        .asked_name = book.name_of(handle),
                        .period = period,
                        .stretches = covering_in(book, handle, period),
                        .possible = {}};
  for (const CoverStretch& stretch : report.stretches) {
    if (stretch.covering.answer() != nullptr) continue;
    report.possible = possible_stand_ins(book, stretch.covering, stretch.period);
    break;
  }
  return report;
}

}  // namespace stead
