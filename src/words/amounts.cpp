#include "stead/dates.h"
#include "words/grammar.h"
#include "words/leading.h"

namespace stead {
namespace {

using words::Quantity;
using words::Unit;

std::optional<Work::Unit> working_unit(Unit unit) {
  if (unit == Unit::minute) return Work::Unit::minute;
  if (unit == Unit::hour) return Work::Unit::hour;
  if (unit == Unit::day) return Work::Unit::day;
  return std::nullopt;
}

std::optional<Amount::Unit> amount_unit(Unit unit) {
  if (unit == Unit::hour) return Amount::Unit::hour;
  if (unit == Unit::day) return Amount::Unit::day;
  if (unit == Unit::week) return Amount::Unit::week;
  if (unit == Unit::times) return Amount::Unit::times;
  return std::nullopt;
}

/// All of `text` as a quantity of more than nothing.
std::optional<Quantity> whole_quantity(std::string_view text) {
  const auto tokens = words::tokens_of(text);
  words::Reader in(text, tokens, words::Context{});
  const auto read = words::quantity(in);
  return read && in.at_end() && read->thousandths > 0 ? read : std::nullopt;
}

/// `month`, without a number, is one of them.
std::optional<Quantity> whole_unit(std::string_view text) {
  const auto tokens = words::tokens_of(text);
  words::Reader in(text, tokens, words::Context{});
  const auto read = words::unit(in);
  if (!read || !in.at_end()) return std::nullopt;
  return Quantity{1000, *read};
}

std::optional<Amount> find_amount(std::string_view text) {
  const auto read = whole_quantity(text);
  const auto unit = read ? amount_unit(read->unit) : std::nullopt;
  if (!unit) return std::nullopt;
  return Amount{read->thousandths, *unit};
}

}  // namespace

Span read_span(std::string_view text) {
  const auto number = whole_quantity(text);
  const auto read = number ? number : whole_unit(text);
  const auto unit = read ? words::calendar_unit(read->unit) : std::nullopt;
  if (!unit || !read->is_whole()) {
    throw Error::usage("'{}' is not a length of calendar time", text)
        .with_hint("write it like 10d, 2w, 1mon or 1y");
  }
  return {read->count(), *unit};
}

Work read_work(std::string_view text) {
  const auto read = whole_quantity(text);
  const auto unit = read ? working_unit(read->unit) : std::nullopt;
  if (!unit || !read->is_whole()) {
    throw Error::usage("'{}' is not a length of working time", text)
        .with_hint("write it like 30min, 4h or 2d");
  }
  return {read->count(), *unit};
}

Amount read_amount(std::string_view text) {
  if (const auto amount = find_amount(text)) return *amount;
  throw Error::usage("'{}' is not an amount", text).with_hint("write it like 3h, 5d, 1w or 2x");
}

std::optional<Leading<Amount>> leading_amount(std::string_view text) {
  return words::leading(text, find_amount);
}

}  // namespace stead
