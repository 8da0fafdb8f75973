#include "stead/dates.h"

#include <algorithm>
#include <array>
#include <utility>

#include "stead/nearest.h"
#include "words/grammar.h"
#include "words/leading.h"

namespace stead {
namespace {

/// Words that are worth a suggestion when they are mistyped.
constexpr std::array<std::string_view, 37> kVocabulary{
    "today",    "yesterday", "tomorrow", "monday",   "tuesday",  "wednesday", "thursday", "friday",
    "saturday", "sunday",    "january",  "february", "march",    "april",     "june",     "july",
    "august",   "september", "october",  "november", "december", "day",       "week",     "month",
    "year",     "days",      "weeks",    "months",   "years",    "hours",     "minutes",  "last",
    "this",     "next",      "start",    "end",      "ago"};

words::Context context_of(const Now& now, Direction direction) {
  return {&now, direction, direction, now.today};
}

void require_in_calendar(std::string_view text, Day first, Day last) {
  if (std::min(first, last) >= kFirstDay && std::max(first, last) <= kLastDay) return;
  throw Error::usage("'{}' is outside of the years 0001 to 9999", text);
}

[[noreturn]] void refuse(std::string_view text, const words::Refusal& refusal) {
  throw Error::usage("'{}' {}", text, refusal.reason).with_hint(refusal.hint);
}

/// `text` with its mistyped words put right, if `reads` then finds something in it.
template <typename Reads>
std::string suggestion(std::string_view text, Reads reads) {
  std::string better;
  std::size_t copied = 0;
  for (const words::Token& token : words::tokens_of(text)) {
    if (token.kind != words::Token::Kind::word) continue;
    const auto near = nearest(token.text, kVocabulary, 1);
    if (near.empty()) continue;
    better.append(text.substr(copied, token.begin - copied)).append(near.front());
    copied = token.end;
  }
  better.append(text.substr(copied));
  return copied > 0 && reads(better) ? better : "";
}

template <typename Reads>
[[noreturn]] void not_understood(std::string_view text, std::string_view what, Reads reads,
                                 std::string_view examples) {
  const std::string better = suggestion(text, reads);
  throw Error::usage("'{}' is not a {}", text, what)
      .with_hint(better.empty() ? fmt::format("a {} looks like {}", what, examples)
                                : did_you_mean(std::array{better}));
}

/// Where the colon is that could end a date: the first that is not between two digits.
std::size_t find_colon(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t at = text.find(':'); at != text.npos; at = text.find(':', at + 1)) {
    const bool in_time =
        at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]);
    if (!in_time) return at;
  }
  return text.npos;
}

DateReading reading_of(std::string_view text, const Now& now, Direction direction) {
  DateReading result;
  const auto first_day_is = [&](Day day) {
    result.days_from_today = static_cast<int>((day - now.today).count());
    result.week = iso_week(day);
  };
  try {
    result.when = find_when(text, now, direction);
    if (!result.when) result.period = find_period(text, now, direction);
    if (!result.when && !result.period) result.when = read_when(text, now, direction);
    first_day_is(result.when ? result.when->day : result.period->first);
  } catch (const Error& error) {
    result.error = error;
  }
  return result;
}

}  // namespace

std::optional<When> find_when(std::string_view text, const Now& now, Direction direction) {
  const auto tokens = words::tokens_of(text);
  const auto [when, refusal] =
      words::whole_when(words::Reader(text, tokens, context_of(now, direction)));
  if (refusal) refuse(trimmed(text), *refusal);
  if (when) require_in_calendar(trimmed(text), when->day, when->day);
  return when;
}

std::optional<Period> find_period(std::string_view text, const Now& now, Direction direction) {
  const auto tokens = words::tokens_of(text);
  const auto [period, refusal] = words::whole_period(text, tokens, context_of(now, direction));
  if (refusal) refuse(trimmed(text), *refusal);
  if (period) require_in_calendar(trimmed(text), period->first, period->last);
  return period;
}

