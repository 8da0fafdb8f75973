#include "words/named_text.h"

#include "stead/nearest.h"
#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace stead {

bool has_words(std::string_view text, const std::vector<std::string>& fronts) {
  const std::vector<std::string> all = folded_words(text);
  return std::ranges::all_of(fronts, [&](const std::string& front) {
    return std::ranges::any_of(all,
                               [&](const std::string& word) { return word.starts_with(front); });
  });
}

std::string word_that_was_meant(const std::vector<std::string>& texts,
                                const std::vector<std::string>& fronts) {
  std::vector<std::string> words;
  for (const std::string& text : texts) {
    for (std::string& word : folded_words(text)) {
      if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
    }
  }
  for (const std::string& front : fronts) {
    const auto begins = [&](const std::string& word) { return word.starts_with(front); };
    if (std::ranges::none_of(words, begins)) return did_you_mean(nearest(front, words));
  }
  return {};
}

std::string lines_to_choose_from(const std::vector<std::string>& choices) {
  constexpr std::size_t kMost = 20;
  // One more takes no more room than to say so.
  const std::size_t shown = choices.size() == kMost + 1 ? kMost + 1 : kMost;
  std::string lines;
  for (std::size_t i = 0; i < std::min(choices.size(), shown); ++i) lines += "\n  " + choices[i];
  if (choices.size() > shown) lines += fmt::format("\n  and {} more", choices.size() - shown);
  return lines;
}

}  // namespace stead
