#include "render/lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "stead/ascii.h"
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

/// Adds `text` of a fragment in its colours; FSI and PDI keep it from turning what is around it.
void add_coloured(std::string& out, std::string_view text, const Fragment& fragment,
                  const TextStyle& style) {
  const bool isolate = style.terminal && has_right_to_left(text);
  const std::string codes = style.colour ? sgr(fragment) : "";
  if (!codes.empty()) out.append("\x1b[").append(codes).append("m");
  if (isolate) out += "\u2068";
  out += text;
  if (isolate) out += "\u2069";
  if (!codes.empty()) out += "\x1b[0m";
}

/// The text as it is to be broken: a command that fits a line is kept on one, to be pasted.
std::string with_whole_commands(const Line& line, std::size_t width) {
  std::string text;
  for (const Fragment& fragment : line.fragments()) {
    text += fragment.text;
    if (fragment.tone != Tone::code || columns(fragment.text) > width) continue;
    std::replace(text.end() - static_cast<std::ptrdiff_t>(fragment.text.size()), text.end(), ' ',
                 '_');
  }
  return text;
}

}  // namespace

Line::Line(const Text& text, const TextStyle& style, Tone base) {
  for (const Run& run : text.runs()) {
    std::string safe = shown(run.text);
    if (style.ascii && run.own) safe = in_ascii(safe);
    *this += Fragment{std::move(safe), run.tone == Tone::plain ? base : run.tone};
  }
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
  if (fragment.text.empty()) return *this;
  width_ += columns(fragment.text);
  fragments_.push_back(std::move(fragment));
  return *this;
}

Line& Line::pad(std::size_t width) {
  if (width_ < width) *this += Fragment{std::string(width - width_, ' ')};
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
  const std::string plain = with_whole_commands(line, width);
  const bool fits = is_printable_ascii(plain) && plain.size() <= width;
  if (fits && !plain.ends_with(' ')) return {line};  // as most do
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

void print(std::string& out, const Line& line, const TextStyle& style, std::size_t indent) {
  std::size_t blanks = indent;  // held back until something follows them
  for (const Fragment& fragment : line.fragments()) {
    std::string_view text = fragment.text;
    const std::size_t last = text.find_last_not_of(' ');
    if (last == std::string_view::npos) {
      blanks += text.size();
      continue;
    }
    out.append(blanks, ' ');
    blanks = text.size() - last - 1;
    text.remove_suffix(blanks);
    add_coloured(out, text, fragment, style);
  }
  out += '\n';
}

}  // namespace stead
