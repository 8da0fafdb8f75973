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

Text command(std::string text);

/// What ends a list that goes on elsewhere: `and 3 more: stead who waits`.
Text more(std::size_t count, std::string where);

}  // namespace stead
