#pragma once

#include "cli/world.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace stead {

/// The executable `stead-NAME` in the first absolute folder of PATH that has one.
std::optional<std::filesystem::path> find_extension(const World& world, const std::string& name);

/// The names of all of these that are no command of stead's own, in order.
std::vector<std::string> extension_names(const World& world);

/// Runs the `stead-NAME` that stands at `position` of the arguments, with those behind it, and
/// returns its exit status. What `--book`, `--now`, `--color` and `--no-pager` say in front of it
/// goes into the variables that say the same. STEAD_BOOK is set to the whole path of the book,
/// unless nothing says where that is: not every program wants one. Throws Error (usage) where there
/// is no such program, and for options that it cannot be told of; (unreadable) where the book's
/// path is relative to a folder that is gone.
int run_extension(const World& world, const std::vector<std::string>& arguments,
                  std::size_t position);

}  // namespace stead
