#include "stead/time.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace stead;

Day day(std::string_view text) { return day_from(text).value(); }
When when(std::string_view text) { return when_from(text).value(); }

TEST_CASE("every day of ten thousand years is read as it is written") {
  Day expected = kFirstDay;
  bool all_same = true;
  for (; expected <= kLastDay; expected += Days{1}) {
    all_same = all_same && day_from(to_string(expected)) == expected;
  }
  CHECK(all_same);
  CHECK(to_string(kFirstDay) == "0001-01-01");
  CHECK(to_string(kLastDay) == "9999-12-31");
}

TEST_CASE("a day is read only in full ISO form, and only if it exists") {
  CHECK(day("1970-01-02").time_since_epoch() == Days{1});
  CHECK(day_from("2024-02-29"));
  for (const char* text : {"",           "2026",        "2026-08",     "2026-8-7",
                           "2026-08-7",  "2026-08-07 ", " 2026-08-07", "2026/08/07",
                           "20260807",   "02026-08-07", "+2026-08-07", "2026-08-07T",
                           "2026-00-07", "2026-13-07",  "2026-08-00",  "2026-08-32",
                           "2026-02-29", "1900-02-29",  "0000-01-01",  "2026-0a-07"}) {
    CAPTURE(text);
    CHECK_FALSE(day_from(text));
    CHECK_FALSE(when_from(text));
  }
}

TEST_CASE("a time carries its offset, and is written without seconds") {
  const When read = when("2026-08-03T10:15+02:00");
  CHECK(read == When{day("2026-08-03"), TimeOfDay{615, 120}});
  CHECK(to_string(read) == "2026-08-03T10:15+02:00");
  CHECK(to_string(when("2026-08-03T10:15:59Z")) == "2026-08-03T10:15+00:00");
  CHECK(to_string(when("2026-08-03T00:00-03:30")) == "2026-08-03T00:00-03:30");
  CHECK(to_string(when("2026-08-03")) == "2026-08-03");
}

TEST_CASE("a time that is not exactly ISO is not read") {
  for (const char* text :
       {"2026-08-03T10:15", "2026-08-03 10:15+02:00", "2026-08-03T24:00+02:00", "2026-08-03T10:60Z",
        "2026-08-03T10:15:60Z", "2026-08-03T10:15:Z", "2026-08-03T10:15:1Z", "2026-08-03T1015Z",
        "2026-08-03T10:15+2:00", "2026-08-03T10:15+0200", "2026-08-03T10:15+24:00",
        "2026-08-03T10:15+02:60", "2026-08-03T10:15z", "2026-08-03T10:15ZZ", "2026-08-03t10:15Z"}) {
    CAPTURE(text);
    CHECK_FALSE(when_from(text));
  }
}

TEST_CASE("two times compare as instants, anything else as days") {
  CHECK(when("1970-01-01T00:00Z").instant() == 0);
  CHECK(when("1970-01-02").instant() == 1440);
  CHECK(when("1969-12-31T23:00-02:00").instant() == 60);
  const When noon_here = when("2026-08-03T12:00+02:00");
  const When noon_utc = when("2026-08-03T12:00Z");
  CHECK(before(noon_here, noon_utc));
  CHECK_FALSE(before(noon_utc, noon_here));
  CHECK_FALSE(before(when("2026-08-03"), noon_utc));
  CHECK_FALSE(before(noon_utc, when("2026-08-03")));
  CHECK(before(noon_utc, when("2026-08-04")));
}

TEST_CASE("a birthday may do without its year") {
  CHECK(year_day_from("05-14") == YearDay{std::nullopt, 5, 14});
  CHECK(year_day_from("1980-05-14") == YearDay{1980, 5, 14});
  CHECK(year_day_from("02-29") == YearDay{std::nullopt, 2, 29});
  CHECK(to_string(YearDay{std::nullopt, 5, 14}) == "05-14");
  CHECK(to_string(YearDay{980, 5, 14}) == "0980-05-14");
  for (const char* text :
       {"", "5-14", "02-30", "13-01", "00-10", "05-14-", "1981-02-29", "--05-14"}) {
    CAPTURE(text);
    CHECK_FALSE(year_day_from(text));
  }
}

