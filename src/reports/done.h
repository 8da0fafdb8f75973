#pragma once

#include "stead/weekly.h"

namespace stead {

/// What happened in a period, and which promises were closed in it.
Done done_in(const Book& book, Period period);

/// Adds it to a page, with the first `most` of what happened.
void add_done(Document& document, const Done& done, std::size_t most);

}  // namespace stead
