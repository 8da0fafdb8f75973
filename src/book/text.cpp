#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "book/unicode.h"
#include "stead/ascii.h"
#include "stead/error.h"

namespace stead {
namespace {

/// Marks in a row, before one more is shown rather than piled up over the lines around.
constexpr int kMostMarks = 8;

bool is_between(unsigned char byte, unsigned low, unsigned high) {
  return low <= byte && byte <= high;
}

bool is_joiner(char32_t code) { return code == 0x200C || code == 0x200D; }

bool is_control(char32_t code) { return code < 0x20 || (0x7F <= code && code <= 0x9F); }

/// The index of the first byte at or after `from` that is not ASCII.
std::size_t skip_ascii(std::string_view text, std::size_t from) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  for (std::uint64_t eight = 0; from + sizeof eight <= text.size(); from += sizeof eight) {
    std::memcpy(&eight, text.data() + from, sizeof eight);
    if ((eight & kHighBits) != 0) break;
  }
  while (from < text.size() && static_cast<unsigned char>(text[from]) < 0x80) ++from;
  return from;
}

/// How `code` is written where it may not be sent.
std::string escaped(char32_t code) {
  if (code == '\n') return "\\n";
  if (code == '\t') return "\\t";
  return fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(code));
}

std::string escaped_byte(char byte) {
  return fmt::format("\\x{{{:02x}}}", static_cast<unsigned char>(byte));
}

}  // namespace

std::size_t utf8_length(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto tail = [&](std::size_t i) {
    return i < text.size() && is_between(byte(i), 0x80, 0xBF);
  };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  if (!tail(1)) return 0;
  if (is_between(lead, 0xC2, 0xDF)) return 2;
  // The second byte rules out overlong forms, surrogates and what lies over U+10FFFF.
  if (lead == 0xE0 && byte(1) < 0xA0) return 0;
  if (lead == 0xED && byte(1) > 0x9F) return 0;
  if (lead == 0xF0 && byte(1) < 0x90) return 0;
  if (lead == 0xF4 && byte(1) > 0x8F) return 0;
  if (is_between(lead, 0xE0, 0xEF)) return tail(2) ? 3 : 0;
  if (is_between(lead, 0xF0, 0xF4)) return tail(2) && tail(3) ? 4 : 0;
  return 0;
}

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at)) {
    const std::size_t length = utf8_length(text.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

char32_t take_code_point(std::string_view& text) {
  const std::size_t length = utf8_length(text);
  const auto bits = [&](std::size_t i) { return static_cast<unsigned char>(text[i]) & 0x3FU; };
  const unsigned char lead = static_cast<unsigned char>(text[0]);
  char32_t code = 0xFFFD;
  if (length == 1) code = lead;
  if (length == 2) code = (lead & 0x1FU) << 6U | bits(1);
  if (length == 3) code = (lead & 0x0FU) << 12U | bits(1) << 6U | bits(2);
  if (length == 4) code = (lead & 0x07U) << 18U | bits(1) << 12U | bits(2) << 6U | bits(3);
  text.remove_prefix(std::max<std::size_t>(length, 1));
  return code;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\n\r";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
}

void append_utf8(std::string& text, char32_t code) {
  const auto add = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  const auto tail = [](char32_t bits) { return 0x80U | (bits & 0x3FU); };
  if (code < 0x80) {
    add(code);
  } else if (code < 0x800) {
    add(0xC0U | code >> 6U);
    add(tail(code));
  } else if (code < 0x10000) {
    add(0xE0U | code >> 12U);
    add(tail(code >> 6U));
    add(tail(code));
  } else {
    add(0xF0U | code >> 18U);
    add(tail(code >> 12U));
    add(tail(code >> 6U));
    add(tail(code));
  }
}

bool is_unsafe(char32_t code) {
  if (code < 0x061C) return is_control(code);
  const auto in = [code](char32_t first, char32_t last) { return first <= code && code <= last; };
  return code == 0x061C || in(0x200E, 0x200F) || in(0x2028, 0x202E) || in(0x2066, 0x206F) ||
         in(0xD800, 0xDFFF) || in(0xFDD0, 0xFDEF) || code == 0xFEFF || in(0xFFF9, 0xFFFB) ||
         in(0xE0000, 0xE007F) || (code & 0xFFFEU) == 0xFFFE || code > 0x10FFFF;
}

std::string shown(std::string_view text, bool keep_newlines) {
  if (is_printable_ascii(text)) return std::string(text);
  std::string safe;
  safe.reserve(text.size() + 16);
  int marks = 0;
  while (!text.empty()) {
    const std::string_view rest = text;
    const bool valid = utf8_length(rest) != 0;
    const char32_t code = take_code_point(text);
    if (!is_joiner(code)) marks = code >= 0x300 && is_mark(code) ? marks + 1 : 0;
    if (!valid) {
      safe += escaped_byte(rest.front());
    } else if (keep_newlines && (code == '\n' || code == '\t')) {
      safe.push_back(rest.front());
    } else if (is_unsafe(code) || marks > kMostMarks) {
      safe += escaped(code);
    } else {
      safe.append(rest, 0, rest.size() - text.size());
    }
  }
  return safe;
}

std::string shell_word(std::string_view word) {
  const auto is_plain = [](char32_t code) {
    return code < 0x80 ? is_word_part(code) ||
                             std::string_view("_./:=@%+,-").find(static_cast<char>(code)) !=
                                 std::string_view::npos
                       : is_word_part(code);
  };
  // zsh takes a = in front for the path of a program.
  bool plain = !word.empty() && word.front() != '=';
  for (std::string_view rest = word; plain && !rest.empty();) {
    plain = utf8_length(rest) != 0 && is_plain(take_code_point(rest));
  }
  if (plain) return std::string(word);
  if (word.find_first_of("\"$`\\!") == std::string_view::npos) return fmt::format("\"{}\"", word);
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

void require_clean(std::string_view text, std::string_view what) {
  if (text.size() > kLongestText) {
    throw Error::usage("{} has {} bytes; a text has at most {} (1 MiB)", what, text.size(),
                       kLongestText);
  }
  if (is_printable_ascii(text)) return;
  if (const std::size_t at = find_invalid_utf8(text); at != std::string_view::npos) {
    throw Error::usage("{} is not UTF-8: '{}' after '{}'", what, escaped_byte(text[at]),
                       shown(cut(text.substr(0, at), 40)));
  }
  for (std::string_view rest = text; !rest.empty();) {
    const char32_t code = take_code_point(rest);
    if (is_control(code) && code != '\n' && code != '\t') {
      throw Error::usage("{} holds the control character {}: '{}'", what, escaped(code),
                         cut(shown(text), 60));
    }
  }
}

}  // namespace stead
