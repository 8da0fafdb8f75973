#include "stead/dates.h"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace stead;

constexpr std::string_view kUtf8Dots = "…";

/// Local time of central Europe in 2026; every other year is like winter.
int offset_at(Day d, int minute) {
  const When local{d, TimeOfDay{minute, 0}};
  const bool summer = !before(local, when_from("2026-03-29T03:00Z").value()) &&
                      before(local, when_from("2026-10-25T03:00Z").value());
  return summer ? 120 : 60;
}

/// Mon 2026-08-03 10:15 +02:00, or what is said.
Now clock(std::string_view moment = "2026-08-03T10:15+02:00") {
  const When when = when_from(moment).value();
  return {when.day, when.time.value(), offset_at};
}

std::string printed(const Period& period) {
  const auto end = [](Day day, Day open) { return day == open ? "" : to_string(day); };
  return end(period.first, kFirstDay) + ".." + end(period.last, kLastDay);
}

/// What `read` gives, or the message and the hint of its error.
template <typename Read>
std::string outcome(Read read) {
  try {
    return read();
  } catch (const Error& error) {
    CHECK(error.status() == Status::usage);
    const std::string hint = error.hint().empty() ? "" : " | " + error.hint();
    return error.what() + hint;
  }
}

std::string when(std::string_view text, Direction direction, const Now& now = clock()) {
  return outcome([&] { return to_string(read_when(text, now, direction)); });
}

std::string period(std::string_view text, Direction direction, const Now& now = clock()) {
  return outcome([&] { return printed(read_period(text, now, direction)); });
}

constexpr auto kBack = Direction::back;
constexpr auto kForward = Direction::forward;

struct Row {
  std::string_view text;
  std::string_view back;
  std::string_view forward;
};

TEST_CASE("a written-out date is taken as it stands in both directions") {
  constexpr std::array<std::array<std::string_view, 2>, 22> kRows{{
      {"Fri 2026-08-07", "2026-08-07"},    {"friday 2026-08-07", "2026-08-07"},
      {"2026-08-07", "2026-08-07"},        {"  2026-08-07 ", "2026-08-07"},
      {"2026-8-7", "2026-08-07"},          {"2026/08/07", "2026-08-07"},
      {"20260807", "2026-08-07"},          {"2026-W32-5", "2026-08-07"},
      {"2026-w53-5", "2027-01-01"},        {"12aug2027", "2027-08-12"},
      {"12 Aug 2027", "2027-08-12"},       {"12th of August 2027", "2027-08-12"},
      {"aug 12 2027", "2027-08-12"},       {"August 12th, 2027", "2027-08-12"},
      {"on 12 august 2027", "2027-08-12"}, {"25/12/2027", "2027-12-25"},
      {"12/25/2027", "2027-12-25"},        {"25.12.2027", "2027-12-25"},
      {"03.03.2027", "2027-03-03"},        {"29feb2024", "2024-02-29"},
      {"0001-01-01", "0001-01-01"},        {"9999-12-31", "9999-12-31"},
  }};
  for (const auto& row : kRows) {
    CAPTURE(row[0]);
    CHECK(when(row[0], kBack) == row[1]);
    CHECK(when(row[0], kForward) == row[1]);
  }
}

