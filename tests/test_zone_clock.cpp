#include "stead/zone_clock.h"

#include "stead/working_time.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace stead;

namespace {

constexpr std::int64_t kHourLong = 60;

std::int64_t instant_of(const char* when) { return when_from(when)->instant(); }

/// Two zones that change their clocks, by the rules of 2026, and one that does not.
std::optional<int> offset_in(const std::string& zone, std::int64_t instant) {
  const auto summer = [instant](const char* begins, const char* ends) {
    return instant_of(begins) <= instant && instant < instant_of(ends) ? 60 : 0;
  };
  if (zone == "Europe/Berlin") return 60 + summer("2026-03-29T01:00Z", "2026-10-25T01:00Z");
  if (zone == "America/New_York") return -300 + summer("2026-03-08T07:00Z", "2026-11-01T06:00Z");
  if (zone == "Japan") return 540;
  return std::nullopt;
}

/// Noon of a Monday on a machine in UTC.
Now noon() {
  return {*day_from("2026-08-03"), {12 * 60, 0}, [](Day, int) { return 0; }, offset_in};
}

int minute(int hour, int past) { return hour * 60 + past; }

Contact owner_in(const std::string& zone) {
  Contact me{.id = "me"};
  me.tz = zone;
  return me;
}

std::string end_of(const std::string& zone, const char* limit, const char* from) {
  const WorkingTime working(owner_in(zone), noon());
  const auto end = working.end_of(*work_from(limit), *when_from(from));
  return end ? to_string(*end) : "never";
}

}  // namespace

TEST_CASE("a zone that nobody knows has no clock") {
  CHECK(!ZoneClock::of(noon(), ""));
  CHECK(!ZoneClock::of(noon(), "Atlantis/Capital"));
  CHECK(!ZoneClock::of(noon(), "../../etc/passwd"));
  Now alone = noon();
  alone.zone_offset = {};
  CHECK(!ZoneClock::of(alone, "Japan"));
}

TEST_CASE("a zone's clock has the first of two offsets, and in a gap the one before it") {
  const ZoneClock berlin = *ZoneClock::of(noon(), "Europe/Berlin");
  const Day spring = *day_from("2026-03-29");
  const Day autumn = *day_from("2026-10-25");
  CHECK(berlin.offset_at(spring, minute(1, 59)) == 60);
  CHECK(berlin.offset_at(spring, minute(2, 0)) == 60);
  CHECK(berlin.offset_at(spring, minute(2, 59)) == 60);
  CHECK(berlin.offset_at(spring, minute(3, 0)) == 120);
  CHECK(berlin.offset_at(autumn, minute(1, 59)) == 120);
  CHECK(berlin.offset_at(autumn, minute(2, 0)) == 120);
  CHECK(berlin.offset_at(autumn, minute(2, 59)) == 120);
  CHECK(berlin.offset_at(autumn, minute(3, 0)) == 60);
}

TEST_CASE("a zone's clock is what the zone says, on every hour of a year") {
  for (const char* zone : {"Europe/Berlin", "America/New_York", "Japan"}) {
    const ZoneClock clock = *ZoneClock::of(noon(), zone);
    for (std::int64_t at = instant_of("2026-01-02T00:00Z"); at < instant_of("2026-12-30T00:00Z");
         at += kHourLong) {
      const int offset = *offset_in(zone, at);
      const Day day{std::chrono::floor<Days>(std::chrono::minutes{at + offset})};
      const auto past = static_cast<int>(at + offset - day.time_since_epoch().count() * 24 * 60);
      const bool is_second =
          offset != *offset_in(zone, at - kHourLong) && offset < *offset_in(zone, at - kHourLong);
      if (clock.offset_at(day, past) != (is_second ? offset + 60 : offset)) {
        CAPTURE(zone);
        CAPTURE(at);
        FAIL_CHECK("another offset");
      }
    }
  }
}

TEST_CASE("working hours are those of the owner's zone, wherever the machine is") {
  // 16:00 in Berlin, an hour before the end of the day; the answer is told by the machine's clock.
  CHECK(end_of("Europe/Berlin", "2h", "2026-08-03T14:00+00:00") == "2026-08-04T08:00+00:00");
  CHECK(end_of("", "2h", "2026-08-03T14:00+00:00") == "2026-08-03T16:00+00:00");
  CHECK(end_of("Atlantis/Capital", "2h", "2026-08-03T14:00+00:00") == "2026-08-03T16:00+00:00");
  // 23:00 of Monday in Japan.
  CHECK(end_of("Japan", "2h", "2026-08-03T14:00+00:00") == "2026-08-04T02:00+00:00");
  CHECK(end_of("Japan", "1d", "2026-08-03") == "2026-08-04");
}

TEST_CASE("working hours follow the owner's clock over its changes") {
  CHECK(end_of("Europe/Berlin", "2h", "2026-03-27T15:00+00:00") == "2026-03-30T08:00+00:00");
  CHECK(end_of("Europe/Berlin", "2h", "2026-10-23T14:00+00:00") == "2026-10-26T09:00+00:00");
  CHECK(end_of("America/New_York", "2h", "2026-03-06T21:00+00:00") == "2026-03-09T14:00+00:00");
  const WorkingTime working(owner_in("America/New_York"), noon());
  CHECK(working.between(*when_from("2026-03-06T21:00+00:00"),
                        *when_from("2026-03-09T14:00+00:00")) == Worked{120, false});
}

TEST_CASE("an absence of the owner's is whole days of the owner's clock") {
  Contact me = owner_in("Japan");
  me.away = {{*when_from("2026-08-04"), *when_from("2026-08-04"), ""}};
  const WorkingTime working(me, noon());
  // From Monday 16:00 to Wednesday 10:00 in Japan.
  CHECK(working.between(*when_from("2026-08-03T07:00+00:00"),
                        *when_from("2026-08-05T01:00+00:00")) == Worked{120, false});
}
