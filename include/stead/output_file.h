#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

namespace stead {

/// Writes a file that a command was told to make, whole or not at all, readable by its owner alone
/// (0600). A file that is there is replaced only if `may_replace`, given its first bytes, says so;
/// a link to one stays a link.
///
/// Throws Error: usage for a folder, what is no regular file, and a file that is not to be
/// replaced, which is called no `what`; unwritable where the system refuses.
void write_output_file(const std::filesystem::path& path, std::string_view text,
                       std::string_view what,
                       const std::function<bool(std::string_view front)>& may_replace);

}  // namespace stead
