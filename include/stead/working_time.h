#pragma once

#include "stead/contact.h"
#include "stead/record.h"
#include "stead/time.h"
#include "stead/zone_clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace stead {

/// How long it took in working time: minutes, or whole working days where no more is known.
struct Worked {
  std::int64_t count = 0;
  bool whole_days = false;

  bool operator==(const Worked&) const = default;
};

/// When the owner works: the hours of `me`, `mon-fri 09:00-17:00` where it has none, without the
/// time of its absences. The hours are those of the owner's own clock, which is that of the time
/// zone of `me` and, where it has none or it is not known, the local one; what passes in them is
/// counted as it passes. So a night on which that clock is changed is shorter or longer for whoever
/// works in it, and a day has as many hours as any other.
class WorkingTime {
 public:
  WorkingTime(const Contact& me, const Now& now);

  /// How many minutes a working day has.
  int day_length() const { return hours_.to - hours_.from; }

  /// The working time from `from` to `to`: in minutes where both have a time of day, else in whole
  /// working days, which are those after the first day up to and with the last. None where `to` is
  /// not after `from`.
  Worked between(const When& from, const When& to) const;

  /// When a limit that begins at `from` is over, a `d` being as many minutes as a working day has.
  /// With a time of day, of the local clock, where `from` has one; else it is the last day on which
  /// it can be over. Nothing where that is past the calendar, or behind an absence without an end.
  std::optional<When> end_of(Work limit, const When& from) const;

  /// In minutes, to compare by.
  std::int64_t minutes_of(Work work) const;
  std::int64_t minutes_of(Worked worked) const;

 private:
  /// Minutes of the owner's clock, from the first of 1970 on.
  using Minute = std::int64_t;
  struct Stretch {
    Minute begin;
    Minute end;
  };
  /// A minute at which the owner's clock is changed, and what it shows before and after.
  struct ClockChange {
    std::int64_t instant;
    Minute before;
    Minute after;
  };

  int offset_at(Day day, int minute) const;
  Minute on_the_clock(const When& when) const;
  void add_absence(const Absence& absence);
  std::int64_t hours_before(Minute at) const;
  std::int64_t worked(Minute from, Minute to) const;
  std::int64_t worked(const When& from, const When& to) const;
  std::optional<Minute> end_of(std::int64_t minutes, Minute begin) const;
  std::optional<When> real_end_of(std::int64_t wanted, const When& from) const;
  const std::vector<ClockChange>& clock_changes() const;
  ClockChange clock_change(std::int64_t before, std::int64_t after) const;
  int offset_of(std::int64_t instant) const;
  std::int64_t weekdays_before(std::int64_t day) const;
  std::int64_t days_worked(Day after, Day last) const;

  Now now_;
  std::optional<ZoneClock> own_;  ///< Where it may be another than the local clock.
  Hours hours_;
  std::vector<Stretch> away_;  ///< By time, none touches another.
  /// By time, found when they are first asked for; none where nobody works when clocks are changed.
  mutable std::optional<std::vector<ClockChange>> clock_changes_{};
};

/// `20min`, `3h 20min`, `2d 1h`, and `2 working days` or `the same day` of what is known to the day
/// alone. A `d` has `day_length` minutes; beside days, minutes are left out.
std::string in_words(Worked worked, int day_length);

}  // namespace stead
