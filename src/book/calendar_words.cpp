#include "stead/calendar_words.h"

#include <fmt/format.h>

#include <array>

namespace stead {
namespace {

constexpr long kLongestLength = 60;  // days

/// Months from the one that `on` is in to the one of `today`.
int months_between(const std::chrono::year_month_day& on,
                   const std::chrono::year_month_day& today) {
  return (int{today.year()} - int{on.year()}) * 12 + static_cast<int>(unsigned{today.month()}) -
         static_cast<int>(unsigned{on.month()});
}

}  // namespace

std::string_view month_name(unsigned month) {
  constexpr std::array<std::string_view, 12> kMonths{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  return kMonths.at(month - 1);
}

std::string length_of(int days) {
  const auto count = [](int number, std::string_view unit) {
    return fmt::format("{} {}{}", number, unit, number == 1 ? "" : "s");
  };
  if (days < 14) return count(days, "day");
  if (days < 60) return count(days / 7, "week");
  if (days < 730) return count((days * 12 + 182) / 365, "month");
  return count(days / 365, "year");
}

std::string time_ago(Day on, Day today) {
  const auto days = (today - on).count();
  if (days < 0) return "on " + long_date(on);
  if (days == 0) return "today";
  if (days == 1) return "yesterday";
  if (days < kLongestLength) return length_of(static_cast<int>(days)) + " ago";
  const std::chrono::year_month_day date(on);
  const std::string month = fmt::format("in {}", month_name(unsigned{date.month()}));
  const bool is_the_last = months_between(date, std::chrono::year_month_day(today)) < 12;
  return is_the_last ? month : fmt::format("{} {}", month, int{date.year()});
}

std::string every(Span span) {
  constexpr std::array<std::string_view, 4> kUnits{"day", "week", "month", "year"};
  const std::string_view unit = kUnits[static_cast<std::size_t>(span.unit)];
  return span.count == 1 ? fmt::format("every {}", unit)
                         : fmt::format("every {} {}s", span.count, unit);
}

}  // namespace stead
