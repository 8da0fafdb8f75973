#include <array>
#include <string>

#include <fmt/format.h>

#include "words/grammar.h"

namespace stead::words {
namespace {

/// `14:30`, `9am`, `9:30pm`, `noon`, as minutes since midnight.
std::optional<int> time_of_day(Reader& in) {
  in.word("at");
  if (in.word("noon")) return 12 * 60;
  auto hour = in.number(1, 2);
  if (!hour) return std::nullopt;
  const bool colon = in.sign(":");
  const auto minute = colon ? in.number(2, 2) : 0;
  const auto second = minute && colon && in.sign(":") ? in.number(2, 2) : 0;
  if (!minute || !second) return std::nullopt;
  const bool pm = in.word("pm");
  if (!pm && !in.word("am")) {
    if (!colon) return std::nullopt;
  } else {
    if (*hour < 1 || *hour > 12) in.refuse({"is not a time: am and pm go from 1 to 12", ""});
    hour = *hour % 12 + (pm ? 12 : 0);
  }
  if (*hour > 23 || *minute > 59) in.refuse({"is not a time: it goes from 00:00 to 23:59", ""});
  if (*second > 59) in.refuse({"is not a time: seconds go from 00 to 59", ""});
  return *hour * 60 + *minute;
}

/// `2026-08-07T14:30+02:00`, as the book has it; also with a blank in the middle.
std::optional<When> iso_time(Reader& in) {
  std::string text(in.run());
  if (text.find('T') == std::string::npos) text.append("T").append(in.run());
  const auto read = when_from(text);
  return read && read->time ? read : std::nullopt;
}

/// `now`, `20min ago`, `in 2h`
std::optional<When> moment(Reader& in) {
  const Now& now = *in.context().now;
  if (in.word("now")) return now.moment();
  const auto read = shift(in);
  if (!read || (read->by.unit != Unit::minute && read->by.unit != Unit::hour)) return std::nullopt;
  const int length = read->by.unit == Unit::hour ? 60 : 1;
  return now.shown_at(now.moment().instant() + read->sign * read->by.count() * length);
}

bool is_behind(const Context& context, const When& when) {
  const When present = context.now->moment();
  return context.reading == Direction::forward ? before(when, present) : before(present, when);
}

/// `minute` of the day that `production` reads at `start`: where the time is on the wrong side of
/// now, a day that is sought is sought from the next one on.
When nearest_time(Production<Day> production, const Reader& start, int minute) {
  const Now& now = *start.context().now;
  Reader first = start;
  const When found = now.at(*production(first), minute);
  if (found.day != now.today || !is_behind(start.context(), found)) return found;
  Context context = start.context();
  context.origin += context.seeking == Direction::forward ? Days{1} : Days{-1};
  Reader again = start.with(context);
  return now.at(*production(again), minute);
}

/// The same; `in` refuses a minute that the clock skips.
When timed(Production<Day> production, const Reader& start, int minute, Reader& in) {
  const When found = nearest_time(production, start, minute);
  const int shown = found.time->minute;
  if (shown != minute) {
    in.refuse({"is not a time: the clock is put forward then, and skips it",
               fmt::format("did you mean {:02}:{:02}?", shown / 60, shown % 60)});
  }
  return found;
}

/// `fri`, `fri 14:30`, `2026-08-07T14:30`
std::optional<When> day_then_time(Reader& in) {
  const Reader start = in;
  const auto read = day(in);
  if (!read) return std::nullopt;
  if (in.at_end()) return When{*read, std::nullopt};
  in.word("t");
  const auto minute = time_of_day(in);
  if (!minute) return std::nullopt;
  return timed(day, start, *minute, in);
}

/// `9am tomorrow`
std::optional<When> time_then_day(Reader& in) {
  const auto minute = time_of_day(in);
  if (!minute) return std::nullopt;
  const Reader start = in;
  if (!day(in)) return std::nullopt;
  return timed(day, start, *minute, in);
}

std::optional<Day> any_day(Reader& in) { return in.context().origin; }

/// `14:30`
std::optional<When> time_alone(Reader& in) {
  const auto minute = time_of_day(in);
  if (!minute) return std::nullopt;
  return timed(any_day, Reader(in), *minute, in);
}

constexpr std::array<Production<When>, 5> kWhens{iso_time, moment, day_then_time, time_then_day,
                                                 time_alone};

}  // namespace

Outcome<When> whole_when(const Reader& in) {
  if (in.at_end()) return {};
  return whole<When>(kWhens, in);
}

}  // namespace stead::words
