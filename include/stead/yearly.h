#pragma once

#include "stead/time.h"

#include <optional>

namespace stead {

/// When a day of every year is in one of them: the last of its month where that is too short for
/// it, so that 29 Feb is 28 Feb in most years.
Day day_in_year(const YearDay& date, int year);

/// The first time that a day of every year is in a period; nothing where it is not.
std::optional<Day> first_in(const YearDay& date, Period period);

/// How many years it is then since the year of the date; nothing where that is not known, or not
/// past.
std::optional<int> years_on(const YearDay& date, Day day);

}  // namespace stead
