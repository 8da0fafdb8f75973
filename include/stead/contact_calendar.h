#pragma once

#include "stead/book.h"
#include "stead/document.h"
#include "stead/subject.h"
#include "stead/time.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace stead {

/// A day of a calendar, and how many interactions on it are contact ("Meaning" 1) with somebody of
/// the subject.
struct CalendarDay {
  Day day;
  std::size_t contacts = 0;

  bool operator==(const CalendarDay&) const = default;
};

/// On which days there was contact.
struct ContactCalendar {
  Day today;
  Period period;
  Subject subject;
  std::vector<CalendarDay> days;  ///< Those that had some, by date.
  std::size_t contacts = 0;
  std::size_t people = 0;  ///< With how many of the subject those were.
  /// The longest stretch of days without, from one with contact to the next, or to today; the
  /// first of equals. Nothing where there is none.
  std::optional<Period> quiet;

  bool operator==(const ContactCalendar&) const = default;
  /// The first day with the most contacts; nothing where there was none.
  std::optional<CalendarDay> busiest() const;
  /// The days that are worth drawing: those of the period, without years before the first contact
  /// and behind today and the last one.
  Period drawn() const;
};

/// The calendar of a period; without one, of 52 weeks and the days of this one.
ContactCalendar contact_calendar(const Book& book, Day today, Subject subject,
                                 std::optional<Period> period = std::nullopt);

Document to_document(const ContactCalendar& calendar);
/// A row a day that had contact.
Table to_table(const ContactCalendar& calendar);
/// `stead.chart-contacts/1`; stead-json(7).
std::string to_json(const ContactCalendar& calendar);

}  // namespace stead
