#include "stead/away.h"

#include "examples.h"

#include <doctest/doctest.h>

using namespace stead;

namespace {

When at(const char* text) { return *when_from(text); }

Absence away(const char* from, const char* to, const char* why = "") {
  return {at(from), to == nullptr ? std::nullopt : std::optional(at(to)), why};
}

}  // namespace

TEST_CASE("absences that share a day or follow one another are one, until the last of them ends") {
  const std::vector<Absence> all{
      away("2026-08-10", "2026-08-30", "sea"), away("2026-08-24", "2026-08-28", "fair"),
      away("2026-08-31", "2026-09-01", "fair"), away("2026-09-03", "2026-09-03")};
  CHECK(joined(all) == std::vector{away("2026-08-10", "2026-09-01", "sea, fair"),
                                   away("2026-09-03", "2026-09-03")});
  CHECK(joined({all[1], all[0]}) == std::vector{away("2026-08-10", "2026-08-30", "sea, fair")});
  CHECK(joined({all[0], away("2026-08-12", nullptr)}) ==
        std::vector{away("2026-08-10", nullptr, "sea")});
  CHECK(joined({away("2026-08-10", "2026-08-12", "seaside"),
                away("2026-08-12", "2026-08-14", "sea")}) ==
        std::vector{away("2026-08-10", "2026-08-14", "seaside, sea")});
  CHECK(joined({}).empty());
}

TEST_CASE("of two absences on one day the earlier begins and the later ends both") {
  CHECK(joined({away("2026-08-07T15:00+02:00", "2026-08-07T16:00+02:00"),
                away("2026-08-07T09:00+02:00", "2026-08-07T10:00+02:00")}) ==
        std::vector{away("2026-08-07T09:00+02:00", "2026-08-07T16:00+02:00")});
  CHECK(joined({away("2026-08-07T15:00+02:00", "2026-08-07T16:00+02:00"),
                away("2026-08-07", "2026-08-07")}) ==
        std::vector{away("2026-08-07", "2026-08-07")});
}

TEST_CASE("whoever is away on a day is so until all absences that meet are over") {
  Contact ana{.id = "ana", .name = "Ana", .kind = ""};
  ana.away = {away("2026-08-17", "2026-08-28"), away("2026-08-14", "2026-08-20"),
              away("2026-10-01", "2026-10-02")};
  const Day tuesday = at("2026-08-18").day;
  CHECK(away_on(ana, tuesday) == away("2026-08-14", "2026-08-28"));
  CHECK(!away_on(ana, at("2026-09-01").day));
  CHECK(away_in(ana, {at("2026-08-28").day, kLastDay}) == away("2026-08-14", "2026-08-28"));
  CHECK(away_in(ana, {at("2026-09-01").day, kLastDay}) == away("2026-10-01", "2026-10-02"));
}
