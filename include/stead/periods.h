#pragma once

#include "stead/time.h"

#include <vector>

namespace stead {

/// The same days in order, those periods that overlap or touch made one.
std::vector<Period> joined(std::vector<Period> periods);

}  // namespace stead
