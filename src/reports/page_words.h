#pragma once

#include "stead/document.h"
#include "stead/time.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace stead {

// Phrases that the parts of the week's page share.

/// How many of a list are shown: one more than the most is shown rather than counted.
std::size_t shown_of(std::size_t count, std::size_t most);

/// `Mon 2026-08-03 to Sun 2026-08-09`.
std::string words(Period period);

/// `3 people`, `1 promise`; without `many`, more than one ends in an s.
std::string count_of(std::size_t count, std::string_view one, std::string_view many);
std::string count_of(std::size_t count, std::string_view one);

Text command(std::string text);

/// What ends a list that goes on elsewhere: `and 3 more: stead who waits`.
Text more(std::size_t count, std::string where);

}  // namespace stead
