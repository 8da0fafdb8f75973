#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>

namespace stead {

/// The most bytes that are read of a file to import or of standard input.
inline constexpr std::size_t kLargestInput = std::size_t{256} << 20;

/// All bytes of a stream. Throws Error (usage) that calls it `what` where it cannot be read or has
/// more than kLargestInput.
std::string read_input(std::istream& in, std::string_view what);

/// All bytes of a file that somebody named for an import: a regular file or a pipe. Throws Error
/// (usage) where it is not there, is a folder, cannot be read or has more than kLargestInput.
std::string read_input_file(const std::filesystem::path& path);

}  // namespace stead