TEST_CASE("lengths of time are read as they are written") {
  for (const char* text : {"1d", "10d", "2w", "1mon", "999999y"}) {
    CAPTURE(text);
    REQUIRE(span_from(text));
    CHECK(to_string(*span_from(text)) == text);
  }
  for (const char* text : {"30min", "4h", "2d"}) {
    CAPTURE(text);
    REQUIRE(work_from(text));
    CHECK(to_string(*work_from(text)) == text);
  }
  for (const char* text : {"3h", "5d", "1w", "2x", "0.5d", "1.125h", "999999x"}) {
    CAPTURE(text);
    REQUIRE(amount_from(text));
    CHECK(to_string(*amount_from(text)) == text);
  }
  CHECK(amount_from("1.50d") == Amount{1500, Amount::Unit::day});
}

TEST_CASE("a length of nothing, of no unit or of a foreign one is not read") {
  for (const char* text :
       {"", "d", "0d", "00d", "01d", "-1d", "+1d", "1", "1 d", "1.5d", "1m", "1D", "1000000d"}) {
    CAPTURE(text);
    CHECK_FALSE(span_from(text));
  }
  for (const char* text : {"", "0h", "1w", "4 h", "1.5h", "min"}) {
    CAPTURE(text);
    CHECK_FALSE(work_from(text));
  }
  for (const char* text :
       {"", "0x", "0.0x", "1.x", ".5d", "1.2345d", "1,5d", "01.5d", "2min", "1.5"}) {
    CAPTURE(text);
    CHECK_FALSE(amount_from(text));
  }
}

TEST_CASE("a month ends at its last day if it is too short") {
  const Span month{1, Span::Unit::month};
  const Span year{1, Span::Unit::year};
  CHECK(to_string(add(day("2026-01-31"), month)) == "2026-02-28");
  CHECK(to_string(add(day("2024-01-31"), month)) == "2024-02-29");
  CHECK(to_string(add(day("2026-01-31"), month, 2)) == "2026-03-31");
  CHECK(to_string(add(day("2026-03-31"), month, -1)) == "2026-02-28");
  CHECK(to_string(add(day("2026-01-15"), month, -13)) == "2024-12-15");
  CHECK(to_string(add(day("2024-02-29"), year)) == "2025-02-28");
  CHECK(to_string(add(day("2024-02-29"), year, -4)) == "2020-02-29");
  CHECK(to_string(add(day("2026-02-27"), Span{2, Span::Unit::day})) == "2026-03-01");
  CHECK(to_string(add(day("2026-08-03"), Span{2, Span::Unit::week}, -1)) == "2026-07-20");
}

