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

/// The path from the root. Throws Error (unreadable) where that takes the current folder, and there
/// is none any more.
std::filesystem::path in_full(const std::filesystem::path& path);

/// Follows `book`, which need not be there. Throws Error (unreadable) where the system refuses.
BookPlace place_of_book(const std::filesystem::path& book);

}  // namespace stead
