#include "stead/cover_nudges.h"

#include "stead/deed.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace stead {
namespace {

constexpr Days kTwoWeeks{14};
constexpr Days kOne{1};

bool is_away_all(const Contact& who, Period days) {
  return std::ranges::any_of(who.away, [&](const Absence& absence) {
    return absence.contains(days.first) && absence.contains(days.last);
  });
}

/// What each stand-in did, by id.
struct Service {
  std::vector<std::string> clients;
  std::set<Day> days;
};
using Services = std::map<std::string, Service>;

/// Adds what stand-ins who had agreed did for the contact, whose clients it is or which is one.
void add_services(Services& services, const Agreements& agreements, const Contact& of,
                  Period period) {
  for (const CoverStretch& stretch : covering_in(agreements, of.id, period)) {
    const Candidate* answer = stretch.covering.answer();
    if (answer == nullptr || !answer->cover.agreed) continue;
    Service& service = services[answer->who];
    if (service.clients.empty() || service.clients.back() != of.name) {
      service.clients.push_back(of.name);
    }
    for (Day day = stretch.period.first; day <= stretch.period.last; day += kOne) {
      service.days.insert(day);
    }
  }
}

Services services_in(const Clients& clients, Period period) {
  Services services;
  for (const Contact* client : clients.mine()) {
    add_services(services, clients.agreements(), *client, period);
  }
  return services;
}

/// What the owner of the book did for the clients of a colleague, or instead of them.
Service my_service(const Clients& clients, const Contact& who, Period period) {
  Services services;
  for (const Contact* client : clients.of_owner(who.id)) {
    add_services(services, clients.agreements(), *client, period);
  }
  if (services["me"].days.empty()) add_services(services, clients.agreements(), who, period);
  return services["me"];
}

/// Is it over, since two weeks at most?
bool is_just_over(const Absence& absence, Day today) {
  return absence.to && absence.to->day < today && today <= absence.to->day + kTwoWeeks;
}

}  // namespace

bool can_offer_to_cover(const Book& book, const Contact& who, Period days) {
  if (who.id == "me" || who.archived || !who.has_tag("colleague")) return false;
  if (is_away_all(book.me(), days)) return false;
  return std::ranges::none_of(who.cover, [&](const Cover& cover) {
    const Period in_force{cover.from.value_or(kFirstDay), cover.to.value_or(kLastDay)};
    return book.canonical(cover.by) == "me" && in_force.overlaps(days);
  });
}

std::string offer_to_cover(const Contact& who, Period days) {
  const std::string until = days.last == kLastDay     ? " on"
                            : days.last == days.first ? ""
                                                      : " to " + long_date(days.last);
  return fmt::format(
      "{}, you are away {} {}{}. Shall I be the one to call for your clients? They stay yours, and "
      "you hear what I did.",
      who.name, days.last == days.first ? "on" : "from", long_date(days.first), until);
}

std::vector<StoodIn> stood_in_before(const Clients& clients, Day today) {
  const Book& book = clients.book();
  std::vector<StoodIn> all;
  for (const Absence& absence : book.me().away) {
    if (!is_just_over(absence, today)) continue;
    const std::size_t first = all.size();
    for (auto& [who, service] : services_in(clients, {absence.from.day, absence.to->day})) {
      std::vector<Interaction> deeds = deeds_in(book, {.who = who, .kind = "cover", .dir = "got"});
      std::erase_if(deeds, [&](const Interaction& deed) { return deed.at.day < absence.from.day; });
      const bool is_thanked = std::ranges::any_of(
          deeds, [](const Interaction& deed) { return deed.deed->thanked.has_value(); });
      if (is_thanked) continue;
      all.push_back({who, book.name_of(who), std::move(service.clients),
                     static_cast<int>(service.days.size()), absence, !deeds.empty()});
    }
    std::sort(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
              [](const StoodIn& a, const StoodIn& b) { return fold(a.name) < fold(b.name); });
  }
  return all;
}

std::vector<StoodIn> i_stood_in_before(const Clients& clients, Day today) {
  const Book& book = clients.book();
  std::vector<StoodIn> all;
  for (const std::size_t i : book.holding(Collection::contacts, "\"away\"")) {
    const Contact who = book.read_contact(i);
    if (who.id == "me" || who.archived) continue;
    for (const Absence& absence : who.away) {
      if (!is_just_over(absence, today)) continue;
      Service service = my_service(clients, who, {absence.from.day, absence.to->day});
      if (service.days.empty()) continue;
      const std::vector<Interaction> deeds =
          deeds_in(book, {.who = who.id, .kind = "cover", .dir = "gave"});
      const bool is_noted = std::ranges::any_of(
          deeds, [&](const Interaction& deed) { return absence.from.day <= deed.at.day; });
      all.push_back({who.id, who.name, std::move(service.clients),
                     static_cast<int>(service.days.size()), absence, is_noted});
    }
  }
  return all;
}

}  // namespace stead
