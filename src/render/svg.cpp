#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "render/lines.h"
#include "render/markup.h"
#include "render/svg_parts.h"
#include "stead/render.h"

namespace stead {
namespace {

constexpr int kSvgWidth = 760;
constexpr int kSvgMargin = 20;
constexpr int kSvgLine = 20;
constexpr int kSvgFoot = 15;              // of the text in a line
constexpr std::size_t kSvgColumns = 100;  // that surely fit into a line

/// Sets blocks one under the other.
class SvgPage {
 public:
  /// Can it be drawn?
  bool add(const Block& block) {
    return std::visit([this](const auto& each) { return add(each); }, block);
  }

  std::string take(const std::string& title) {
    const int height = y_ + kSvgMargin;
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
        "height=\"{1}\" role=\"img\" aria-labelledby=\"title desc\">\n"
        "<title id=\"title\">{2}</title>\n<desc id=\"desc\">{3}</desc>\n<style>\n"
        "svg .page {{ fill: #ffffff; }} svg .heading {{ font-size: 17px; font-weight: 600; }}\n"
        "svg .part {{ font-size: 14px; font-weight: 600; }}\n"
        "svg .aside {{ font-size: 13px; font-weight: 400; }}\n{4}"
        "@media (prefers-color-scheme: dark) {{ svg .page {{ fill: #0d1117; }} }}\n</style>\n"
        "<rect class=\"page\" width=\"{0}\" height=\"{1}\"/>\n{5}</svg>\n",
        kSvgWidth, height, as_markup(title), as_markup(words_), svg_style(), elements_);
  }

 private:
  bool add(const Heading& heading) {
    const bool is_page = heading.level <= 1;
    const std::string aside = heading.aside.empty() || is_page
                                  ? ""
                                  : fmt::format("<tspan class=\"faint aside\" dx=\"8\">{}</tspan>",
                                                as_markup(heading.aside.plain()));
    y_ += is_page ? 0 : kSvgLine / 2;
    elements_ += fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\">{}{}</text>\n",
                             is_page ? "heading" : "part", kSvgMargin, y_ + kSvgFoot,
                             as_markup(heading.text.plain()), aside);
    y_ += kSvgLine + 6;
    if (is_page && !heading.aside.empty()) set(Line(heading.aside, {}, Tone::faint));
    return true;
  }

  bool add(const Paragraph& paragraph) {
    set(Line(paragraph.text, {}));
    words_ += (words_.empty() ? "" : " ") + paragraph.text.plain();
    y_ += 6;
    return true;
  }

  bool add(const Note& note) { return add(Paragraph{note.text}); }

  void set(const Line& line) {
    for (const Line& each : wrapped(line, kSvgColumns)) {
      Text text;
      for (const Fragment& fragment : each.fragments()) text += Text(fragment.text, fragment.tone);
      elements_ += svg_text(kSvgMargin, y_ + kSvgFoot, text);
      y_ += kSvgLine;
    }
  }

  template <typename Picture>
  requires requires(const Picture& picture) { svg_of(picture, 0); }
  bool add(const Picture& picture) {
    const SvgPart part = svg_of(picture, kSvgWidth - 2 * kSvgMargin);
    elements_ += fmt::format("<g transform=\"translate({},{})\">\n{}</g>\n", kSvgMargin, y_ + 4,
                             part.elements);
    y_ += part.height + 12;
    return true;
  }

  template <typename Other>
  bool add(const Other& /*block*/) {
    return false;
  }

  int y_ = kSvgMargin;
  std::string elements_;
  std::string words_;  ///< Of the paragraphs, for whoever cannot see the picture.
};

}  // namespace

std::optional<std::string> render_svg(const Document& document) {
  SvgPage page;
  for (const Block& block : document.blocks) {
    if (!page.add(block)) return std::nullopt;
  }
  return page.take(document.title());
}

}  // namespace stead
