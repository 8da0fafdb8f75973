#include <algorithm>
#include <array>

#include "words/grammar.h"

namespace stead::words {
namespace {

struct UnitWord {
  std::string_view word;
  Unit unit;
};

constexpr std::array<UnitWord, 21> kUnitWords{
    {{"min", Unit::minute},     {"mins", Unit::minute}, {"minute", Unit::minute},
     {"minutes", Unit::minute}, {"h", Unit::hour},      {"hour", Unit::hour},
     {"hours", Unit::hour},     {"d", Unit::day},       {"day", Unit::day},
     {"days", Unit::day},       {"w", Unit::week},      {"week", Unit::week},
     {"weeks", Unit::week},     {"mon", Unit::month},   {"month", Unit::month},
     {"months", Unit::month},   {"y", Unit::year},      {"year", Unit::year},
     {"years", Unit::year},     {"x", Unit::times},     {"times", Unit::times}}};

constexpr std::array<std::string_view, 14> kNumberWords{"a",    "an",   "one",    "two",   "three",
                                                        "four", "five", "six",    "seven", "eight",
                                                        "nine", "ten",  "eleven", "twelve"};

std::optional<int> count(Reader& in) {
  if (const auto number = in.number(1, 6)) return number;
  const auto word = in.one_of(kNumberWords);
  if (!word) return std::nullopt;
  return std::max(1, static_cast<int>(*word) - 1);
}

/// What follows a decimal point, one to three digits, as thousandths.
std::optional<int> thousandths(Reader& in) {
  for (const int factor : {100, 10, 1}) {
    const std::size_t digits = factor == 100 ? 1 : factor == 10 ? 2 : 3;
    if (const auto number = in.number(digits, digits)) return *number * factor;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Unit> unit(Reader& in) {
  for (const UnitWord& known : kUnitWords) {
    if (in.word(known.word)) return known.unit;
  }
  return std::nullopt;
}

std::optional<Quantity> quantity(Reader& in) {
  const auto whole = count(in);
  if (!whole) return std::nullopt;
  std::int64_t value = std::int64_t{*whole} * 1000;
  if (in.sign(".")) {
    const auto rest = thousandths(in);
    if (!rest) return std::nullopt;
    value += *rest;
  }
  const auto of = unit(in);
  if (!of) return std::nullopt;
  return Quantity{value, *of};
}

std::optional<Span::Unit> calendar_unit(Unit unit) {
  switch (unit) {
    case Unit::day: return Span::Unit::day;
    case Unit::week: return Span::Unit::week;
    case Unit::month: return Span::Unit::month;
    case Unit::year: return Span::Unit::year;
    case Unit::minute:
    case Unit::hour:
    case Unit::times: return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace stead::words
