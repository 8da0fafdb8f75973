#pragma once

#include "cli/command.h"

#include <string>

namespace stead {

/// How a command is called: `stead log WHO TEXT… [options]`.
std::string usage_of(const CLI::App& command);

/// What `stead COMMAND --help` says: an example first, then what it does, how it is called, and its
/// options.
Document command_help(const Parser& parser);

/// What `stead help` says: every command by group.
Document general_help();

}  // namespace stead
