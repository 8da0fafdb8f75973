#include "stead/contact_calendar.h"

#include <algorithm>
#include <utility>

namespace stead {
namespace {

constexpr Days kYearOfWeeks{52 * 7};

/// The days between contacts, of which the longest stretch is wanted.
std::optional<Period> longest_quiet(const ContactCalendar& calendar) {
  std::optional<Period> longest;
  const auto take = [&](Day first, Day last) {
    if (last < first) return;
    if (!longest || longest->last - longest->first < last - first) longest = Period{first, last};
  };
  for (std::size_t i = 1; i < calendar.days.size(); ++i) {
    take(calendar.days[i - 1].day + Days(1), calendar.days[i].day - Days(1));
  }
  if (!calendar.days.empty()) {
    take(calendar.days.back().day + Days(1), std::min(calendar.today, calendar.period.last));
  }
  return longest;
}

}  // namespace

std::optional<CalendarDay> ContactCalendar::busiest() const {
  const auto most = std::ranges::max_element(days, {}, &CalendarDay::contacts);
  return most == days.end() ? std::nullopt : std::optional(*most);
}

Period ContactCalendar::drawn() const {
  if (period.last - period.first <= kYearOfWeeks + Days(6)) return period;
  const Day begin = days.empty() ? std::clamp(today, period.first, period.last) : days.front().day;
  const Day end = std::max(days.empty() ? begin : days.back().day, today);
  return {std::max(period.first, begin), std::min(period.last, std::max(begin, end))};
}

ContactCalendar contact_calendar(const Book& book, Day today, Subject subject,
                                 std::optional<Period> period) {
  ContactCalendar calendar{.today = today,
                           .period = period.value_or(
                               Period{std::max(kFirstDay, monday_of(today) - kYearOfWeeks), today}),
                           .subject = std::move(subject),
                           .days = {},
                           .contacts = 0,
                           .people = 0,
                           .quiet = {}};
  std::vector<bool> met(book.size(Collection::contacts));
  book.newest_first([&](const Talk& talk) {
    if (talk.at.day < calendar.period.first) return false;
    if (!talk.is_contact || !calendar.period.contains(talk.at.day)) return true;
    if (!calendar.subject.has_any(talk.with)) return true;
    ++calendar.contacts;
    for (const std::size_t contact : talk.with) {
      if (calendar.subject.has(contact)) met[contact] = true;
    }
    if (calendar.days.empty() || calendar.days.back().day != talk.at.day) {
      calendar.days.push_back({talk.at.day, 0});
    }
    ++calendar.days.back().contacts;
    return true;
  });
  std::ranges::reverse(calendar.days);
  calendar.people = static_cast<std::size_t>(std::ranges::count(met, true));
  calendar.quiet = longest_quiet(calendar);
  return calendar;
}

}  // namespace stead
