#pragma once

#include "stead/weekly.h"

#include <vector>

namespace stead {

/// Who is away on days of `ahead`, and what that leaves open from its first day on; by first day.
std::vector<WeeklyAbsence> absences_in(const Clients& clients, Period ahead);

}  // namespace stead
