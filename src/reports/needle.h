#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stead {

/// A word, or a phrase, that is looked for whatever its case and accents.
class Needle {
 public:
  explicit Needle(std::string_view words);

  /// Nothing is left of it when it is folded.
  bool empty() const { return folded_.empty(); }

  bool is_in(std::string_view text) const;

  /// Could the value of a string in this JSON text have it? Never says no where one has. Much
  /// faster than reading the text: most of a book is in ASCII.
  bool may_be_in_json(std::string_view json) const;

  /// Where it stands in the text: first byte and length of each place, in order.
  std::vector<std::pair<std::size_t, std::size_t>> places_in(std::string_view text) const;

 private:
  bool is_in_ascii(std::string_view text) const;
  bool is_near_other_letters(std::string_view text) const;

  std::string folded_;
  bool ascii_ = true;
};

}  // namespace stead
