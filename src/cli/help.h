#pragma once

#include "cli/command.h"

#include <string>

namespace stead {

/// How a command is called: `stead log WHO TEXT… [options]`.
std::string usage_of(const CLI::App& command);

/// What `stead COMMAND --help` says: an example first, then what it does, how it is called, and its
/// options.
Document command_help(const Parser& parser);

/// The same for programs.
std::string command_help_json(const Parser& parser);

/// What `stead help` says: every command by group.
Document general_help();
std::string general_help_json();

}  // namespace stead
