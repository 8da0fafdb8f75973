#pragma once

#include "cli/world.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace stead {

/// The shell of POSIX systems, which is found without PATH.
inline constexpr const char* kShell = "/bin/sh";

/// The folders of PATH in their order. Those that are not absolute are passed over: whoever is in a
/// foreign folder does not want its programs.
std::vector<std::filesystem::path> program_folders(const World& world);

/// Is this a file that may be run?
bool is_executable(const std::filesystem::path& file);

/// The program of this name, without a slash, in the first of these folders that has one.
std::optional<std::filesystem::path> find_program(const World& world, const std::string& name);

}  // namespace stead
