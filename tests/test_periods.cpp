#include "stead/periods.h"

#include "stead/yearly.h"

#include <doctest/doctest.h>

using namespace stead;

namespace {

Period days(const char* first, const char* last) { return {*day_from(first), *day_from(last)}; }

}  // namespace

TEST_CASE("a period has its months as steps, the first and the last as much as is in it") {
  const Steps steps = steps_of(days("2026-06-15", "2026-08-03"));
  CHECK(steps.periods == std::vector<Period>{days("2026-06-15", "2026-06-30"),
                                             days("2026-07-01", "2026-07-31"),
                                             days("2026-08-01", "2026-08-03")});
  CHECK(steps.name(0) == "2026-06");
  CHECK(steps.at(*day_from("2026-06-30")) == 0);
  CHECK(steps.at(*day_from("2026-07-01")) == 1);
}

TEST_CASE("a period of more than 36 months has years as steps, as far as there is something") {
  const Period long_period = days("2020-05-01", "2026-08-03");
  CHECK(steps_of(days("2023-09-01", "2026-08-03")).periods.size() == 36);
  const Steps years = steps_of(long_period);
  CHECK(years.periods.size() == 7);
  CHECK(years.periods.front() == days("2020-05-01", "2020-12-31"));
  CHECK(years.name(6) == "2026");
  const Steps few =
      steps_of({kFirstDay, kLastDay}, {*day_from("2026-02-03"), *day_from("2026-01-05")});
  CHECK(few.periods ==
        std::vector<Period>{days("2026-01-05", "2026-01-31"), days("2026-02-01", "2026-02-03")});
  CHECK(steps_of({kFirstDay, kLastDay}, {}).periods.size() == 1);
}

TEST_CASE("the last twelve months begin with the first of one") {
  CHECK(last_year_of_months(*day_from("2026-08-03")) == days("2025-09-01", "2026-08-03"));
  CHECK(last_year_of_months(kFirstDay) == Period{kFirstDay, kFirstDay});
}

TEST_CASE("a day of every year is found in a period, the 29th of February on the 28th") {
  const YearDay leap{2000, 2, 29};
  CHECK(first_in(leap, days("2026-01-01", "2026-12-31")) == day_from("2026-02-28"));
  CHECK(first_in(leap, days("2028-01-01", "2028-12-31")) == day_from("2028-02-29"));
  CHECK(first_in(leap, days("2026-03-01", "2027-02-27")) == std::nullopt);
  CHECK(first_in({std::nullopt, 1, 2}, days("2026-12-20", "2027-01-05")) == day_from("2027-01-02"));
  CHECK(first_in(leap, {kFirstDay, kLastDay}) == day_from("0001-02-28"));
  CHECK(years_on(leap, *day_from("2026-02-28")) == 26);
  CHECK(years_on(leap, *day_from("2000-02-29")) == std::nullopt);
  CHECK(years_on({std::nullopt, 2, 29}, *day_from("2026-02-28")) == std::nullopt);
}
