#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "stead/document.h"
#include "stead/heat_scale.h"

namespace stead {

// Pictures made of signs, for a terminal and wherever else there is nothing but text.

/// A scale for all that is in a picture.
HeatScale scale_of(const HeatStrip& strip);
HeatScale scale_of(const HeatMap& map);

/// `Mon ░ 1  Tue █ 4  Wed ·`
Text text_of(const HeatStrip& strip);

/// The calendar and what its signs mean, in lines of at most `width` columns where a label and a
/// week fit into it: in several strips one under the other where not all weeks do.
std::vector<Text> lines_of(const HeatMap& map, std::size_t width);

/// How much there is of each part in all of the stacks.
std::vector<std::int64_t> sums_of(const Stacks& stacks);
/// `█ 31 on time  ▓ 4 late`: the parts that there is something of.
Text legend_of(const Stacks& stacks);
/// One stack, as long as `longest` for the longest of all; a part that is not nothing can be seen.
Text bar_of(const Stacks& stacks, const Stack& stack, std::size_t longest);

/// How long the longest stack is.
std::int64_t longest_of(const Stacks& stacks);
/// How much there is in a stack.
std::int64_t sum_of(const Stack& stack);
/// `4 on time, 1 late`; of nothing `none`.
std::string words_of(const Stacks& stacks, const Stack& stack);

}  // namespace stead
