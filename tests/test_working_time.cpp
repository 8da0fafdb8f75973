#include "stead/working_time.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace {

using stead::Absence;
using stead::Contact;
using stead::Day;
using stead::Days;
using stead::Now;
using stead::TimeOfDay;
using stead::When;
using stead::when_from;
using stead::Work;
using stead::Worked;
using stead::WorkingTime;

/// A zone that has summer time between two instants of each year, in minutes of UTC.
struct Zone {
  int winter = 0;  ///< Minutes east of UTC.
  int (*begins)(int year) = nullptr;
  int (*ends)(int year) = nullptr;

  int offset_at_instant(std::int64_t instant) const {
    const Day day{std::chrono::floor<Days>(std::chrono::minutes{instant})};
    const int year = static_cast<int>(std::chrono::year_month_day{day}.year());
    const std::int64_t first =
        std::chrono::minutes{Day{std::chrono::year{year} / 1 / 1}.time_since_epoch()}.count();
    const bool summer = first + begins(year) <= instant && instant < first + ends(year);
    return winter + (summer ? 60 : 0);
  }

  /// As `Now` wants it: the first of two, and the one before a jump.
  int offset_at(Day day, int minute) const {
    const std::int64_t local = std::chrono::minutes{day.time_since_epoch()}.count() + minute;
    if (offset_at_instant(local - winter - 60) == winter + 60) return winter + 60;
    return winter;
  }
};

/// Minutes from the year's beginning to a time of UTC on the n-th (or last: 0) Sunday of a month.
int sunday(int year, unsigned month, unsigned nth, int minute) {
  using namespace std::chrono;
  const Day day = nth == 0 ? Day{std::chrono::year{year} / std::chrono::month{month} / Sunday[last]}
                           : Day{std::chrono::year{year} / std::chrono::month{month} / Sunday[nth]};
  return static_cast<int>((day - Day{std::chrono::year{year} / 1 / 1}).count()) * 1440 + minute;
}

/// Directive 2000/84/EC: from the last Sunday of March to that of October, at 01:00 UTC.
const Zone kBerlin{60, [](int year) { return sunday(year, 3, 0, 60); },
                   [](int year) { return sunday(year, 10, 0, 60); }};
/// Energy Policy Act of 2005, section 110: second Sunday of March, first of November, 02:00 there.
const Zone kNewYork{-300, [](int year) { return sunday(year, 3, 2, 7 * 60); },
                    [](int year) { return sunday(year, 11, 1, 6 * 60); }};

Now now_in(const Zone& zone) {
  const Day today{std::chrono::year{2026} / 8 / 3};
  return {today, {600, zone.offset_at(today, 600)}, [&zone](Day day, int minute) {
            return zone.offset_at(day, minute);
          }};
}

Contact owner(const std::string& hours, const std::vector<std::string>& absences = {}) {
  Contact me;
  me.id = "me";
  me.hours = hours;
  for (const std::string& text : absences) {
    const std::size_t dots = text.find("..");
    me.away.push_back({*when_from(text.substr(0, dots)), when_from(text.substr(dots + 2)), ""});
  }
  return me;
}

struct Case {
  const char* what;
  const char* hours;
  std::vector<std::string> away;
  const char* from;
  const char* to;
  Worked worked;
};

