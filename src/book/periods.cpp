#include "stead/periods.h"

#include "stead/sort_by.h"

#include <fmt/format.h>

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

std::string typed(Period period) {
  if (period.first == period.last) return to_string(period.first);
  return fmt::format("{}..{}", period.first == kFirstDay ? "" : to_string(period.first),
                     period.last == kLastDay ? "" : to_string(period.last));
}

}  // namespace stead
