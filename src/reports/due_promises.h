#pragma once

#include "stead/weekly.h"

#include <vector>

namespace stead {

/// The open promises of both sides that are due, or best done (`DuePromise::best_by`), on days of
/// `due`, by due date; none about a client of somebody else whom the owner of the book covered,
/// once that is over.
std::vector<DuePromise> promises_due(const Book& book, const Now& now, Period due);

}  // namespace stead
