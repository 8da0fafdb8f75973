#include "time_zones.h"

#include "stead/time.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <ctime>
#include <string>

using namespace stead;

namespace {

std::int64_t noon_of(const char* day) { return When{*day_from(day), TimeOfDay{720, 0}}.instant(); }

}  // namespace

TEST_CASE("a zone's offset is that of the day, by the rules of the place") {
  if (!has_zone("Europe/Madrid").value_or(false)) {
    MESSAGE("skipped: the system has no database of time zones");
    return;
  }
  CHECK(zone_offset("Europe/Madrid", noon_of("2026-08-03")) == 120);
  CHECK(zone_offset("Europe/Madrid", noon_of("2026-12-03")) == 60);
  CHECK(zone_offset("Asia/Kolkata", noon_of("2026-08-03")) == 330);
  CHECK(zone_offset("America/Lima", noon_of("2026-08-03")) == -300);
  CHECK(zone_offset("Pacific/Kiritimati", noon_of("2026-08-03")) == 14 * 60);
  // The last Sunday of March 2026, at 01:00 UTC.
  const std::int64_t change = When{*day_from("2026-03-29"), TimeOfDay{60, 0}}.instant();
  CHECK(zone_offset("Europe/Madrid", change - 1) == 60);
  CHECK(zone_offset("Europe/Madrid", change) == 120);
}

TEST_CASE("a zone that there is not has no offset") {
  CHECK(zone_offset("Atlantis/Capital", 0) == std::nullopt);
  CHECK(zone_offset("Europe", 0) == std::nullopt);
  CHECK(zone_offset("", 0) == std::nullopt);
}

TEST_CASE("asking for a zone's offset leaves local time as it was") {
  const char* zone = std::getenv("TZ");
  const std::string before = zone == nullptr ? "none" : zone;
  const auto local = [] {
    const std::time_t now = 1785744900;
    std::tm time{};
    localtime_r(&now, &time);
    return time.tm_gmtoff;
  };
  const long offset = local();
  zone_offset("Pacific/Kiritimati", 0);
  CHECK(local() == offset);
  zone = std::getenv("TZ");
  CHECK(before == (zone == nullptr ? "none" : zone));
}