TEST_CASE("working time is what lies within the hours and outside of absences") {
  const std::vector<Case> cases{
      {"a morning", "", {}, "2026-08-03T09:00+02:00", "2026-08-03T11:30+02:00", {150, false}},
      {"before the hours", "", {}, "2026-08-03T06:00+02:00", "2026-08-03T09:30+02:00", {30, false}},
      {"over a night", "", {}, "2026-08-03T16:00+02:00", "2026-08-04T10:00+02:00", {120, false}},
      {"over a weekend", "", {}, "2026-07-31T18:00+02:00", "2026-08-03T13:00+02:00", {240, false}},
      {"within a weekend", "", {}, "2026-08-01T10:00+02:00", "2026-08-02T10:00+02:00", {0, false}},
      {"two weeks", "", {}, "2026-08-03T12:00+02:00", "2026-08-17T12:00+02:00", {4800, false}},
      {"my own hours",
       "mon-thu 08:00-16:00",
       {},
       "2026-07-30T15:00+02:00",
       "2026-08-03T09:00+02:00",
       {120, false}},
      {"from another zone",
       "",
       {},
       "2026-08-03T03:30-04:00",
       "2026-08-03T10:00+02:00",
       {30, false}},
      {"an absence in between",
       "",
       {"2026-08-04..2026-08-05"},
       "2026-08-03T16:00+02:00",
       "2026-08-06T10:00+02:00",
       {120, false}},
      {"an absence by the hour",
       "",
       {"2026-08-03T12:00+02:00..2026-08-03T15:00+02:00"},
       "2026-08-03T09:00+02:00",
       "2026-08-03T17:00+02:00",
       {300, false}},
      {"two absences that overlap",
       "",
       {"2026-08-04..2026-08-05", "2026-08-05..2026-08-06"},
       "2026-08-03T09:00+02:00",
       "2026-08-07T17:00+02:00",
       {960, false}},
      {"an absence without an end",
       "",
       {"2026-08-04.."},
       "2026-08-03T16:00+02:00",
       "2027-08-03T16:00+02:00",
       {60, false}},
      {"the spring's change of clocks",
       "",
       {},
       "2026-03-27T16:00+01:00",
       "2026-03-30T10:00+02:00",
       {120, false}},
      {"the autumn's change of clocks",
       "",
       {},
       "2026-10-23T16:00+02:00",
       "2026-10-26T10:00+01:00",
       {120, false}},
      {"a leap day", "", {}, "2028-02-28T16:00+01:00", "2028-03-01T10:00+01:00", {600, false}},
      {"backwards", "", {}, "2026-08-04T10:00+02:00", "2026-08-03T10:00+02:00", {0, false}},
      {"a day alone first", "", {}, "2026-07-31", "2026-08-03T10:00+02:00", {1, true}},
      {"a day alone last", "", {}, "2026-07-31T18:00+02:00", "2026-08-04", {2, true}},
      {"one day alone", "", {}, "2026-08-03", "2026-08-03", {0, true}},
      {"days with an absence",
       "",
       {"2026-08-04..2026-08-05"},
       "2026-08-03",
       "2026-08-06",
       {1, true}},
      {"a day off in part",
       "",
       {"2026-08-04T09:00+02:00..2026-08-04T12:00+02:00"},
       "2026-08-03",
       "2026-08-04",
       {1, true}},
      {"a day off by its hours",
       "",
       {"2026-08-04T09:00+02:00..2026-08-04T17:00+02:00"},
       "2026-08-03",
       "2026-08-05",
       {1, true}},
  };
  const Now now = now_in(kBerlin);
  for (const Case& one : cases) {
    CAPTURE(one.what);
    const WorkingTime working(owner(one.hours, one.away), now);
    CHECK(working.between(*when_from(one.from), *when_from(one.to)) == one.worked);
  }
}

