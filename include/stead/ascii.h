#pragma once

#include <algorithm>
#include <string_view>

namespace stead {

/// The byte with a letter of ASCII in lower case; every other one as it is.
constexpr char lower_ascii(char c) {
  return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Is the byte a letter, digit, sign or blank of ASCII, without tabs and line ends?
constexpr bool is_printable(char c) { return ' ' <= c && c <= '~'; }

/// Text that needs no look into Unicode's tables: the usual case, so it comes first everywhere.
inline bool is_printable_ascii(std::string_view text) {
  return std::ranges::all_of(text, is_printable);
}

}  // namespace stead
