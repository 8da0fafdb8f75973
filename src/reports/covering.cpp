#include "stead/covering.h"

#include "stead/away.h"
#include "stead/periods.h"
#include "stead/sort_by.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace stead {
namespace {

/// Whose cover counts: the contact's own, or where it is no client and has none that of its org, of
/// a department that of the one it belongs to.
const Contact& covered_contact(const Book& book, std::string_view handle) {
  const Contact& asked = *book.contact(handle);
  const auto is_covered = [](const Contact& each) {
    return each.has_tag(kClient) || !each.cover.empty();
  };
  if (is_covered(asked)) return asked;
  std::set<const Contact*> above;  // orgs that name each other in a circle end it
  for (const Contact* each = &asked; each != nullptr && above.insert(each).second;) {
    if (is_covered(*each)) return *each;
    each = each->org.empty() ? nullptr : book.contact(each->org);
  }
  const Contact* org = asked.org.empty() ? nullptr : book.contact(asked.org);
  return org == nullptr ? asked : *org;
}

/// A client's owner is its `client_of`, else me. Whoever is no client is asked about as an owner
/// where they are a colleague, or where it is me who holds the fort for them.
std::string owner_of(const Book& book, const Contact& contact) {
  if (!contact.client_of.empty()) return std::string(book.canonical(contact.client_of));
  if (contact.has_tag(kClient)) return std::string(kMe);
  const bool is_owner =
      contact.has_tag(kColleague) || std::ranges::any_of(contact.cover, [&](const Cover& cover) {
        return book.canonical(cover.by) == kMe;
      });
  return is_owner ? contact.id : std::string(kMe);
}

std::size_t common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return static_cast<std::size_t>(std::ranges::count_if(
      a, [&](const std::string& word) { return std::ranges::find(b, word) != b.end(); }));
}

/// What is asked about: everything but the candidate.
struct Asked {
  const Agreements& agreements;
  const Contact& client;
  const std::string& owner;
  Day day;
  const TakenAway& taken_away;

  const Book& book() const { return agreements.book(); }
};

bool is_taken_away(const Asked& asked, const std::string& who) {
  return std::ranges::find(asked.taken_away, who) != asked.taken_away.end();
}

/// For how many clients somebody stands in on the day, if it is they who do it for this one too.
int clients_covered_by(const Asked& asked, const Contact& who) {
  const bool counts = std::ranges::any_of(asked.client.cover, [&](const Cover& cover) {
    return cover.agreed && cover.contains(asked.day) && asked.book().canonical(cover.by) == who.id;
  });
  const bool is_one_more = asked.client.has_tag(kClient) && !(counts && !asked.client.archived);
  return asked.agreements.of(who.id).on(asked.day) + (is_one_more ? 1 : 0);
}

std::vector<Doubt> doubts_about(const Asked& asked, const Contact& who, const Cover& cover) {
  const std::vector<std::string>& needs = asked.client.needs;
  std::vector<Doubt> doubts;
  const auto doubt_if = [&](bool holds, Doubt doubt) {
    if (holds) doubts.push_back(doubt);
  };
  doubt_if(!cover.agreed, Doubt::only_offered);
  doubt_if(cover.agreed && add(*cover.agreed, {.count = 1, .unit = Span::Unit::year}) < asked.day,
           Doubt::agreed_long_ago);
  doubt_if(!cover.briefed, Doubt::not_briefed);
  const bool is_for_all_needs = !needs.empty() && common(needs, cover.scope) == needs.size();
  doubt_if(!cover.scope.empty() && !is_for_all_needs, Doubt::scope_in_part);
  doubt_if(who.capacity && clients_covered_by(asked, who) > *who.capacity, Doubt::over_capacity);
  doubt_if(!cover.client_told, Doubt::client_not_told);
  doubt_if(who.phone.empty() && who.id != kMe, Doubt::no_phone);
  return doubts;
}