TEST_CASE("a limit ends within the hours, however late it begins") {
  struct Ending {
    const char* what;
    std::vector<std::string> away;
    const char* from;
    const char* limit;
    const char* end;
  };
  const std::vector<Ending> endings{
      {"the same day", {}, "2026-08-03T09:00+02:00", "4h", "2026-08-03T13:00+02:00"},
      {"at the end of the day", {}, "2026-08-03T13:00+02:00", "4h", "2026-08-03T17:00+02:00"},
      {"4h on Friday evening is Monday",
       {},
       "2026-07-31T18:00+02:00",
       "4h",
       "2026-08-03T13:00+02:00"},
      {"half an hour on a Sunday", {}, "2026-08-02T12:00+02:00", "30min", "2026-08-03T09:30+02:00"},
      {"a working day", {}, "2026-08-03T10:00+02:00", "1d", "2026-08-04T10:00+02:00"},
      {"over an absence",
       {"2026-08-04..2026-08-07"},
       "2026-08-03T16:00+02:00",
       "2h",
       "2026-08-10T10:00+02:00"},
      {"in summer, asked in winter", {}, "2026-03-27T16:00+01:00", "2h", "2026-03-30T10:00+02:00"},
      {"in winter, asked in summer", {}, "2026-10-23T16:00+02:00", "2h", "2026-10-26T10:00+01:00"},
      {"asked from New York", {}, "2026-08-03T12:00-04:00", "1h", "2026-08-04T10:00+02:00"},
      {"a day alone: the last day that it can be", {}, "2026-07-31", "4h", "2026-08-03"},
      {"two days from a day alone", {}, "2026-07-31", "2d", "2026-08-04"},
      {"never", {"2026-08-04.."}, "2026-08-03T16:00+02:00", "2h", nullptr},
      {"past the calendar", {}, "9999-12-31T16:00+01:00", "2h", nullptr},
  };
  const Now now = now_in(kBerlin);
  for (const Ending& one : endings) {
    CAPTURE(one.what);
    const WorkingTime working(owner("", one.away), now);
    const auto end = working.end_of(*stead::work_from(one.limit), *when_from(one.from));
    CHECK((end ? to_string(*end) : "") == (one.end == nullptr ? "" : one.end));
  }
}

TEST_CASE("whoever works while the clock is changed has the hours that pass") {
  const WorkingTime working(owner("mon-sun 00:00-23:59"), now_in(kBerlin));
  const auto between = [&](const char* from, const char* to) {
    return working.between(*when_from(from), *when_from(to)).count;
  };
  // At 02:00 it becomes 03:00, and in autumn the hour from 02:00 comes twice.
  CHECK(between("2026-03-29T01:30+01:00", "2026-03-29T03:30+02:00") == 60);
  CHECK(between("2026-10-25T01:30+02:00", "2026-10-25T03:30+01:00") == 180);
  CHECK(between("2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00") == 60);
  CHECK(between("2026-10-24T12:00+02:00", "2026-10-24T14:00+02:00") == 120);
  const auto end = [&](const char* from) {
    return to_string(*working.end_of(*stead::work_from("2h"), *when_from(from)));
  };
  CHECK(end("2026-03-29T01:30+01:00") == "2026-03-29T04:30+02:00");
  CHECK(end("2026-10-25T01:30+02:00") == "2026-10-25T02:30+01:00");
  CHECK(end("2026-10-24T12:00+02:00") == "2026-10-24T14:00+02:00");
}

constexpr int kStep = 15;  // minutes; everything below is a multiple of it

/// Working time by going through it a quarter of an hour at a time.
std::int64_t walked(const Contact& me, const Zone& zone, const When& from, const When& to) {
  const stead::Hours hours = *stead::hours_from(me.hours);
  const auto is_away = [&](Day day, int minute) {
    for (const Absence& away : me.away) {
      const auto key = std::pair(day, minute);
      const auto begin = std::pair(away.from.day, away.from.time ? away.from.time->minute : 0);
      const auto end = away.to->time ? std::pair(away.to->day, away.to->time->minute)
                                     : std::pair(away.to->day + Days{1}, 0);
      if (begin <= key && key < end) return true;
    }
    return false;
  };
  std::int64_t minutes = 0;
  for (std::int64_t instant = from.instant(); instant < to.instant(); instant += kStep) {
    const std::int64_t local = instant + zone.offset_at_instant(instant);
    const Day day{std::chrono::floor<Days>(std::chrono::minutes{local})};
    const auto minute =
        static_cast<int>(local - std::chrono::minutes{day.time_since_epoch()}.count());
    const unsigned weekday = std::chrono::weekday{day}.iso_encoding() - 1;
    const bool at_work =
        ((hours.days >> weekday) & 1U) != 0 && hours.from <= minute && minute < hours.to;
    if (at_work && !is_away(day, minute)) minutes += kStep;
  }
  return minutes;
}

