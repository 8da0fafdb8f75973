#include "stead/working_time.h"

#include "stead/sort_by.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace stead {
namespace {

constexpr std::int64_t kMinutesOfHour = 60;
constexpr std::int64_t kDaysOfWeek = 7;
// Clocks are changed at night. Those of before the log, and after whoever reads it, are left out.
constexpr int kNightBegins = 23 * 60;
constexpr int kNightEnds = 5 * 60;
constexpr Day kFirstChange{std::chrono::year{1970} / 1 / 1};
constexpr Day kLastChange{std::chrono::year{2100} / 1 / 1};
constexpr Day kMonday{std::chrono::year{1} / 1 / 1};  // the calendar begins with one

std::int64_t days_since_monday(Day day) { return (day - kMonday).count(); }

std::int64_t minute_at(Day day, std::int64_t minute) {
  return day.time_since_epoch().count() * kMinutesOfDay + minute;
}

Day day_at(std::int64_t minute) {
  return Day{std::chrono::floor<Days>(std::chrono::minutes{minute})};
}

}  // namespace

WorkingTime::WorkingTime(const Contact& me, const Now& now)
    : now_(now),
      own_(ZoneClock::of(now, me.tz)),
      hours_(me.hours.empty() ? Hours{} : hours_from(me.hours).value_or(Hours{})) {
  for (const Absence& absence : me.away) add_absence(absence);
  sort_by(away_, [](const Stretch& stretch) { return stretch.begin; });
  std::vector<Stretch> apart;
  for (const Stretch& stretch : away_) {
    if (apart.empty() || apart.back().end < stretch.begin) {
      apart.push_back(stretch);
    } else {
      apart.back().end = std::max(apart.back().end, stretch.end);
    }
  }
  away_ = std::move(apart);
}

void WorkingTime::add_absence(const Absence& absence) {
  const Minute begin =
      absence.from.time ? on_the_clock(absence.from) : minute_at(absence.from.day, 0);
  Minute end = minute_at(kLastDay, kMinutesOfDay);
  if (absence.to)
    end = absence.to->time ? on_the_clock(*absence.to) : minute_at(absence.to->day, kMinutesOfDay);
  if (begin < end) away_.push_back({begin, end});
}

int WorkingTime::offset_at(Day day, int minute) const {
  return own_ ? own_->offset_at(day, minute) : now_.offset_at(day, minute);
}

/// What the owner's clock showed at a time that may be told by another one.
WorkingTime::Minute WorkingTime::on_the_clock(const When& when) const {
  const std::int64_t instant = when.instant();
  Minute local = instant + offset_at(when.day, when.time->minute);
  const Day day = std::clamp(day_at(local), kFirstDay, kLastDay);
  const auto minute =
      static_cast<int>(std::clamp<Minute>(local - minute_at(day, 0), 0, kMinutesOfDay - 1));
  return instant + offset_at(day, minute);
}

/// Days of the week with hours from the first day of the calendar on, absences or not; days are
/// counted from that one.
std::int64_t WorkingTime::weekdays_before(std::int64_t day) const {
  const std::int64_t of_week = ((day % kDaysOfWeek) + kDaysOfWeek) % kDaysOfWeek;
  return (day - of_week) / kDaysOfWeek * std::popcount(hours_.days) +
         std::popcount(hours_.days & ((1U << of_week) - 1));
}

/// The same in minutes of those hours.
std::int64_t WorkingTime::hours_before(Minute at) const {
  const Day day = day_at(at);
  const std::int64_t days = days_since_monday(day);
  const auto today = std::clamp<Minute>(at - minute_at(day, 0), hours_.from, hours_.to);
  const bool is_weekday = weekdays_before(days + 1) > weekdays_before(days);
  return weekdays_before(days) * day_length() + (is_weekday ? today - hours_.from : 0);
}

std::int64_t WorkingTime::worked(Minute from, Minute to) const {
  if (to <= from) return 0;
  std::int64_t minutes = hours_before(to) - hours_before(from);
  for (const Stretch& away : away_) {
    const Minute begin = std::max(from, away.begin);
    const Minute end = std::min(to, away.end);
    if (begin < end) minutes -= hours_before(end) - hours_before(begin);
  }
  return minutes;
}

int WorkingTime::offset_of(std::int64_t instant) const {
  return own_ ? own_->offset_of(instant) : now_.shown_at(instant).time->offset;
}

/// The change between two instants with different offsets, by bisection.
WorkingTime::ClockChange WorkingTime::clock_change(std::int64_t before, std::int64_t after) const {
  const int old_offset = offset_of(before);
  const int new_offset = offset_of(after);
  while (before + 1 < after) {
    const std::int64_t middle = before + (after - before) / 2;
    (offset_of(middle) == old_offset ? before : after) = middle;
  }
  return {after, after + old_offset, after + new_offset};
}

const std::vector<WorkingTime::ClockChange>& WorkingTime::clock_changes() const {
  if (clock_changes_) return *clock_changes_;
  std::vector<ClockChange>& changes = clock_changes_.emplace();
  if (kNightEnds <= hours_.from && hours_.to <= kNightBegins) return changes;
  for (Day week = kFirstChange; week < kLastChange; week += kWeek) {
    const std::int64_t begin = minute_at(week, 0);
    const std::int64_t end = minute_at(week + kWeek, 0);
    if (offset_of(begin) != offset_of(end)) changes.push_back(clock_change(begin, end));
  }
  return changes;
}

