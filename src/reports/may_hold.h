#pragma once

#include <string_view>

namespace stead {

/// May a record's text have this in it? An escape may hide it. What few records have is looked for
/// so, and only those are read.
inline bool may_hold(std::string_view record, std::string_view text) {
  return record.find(text) != std::string_view::npos || record.find('\\') != std::string_view::npos;
}

}  // namespace stead
