#pragma once

#include "stead/weekly.h"

namespace stead {

/// What happened in a period, and which promises were closed in it.
Done done_in(const Book& book, Period period);

}  // namespace stead