/// From change to change of the clock, between which it shows what passes.
std::int64_t WorkingTime::worked(const When& from, const When& to) const {
  std::int64_t minutes = 0;
  Minute begin = on_the_clock(from);
  const std::vector<ClockChange>& changes = clock_changes();
  auto change = std::ranges::upper_bound(changes, from.instant(), {}, &ClockChange::instant);
  for (; change != changes.end() && change->instant <= to.instant(); ++change) {
    minutes += worked(begin, change->before);
    begin = change->after;
  }
  return minutes + worked(begin, on_the_clock(to));
}

/// The working days behind a day, up to and with the last; one that is taken off in part is one.
std::int64_t WorkingTime::days_worked(Day after, Day last) const {
  const std::int64_t begin = days_since_monday(after) + 1;
  const std::int64_t end = days_since_monday(last) + 1;
  if (end <= begin) return 0;
  std::int64_t days = weekdays_before(end) - weekdays_before(begin);
  for (const Stretch& away : away_) {
    // The first day whose hours begin in it, and the one behind the last whose hours end in it.
    const std::int64_t first =
        days_since_monday(day_at(away.begin - hours_.from + kMinutesOfDay - 1));
    const std::int64_t behind = days_since_monday(day_at(away.end - hours_.to)) + 1;
    const std::int64_t from = std::max(begin, first);
    const std::int64_t to = std::min(end, behind);
    if (from < to) days -= weekdays_before(to) - weekdays_before(from);
  }
  return days;
}

Worked WorkingTime::between(const When& from, const When& to) const {
  if (!from.time || !to.time) return {days_worked(from.day, to.day), true};
  return {worked(from, to), false};
}

std::int64_t WorkingTime::minutes_of(Worked worked) const {
  return worked.whole_days ? worked.count * day_length() : worked.count;
}

std::int64_t WorkingTime::minutes_of(Work work) const {
  switch (work.unit) {
    case Work::Unit::minute: return work.count;
    case Work::Unit::hour: return std::int64_t{60} * work.count;
    case Work::Unit::day: return std::int64_t{work.count} * day_length();
  }
  return 0;
}

/// The first minute of the clock by which so many were worked, where it is not changed meanwhile.
std::optional<WorkingTime::Minute> WorkingTime::end_of(std::int64_t minutes, Minute begin) const {
  Minute early = begin;  // not over yet, by bisection
  Minute late = minute_at(kLastDay, kMinutesOfDay) - 1;
  if (worked(begin, late) < minutes) return std::nullopt;
  while (early + 1 < late) {
    const Minute middle = early + (late - early) / 2;
    (worked(begin, middle) < minutes ? early : late) = middle;
  }
  return late;
}

std::optional<When> WorkingTime::end_of(Work limit, const When& from) const {
  const std::int64_t wanted = minutes_of(limit);
  const Minute begin = from.time ? on_the_clock(from) : minute_at(from.day, kMinutesOfDay);
  const std::optional<Minute> end = end_of(wanted, begin);
  if (!end) return std::nullopt;
  const Day day = day_at(*end);
  if (!from.time) return When{day, {}};
  const auto minute = static_cast<int>(*end - minute_at(day, 0));
  const When shown =
      own_ ? now_.shown_at(*end - own_->offset_at(day, minute)) : now_.at(day, minute);
  if (clock_changes().empty()) return shown;
  return real_end_of(wanted, from).value_or(shown);
}

/// The same by real time, for whoever works while the clock is changed.
std::optional<When> WorkingTime::real_end_of(std::int64_t wanted, const When& from) const {
  constexpr std::int64_t kMostLost = 24 * kMinutesOfHour;  // by changes until then
  const std::optional<Minute> behind = end_of(wanted + kMostLost, on_the_clock(from));
  if (!behind) return std::nullopt;
  std::int64_t early = from.instant();
  std::int64_t late = *behind + kMinutesOfDay;  // no clock is as far from UTC
  while (early + 1 < late) {
    const std::int64_t middle = early + (late - early) / 2;
    (worked(from, now_.shown_at(middle)) < wanted ? early : late) = middle;
  }
  return now_.shown_at(late);
}

std::string in_words(Worked worked, int day_length) {
  if (worked.whole_days) {
    if (worked.count == 0) return "the same day";
    return fmt::format("{} working day{}", worked.count, worked.count == 1 ? "" : "s");
  }
  const std::int64_t days = worked.count / day_length;
  const std::int64_t hours = worked.count % day_length / kMinutesOfHour;
  const std::int64_t minutes = days > 0 ? 0 : worked.count % kMinutesOfHour;
  std::string words;
  const auto add = [&words](std::int64_t count, std::string_view unit) {
    if (count > 0) words += fmt::format("{}{}{}", words.empty() ? "" : " ", count, unit);
  };
  add(days, "d");
  add(hours, "h");
  add(minutes, "min");
  return words.empty() ? "0min" : words;
}

}  // namespace stead
