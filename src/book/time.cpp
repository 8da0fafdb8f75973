#include "stead/time.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace stead {
namespace {

using std::chrono::month_day_last;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

constexpr int kMinutesPerHour = 60;
constexpr int kMinutesPerDay = 24 * kMinutesPerHour;

bool take(std::string_view& text, char sign) {
  if (text.empty() || text.front() != sign) return false;
  text.remove_prefix(1);
  return true;
}

/// More than any year, and its last byte, which is all that std::chrono takes, than any month or
/// day.
constexpr unsigned kNoNumber = 0xFFFF;

/// The two digits at `text`; else kNoNumber. (Not of a std::string_view: a walk over a long life
/// spends much of its time in here.)
unsigned two_digits(const char* text) {
  const unsigned tens = static_cast<unsigned char>(text[0]) - unsigned{'0'};
  const unsigned ones = static_cast<unsigned char>(text[1]) - unsigned{'0'};
  return tens > 9 || ones > 9 ? kNoNumber : tens * 10 + ones;
}

/// What `text` begins with, if that is a number of 1 to `most` digits: its width and value.
std::optional<std::pair<std::size_t, int>> digits_of(std::string_view text, std::size_t most) {
  const std::size_t width = std::min(text.find_first_not_of("0123456789"), text.size());
  if (width == 0 || width > most) return std::nullopt;
  int value = 0;
  for (const char digit : text.substr(0, width)) value = value * 10 + (digit - '0');
  return std::pair{width, value};
}

/// `YYYY-MM-DD`
std::optional<Day> take_day(std::string_view& text) {
  constexpr std::size_t kSize = 10;
  const char* begin = text.data();
  if (text.size() < kSize || begin[4] != '-' || begin[7] != '-') return std::nullopt;
  const unsigned year = two_digits(begin) * 100 + two_digits(begin + 2);
  const year_month_day date{std::chrono::year{static_cast<int>(year)},
                            std::chrono::month{two_digits(begin + 5)},
                            std::chrono::day{two_digits(begin + 8)}};
  if (year < 1 || year > 9999 || !date.ok()) return std::nullopt;
  text.remove_prefix(kSize);
  return Day{date};
}

/// `HH:MM` as minutes.
std::optional<int> take_clock(std::string_view& text) {
  constexpr std::size_t kSize = 5;
  if (text.size() < kSize || text[2] != ':') return std::nullopt;
  const unsigned hour = two_digits(text.data());
  const unsigned minute = two_digits(text.data() + 3);
  if (hour > 23 || minute > 59) return std::nullopt;
  text.remove_prefix(kSize);
  return static_cast<int>(hour) * kMinutesPerHour + static_cast<int>(minute);
}

/// `:SS`, which is not kept; false where something else follows.
bool take_seconds(std::string_view& text) {
  if (text.empty() || text.front() != ':') return true;
  if (text.size() < 3 || two_digits(text.data() + 1) > 59) return false;
  text.remove_prefix(3);
  return true;
}

/// `Z`, `+HH:MM` or `-HH:MM` as minutes.
std::optional<int> take_offset(std::string_view& text) {
  if (take(text, 'Z')) return 0;
  const bool west = take(text, '-');
  if (!west && !take(text, '+')) return std::nullopt;
  const auto minutes = take_clock(text);
  if (!minutes) return std::nullopt;
  return west ? -*minutes : *minutes;
}

/// A whole number of at most six digits, without zeros in front.
std::optional<int> take_count(std::string_view& text) {
  const auto digits = digits_of(text, 6);
  if (!digits || (digits->first > 1 && text.front() == '0')) return std::nullopt;
  text.remove_prefix(digits->first);
  return digits->second;
}

/// What follows a decimal point, one to three digits, as thousandths.
std::optional<int> take_thousandths(std::string_view& text) {
  const auto digits = digits_of(text, 3);
  if (!digits) return std::nullopt;
  text.remove_prefix(digits->first);
  int value = digits->second;
  for (std::size_t i = digits->first; i < 3; ++i) value *= 10;
  return value;
}

template <typename Unit>
struct UnitName {
  std::string_view name;
  Unit unit;
};

constexpr std::array<UnitName<Span::Unit>, 4> kSpanUnits{{{"d", Span::Unit::day},
                                                          {"w", Span::Unit::week},
                                                          {"mon", Span::Unit::month},
                                                          {"y", Span::Unit::year}}};
constexpr std::array<UnitName<Work::Unit>, 3> kWorkUnits{
    {{"min", Work::Unit::minute}, {"h", Work::Unit::hour}, {"d", Work::Unit::day}}};
constexpr std::array<UnitName<Amount::Unit>, 4> kAmountUnits{{{"h", Amount::Unit::hour},
                                                              {"d", Amount::Unit::day},
                                                              {"w", Amount::Unit::week},
                                                              {"x", Amount::Unit::times}}};

template <typename Units>
std::string_view name_in(const Units& units, decltype(units[0].unit) unit) {
  return std::ranges::find(units, unit, &Units::value_type::unit)->name;
}

template <typename Units>
auto unit_in(const Units& units, std::string_view name) {
  const auto found = std::ranges::find(units, name, &Units::value_type::name);
  return found == units.end() ? std::nullopt : std::optional{found->unit};
}

/// A count and the name of one of `units`, as a Span or as Work.
template <typename Length, typename Units>
std::optional<Length> length_from(std::string_view text, const Units& units) {
  const auto count = take_count(text);
  const auto unit = unit_in(units, text);
  if (!count || *count == 0 || !unit) return std::nullopt;
  return Length{*count, *unit};
}

Day clamped(std::int64_t days_since_1970) {
  return Day{Days{std::clamp<std::int64_t>(days_since_1970, kFirstDay.time_since_epoch().count(),
                                           kLastDay.time_since_epoch().count())}};
}

Day add_months(Day day, std::int64_t months) {
  const year_month_day date{day};
  const std::int64_t total =
      int{date.year()} * std::int64_t{12} + unsigned{date.month()} - 1 + months;
  if (total < 12) return kFirstDay;
  if (total >= 12 * 10'000) return kLastDay;
  const std::chrono::year year{static_cast<int>(total / 12)};
  const std::chrono::month month{static_cast<unsigned>(total % 12) + 1};
  const auto last = year_month_day_last{year, month_day_last{month}}.day();
  return year_month_day{year, month, std::min(date.day(), last)};
}

std::string clock(int minute) {
  return fmt::format("{:02}:{:02}", minute / kMinutesPerHour, minute % kMinutesPerHour);
}

}  // namespace

std::int64_t When::instant() const {
  const std::int64_t midnight = std::int64_t{day.time_since_epoch().count()} * kMinutesPerDay;
  return time ? midnight + time->minute - time->offset : midnight;
}

bool before(const When& a, const When& b) {
  return a.time && b.time ? a.instant() < b.instant() : a.day < b.day;
}

When Now::at(Day day, int minute) const {
  using namespace std::chrono;
  const auto day_of = [](sys_time<minutes> local) { return floor<days>(local); };
  const auto minute_of = [](sys_time<minutes> local) {
    return static_cast<int>((local - floor<days>(local)).count());
  };
  const auto offset_of = [&](sys_time<minutes> local) {
    return offset_at(day_of(local), minute_of(local));
  };
  const sys_time<minutes> local = day + minutes{minute};
  const int offset = offset_of(local);
  const int jump = offset_of(local + hours{3}) - offset;
  // Only a skipped minute comes to lie behind the gap when it is moved by the width of the gap.
  const sys_time<minutes> moved = local + minutes{jump};
  if (jump <= 0 || offset_of(moved) != offset + jump) return {day, TimeOfDay{minute, offset}};
  return {day_of(moved), TimeOfDay{minute_of(moved), offset + jump}};
}

When Now::shown_at(std::int64_t instant) const {
  using namespace std::chrono;
  const auto local = [instant](int offset) {
    const sys_time<minutes> at{minutes{instant + offset}};
    const Day day = floor<days>(at);
    return When{day, TimeOfDay{static_cast<int>((at - day).count()), offset}};
  };
  // The offset of now leads to a time at most a change of the clock away from the right one.
  const When guess = local(time.offset);
  const When found = local(offset_at(guess.day, guess.time->minute));
  const When there = at(found.day, found.time->minute);
  // They differ where the minute is skipped, which `at` puts right, or comes for the second time.
  return there.instant() == found.instant() ? there : found;
}

Day add(Day day, Span span, int times) {
  // More days than the calendar has are as good as any number, and cannot overflow.
  constexpr std::int64_t kEver = 4'000'000;
  const std::int64_t count = std::clamp(std::int64_t{span.count} * times, -kEver, kEver);
  const std::int64_t since_1970 = day.time_since_epoch().count();
  switch (span.unit) {
    case Span::Unit::day: return clamped(since_1970 + count);
    case Span::Unit::week: return clamped(since_1970 + 7 * count);
    case Span::Unit::month: return add_months(day, count);
    case Span::Unit::year: return add_months(day, 12 * count);
  }
  return day;
}

Day monday_of(Day day) { return day - (std::chrono::weekday{day} - std::chrono::Monday); }

IsoWeek iso_week(Day day) {
  const Day thursday = monday_of(day) + Days{3};
  const std::chrono::year year = year_month_day{thursday}.year();
  const Day new_year{year / std::chrono::January / 1};
  return {int{year}, static_cast<int>((thursday - new_year).count()) / 7 + 1};
}

std::string to_string(Day day) {
  const year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()},
                     unsigned{date.day()});
}

