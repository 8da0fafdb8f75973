#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// The first argument of the call that the shells' completions make: `stead __complete WORD…`. It
/// is no command: help does not show it, and it may change with the completions.
inline constexpr std::string_view kCompletionRequest = "__complete";

/// What may stand in the place of the last of `words`, which come without the program's name and
/// without quotes; the last one may be empty or begun. A line `candidate<TAB>description` for each:
/// commands, words of a command (`who covers`), options, and the values of options that have a list
/// of them. Empty where nothing is known.
std::string completions(const std::vector<std::string>& words);

}  // namespace stead
