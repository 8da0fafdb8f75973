#include "reports/nudge_sources.h"
#include "reports/page_words.h"
#include "stead/nudge.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <algorithm>
#include <set>

namespace stead {
namespace {

/// Whose clients I stand in for today, though the clients are not mine.
std::vector<HeldFort> held_on(const Clients& clients, Day day) {
  const Book& book = clients.book();
  std::vector<HeldFort> held;
  for (const Contact* client : clients.of_others()) {
    const bool is_held = std::ranges::any_of(client->cover, [&](const Cover& cover) {
      return cover.agreed && cover.contains(day) && cover.from && book.canonical(cover.by) == "me";
    });
    if (is_held) held.push_back({client->id, client->name, book.name_of(client->client_of)});
  }
  sort_by(held, [](const HeldFort& one) { return fold(one.name); });
  return held;
}

void count_promises(TodayReport& report, const std::vector<DuePromise>& promises) {
  for (const DuePromise& promise : promises) {
    if (!promise.mine || promise.follow_up) continue;
    if (promise.late) {
      ++report.late;
    } else if (promise.due.day == report.today) {
      ++report.due;
    }
  }
}

void count_waiting(TodayReport& report, const std::vector<Waiting>& waiting) {
  if (waiting.empty()) return;
  report.waiting_name = waiting.front().name;
  report.waiting_since = waiting.front().at;
  std::set<std::string_view> who;
  for (const Waiting& one : waiting) who.insert(one.who);
  report.waiting = who.size();
}

void take_nudges(TodayReport& report, NudgeList nudges) {
  std::vector<std::size_t> of_today;
  for (std::size_t i = 0; i < nudges.size(); ++i) {
    if (nudges[i].belongs_to(report.today)) {
      of_today.push_back(i);
    } else if (!report.spare) {
      report.spare = nudges.worded(i);
    }
  }
  const std::size_t shown = shown_of(of_today.size(), kMostNudges);
  report.more = of_today.size() - shown;
  of_today.resize(shown);
  for (const std::size_t i : of_today) report.nudges.push_back(nudges.worded(i));
}

}  // namespace

TodayReport today_report(const Book& book, const Now& now) {
  const Period today{now.today, now.today};
  TodayReport report{.today = now.today};
  const Clients clients(book);
  const Findings findings = findings_in(clients, now);
  count_promises(report, findings.promises);
  count_waiting(report, findings.waiting);
  report.away = absences_in_period(book, today);
  report.held = held_on(clients, now.today);
  report.dates = yearly_days_in(book, today);
  const NudgeMaker maker(book, now);
  take_nudges(report, NudgeList(clients, maker, findings.sources()));
  return report;
}

}  // namespace stead