std::string to_string(const When& when) {
  if (!when.time) return to_string(when.day);
  const int offset = when.time->offset;
  return fmt::format("{}T{}{}{}", to_string(when.day), clock(when.time->minute),
                     offset < 0 ? '-' : '+', clock(offset < 0 ? -offset : offset));
}

std::string to_string(const YearDay& day) {
  const std::string date = fmt::format("{:02}-{:02}", day.month, day.day);
  return day.year ? fmt::format("{:04}-{}", *day.year, date) : date;
}

std::string to_string(Span span) {
  return fmt::format("{}{}", span.count, name_in(kSpanUnits, span.unit));
}

std::string to_string(Work work) {
  return fmt::format("{}{}", work.count, name_in(kWorkUnits, work.unit));
}

std::string to_string(Amount amount) {
  std::string number = fmt::format("{}", amount.thousandths / 1000);
  if (const auto rest = amount.thousandths % 1000; rest != 0) {
    number += fmt::format(".{:03}", rest);
    number.erase(number.find_last_not_of('0') + 1);
  }
  return number.append(name_in(kAmountUnits, amount.unit));
}

std::string to_string(IsoWeek week) { return fmt::format("{:04}-W{:02}", week.year, week.week); }

std::string long_date(Day day) { return fmt::format("{} {}", weekday_name(day), to_string(day)); }

