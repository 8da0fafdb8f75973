#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace stead {

/// Folds the texts of records, one after the other, fast where they are in Latin, Greek, Cyrillic,
/// Hebrew, Arabic, Han, Kana or Hangul script.
class JsonFolder {
 public:
  /// All of `json` folded, syntax included; it stays until the next call. Nothing where an escape
  /// hides what is written.
  std::optional<std::string_view> fold(std::string_view json);

 private:
  const std::string& letter(char32_t code);

  std::unordered_map<char32_t, std::string> letters_;
  std::string folded_;
  bool is_one_word_;
  bool may_be_escaped_;  ///< Quotes and backslashes are always written with an escape.
};

/// A word, or a phrase, that is looked for whatever its case and accents.
class Needle {
 public:
  explicit Needle(std::string_view words);

  /// Nothing is left of it when it is folded.
  bool empty() const { return folded_.empty(); }

  bool is_in(std::string_view text) const;

  /// Could the value of a string in the JSON text have it? Never says no where one has, if no
  /// escape hides a letter in `json`.
  /// `json` has to live as long as this.
  bool may_be_in_json(std::string_view json, JsonFolder& folder);

  /// Where it stands in the text: first byte and length of each place, in order.
  std::vector<std::pair<std::size_t, std::size_t>> places_in(std::string_view text) const;

 private:
  bool may_be_in_word(std::string_view word, JsonFolder& folder);

  std::string folded_;
  bool is_one_word_;
  bool may_be_escaped_;  ///< Quotes and backslashes are always written with an escape.
  /// The words with other letters than ASCII's that were folded, and whether it may be in them:
  /// people use the same words again and again.
  std::unordered_map<std::string_view, bool> seen_;
};

}  // namespace stead
