#pragma once

#include "cli/candidates.h"
#include "cli/line_context.h"

#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Adds the values that a type name of help stands for, such as `WHO`, `DATE|PERIOD` or
/// `well|badly`: of the alternatives with a `|` between them, one in lower case is the value
/// itself. `before` are the words that were typed for the same argument, as `ana` of `keep ana
/// mig`. Throws what the context throws.
void add_values(Candidates& candidates, LineContext& context, std::string_view type_name,
                const std::vector<std::string>& before = {});

/// Does completion know what a type name stands for, if only that its values cannot be known? A
/// test asks it of every option.
bool is_known_type(std::string_view type_name);

}  // namespace stead
