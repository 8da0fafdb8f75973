#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace stead {

/// A day of the proleptic Gregorian calendar, years 0001 to 9999.
using Day = std::chrono::sys_days;
using Days = std::chrono::days;

/// A time of day to the minute, and the offset from UTC that was in force there and then.
struct TimeOfDay {
  int minute = 0;  ///< Since local midnight, 0 to 1439.
  int offset = 0;  ///< Minutes east of UTC.

  bool operator==(const TimeOfDay&) const = default;
};

/// A day, with the time of day where that is known; it is never made up where it is not.
struct When {
  Day day;
  std::optional<TimeOfDay> time;

  bool operator==(const When&) const = default;

  /// Minutes since 1970-01-01T00:00Z; without a time of day, of the day's start in UTC.
  std::int64_t instant() const;
};

/// Is `a` before `b`? Days compare as days as soon as one side has no time, two times as
/// instants.
bool before(const When& a, const When& b);

/// A day of every year, as of a birthday; the year may be unknown.
struct YearDay {
  std::optional<int> year;
  unsigned month = 1;
  unsigned day = 1;

  bool operator==(const YearDay&) const = default;
};

/// A length of calendar time: `10d`, `2w`, `1mon`, `1y`.
struct Span {
  enum class Unit { day, week, month, year };
  int count = 0;
  Unit unit = Unit::day;

  bool operator==(const Span&) const = default;
};

/// A length of working time: `30min`, `4h`, `2d`; a `d` is one working day.
struct Work {
  enum class Unit { minute, hour, day };
  int count = 0;
  Unit unit = Unit::hour;

  bool operator==(const Work&) const = default;
};

/// How much help: `3h`, `5d`, `1w`, `2x` (times), to a thousandth; units are never converted.
struct Amount {
  enum class Unit { hour, day, week, times };
  std::int64_t thousandths = 1000;
  Unit unit = Unit::times;

  bool operator==(const Amount&) const = default;
};

/// First and last day of a stretch of days, both included.
struct Period {
  Day first;
  Day last;

  bool operator==(const Period&) const = default;
  bool contains(Day day) const { return first <= day && day <= last; }
  bool overlaps(const Period& other) const { return first <= other.last && other.first <= last; }
};

/// The first and the last day that a book can hold.
inline constexpr Day kFirstDay{std::chrono::year{1} / 1 / 1};
inline constexpr Day kLastDay{std::chrono::year{9999} / 12 / 31};

inline constexpr std::int64_t kMinutesOfDay = 24 * 60;
inline constexpr Days kDay{1};
inline constexpr Days kWeek{7};

/// Minutes east of UTC in the zone of this name, such as `Europe/Madrid`, at an instant, which is
/// minutes since 1970-01-01T00:00Z; nothing where there is no such zone.
using ZoneOffset = std::function<std::optional<int>(const std::string& zone, std::int64_t instant)>;

/// The clock of one run: what is now, and which offset local time has on a day at a minute.
/// A value, so that a test or `--now` decides what day it is.
struct Now {
  Day today;
  TimeOfDay time;
  /// Minutes east of UTC at `minute` (0 to 1439) of `day` on the local clock. A minute that comes
  /// twice has the offset of its first time; one that the clock skips, the offset before the jump
  /// (the local minute less the UTC minute that mktime(3) makes of it).
  std::function<int(Day day, int minute)> offset_at;
  /// The clocks elsewhere; empty where they are not known.
  ZoneOffset zone_offset = {};

  /// This very minute.
  When moment() const { return {today, time}; }
  /// `minute` of `day` on the local clock. A minute that the clock skips in spring is moved on by
  /// as much as the clock is: 02:30 on that night is 03:30.
  When at(Day day, int minute) const;
  /// What the local clock shows at an instant, with its offset then.
  When shown_at(std::int64_t instant) const;
};

/// A week of ISO 8601: the year that most of its days are in, and its number there, 1 to 53.
struct IsoWeek {
  int year = 1970;
  int week = 1;

  bool operator==(const IsoWeek&) const = default;
};

/// `day` and a calendar span later (or earlier, for a negative `times`); a month ends at its last
/// day if it is too short: 31 Jan + 1mon = 28 or 29 Feb. Clamped to kFirstDay and kLastDay.
Day add(Day day, Span span, int times = 1);

/// Monday of the week that `day` is in.
Day monday_of(Day day);

/// The ISO week that `day` is in; 2027-01-01 is in 2026-W53.
IsoWeek iso_week(Day day);

/// ISO 8601, as the book has it: `2026-08-07`, `2026-08-03T10:15+02:00`, `05-14`, `2w`, `4h`, `2x`;
/// and `2026-W32`.
std::string to_string(Day day);
std::string to_string(const When& when);
std::string to_string(const YearDay& day);
std::string to_string(Span span);
std::string to_string(Work work);
std::string to_string(Amount amount);
std::string to_string(IsoWeek week);

/// The day as people read it, in full: `Fri 2026-08-07`; a time adds ` 14:30`.
std::string long_date(Day day);
std::string long_date(const When& when);

/// Three letters, `Mon` to `Sun`.
std::string_view weekday_name(Day day);

/// Strict readers of what `to_string` writes, for the book: nothing when `text` is not exactly
/// of the form or names an impossible date. A time may also have seconds, which are dropped, and
/// `Z` for its offset; offsets go from -23:59 to +23:59. Counts go from 1 to 999999, amounts from a
/// thousandth to 999999.999, without zeros in front. They allocate nothing and read no locale.
std::optional<Day> day_from(std::string_view text);
std::optional<When> when_from(std::string_view text);
std::optional<YearDay> year_day_from(std::string_view text);
std::optional<Span> span_from(std::string_view text);
std::optional<Work> work_from(std::string_view text);
std::optional<Amount> amount_from(std::string_view text);

}  // namespace stead
