#include "stead/promise_months.h"

#include <utility>

namespace stead {
namespace {

PromiseHistory history_of(const std::vector<Promise>& promises, const Steps& steps,
                          const Now& now) {
  std::vector<std::vector<Promise>> closed(steps.periods.size());
  for (const Promise& promise : promises) {
    if (!promise.is_open()) closed[steps.at(promise.closed->day)].push_back(promise);
  }
  PromiseHistory history;
  for (const std::vector<Promise>& each : closed) history.months.push_back(sums_of(each, now));
  history.all = sums_of(promises, now);
  return history;
}

}  // namespace

PromiseMonths promise_months(const Book& book, const Now& now, Subject subject, PromiseSides sides,
                             std::optional<Period> period) {
  PromiseMonths report{.today = now.today,
                       .period = period.value_or(last_year_of_months(now.today)),
                       .steps = {},
                       .subject = std::move(subject),
                       .sides = sides,
                       .mine = {},
                       .theirs = {}};
  std::vector<Promise> mine;
  std::vector<Promise> theirs;
  std::vector<Day> closed;
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
    const PromiseState state = book.promise_state(i);
    const bool is_open = state.is_open();
    if (!is_open && !(state.closed && report.period.contains(state.closed->day))) continue;
    Promise promise = book.promise(i);
    if (promise.is_follow_up() || !report.subject.has(book, promise.other_side())) continue;
    if (!is_open) closed.push_back(promise.closed->day);
    (promise.is_mine() ? mine : theirs).push_back(std::move(promise));
  }
  report.steps = steps_of(report.period, closed);
  if (sides != PromiseSides::theirs) report.mine = history_of(mine, report.steps, now);
  if (sides != PromiseSides::mine) report.theirs = history_of(theirs, report.steps, now);
  return report;
}

}  // namespace stead
