#include "reports/needle.h"

#include "stead/text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace stead {
namespace {

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool contains(std::string_view text, std::string_view part) {
  return ::memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
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

Needle::Needle(std::string_view words)
    : folded_(fold(words)), ascii_(std::ranges::all_of(folded_, is_ascii)) {}

bool Needle::is_in(std::string_view text) const { return contains(fold(text), folded_); }

bool Needle::is_in_ascii(std::string_view text) const {
  constexpr std::size_t kBlock = 4096;
  std::array<char, kBlock> block;
  const std::size_t step = kBlock - std::min(folded_.size(), kBlock / 2);
  for (std::size_t begin = 0; begin < text.size(); begin += step) {
    const std::string_view part = text.substr(begin, kBlock);
    std::ranges::transform(part, block.begin(), lower);
    if (contains({block.data(), part.size()}, folded_)) return true;
  }
  return false;
}

/// Folds what stands around letters that are not ASCII: nothing further away from them can take
/// part in a place that has one.
bool Needle::is_near_other_letters(std::string_view text) const {
  const auto other = [](char c) { return !is_ascii(c); };
  const auto* at = std::find_if(text.begin(), text.end(), other);
  while (at != text.end()) {
    const auto reach = static_cast<std::ptrdiff_t>(folded_.size());
    const auto* begin = at - std::min(reach, at - text.begin());
    const auto* end = at;
    for (const auto* next = at; next != text.end() && next - end <= reach;) {
      end = std::find_if_not(next, text.end(), other);
      next = std::find_if(end, text.end(), other);
    }
    at = std::find_if(end, text.end(), other);
    end += std::min(reach, text.end() - end);
    if (contains(fold({begin, static_cast<std::size_t>(end - begin)}), folded_)) return true;
  }
  return false;
}

bool Needle::may_be_in_json(std::string_view json) const {
  // What is written with an escape does not look like itself; quotes and backslashes always are.
  if (folded_.find_first_of("\"\\\n\t") != std::string::npos) return true;
  if (contains(json, "\\u") || contains(json, "\\/")) return true;
  if (ascii_ && is_in_ascii(json)) return true;
  return is_near_other_letters(json);
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
