#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "words/grammar.h"
#include "words/leading.h"

namespace stead::words {
namespace {

using std::chrono::year_month_day;

Period month_of(int year, unsigned month) {
  return around(Span::Unit::month,
                Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{1}});
}

Period no_period(Reader& in, std::string_view reason) {
  in.refuse({fmt::format("is not a period: {}", reason), ""});
  return Period{};
}

/// `next week`, `this month`, `last year`
std::optional<Period> stepped(Reader& in) {
  const auto steps = step(in);
  const auto read = steps ? unit(in) : std::nullopt;
  const auto calendar = read ? calendar_unit(*read) : std::nullopt;
  if (!calendar) return std::nullopt;
  const Period here = around(*calendar, in.context().now->today);
  if (steps == -1) return around(*calendar, here.first - Days{1});
  if (steps == 1) return around(*calendar, here.last + Days{1});
  return here;
}

/// `last 7 days`, `next 2 weeks`
std::optional<Period> several(Reader& in) {
  const auto steps = step(in);
  const auto read = steps && steps != 0 ? quantity(in) : std::nullopt;
  const auto calendar = read && read->is_whole() ? calendar_unit(read->unit) : std::nullopt;
  if (!calendar || read->count() == 0) return std::nullopt;
  const Day today = in.context().now->today;
  const Day edge = add(today, {read->count(), *calendar}, *steps);
  if (edge == kFirstDay || edge == kLastDay) {
    return no_period(in, "it is outside of the years 0001 to 9999");
  }
  return *steps > 0 ? Period{today, edge - Days{1}} : Period{edge + Days{1}, today};
}

/// `aug`, `aug 2026`
std::optional<Period> month(Reader& in) {
  const auto read = month_name(in);
  if (!read) return std::nullopt;
  if (const auto year = in.number(4, 4)) {
    return *year >= 1 ? month_of(*year, *read) : no_period(in, "years go from 0001 to 9999");
  }
  const auto& [now, reading, seeking, origin] = in.context();
  const int year{year_month_day{origin}.year()};
  const Period here = month_of(year, *read);
  if (seeking == Direction::forward) return here.last >= origin ? here : month_of(year + 1, *read);
  return here.first <= origin ? here : month_of(year - 1, *read);
}

/// `2026`, `2026-08`, `2026-W32`
std::optional<Period> iso(Reader& in) {
  const auto year = in.number(4, 4);
  if (!year) return std::nullopt;
  if (*year < 1) return no_period(in, "years go from 0001 to 9999");
  if (!in.sign("-")) return around(Span::Unit::year, month_of(*year, 1).first);
  if (in.word("w")) {
    const auto week = in.number(2, 2);
    return week ? std::optional{iso_week_period(in, *year, *week)} : std::nullopt;
  }
  const auto month = in.number(2, 2);
  if (!month) return std::nullopt;
  if (*month < 1 || *month > 12) return no_period(in, fmt::format("there is no month {}", *month));
  return month_of(*year, static_cast<unsigned>(*month));
}

std::optional<Period> one_day(Reader& in) {
  const auto read = day(in);
  return read ? std::optional{Period{*read, *read}} : std::nullopt;
}

/// `5 days`, which may mean the days from now on or the one at their end.
std::optional<Period> bare_length(Reader& in) {
  const auto read = quantity(in);
  if (!read || !calendar_unit(read->unit) || !read->is_whole()) return std::nullopt;
  const std::string_view text = trimmed(in.source());
  in.refuse(in.context().reading == Direction::forward
                ? Refusal{"could be one day or all days until then",
                          fmt::format("say 'in {0}' or 'next {0}'", text)}
                : Refusal{"could be one day or all days since then",
                          fmt::format("say '{0} ago' or 'last {0}'", text)});
  return Period{};
}

constexpr std::array<Production<Period>, 4> kNamed{stepped, several, month, iso};
constexpr std::array<Production<Period>, 2> kSides{named_period, one_day};
constexpr std::array<Production<Period>, 3> kAlone{named_period, bare_length, one_day};

/// From the first day of one to the last of the other.
Outcome<Period> joined(const Outcome<Period>& a, const Outcome<Period>& b) {
  if (!a.value) return a;
  if (!b.value) return b;
  return {Period{a.value->first, b.value->last}, std::nullopt};
}

/// The end is the first on or after the beginning.
Outcome<Period> from_its_first_day(const Reader& first, const Reader& last) {
  auto a = whole<Period>(kSides, first);
  if (!a.value) return a;
  Context context = last.context();
  context.seeking = Direction::forward;
  context.origin = a.value->first;
  return joined(a, whole<Period>(kSides, last.with(context)));
}

/// The beginning is the last on or before the end.
Outcome<Period> from_its_last_day(const Reader& first, const Reader& last) {
  auto b = whole<Period>(kSides, last);
  if (!b.value) return b;
  Context context = first.context();
  context.seeking = Direction::back;
  context.origin = b.value->last;
  return joined(whole<Period>(kSides, first.with(context)), b);
}

/// The days from one year into the next that are shorter the other way round, `21sep..10sep`: the
/// sides may have been exchanged. Written-out years leave no doubt.
std::optional<Refusal> doubt(const Reader& first, const Reader& last, const Period& found) {
  constexpr Days kHalfAYear{183};
  const auto year = [](Day day) { return year_month_day{day}.year(); };
  if (found.last - found.first <= kHalfAYear || year(found.first) == year(found.last)) return {};
  Context context = first.context();
  context.origin = found.first;
  context.seeking = Direction::back;
  const auto before = whole<Period>(kSides, last.with(context));
  context.seeking = Direction::forward;
  const auto a = whole<Period>(kSides, first.with(context));
  if (!a.value || !before.value || before.value->last == found.last) return {};
  const Period other{before.value->first, a.value->last};
  if (other.last - other.first >= found.last - found.first) return {};
  return Refusal{fmt::format("could be {} to {}, or {} to {}", long_date(found.first),
                             long_date(found.last), long_date(other.first), long_date(other.last)),
                 fmt::format("write {}..{} or {}..{}", to_string(found.first),
                             to_string(found.last), to_string(other.first), to_string(other.last))};
}

Outcome<Period> between(const Reader& first, const Reader& last) {
  const auto& [now, reading, seeking, origin] = first.context();
  auto found = from_its_first_day(first, last);
  if (found.value && seeking == Direction::forward) {
    const auto running = from_its_last_day(first, last);
    const auto away = [today = now->today](Day day) {
      return day < today ? today - day : day - today;
    };
    if (running.value && away(running.value->first) < away(found.value->first)) found = running;
  }
  if (!found.value) return found;
  if (found.value->first <= found.value->last) {
    if (auto refusal = doubt(first, last, *found.value)) return {std::nullopt, refusal};
    return found;
  }
  return {std::nullopt,
          Refusal{fmt::format("ends before it begins: {} to {}", long_date(found.value->first),
                              long_date(found.value->last)),
                  ""}};
}

/// The sides of a period: the tokens before and behind what stands between them.
struct Sides {
  std::span<const Token> first;
  std::span<const Token> last;
};

/// Is it a length (`3d`)? After a minus it would be one to go back.
bool is_length(std::string_view source, std::span<const Token> tokens, const Context& context) {
  Reader in(source, tokens, context);
  return quantity(in) && in.at_end();
}

/// `A..B`, `A to B`, `from A to B`, `A through B`, `A - B` with blanks around; nothing for one side
/// alone. Only the dots leave a side open.
std::optional<Sides> sides(std::string_view source, std::span<const Token> tokens,
                           const Context& context) {
  const auto dots = std::ranges::find(tokens, "..", &Token::text);
  if (dots != tokens.end()) {
    const auto at = static_cast<std::size_t>(dots - tokens.begin());
    return Sides{tokens.first(at), tokens.subspan(at + 1)};
  }
  const std::size_t front = !tokens.empty() && tokens.front().text == "from" ? 1 : 0;
  for (std::size_t at = front + 1; at + 1 < tokens.size(); ++at) {
    const std::string& text = tokens[at].text;
    const auto last = tokens.subspan(at + 1);
    const bool is_dash = (text == "-" || text == "–") && tokens[at].spaced && last.front().spaced;
    if (text == "to" || text == "through" || (is_dash && !is_length(source, last, context))) {
      return Sides{tokens.subspan(front, at - front), last};
    }
  }
  return std::nullopt;
}

}  // namespace

