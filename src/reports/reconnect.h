#pragma once

#include "stead/weekly.h"

#include <vector>

namespace stead {

/// Everybody with a cadence, of their own or by a rule, whose next contact is due in `due` or whom
/// there was no contact with yet: urgent ones first, then those who were quiet longest.
std::vector<Reconnect> reconnect_in(const Book& book, Day today, Period due);

}  // namespace stead
