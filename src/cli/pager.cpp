#include "cli/pager.h"

#include "cli/program_path.h"

#include <algorithm>
#include <ostream>

namespace stead {
namespace {

/// What a shell ends with when it cannot run what it was told to (POSIX, 2.8.2).
constexpr int kNotExecutable = 126;
constexpr int kNotFound = 127;

constexpr std::size_t kUsualColumns = 80;

/// May somebody page on this terminal?
bool can_page(const World& world, const GlobalOptions& options) {
  const std::string& term = world.variable("TERM");
  return world.out_is_terminal && !options.no_pager && !term.empty() && term != "dumb";
}

/// Does the text fit, with a line for the shell? A line has at most as many columns as bytes; where
/// that makes too many rows, the pager looks for itself.
bool fits(const World& world, std::string_view text) {
  if (!world.terminal_rows) return true;
  const std::size_t columns = world.terminal_columns.value_or(kUsualColumns);
  std::size_t rows = 1;
  while (!text.empty() && rows <= *world.terminal_rows) {
    const std::size_t bytes = std::min(text.find('\n'), text.size());
    rows += 1 + bytes / columns;
    text.remove_prefix(std::min(bytes + 1, text.size()));
  }
  return rows <= *world.terminal_rows;
}

/// The pager, with git's options for `less` and `lv` where the user has none; nothing where none is
/// wanted, or there.
std::optional<Program> pager(const World& world) {
  Program program;
  if (world.environment.contains("PAGER")) {
    const std::string& command = world.variable("PAGER");
    if (command.empty() || command == "cat") return std::nullopt;
    program.words = {kShell, "-c", command};
  } else if (const auto less = find_program(world, "less")) {
    program.words = {*less};
  } else {
    return std::nullopt;
  }
  if (!world.environment.contains("LESS")) program.environment["LESS"] = "FRX";
  if (!world.environment.contains("LV")) program.environment["LV"] = "-c";
  return program;
}

}  // namespace

void show_in_pager(const World& world, const GlobalOptions& options, std::string_view text) {
  if (can_page(world, options) && !fits(world, text)) {
    if (std::optional<Program> program = pager(world)) {
      program->input = text;
      const int status = world.run_program(*program).value_or(kNotFound);
      if (status != kNotFound && status != kNotExecutable) return;
    }
  }
  world.out << text;
}

bool show_manual(const World& world, const GlobalOptions& options, const std::string& page) {
  if (!can_page(world, options)) return false;
  const auto man = find_program(world, "man");
  if (!man) return false;
  const std::string script = "\"$0\" -w \"$1\" >/dev/null 2>&1 || exit " +
                             std::to_string(kNotFound) + "; exec \"$0\" \"$1\"";
  const auto status = world.run_program({{kShell, "-c", script, *man, page}});
  return status && *status != kNotFound;
}

}  // namespace stead
