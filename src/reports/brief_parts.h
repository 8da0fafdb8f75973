#pragma once

#include "stead/brief.h"
#include "stead/document.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace stead {

// What the parts of the page before a call are cut with.

/// How much a page may have: of each list, and of names and texts beside others, in columns.
struct BriefRoom {
  bool one_line = true;  ///< Is each thing cut to a line?
  std::size_t facts = 7;
  std::size_t heard = 2;
  std::size_t promises = 2;
  std::size_t talks = 2;
  std::size_t name = 12;
  std::size_t front = 8;  ///< So much of a text in any case.
  std::size_t happened = 20;
};

/// The front of a text, on one line; it is cut between words, if there is more than one.
Text digest(std::string_view whole, std::size_t most);

/// The first of some things, `most` at most.
template <typename Thing>
std::span<const Thing> first(const std::vector<Thing>& things, std::size_t most) {
  return {things.data(), std::min(things.size(), most)};
}

/// ` and 3 more`: what is left of a list.
Text more_than(std::size_t most, std::size_t all);

/// Is the contact away on the day of the page?
bool is_away(const Brief& brief);

/// The days of the absence that the page has, and why.
Text absence_words(const Brief& brief, const BriefRoom& room);

}  // namespace stead
