#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "stead/journal.h"

namespace stead {

/// A step as one line of JSON, newline included.
std::string to_line(const Step& step);

/// The step that a line holds; nothing when it holds none.
std::optional<Step> step_from(std::string_view line);

}  // namespace stead
