#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "stead/dates.h"
#include "stead/text.h"

namespace stead::words {

/// What stands between the words of an expression.
inline constexpr std::string_view kBlanks = " \t\n\r";

/// The fronts of `text` that end where a word ends, the longest first, as far as an expression can
/// reach.
std::vector<std::string_view> fronts(std::string_view text);

/// What `find` makes of the longest front of `text` that it finds something in.
template <typename Find>
auto leading(std::string_view text, Find find)
    -> std::optional<Leading<typename decltype(find(text))::value_type>> {
  for (const std::string_view front : fronts(text)) {
    const bool punctuated = front.ends_with(',') || front.ends_with(':');
    const auto value = find(punctuated ? front.substr(0, front.size() - 1) : front);
    if (value) return {{*value, trimmed(text.substr(front.size()))}};
  }
  return std::nullopt;
}

}  // namespace stead::words
