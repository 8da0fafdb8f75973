#include "stead/conflict_copies.h"

#include <algorithm>
#include <string>

namespace stead {

std::vector<std::filesystem::path> conflict_copies(const std::filesystem::path& book) {
  const std::string name = book.filename().string();
  const std::string stem = book.stem().string();
  std::filesystem::path folder = book.parent_path();
  if (folder.empty()) folder = ".";
  std::vector<std::filesystem::path> copies;
  std::error_code unreadable;
  for (const auto& entry : std::filesystem::directory_iterator(folder, unreadable)) {
    const std::string other = entry.path().filename().string();
    const bool ours = other.starts_with(name + ".conflict-");
    const bool synced =
        other.starts_with(stem) && (other.find(".sync-conflict-") != std::string::npos ||
                                    other.find("conflicted copy") != std::string::npos);
    if (ours || synced) copies.push_back(entry.path());
  }
  std::ranges::sort(copies);
  return copies;
}

}  // namespace stead
