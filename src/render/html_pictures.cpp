#include "render/html_pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "render/colours.h"
#include "render/markup.h"
#include "render/picture_lines.h"
#include "render/svg_parts.h"
#include "stead/text.h"

namespace stead {
namespace {

double percent_of(std::int64_t value, std::int64_t most) {
  return 100.0 * static_cast<double>(value) / static_cast<double>(std::max<std::int64_t>(most, 1));
}

/// A stretch of a bar in the colour of its tone.
std::string bar_stretch(double width, Tone tone, std::string_view title) {
  return fmt::format(
      "<div class=\"fill-{}\" title=\"{}\" "
      "style=\"display:inline-block;width:{:.1f}%;min-width:2px;"
      "height:13px;vertical-align:middle;background:{}\"></div>",
      class_of(tone), as_markup(title), width, colour_of(tone).light);
}

std::string bar_row(const Text& label, const std::string& figure, const std::string& bar,
                    std::string_view words) {
  return fmt::format(
      "<tr><td class=\"label\">{}</td><td class=\"aside\">{}</td>"
      "<td class=\"rest\" role=\"img\" aria-label=\"{}\" style=\"width:100%;white-space:nowrap\">"
      "{}</td></tr>\n",
      html_of(label), figure, as_markup(words), bar);
}

std::string bar_table(const std::string& rows) {
  return fmt::format("<table role=\"presentation\" class=\"bars\">\n{}</table>\n", rows);
}

std::string legend_square(std::string_view kind, std::string_view colour) {
  return fmt::format(
      "<span class=\"{}\" style=\"display:inline-block;width:12px;height:12px;border-radius:2px;"
      "background:{}\"></span>",
      kind, colour);
}

}  // namespace

std::string html_of(const Bars& bars) {
  std::int64_t most = 1;
  for (const Bar& bar : bars.bars) most = std::max({most, bar.value, bar.mark.value_or(0)});
  std::string rows;
  for (const Bar& bar : bars.bars) {
    const std::string words = bar.label.plain() + ": " + bar.text.plain();
    std::string drawn =
        bar.value == 0 ? "" : bar_stretch(percent_of(bar.value, most), bar.tone, words);
    if (bar.mark) {
      drawn = fmt::format(
          "<div style=\"position:relative\">{}<div class=\"fill-strong\" "
          "style=\"position:absolute;left:{:.1f}%;top:0;width:2px;height:1.5em;background:{}\">"
          "</div>&nbsp;</div>",
          drawn, percent_of(*bar.mark, most), colour_of(Tone::strong).light);
    }
    rows += bar_row(bar.label, html_of(bar.text), drawn, words);
  }
  return bar_table(rows);
}

std::string html_of(const Stacks& stacks) {
  const std::int64_t most = longest_of(stacks);
  const std::vector<std::int64_t> sums = sums_of(stacks);
  std::string legend;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i] == 0) continue;
    const Tone tone = stacks.parts[i].tone;
    legend +=
        fmt::format("<span style=\"white-space:nowrap\">{} {} {}</span> &nbsp; ",
                    legend_square(fmt::format("fill-{}", class_of(tone)), colour_of(tone).light),
                    sums[i], as_markup(stacks.parts[i].name));
  }
  std::string rows;
  for (const Stack& stack : stacks.stacks) {
    std::string bar;
    for (std::size_t i = 0; i < stack.values.size(); ++i) {
      if (stack.values[i] == 0) continue;
      bar += bar_stretch(percent_of(stack.values[i], most), stacks.parts[i].tone,
                         fmt::format("{} {}", stack.values[i], stacks.parts[i].name));
    }
    rows += bar_row(stack.label, fmt::format("{}", sum_of(stack)), bar, words_of(stacks, stack));
  }
  return fmt::format("<p>{}</p>\n{}", legend, bar_table(rows));
}

std::string html_of(const HeatStrip& strip) {
  const HeatScale scale = scale_of(strip);
  std::string cells;
  for (const HeatCell& cell : strip.cells) {
    const std::size_t level = scale.level(cell.value);
    const Shade& shade = kShadesOfHeat.at(level);
    cells += fmt::format(
        "<span class=\"heat{0}\" style=\"display:inline-block;min-width:2.6em;padding:3px 4px;"
        "margin:0 3px 3px 0;border-radius:4px;text-align:center;line-height:1.25;"
        "background:{1};color:{2}\"><small>{3}</small><br>{4}</span>",
        level, shade.ground.light, shade.text.light, as_markup(cell.label), cell.value);
  }
  return fmt::format("<p class=\"strip\">{}</p>\n", cells);
}

std::string html_of(const HeatMap& map) {
  constexpr int kPageWidth = 736;  // of the page
  const SvgPart part = svg_of(map, kPageWidth);
  return fmt::format(
      "<svg viewBox=\"0 0 {0} {1}\" width=\"{0}\" role=\"img\" "
      "style=\"max-width:100%;height:auto\">"
      "\n{2}</svg>\n",
      kPageWidth, part.height, part.elements);
}

std::string html_of(const Text& text) {
  std::string all;
  for (const Run& run : text.runs()) {
    std::string words = as_markup(run.text);
    if (has_right_to_left(run.text)) words = fmt::format("<bdi>{}</bdi>", words);
    switch (run.tone) {
      case Tone::plain: all += words; break;
      case Tone::strong: all += fmt::format("<strong>{}</strong>", words); break;
      case Tone::code: all += fmt::format("<code>{}</code>", words); break;
      default: all += fmt::format("<span class=\"{}\">{}</span>", class_of(run.tone), words);
    }
  }
  return all;
}

std::string picture_style() {
  std::string dark;
  for (const Tone tone :
       {Tone::strong, Tone::faint, Tone::good, Tone::warning, Tone::bad, Tone::accent}) {
    dark += fmt::format("  .fill-{} {{ background: {} !important; }}\n", class_of(tone),
                        colour_of(tone).dark);
  }
  for (std::size_t i = 0; i < kShadesOfHeat.size(); ++i) {
    dark += fmt::format("  .heat{} {{ background: {} !important; color: {} !important; }}\n", i,
                        kShadesOfHeat.at(i).ground.dark, kShadesOfHeat.at(i).text.dark);
  }
  return fmt::format("{}@media (prefers-color-scheme: dark) {{\n{}}}\n", svg_style(), dark);
}

}  // namespace stead
