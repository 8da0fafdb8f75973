#include "stead/cover_nudges.h"

#include "stead/deed.h"
#include "stead/periods.h"
#include "stead/record.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <map>

namespace stead {
namespace {

constexpr Days kTwoWeeks{14};

bool is_away_all(const Contact& who, Period days) {
  return std::ranges::any_of(who.away, [&](const Absence& absence) {
    return absence.contains(days.first) && absence.contains(days.last);
  });
}

/// The days before `day` on which somebody works, counted from a Monday.
int working_days_before(Day day, Hours hours) {
  constexpr int kThursdayIs = 3;  // the day that Day counts from
  constexpr int kDaysOfWeek = 7;
  const int days = static_cast<int>(day.time_since_epoch().count()) + kThursdayIs;
  const int of_week = ((days % kDaysOfWeek) + kDaysOfWeek) % kDaysOfWeek;
  return (days - of_week) / kDaysOfWeek * std::popcount(hours.days) +
         std::popcount(hours.days & ((1U << static_cast<unsigned>(of_week)) - 1));
}

/// How many working days there are in periods that may meet.
int working_days(std::vector<Period> periods, Hours hours) {
  sort_by(periods, [](const Period& period) { return period.first; });
  int count = 0;
  Day next = kFirstDay;
  for (const Period& period : periods) {
    const Day first = std::max(next, period.first);
    if (period.last < first) continue;
    next = period.last + kDay;
    count += working_days_before(next, hours) - working_days_before(first, hours);
  }
  return count;
}

/// What each stand-in did, by id.
struct Service {
  std::vector<const Contact*> clients;
  std::vector<Period> days;
};
using Services = std::map<std::string, Service>;

/// Adds what stand-ins who had agreed did for the contact, whose clients it is or which is one.
void add_services(Services& services, const Agreements& agreements, const Contact& of,
                  Period period) {
  for (const CoverStretch& stretch : covering_in(agreements, of.id, period)) {
    const Candidate* answer = stretch.covering.answer();
    if (answer == nullptr || !answer->cover.agreed) continue;
    // An arrangement without a first day begins when it was agreed.
    const Day first = answer->cover.from ? stretch.period.first
                                         : std::max(stretch.period.first, *answer->cover.agreed);
    if (stretch.period.last < first) continue;
    Service& service = services[answer->who];
    if (service.clients.empty() || service.clients.back() != &of) service.clients.push_back(&of);
    service.days.push_back({first, stretch.period.last});
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

StoodIn stood_in(const Book& book, const std::string& who, const Service& service) {
  const Hours hours = hours_from(book.me().hours).value_or(Hours{});
  StoodIn stood_in{
      .who = who, .name = book.name_of(who), .days = working_days(service.days, hours)};
  for (const Contact* client : service.clients) stood_in.clients.push_back(client->name);
  if (service.clients.size() == 1) stood_in.only_client = service.clients.front()->id;
  return stood_in;
}

/// `from Mon 2026-08-10 to Fri 2026-08-14`, `on Fri 2026-08-07`, `from Mon 2026-08-03 on`.
std::string in_a_sentence(Period days) {
  return during(days) + (days.last == kLastDay ? " on" : "");
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

const Cover* unanswered_offer(const Book& book, const Contact& who, Period days) {
  const Cover* offer = nullptr;
  for (const Cover& cover : who.cover) {
    const Period in_force{cover.from.value_or(kFirstDay), cover.to.value_or(kLastDay)};
    if (book.canonical(cover.by) != "me" || !in_force.overlaps(days)) continue;
    if (cover.agreed) return nullptr;
    if (cover.offered && offer == nullptr) offer = &cover;
  }
  return offer;
}

bool is_to_brief(const Cover& cover, Day today) {
  constexpr Span kOneYear{.count = 1, .unit = Span::Unit::year};
  return cover.agreed && (!cover.briefed || add(*cover.briefed, kOneYear) < today);
}

std::string offer_to_cover(const Contact& who, Period days) {
  return fmt::format(
      "{}, you are away {}. Shall I be the one to call for your clients? They stay yours, and "
      "you hear what I did.",
      who.name, in_a_sentence(days));
}

std::string whom_to_call(const std::string& stand_in, const std::string& reach, Period days) {
  const std::string back =
      days.last == kLastDay ? "" : " I am back on " + long_date(days.last + kDay) + ".";
  return fmt::format(
      "I am away {}. Whatever comes up meanwhile, please call {}{}, who stands in "
      "for me and keeps me in the picture.{}",
      in_a_sentence(days), stand_in, reach.empty() ? "" : ", " + reach, back);
}

std::vector<StoodIn> stood_in_before(const Clients& clients, Day today) {
  const Book& book = clients.book();
  std::vector<StoodIn> all;
  for (const Absence& absence : book.me().away) {
    if (!is_just_over(absence, today)) continue;
    const std::size_t first = all.size();
    for (const auto& [who, service] : services_in(clients, {absence.from.day, absence.to->day})) {
      std::vector<Interaction> deeds = deeds_in(book, {.who = who, .kind = "cover", .dir = "got"});
      std::erase_if(deeds, [&](const Interaction& deed) { return deed.at.day < absence.from.day; });
      const bool is_thanked = std::ranges::any_of(
          deeds, [](const Interaction& deed) { return deed.deed->thanked.has_value(); });
      if (is_thanked) continue;
      StoodIn& each = all.emplace_back(stood_in(book, who, service));
      each.absence = absence;
      each.is_noted = !deeds.empty();
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
      const Service service = my_service(clients, who, {absence.from.day, absence.to->day});
      if (service.days.empty()) continue;
      const std::vector<Interaction> deeds =
          deeds_in(book, {.who = who.id, .kind = "cover", .dir = "gave"});
      const bool is_noted = std::ranges::any_of(
          deeds, [&](const Interaction& deed) { return absence.from.day <= deed.at.day; });
      StoodIn& each = all.emplace_back(stood_in(book, who.id, service));
      each.absence = absence;
      each.is_noted = is_noted;
    }
  }
  return all;
}

std::string how_to_note(const StoodIn& stood_in) {
  std::string command = fmt::format("stead got {} cover", stood_in.who);
  if (stood_in.days > 0) command += fmt::format(" {}d", stood_in.days);
  if (!stood_in.only_client.empty()) command += " --for " + stood_in.only_client;
  return command;
}

StoodIn stood_in_from(const Clients& clients, const std::string& who, Period period) {
  const Services services = services_in(clients, period);
  const auto found = services.find(who);
  return stood_in(clients.book(), who, found == services.end() ? Service() : found->second);
}

}  // namespace stead