Candidate candidate(const Asked& asked, const Cover& cover, bool by_owner) {
  Candidate result{.who = cover.by,
                   .name = cover.by,
                   .phone = {},
                   .email = {},
                   .cover = cover,
                   .by_owner = by_owner,
                   .unfit = Unfit::unknown,
                   .absence = {},
                   .doubts = {}};
  const Contact* found = asked.book().contact(cover.by);
  if (found == nullptr) return result;
  const Contact& who = *found;
  result.who = who.id;
  result.name = who.name;
  result.phone = who.phone;
  result.email = who.email;
  const std::optional<Absence> absence = away_on(who, asked.day);
  if (who.id == asked.owner) {
    result.unfit = Unfit::owner;
  } else if (who.archived) {
    result.unfit = Unfit::archived;
  } else if (absence || is_taken_away(asked, who.id)) {
    result.unfit = Unfit::away;
    result.absence = absence;
  } else if (!cover.scope.empty() && !asked.client.needs.empty() &&
             common(cover.scope, asked.client.needs) == 0) {
    result.unfit = Unfit::scope;
  } else {
    result.unfit = {};
    result.doubts = doubts_about(asked, who, cover);
  }
  return result;
}

/// Agreed before offered, the client's own list before the owner's, with both dates before others,
/// by rank; what is equal stays in the order of its list.
auto place_among(const Candidate& c) {
  return std::tuple(c.unfit.has_value(), !c.cover.agreed, c.by_owner, !(c.cover.from && c.cover.to),
                    c.cover.rank.value_or(1));
}

/// The first days on which something that an answer rests on may be different.
std::vector<Day> turning_days(const Agreements& agreements, std::string_view handle,
                              Period period) {
  const Book& book = agreements.book();
  std::vector<Day> days{period.first};
  const auto turn = [&](std::optional<Day> day) {
    if (day && *day > period.first && *day <= period.last) days.push_back(*day);
  };
  const auto turn_after = [&](std::optional<Day> day) {
    if (day) turn(*day + Days(1));
  };
  const auto absences = [&](const Contact& contact) {
    for (const Absence& absence : contact.away) {
      turn(absence.from.day);
      if (absence.to) turn_after(absence.to->day);
    }
  };
  const auto covers = [&](const Contact& contact) {
    for (const Cover& cover : contact.cover) {
      turn(cover.from);
      turn_after(cover.to);
      if (cover.agreed) turn_after(add(*cover.agreed, {.count = 1, .unit = Span::Unit::year}));
      const Contact* who = book.contact(cover.by);
      if (who == nullptr) continue;
      absences(*who);
      if (!who->capacity) continue;
      for (const Day day : agreements.of(who->id).turning_days(period)) days.push_back(day);
    }
  };
  const Contact& client = covered_contact(book, handle);
  covers(client);
  if (const Contact* owner = book.contact(owner_of(book, client))) {
    absences(*owner);
    covers(*owner);
  }
  std::ranges::sort(days);
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

}  // namespace

Load::Load(std::vector<Agreement> agreements) {
  std::ranges::sort(agreements, {}, [](const Agreement& agreement) {
    return std::tuple(agreement.client, agreement.days.first);
  });
  for (auto next = agreements.begin(); next != agreements.end();) {
    const std::size_t client = next->client;
    begins_.push_back(next->days.first);
    Day end = next->days.last + Days(1);
    for (++next; next != agreements.end() && next->client == client && next->days.first <= end;
         ++next) {
      end = std::max(end, next->days.last + Days(1));
    }
    ends_.push_back(end);
  }
  std::ranges::sort(begins_);
  std::ranges::sort(ends_);
}

int Load::on(Day day) const {
  const auto up_to = [day](const std::vector<Day>& days) {
    return std::ranges::upper_bound(days, day) - days.begin();
  };
  return static_cast<int>(up_to(begins_) - up_to(ends_));
}

std::vector<Day> Load::turning_days(Period period) const {
  std::vector<Day> days;
  for (const std::vector<Day>* turns : {&begins_, &ends_}) {
    const auto first = std::ranges::lower_bound(*turns, period.first);
    days.insert(days.end(), first, std::ranges::upper_bound(first, turns->end(), period.last));
  }
  return days;
}

const Load& Agreements::of(std::string_view who) const {
  static const Load nothing({});
  if (!by_who_) gather();
  const auto found = by_who_->find(who);
  return found == by_who_->end() ? nothing : found->second;
}

