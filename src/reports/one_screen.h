#pragma once

#include "stead/document.h"

#include <cstddef>

namespace stead {

// For a page that has to fit on the screen of a terminal, which has so many rows.
inline constexpr std::size_t kScreenRows = 24;

/// The front of a text in its tones that takes no more than `width` columns, at least 1; where it
/// is cut, `…` is its end.
Text fitted(const Text& text, std::size_t width);

/// How many lines headings, notes, items and fields take on a screen of so many columns,
/// or some more; of an item without its aside, and no other block is counted.
std::size_t screen_rows(const Document& page, std::size_t columns);

}  // namespace stead
