#include "stead/calendar_words.h"

#include <fmt/format.h>

#include <array>

namespace stead {

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

std::string every(Span span) {
  constexpr std::array<std::string_view, 4> kUnits{"day", "week", "month", "year"};
  const std::string_view unit = kUnits[static_cast<std::size_t>(span.unit)];
  return span.count == 1 ? fmt::format("every {}", unit)
                         : fmt::format("every {} {}s", span.count, unit);
}

}  // namespace stead
