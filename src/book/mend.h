#pragma once

#include "stead/change.h"
#include "stead/scanner.h"
#include "stead/splice.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Marks that git left in a text, because it could not merge it: from one line to another.
struct ConflictMarks {
  Extent extent;
  std::size_t middle = 0;  ///< Where the second version begins.
};

/// All such stretches. No text of a book can look like one: newlines are escaped there.
std::vector<ConflictMarks> find_conflict_marks(std::string_view text);

/// A text with broken grammar, made fit to be scanned: the lines that are broken are blank, all the
/// others are where they were.
struct Mended {
  std::string text;
  std::vector<Fault> faults;        ///< What was wrong with the lines.
  std::vector<std::size_t> broken;  ///< Where records began of which at most the id is left.
};

/// Only in the layout of stead-book(5), a record a line, can a line be judged alone.
bool is_layout_of_lines(std::string_view text);
Mended mend(std::string_view text);

}  // namespace stead
