#pragma once

#include "cli/command.h"

#include <string>
#include <vector>

namespace stead {

/// How a command is called: `stead log WHO TEXT… [options]`.
std::string usage_of(const CLI::App& command);

/// What `stead COMMAND --help` says: an example first, then what it does, how it is called, and its
/// options.
Document command_help(const Parser& parser);

/// The same for programs.
std::string command_help_json(const Parser& parser);

/// What `stead help` says: every command by group, and those that PATH has besides.
Document general_help(const std::vector<std::string>& on_path);
std::string general_help_json(const std::vector<std::string>& on_path);

}  // namespace stead
