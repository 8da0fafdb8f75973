#include "render/svg_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "render/colours.h"
#include "render/markup.h"
#include "render/picture_lines.h"
#include "stead/text.h"

namespace stead {
namespace {

constexpr int kBarRow = 22;        // of bars, one under the other
constexpr int kBarFoot = 15;       // of the text in a row
constexpr int kBarHeight = 12;     // the height of one
constexpr int kColumnSpace = 12;   // between columns
constexpr int kWidestThing = 24;   // of one thing in a stack
constexpr int kCalendarCell = 13;  // of a calendar, with the gap to the next
constexpr int kCellGap = 2;
constexpr std::size_t kLongestLabel = 28;  // in columns

/// About how wide text is. What a font really makes of it cannot be known here.
int svg_width_of(std::string_view text) { return static_cast<int>(8 * columns(text)); }

std::string svg_title_of(std::string_view title) {
  return title.empty() ? "" : fmt::format("<title>{}</title>", as_markup(title));
}

std::string svg_rect(double x, int y, double width, int height, std::string_view kind,
                     std::string_view title) {
  return fmt::format(
      "<rect class=\"{}\" x=\"{:.1f}\" y=\"{}\" width=\"{:.1f}\" height=\"{}\" "
      "rx=\"2\">{}</rect>\n",
      kind, x, y, width, height, svg_title_of(title));
}

std::string svg_words_at(int x, int y, std::string_view anchor, std::string_view kind,
                         std::string_view text) {
  return fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>\n", kind, x,
                     y, anchor, as_markup(text));
}

/// A label on the left, cut where it is very long, with all of it for whoever points at it.
std::string svg_label_at(int y, const Text& label) {
  const std::string plain = shown(label.plain());
  const std::string fits = cut(plain, kLongestLabel);
  return fmt::format("<text class=\"faint\" x=\"0\" y=\"{}\">{}{}</text>\n", y,
                     svg_title_of(fits == plain ? "" : plain), as_markup(fits));
}

template <typename Things>
int svg_label_width(const Things& things) {
  int width = 0;
  for (const auto& thing : things) {
    width = std::max(width, svg_width_of(cut(shown(thing.label.plain()), kLongestLabel)));
  }
  return width + kColumnSpace;
}

/// Squares and what they mean, in as many lines as there have to be.
class SvgLegend {
 public:
  SvgLegend(int left, int y, int width) : left_(left), x_(left), y_(y), width_(width) {}

  void add(std::string_view kind, std::string_view words) {
    constexpr int kBesideSquare = 6;
    const int length = kBarHeight + kBesideSquare + svg_width_of(words);
    if (x_ > left_ && x_ + length > width_) {
      x_ = left_;
      y_ += kBarRow;
    }
    elements_ += svg_rect(x_, y_, kBarHeight, kBarHeight, kind, "");
    elements_ +=
        svg_words_at(x_ + kBarHeight + kBesideSquare, y_ + kBarHeight - 1, "start", "faint", words);
    x_ += length + kColumnSpace;
  }
  int end() const { return y_ + kBarRow; }
  std::string take() { return std::move(elements_); }

 private:
  int left_;
  int x_;
  int y_;
  int width_;
  std::string elements_;
};

}  // namespace

std::string svg_text(int x, int y, const Text& text) {
  std::string spans;
  for (const Run& run : text.runs()) {
    const std::string words = as_markup(run.text);
    spans += run.tone == Tone::plain
                 ? words
                 : fmt::format("<tspan class=\"{}\">{}</tspan>", class_of(run.tone), words);
  }
  return fmt::format("<text x=\"{}\" y=\"{}\" xml:space=\"preserve\">{}</text>\n", x, y, spans);
}

SvgPart svg_of(const Bars& bars, int width) {
  std::int64_t most = 1;
  int text = 0;
  for (const Bar& bar : bars.bars) {
    most = std::max({most, bar.value, bar.mark.value_or(0)});
    text = std::max(text, svg_width_of(bar.text.plain()));
  }
  const int end_of_text = svg_label_width(bars.bars) + text;
  const int left = end_of_text + kColumnSpace;
  const double scale = static_cast<double>(width - left) / static_cast<double>(most);
  SvgPart part;
  for (const Bar& bar : bars.bars) {
    const int y = part.height;
    const std::string words = shown(bar.label.plain()) + ": " + shown(bar.text.plain());
    part.elements += svg_label_at(y + kBarFoot, bar.label);
    part.elements += svg_words_at(end_of_text, y + kBarFoot, "end", "plain", bar.text.plain());
    if (bar.value > 0) {
      part.elements += svg_rect(left, y + 5, std::max(scale * static_cast<double>(bar.value), 2.0),
                                kBarHeight, class_of(bar.tone), words);
    }
    if (bar.mark) {
      part.elements += svg_rect(left + scale * static_cast<double>(*bar.mark) - 1, y + 2, 2,
                                kBarHeight + 6, "strong", "");
    }
    part.height += kBarRow;
  }
  return part;
}

