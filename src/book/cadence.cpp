#include "stead/cadence.h"

#include "stead/calendar_words.h"
#include "stead/contact_times.h"

#include <fmt/format.h>

#include <algorithm>

namespace stead {
namespace {

/// Weeks are numbered from the one that this Monday begins.
constexpr Day kWeekZero{std::chrono::year{1970} / 1 / 5};

std::int32_t week_of(Day day) {
  return static_cast<std::int32_t>((monday_of(day) - kWeekZero) / kWeek);
}

/// The first day that is looked at.
Day first_day(Day today) {
  return today - kFirstDay < ContactWeeks::kLookBack ? kFirstDay : today - ContactWeeks::kLookBack;
}

}  // namespace

std::optional<Cadence> set_cadence_of(const Contact& contact, const std::vector<Rule>& rules) {
  using Source = Cadence::Source;
  if (contact.every) return Cadence{*contact.every, contact.at_most, Source::own, {}};
  for (const Rule& rule : rules) {
    if (!rule.every || !contact.has_tag(rule.tag)) continue;
    const std::optional<Span> at_most = contact.at_most ? contact.at_most : rule.at_most;
    return Cadence{*rule.every, at_most, Source::rule, rule.tag};
  }
  return std::nullopt;
}

std::vector<bool> may_have_cadence(const Book& book) {
  std::vector<bool> may_have(book.size(Collection::contacts));
  const auto take_those_with = [&](std::string_view text) {
    for (const std::size_t i : book.holding(Collection::contacts, text)) may_have[i] = true;
  };
  take_those_with("\"every\"");
  for (const Rule& rule : book.me().rules) {
    if (rule.every) take_those_with(rule.tag);
  }
  return may_have;
}

Cadence learned(const Rhythm& rhythm, const Contact& contact) {
  return {rhythm.every, contact.at_most, Cadence::Source::learned, {}};
}

std::string_view word_of(Cadence::Source source) {
  switch (source) {
    case Cadence::Source::own: return "own";
    case Cadence::Source::rule: return "rule";
    case Cadence::Source::learned: return "learned";
  }
  return {};
}

std::string in_words(const Cadence& cadence) {
  switch (cadence.source) {
    case Cadence::Source::own: return every(cadence.every);
    case Cadence::Source::rule:
      return fmt::format("{} (rule for {})", every(cadence.every), cadence.tag);
    case Cadence::Source::learned:
      return fmt::format("about {} (learned from the log)", every(cadence.every));
  }
  return {};
}

void ContactWeeks::add(Day day) {
  const std::int32_t week = week_of(day);
  if (count_ == weeks_.size() || (count_ > 0 && weeks_[count_ - 1] == week)) return;
  weeks_[count_++] = week;
}

std::optional<Rhythm> ContactWeeks::rhythm(Day today) const {
  if (count_ <= kLeastGaps) return std::nullopt;
  std::array<std::int32_t, kMostGaps> gaps{};
  const std::size_t count = count_ - 1;
  for (std::size_t i = 0; i < count; ++i) gaps[i] = weeks_[i] - weeks_[i + 1];
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(count / 2);
  std::nth_element(gaps.begin(), middle, gaps.begin() + static_cast<std::ptrdiff_t>(count));
  if (week_of(today) - weeks_[0] > kOver * *middle) return std::nullopt;
  return Rhythm{{*middle, Span::Unit::week}, kWeekZero + weeks_[0] * kWeek};
}

Rhythms::Rhythms(const Book& book, Day today)
    : weeks_(book.size(Collection::contacts)), today_(today) {
  const Day first = first_day(today);
  book.newest_first([&](const Talk& talk) {
    if (talk.at.day < first) return false;
    if (!talk.is_contact) return true;
    for (const std::size_t contact : talk.with) weeks_[contact].add(talk.at.day);
    return true;
  });
}

std::optional<Cadence> cadence_of(const Book& book, const Contact& contact, Day today) {
  if (auto set = set_cadence_of(contact, book.me().rules)) return set;
  if (contact.is_org() || contact.id == "me") return std::nullopt;
  ContactWeeks weeks;
  const auto them = book.find_contact(contact.id);
  book.newest_first([&](const Talk& talk) {
    if (talk.at.day < first_day(today)) return false;
    const bool is_with_them = std::ranges::find(talk.with, them) != talk.with.end();
    if (is_with_them && talk.is_contact) weeks.add(talk.at.day);
    return true;
  });
  const auto rhythm = weeks.rhythm(today);
  if (!rhythm) return std::nullopt;
  return learned(*rhythm, contact);
}

}  // namespace stead
