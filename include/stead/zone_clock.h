#pragma once

#include "stead/time.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace stead {

/// The clock of one time zone, which need not be the one of this machine.
class ZoneClock {
 public:
  /// Nothing where this is no name of a zone, or `now` does not know it.
  static std::optional<ZoneClock> of(const Now& now, const std::string& zone);

  /// Minutes east of UTC at `minute` of `day` on it, as `Now::offset_at` has them.
  int offset_at(Day day, int minute) const;
  /// The same at an instant, which is minutes since 1970-01-01T00:00Z.
  int offset_of(std::int64_t instant) const;

 private:
  ZoneClock(ZoneOffset offset, std::string zone, int offset_now)
      : offset_(std::move(offset)), zone_(std::move(zone)), offset_now_(offset_now) {}

  int asked(std::int64_t instant) const;

  ZoneOffset offset_;
  std::string zone_;
  int offset_now_;  ///< Holds where the zone does not answer.
  /// The offsets at the beginnings of weeks: a question takes long, and no zone changes its clock
  /// twice in a week.
  mutable std::map<std::int64_t, int> of_weeks_{};
};

}  // namespace stead
