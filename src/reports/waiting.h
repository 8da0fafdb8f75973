#pragma once

#include "stead/weekly.h"

#include <vector>

namespace stead {

/// Everybody who waits for an answer from the owner, archived ones left out: urgent ones first,
/// then by time.
///
/// An interaction that is not before the question answers it. So one on the same day does where
/// either has no time of day, and the order of the file decides nothing.
std::vector<Waiting> waiting_in(const Book& book);

}  // namespace stead
