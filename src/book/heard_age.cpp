#include "stead/heard_age.h"

#include "stead/calendar_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

namespace stead {
namespace {

constexpr long kLongestLength = 60;  // days

/// Months from the one that `on` is in to the one of `today`.
int months_between(const std::chrono::year_month_day& on,
                   const std::chrono::year_month_day& today) {
  return (int{today.year()} - int{on.year()}) * 12 + static_cast<int>(unsigned{today.month()}) -
         static_cast<int>(unsigned{on.month()});
}

/// `today`, `3 weeks ago`, `in March`.
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

}  // namespace

std::string said_when(const Heard& heard, Day today) {
  return heard.on ? "said " + time_ago(*heard.on, today) : "";
}

std::string heard_age(const Heard& heard, Day today) {
  std::vector<std::string> parts;
  if (heard.on) parts.push_back(said_when(heard, today));
  if (heard.reflected) parts.push_back("reflected on " + long_date(*heard.reflected));
  if (heard.retired) parts.push_back("no longer true since " + long_date(*heard.retired));
  if (!heard.reflected && !heard.retired) parts.emplace_back("not yet reflected");
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace stead