TEST_CASE("words look back in logs and forward in dues") {
  constexpr std::array<Row, 31> kRows{{
      {"today", "2026-08-03", "2026-08-03"},         {"yesterday", "2026-08-02", "2026-08-02"},
      {"TOMORROW", "2026-08-04", "2026-08-04"},      {"fri", "2026-07-31", "2026-08-07"},
      {"on Friday", "2026-07-31", "2026-08-07"},     {"thurs", "2026-07-30", "2026-08-06"},
      {"sun", "2026-08-02", "2026-08-09"},           {"mon", "2026-08-03", "2026-08-03"},
      {"last tue", "2026-07-28", "2026-07-28"},      {"last mon", "2026-07-27", "2026-07-27"},
      {"next fri", "2026-08-07", "2026-08-07"},      {"next mon", "2026-08-10", "2026-08-10"},
      {"this fri", "2026-08-07", "2026-08-07"},      {"fri next week", "2026-08-14", "2026-08-14"},
      {"fri last week", "2026-07-31", "2026-07-31"}, {"12aug", "2025-08-12", "2026-08-12"},
      {"3 aug", "2026-08-03", "2026-08-03"},         {"aug 2", "2026-08-02", "2027-08-02"},
      {"29 feb", "2024-02-29", "2028-02-29"},        {"25/12", "2025-12-25", "2026-12-25"},
      {"12/25", "2025-12-25", "2026-12-25"},         {"3d", "2026-07-31", "2026-08-06"},
      {"2 weeks", "2026-07-20", "2026-08-17"},       {"a month", "2026-07-03", "2026-09-03"},
      {"+3d", "2026-08-06", "2026-08-06"},           {"in five days", "2026-08-08", "2026-08-08"},
      {"in a week", "2026-08-10", "2026-08-10"},     {"-2w", "2026-07-20", "2026-07-20"},
      {"2w ago", "2026-07-20", "2026-07-20"},        {"3 days ago", "2026-07-31", "2026-07-31"},
      {"1y ago", "2025-08-03", "2025-08-03"},
  }};
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    CHECK(when(row.text, kBack) == row.back);
    CHECK(when(row.text, kForward) == row.forward);
  }
}

TEST_CASE("weeks, months and years have an end and a start") {
  constexpr std::array<Row, 12> kRows{{
      {"end of week", "2026-08-02", "2026-08-09"},
      {"end of month", "2026-07-31", "2026-08-31"},
      {"end of the year", "2025-12-31", "2026-12-31"},
      {"start of week", "2026-08-03", "2026-08-03"},
      {"start of month", "2026-08-01", "2026-09-01"},
      {"start of year", "2026-01-01", "2027-01-01"},
      {"end of next week", "2026-08-16", "2026-08-16"},
      {"end of this month", "2026-08-31", "2026-08-31"},
      {"end of last month", "2026-07-31", "2026-07-31"},
      {"end of feb", "2026-02-28", "2027-02-28"},
      {"end of 2026-W32", "2026-08-09", "2026-08-09"},
      {"start of 2027", "2027-01-01", "2027-01-01"},
  }};
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    CHECK(when(row.text, kBack) == row.back);
    CHECK(when(row.text, kForward) == row.forward);
  }
  const Now last_day = clock("2026-08-31T10:15+02:00");
  CHECK(when("end of month", kBack, last_day) == "2026-08-31");
  CHECK(when("end of month", kForward, last_day) == "2026-08-31");
}

TEST_CASE("a month from the end of a long one ends at the end of a short one") {
  CHECK(when("in a month", kForward, clock("2026-01-31T10:15+01:00")) == "2026-02-28");
  CHECK(when("a month ago", kBack, clock("2026-03-31T10:15+02:00")) == "2026-02-28");
}

TEST_CASE("times carry the offset of their own day") {
  constexpr std::array<Row, 20> kRows{{
      {"Fri 2026-08-07 14:30", "2026-08-07T14:30+02:00", "2026-08-07T14:30+02:00"},
      {"now", "2026-08-03T10:15+02:00", "2026-08-03T10:15+02:00"},
      {"fri 14:30", "2026-07-31T14:30+02:00", "2026-08-07T14:30+02:00"},
      {"fri at 9am", "2026-07-31T09:00+02:00", "2026-08-07T09:00+02:00"},
      {"9:30pm tomorrow", "2026-08-04T21:30+02:00", "2026-08-04T21:30+02:00"},
      {"12am yesterday", "2026-08-02T00:00+02:00", "2026-08-02T00:00+02:00"},
      {"yesterday noon", "2026-08-02T12:00+02:00", "2026-08-02T12:00+02:00"},
      {"12pm on fri", "2026-07-31T12:00+02:00", "2026-08-07T12:00+02:00"},
      {"1dec2026 9:00", "2026-12-01T09:00+01:00", "2026-12-01T09:00+01:00"},
      {"2026-08-07T14:30", "2026-08-07T14:30+02:00", "2026-08-07T14:30+02:00"},
      {"2026-08-07t14:30:59", "2026-08-07T14:30+02:00", "2026-08-07T14:30+02:00"},
      {"2026-08-07 14:30", "2026-08-07T14:30+02:00", "2026-08-07T14:30+02:00"},
      {"2026-08-07T14:30-05:00", "2026-08-07T14:30-05:00", "2026-08-07T14:30-05:00"},
      {"2026-08-07 14:30Z", "2026-08-07T14:30+00:00", "2026-08-07T14:30+00:00"},
      {"9:15", "2026-08-03T09:15+02:00", "2026-08-04T09:15+02:00"},
      {"14:30", "2026-08-02T14:30+02:00", "2026-08-03T14:30+02:00"},
      {"10:15", "2026-08-03T10:15+02:00", "2026-08-03T10:15+02:00"},
      {"mon 14:30", "2026-07-27T14:30+02:00", "2026-08-03T14:30+02:00"},
      {"today 14:30", "2026-08-03T14:30+02:00", "2026-08-03T14:30+02:00"},
      {"20min", "2026-08-03T09:55+02:00", "2026-08-03T10:35+02:00"},
  }};
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    CHECK(when(row.text, kBack) == row.back);
    CHECK(when(row.text, kForward) == row.forward);
  }
}

