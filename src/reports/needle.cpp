#include "reports/needle.h"

#include "book/find_any.h"
#include "stead/ascii.h"
#include "stead/record.h"
#include "stead/text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace stead {
namespace {

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

bool contains(std::string_view text, std::string_view part) {
  return find_part(text, part) != std::string_view::npos;
}

/// Lowers the ASCII that a text begins with, block after block, into `to`; returns how much of it.
/// What a compiler makes of the loops are a few instructions for a whole block.
std::size_t lower_blocks(std::string_view text, char* to) {
  std::array<char, 16> block;
  std::size_t size = 0;
  for (; size + block.size() <= text.size(); size += block.size()) {
    std::memcpy(block.data(), text.data() + size, block.size());
    unsigned char all = 0;
    for (const char c : block) all |= static_cast<unsigned char>(c);
    if (all >= 0x80) break;
    for (char& c : block) c = lower_ascii(c);
    std::memcpy(to + size, block.data(), block.size());
  }
  return size;
}

/// Does this fold to the same whatever it stands among? What combines with the letter before it
/// (the property NFC_Quick_Check of Unicode, UAX #15) does not, unless it is an accent, which goes.
bool folds_alone(char32_t code) {
  const bool is_overlay = code >= 0x334 && code <= 0x338;
  const auto in = [code](char32_t first, char32_t last) { return first <= code && code <= last; };
  const bool is_kana = in(0x3041, 0x3096) || in(0x30A1, 0x30FA);
  return (code < 0x700 && !is_overlay) || in(0x2000, 0x206F) || is_kana || in(0x4E00, 0x9FFF) ||
         in(0xAC00, 0xD7A3);
}

/// A text folded, with the byte of the text that each of its bytes comes from.
struct FoldedText {
  std::string text;
  std::vector<std::size_t> from;  ///< One more than bytes: the last is the end of the text.
};

FoldedText folded_with_places(std::string_view text) {
  FoldedText folded;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t begin = text.size() - rest.size();
    take_code_point(rest);
    const std::size_t end = text.size() - rest.size();
    folded.text += fold(text.substr(begin, end - begin));
    folded.from.resize(folded.text.size(), begin);
  }
  folded.from.push_back(text.size());
  return folded;
}

}  // namespace

/// The letter folded, which is what it folds to among others as well.
const std::string& JsonFolder::letter(char32_t code) {
  const auto [found, is_new] = letters_.try_emplace(code);
  if (is_new) {
    std::string text;
    append_utf8(text, code);
    found->second = stead::fold(text);
  }
  return found->second;
}

std::optional<std::string_view> JsonFolder::fold(std::string_view json) {
  if (find_hidden(json) < json.size()) return std::nullopt;
  folded_.resize(json.size());
  std::size_t size = 0;
  for (std::string_view rest = json; !rest.empty();) {
    const std::size_t lowered = lower_blocks(rest, folded_.data() + size);
    char* to = folded_.data() + size + lowered;
    const char* from = rest.data() + lowered;
    const char* const end = rest.data() + rest.size();
    while (from != end && is_ascii(*from)) *to++ = lower_ascii(*from++);
    size = static_cast<std::size_t>(to - folded_.data());
    rest.remove_prefix(static_cast<std::size_t>(from - rest.data()));
    if (rest.empty()) break;
    const char32_t code = take_code_point(rest);
    if (!folds_alone(code)) return folded_ = stead::fold(json);
    const std::string& plain = letter(code);
    folded_.resize(size + plain.size() + rest.size());
    std::ranges::copy(plain, folded_.begin() + static_cast<std::ptrdiff_t>(size));
    size += plain.size();
  }
  return std::string_view(folded_).substr(0, size);
}

Needle::Needle(std::string_view words)
    : folded_(fold(words)),
      is_one_word_(folded_.find(' ') == std::string::npos),
      may_be_escaped_(folded_.find_first_of("\"\\\n\t") != std::string::npos) {}

bool Needle::is_in(std::string_view text) const { return contains(fold(text), folded_); }

// ASCII is the same folded but for its capitals, and a blank keeps what is on both sides apart. So
// only the words with other letters have to be folded, and the text is looked through as it stands.
bool Needle::may_be_in_json(std::string_view json, JsonFolder& folder) {
  if (may_be_escaped_ || has_lowered(json, folded_)) return true;
  for (std::size_t at = find_not_ascii(json, 0); at < json.size();) {
    const std::size_t begin = is_one_word_ ? json.rfind(' ', at) + 1 : 0;  // npos + 1 is 0
    const std::size_t end = is_one_word_ ? std::min(json.find(' ', at), json.size()) : json.size();
    if (may_be_in_word(json.substr(begin, end - begin), folder)) return true;
    at = find_not_ascii(json, end);
  }
  return false;
}

bool Needle::may_be_in_word(std::string_view word, JsonFolder& folder) {
  const auto [seen, is_new] = seen_.try_emplace(word);
  if (is_new) {
    const auto folded = folder.fold(word);
    seen->second = !folded || contains(*folded, folded_);
  }
  return seen->second;
}

std::vector<std::pair<std::size_t, std::size_t>> Needle::places_in(std::string_view text) const {
  std::vector<std::pair<std::size_t, std::size_t>> places;
  const FoldedText folded = folded_with_places(text);
  for (std::size_t at = folded.text.find(folded_); at != std::string::npos;
       at = folded.text.find(folded_, at + folded_.size())) {
    const std::size_t last = at + folded_.size();
    std::size_t end = folded.from[last];
    // A letter that is folded to several stands or falls as a whole.
    for (std::size_t i = last; end == folded.from[last - 1] && i < folded.from.size(); ++i) {
      end = folded.from[i];
    }
    places.emplace_back(folded.from[at], end - folded.from[at]);
  }
  return places;
}

}  // namespace stead
