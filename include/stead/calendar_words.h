#pragma once

#include "stead/time.h"

#include <string>
#include <string_view>

namespace stead {

/// `January` to `December`, of a month from 1 to 12.
std::string_view month_name(unsigned month);

/// About how long that many days are, in the one unit that fits: `5 days`, `3 weeks`, `4 months`,
/// `2 years`.
std::string length_of(int days);

/// How long ago a day was, as it is said: `today`, `3 weeks ago`, `in March`, `in March 2024`; of
/// one that is still to come, `on Fri 2026-08-07`.
std::string time_ago(Day on, Day today);

/// A span as it is said of something that repeats: `every month`, `every 2 weeks`.
std::string every(Span span);

}  // namespace stead