TEST_CASE("hours pass as they do when the clock is changed") {
  CHECK(when("in 1h", kForward, clock("2026-03-29T01:30+01:00")) == "2026-03-29T03:30+02:00");
  CHECK(when("1h ago", kBack, clock("2026-03-29T03:30+02:00")) == "2026-03-29T01:30+01:00");
  CHECK(when("in 1h", kForward, clock("2026-10-25T02:30+02:00")) == "2026-10-25T02:30+01:00");
  CHECK(when("11h ago", kBack) == "2026-08-02T23:15+02:00");
}

TEST_CASE("what looks like a date and is none is refused by name") {
  constexpr std::array<std::array<std::string_view, 2>, 28> kRows{{
      {"2026-03-29 2:30",
       "'2026-03-29 2:30' is not a time: the clock is put forward then, and skips it | did you "
       "mean "
       "03:30?"},
      {"2:59 29mar2026",
       "'2:59 29mar2026' is not a time: the clock is put forward then, and skips it | did you mean "
       "03:59?"},
      {"Thu 2026-08-07", "'Thu 2026-08-07' is not a date: 2026-08-07 is a Friday"},
      {"mon 2026-08-07 9am", "'mon 2026-08-07 9am' is not a date: 2026-08-07 is a Friday"},
      {"2026-08-03T10:15:99", "'2026-08-03T10:15:99' is not a time: seconds go from 00 to 59"},
      {"10:15:77", "'10:15:77' is not a time: seconds go from 00 to 59"},
      {"2026-02-30", "'2026-02-30' is not a date: February 2026 has 28 days"},
      {"31 feb", "'31 feb' is not a date: February has at most 29 days"},
      {"feb 29 2027", "'feb 29 2027' is not a date: February 2027 has 28 days"},
      {"31jun 9:00", "'31jun 9:00' is not a date: June has at most 30 days"},
      {"0 aug", "'0 aug' is not a date: August has at most 31 days"},
      {"2026-13-01", "'2026-13-01' is not a date: there is no month 13"},
      {"20261301", "'20261301' is not a date: there is no month 13"},
      {"31/04", "'31/04' is not a date: April has at most 30 days"},
      {"13/14/2026", "'13/14/2026' is not a date: there is no month 14"},
      {"0000-01-01", "'0000-01-01' is not a date: years go from 0001 to 9999"},
      {"2026-W54-1", "'2026-W54-1' is not a week: 2026 has 53 of them"},
      {"2026-W32-8", "'2026-W32-8' is not a date: weekdays go from 1, Monday, to 7"},
      {"in 9000 years", "'in 9000 years' is not a date: it is outside of the years 0001 to 9999"},
      {"25:00", "'25:00' is not a time: it goes from 00:00 to 23:59"},
      {"fri 24:00", "'fri 24:00' is not a time: it goes from 00:00 to 23:59"},
      {"9:60", "'9:60' is not a time: it goes from 00:00 to 23:59"},
      {"13pm", "'13pm' is not a time: am and pm go from 1 to 12"},
      {"03/04", "'03/04' could be 3 April 2027 or 4 March 2027 | write 2027-04-03 or 2027-03-04"},
      {"3/4/2026",
       "'3/4/2026' could be 3 April 2026 or 4 March 2026 | write 2026-04-03 or 2026-03-04"},
      {"03-04-2026 9am",
       "'03-04-2026 9am' could be 3 April 2026 or 4 March 2026 | write 2026-04-03 or "
       "2026-03-04"},
      {"next week",
       "'next week' is more than one day: Mon 2026-08-10 to Sun 2026-08-16 | say one day of it"},
      {"9999-12-31..9999-12-30",
       "'9999-12-31..9999-12-30' ends before it begins: Fri 9999-12-31 to Thu 9999-12-30"},
  }};
  for (const auto& row : kRows) {
    CAPTURE(row[0]);
    CHECK(when(row[0], kForward) == row[1]);
  }
}