TEST_CASE("no sum leaves the calendar") {
  for (const auto unit : {Span::Unit::day, Span::Unit::week, Span::Unit::month, Span::Unit::year}) {
    CHECK(add(kLastDay, {1, unit}) == kLastDay);
    CHECK(add(kFirstDay, {1, unit}, -1) == kFirstDay);
    CHECK(add(day("2026-08-03"), {2'000'000'000, unit}, 2'000'000'000) == kLastDay);
    CHECK(add(day("2026-08-03"), {2'000'000'000, unit}, -2'000'000'000) == kFirstDay);
  }
}

TEST_CASE("weeks begin on Monday") {
  CHECK(to_string(monday_of(day("2026-08-03"))) == "2026-08-03");
  CHECK(to_string(monday_of(day("2026-08-09"))) == "2026-08-03");
  CHECK(to_string(monday_of(day("2026-08-10"))) == "2026-08-10");
  CHECK(monday_of(kFirstDay) == kFirstDay);
}

TEST_CASE("people read the weekday first") {
  CHECK(long_date(day("2026-08-07")) == "Fri 2026-08-07");
  CHECK(long_date(when("2026-08-09T09:05+02:00")) == "Sun 2026-08-09 09:05");
  CHECK(long_date(when("2026-08-03")) == "Mon 2026-08-03");
}

TEST_CASE("the clock gives a time the offset of its own day") {
  const Now now{day("2026-08-03"), TimeOfDay{615, 120},
                [](Day d, int) { return d < day_from("2026-10-25").value() ? 120 : 60; }};
  CHECK(to_string(now.moment()) == "2026-08-03T10:15+02:00");
  CHECK(to_string(now.at(day("2026-12-01"), 540)) == "2026-12-01T09:00+01:00");
}

/// Local time of central Europe in 2026: an hour on from 29 March at 02:00 to 25 October at 03:00.
int offset_in_2026(Day d, int minute) {
  const When local{d, TimeOfDay{minute, 0}};
  const bool summer =
      !before(local, when("2026-03-29T03:00Z")) && before(local, when("2026-10-25T03:00Z"));
  return summer ? 120 : 60;
}

TEST_CASE("a minute that the clock skips in spring is moved on") {
  const Now now{day("2026-08-03"), TimeOfDay{615, 120}, offset_in_2026};
  const auto at = [&now](int minute) { return to_string(now.at(day("2026-03-29"), minute)); };
  CHECK(at(0) == "2026-03-29T00:00+01:00");
  CHECK(at(119) == "2026-03-29T01:59+01:00");
  CHECK(at(120) == "2026-03-29T03:00+02:00");
  CHECK(at(150) == "2026-03-29T03:30+02:00");
  CHECK(at(179) == "2026-03-29T03:59+02:00");
  CHECK(at(180) == "2026-03-29T03:00+02:00");
  CHECK(to_string(now.at(day("2026-10-25"), 150)) == "2026-10-25T02:30+02:00");
  CHECK(to_string(now.at(day("2026-10-25"), 180)) == "2026-10-25T03:00+01:00");
}

TEST_CASE("a minute skipped before midnight can be moved to the next day") {
  const Day eve = day("2026-04-23");
  const Now now{eve, TimeOfDay{0, 120}, [eve](Day d, int minute) {
                  return d > eve + Days{1} || (d == eve + Days{1} && minute >= 30) ? 180 : 120;
                }};
  CHECK(to_string(now.at(eve, 23 * 60 + 29)) == "2026-04-23T23:29+02:00");
  CHECK(to_string(now.at(eve, 23 * 60 + 45)) == "2026-04-24T00:45+03:00");
  CHECK(to_string(now.at(eve + Days{1}, 30)) == "2026-04-24T00:30+03:00");
}

TEST_CASE("a week is of the year that has its Thursday") {
  CHECK(to_string(iso_week(day("2026-08-03"))) == "2026-W32");
  CHECK(to_string(iso_week(day("2027-01-01"))) == "2026-W53");
  CHECK(to_string(iso_week(day("2027-01-04"))) == "2027-W01");
  CHECK(to_string(iso_week(day("2024-12-30"))) == "2025-W01");
  CHECK(to_string(iso_week(kFirstDay)) == "0001-W01");
  CHECK(iso_week(kLastDay) == IsoWeek{9999, 52});
}

TEST_CASE("a period holds its first and its last day") {
  const Period period{day("2026-08-10"), day("2026-08-21")};
  CHECK(period.contains(day("2026-08-10")));
  CHECK(period.contains(day("2026-08-21")));
  CHECK_FALSE(period.contains(day("2026-08-22")));
  CHECK(period.overlaps({day("2026-08-21"), day("2026-09-01")}));
  CHECK_FALSE(period.overlaps({day("2026-08-22"), day("2026-09-01")}));
}

}  // namespace
