#include "stead/conflict_copies.h"

#include <algorithm>
#include <string>

namespace stead {

namespace {

/// Is `other` the name of a copy of the file `name` that a program made of both?
bool is_copy(const std::string& other, const std::filesystem::path& name) {
  const std::string stem = name.stem().string();
  return other.starts_with(name.string() + ".conflict-") ||
         other.starts_with(stem + ".sync-conflict-") ||
         (other.starts_with(stem + " (") && other.find("conflicted copy") != std::string::npos);
}

}  // namespace

std::vector<std::filesystem::path> conflict_copies(const std::filesystem::path& book) {
  std::error_code failed;
  std::filesystem::path file = book;
  if (std::filesystem::is_symlink(book, failed)) file = std::filesystem::canonical(book, failed);
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  std::vector<std::filesystem::path> copies;
  std::filesystem::directory_iterator entry(folder, failed);
  for (; !failed && entry != std::filesystem::directory_iterator(); entry.increment(failed)) {
    if (is_copy(entry->path().filename().string(), file.filename()))
      copies.push_back(entry->path());
  }
  std::ranges::sort(copies);
  return copies;
}

}  // namespace stead
