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
};

/// A word, or a phrase, that is looked for whatever its case and accents.
class Needle {
 public:
  explicit Needle(std::string_view words);

  /// Nothing is left of it when it is folded.
  bool empty() const { return folded_.empty(); }

  bool is_in(std::string_view text) const;

  /// Could the value of a string in the JSON text that JsonFolder made this of have it? Never says
  /// no where one has.
  bool may_be_in_json(std::optional<std::string_view> folded) const;

  /// Where it stands in the text: first byte and length of each place, in order.
  std::vector<std::pair<std::size_t, std::size_t>> places_in(std::string_view text) const;

 private:
  std::string folded_;
};

}  // namespace stead
