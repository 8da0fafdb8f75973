#include <algorithm>
#include <iterator>
#include <utility>

#include "book/unicode.h"
#include "stead/text.h"

namespace stead {
namespace {

using Codes = std::vector<utf8proc_int32_t>;

struct Plain {
  utf8proc_int32_t letter;
  std::string_view plain;
};

/// Case-folded letters and signs without a decomposition, by code point; the letters as in CLDR's
/// transform Latin-ASCII.
constexpr Plain kPlain[] = {
    {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"}, {0x0111, "d"},  {0x0127, "h"},
    {0x0131, "i"},  {0x0138, "q"}, {0x0142, "l"}, {0x014B, "n"},  {0x0153, "oe"}, {0x0167, "t"},
    {0x0180, "b"},  {0x0188, "c"}, {0x0192, "f"}, {0x0199, "k"},  {0x019A, "l"},  {0x01A5, "p"},
    {0x01B4, "y"},  {0x01B6, "z"}, {0x023C, "c"}, {0x0247, "e"},  {0x0249, "j"},  {0x024D, "r"},
    {0x024F, "y"},  {0x0253, "b"}, {0x0256, "d"}, {0x0257, "d"},  {0x0259, "e"},  {0x025B, "e"},
    {0x0260, "g"},  {0x0268, "i"}, {0x0272, "n"}, {0x0289, "u"},  {0x028B, "v"},  {0x02B9, "'"},
    {0x02BB, "'"},  {0x02BC, "'"}, {0x02BD, "'"}, {0x05BE, "-"},  {0x05F3, "'"},  {0x2010, "-"},
    {0x2012, "-"},  {0x2013, "-"}, {0x2014, "-"}, {0x2018, "'"},  {0x2019, "'"},  {0x2032, "'"},
    {0x2212, "-"},  {0x2C65, "a"}};

static_assert(std::ranges::is_sorted(kPlain, {}, &Plain::letter));

/// Is the mark an accent, which a person leaves out when typing? Told by its canonical combining
/// class: vowel points of Hebrew, Arabic and Syriac, and what sits above, below or across.
bool is_accent(utf8proc_int32_t code) {
  const auto position = properties_of(static_cast<char32_t>(code)).combining_class;
  return (10 <= position && position <= 36) || position >= 200;
}

/// The decomposition of `text`; empty where it is not UTF-8.
Codes decomposed(std::string_view text, int options) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  Codes codes(text.size() + 1);
  for (;;) {
    const auto needed =
        utf8proc_decompose(bytes, size, codes.data(), static_cast<utf8proc_ssize_t>(codes.size()),
                           static_cast<utf8proc_option_t>(options));
    const bool fits = needed <= static_cast<utf8proc_ssize_t>(codes.size());
    codes.resize(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(needed, 0)));
    if (fits) return codes;
  }
}

/// Composed as NFC has it, as UTF-8.
std::string composed(Codes codes) {
  const auto length =
      utf8proc_normalize_utf32(codes.data(), static_cast<utf8proc_ssize_t>(codes.size()),
                               static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  std::string text;
  for (utf8proc_ssize_t i = 0; i < length; ++i) {
    append_utf8(text, static_cast<char32_t>(codes[static_cast<std::size_t>(i)]));
  }
  return text;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower_ascii(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string ascii_lowered(std::string_view text) {
  std::string lowered(text);
  std::ranges::transform(lowered, lowered.begin(), lower_ascii);
  return lowered;
}

}  // namespace

std::string fold(std::string_view text) {
  if (is_ascii(text)) return ascii_lowered(text);
  const Codes codes =
      decomposed(text, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  if (codes.empty() && find_invalid_utf8(text) != std::string_view::npos) {
    return ascii_lowered(text);
  }
  Codes plain;
  plain.reserve(codes.size() + 4);
  for (const utf8proc_int32_t code : codes) {
    if (code < kPlain[0].letter) {  // as most are, also between the accents
      plain.push_back(code);
      continue;
    }
    const auto* found = std::ranges::lower_bound(kPlain, code, {}, &Plain::letter);
    if (found != std::end(kPlain) && found->letter == code) {
      plain.insert(plain.end(), found->plain.begin(), found->plain.end());
    } else if (!is_accent(code)) {
      plain.push_back(code);
    }
  }
  const auto is_composed = [](utf8proc_int32_t code) { return code < 0x80; };
  if (std::ranges::all_of(plain, is_composed)) return {plain.begin(), plain.end()};
  return composed(std::move(plain));
}

std::vector<std::string> folded_words(std::string_view text) {
  const std::string folded = fold(text);
  std::vector<std::string> words;
  bool inside = false;
  for (std::string_view rest = folded; !rest.empty();) {
    const std::string_view before = rest;
    const bool part = is_word_part(take_code_point(rest));
    if (part && !inside) words.emplace_back();
    if (part) words.back().append(before, 0, before.size() - rest.size());
    inside = part;
  }
  return words;
}

std::string handle_from(std::string_view name) {
  const std::string whole = composed(decomposed(name, UTF8PROC_DECOMPOSE | UTF8PROC_IGNORE));
  Codes handle;
  bool gap = false;
  for (std::string_view rest = whole; !rest.empty();) {
    const char32_t code = take_code_point(rest);
    // A mark without its letter would sit on whatever is printed before the handle.
    if (!is_word_part(code) || (is_mark(code) && (gap || handle.empty()))) {
      gap = true;
      continue;
    }
    if (gap && !handle.empty()) handle.push_back('-');
    gap = false;
    handle.push_back(utf8proc_tolower(static_cast<utf8proc_int32_t>(code)));
  }
  return handle.empty() ? "contact" : composed(std::move(handle));
}

}  // namespace stead
