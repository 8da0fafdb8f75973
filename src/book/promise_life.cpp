#include "stead/promise_life.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace stead {
namespace {

std::vector<Told> in_order(std::vector<Told> told) {
  std::ranges::stable_sort(told, is_told_before);
  return told;
}

std::string in_days(int days) { return fmt::format("{} day{}", days, days == 1 ? "" : "s"); }

}  // namespace

bool is_told_before(const Told& a, const Told& b) {
  const auto place = [](const When& on) {
    return std::tuple(on.day, on.time.has_value(), on.instant());
  };
  return place(a.on) < place(b.on);
}

bool changes_the_date(const Told& told) { return told.due || told.due_was; }

bool moves_the_date(const Told& told) { return told.due_was.has_value(); }

std::optional<int> days_moved(const Told& told) {
  if (!told.due || !told.due_was) return std::nullopt;
  return static_cast<int>((told.due->day - told.due_was->day).count());
}

bool is_late(const Promise& promise, const Now& now) {
  return promise.is_open() && promise.due && before(*promise.due, now.moment());
}

std::optional<When> original_due(const Promise& promise) {
  const std::vector<Told> told = in_order(promise.told);
  const auto first = std::ranges::find_if(told, changes_the_date);
  return first == told.end() ? promise.due : first->due_was;
}

std::optional<When> due_that_counts(const Promise& promise) {
  std::optional<When> due = original_due(promise);
  for (const Told& told : in_order(promise.told)) {
    if (promise.closed && before(*promise.closed, told.on)) break;
    if (changes_the_date(told) && !(due && before(*due, told.on))) due = told.due;
  }
  return due;
}

std::optional<Timing> timing_of(const Promise& promise) {
  return promise.status == "kept" ? timing_at_end(promise) : std::nullopt;
}

std::optional<Timing> timing_at_end(const Promise& promise) {
  const std::optional<When> due = due_that_counts(promise);
  if (promise.is_open() || !promise.closed || !due) return std::nullopt;
  return Timing{.on_time = !before(*due, *promise.closed),
                .days = static_cast<int>((promise.closed->day - due->day).count())};
}

std::string in_words(const Timing& timing) {
  // Clocks of two zones may be on another day at the same time.
  if (timing.on_time) return timing.days < 0 ? in_days(-timing.days) + " early" : "on the day";
  return timing.days > 0 ? in_days(timing.days) + " late" : "late on the day";
}

Moves moves_of(const Promise& promise) {
  Moves moves;
  for (const Told& told : promise.told) {
    moves.count += moves_the_date(told) ? 1 : 0;
    moves.days += days_moved(told).value_or(0);
  }
  return moves;
}

std::string moved_in_words(int days) {
  if (days == 0) return "to the same day";
  return days > 0 ? in_days(days) + " later" : in_days(-days) + " nearer";
}

std::vector<ToldStep> told_in_order(const Promise& promise) {
  std::vector<ToldStep> steps;
  std::optional<When> in_force = original_due(promise);
  for (Told& told : in_order(promise.told)) {
    steps.push_back({std::move(told), in_force});
    if (changes_the_date(steps.back().told)) in_force = steps.back().told.due;
  }
  return steps;
}

Telling telling_of(const Promise& promise) {
  Telling best = Telling::never;
  for (const ToldStep& step : told_in_order(promise)) {
    best = std::max(best, step.is_in_time() ? Telling::in_time : Telling::late);
  }
  return best;
}

bool is_told_of_due(const Promise& promise) {
  const std::vector<Told> told = in_order(promise.told);
  return !told.empty() && !changes_the_date(told.back());
}

bool needs_telling(const Promise& promise, const Now& now) {
  if (promise.is_follow_up()) return false;
  const std::optional<Timing> timing = timing_at_end(promise);
  return promise.status == "broken" || is_late(promise, now) || (timing && !timing->on_time) ||
         std::ranges::any_of(promise.told, moves_the_date);
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

}  // namespace stead
