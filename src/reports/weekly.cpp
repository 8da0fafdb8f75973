#include "stead/weekly.h"

#include "reports/done.h"
#include "reports/reconnect.h"
#include "reports/unreflected.h"
#include "stead/sort_by.h"

#include <algorithm>
#include <tuple>

namespace stead {
namespace {

constexpr Days kWeek{7};
constexpr Days kFourWeeks{28};
constexpr Days kOne{1};

/// The days that a page is about.
struct Page {
  Period period;
  Period due;    ///< Of what is due.
  Period ahead;  ///< Of absences.
  std::optional<Period> done;
  bool is_past = false;
  bool is_current = false;
};

Page page_of(Day today, Period period, Period before) {
  const Day last = std::max(period.last, today + kFourWeeks - kOne);
  return {.period = period,
          .due = {kFirstDay, period.last},
          .ahead = {today, last},
          .done = before,
          .is_past = false,
          .is_current = true};
}

Page page_of_week(Day today) {
  const Day monday = monday_of(today);
  const Day saturday = monday + Days{5};
  if (today < saturday) {
    return page_of(today, {monday, monday + kWeek - kOne}, {monday - kWeek, monday - kOne});
  }
  return page_of(today, {today, monday + 2 * kWeek - kOne}, {monday, today});
}

/// The day `days` before `day`, if the calendar has one.
Day earlier(Day day, Days days) { return day - kFirstDay < days ? kFirstDay : day - days; }

Page page_of(Day today, Period period) {
  if (period.contains(today)) {
    const Days length = period.last - period.first + kOne;
    return page_of(today, period, {earlier(period.first, length), earlier(period.first, kOne)});
  }
  const bool is_past = period.last < today;
  return {.period = period,
          .due = period,
          .ahead = period,
          .done = is_past ? std::optional(period) : std::nullopt,
          .is_past = is_past,
          .is_current = false};
}

DuePromise due_promise(const Book& book, const Promise& promise, const Now& now) {
  const bool mine = book.canonical(promise.by) == "me";
  const bool follow_up = mine && book.canonical(promise.to) == "me";
  const std::string& other = follow_up ? promise.for_whom : mine ? promise.to : promise.by;
  const bool late = is_late(promise, now);
  return {.id = promise.id,
          .text = promise.text,
          .mine = mine,
          .follow_up = follow_up,
          .who = std::string(book.canonical(other)),
          .name = other.empty() ? "" : book.name_of(other),
          .for_whom = follow_up ? "" : std::string(book.canonical(promise.for_whom)),
          .due = *promise.due,
          .late = late,
          .days_late = late ? static_cast<int>((now.today - promise.due->day).count()) : 0,
          .told = telling_of(promise)};
}

std::vector<DuePromise> promises_due(const Book& book, const Now& now, Period due) {
  std::vector<DuePromise> promises;
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
    const PromiseState state = book.promise_state(i);
    if (!state.is_open() || !state.due || !due.contains(state.due->day)) continue;
    promises.push_back(due_promise(book, book.promise(i), now));
  }
  sort_by(promises, [](const DuePromise& promise) {
    return std::tuple(promise.due.day, promise.due.instant());
  });
  return promises;
}

/// Somebody stands in for the client, and it does not know whom to call.
bool is_untold(const TouchedClient& client) {
  return std::ranges::any_of(client.stretches, [](const CoverStretch& stretch) {
    const Candidate* answer = stretch.covering.answer();
    return answer != nullptr && answer->cover.agreed && !answer->cover.client_told;
  });
}

/// Those for whom an answer is only offered in the period.
std::vector<std::string> offered_in(const TouchedClient& client, Period period) {
  std::vector<std::string> names;
  for (const CoverStretch& stretch : client.stretches) {
    const Candidate* answer = stretch.covering.answer();
    if (answer == nullptr || !stretch.period.overlaps(period)) continue;
    if (std::ranges::find(names, answer->name) == names.end()) names.push_back(answer->name);
  }
  return names;
}

WeeklyAbsence weekly_absence(const Clients& clients, AbsenceRow row, Day from) {
  WeeklyAbsence absence{.row = std::move(row),
                        .clients = 0,
                        .covered = false,
                        .gaps = {},
                        .untold = 0,
                        .can_offer = false};
  const AbsenceReport report = absence_report(clients, absence.row.who, absence.row.absence, from);
  absence.clients = report.clients.size();
  for (const TouchedClient& client : report.clients) {
    for (Period gap : client.gaps()) {
      if (gap.last < from) continue;
      gap.first = std::max(gap.first, from);
      absence.gaps.push_back({client.client, client.name, gap, offered_in(client, gap)});
    }
  }
  absence.covered = absence.gaps.empty();
  if (absence.row.who == "me") {
    absence.untold = static_cast<std::size_t>(std::ranges::count_if(report.clients, is_untold));
  } else {
    const Absence& away = absence.row.absence;
    const Period days{std::max(from, away.from.day), away.to ? away.to->day : kLastDay};
    const Book& book = clients.book();
    absence.can_offer = can_offer_to_cover(book, *book.contact(absence.row.who), days);
  }
  return absence;
}

/// Is the gap within one that is there because I am away?
bool is_mine_as_well(const CoverGap& gap, const std::vector<WeeklyAbsence>& absences) {
  return std::ranges::any_of(absences, [&](const WeeklyAbsence& absence) {
    return absence.row.who == "me" && std::ranges::any_of(absence.gaps, [&](const CoverGap& mine) {
             return mine.client == gap.client && mine.period.contains(gap.period.first) &&
                    mine.period.contains(gap.period.last);
           });
  });
}

std::vector<WeeklyAbsence> absences_in(const Book& book, Period ahead) {
  AbsencesReport report = absences_report(book, ahead);
  std::vector<WeeklyAbsence> absences;
  if (report.absences.empty()) return absences;
  const Clients clients(book);
  for (AbsenceRow& row : report.absences) {
    absences.push_back(weekly_absence(clients, std::move(row), ahead.first));
  }
  for (WeeklyAbsence& absence : absences) {
    if (absence.row.who == "me") continue;
    std::erase_if(absence.gaps,
                  [&](const CoverGap& gap) { return is_mine_as_well(gap, absences); });
  }
  return absences;
}

}  // namespace

std::size_t WeeklyReport::gaps() const {
  std::size_t count = 0;
  for (const WeeklyAbsence& absence : absences) count += absence.gaps.size();
  return count;
}

bool WeeklyReport::asks_for_something() const {
  return !waiting.empty() || !promises.empty() || !reconnect.empty() || !unreflected.empty() ||
         gaps() > 0;
}

WeeklyReport weekly_report(const Book& book, const Now& now, std::optional<Period> period) {
  const Page page = period ? page_of(now.today, *period) : page_of_week(now.today);
  WeeklyReport report{.today = now.today,
                      .period = page.period,
                      .ahead = page.ahead,
                      .working_day = WorkingTime(book.me(), now).day_length(),
                      .waiting = {},
                      .promises = promises_due(book, now, page.due),
                      .reconnect = {},
                      .unreflected = {},
                      .absences = absences_in(book, page.ahead),
                      .to_thank = {},
                      .done = {}};
  if (page.is_current) {
    report.waiting = waiting_in(book, now);
    report.unreflected = unreflected_in(book, now.today);
    report.to_thank = stood_in_before(Clients(book), now.today);
  }
  if (!page.is_past) report.reconnect = reconnect_in(book, now.today, page.due);
  if (page.done) report.done = done_in(book, *page.done);
  return report;
}

}  // namespace stead
