#include "stead/zone_clock.h"

#include "stead/record.h"

namespace stead {
namespace {

constexpr std::int64_t kMinutesOfWeek = 7 * kMinutesOfDay;

std::int64_t week_before(std::int64_t instant) {
  const std::int64_t into = ((instant % kMinutesOfWeek) + kMinutesOfWeek) % kMinutesOfWeek;
  return instant - into;
}

}  // namespace

std::optional<ZoneClock> ZoneClock::of(const Now& now, const std::string& zone) {
  if (!now.zone_offset || !is_zone_name(zone)) return std::nullopt;
  const std::optional<int> offset = now.zone_offset(zone, now.moment().instant());
  if (!offset) return std::nullopt;
  return ZoneClock(now.zone_offset, zone, *offset);
}

int ZoneClock::asked(std::int64_t instant) const {
  return offset_(zone_, instant).value_or(offset_now_);
}

int ZoneClock::offset_of(std::int64_t instant) const {
  const auto of_week = [this](std::int64_t week) {
    const auto known = of_weeks_.find(week);
    if (known != of_weeks_.end()) return known->second;
    return of_weeks_.emplace(week, asked(week)).first->second;
  };
  const std::int64_t week = week_before(instant);
  const int begin = of_week(week);
  return begin == of_week(week + kMinutesOfWeek) ? begin : asked(instant);
}

int ZoneClock::offset_at(Day day, int minute) const {
  const std::int64_t local = day.time_since_epoch().count() * kMinutesOfDay + minute;
  const int before = offset_of(local - kMinutesOfDay);
  if (offset_of(local - before) == before) return before;
  const int after = offset_of(local + kMinutesOfDay);
  return offset_of(local - after) == after ? after : before;
}

}  // namespace stead
