#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "words/reader.h"

namespace stead::words {

enum class Unit { minute, hour, day, week, month, year, times };

/// A number and its unit: `3d`, `1.5 days`, `two weeks`.
struct Quantity {
  std::int64_t thousandths = 0;
  Unit unit = Unit::day;

  bool is_whole() const { return thousandths % 1000 == 0; }
  int count() const { return static_cast<int>(thousandths / 1000); }
};

std::optional<Unit> unit(Reader& in);
std::optional<Quantity> quantity(Reader& in);

/// The unit as one of calendar time; nothing for minutes, hours and times.
std::optional<Span::Unit> calendar_unit(Unit unit);

/// `last` is -1, `this` 0, `next` 1.
std::optional<int> step(Reader& in);

/// A month by name, 1 to 12.
std::optional<unsigned> month_name(Reader& in);

/// A number and a unit, with the way they point: `in 3 days`, `2w ago`, `-2w`, `3d`.
struct Shift {
  Quantity by;
  int sign;
};
std::optional<Shift> shift(Reader& in);

/// The day, week, month or year that has `day` in it.
Period around(Span::Unit unit, Day day);

/// The `number`-th ISO week of `year`; the reader refuses what there is not.
Period iso_week_period(Reader& in, int year, int number);

/// Any one day, without a time.
std::optional<Day> day(Reader& in);

/// A period that has a name: `next week`, `last 7 days`, `aug`, `2026-08`.
std::optional<Period> named_period(Reader& in);

/// All that `in` has left, as a day or a time.
Outcome<When> whole_when(const Reader& in);

/// All of `tokens`, as a period.
Outcome<Period> whole_period(std::string_view source, std::span<const Token> tokens,
                             const Context& context);

}  // namespace stead::words
