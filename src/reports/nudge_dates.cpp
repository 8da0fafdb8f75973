#include "reports/nudge_sources.h"
#include "stead/sort_by.h"
#include "stead/text.h"
#include "stead/yearly.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace stead {
namespace {

std::optional<YearlyDay> yearly_day(const Contact& contact, const YearDay& date, Period period) {
  const std::optional<Day> day = first_in(date, period);
  if (!day) return std::nullopt;
  YearlyDay found{.who = contact.id, .name = contact.name, .what = "birthday", .on = *day};
  found.years = years_on(date, *day);
  return found;
}

void add_days_of(std::vector<YearlyDay>& days, const Contact& contact, Period period) {
  if (contact.archived || contact.id == "me") return;
  if (contact.born) {
    if (auto day = yearly_day(contact, *contact.born, period)) {
      day->is_birthday = true;
      days.push_back(*std::move(day));
    }
  }
  for (const YearlyDate& date : contact.dates) {
    if (auto day = yearly_day(contact, date.on, period)) {
      day->what = date.what;
      days.push_back(*std::move(day));
    }
  }
}

Nudge date_nudge(const NudgeMaker& maker, const YearlyDay& day) {
  Nudge nudge =
      maker.make(day.is_birthday ? NudgeKind::birthday : NudgeKind::date, day.who, day.on);
  nudge.what = fmt::format("Write to {}: {}", day.name, front_line(day.what));
  nudge.why = day.on == maker.today() ? "today" : "on " + long_date(day.on);
  if (day.years) {
    nudge.why += fmt::format(", {} year{}", *day.years, *day.years == 1 ? "" : "s");
  }
  nudge.command = fmt::format("stead log {} wrote", day.who);
  return nudge;
}

}  // namespace

std::vector<YearlyDay> yearly_days_in(const Book& book, Period period) {
  std::vector<std::size_t> indices = book.holding(Collection::contacts, "\"born\"");
  std::ranges::move(book.holding(Collection::contacts, "\"dates\""), std::back_inserter(indices));
  std::ranges::sort(indices);
  indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
  std::vector<YearlyDay> days;
  for (const std::size_t i : indices) add_days_of(days, book.read_contact(i), period);
  sort_by(days, [](const YearlyDay& day) { return std::tuple(day.on, fold(day.name)); });
  return days;
}

void add_dates(std::vector<Nudge>& nudges, const NudgeMaker& maker) {
  const Period week{maker.today(), std::min(kLastDay, maker.today() + kWeek - kDay)};
  std::optional<std::set<std::string>> met;
  for (const YearlyDay& day : yearly_days_in(maker.book(), week)) {
    // Whoever was spoken to on the day has been congratulated.
    if (day.on == maker.today()) {
      if (!met) met = met_since(maker.book(), maker.today());
      if (met->contains(day.who)) continue;
    }
    nudges.push_back(date_nudge(maker, day));
  }
}

}  // namespace stead
