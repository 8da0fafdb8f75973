#pragma once

#include "stead/weekly.h"

#include <vector>

namespace stead {

/// The open promises of both sides that are due on days of `due`, by due date.
std::vector<DuePromise> promises_due(const Book& book, const Now& now, Period due);

}  // namespace stead
