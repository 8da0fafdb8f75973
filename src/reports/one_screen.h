#pragma once

#include "stead/document.h"

#include <cstddef>

namespace stead {

// For a page that has to fit on the screen of a terminal, which has so many rows and columns.
inline constexpr std::size_t kScreenRows = 24;
inline constexpr std::size_t kScreenColumns = 80;

/// The front of a text in its tones that takes no more than `width` columns, at least 1; where it
/// is cut, `…` is its end.
Text fitted(const Text& text, std::size_t width);

/// How many lines headings, notes, items and fields take on the screen, or some more; of an item
/// the main line is counted alone, and no other block.
std::size_t screen_rows(const Document& page);

}  // namespace stead