TEST_CASE("what is no date at all is answered with the nearest that is one") {
  CHECK(when("tomorow", kForward) == "'tomorow' is not a date | did you mean 'tomorrow'?");
  CHECK(when("next firday", kForward) ==
        "'next firday' is not a date | did you mean 'next friday'?");
  CHECK(when("in 3 dyas", kForward) == "'in 3 dyas' is not a date | did you mean 'in 3 days'?");
  CHECK(when("12 agust 9am", kBack) ==
        "'12 agust 9am' is not a date | did you mean '12 august 9am'?");
  CHECK(period("nxet week", kForward) == "'nxet week' is not a period | did you mean 'next week'?");
  const std::string_view hint =
      " | a date looks like 2026-08-07, fri, 12aug, '3 days ago' or 'in 2 weeks'";
  for (const std::string_view text : {"",
                                      " ",
                                      "soon",
                                      "blorp",
                                      "7",
                                      "2026-08-07 and more",
                                      "fri fri",
                                      "9",
                                      "14 30",
                                      "2026 - 08 - 07",
                                      "9: 30",
                                      "12 aug 26",
                                      "1.5d",
                                      "3x",
                                      "ago",
                                      "last",
                                      "in",
                                      "+",
                                      "T14:30+02:00",
                                      "25.12.",
                                      "..",
                                      "fri 14:30+02:00",
                                      "2026-08-07T14:30+2:00",
                                      "5 days from now"}) {
    CAPTURE(text);
    const std::string_view shown = text == " " ? "" : text;
    CHECK(when(text, kBack) == "'" + std::string(shown) + "' is not a date" + std::string(hint));
    CHECK_FALSE(find_when(text, clock(), kBack));
  }
}

TEST_CASE("a day that is asked for has no time") {
  CHECK(read_day("fri", clock(), kForward) == day_from("2026-08-07"));
  CHECK(outcome([] { return to_string(read_day("fri 9am", clock(), kForward)); }) ==
        "'fri 9am' has a time of day, where a day is asked for | say 2026-08-07");
}

TEST_CASE("periods are whole days, weeks, months and years") {
  constexpr std::array<Row, 27> kRows{{
      {"fri", "2026-07-31..2026-07-31", "2026-08-07..2026-08-07"},
      {"2026-08-07", "2026-08-07..2026-08-07", "2026-08-07..2026-08-07"},
      {"in 5 days", "2026-08-08..2026-08-08", "2026-08-08..2026-08-08"},
      {"this week", "2026-08-03..2026-08-09", "2026-08-03..2026-08-09"},
      {"next week", "2026-08-10..2026-08-16", "2026-08-10..2026-08-16"},
      {"last week", "2026-07-27..2026-08-02", "2026-07-27..2026-08-02"},
      {"this month", "2026-08-01..2026-08-31", "2026-08-01..2026-08-31"},
      {"next month", "2026-09-01..2026-09-30", "2026-09-01..2026-09-30"},
      {"last year", "2025-01-01..2025-12-31", "2025-01-01..2025-12-31"},
      {"last 7 days", "2026-07-28..2026-08-03", "2026-07-28..2026-08-03"},
      {"next 2 weeks", "2026-08-03..2026-08-16", "2026-08-03..2026-08-16"},
      {"aug", "2026-08-01..2026-08-31", "2026-08-01..2026-08-31"},
      {"sept", "2025-09-01..2025-09-30", "2026-09-01..2026-09-30"},
      {"february 2028", "2028-02-01..2028-02-29", "2028-02-01..2028-02-29"},
      {"2026", "2026-01-01..2026-12-31", "2026-01-01..2026-12-31"},
      {"2026-08", "2026-08-01..2026-08-31", "2026-08-01..2026-08-31"},
      {"2026-W32", "2026-08-03..2026-08-09", "2026-08-03..2026-08-09"},
      {"10aug..21aug", "2025-08-10..2025-08-21", "2026-08-10..2026-08-21"},
      {"10 aug .. 21 aug", "2025-08-10..2025-08-21", "2026-08-10..2026-08-21"},
      {"20dec..6jan", "2025-12-20..2026-01-06", "2026-12-20..2027-01-06"},
      {"mon..fri", "2026-08-03..2026-08-07", "2026-08-03..2026-08-07"},
      {"2026-09-01..2026-09-12", "2026-09-01..2026-09-12", "2026-09-01..2026-09-12"},
      {"aug..oct", "2025-08-01..2025-10-31", "2026-08-01..2026-10-31"},
      {"today..+3d", "2026-08-03..2026-08-06", "2026-08-03..2026-08-06"},
      {"aug..", "2026-08-01..", "2026-08-01.."},
      {"..fri", "..2026-07-31", "..2026-08-07"},
      {"..last month", "..2026-07-31", "..2026-07-31"},
  }};
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    if (row.text != "aug..oct") CHECK(period(row.text, kBack) == row.back);
    CHECK(period(row.text, kForward) == row.forward);
  }
}

