#include "stead/heard_age.h"

#include "stead/calendar_words.h"

#include <doctest/doctest.h>

using namespace stead;

namespace {

const Day kToday{std::chrono::year{2026} / 8 / 3};

Day day(const char* text) { return *day_from(text); }

std::string said(const char* on) {
  return said_when({.text = "x", .on = day(on), .reflected = {}, .retired = {}}, kToday);
}

}  // namespace

TEST_CASE("the age of what was heard is a length for two months, and then its month") {
  CHECK(said("2026-08-03") == "said today");
  CHECK(said("2026-08-02") == "said yesterday");
  CHECK(said("2026-08-01") == "said 2 days ago");
  CHECK(said("2026-07-21") == "said 13 days ago");
  CHECK(said("2026-07-20") == "said 2 weeks ago");
  CHECK(said("2026-06-05") == "said 8 weeks ago");
  CHECK(said("2026-06-04") == "said in June");
  CHECK(said("2026-03-31") == "said in March");
}

TEST_CASE("a month of what was heard has its year where it was there again since") {
  CHECK(said("2025-09-01") == "said in September");
  CHECK(said("2025-08-31") == "said in August 2025");
  CHECK(said("2025-03-02") == "said in March 2025");
  CHECK(said("0001-01-01") == "said in January 1");
}

TEST_CASE("what is to be heard on a day to come has its date, and what has no day has no age") {
  CHECK(said("2026-08-04") == "said on Tue 2026-08-04");
  CHECK(said_when({.text = "x", .on = {}, .reflected = {}, .retired = {}}, kToday).empty());
}

TEST_CASE("with its age stands what became of what was heard") {
  const auto age = [](std::optional<Day> on, std::optional<Day> reflected,
                      std::optional<Day> retired) {
    return heard_age({.text = "x", .on = on, .reflected = reflected, .retired = retired}, kToday);
  };
  const Day march = day("2026-03-02");
  const Day may = day("2026-05-04");
  const Day july = day("2026-07-13");
  CHECK(age(march, {}, {}) == "said in March, not yet reflected");
  CHECK(age(july, day("2026-07-20"), {}) == "said 3 weeks ago, reflected on Mon 2026-07-20");
  CHECK(age(march, {}, july) == "said in March, no longer true since Mon 2026-07-13");
  CHECK(age(march, may, july) ==
        "said in March, reflected on Mon 2026-05-04, no longer true since Mon 2026-07-13");
  CHECK(age({}, {}, {}) == "not yet reflected");
}

TEST_CASE("a length is said in the one unit that fits it") {
  CHECK(length_of(0) == "0 days");
  CHECK(length_of(1) == "1 day");
  CHECK(length_of(13) == "13 days");
  CHECK(length_of(14) == "2 weeks");
  CHECK(length_of(59) == "8 weeks");
  CHECK(length_of(60) == "2 months");
  CHECK(length_of(365) == "12 months");
  CHECK(length_of(729) == "24 months");
  CHECK(length_of(730) == "2 years");
}
