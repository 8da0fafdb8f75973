#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stead {

// Texts that are named by words of theirs.

/// Is each of the words, which are folded, the front of a word of the text?
bool has_words(std::string_view text, const std::vector<std::string>& fronts);

/// The words of the texts that may have been meant by one that is in none, as a question: `did you
/// mean 'migration'?`; empty where none comes near.
std::string word_that_was_meant(const std::vector<std::string>& texts,
                                const std::vector<std::string>& fronts);

/// A list behind a colon, each on a line of its own: of many the first twenty, and how many more
/// there are.
std::string lines_to_choose_from(const std::vector<std::string>& choices);

}  // namespace stead