TEST_CASE("a range without years or weeks is the nearest that fits the direction") {
  const Now wednesday = clock("2026-08-05T10:15+02:00");
  const Now friday = clock("2026-08-07T10:15+02:00");
  CHECK(period("mon..fri", kForward, wednesday) == "2026-08-03..2026-08-07");
  CHECK(period("mon..fri", kBack, wednesday) == "2026-08-03..2026-08-07");
  CHECK(period("mon..fri", kForward, friday) == "2026-08-10..2026-08-14");
  CHECK(period("mon..fri", kBack, friday) == "2026-08-03..2026-08-07");
  const Now running = clock("2026-08-15T10:15+02:00");
  CHECK(period("10aug..21aug", kForward, running) == "2026-08-10..2026-08-21");
  CHECK(period("10aug..21aug", kBack, running) == "2026-08-10..2026-08-21");
  const Now over = clock("2026-08-22T10:15+02:00");
  CHECK(period("10aug..21aug", kForward, over) == "2027-08-10..2027-08-21");
  CHECK(period("10aug..21aug", kBack, over) == "2026-08-10..2026-08-21");
}

TEST_CASE("the two days of a period may stand in a sentence") {
  for (const std::string_view text :
       {"10aug to 21aug", "from 10aug to 21aug", "10aug through 21aug", "10 aug - 21 aug",
        "10aug – 21aug", "Mon 2026-08-10 to Fri 2026-08-21", "Mon 2026-08-10 – Fri 2026-08-21"}) {
    CAPTURE(text);
    CHECK(period(text, kForward) == "2026-08-10..2026-08-21");
  }
  CHECK(period("monday to friday", kForward) == "2026-08-03..2026-08-07");
  CHECK(period("aug to oct", kForward) == "2026-08-01..2026-10-31");
  for (const std::string_view text :
       {"to fri", "mon to", "from mon", "from to fri", "-", "mon -", "- fri", "mon to fri to sun",
        "today - 3d", "mon-fri", "to", "mon - "}) {
    CAPTURE(text);
    CHECK_FALSE(find_period(text, clock(), kForward));
  }
}

TEST_CASE("a period over the turn of the year is short, or has its years") {
  CHECK(period("20dec..5jan", kForward) == "2026-12-20..2027-01-05");
  CHECK(period("oct..apr", kForward) == "2026-10-01..2027-04-30");
  CHECK(period("feb..nov", kForward) == "2027-02-01..2027-11-30");
  CHECK(period("2026-09-21..2027-09-10", kForward) == "2026-09-21..2027-09-10");
  CHECK(period("2024..2026", kForward) == "2024-01-01..2026-12-31");
  CHECK(period("21sep..10sep", kForward) ==
        "'21sep..10sep' could be Mon 2026-09-21 to Fri 2027-09-10, or Thu 2026-09-10 to Mon "
        "2026-09-21 | write 2026-09-21..2027-09-10 or 2026-09-10..2026-09-21");
  CHECK(period("2026-09-21..10sep", kForward).starts_with("'2026-09-21..10sep' could be "));
  CHECK(period("21sep to 10sep", kBack).starts_with("'21sep to 10sep' could be "));
  CHECK(period("sep..apr", kForward).starts_with("'sep..apr' could be "));
}

