#pragma once

#include "stead/book.h"
#include "stead/weekly.h"

#include <optional>
#include <string>

namespace stead::test {

inline constexpr Day kMonday{std::chrono::year{2026} / 8 / 3};

/// A quarter past ten, two hours east of UTC.
inline Now morning_of(Day day) {
  constexpr int kOffset = 120;
  return {day, {10 * 60 + 15, kOffset}, [](Day, int) { return kOffset; }};
}

/// The week of a book as it is that morning.
inline WeeklyReport week_of(const std::string& text, Day day,
                            std::optional<Period> period = std::nullopt) {
  return weekly_report(Book::strict(text, "book.json"), morning_of(day), period);
}

}  // namespace stead::test
