#pragma once

#include "stead/promise_sums.h"

#include <string>

namespace stead {

/// The counts of one side as a JSON object that reports take in: how promises were kept and ended,
/// and who was told; stead-json(7). Moves of dates are not in it.
std::string counts_json(const SideSums& sums);

}  // namespace stead