When read_when(std::string_view text, const Now& now, Direction direction) {
  if (const auto when = find_when(text, now, direction)) return *when;
  if (const auto period = find_period(text, now, direction)) {
    throw Error::usage("'{}' is more than one day: {} to {}", trimmed(text),
                       long_date(period->first), long_date(period->last))
        .with_hint("say one day of it");
  }
  not_understood(
      trimmed(text), "date",
      [&](std::string_view better) { return find_when(better, now, direction).has_value(); },
      "2026-08-07, fri, 12aug, '3 days ago' or 'in 2 weeks'");
}

Day read_day(std::string_view text, const Now& now, Direction direction) {
  const When when = read_when(text, now, direction);
  if (!when.time) return when.day;
  throw Error::usage("'{}' has a time of day, where a day is asked for", trimmed(text))
      .with_hint(fmt::format("say {}", to_string(when.day)));
}

Period read_period(std::string_view text, const Now& now, Direction direction) {
  if (const auto period = find_period(text, now, direction)) return *period;
  if (const auto when = find_when(text, now, direction)) {
    throw Error::usage("'{}' has a time of day, where whole days are asked for", trimmed(text))
        .with_hint(fmt::format("say {}", to_string(when->day)));
  }
  not_understood(
      trimmed(text), "period",
      [&](std::string_view better) { return find_period(better, now, direction).has_value(); },
      "10aug..21aug, 'next week', aug or 2026-08-07");
}

std::optional<Leading<When>> date_before_colon(std::string_view text, const Now& now,
                                               Direction direction) {
  const std::size_t colon = find_colon(text);
  if (colon == text.npos) return std::nullopt;
  const auto when = find_when(text.substr(0, colon), now, direction);
  if (!when) return std::nullopt;
  return {{*when, trimmed(text.substr(colon + 1))}};
}

std::optional<Leading<Period>> leading_period(std::string_view text, const Now& now,
                                              Direction direction) {
  return words::leading(text,
                        [&](std::string_view front) { return find_period(front, now, direction); });
}

namespace {

/// The sides of `A..B`, `A to B` and `A - B`.
std::optional<std::pair<std::string_view, std::string_view>> sides_of(std::string_view text) {
  for (const std::string_view between : {"..", " to ", " - ", " – "}) {
    const std::size_t at = text.find(between);
    if (at != text.npos) return {{text.substr(0, at), text.substr(at + between.size())}};
  }
  return std::nullopt;
}

std::optional<TimePeriod> find_time_period(std::string_view text, const Now& now,
                                           Direction direction) {
  const auto sides = sides_of(text);
  const auto first = sides ? find_when(sides->first, now, direction) : std::nullopt;
  if (!first) return std::nullopt;
  if (trimmed(sides->second).empty()) {
    return first->time ? std::optional(TimePeriod{*first, {}}) : std::nullopt;
  }
  Now from = now;
  from.today = first->day;
  from.time = first->time.value_or(TimeOfDay{0, now.offset_at(first->day, 0)});
  const auto last = find_when(sides->second, from, Direction::forward);
  if (!last || (!first->time && !last->time)) return std::nullopt;
  if (before(*last, *first)) {
    throw Error::usage("'{}' ends before it begins: {} to {}", trimmed(text), long_date(*first),
                       long_date(*last));
  }
  return TimePeriod{*first, last};
}

}  // namespace

std::optional<Leading<TimePeriod>> leading_time_period(std::string_view text, const Now& now,
                                                       Direction direction) {
  return words::leading(
      text, [&](std::string_view front) { return find_time_period(front, now, direction); });
}

DateExplanation explain_date(std::string_view text, const Now& now) {
  return {std::string(trimmed(text)), reading_of(text, now, Direction::back),
          reading_of(text, now, Direction::forward)};
}

}  // namespace stead
