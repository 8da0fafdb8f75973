#pragma once

#include <filesystem>
#include <string>

namespace stead {

/// All bytes of a file that somebody named for an import: a regular file or a pipe. Throws Error
/// (usage) where it is not there, is a folder, or cannot be read.
std::string read_input_file(const std::filesystem::path& path);

}  // namespace stead
