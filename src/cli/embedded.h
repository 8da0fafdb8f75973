#pragma once

#include <string_view>

namespace stead {

/// The text of a file that is built into the program, by its path in the project, as in
/// `completions/stead.bash`; empty where there is none. See cmake/Embed.cmake.
std::string_view embedded_file(std::string_view path);

}  // namespace stead