std::string long_date(const When& when) {
  if (!when.time) return long_date(when.day);
  return fmt::format("{} {}", long_date(when.day), clock(when.time->minute));
}

std::string_view weekday_name(Day day) {
  static constexpr std::array<std::string_view, 7> kNames{"Sun", "Mon", "Tue", "Wed",
                                                          "Thu", "Fri", "Sat"};
  return kNames[std::chrono::weekday{day}.c_encoding()];
}

std::optional<Day> day_from(std::string_view text) {
  const auto day = take_day(text);
  return text.empty() ? day : std::nullopt;
}

std::optional<When> when_from(std::string_view text) {
  const auto day = take_day(text);
  if (!day) return std::nullopt;
  if (text.empty()) return When{*day, std::nullopt};
  if (!take(text, 'T')) return std::nullopt;
  const auto minute = take_clock(text);
  if (!minute) return std::nullopt;
  if (!take_seconds(text)) return std::nullopt;
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  return When{*day, TimeOfDay{*minute, *offset}};
}

std::optional<YearDay> year_day_from(std::string_view text) {
  if (const auto day = day_from(text)) {
    const year_month_day date{*day};
    return YearDay{int{date.year()}, unsigned{date.month()}, unsigned{date.day()}};
  }
  if (text.size() != 5 || text[2] != '-') return std::nullopt;
  const std::chrono::month_day date{std::chrono::month{two_digits(text.data())},
                                    std::chrono::day{two_digits(text.data() + 3)}};
  if (!date.ok()) return std::nullopt;
  return YearDay{std::nullopt, unsigned{date.month()}, unsigned{date.day()}};
}

std::optional<Span> span_from(std::string_view text) { return length_from<Span>(text, kSpanUnits); }

std::optional<Work> work_from(std::string_view text) { return length_from<Work>(text, kWorkUnits); }

std::optional<Amount> amount_from(std::string_view text) {
  const auto whole = take_count(text);
  if (!whole) return std::nullopt;
  std::int64_t thousandths = std::int64_t{*whole} * 1000;
  if (take(text, '.')) {
    const auto rest = take_thousandths(text);
    if (!rest) return std::nullopt;
    thousandths += *rest;
  }
  const auto unit = unit_in(kAmountUnits, text);
  if (thousandths == 0 || !unit) return std::nullopt;
  return Amount{thousandths, *unit};
}

}  // namespace stead
