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
  static constexpr std::size_t kAll = static_cast<std::size_t>(-1);

  std::size_t columns = 80;  ///< Of the page itself.
  bool one_line = true;      ///< Is each thing cut to a line?
  std::size_t facts = 7;
  std::size_t heard = 2;
  std::size_t promises = 2;
  std::size_t talks = 2;
  std::size_t name = 12;
  std::size_t front = 8;  ///< So much of a text in any case.
  std::size_t happened = 20;

  /// Is nothing cut?
  bool is_whole() const { return facts == kAll; }
  /// So many, where anything is cut.
  std::size_t up_to(std::size_t most) const { return is_whole() ? kAll : most; }
};

/// The room of a page that has everything.
inline constexpr BriefRoom kWholeBrief{.one_line = false,
                                       .facts = BriefRoom::kAll,
                                       .heard = BriefRoom::kAll,
                                       .promises = BriefRoom::kAll,
                                       .talks = BriefRoom::kAll,
                                       .name = BriefRoom::kAll,
                                       .front = BriefRoom::kAll,
                                       .happened = BriefRoom::kAll};

/// The front of a text, on one line; it is cut between words, if there is more than one. Of `kAll`
/// it is the whole first line.
Text digest(std::string_view whole, std::size_t most);

/// The first of some things, `most` at most.
template <typename Thing>
std::span<const Thing> first(const std::vector<Thing>& things, std::size_t most) {
  return {things.data(), std::min(things.size(), most)};
}

/// ` and 3 more: stead show ana`: what is left of a list, and the command for it.
Text more_than(std::size_t most, std::size_t all, const std::string& command);

/// The lines of a text but the first, for where it is shown whole.
std::vector<Text> lines_behind_first(std::string_view text);

/// Is the contact away on the day of the page?
bool is_away(const Brief& brief);

/// The days of the absence that the page has, and why.
Text absence_words(const Brief& brief, const BriefRoom& room);

}  // namespace stead
