#pragma once

#include "stead/ready.h"

#include <vector>

namespace stead {

/// What would make the clients ready; see `ready_report`.
std::vector<ReadyStep> ready_steps(const Agreements& agreements, const ReadyReport& report);

}  // namespace stead
