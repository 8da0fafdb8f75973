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

/// A span as it is said of something that repeats: `every month`, `every 2 weeks`.
std::string every(Span span);

}  // namespace stead
