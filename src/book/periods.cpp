#include "stead/periods.h"

#include "stead/sort_by.h"

#include <algorithm>

namespace stead {

std::vector<Period> joined(std::vector<Period> periods) {
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

}  // namespace stead
