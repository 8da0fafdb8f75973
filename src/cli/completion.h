#pragma once

#include "cli/world.h"

#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// The first argument of the call that the shells' completions make: `stead __complete WORD…`. It
/// is no command: help does not show it, and it may change with the completions.
inline constexpr std::string_view kCompletionRequest = "__complete";
/// The same for fish, which passes over candidates that do not have in them what was typed.
inline constexpr std::string_view kCompletionRequestOfFish = "__complete_containing";

/// Is this what the arguments ask for?
bool is_completion_request(const std::vector<std::string>& arguments);

/// What may stand in the place of the last argument of such a request, whose words come without the
/// program's name and without quotes; the last one may be empty or begun. A line
/// `candidate<TAB>description` for each: commands, words of a command (`who covers`), options, and
/// values; a line without a candidate says that the name of a file may stand there. Empty where
/// nothing is known, and also where something fails, such as reading the book: nobody wants an
/// error in the middle of a line.
std::string completions(const World& world);

}  // namespace stead