Period around(Span::Unit unit, Day day) {
  const year_month_day date{day};
  switch (unit) {
    case Span::Unit::day: return {day, day};
    case Span::Unit::week: return {monday_of(day), monday_of(day) + Days{6}};
    case Span::Unit::month:
      return {date.year() / date.month() / 1, date.year() / date.month() / std::chrono::last};
    case Span::Unit::year:
      return {date.year() / std::chrono::January / 1, date.year() / std::chrono::December / 31};
  }
  return {day, day};
}

Period iso_week_period(Reader& in, int year, int number) {
  if (year < 1) return no_period(in, "years go from 0001 to 9999");
  const Day first = monday_of(std::chrono::year{year} / std::chrono::January / 4);
  const Day monday = first + Days{7 * (number - 1)};
  if (number < 1 || iso_week(monday).year != year) {
    const int weeks = iso_week(std::chrono::year{year} / std::chrono::December / 28).week;
    in.refuse({fmt::format("is not a week: {} has {} of them", year, weeks), ""});
  }
  return {monday, monday + Days{6}};
}

std::optional<Period> named_period(Reader& in) { return first_of<Period>(kNamed, in); }

Outcome<Period> whole_period(std::string_view source, std::span<const Token> tokens,
                             const Context& context) {
  const auto parts = sides(source, tokens, context);
  if (!parts) return whole<Period>(kAlone, Reader(source, tokens, context));
  const Reader first(source, parts->first, context);
  const Reader last(source, parts->last, context);
  const Outcome<Period> ever{Period{kFirstDay, kLastDay}, std::nullopt};
  if (first.at_end() && last.at_end()) return {};
  if (first.at_end()) return joined(ever, whole<Period>(kSides, last));
  if (last.at_end()) return joined(whole<Period>(kSides, first), ever);
  return between(first, last);
}

}  // namespace stead::words