TEST_CASE("a period that could be two, or is none, is refused") {
  CHECK(period("5 days", kForward) ==
        "'5 days' could be one day or all days until then | say 'in 5 days' or 'next 5 days'");
  CHECK(period("2w", kBack) ==
        "'2w' could be one day or all days since then | say '2w ago' or 'last 2w'");
  CHECK(period("03/04..fri", kForward) ==
        "'03/04..fri' could be 3 April 2027 or 4 March 2027 | write 2027-04-03 or 2027-03-04");
  CHECK(period("31 feb..fri", kForward) ==
        "'31 feb..fri' is not a date: February has at most 29 days");
  CHECK(period("2026-13", kForward) == "'2026-13' is not a period: there is no month 13");
  CHECK(period("2025-W53", kForward) == "'2025-W53' is not a week: 2025 has 52 of them");
  CHECK(period("0000", kForward) == "'0000' is not a period: years go from 0001 to 9999");
  CHECK(period("next 9000 years", kForward) ==
        "'next 9000 years' is not a period: it is outside of the years 0001 to 9999");
  CHECK(period("2026-08-21..2026-08-10", kForward) ==
        "'2026-08-21..2026-08-10' ends before it begins: Fri 2026-08-21 to Mon 2026-08-10");
  CHECK(period("fri 14:30", kForward) ==
        "'fri 14:30' has a time of day, where whole days are asked for | say 2026-08-07");
  const std::string_view hint =
      " | a period looks like 10aug..21aug, 'next week', aug or 2026-08-07";
  for (const std::string_view text : {"", "..", "...", "fri...", "fri..sat..sun", "week", "next",
                                      "fri-sat", "august 2027 2028"}) {
    CAPTURE(text);
    CHECK(period(text, kForward) ==
          "'" + std::string(text) + "' is not a period" + std::string(hint));
  }
}

std::string before_colon(std::string_view text) {
  return outcome([&]() -> std::string {
    const auto read = date_before_colon(text, clock(), kBack);
    return read ? to_string(read->value) + "|" + std::string(read->rest) : "nothing";
  });
}

TEST_CASE("the words before a first colon are a date only if all of them are one day") {
  CHECK(before_colon("yesterday: sent the diagram") == "2026-08-02|sent the diagram");
  CHECK(before_colon("fri 14:30: called: twice") == "2026-07-31T14:30+02:00|called: twice");
  CHECK(before_colon("2026-08-01T09:00+02:00: met") == "2026-08-01T09:00+02:00|met");
  CHECK(before_colon("last tue :  lunch\nat noon") == "2026-07-28|lunch\nat noon");
  CHECK(before_colon("today:") == "2026-08-03|");
  CHECK(before_colon("note: call back") == "nothing");
  CHECK(before_colon("last week: busy") == "nothing");
  CHECK(before_colon("met fri: all well") == "nothing");
  CHECK(before_colon("https://example.org: down") == "nothing");
  CHECK(before_colon("at 14:30 she called") == "nothing");
  CHECK(before_colon("sent the diagram") == "nothing");
  CHECK(before_colon(": fri: no") == "nothing");
  CHECK(before_colon("") == "nothing");
  CHECK(before_colon("31 feb: met") == "'31 feb' is not a date: February has at most 29 days");
  CHECK(before_colon("3/4: met") ==
        "'3/4' could be 3 April 2026 or 4 March 2026 | write 2026-04-03 or 2026-03-04");
}

std::string at_the_front(std::string_view text) {
  return outcome([&]() -> std::string {
    const auto read = leading_period(text, clock(), kForward);
    return read ? printed(read->value) + "|" + std::string(read->rest) : "nothing";
  });
}

