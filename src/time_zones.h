#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace stead {

/// Is there a time zone of this name in the system's database, tzfile(5), which is in $TZDIR or
/// where it usually is? Nothing where there is no database.
std::optional<bool> has_zone(const std::string& name);

/// Minutes east of UTC in the zone of this name at an instant, which is minutes since
/// 1970-01-01T00:00Z; nothing where the database has no such zone. The C library reads the database
/// (g++ 12 has none in <chrono>): TZ names the zone for that moment.
std::optional<int> zone_offset(const std::string& name, std::int64_t instant);

}  // namespace stead
