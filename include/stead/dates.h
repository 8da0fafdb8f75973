#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "stead/error.h"
#include "stead/time.h"

namespace stead {

/// Where words that fit many days look for theirs: back in a log, forward in a due date and an
/// absence.
enum class Direction { back, forward };

// How people write days. Case and further blanks do not matter; `on` may stand in front. The
// examples are as of Mon 2026-08-03 at 10:15; what stands in one column alone is the same in both
// directions.
//
//   written                          looking back    looking forward
//   -------------------------------  --------------  ---------------
//   2026-08-07, 2026/8/7, 20260807   2026-08-07
//   Fri 2026-08-07                   2026-08-07                       as stead prints it
//   2026-W32-5                       2026-08-07                       ISO week, 1 is Monday
//   12aug2027, aug 12 2027           2027-08-12
//   25/12/2027, 25.12.2027           2027-12-25
//   03/04, 03/04/2027                refused                          3 April or 4 March
//   12aug, aug 12, 12th of august    2025-08-12      2026-08-12       the nearest, today counts
//   29feb                            2024-02-29      2028-02-29
//   25/12                            2025-12-25      2026-12-25
//   today, yesterday, tomorrow       2026-08-03, 2026-08-02, 2026-08-04
//   fri, friday                      2026-07-31      2026-08-07       the nearest, today counts
//   mon                              2026-08-03      2026-08-03
//   last fri, last mon               2026-07-31, 2026-07-27           the nearest before today
//   next fri, next mon               2026-08-07, 2026-08-10           the nearest after today
//   this fri                         2026-08-07                       Monday to Sunday
//   fri next week                    2026-08-14
//   3d, 2 weeks, a month             2026-07-31 …    2026-08-06 …     a short month: its last day
//   +3d, in 3 days                   2026-08-06
//   -2w, 2w ago, two weeks ago       2026-07-20
//   end of month                     2026-07-31      2026-08-31       also start of; week, year
//   end of next week, end of feb     of that period
//
// A bare `fri`, and `last` and `next fri`, are what GNU date makes of them, but that `fri` looks
// back in a log. `next fri` is not the Friday of next week unless that comes first.
//
// A time may follow a day or stand before it: `fri 14:30`, `12aug at 9am`, `9:30pm tomorrow`,
// `noon`, `2026-08-07T14:30`, `2026-08-07 14:30+02:00`. Without an offset it is a time on the local
// clock and carries the offset of that day; one that the clock skips in spring is refused. A time
// alone is the nearest one, and so is a day that would be today: at 10:15 on a Monday, `14:30` and
// `mon 14:30` are yesterday and a week ago in a log, both today in a due date. `now`, `20min ago`
// and `in 2h` are times, too.
//
//   periods                          looking back    looking forward
//   -------------------------------  --------------  ---------------
//   any day as above                 that day
//   this week, last month, next year Monday to Sunday, whole months, whole years
//   last 7 days, next 2 weeks        as many, today included
//   aug                              2026-08         2026-08          the nearest, today's counts
//   sept                             2025-09         2026-09
//   2026, 2026-08, 2026-W32          the year, the month, the ISO week
//   A..B                             first day of A to last day of B, which is sought from A on
//   A to B, from A to B, A through B, A - B (with blanks)             the same
//   A.., ..B                         to kLastDay, from kFirstDay
//   5 days                           refused                          `in 5 days`, `next 5 days`?
//
// Of all `10aug..21aug` or `mon..fri`, looking back means the last that has begun. Looking forward,
// it is the running one or the next, whichever has its first day nearer to today. `20dec..5jan`
// ends in the next year; `21sep..10sep` is refused, as every range from one year into the next that
// is longer than half a year, would be shorter the other way round, and has an end without a year.
//
// Lengths are a number (digits, `a`, `an`, `one` to `twelve`, in amounts also a decimal point) and
// a unit: min h d w mon y x, or the English word for it.

/// The one day or time that all of `text` names; nothing when it is not of that form at all. Throws
/// Error (usage) when it is of the form but names none (`31 feb`, `25:00`, `Mon 2026-08-07`), two
/// (`03/04`), or one outside of the years 1 to 9999.
std::optional<When> find_when(std::string_view text, const Now& now, Direction direction);

/// The same for the days of a period.
std::optional<Period> find_period(std::string_view text, const Now& now, Direction direction);

/// As `find_when`, but also throws when there is nothing, with the nearest text that is a date as
/// hint (`did you mean 'tomorrow'?`), and for periods of more than one day.
When read_when(std::string_view text, const Now& now, Direction direction);

/// As `read_when`, and throws when there is a time of day.
Day read_day(std::string_view text, const Now& now, Direction direction);

/// As `find_period`, but also throws when there is nothing, with the nearest text that is one.
Period read_period(std::string_view text, const Now& now, Direction direction);

/// What the front of a text says, and the text after it, without blanks at its ends.
template <typename T>
struct Leading {
  T value;
  std::string_view rest;
};

/// The date in front of the first colon, as in `yesterday: sent the diagram` and `fri 14:30:
/// called`; a colon between two digits does not count. Nothing when not all of what is before the
/// colon is one day or time: then all of `text` is text. Throws as `find_when` does.
std::optional<Leading<When>> date_before_colon(std::string_view text, const Now& now,
                                               Direction direction);

/// The longest run of words at the front of `text` that is a period (`next week family` is `next
/// week` and `family`); a comma or colon may end it. Nothing when there is none. Throws as
/// `find_period` does.
std::optional<Leading<Period>> leading_period(std::string_view text, const Now& now,
                                              Direction direction);

/// From one day or time to another; an open end is absent.
struct TimePeriod {
  When first;
  std::optional<When> last;
};

/// The same for a period that has a time of day: `fri 14:00..16:00 dentist`, `10aug 14:00 to
/// 12aug`. Its end is the first that fits after its beginning; `fri 14:00..` has none. Throws Error
/// (usage) where it ends before it begins, too.
std::optional<Leading<TimePeriod>> leading_time_period(std::string_view text, const Now& now,
                                                       Direction direction);

/// The same for an amount: `5 days his Delta week`. Never throws.
std::optional<Leading<Amount>> leading_amount(std::string_view text);

/// The values of options: `2w`, `10 days`, `a month`, `month`; `4h`, `30 min`; `3h`, `5 days`,
/// `1.5d`, `2 times`. They throw Error (usage) when `text` is none, or has a unit that the type
/// does not know.
Span read_span(std::string_view text);
Work read_work(std::string_view text);
Amount read_amount(std::string_view text);

/// How an expression is read in one direction: one of the three is there.
struct DateReading {
  std::optional<When> when;      ///< A day or a time.
  std::optional<Period> period;  ///< More than one day.
  std::optional<Error> error;    ///< Neither; why, and what to write.
  int days_from_today = 0;       ///< To the first day; negative in the past.
  IsoWeek week;                  ///< Of the first day.
};

/// What `stead date EXPR` shows.
struct DateExplanation {
  std::string expression;
  DateReading back;
  DateReading forward;
};
DateExplanation explain_date(std::string_view text, const Now& now);

}  // namespace stead
