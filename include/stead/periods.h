#pragma once

#include "stead/time.h"

#include <string>
#include <vector>

namespace stead {

/// The same days in order, those periods that overlap or touch made one.
std::vector<Period> joined(std::vector<Period> periods);

/// The days as people read them, in full: `Fri 2026-08-07`, `Mon 2026-08-03 to Fri 2026-08-07`;
/// with an open end `from Mon 2026-08-03` or `until Fri 2026-08-07`.
std::string long_period(Period period);

/// The same in a sentence: `on Fri 2026-08-07`, `from Mon 2026-08-03 to Fri 2026-08-07`.
std::string during(Period period);

}  // namespace stead
