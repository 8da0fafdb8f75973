#pragma once

#include "stead/weekly.h"

namespace stead {

/// What happened in a period, and which promises were closed in it.
Done done_in(const Book& book, const Now& now, Period period);

/// How many things happened, promises that were closed and referrals that were won among them.
std::size_t happened_in(const Done& done);

/// Adds it to a page, with the first `most` of what happened. A working day has `working_day`
/// minutes.
void add_done(Document& document, const Done& done, std::size_t most, int working_day);

}  // namespace stead
