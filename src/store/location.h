#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "stead/descriptor.h"
#include "stead/error.h"

namespace stead {

/// A folder held open and a name in it, which is no symbolic link. All that is done to a book is
/// done relative to its folder, so that nobody can move the ground under it.
struct Location {
  Descriptor folder;
  std::string name;
  std::filesystem::path path;  ///< As the user knows it, for messages.
};

/// Follows links by hand, for a link has to stay one when the file at its end is replaced. Nothing
/// when a folder on the way is missing; the name itself need not be there.
///
/// Throws Error (unreadable) for a folder, a loop of links, and where the system refuses.
std::optional<Location> locate(const std::filesystem::path& path);

/// The same, and makes the folders that are missing, for their owner alone (0700). Throws Error
/// (unwritable) where that fails.
Location locate_making_folders(const std::filesystem::path& path);

/// Renames `from`, in the folder of `place`, to `to`, which must not be there yet; false, with
/// errno (EEXIST where it is there), when that failed.
bool rename_to_free_name(const Location& place, const std::string& from, const std::string& to);

}  // namespace stead