TEST_CASE("working time is that of a walk through every quarter of an hour of a year") {
  std::mt19937 dice(20260803);
  const auto roll = [&dice](int sides) {
    return static_cast<int>(dice() % static_cast<unsigned>(sides));
  };
  const std::vector<std::string> all_hours{"mon-fri 09:00-17:00",     "mon-thu 08:00-16:00",
                                           "mon,wed-sat 07:30-12:15", "sun 10:00-22:45",
                                           "mon-sun 00:00-23:45",     "sun 01:00-04:00"};
  const Day first{std::chrono::year{2027} / 12 / 1};  // with a leap day in the year that follows
  for (int round = 0; round < 400; ++round) {
    const Zone& zone = round % 2 == 0 ? kBerlin : kNewYork;
    const auto some_time = [&](Day day) {
      const int minute = kStep * roll(96);
      const std::int64_t instant = std::chrono::minutes{day.time_since_epoch()}.count() + minute -
                                   zone.offset_at(day, minute);
      const int offset = zone.offset_at_instant(instant);
      const std::int64_t local = instant + offset;
      const Day there{std::chrono::floor<Days>(std::chrono::minutes{local})};
      return When{
          there, TimeOfDay{static_cast<int>(local -
                                            std::chrono::minutes{there.time_since_epoch()}.count()),
                           offset}};
    };
    Contact me = owner(all_hours[static_cast<std::size_t>(roll(6))]);
    for (int i = roll(4); i > 0; --i) {
      const Day day = first + Days{roll(420)};
      if (roll(2) == 0) {
        me.away.push_back({{day, {}}, When{day + Days{roll(9)}, {}}, ""});
      } else {
        me.away.push_back({some_time(day), some_time(day + Days{1 + roll(5)}), ""});
      }
    }
    const When from = some_time(first + Days{roll(400)});
    const When to = some_time(from.day + Days{roll(30)});
    CAPTURE(me.hours);
    CAPTURE(to_string(from));
    CAPTURE(to_string(to));
    const WorkingTime working(me, now_in(zone));
    CHECK(working.between(from, to) == Worked{walked(me, zone, from, to), false});

    const Work limit{kStep * (1 + roll(60)), Work::Unit::minute};
    const auto end = working.end_of(limit, from);
    REQUIRE(end);
    CAPTURE(to_string(*end));
    CHECK(walked(me, zone, from, *end) == limit.count);
    const When earlier = {end->day, TimeOfDay{end->time->minute - kStep, end->time->offset}};
    CHECK(walked(me, zone, from, earlier) < limit.count);
  }
}

TEST_CASE("a span over all of the calendar takes no longer than one over a day") {
  const WorkingTime working(owner("mon-sun 00:00-23:59", {"2026-08-04..2026-08-05"}),
                            now_in(kBerlin));
  constexpr std::int64_t kDaysOfCalendar = 3652059;
  CHECK(working.between({stead::kFirstDay, {}}, {stead::kLastDay, {}}) ==
        Worked{kDaysOfCalendar - 1 - 2, true});
  CHECK(working.between(*when_from("0001-01-01T00:00+00:00"), *when_from("9999-12-31T22:00+00:00"))
            .count > 5'000'000'000);
}

TEST_CASE("working time is told in hours, and in days of the owner's own") {
  const auto said = [](std::int64_t minutes) { return in_words(Worked{minutes, false}, 480); };
  CHECK(said(0) == "0min");
  CHECK(said(20) == "20min");
  CHECK(said(60) == "1h");
  CHECK(said(200) == "3h 20min");
  CHECK(said(480) == "1d");
  CHECK(said(1030) == "2d 1h");
  CHECK(in_words(Worked{480, false}, 360) == "1d 2h");
  CHECK(in_words(Worked{1, true}, 480) == "1 working day");
  CHECK(in_words(Worked{3, true}, 480) == "3 working days");
}

}  // namespace
