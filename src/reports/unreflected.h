#pragma once

#include "stead/weekly.h"

#include <vector>

namespace stead {

/// What was heard from contacts, matters still and was not yet said back to them, the newest first;
/// nobody archived, and nobody whose nudge `reflect` is quiet today. What was said in the same
/// words on several days is one thing, said on the last of them.
std::vector<Unreflected> unreflected_in(const Book& book, Day today);

}  // namespace stead
