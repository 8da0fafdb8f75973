#pragma once

#include "cli/command.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class Option;
}

namespace stead {

/// Is it an option? `-` is not, nor is `-2w`: none begins with a digit.
bool is_option(std::string_view argument);

/// Does the option take the next argument as its value?
bool takes_a_value(const CLI::Option& option);

/// The word of a command (`who covers`) with this name; nullptr where there is none.
const CLI::App* find_subcommand(const CLI::App& command, std::string_view name);

/// The option of `command`, of the command that it is a word of, or of every command, with this
/// name (`--by`, `-q`); nullptr where there is none.
const CLI::Option* find_option(const Parser& parser, const CLI::App& command,
                               const std::string& name);

/// Where the command's name stands among the arguments: the first that is no option and no value
/// of a global one; `arguments.size()` where there is none.
std::size_t command_position(const std::vector<std::string>& arguments);

/// The arguments with a `--` that stands before the command put behind it, where it means the same:
/// no option comes any more. Throws Error (usage) where an option would have to be the command.
std::vector<std::string> with_command_first(std::vector<std::string> arguments);

/// What to say of a command that is none: the nearest names, those of `more` too, or where the list
/// is.
Error unknown_command(const std::string& name, std::vector<std::string> more = {});

/// Parses the whole line. Returns false where help is asked for. Throws Error (usage) that says in
/// plain words what does not fit, with the nearest options and how the command is used.
bool parse(Parser& parser, const std::vector<std::string>& arguments);

}  // namespace stead