void Agreements::gather() const {
  std::map<std::string, std::vector<Load::Agreement>> agreements;
  for (const std::size_t i : book_.holding(Collection::contacts, "\"cover\"")) {
    const Contact& client = book_.contact(i);
    if (!client.has_tag(kClient) || client.archived) continue;
    for (const Cover& cover : client.cover) {
      if (!cover.agreed) continue;
      const Period days{cover.from.value_or(kFirstDay), cover.to.value_or(kLastDay)};
      if (days.last < days.first) continue;
      agreements[std::string(book_.canonical(cover.by))].push_back({i, days});
    }
  }
  for (const auto& [who, agreement] : also_) agreements[who].push_back(agreement);
  by_who_.emplace();
  for (auto& [who, theirs] : agreements) by_who_->emplace(who, Load(std::move(theirs)));
}

const Candidate* Covering::answer() const {
  return candidates.empty() || candidates.front().unfit ? nullptr : &candidates.front();
}

bool Covering::is_agreed() const { return answer() != nullptr && answer()->cover.agreed; }

Covering covering(const Agreements& agreements, std::string_view handle, Day day,
                  const TakenAway& taken_away) {
  const Book& book = agreements.book();
  const Contact& client = covered_contact(book, handle);
  Covering result;
  result.client = client.id;
  result.client_name = client.name;
  result.owner = owner_of(book, client);
  result.owner_name = book.name_of(result.owner);
  const Contact* owner = book.contact(result.owner);
  if (owner != nullptr) {
    result.owner_phone = owner->phone;
    result.owner_away = away_on(*owner, day);
  }
  const Asked asked{agreements, client, result.owner, day, taken_away};
  const auto collect = [&](const std::vector<Cover>& covers, bool by_owner) {
    for (const Cover& cover : covers) {
      if (cover.contains(day)) result.candidates.push_back(candidate(asked, cover, by_owner));
    }
  };
  collect(client.cover, false);
  if (owner != nullptr && owner != &client) collect(owner->cover, true);
  sort_by(result.candidates, place_among);
  return result;
}

std::vector<CoverStretch> covering_in(const Agreements& agreements, std::string_view handle,
                                      Period period, const TakenAway& taken_away) {
  std::vector<CoverStretch> stretches;
  for (const Day day : turning_days(agreements, handle, period)) {
    Covering here = covering(agreements, handle, day, taken_away);
    if (!stretches.empty()) {
      if (stretches.back().covering == here) continue;
      stretches.back().period.last = day - Days(1);
    }
    stretches.push_back({{day, period.last}, std::move(here)});
  }
  return stretches;
}

std::vector<const Contact*> my_clients(const Book& book) {
  std::vector<const Contact*> clients;
  for (const std::size_t i : book.holding(Collection::contacts, kClient)) {
    const Contact& contact = book.contact(i);
    if (contact.has_tag(kClient) && contact.client_of.empty() && !contact.archived) {
      clients.push_back(&contact);
    }
  }
  return clients;
}

bool CoveringReport::is_covered() const {
  return std::ranges::all_of(
      stretches, [](const CoverStretch& stretch) { return stretch.covering.is_agreed(); });
}

namespace {

/// Who could on any of the open days, in the order of the first of them on which they could.
void find_possible(CoveringReport& report, const Book& book) {
  const Covering& covering = report.stretches.front().covering;
  const Colleagues colleagues(book);
  for (const Period open : report.open) {
    std::vector<Possible> people = possible_stand_ins(colleagues, covering, open);
    if (open == report.open.front()) {
      report.to_call = somebody_to_call(book, *book.contact(covering.client), people, open);
    }
    for (Possible& row : people) {
      if (row.why_not) break;  // those who could come first
      const auto known = std::ranges::find(report.possible, row.who, &Possible::who);
      if (known == report.possible.end()) {
        report.possible.push_back(std::move(row));
      } else {
        known->days.insert(known->days.end(), row.days.begin(), row.days.end());
      }
    }
  }
}

}  // namespace

CoveringReport covering_report(const Book& book, std::string_view handle, Period period) {
  CoveringReport report{.asked = std::string(book.canonical(handle)),
                        .asked_name = book.name_of(handle),
                        .period = period,
                        .stretches = covering_in(book, handle, period),
                        .open = {},
                        .possible = {},
                        .to_call = {}};
  for (const CoverStretch& stretch : report.stretches) {
    if (stretch.covering.answer() == nullptr) report.open.push_back(stretch.period);
  }
  report.open = joined(std::move(report.open));
  if (!report.open.empty()) find_possible(report, book);
  return report;
}

}  // namespace stead
