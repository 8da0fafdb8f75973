#pragma once

namespace stead {

/// The byte with a letter of ASCII in lower case; every other one as it is.
constexpr char lower_ascii(char c) {
  return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace stead
