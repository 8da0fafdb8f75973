#include "cli/program_path.h"

#include <unistd.h>

#include <sstream>

namespace stead {

namespace fs = std::filesystem;

std::vector<fs::path> program_folders(const World& world) {
  std::vector<fs::path> folders;
  std::istringstream path(world.variable("PATH"));
  for (std::string folder; std::getline(path, folder, ':');) {
    if (fs::path(folder).is_absolute()) folders.emplace_back(folder);
  }
  return folders;
}

bool is_executable(const fs::path& file) {
  std::error_code unknown;
  return fs::is_regular_file(file, unknown) && ::access(file.c_str(), X_OK) == 0;
}

std::optional<fs::path> find_program(const World& world, const std::string& name) {
  for (const fs::path& folder : program_folders(world)) {
    if (fs::path file = folder / name; is_executable(file)) return file;
  }
  return std::nullopt;
}

}  // namespace stead
