#pragma once

#include "stead/time.h"

#include <cstddef>
#include <string>
#include <vector>

namespace stead {

/// The same days in order, those periods that overlap or touch made one, and those that end before
/// they begin left out.
std::vector<Period> joined(std::vector<Period> periods);

/// Those days of `days` that are not in `others`; both are in order and apart, and so is the
/// result.
std::vector<Period> without(const std::vector<Period>& days, const std::vector<Period>& others);

/// The days as people read them, in full: `Fri 2026-08-07`, `Mon 2026-08-03 to Fri 2026-08-07`;
/// with an open end `from Mon 2026-08-03` or `until Fri 2026-08-07`.
std::string long_period(Period period);

/// The same in a sentence: `on Fri 2026-08-07`, `from Mon 2026-08-03 to Fri 2026-08-07`.
std::string during(Period period);

/// A period in steps: the days of each of its months, or of its years where it has more than 36
/// months. The first and the last have no more days than are in the period.
struct Steps {
  std::vector<Period> periods;
  bool are_years = false;

  /// `2026-08`, `2026`
  std::string name(std::size_t step) const;
  /// In which one a day of the period is.
  std::size_t at(Day day) const;
};
Steps steps_of(Period period);

/// The same, but where a period has more than 36 months, of as much of it as goes from the first to
/// the last of some days in it, which need no order: `2020..` goes on to the year 9999.
Steps steps_of(Period period, const std::vector<Day>& days);

/// The month that `day` is in and the eleven before it, up to `day`.
Period last_year_of_months(Day day);

/// Days as a command takes them: `2026-08-10..2026-08-21`, with an end left out where there is
/// none; a single day is `2026-08-10`.
std::string typed(Period period);

}  // namespace stead
