#pragma once

#include "stead/edits.h"
#include "stead/time.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace stead {

/// Another program, to be run while stead waits for it.
struct Program {
  /// The program, looked for on PATH where there is no slash in it, and its arguments.
  std::vector<std::string> words;
  std::map<std::string, std::string> environment = {};  ///< Added to stead's own.
  std::optional<std::string> input = {};  ///< For its standard input; else it gets stead's own.
};

/// Everything that a run is told about the outside, as a value: main() asks the process for it, a
/// test makes one up.
struct World {
  std::vector<std::string> arguments;  ///< Without the program's name.
  std::map<std::string, std::string> environment;
  Now now;
  Random random;

  std::istream& in;
  std::ostream& out;
  std::ostream& err;

  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::optional<std::size_t> terminal_columns;  ///< As the terminal itself says.
  std::optional<std::size_t> terminal_rows;
  std::function<std::string()> account_name;  ///< The full name of the account; "" if it has none.
  /// Is there a time zone of this name, which has the form of one, in the system's database?
  /// Nothing where there is no database.
  std::function<std::optional<bool>(const std::string&)> has_zone;
  /// Runs a program on the terminal and waits for its end. Returns its exit status, 128 and the
  /// number of the signal where one killed it, 255 where it ran and its end is not known; nothing
  /// where it cannot be started, as when there is none such. Meanwhile the keys that interrupt or
  /// quit are the program's alone.
  std::function<std::optional<int>(const Program&)> run_program;

  /// The value of an environment variable; "" where it is not set.
  const std::string& variable(const std::string& name) const;
};

/// Runs stead once: reads the arguments, opens the book, does what was asked, saves and prints.
/// Returns the exit status; every error has been printed. Throws std::bad_alloc where there is no
/// memory even for saying so, and nothing else.
int run(const World& world);

}  // namespace stead
