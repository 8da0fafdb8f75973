#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// The three collections of a book, in the order of the file.
enum class Collection { contacts, promises, interactions };

/// The name of the collection in the file.
std::string_view name_of(Collection collection);

/// One record added, changed or removed. `before` and `after` are its text in the book: JSON of
/// one object, whose bytes are kept to the letter. At least one of the two is there.
struct Change {
  Collection collection = Collection::contacts;
  std::string id;
  std::optional<std::string> before;  ///< Absent: the record is new.
  std::optional<std::string> after;   ///< Absent: the record is removed.

  bool operator==(const Change&) const = default;
};

/// What one command does to a book, in the order in which it was said.
using Changes = std::vector<Change>;

}  // namespace stead
