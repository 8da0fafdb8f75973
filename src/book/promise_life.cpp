#include "stead/promise_life.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace stead {
namespace {

bool moves_the_date(const Told& told) { return told.due || told.due_was; }

/// What was told, in order of time; a day alone comes before the times of that day.
std::vector<Told> in_order(std::vector<Told> told) {
  std::ranges::stable_sort(told, {}, [](const Told& each) {
    const bool has_time = each.on.time.has_value();
    return std::tuple(each.on.day, has_time, each.on.instant());
  });
  return told;
}

}  // namespace

bool is_late(const Promise& promise, const Now& now) {
  return promise.is_open() && promise.due && before(*promise.due, now.moment());
}

std::optional<When> original_due(const Promise& promise) {
  const std::vector<Told> told = in_order(promise.told);
  const auto first = std::ranges::find_if(told, moves_the_date);
  return first == told.end() ? promise.due : first->due_was;
}

std::optional<When> due_that_counts(const Promise& promise) {
  std::optional<When> due = original_due(promise);
  for (const Told& told : in_order(promise.told)) {
    if (moves_the_date(told) && !(due && before(*due, told.on))) due = told.due;
  }
  return due;
}

std::optional<Timing> timing_of(const Promise& promise) {
  const std::optional<When> due = due_that_counts(promise);
  if (promise.status != "kept" || !promise.closed || !due) return std::nullopt;
  return Timing{.on_time = !before(*due, *promise.closed),
                .days = static_cast<int>((promise.closed->day - due->day).count())};
}

Telling telling_of(const Promise& promise) {
  Telling best = Telling::never;
  std::optional<When> in_force = original_due(promise);
  for (const Told& told : in_order(promise.told)) {
    const bool late = in_force && before(*in_force, told.on);
    best = std::max(best, late ? Telling::late : Telling::in_time);
    if (moves_the_date(told)) in_force = told.due;
  }
  return best;
}

std::optional<Promise> next_of_series(const Promise& promise) {
  const std::optional<When> due = original_due(promise);
  if (!promise.every || !(promise.first_due || due)) return std::nullopt;
  const Day first = promise.first_due ? *promise.first_due : due->day;
  const Day last = due ? due->day : first;
  Day next = first;
  for (int n = 1; next <= last; ++n) {
    if (next == kLastDay) return std::nullopt;
    next = add(first, *promise.every, n);
  }
  Promise following;
  following.by = promise.by;
  following.to = promise.to;
  following.for_whom = promise.for_whom;
  following.text = promise.text;
  following.made = promise.closed ? *promise.closed : promise.made;
  following.due = When{next, {}};
  following.every = promise.every;
  following.first_due = first;
  following.after = promise.id;
  return following;
}

std::string every(Span span) {
  constexpr std::array<std::string_view, 4> kUnits{"day", "week", "month", "year"};
  const std::string_view unit = kUnits[static_cast<std::size_t>(span.unit)];
  return span.count == 1 ? fmt::format("every {}", unit)
                         : fmt::format("every {} {}s", span.count, unit);
}

}  // namespace stead
