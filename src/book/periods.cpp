#include "stead/periods.h"

#include "stead/sort_by.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace stead {

std::vector<Period> joined(std::vector<Period> periods) {
  std::erase_if(periods, [](const Period& period) { return period.last < period.first; });
  if (periods.empty()) return periods;
  sort_by(periods, [](const Period& period) { return period.first; });
  std::size_t last = 0;
  for (const Period& period : periods) {
    if (periods[last].last + Days{1} < period.first) periods[++last] = period;
    periods[last].last = std::max(periods[last].last, period.last);
  }
  periods.resize(last + 1);
  return periods;
}

std::vector<Period> without(const std::vector<Period>& days, const std::vector<Period>& others) {
  std::vector<Period> left;
  auto other = others.begin();
  for (Period rest : days) {
    other = std::ranges::lower_bound(other, others.end(), rest.first, {}, &Period::last);
    for (auto each = other; each != others.end() && each->first <= rest.last; ++each) {
      if (rest.first < each->first) left.push_back({rest.first, each->first - Days{1}});
      rest.first = each->last + Days{1};
    }
    if (rest.first <= rest.last) left.push_back(rest);
  }
  return left;
}

std::string long_period(Period period) {
  if (period.first == period.last) return long_date(period.first);
  if (period.last == kLastDay) return "from " + long_date(period.first);
  if (period.first == kFirstDay) return "until " + long_date(period.last);
  return long_date(period.first) + " to " + long_date(period.last);
}

std::string during(Period period) {
  if (period.first == period.last) return "on " + long_date(period.first);
  if (period.last == kLastDay || period.first == kFirstDay) return long_period(period);
  return "from " + long_period(period);
}

std::string Steps::name(std::size_t step) const {
  constexpr std::size_t kYear = 4;  // of `2026-08-03`
  constexpr std::size_t kMonth = 7;
  return to_string(periods[step].first).substr(0, are_years ? kYear : kMonth);
}

std::size_t Steps::at(Day day) const {
  const auto behind = std::ranges::upper_bound(periods, day, {}, &Period::first);
  return static_cast<std::size_t>(behind - periods.begin()) - 1;
}

Steps steps_of(Period period) {
  using std::chrono::year_month_day;
  constexpr int kMostMonths = 36;
  const year_month_day first(period.first);
  const year_month_day last(period.last);
  const std::chrono::year_month begin(first.year(), first.month());
  const std::chrono::year_month end(last.year(), last.month());
  Steps steps{{}, (end - begin).count() + 1 > kMostMonths};
  const std::chrono::months step(steps.are_years ? 12 : 1);
  auto month = steps.are_years ? first.year() / std::chrono::January : begin;
  for (; month <= end; month += step) {
    const Day begin_of_step = month / 1;
    const Day end_of_step = (month + step - std::chrono::months(1)) / std::chrono::last;
    steps.periods.push_back(
        {std::max(period.first, begin_of_step), std::min(period.last, end_of_step)});
  }
  return steps;
}

Steps steps_of(Period period, const std::vector<Day>& days) {
  Steps steps = steps_of(period);
  if (!steps.are_years) return steps;
  if (days.empty()) return steps_of({period.first, period.first});
  const auto [first, last] = std::ranges::minmax(days);
  return steps_of({first, last});
}

Period last_year_of_months(Day day) {
  const std::chrono::year_month_day today(day);
  const auto first = std::chrono::year_month(today.year(), today.month()) - std::chrono::months(11);
  return {std::max(kFirstDay, Day(first / 1)), day};
}

std::string typed(Period period) {
  if (period.first == period.last) return to_string(period.first);
  return fmt::format("{}..{}", period.first == kFirstDay ? "" : to_string(period.first),
                     period.last == kLastDay ? "" : to_string(period.last));
}

}  // namespace stead
