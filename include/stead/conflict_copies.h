#pragma once

#include <filesystem>
#include <vector>

namespace stead {

/// Files beside the book that hold another version of it: what Syncthing
/// (`book.sync-conflict-….json`) and Dropbox (`book (… conflicted copy …).json`) leave when two
/// machines wrote, and what a writer of stead set aside (`book.json.conflict-…`). In order of their
/// names; where the folder cannot be listed, those seen until then. A book that is a link has them
/// beside the file that it leads to.
std::vector<std::filesystem::path> conflict_copies(const std::filesystem::path& book);

}  // namespace stead
