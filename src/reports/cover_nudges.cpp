#include "stead/cover_nudges.h"

#include "stead/contact.h"
#include "stead/deed.h"
#include "stead/periods.h"
#include "stead/record.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace stead {
namespace {

/// For so long after the last day it is worth while to note that somebody stood in.
constexpr Span kWorthNoting{.count = 1, .unit = Span::Unit::year};

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

/// The days that an arrangement has of its own.
std::optional<Period> own_days(const Cover& cover) {
  if (!cover.agreed || !cover.from || !cover.to || *cover.to < *cover.from) return std::nullopt;
  return Period{*cover.from, *cover.to};
}

/// Which arrangements are looked at.
enum class Arranged { any_days, own_days };

/// Adds what stand-ins who had agreed did for the contact, whose clients it is or which is one.
void add_services(Services& services, const Agreements& agreements, const Contact& of,
                  Period period, Arranged arranged = Arranged::any_days) {
  for (const CoverStretch& stretch : covering_in(agreements, of.id, period)) {
    const Candidate* answer = stretch.covering.answer();
    if (answer == nullptr || !answer->cover.agreed) continue;
    if (arranged == Arranged::own_days && !own_days(answer->cover)) continue;
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

/// Is it over, since a year at most?
bool is_worth_noting(Day last, Day today) {
  return last < today && today <= add(last, kWorthNoting);
}
bool is_worth_noting(const Absence& absence, Day today) {
  return absence.to && is_worth_noting(absence.to->day, today);
}

/// Days that arrangements have of their own, and for whom those are.
struct OwnDays {
  Period days;
  std::vector<const Contact*> clients;
};

/// Those of the clients of `owner` that are over and meet no absence; what meets is one.
std::vector<OwnDays> own_days_over(const std::vector<const Contact*>& clients, const Contact& owner,
                                   Day today) {
  std::vector<OwnDays> all;
  for (const Contact* client : clients) {
    for (const Cover& cover : client->cover) {
      const std::optional<Period> days = own_days(cover);
      if (!days || !is_worth_noting(days->last, today)) continue;
      const bool is_away = std::ranges::any_of(owner.away, [&](const Absence& absence) {
        return days->overlaps({absence.from.day, absence.to ? absence.to->day : kLastDay});
      });
      if (!is_away) all.push_back({*days, {client}});
    }
  }
  sort_by(all, [](const OwnDays& each) { return each.days.first; });
  std::vector<OwnDays> joined;
  for (OwnDays& each : all) {
    if (joined.empty() || joined.back().days.last < each.days.first) {
      joined.push_back(std::move(each));
      continue;
    }
    OwnDays& before = joined.back();
    before.days.last = std::max(before.days.last, each.days.last);
    const Contact* client = each.clients.front();
    if (std::ranges::find(before.clients, client) == before.clients.end()) {
      before.clients.push_back(client);
    }
  }
  return joined;
}

Services services_of(const Clients& clients, const OwnDays& own) {
  Services services;
  for (const Contact* client : own.clients) {
    add_services(services, clients.agreements(), *client, own.days, Arranged::own_days);
  }
  return services;
}

/// The deeds of kind `cover` that went one way, each of which notes some days of help.
class NotedCover {
 public:
  NotedCover(const Book& book, std::string_view dir) {
    for (const std::size_t i : book.with_deeds()) {
      const HelpView help = book.help(i);
      if (!help.deed || help.deed->kind != "cover") continue;
      if (!help.by.empty() && book.canonical(help.by) != kMe) continue;
      if (!help.deed->even && help.deed->dir != dir) continue;
      const bool has_days = help.deed->amount && help.deed->amount->unit == Amount::Unit::day;
      for (const std::string_view handle : help.with) {
        Noted& noted = by_who_[std::string(book.canonical(handle))];
        if (help.deed->even) {
          noted.even = std::max(noted.even, help.at.day);
        } else {
          noted.deeds.push_back({help.at.day, has_days ? help.deed->amount->thousandths : 0, false,
                                 help.deed->thanked.has_value()});
        }
      }
    }
    for (auto& [who, noted] : by_who_) {
      sort_by(noted.deeds, [](const Deed& deed) { return kLastDay - deed.at; });
    }
  }

  struct Found {
    bool is_noted = false;
    bool is_thanked = false;
    bool is_settled = false;
  };

  /// Takes what notes these days of help by somebody, or for them; the last days have to be asked
  /// about first.
  Found take(const StoodIn& help) {
    constexpr std::int64_t kOneDay = 1000;
    const auto known = by_who_.find(help.who);
    if (known == by_who_.end()) return {};
    Noted& noted = known->second;
    if (help.absence.to && help.absence.to->day <= noted.even) return {.is_settled = true};
    for (Deed& deed : noted.deeds) {
      if (deed.at < help.absence.from.day) break;
      if (deed.is_taken && deed.left < std::max(help.days, 1) * kOneDay) continue;
      deed.is_taken = true;
      deed.left -= help.days * kOneDay;
      return {.is_noted = true, .is_thanked = deed.is_thanked};
    }
    return {};
  }

 private:
  struct Deed {
    Day at;
    std::int64_t left = 0;  ///< Of its days, in thousandths.
    bool is_taken = false;
    bool is_thanked = false;
  };
  struct Noted {
    std::vector<Deed> deeds;  ///< The newest first.
    Day even = kFirstDay;     ///< When it was settled the last time.
  };
  std::map<std::string, Noted, std::less<>> by_who_;
};

StoodIn stood_in(const Book& book, const std::string& who, const Service& service,
                 const Absence& absence, bool was_away) {
  const Hours hours = hours_from(book.me().hours).value_or(Hours{});
  StoodIn stood_in{.who = who,
                   .name = book.name_of(who),
                   .clients = {},
                   .only_client = {},
                   .days = working_days(service.days, hours),
                   .absence = absence,
                   .was_away = was_away};
  for (const Contact* client : service.clients) stood_in.clients.push_back(client->name);
  if (service.clients.size() == 1) stood_in.only_client = service.clients.front()->id;
  return stood_in;
}

Absence absence_on(Period days) { return {When{days.first, {}}, When{days.last, {}}, {}}; }

/// Finds what of it is noted, and leaves out what was thanked for, to me, or is settled.
void compare_with_deeds(std::vector<StoodIn>& all, const Book& book, std::string_view dir) {
  if (all.empty()) return;
  NotedCover noted(book, dir);
  sort_by(all, [](const StoodIn& each) { return kLastDay - each.absence.from.day; });
  std::erase_if(all, [&](StoodIn& each) {
    const NotedCover::Found found = noted.take(each);
    each.is_noted = found.is_noted;
    return found.is_settled || (dir == "got" && found.is_thanked);
  });
  sort_by(all,
          [](const StoodIn& each) { return std::tuple(each.absence.from.day, fold(each.name)); });
}

/// Whose clients, or whose own record, have days on which it is the owner of the book who stands
/// in; by the id of theirs.
std::map<std::string, std::vector<const Contact*>> with_own_days_of_mine(const Clients& clients,
                                                                         Day today) {
  const Book& book = clients.book();
  std::map<std::string, std::vector<const Contact*>> all;
  for (const std::size_t i : book.holding(Collection::contacts, "\"cover\"")) {
    const Contact& each = book.contact(i);
    const bool is_mine = each.id == kMe || (each.has_tag(kClient) && each.client_of.empty());
    if (is_mine || each.archived) continue;
    const bool has_some = std::ranges::any_of(each.cover, [&](const Cover& cover) {
      const std::optional<Period> days = own_days(cover);
      return days && is_worth_noting(days->last, today) && book.canonical(cover.by) == kMe;
    });
    if (!has_some) continue;
    all[each.client_of.empty() ? each.id : std::string(book.canonical(each.client_of))].push_back(
        &each);
  }
  return all;
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

std::vector<StoodIn> stood_in_before(const Clients& clients, Day today) {
  const Book& book = clients.book();
  std::vector<StoodIn> all;
  const auto add_all = [&](const Services& services, const Absence& days, bool was_away) {
    for (const auto& [who, service] : services) {
      if (who != kMe) all.push_back(stood_in(book, who, service, days, was_away));
    }
  };
  for (const Absence& absence : book.me().away) {
    if (!is_worth_noting(absence, today)) continue;
    add_all(services_in(clients, {absence.from.day, absence.to->day}), absence, true);
  }
  for (const OwnDays& own : own_days_over(clients.mine(), book.me(), today)) {
    add_all(services_of(clients, own), absence_on(own.days), false);
  }
  compare_with_deeds(all, book, "got");
  return all;
}

std::vector<StoodIn> i_stood_in_before(const Clients& clients, Day today) {
  const Book& book = clients.book();
  std::vector<StoodIn> all;
  for (const std::size_t i : book.holding(Collection::contacts, "\"away\"")) {
    const Contact& who = book.contact(i);
    if (who.id == kMe || who.archived) continue;
    for (const Absence& absence : who.away) {
      if (!is_worth_noting(absence, today)) continue;
      const Service service = my_service(clients, who, {absence.from.day, absence.to->day});
      if (!service.days.empty()) all.push_back(stood_in(book, who.id, service, absence, true));
    }
  }
  for (const auto& [handle, theirs] : with_own_days_of_mine(clients, today)) {
    const Contact* owner = book.contact(handle);
    if (owner == nullptr || owner->archived) continue;
    for (const OwnDays& own : own_days_over(theirs, *owner, today)) {
      const Services services = services_of(clients, own);
      const auto mine = services.find(std::string(kMe));
      if (mine == services.end()) continue;
      all.push_back(stood_in(book, owner->id, mine->second, absence_on(own.days), false));
    }
  }
  compare_with_deeds(all, book, "gave");
  return all;
}

std::string how_to_note(const StoodIn& stood_in, std::string_view dir) {
  std::string command = fmt::format("stead {} {} cover", dir, stood_in.who);
  if (stood_in.days > 0) command += fmt::format(" {}d", stood_in.days);
  const bool has_client = !stood_in.only_client.empty() && stood_in.only_client != stood_in.who;
  return has_client ? command + " --for " + stood_in.only_client : command;
}

StoodIn stood_in_from(const Clients& clients, const std::string& who, Period period) {
  const Book& book = clients.book();
  const Services services = services_in(clients, period);
  const auto found = services.find(who);
  StoodIn help = stood_in(book, who, found == services.end() ? Service() : found->second,
                          absence_on(period), true);
  help.is_noted = NotedCover(book, "got").take(help).is_noted;
  return help;
}

}  // namespace stead
