#pragma once

#include <utf8proc.h>

namespace stead {

/// What Unicode's tables hold about a code point; any value may be asked for.
inline const utf8proc_property_t& properties_of(char32_t code) {
  return *utf8proc_get_property(static_cast<utf8proc_int32_t>(code));
}

/// Does it combine with the character before it?
inline bool is_mark(char32_t code) {
  const auto category = properties_of(code).category;
  return UTF8PROC_CATEGORY_MN <= category && category <= UTF8PROC_CATEGORY_ME;
}

/// Letters, marks and decimal digits of any script: what words and handles are made of.
inline bool is_word_part(char32_t code) {
  if (code < 0x80) {
    return (U'a' <= code && code <= U'z') || (U'A' <= code && code <= U'Z') ||
           (U'0' <= code && code <= U'9');
  }
  const auto category = properties_of(code).category;
  return UTF8PROC_CATEGORY_LU <= category && category <= UTF8PROC_CATEGORY_ND;
}

}  // namespace stead