SvgPart svg_of(const Stacks& stacks, int width) {
  const std::vector<std::int64_t> sums = sums_of(stacks);
  const std::int64_t most = std::max<std::int64_t>(longest_of(stacks), 1);
  const int end_of_sum = svg_label_width(stacks.stacks) + svg_width_of(fmt::format("{}", most));
  const int left = end_of_sum + kColumnSpace;
  const double unit =
      std::min<double>(static_cast<double>(width - left) / static_cast<double>(most), kWidestThing);
  SvgPart part;
  SvgLegend legend(0, 4, width);
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i] == 0) continue;
    legend.add(class_of(stacks.parts[i].tone), fmt::format("{} {}", sums[i], stacks.parts[i].name));
  }
  part.elements = legend.take();
  part.height = legend.end() + 2;
  for (const Stack& stack : stacks.stacks) {
    const int y = part.height;
    part.elements += svg_label_at(y + kBarFoot, stack.label);
    part.elements +=
        svg_words_at(end_of_sum, y + kBarFoot, "end", "plain", fmt::format("{}", sum_of(stack)));
    double x = left;
    for (std::size_t i = 0; i < stack.values.size(); ++i) {
      if (stack.values[i] == 0) continue;
      const double length = unit * static_cast<double>(stack.values[i]);
      part.elements +=
          svg_rect(x, y + 5, std::max(length - 1, 1.0), kBarHeight, class_of(stacks.parts[i].tone),
                   fmt::format("{}: {} {}", shown(stack.label.plain()), stack.values[i],
                               stacks.parts[i].name));
      x += length;
    }
    part.height += kBarRow;
  }
  return part;
}

SvgPart svg_of(const HeatStrip& strip, int width) {
  constexpr int kStripHeight = 40;
  constexpr int kStripGap = 4;
  constexpr int kWidestOfStrip = 56;
  const HeatScale scale = scale_of(strip);
  int cell = 0;
  for (const HeatCell& each : strip.cells)
    cell = std::max(cell, svg_width_of(each.label) + kColumnSpace);
  cell = std::min(cell, kWidestOfStrip);
  const int in_a_row = std::max(1, (width + kStripGap) / (cell + kStripGap));
  SvgPart part;
  int place = 0;
  for (const HeatCell& each : strip.cells) {
    const std::size_t level = scale.level(each.value);
    const int x = place % in_a_row * (cell + kStripGap);
    const int y = place / in_a_row * (kStripHeight + kStripGap);
    part.elements += svg_rect(x, y, cell, kStripHeight, fmt::format("heat{}", level), "");
    part.elements +=
        svg_words_at(x + cell / 2, y + 16, "middle", fmt::format("on-heat{}", level), each.label);
    part.elements += svg_words_at(x + cell / 2, y + 32, "middle", fmt::format("on-heat{}", level),
                                  fmt::format("{}", each.value));
    part.height = y + kStripHeight;
    ++place;
  }
  return part;
}

SvgPart svg_of(const HeatMap& map, int width) {
  constexpr int kMonthsHeight = 16;
  const HeatScale scale = scale_of(map);
  int left = 0;
  for (const std::string& row : map.rows) left = std::max(left, svg_width_of(row) + kColumnSpace);
  const int weeks = static_cast<int>(std::max<std::size_t>(map.weeks.size(), 1));
  const int cell = std::clamp((width - left) / weeks, kCellGap + 1, kCalendarCell);
  SvgPart part;
  for (std::size_t day = 0; day < map.rows.size(); ++day) {
    part.elements += svg_words_at(0, kMonthsHeight + static_cast<int>(day) * cell + cell - 3,
                                  "start", "faint small", map.rows[day]);
  }
  int x = left;
  int end_of_title = 0;
  for (const HeatMap::Week& week : map.weeks) {
    if (!week.title.empty() && x >= end_of_title) {
      part.elements += svg_words_at(x, kMonthsHeight - 5, "start", "faint small", week.title);
      end_of_title = x + svg_width_of(week.title);
    }
    int y = kMonthsHeight;
    for (const std::optional<HeatCell>& each : week.days) {
      if (each) {
        part.elements += svg_rect(x, y, cell - kCellGap, cell - kCellGap,
                                  fmt::format("heat{}", scale.level(each->value)), each->label);
      }
      y += cell;
    }
    x += cell;
  }
  SvgLegend legend(left, kMonthsHeight + static_cast<int>(map.rows.size()) * cell + 8, width);
  for (const HeatScale::Step& step : scale.steps()) {
    legend.add(fmt::format("heat{}", step.level), step.words);
  }
  part.elements += legend.take();
  part.height = legend.end();
  return part;
}

std::string svg_style() {
  const auto rules = [](std::string_view Colour::*of) {
    std::string text;
    for (const Tone tone : {Tone::plain, Tone::strong, Tone::faint, Tone::good, Tone::warning,
                            Tone::bad, Tone::accent, Tone::code}) {
      text += fmt::format("svg .{} {{ fill: {}; }}\n", class_of(tone), colour_of(tone).*of);
    }
    for (std::size_t i = 0; i < kShadesOfHeat.size(); ++i) {
      text += fmt::format("svg .heat{} {{ fill: {}; }} svg .on-heat{} {{ fill: {}; }}\n", i,
                          kShadesOfHeat.at(i).ground.*of, i, kShadesOfHeat.at(i).text.*of);
    }
    return text + fmt::format("svg text {{ fill: {}; }}\n", colour_of(Tone::plain).*of);
  };
  return fmt::format(
      "svg text {{ font: 13px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", "
      "sans-serif; }}\n"
      "svg .small {{ font-size: 11px; }} svg .strong {{ font-weight: 600; }}\n"
      "svg tspan {{ unicode-bidi: isolate; }}\n"
      "{}@media (prefers-color-scheme: dark) {{\n{}}}\n",
      rules(&Colour::light), rules(&Colour::dark));
}

}  // namespace stead
