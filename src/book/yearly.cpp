#include "stead/yearly.h"

#include <algorithm>
#include <chrono>

namespace stead {
namespace {

int year_number(Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

}  // namespace

Day day_in_year(const YearDay& date, int year) {
  const auto month = std::chrono::year(year) / std::chrono::month(date.month);
  const std::chrono::year_month_day_last last(month / std::chrono::last);
  return std::min(std::chrono::day(date.day), last.day()) / std::chrono::month(date.month) /
         std::chrono::year(year);
}

std::optional<Day> first_in(const YearDay& date, Period period) {
  const int first = year_number(period.first);
  const int last = std::min(first + 1, year_number(period.last));
  for (int year = first; year <= last; ++year) {
    const Day day = day_in_year(date, year);
    if (period.contains(day)) return day;
  }
  return std::nullopt;
}

std::optional<int> years_on(const YearDay& date, Day day) {
  const int year = year_number(day);
  if (!date.year || *date.year >= year) return std::nullopt;
  return year - *date.year;
}

}  // namespace stead
