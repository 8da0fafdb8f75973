#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// The three collections of a book, in the order of the file.
enum class Collection { contacts, promises, interactions };
inline constexpr std::array kCollections{Collection::contacts, Collection::promises,
                                         Collection::interactions};

/// The name of the collection in the file.
std::string_view name_of(Collection collection);

/// One record added, changed or removed. `before` and `after` are its text in the book: JSON of
/// one object, whose bytes are kept to the letter. At least one of the two is there.
struct Change {
  Collection collection = Collection::contacts;
  std::string id;
  std::optional<std::string> before;  ///< Absent: the record is new.
  std::optional<std::string> after;   ///< Absent: the record is removed.
  /// The id of the record in front of `before` in the file, empty where it is the first. Absent:
  /// not known, or the record stays where it is.
  std::optional<std::string> before_follows = std::nullopt;
  /// The same of `after`: where it is to go. Absent: where its order wants it.
  std::optional<std::string> after_follows = std::nullopt;

  bool operator==(const Change&) const = default;
};

/// What one command does to a book, in the order in which it was said.
using Changes = std::vector<Change>;

class Book;

/// The same changes to `book`, each of those that takes a record out, or moves it, with what it
/// stood behind: what undo needs to put it there again.
Changes with_places(const Book& book, Changes changes);

}  // namespace stead
