#pragma once

#include <filesystem>
#include <optional>

namespace stead {

/// Where a book really lies.
struct BookPlace {
  std::filesystem::path file;  ///< In full, behind all links.
  bool exists = false;         ///< Is there a file, or anything else of that name?
  /// The folder that is locked while the book is written. Nothing where there is no such folder
  /// yet.
  std::optional<std::filesystem::path> lock;
};

/// Follows `book`, which need not be there. Throws Error (unreadable) where the system refuses.
BookPlace place_of_book(const std::filesystem::path& book);

}  // namespace stead
