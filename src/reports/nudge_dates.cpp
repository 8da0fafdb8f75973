#include "reports/nudge_sources.h"
#include "stead/phrases.h"
#include "stead/sort_by.h"
#include "stead/text.h"
#include "stead/yearly.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
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

NudgeKind kind_of(const YearlyDay& day) {
  return day.is_birthday ? NudgeKind::birthday : NudgeKind::date;
}

/// What was written before the day is no wish of the day, so that the line names it.
NudgeWords date_words(Day today, const YearlyDay& day) {
  const bool is_today = day.on == today;
  const auto days = static_cast<std::size_t>((day.on - today).count());
  NudgeWords words{
      .what = fmt::format("Write to {}{}: {}", day.name, is_today ? "" : " on " + long_date(day.on),
                          front_line(day.what)),
      .why = is_today ? "today" : "in " + counted(days, "day"),
      .command = command_for(day)};
  if (day.years) words.why += ", " + counted(static_cast<std::size_t>(*day.years), "year");
  return words;
}

/// The organisation that they left last, as far as the day is known.
const PastOrg* last_left(const Contact& who) {
  const PastOrg* last = nullptr;
  for (const PastOrg& past : who.past) {
    if (past.until && (last == nullptr || *last->until < *past.until)) last = &past;
  }
  return last;
}

NudgeWords move_words(const Book& book, const Contact& who, const PastOrg& left) {
  return {.what = "Write to " + who.name + ": " +
                  (who.org.empty() ? "no longer at " + book.name_of(left.org)
                                   : "now at " + book.name_of(who.org)),
          .why = fmt::format("they left {} on {}", book.name_of(left.org), long_date(*left.until)),
          .command = fmt::format("stead log {} congratulated on the move", who.id)};
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

std::vector<YearlyDay> days_to_write_on(const Book& book, Day today, Period period) {
  std::vector<YearlyDay> days = yearly_days_in(book, period);
  std::optional<std::set<std::string>> met;
  std::erase_if(days, [&](const YearlyDay& day) {
    if (is_quiet(*book.contact(day.who), kind_of(day), today)) return true;
    if (day.on != today) return false;
    // Whoever was spoken to on the day has been congratulated.
    if (!met) met = met_since(book, today);
    return met->contains(day.who);
  });
  return days;
}

std::string command_for(const YearlyDay& day) { return fmt::format("stead log {} wrote", day.who); }

void add_dates(NudgeDrafts& drafts, const NudgeMaker& maker, const NudgeSources& sources) {
  const Period week = week_from(maker.today());
  for (const YearlyDay& day : sources.dates) {
    if (!week.contains(day.on)) continue;
    drafts.push_back(maker.make(kind_of(day), day.who, day.on));
    drafts.back().words = [&day](const NudgeMaker& at, const NudgeDraft&) {
      return date_words(at.today(), day);
    };
  }
}

void add_moves(NudgeDrafts& drafts, const NudgeMaker& maker) {
  constexpr Days kLongest{14};
  const Book& book = maker.book();
  std::map<Day, std::set<std::string>> met_by_day;
  for (const std::size_t i : book.holding(Collection::contacts, "\"past\"")) {
    const Contact& who = book.contact(i);
    const PastOrg* last = last_left(who);
    if (who.id == kMe || last == nullptr) continue;
    if (maker.today() < *last->until || *last->until + kLongest < maker.today()) continue;
    const auto [met, is_new] = met_by_day.try_emplace(*last->until);
    if (is_new) met->second = met_since(book, *last->until);
    if (met->second.contains(who.id)) continue;
    drafts.push_back(maker.make(NudgeKind::move, who.id));
    drafts.back().words = [&who, last](const NudgeMaker& at, const NudgeDraft&) {
      return move_words(at.book(), who, *last);
    };
  }
}

}  // namespace stead
