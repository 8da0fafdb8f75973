#pragma once

#include "cli/world.h"

#include <filesystem>
#include <optional>
#include <string>

namespace stead {

/// Where things lie for this run.
struct Paths {
  std::filesystem::path book;
  std::string book_from;  ///< What decided it: `--book`, `STEAD_BOOK`, `XDG_DATA_HOME` or `HOME`.
  std::optional<std::filesystem::path> state;  ///< For the journal; absent where there is no home.
};

/// `--book`, else `$STEAD_BOOK`, else `$XDG_DATA_HOME/stead/book.json`, else
/// `~/.local/share/stead/book.json`; a relative XDG path is ignored (XDG Base Directory
/// Specification 0.8). State likewise in `$XDG_STATE_HOME/stead`. Throws Error (usage) where
/// nothing says where the book is.
Paths find_paths(const World& world, const std::string& book_option);

/// The command that begins a book at this very place: `stead init`, which repeats a place that
/// somebody named.
std::string init_command(const Paths& paths);

}  // namespace stead
