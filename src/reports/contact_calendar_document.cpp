#include "reports/page_words.h"
#include "stead/calendar_words.h"
#include "stead/contact_calendar.h"
#include "stead/periods.h"
#include "stead/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace stead {
namespace {

constexpr int kDaysOfWeek = 7;

/// `Mon 2026-08-03: 2 contacts`
std::string words_of_day(const CalendarDay& day) {
  return fmt::format("{}: {}", long_date(day.day), counted(day.contacts, "contact"));
}

/// The month whose first day is in the week, or that the calendar begins with.
std::string month_in(Day monday, Period period) {
  const Day end = std::min(monday + Days(kDaysOfWeek - 1), period.last);
  for (Day day = std::max(monday, period.first); day <= end; day += Days(1)) {
    const std::chrono::year_month_day date(day);
    if (day != period.first && date.day() != std::chrono::day{1}) continue;
    return std::string(month_name(static_cast<unsigned>(date.month())).substr(0, 3));
  }
  return {};
}

/// The weeks of a period; days to come are left out unless there is something.
HeatMap map_of(const ContactCalendar& calendar, Period period) {
  HeatMap map;
  for (int i = 0; i < kDaysOfWeek; ++i) {
    map.rows.emplace_back(weekday_name(monday_of(period.first) + Days(i)));
  }
  auto next = std::ranges::lower_bound(calendar.days, period.first, {}, &CalendarDay::day);
  for (Day monday = monday_of(period.first); monday <= period.last; monday += Days(kDaysOfWeek)) {
    HeatMap::Week& week = map.weeks.emplace_back();
    week.title = month_in(monday, period);
    for (Day day = monday; day < monday + Days(kDaysOfWeek); day += Days(1)) {
      std::optional<HeatCell>& cell = week.days.emplace_back();
      if (!period.contains(day)) continue;
      const bool had_some = next != calendar.days.end() && next->day == day;
      const CalendarDay each = had_some ? *next++ : CalendarDay{day, 0};
      if (!had_some && day > calendar.today) continue;
      cell = HeatCell{words_of_day(each), static_cast<std::int64_t>(each.contacts)};
    }
  }
  return map;
}

void add_maps(Document& document, const ContactCalendar& calendar) {
  constexpr Days kOneMap{53 * kDaysOfWeek};
  const Period drawn = calendar.drawn();
  if (drawn.last - drawn.first < kOneMap) {
    document.add(map_of(calendar, drawn));
    return;
  }
  const auto year_of = [](Day day) { return std::chrono::year_month_day(day).year(); };
  for (auto year = year_of(drawn.first); year <= year_of(drawn.last); ++year) {
    const Period whole{year / 1 / 1, year / 12 / 31};
    document.add(section(fmt::format("{}", static_cast<int>(year))));
    document.add(
        map_of(calendar, {std::max(whole.first, drawn.first), std::min(whole.last, drawn.last)}));
  }
}

std::string figures_of(const ContactCalendar& calendar) {
  const auto days = (calendar.period.last - calendar.period.first).count() + 1;
  std::string text = fmt::format("{} on {} of {} days, with {}.",
                                 counted(calendar.contacts, "contact"), calendar.days.size(), days,
                                 counted(calendar.people, "contact of yours", "of your contacts"));
  if (calendar.days.empty()) return text;
  const CalendarDay busiest = *calendar.busiest();
  if (busiest.contacts > 1) {
    text +=
        fmt::format(" The most on one day: {} on {}.", busiest.contacts, long_date(busiest.day));
  }
  if (calendar.quiet) {
    const auto length = (calendar.quiet->last - calendar.quiet->first).count() + 1;
    text +=
        fmt::format(" The longest time without: {}, {}.",
                    counted(static_cast<std::size_t>(length), "day"), long_period(*calendar.quiet));
  }
  return text;
}

}  // namespace

Document to_document(const ContactCalendar& calendar) {
  Document document;
  document.add(
      title(Text("Contacts" + calendar.subject.words("with")), own(long_period(calendar.period))));
  if (calendar.days.empty()) {
    document.add(Paragraph{Text("There was no contact in this time.", Tone::faint)});
    return document;
  }
  add_maps(document, calendar);
  document.add(Paragraph{Text(figures_of(calendar))});
  return document;
}

Table to_table(const ContactCalendar& calendar) {
  Table table{{{.title = "day"}, {.title = "contacts", .align = Align::right}}, {}};
  for (const CalendarDay& day : calendar.days) {
    table.rows.push_back({to_string(day.day), fmt::format("{}", day.contacts)});
  }
  return table;
}

}  // namespace stead
