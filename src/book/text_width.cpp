#include <algorithm>
#include <utility>

#include "book/unicode.h"
#include "stead/ascii.h"
#include "stead/text.h"

namespace stead {
namespace {

constexpr char32_t kPictureSelector = 0xFE0F;

struct Grapheme {
  std::string_view bytes;
  std::size_t width = 0;
};

/// Can U+FE0F turn it into a picture? Emoji, and the signs on the keys of a telephone.
bool may_be_picture(char32_t code) {
  return properties_of(code).boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC ||
         code == '#' || code == '*' || ('0' <= code && code <= '9');
}

std::size_t width_of(char32_t code) { return properties_of(code).charwidth; }

/// Vowels and finals of Hangul, which go into the syllable of the consonant before them.
bool joins_syllable(char32_t code) {
  const auto kind = properties_of(code).boundclass;
  return kind == UTF8PROC_BOUNDCLASS_V || kind == UTF8PROC_BOUNDCLASS_T;
}

/// The columns of one user-perceived character, of the code points in `bytes`.
std::size_t grapheme_width(std::string_view bytes) {
  const char32_t first = take_code_point(bytes);
  const bool is_emoji =
      properties_of(first).boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
  std::size_t width = width_of(first);
  while (!bytes.empty()) {
    const char32_t next = take_code_point(bytes);
    if (next == kPictureSelector && may_be_picture(first)) return 2;
    // What follows an emoji (skin, hair, a joined picture) changes it in place.
    if (!is_emoji && !joins_syllable(next)) width += width_of(next);
  }
  return width;
}

/// Does `text` begin with a letter or sign of ASCII that nothing can join? Nothing of ASCII does.
bool begins_plainly(std::string_view text) {
  const bool is_last = text.size() == 1 || static_cast<unsigned char>(text[1]) < 0x80;
  return is_last && is_printable(text[0]);
}

/// How many letters and signs of ASCII the text begins with that nothing joins; what follows them
/// may join the last one.
std::size_t plain_front(std::string_view text) {
  const auto* const end = std::ranges::find_if_not(text, is_printable);
  const auto size = static_cast<std::size_t>(end - text.begin());
  return end == text.end() ? size : std::max<std::size_t>(size, 1) - 1;
}

/// Removes the first user-perceived character (UAX #29) from `text`, which must not be empty.
Grapheme take_grapheme(std::string_view& text) {
  const std::string_view start = text;
  if (begins_plainly(text)) {
    text.remove_prefix(1);
    return {start.substr(0, 1), 1};
  }
  utf8proc_int32_t state = 0;
  auto before = static_cast<utf8proc_int32_t>(take_code_point(text));
  while (!text.empty()) {
    std::string_view rest = text;
    const auto after = static_cast<utf8proc_int32_t>(take_code_point(rest));
    if (utf8proc_grapheme_break_stateful(before, after, &state)) break;
    before = after;
    text = rest;
  }
  const std::string_view bytes = start.substr(0, start.size() - text.size());
  return {bytes, grapheme_width(bytes)};
}

bool is_blank(std::string_view bytes) { return bytes == " " || bytes == "\t"; }

/// May a line begin before this one only with what it follows? Closing brackets, full stops.
bool clings(std::string_view bytes) {
  switch (properties_of(take_code_point(bytes)).category) {
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO: return true;
    default: return false;
  }
}

/// A piece that is not broken where it fits into a line, and the blanks in front of it.
struct Word {
  std::size_t blanks = 0;
  std::string_view bytes;
  std::size_t width = 0;
};

/// Removes the first word from one line of text; without bytes when only blanks were left.
Word take_word(std::string_view& line) {
  Word word;
  bool wide = false;
  std::string_view from;  // the word and what follows it
  while (!line.empty()) {
    std::string_view rest = line;
    const Grapheme next = take_grapheme(rest);
    const bool started = !from.empty();
    if (is_blank(next.bytes)) {
      if (started) break;
      ++word.blanks;
    } else {
      if (started && (wide || next.width > 1) && !clings(next.bytes)) break;
      wide = next.width > 1;
      if (!started) from = line;
      word.width += next.width;
    }
    line = rest;
  }
  word.bytes = from.substr(0, from.size() - line.size());
  return word;
}

class Lines {
 public:
  explicit Lines(std::size_t width) : width_(width) { lines_.emplace_back(); }

  void add(const Word& word) {
    if (used_ + word.blanks + word.width <= width_) {
      lines_.back().append(word.blanks, ' ');
      used_ += word.blanks;
    } else if (used_ > 0) {
      start();
    }
    if (used_ + word.width <= width_) {
      lines_.back() += word.bytes;
      used_ += word.width;
      return;
    }
    for (std::string_view rest = word.bytes; !rest.empty();) {
      const Grapheme grapheme = take_grapheme(rest);
      if (used_ > 0 && used_ + grapheme.width > width_) start();
      lines_.back() += grapheme.bytes;
      used_ += grapheme.width;
    }
  }

  void start() {
    lines_.emplace_back();
    used_ = 0;
  }

  std::vector<std::string> take() { return std::move(lines_); }

 private:
  std::size_t width_;
  std::size_t used_ = 0;
  std::vector<std::string> lines_;
};

}  // namespace

std::size_t columns(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const std::size_t plain = plain_front(text);
    width += plain;
    text.remove_prefix(plain);
    if (!text.empty()) width += take_grapheme(text).width;
  }
  return width;
}

bool has_right_to_left(std::string_view text) {
  // U+0590, the first such letter, begins with this byte.
  constexpr unsigned char kLowestLead = 0xD6;
  const auto may_begin = [](char c) { return static_cast<unsigned char>(c) >= kLowestLead; };
  if (std::ranges::none_of(text, may_begin)) return false;
  while (!text.empty()) {
    const auto direction = properties_of(take_code_point(text)).bidi_class;
    if (direction == UTF8PROC_BIDI_CLASS_R || direction == UTF8PROC_BIDI_CLASS_AL) return true;
  }
  return false;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  Lines lines(std::max<std::size_t>(width, 1));
  for (;;) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    while (!line.empty()) {
      const Word word = take_word(line);
      if (!word.bytes.empty()) lines.add(word);
    }
    if (end == text.size()) return lines.take();
    lines.start();
    text.remove_prefix(end + 1);
  }
}

std::string cut(std::string_view text, std::size_t width, std::string_view ellipsis) {
  if (columns(text) <= width) return std::string(text);
  const std::size_t mark = columns(ellipsis);
  const std::string_view source = mark <= width ? text : ellipsis;
  const std::size_t room = mark <= width ? width - mark : width;
  std::string front;
  std::size_t used = 0;
  for (std::string_view rest = source; !rest.empty();) {
    const Grapheme next = take_grapheme(rest);
    if (used + next.width > room) break;
    front += next.bytes;
    used += next.width;
  }
  if (mark > width) return front;
  while (front.ends_with(' ')) front.pop_back();
  return front.append(ellipsis);
}

}  // namespace stead
