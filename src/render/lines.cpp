#include "render/lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "stead/text.h"

namespace stead {
namespace {

struct Sign {
  std::string_view sign;
  std::string_view ascii;
};

constexpr Sign kSigns[] = {{"·", "-"},  {"–", "-"}, {"—", "--"}, {"…", "..."}, {"→", "->"},
                           {"←", "<-"}, {"✓", "+"}, {"✗", "x"},  {"×", "x"},   {"█", "#"},
                           {"▓", "+"},  {"▒", ":"}, {"░", "."},  {"■", "#"},   {"━", "="},
                           {"╸", "-"},  {"│", "|"}, {"├", "|"},  {"└", "`"},   {"─", "-"}};

/// Stead's own words with all signs in ASCII.
std::string in_ascii(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const auto* found = std::ranges::find_if(
        kSigns, [&](std::string_view sign) { return text.starts_with(sign); }, &Sign::sign);
    if (found == std::end(kSigns)) {
      plain.push_back(text.front());
      text.remove_prefix(1);
    } else {
      plain += found->ascii;
      text.remove_prefix(found->sign.size());
    }
  }
  return plain;
}

/// SGR parameters of the sixteen colours that every terminal's user has chosen to be readable.
/// Yellow is not among them: on white paper it can't be read with many palettes.
std::string_view sgr(Tone tone) {
  switch (tone) {
    case Tone::plain: return "";
    case Tone::strong: return "1";
    case Tone::faint: return "2";
    case Tone::good: return "32";
    case Tone::warning: return "35";
    case Tone::bad: return "31";
    case Tone::accent:
    case Tone::code: return "36";
  }
  return "";
}

std::string sgr(const Fragment& fragment) {
  const std::string_view tone = sgr(fragment.tone);
  if (!fragment.bold || fragment.tone == Tone::strong || fragment.tone == Tone::faint) {
    return std::string(tone);
  }
  return tone.empty() ? "1" : fmt::format("1;{}", tone);
}

constexpr std::string_view kIsolate = "\u2068";
constexpr std::string_view kEndIsolate = "\u2069";

std::string isolated(std::string text) {
  if (!has_right_to_left(text)) return text;
  return fmt::format("{}{}{}", kIsolate, text, kEndIsolate);
}

bool is_blank(const Fragment& fragment) {
  return fragment.text.find_first_not_of(' ') == std::string::npos;
}

}  // namespace

Line::Line(const Text& text, const TextStyle& style, Tone base) {
  for (const Run& run : text.runs()) {
    std::string safe = shown(run.text);
    if (style.ascii && run.own) safe = in_ascii(safe);
    *this += Fragment{std::move(safe), run.tone == Tone::plain ? base : run.tone};
  }
}

std::size_t Line::width() const {
  std::size_t width = 0;
  for (const Fragment& fragment : fragments_) width += columns(fragment.text);
  return width;
}

std::string Line::plain() const {
  std::string text;
  for (const Fragment& fragment : fragments_) text += fragment.text;
  return text;
}

Line Line::bold() && {
  for (Fragment& fragment : fragments_) fragment.bold = true;
  return std::move(*this);
}

Line& Line::operator+=(const Line& more) {
  for (const Fragment& fragment : more.fragments_) *this += fragment;
  return *this;
}

Line& Line::operator+=(Fragment fragment) {
  if (!fragment.text.empty()) fragments_.push_back(std::move(fragment));
  return *this;
}

Line& Line::pad(std::size_t width) {
  const std::size_t used = this->width();
  if (used < width) *this += Fragment{std::string(width - used, ' ')};
  return *this;
}

Line Line::part(std::size_t from, std::size_t length) const {
  Line part;
  for (const Fragment& fragment : fragments_) {
    const std::size_t size = fragment.text.size();
    const std::size_t taken = from < size ? std::min(length, size - from) : 0;
    if (taken > 0)
      part += Fragment{fragment.text.substr(from, taken), fragment.tone, fragment.bold};
    length -= taken;
    from -= std::min(from, size);
  }
  return part;
}

std::vector<Line> wrapped(const Line& line, std::size_t width) {
  const std::string plain = line.plain();
  std::vector<Line> lines;
  std::size_t at = 0;
  for (const std::string& text : wrap(plain, width)) {
    // Only blanks at the breaks are gone from the wrapped text.
    while (!std::string_view(plain).substr(at).starts_with(text)) ++at;
    lines.push_back(line.part(at, text.size()));
    at += text.size();
  }
  return lines;
}

Line cut(const Line& line, std::size_t width, const TextStyle& style) {
  if (line.width() <= width) return line;
  const std::string_view ellipsis = style.ascii ? "..." : "…";
  const std::size_t room = width - std::min(width, columns(ellipsis));
  Line front = line.part(0, cut(line.plain(), room, "").size());
  const Tone tone = front.empty() ? Tone::plain : front.fragments().back().tone;
  return front += Fragment{cut(ellipsis, width, ""), tone};
}

void print(std::string& out, const Line& line, const TextStyle& style) {
  std::vector<Fragment> fragments = line.fragments();
  while (!fragments.empty() && is_blank(fragments.back())) fragments.pop_back();
  if (!fragments.empty()) {
    std::string& last = fragments.back().text;
    last.erase(last.find_last_not_of(' ') + 1);
  }
  for (const Fragment& fragment : fragments) {
    const std::string text = style.terminal ? isolated(fragment.text) : fragment.text;
    const std::string codes = style.colour && !is_blank(fragment) ? sgr(fragment) : "";
    out += codes.empty() ? text : fmt::format("\x1b[{}m{}\x1b[0m", codes, text);
  }
  out += '\n';
}

}  // namespace stead
