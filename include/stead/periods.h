#pragma once

#include "stead/time.h"

#include <string>
#include <vector>

namespace stead {

/// The same days in order, those periods that overlap or touch made one.
std::vector<Period> joined(std::vector<Period> periods);

/// Days as a command takes them: `2026-08-10..2026-08-21`, with an end left out where there is
/// none; a single day is `2026-08-10`.
std::string typed(Period period);

}  // namespace stead
