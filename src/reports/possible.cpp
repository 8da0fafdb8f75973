#include "stead/away.h"
#include "stead/covering.h"
#include "stead/periods.h"
#include "stead/sort_by.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace stead {

std::vector<std::string> useful_skills(const Contact& client, const Contact& who) {
  if (client.needs.empty()) return who.skills;
  std::vector<std::string> skills;
  std::ranges::copy_if(client.needs, std::back_inserter(skills), [&](const std::string& need) {
    return std::ranges::find(who.skills, need) != who.skills.end();
  });
  return skills;
}

namespace {

/// Colleagues, and whoever has agreed to stand in for the client on any day, by handle.
std::set<std::size_t> people_to_consider(const Colleagues& colleagues, const Contact& client) {
  const Book& book = colleagues.book();
  std::set<std::size_t> people(colleagues.all().begin(), colleagues.all().end());
  for (const Cover& cover : client.cover) {
    const auto by = cover.agreed ? book.find_contact(cover.by) : std::nullopt;
    if (by) people.insert(*by);
  }
  return people;
}

}  // namespace

bool knows_enough(const Book& book, const Contact& client, const Contact& who) {
  // What I know myself need not be in my book.
  if (who.id == kMe || client.needs.empty() || !useful_skills(client, who).empty()) return true;
  return std::ranges::any_of(client.cover, [&](const Cover& cover) {
    return cover.agreed && book.canonical(cover.by) == who.id;
  });
}

Possible as_stand_in(const Book& book, const Contact& client, const Contact& who, Period period) {
  Possible row{who.id, who.name, who.phone, useful_skills(client, who)};
  row.absence = away_in(who, period);
  std::vector<Period> away;
  for (const Absence& absence : who.away) {
    if (!absence.overlaps(period)) continue;
    away.push_back({absence.from.day, absence.to ? absence.to->day : kLastDay});
  }
  row.days = without({period}, joined(std::move(away)));
  if (row.days.empty()) {
    row.why_not = WhyNot::away;
  } else if (!knows_enough(book, client, who)) {
    row.why_not = WhyNot::skills;
  }
  return row;
}

Colleagues::Colleagues(const Book& book) : book_(book) {
  std::set<std::size_t> found;
  for (const std::size_t i : book.holding(Collection::contacts, kColleague)) {
    if (book.contact(i).has_tag(kColleague)) found.insert(i);
  }
  for (const Contact* client : my_clients(book)) {
    for (const Cover& cover : client->cover) {
      const auto who = cover.agreed ? book.find_contact(cover.by) : std::nullopt;
      if (who) found.insert(*who);
    }
  }
  all_.assign(found.begin(), found.end());
}

std::optional<Possible> somebody_to_call(const Agreements& agreements, const Contact& client,
                                         const std::vector<Possible>& people, Period period) {
  std::optional<Possible> best;
  int least = 0;
  for (const Possible& row : people) {
    if (!row.why_not) return std::nullopt;
    if (row.why_not != WhyNot::skills || row.days != std::vector<Period>{period}) continue;
    const Contact& who = *agreements.book().contact(row.who);
    const int others = other_clients(agreements, client, who, period);
    if (who.capacity && others >= *who.capacity) continue;
    if (best && least <= others) continue;
    best = row;
    least = others;
  }
  return best;
}

std::vector<Possible> possible_stand_ins(const Colleagues& colleagues, const Covering& covering,
                                         Period period) {
  const Book& book = colleagues.book();
  const Contact& client = *book.contact(covering.client);
  std::vector<Possible> possible;
  const auto consider = [&](const Contact& who) {
    if (who.archived || who.id == covering.owner || who.id == client.id) return;
    possible.push_back(as_stand_in(book, client, who, period));
  };
  for (const std::size_t i : people_to_consider(colleagues, client)) {
    if (book.contact(i).id != kMe) consider(book.contact(i));
  }
  consider(book.me());
  sort_by(possible, [&](const Possible& row) {
    const std::size_t unknown = client.needs.empty() ? 0 : client.needs.size() - row.skills.size();
    return std::tuple(row.why_not.has_value(), row.who != kMe, !row.could_all(period), unknown);
  });
  return possible;
}

int other_clients(const Agreements& agreements, const Contact& client, const Contact& who,
                  Period period) {
  const Book& book = agreements.book();
  const Load& load = agreements.of(who.id);
  const auto counts_on = [&](Day day) {
    if (!client.has_tag("client") || client.archived) return false;
    return std::ranges::any_of(client.cover, [&](const Cover& cover) {
      return cover.agreed && cover.contains(day) && book.canonical(cover.by) == who.id;
    });
  };
  std::vector<Day> days = load.turning_days(period);
  days.push_back(period.first);
  int most = 0;
  for (const Day day : days) most = std::max(most, load.on(day) - (counts_on(day) ? 1 : 0));
  return most;
}

}  // namespace stead
