#include "cli/paths.h"

#include "stead/error.h"
#include "stead/text.h"

namespace stead {
namespace {

/// The folder that an XDG variable names, else its default under the home; nothing without either.
std::optional<std::filesystem::path> xdg_folder(const World& world, const std::string& variable,
                                                const std::string& under_home) {
  const std::filesystem::path named = world.variable(variable);
  if (named.is_absolute()) return named;
  const std::filesystem::path home = world.variable("HOME");
  if (home.is_absolute()) return home / under_home;
  return std::nullopt;
}

}  // namespace

Paths find_paths(const World& world, const std::string& book_option) {
  Paths paths;
  if (const auto folder = xdg_folder(world, "XDG_STATE_HOME", ".local/state")) {
    paths.state = *folder / "stead";
  }
  if (!book_option.empty()) {
    paths.book = book_option;
    paths.book_from = "--book";
  } else if (!world.variable("STEAD_BOOK").empty()) {
    paths.book = world.variable("STEAD_BOOK");
    paths.book_from = "STEAD_BOOK";
  } else if (const auto folder = xdg_folder(world, "XDG_DATA_HOME", ".local/share")) {
    paths.book = *folder / "stead" / "book.json";
    const bool named = std::filesystem::path(world.variable("XDG_DATA_HOME")).is_absolute();
    paths.book_from = named ? "XDG_DATA_HOME" : "HOME";
  } else {
    throw Error::usage("nothing says where the book is: HOME is not set")
        .with_hint("name it: stead --book FILE, or STEAD_BOOK=FILE");
  }
  return paths;
}

std::string init_command(const Paths& paths) {
  const bool is_named = paths.book_from == "--book" || paths.book_from == "STEAD_BOOK";
  return is_named ? "stead init --book " + shell_word(paths.book.native()) : "stead init";
}

}  // namespace stead