TEST_CASE("a period takes the longest run of words that reads as one") {
  CHECK(at_the_front("next week family") == "2026-08-10..2026-08-16|family");
  CHECK(at_the_front("10aug..21aug") == "2026-08-10..2026-08-21|");
  CHECK(at_the_front("10 aug .. 21 aug, skiing") == "2026-08-10..2026-08-21|skiing");
  CHECK(at_the_front("aug 12 of us") == "2026-08-12..2026-08-12|of us");
  CHECK(at_the_front("aug 2027 sabbatical") == "2027-08-01..2027-08-31|sabbatical");
  CHECK(at_the_front("tomorrow: dentist") == "2026-08-04..2026-08-04|dentist");
  CHECK(at_the_front("  fri\tsat") == "2026-08-07..2026-08-07|sat");
  CHECK(at_the_front("the 12th of august 2026 .. the 14th of august 2026 x") == "nothing");
  CHECK(at_the_front("12th of august 2026 .. 14th of august 2026 x") == "2026-08-12..2026-08-14|x");
  CHECK(at_the_front("family next week") == "nothing");
  CHECK(at_the_front("") == "nothing");
  CHECK(at_the_front("5 days skiing") ==
        "'5 days' could be one day or all days until then | say 'in 5 days' or 'next 5 days'");
}

std::string hours_at_the_front(std::string_view text) {
  return outcome([&]() -> std::string {
    const auto read = leading_time_period(text, clock(), kForward);
    if (!read) return "nothing";
    return to_string(read->value.first) + ".." +
           (read->value.last ? to_string(*read->value.last) : "") + "|" + std::string(read->rest);
  });
}

TEST_CASE("a period by the hour ends at the first such time after its beginning") {
  CHECK(hours_at_the_front("fri 14:00..16:00 dentist") ==
        "2026-08-07T14:00+02:00..2026-08-07T16:00+02:00|dentist");
  CHECK(hours_at_the_front("fri 22:00 to 6:00") ==
        "2026-08-07T22:00+02:00..2026-08-08T06:00+02:00|");
  CHECK(hours_at_the_front("10aug 14:00 - 12aug, fair") ==
        "2026-08-10T14:00+02:00..2026-08-12|fair");
  CHECK(hours_at_the_front("10aug..12aug 9:00 fair") == "2026-08-10..2026-08-12T09:00+02:00|fair");
  CHECK(hours_at_the_front("fri 14:00.. ill") == "2026-08-07T14:00+02:00..|ill");
  CHECK(hours_at_the_front("10aug..12aug family") == "nothing");
  CHECK(hours_at_the_front("fri 14:00 dentist") == "nothing");
  CHECK(hours_at_the_front("family") == "nothing");
}

TEST_CASE("an amount takes the longest run of words that reads as one") {
  const auto front = [](std::string_view text) -> std::string {
    const auto read = leading_amount(text);
    return read ? to_string(read->value) + "|" + std::string(read->rest) : "nothing";
  };
  CHECK(front("5 days his Delta week") == "5d|his Delta week");
  CHECK(front("1.5d audit") == "1.5d|audit");
  CHECK(front("2x") == "2x|");
  CHECK(front("an hour on the phone") == "1h|on the phone");
  CHECK(front("his Delta week") == "nothing");
  CHECK(front("week of cover") == "nothing");
  CHECK(front("20 min chat") == "nothing");
  CHECK(front("0 days off") == "nothing");
}

template <typename Read>
std::string length(Read read, std::string_view text) {
  return outcome([&] { return to_string(read(text)); });
}

