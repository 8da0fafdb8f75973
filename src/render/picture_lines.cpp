#include "render/picture_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <utility>

#include "stead/text.h"

namespace stead {
namespace {

constexpr std::array<std::string_view, HeatScale::kLevels> kShades{"·", "░", "▒", "▓", "█"};
constexpr std::array<std::string_view, kMostParts> kParts{"█", "▓", "▒", "░", "·"};
constexpr std::size_t kLabelGap = 2;
/// One promise is not drawn wider than this.
constexpr std::size_t kWidestUnit = 3;

Text shade_of(std::size_t level, std::size_t width) {
  std::string signs;
  for (std::size_t i = 0; i < width; ++i) signs += level == 0 && i > 0 ? " " : kShades.at(level);
  return own(std::move(signs), level == 0 ? Tone::faint : Tone::accent);
}

/// `· 0  ░ 1  ▒ 2 to 3`
Text legend_of(const HeatScale& scale) {
  Text legend;
  for (const HeatScale::Step& step : scale.steps()) {
    if (!legend.empty()) legend += "  ";
    legend += shade_of(step.level, 1) + Text(" " + step.words, Tone::faint);
  }
  return legend;
}

/// Weeks `begin` up to `end` of a calendar, each `cell` columns wide.
class CalendarStrip {
 public:
  CalendarStrip(const HeatMap& map, std::size_t begin, std::size_t end, std::size_t cell)
      : map_(map), begin_(begin), end_(end), cell_(cell) {}

  /// The titles, as far as there is room for each behind the one before.
  std::string titles(std::size_t left) const {
    std::string line(left, ' ');
    for (std::size_t i = begin_; i < end_; ++i) {
      const std::string& title = map_.weeks[i].title;
      const std::size_t at = left + (i - begin_) * cell_;
      const std::size_t used = columns(line);
      if (title.empty() || used > at || (used == at && used > left)) continue;
      line += std::string(at - used, ' ') + title;
    }
    return line;
  }

  Text row(std::size_t day, const HeatScale& scale) const {
    Text line;
    std::string blanks;
    for (std::size_t i = begin_; i < end_; ++i) {
      const std::optional<HeatCell>& cell = map_.weeks[i].days.at(day);
      if (cell) {
        line += std::exchange(blanks, {}) + shade_of(scale.level(cell->value), cell_);
      } else {
        blanks.append(cell_, ' ');
      }
    }
    return line;
  }

 private:
  const HeatMap& map_;
  std::size_t begin_;
  std::size_t end_;
  std::size_t cell_;
};

}  // namespace

HeatScale scale_of(const HeatStrip& strip) {
  std::vector<std::int64_t> values;
  for (const HeatCell& cell : strip.cells) values.push_back(cell.value);
  return HeatScale(std::move(values));
}

HeatScale scale_of(const HeatMap& map) {
  std::vector<std::int64_t> values;
  for (const HeatMap::Week& week : map.weeks) {
    for (const std::optional<HeatCell>& cell : week.days) {
      if (cell) values.push_back(cell->value);
    }
  }
  return HeatScale(std::move(values));
}

Text text_of(const HeatStrip& strip) {
  const HeatScale scale = scale_of(strip);
  std::string text;
  for (const HeatCell& cell : strip.cells) {
    text += fmt::format("{}{} {}", text.empty() ? "" : "  ", cell.label,
                        kShades.at(scale.level(cell.value)));
    if (cell.value > 0) text += fmt::format(" {}", cell.value);
  }
  return own(text);
}

std::vector<Text> lines_of(const HeatMap& map, std::size_t width) {
  std::size_t label = 0;
  for (const std::string& row : map.rows) label = std::max(label, columns(row));
  const std::size_t left = label + kLabelGap;
  const std::size_t room = std::max(width, left + 1) - left;
  const std::size_t count = map.weeks.size();
  const std::size_t cell = 2 * count <= room ? 2 : 1;
  const std::size_t strips = (count * cell + room - 1) / room;
  const HeatScale scale = scale_of(map);
  std::vector<Text> lines;
  for (std::size_t i = 0; i < strips; ++i) {
    const CalendarStrip strip(map, i * count / strips, (i + 1) * count / strips, cell);
    lines.emplace_back(strip.titles(left), Tone::faint);
    for (std::size_t day = 0; day < map.rows.size(); ++day) {
      const std::string name = map.rows[day] + std::string(left - columns(map.rows[day]), ' ');
      lines.push_back(Text(name, Tone::faint) + strip.row(day, scale));
    }
    lines.emplace_back();
  }
  lines.push_back(Text(std::string(left, ' ')) + legend_of(scale));
  return lines;
}

std::vector<std::int64_t> sums_of(const Stacks& stacks) {
  std::vector<std::int64_t> sums(stacks.parts.size());
  for (const Stack& stack : stacks.stacks) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += stack.values.at(i);
  }
  return sums;
}

Text legend_of(const Stacks& stacks) {
  const std::vector<std::int64_t> sums = sums_of(stacks);
  Text legend;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i] == 0) continue;
    if (!legend.empty()) legend += "  ";
    legend += own(std::string(kParts.at(i)), stacks.parts[i].tone) +
              fmt::format(" {} {}", sums[i], stacks.parts[i].name);
  }
  return legend;
}

std::int64_t sum_of(const Stack& stack) {
  return std::accumulate(stack.values.begin(), stack.values.end(), std::int64_t{0});
}

std::int64_t longest_of(const Stacks& stacks) {
  std::int64_t longest = 0;
  for (const Stack& stack : stacks.stacks) longest = std::max(longest, sum_of(stack));
  return longest;
}

Text bar_of(const Stacks& stacks, const Stack& stack, std::size_t longest) {
  const auto most = static_cast<std::size_t>(std::max<std::int64_t>(longest_of(stacks), 1));
  const std::size_t unit = std::min(longest / most, kWidestUnit);
  Text bar;
  for (std::size_t i = 0; i < stack.values.size(); ++i) {
    const auto value = static_cast<std::size_t>(stack.values[i]);
    if (value == 0) continue;
    const std::size_t length =
        unit > 0 ? value * unit : std::max<std::size_t>(value * longest / most, 1);
    std::string signs;
    for (std::size_t n = 0; n < length; ++n) signs += kParts.at(i);
    bar += own(std::move(signs), stacks.parts[i].tone);
  }
  return bar;
}

std::string words_of(const Stacks& stacks, const Stack& stack) {
  std::string words;
  for (std::size_t i = 0; i < stack.values.size(); ++i) {
    if (stack.values[i] == 0) continue;
    words +=
        fmt::format("{}{} {}", words.empty() ? "" : ", ", stack.values[i], stacks.parts[i].name);
  }
  return words.empty() ? "none" : words;
}

}  // namespace stead
