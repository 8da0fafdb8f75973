#include "stead/weekly.h"

#include "reports/done.h"
#include "reports/due_promises.h"
#include "reports/nudge_sources.h"
#include "reports/reconnect.h"
#include "reports/unreflected.h"
#include "reports/weekly_absences.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace stead {
namespace {

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
  const Day last = std::max(period.last, today + kLookAhead - kDay);
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
    return page_of(today, {monday, monday + kWeek - kDay}, {monday - kWeek, monday - kDay});
  }
  return page_of(today, {today, monday + 2 * kWeek - kDay}, {monday, today});
}

/// The day `days` before `day`, if the calendar has one.
Day earlier(Day day, Days days) { return day - kFirstDay < days ? kFirstDay : day - days; }

Page page_of(Day today, Period period) {
  if (period.contains(today)) {
    const Days length = period.last - period.first + kDay;
    // Of a month or a year in review, what was done in it so far; a week begins with the one
    // before.
    if (length > kWeek && period.first < today)
      return page_of(today, period, {period.first, today});
    return page_of(today, period, {earlier(period.first, length), earlier(period.first, kDay)});
  }
  const bool is_past = period.last < today;
  return {.period = period,
          .due = period,
          .ahead = period,
          .done = is_past ? std::optional(period) : std::nullopt,
          .is_past = is_past,
          .is_current = false};
}

bool is_help(NudgeKind kind) {
  constexpr std::array kHelp{NudgeKind::brief, NudgeKind::note, NudgeKind::thank, NudgeKind::give,
                             NudgeKind::move};
  return std::ranges::find(kHelp, kind) != kHelp.end();
}

/// Of what is open now, on a page of a period that is past: what was asked and said in it.
void keep_what_is_of(WeeklyReport& report, Period period) {
  std::erase_if(report.waiting,
                [&](const Waiting& waiting) { return !period.contains(waiting.at.day); });
  std::erase_if(report.unreflected,
                [&](const Unreflected& thing) { return !thing.on || !period.contains(*thing.on); });
}

/// `dates` are those of the next seven days, and maybe some more.
void take_nudges(WeeklyReport& report, const Clients& clients, const Now& now,
                 const std::vector<YearlyDay>& dates) {
  constexpr std::size_t kFirst = 3;
  const NudgeMaker maker(clients.book(), now);
  const std::vector<StoodIn> i_stood_in = i_stood_in_before(clients, now.today);
  const std::vector<Account> accounts = accounts_in(clients.book());
  NudgeList nudges(clients, maker,
                   {report.waiting, report.promises, report.reconnect, report.unreflected,
                    report.absences, report.to_thank, i_stood_in, accounts, dates});
  report.nudges = nudges.size();
  for (std::size_t i = 0; i < nudges.size(); ++i) {
    if (i < kFirst) report.first.push_back(nudges.worded(i));
    if (is_help(nudges[i].kind)) report.help.push_back(nudges.worded(i));
  }
}

}  // namespace

std::size_t WeeklyReport::gaps() const {
  std::size_t count = 0;
  for (const WeeklyAbsence& absence : absences) count += absence.gaps.size();
  return count;
}

bool WeeklyReport::asks_for_something() const {
  return !waiting.empty() || !promises.empty() || !reconnect.empty() || !unreflected.empty() ||
         (today <= ahead.last && gaps() > 0) || !dates.empty() || !first.empty();
}

WeeklyReport weekly_report(const Book& book, const Now& now, std::optional<Period> period) {
  const Page page = period ? page_of(now.today, *period) : page_of_week(now.today);
  const Clients clients(book);
  WeeklyReport report{.today = now.today,
                      .period = page.period,
                      .ahead = page.ahead,
                      .working_day = WorkingTime(book.me(), now).day_length(),
                      .waiting = {},
                      .promises = promises_due(book, now, page.due),
                      .reconnect = {},
                      .unreflected = {},
                      .absences = absences_in(clients, page.ahead),
                      .to_thank = {},
                      .first = {},
                      .nudges = 0,
                      .dates = {},
                      .help = {},
                      .done = {}};
  if (page.is_current || page.is_past) {
    report.waiting = waiting_in(book, now);
    report.unreflected = unreflected_in(book, now.today);
  }
  if (page.is_past) keep_what_is_of(report, page.period);
  if (page.is_current) report.to_thank = stood_in_before(clients, now.today);
  if (!page.is_past) {
    const Period ahead{std::max(now.today, page.period.first), page.period.last};
    report.reconnect = reconnect_in(book, now.today, page.due);
    Period asked = ahead;
    if (page.is_current) asked.last = std::max(asked.last, week_from(now.today).last);
    const std::vector<YearlyDay> dates = days_to_write_on(book, now.today, asked);
    std::ranges::copy_if(dates, std::back_inserter(report.dates),
                         [&](const YearlyDay& day) { return ahead.contains(day.on); });
    if (page.is_current) take_nudges(report, clients, now, dates);
  }
  if (page.done) report.done = done_in(book, now, *page.done);
  return report;
}

}  // namespace stead