TEST_CASE("options take lengths in the units of their type") {
  for (const auto& [text, expected] :
       std::vector<std::array<std::string_view, 2>>{{"2w", "2w"},
                                                    {"10 days", "10d"},
                                                    {"1mon", "1mon"},
                                                    {"a month", "1mon"},
                                                    {"year", "1y"}}) {
    CHECK(length(read_span, text) == expected);
  }
  for (const auto& [text, expected] : std::vector<std::array<std::string_view, 2>>{
           {"4h", "4h"}, {"30 min", "30min"}, {"two days", "2d"}, {"an hour", "1h"}}) {
    CHECK(length(read_work, text) == expected);
  }
  for (const auto& [text, expected] :
       std::vector<std::array<std::string_view, 2>>{{"3h", "3h"},
                                                    {"5 days", "5d"},
                                                    {"1.5d", "1.5d"},
                                                    {"0.125h", "0.125h"},
                                                    {"2 times", "2x"}}) {
    CHECK(length(read_amount, text) == expected);
  }
  for (const std::string_view text : {"", "0d", "-1d", "1.5d", "3h", "1m", "1000000d", "2w 3d"}) {
    CAPTURE(text);
    CHECK(length(read_span, text) == "'" + std::string(text) +
                                         "' is not a length of calendar time | write it like 10d, "
                                         "2w, 1mon or 1y");
  }
  CHECK(length(read_work, "1w") ==
        "'1w' is not a length of working time | write it like 30min, 4h or 2d");
  CHECK(length(read_amount, "1.2345d") ==
        "'1.2345d' is not an amount | write it like 3h, 5d, 1w or 2x");
}

TEST_CASE("an expression is explained in both directions") {
  const DateExplanation fri = explain_date(" fri 9am ", clock());
  CHECK(fri.expression == "fri 9am");
  CHECK(fri.back.when == when_from("2026-07-31T09:00+02:00"));
  CHECK(fri.back.days_from_today == -3);
  CHECK(fri.back.week == IsoWeek{2026, 31});
  CHECK(fri.forward.when == when_from("2026-08-07T09:00+02:00"));
  CHECK(fri.forward.days_from_today == 4);
  CHECK(fri.forward.week == IsoWeek{2026, 32});
  const DateExplanation week = explain_date("next week", clock());
  CHECK_FALSE(week.back.when);
  CHECK(printed(week.back.period.value()) == "2026-08-10..2026-08-16");
  CHECK(week.back.days_from_today == 7);
  const DateExplanation none = explain_date("blorp", clock());
  CHECK_FALSE(none.back.when);
  CHECK_FALSE(none.back.period);
  CHECK(std::string(none.forward.error.value().what()) == "'blorp' is not a date");
}

TEST_CASE("every day is read as it is written, in both directions") {
  const Now now = clock();
  bool all_same = true;
  for (Day day = day_from("1999-12-31").value(); day < day_from("2032-01-01").value();
       day += Days{1}) {
    for (const Direction direction : {kBack, kForward}) {
      all_same = all_same && find_when(to_string(day), now, direction) == When{day, std::nullopt};
    }
  }
  CHECK(all_same);
}

TEST_CASE("ten thousand random expressions are read, refused or left alone") {
  constexpr std::array<std::string_view, 54> kParts{
      "today", "fri",  "monday", "last", "this", "next",    "week", "month",    "year",
      "end",   "of",   "start",  "in",   "ago",  "3",       "d",    "2w",       "12",
      "aug",   "feb",  "29",     "31",   "2026", "9999",    "0001", "0000",     "-",
      "+",     "/",    ".",      "..",   ":",    ",",       "T",    "14:30",    "9am",
      "pm",    "99",   "999999", "y",    "mon",  "W53",     "Z",    "+02:00",   "a",
      "one",   "noon", "now",    "\xff", "é",    kUtf8Dots, "\n",   "20260807", "min"};
  std::mt19937 random(20260803);
  std::size_t read = 0;
  for (int i = 0; i < 10'000; ++i) {
    std::string text;
    for (std::size_t parts = 1 + random() % 6; parts > 0; --parts) {
      text += kParts[random() % kParts.size()];
      if (random() % 2 == 0) text += ' ';
    }
    CAPTURE(text);
    for (const auto moment : {"0001-01-01T00:00Z", "2026-08-03T10:15+02:00", "9999-12-31T23:59Z"}) {
      const Now now = clock(moment);
      const Direction direction = random() % 2 == 0 ? kBack : kForward;
      try {
        const auto when = find_when(text, now, direction);
        if (when) {
          ++read;
          REQUIRE(find_when(to_string(*when), now, direction) == when);
        }
        const auto period = find_period(text, now, direction);
        if (period) REQUIRE(period->first <= period->last);
        date_before_colon(text, now, direction);
        leading_period(text, now, direction);
        leading_amount(text);
        explain_date(text, now);
      } catch (const Error& error) {
        REQUIRE(error.status() == Status::usage);
      }
    }
  }
  CHECK(read > 500);
}

}  // namespace
