#include <fmt/format.h>

#include <array>

#include "words/grammar.h"

namespace stead::words {
namespace {

using std::chrono::month_day_last;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 3> kSteps{"last", "this", "next"};
constexpr std::array<std::string_view, 4> kOrdinals{"st", "nd", "rd", "th"};

std::string title(std::string_view name) {
  std::string title(name);
  title.front() = static_cast<char>(title.front() - 'a' + 'A');
  return title;
}

std::string month_title(unsigned month) { return title(kMonths[month - 1]); }

unsigned days_in(int year, unsigned month) {
  return unsigned{
      year_month_day_last{std::chrono::year{year}, month_day_last{std::chrono::month{month}}}
          .day()};
}

Day day_of(int year, unsigned month, unsigned day) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

Day refused(Reader& in, std::string_view reason) {
  in.refuse({fmt::format("is not a date: {}", reason), ""});
  return Day{};
}

/// The day of that date, if there is one.
Day checked(Reader& in, int year, unsigned month, unsigned day) {
  if (year < 1) return refused(in, "years go from 0001 to 9999");
  if (month < 1 || month > 12) return refused(in, fmt::format("there is no month {}", month));
  const unsigned last = days_in(year, month);
  if (day >= 1 && day <= last) return day_of(year, month, day);
  return refused(in, fmt::format("{} {} has {} days", month_title(month), year, last));
}

/// The nearest such day of any year; 29 Feb comes at least once in nine.
Day nearest_day(Reader& in, unsigned month, unsigned day) {
  const auto& [now, reading, seeking, origin] = in.context();
  const int ahead = seeking == Direction::forward ? 1 : -1;
  int year{year_month_day{origin}.year()};
  for (int i = 0; i < 10; ++i, year += ahead) {
    if (day < 1 || day > days_in(year, month)) continue;
    const Day found = day_of(year, month, day);
    if (ahead > 0 ? found >= origin : found <= origin) return found;
  }
  // 2024 is a leap year: the most days that the month can have.
  return refused(in,
                 fmt::format("{} has at most {} days", month_title(month), days_in(2024, month)));
}

/// With the year that was given, or else the nearest.
Day dated(Reader& in, std::optional<int> year, unsigned month, unsigned day) {
  return year ? checked(in, *year, month, day) : nearest_day(in, month, day);
}

std::optional<unsigned> number(Reader& in, std::size_t least, std::size_t most) {
  const auto read = in.number(least, most);
  return read ? std::optional{static_cast<unsigned>(*read)} : std::nullopt;
}

/// The sign between the numbers of a date.
std::optional<std::string_view> separator(Reader& in) {
  for (const std::string_view sign : {"-", "/", "."}) {
    if (in.sign(sign)) return sign;
  }
  return std::nullopt;
}

/// `2026-08-07`, `2026/8/7`
std::optional<Day> year_first(Reader& in) {
  const auto year = in.number(4, 4);
  const auto sign = year ? separator(in) : std::nullopt;
  const auto month = sign ? number(in, 1, 2) : std::nullopt;
  if (!month || !in.sign(*sign)) return std::nullopt;
  const auto day = number(in, 1, 2);
  if (!day) return std::nullopt;
  return checked(in, *year, *month, *day);
}

/// `20260807`
std::optional<Day> compact(Reader& in) {
  const auto number = in.number(8, 8);
  if (!number) return std::nullopt;
  const auto month_day = static_cast<unsigned>(*number % 10'000);
  return checked(in, *number / 10'000, month_day / 100, month_day % 100);
}

/// `2026-W32-5`
std::optional<Day> week_day(Reader& in) {
  const auto year = in.number(4, 4);
  if (!year || !in.sign("-") || !in.word("w")) return std::nullopt;
  const auto week = in.number(2, 2);
  if (!week || !in.sign("-")) return std::nullopt;
  const auto weekday = in.number(1, 1);
  if (!weekday) return std::nullopt;
  const Day monday = iso_week_period(in, *year, *week).first;
  if (*weekday < 1 || *weekday > 7) return refused(in, "weekdays go from 1, Monday, to 7");
  return monday + Days{*weekday - 1};
}

/// `today`, `yesterday`, `tomorrow`
std::optional<Day> day_word(Reader& in) {
  const Day today = in.context().now->today;
  if (in.word("today")) return today;
  if (in.word("yesterday")) return today - Days{1};
  if (in.word("tomorrow")) return today + Days{1};
  return std::nullopt;
}

Day nearest_weekday(std::chrono::weekday weekday, Direction seeking, Day origin) {
  return seeking == Direction::forward ? origin + (weekday - std::chrono::weekday{origin})
                                       : origin - (std::chrono::weekday{origin} - weekday);
}

/// `fri`, `last fri`, `fri next week`
std::optional<Day> weekday(Reader& in) {
  const auto which = step(in);
  const auto index = in.name(kWeekdays);
  if (!index) return std::nullopt;
  const std::chrono::weekday weekday{*index + 1};
  const Day today = in.context().now->today;
  const Day of_this_week = monday_of(today) + Days{*index};
  if (which == 0) return of_this_week;
  if (which == -1) return nearest_weekday(weekday, Direction::back, today - Days{1});
  if (which == 1) return nearest_weekday(weekday, Direction::forward, today + Days{1});
  Reader probe = in;
  if (const auto weeks = step(probe); weeks && probe.word("week")) {
    in = probe;
    return of_this_week + Days{7 * *weeks};
  }
  return nearest_weekday(weekday, in.context().seeking, in.context().origin);
}

/// `Fri 2026-08-07`, as stead prints it; the weekday has to be the right one.
std::optional<Day> weekday_and_date(Reader& in) {
  const auto index = in.name(kWeekdays);
  const auto day = index ? year_first(in) : std::nullopt;
  if (!day) return std::nullopt;
  const auto is = static_cast<std::size_t>((*day - monday_of(*day)).count());
  if (is == *index) return day;
  return refused(in, fmt::format("{} is a {}", to_string(*day), title(kWeekdays[is])));
}

/// `12aug`, `12th of august 2026`
std::optional<Day> day_month(Reader& in) {
  const auto day = number(in, 1, 2);
  if (!day) return std::nullopt;
  in.one_of(kOrdinals);
  in.word("of");
  const auto month = month_name(in);
  if (!month) return std::nullopt;
  const auto year = in.number(4, 4);
  return dated(in, year, *month, *day);
}

/// `aug 12`, `august 12th, 2026`
std::optional<Day> month_day(Reader& in) {
  const auto month = month_name(in);
  const auto day = month ? number(in, 1, 2) : std::nullopt;
  if (!day) return std::nullopt;
  in.one_of(kOrdinals);
  in.sign(",");
  const auto year = in.number(4, 4);
  return dated(in, year, *month, *day);
}

/// Both numbers can be the month.
Day two_readings(Reader& in, std::optional<int> year, unsigned a, unsigned b) {
  const Day day_first = dated(in, year, b, a);
  const Day month_first = dated(in, year, a, b);
  const auto in_words = [](Day day) {
    const year_month_day date{day};
    return fmt::format("{} {} {}", unsigned{date.day()}, month_title(unsigned{date.month()}),
                       int{date.year()});
  };
  in.refuse({fmt::format("could be {} or {}", in_words(day_first), in_words(month_first)),
             fmt::format("write {} or {}", to_string(day_first), to_string(month_first))});
  return day_first;
}

/// `25/12`, `25/12/2026`, `25.12.2026`; the year may be missing after a slash alone.
std::optional<Day> year_last(Reader& in) {
  const auto a = number(in, 1, 2);
  const auto sign = a ? separator(in) : std::nullopt;
  const auto b = sign ? number(in, 1, 2) : std::nullopt;
  if (!b) return std::nullopt;
  const auto year = in.sign(*sign) ? in.number(4, 4) : std::nullopt;
  if (!year && sign != "/") return std::nullopt;
  const bool a_month = *a >= 1 && *a <= 12;
  const bool b_month = *b >= 1 && *b <= 12;
  if (a_month && b_month && *a != *b) return two_readings(in, year, *a, *b);
  if (b_month) return dated(in, year, *b, *a);
  if (a_month) return dated(in, year, *a, *b);
  return refused(in, fmt::format("there is no month {}", *b));
}

/// `3d`, `in 5 days`, `2w ago`
std::optional<Day> shifted(Reader& in) {
  const auto read = shift(in);
  const auto unit = read ? calendar_unit(read->by.unit) : std::nullopt;
  if (!unit) return std::nullopt;
  const Day found = add(in.context().now->today, {read->by.count(), *unit}, read->sign);
  if (found == kFirstDay || found == kLastDay) {
    return refused(in, "it is outside of the years 0001 to 9999");
  }
  return found;
}

/// The nearest end or start of a week, month, year.
Day nearest_edge(const Context& context, Span::Unit unit, bool end) {
  const Day origin = context.origin;
  const Period here = around(unit, origin);
  if (context.seeking == Direction::forward) {
    if (end || here.first == origin) return end ? here.last : here.first;
    return here.last + Days{1};
  }
  if (!end || here.last == origin) return end ? here.last : here.first;
  return here.first - Days{1};
}

/// `end of month`, `start of next week`, `end of aug`
std::optional<Day> edge(Reader& in) {
  const bool end = in.word("end");
  if ((!end && !in.word("start")) || !in.word("of")) return std::nullopt;
  in.word("the");
  if (const auto read = unit(in)) {
    const auto calendar = calendar_unit(*read);
    if (!calendar) return std::nullopt;
    return nearest_edge(in.context(), *calendar, end);
  }
  const auto period = named_period(in);
  if (!period) return std::nullopt;
  return end ? period->last : period->first;
}

constexpr std::array<Production<Day>, 11> kDays{year_first,       compact, week_day,  day_word,
                                                weekday_and_date, weekday, day_month, month_day,
                                                year_last,        shifted, edge};

}  // namespace

std::optional<int> step(Reader& in) {
  const auto which = in.one_of(kSteps);
  return which ? std::optional{static_cast<int>(*which) - 1} : std::nullopt;
}

std::optional<unsigned> month_name(Reader& in) {
  const auto which = in.name(kMonths);
  return which ? std::optional{*which + 1} : std::nullopt;
}

std::optional<Shift> shift(Reader& in) {
  int sign = in.word("in") || in.sign("+") ? 1 : in.sign("-") ? -1 : 0;
  const auto by = quantity(in);
  if (!by || !by->is_whole()) return std::nullopt;
  if (sign == 0 && in.word("ago")) sign = -1;
  if (sign == 0) sign = in.context().reading == Direction::forward ? 1 : -1;
  return Shift{*by, sign};
}

std::optional<Day> day(Reader& in) {
  in.word("on");
  return first_of<Day>(kDays, in);
}

}  // namespace stead::words
