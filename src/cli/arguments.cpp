#include "cli/arguments.h"

#include "cli/help.h"
#include "stead/nearest.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

namespace stead {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool may_be_repeated(const CLI::Option& option) {
  return option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
}

bool is_blank(const std::string& value) {
  return value.find_first_not_of(" \t\n") == std::string::npos;
}

void collect_options(const CLI::App& app, std::vector<std::string>& names) {
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      // --help is an option of each command and of all
      if (std::ranges::find(names, "--" + name) == names.end()) names.push_back("--" + name);
    }
  }
}

/// `who covers`; `stead` where no command is named.
std::string full_name(const CLI::App& command) {
  if (command.get_name() == bare_command().name) return "stead";
  const CLI::App* parent = command.get_parent();
  if (parent == nullptr || parent->get_name() == "stead") return command.get_name();
  return full_name(*parent) + ' ' + command.get_name();
}

Error unknown_option(const Parser& parser, const CLI::App& command, const std::string& option) {
  std::vector<std::string> names;
  collect_options(command, names);
  collect_options(*parser.app, names);
  if (&command == parser.command && command.get_name() == bare_command().name) {
    names.emplace_back("--version");
  }
  const std::string meant = did_you_mean(nearest(option, names));
  return Error::usage("'{}' has no option '{}'", full_name(command), option)
      .with_hint(meant.empty() ? usage_of(command) : meant);
}

/// An option without its value, or with an empty one: nobody writes it to leave it out. A command
/// that has --unset empties fields by that.
Error value_missing(const CLI::App& command, const std::string& name) {
  const bool unsets = name != "--unset" && command.get_option_no_throw(name) != nullptr &&
                      command.get_option_no_throw("--unset") != nullptr;
  return Error::usage("option '{}' needs a value", name)
      .with_hint(unsets ? fmt::format("--unset {} empties it", name.substr(2)) : usage_of(command));
}

/// An option as a word of the line has it: `--name`, `--name=value`, `-n` or `-nvalue`.
struct OptionWord {
  std::string name;
  std::optional<std::string> rest;  ///< Its value, or more short options.
};

OptionWord read_option(const std::string& word) {
  if (!word.starts_with("--")) {
    return {word.substr(0, 2), word.size() > 2 ? std::optional(word.substr(2)) : std::nullopt};
  }
  const std::size_t equals = word.find('=');
  if (equals == std::string::npos) return {word, std::nullopt};
  return {word.substr(0, equals), word.substr(equals + 1)};
}

/// Refuses options that are none, lack their value, or are given twice where one value is all they
/// can have, before CLI11 does so in words of its own. Short options may be bundled (`-nq`).
void check_options(const Parser& parser, const std::vector<std::string>& arguments) {
  const CLI::App* command = parser.command;
  bool named = false;
  std::set<const CLI::Option*> given;
  for (auto word = arguments.begin(); word != arguments.end() && *word != "--"; ++word) {
    if (!is_option(*word)) {
      const CLI::App* sub = std::exchange(named, true) ? find_subcommand(*command, *word) : nullptr;
      if (sub != nullptr) command = sub;
      continue;
    }
    const auto [name, rest] = read_option(*word);
    const CLI::Option* option = find_option(parser, *command, name);
    if (option == nullptr) throw unknown_option(parser, *command, name);
    if (!takes_a_value(*option)) {
      if (!rest || !name.starts_with("--")) continue;
      throw Error::usage("option '{}' takes no value", name).with_hint(usage_of(*parser.command));
    }
    if (!rest && ++word == arguments.end()) throw value_missing(*command, name);
    if (is_blank(rest.value_or(*word))) throw value_missing(*command, name);
    if (!given.insert(option).second && !may_be_repeated(*option)) {
      throw Error::usage("option '{}' is given twice", name).with_hint(usage_of(*command));
    }
  }
}

/// The command whose words were being read, deepest first.
const CLI::App& innermost(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : innermost(*chosen.front());
}

/// CLI11 takes `[a,b]` for a list where several words may stand, and would write `a` and `b` into a
/// text. This sign in front of such a word keeps it whole.
constexpr char kGuard = '\x01';

std::string guarded(const std::string& argument) {
  const bool open = !argument.empty() && (argument.front() == '[' || argument.front() == kGuard);
  return open ? kGuard + argument : argument;
}

std::string without_guard(std::string word) {
  return word.starts_with(kGuard) ? word.substr(1) : std::move(word);
}

void take_guards_off(CLI::App& app) {
  for (CLI::Option* option : app.get_options()) {
    if (option->get_items_expected_max() == 0) continue;  // a flag
    option->transform(without_guard);
  }
  for (CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
    take_guards_off(*sub);
  }
}

std::string label(const CLI::Option& option) {
  return option.get_positional() ? option.get_type_name() : option.get_name();
}

/// The words that nothing took, as they were typed.
std::string surplus(const CLI::App& app) {
  std::string words;
  for (const std::string& word : app.remaining(true)) {
    if (word != "--") words += (words.empty() ? "" : " ") + without_guard(word);
  }
  return words;
}

/// What is missing. A command that has words of its own (`who covers`) may have got another one.
Error incomplete(const CLI::App& app, const CLI::App& command) {
  const std::string name = full_name(command);
  const std::string usage = usage_of(command);
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_required() && option->count() == 0) {
      return Error::usage("'{}' needs {}", name, label(*option)).with_hint(usage);
    }
  }
  const std::string words = surplus(app);
  if (words.empty()) return Error::usage("'{}' needs more", name).with_hint(usage);
  const std::string word = words.substr(0, words.find(' '));
  std::vector<std::string> names;
  for (const CLI::App* sub : command.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(sub->get_name());
  }
  const std::string meant = did_you_mean(nearest(word, names));
  return Error::usage("'{}' has no word '{}'", name, word).with_hint(meant.empty() ? usage : meant);
}

Error plain_error(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = innermost(app);
  const std::string name = full_name(command);
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) return incomplete(app, command);
  const std::string usage = usage_of(command);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    return Error::usage("'{}' does not know what to do with '{}'", name, surplus(app))
        .with_hint(usage);
  }
  return Error::usage("'{}': {}", name, error.what()).with_hint(usage);
}

}  // namespace

Parser::Parser(const Command& command_row, GlobalOptions& options)
    : app(std::make_unique<CLI::App>("", "stead")) {
  Syntax global(*app);
  add_global_options(global, options);
  command = app->add_subcommand(std::string(command_row.name), std::string(command_row.summary));
  command->fallthrough();
  Syntax syntax(*command);
  action = command_row.define(syntax);
}

Parser::~Parser() = default;

bool is_option(std::string_view argument) {
  return argument.size() > 1 && argument.front() == '-' && !is_digit(argument[1]);
}

bool takes_a_value(const CLI::Option& option) { return option.get_expected_min() > 0; }

const CLI::App* find_subcommand(const CLI::App& command, std::string_view name) {
  const auto found =
      command.get_subcommands([&](const CLI::App* sub) { return sub->get_name() == name; });
  return found.empty() ? nullptr : found.front();
}

const CLI::Option* find_option(const Parser& parser, const CLI::App& command,
                               const std::string& name) {
  if (const CLI::Option* option = command.get_option_no_throw(name)) return option;
  if (const CLI::Option* option = parser.command->get_option_no_throw(name)) return option;
  return parser.app->get_option_no_throw(name);
}

std::size_t command_position(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (takes_value(arguments[i])) {
      ++i;
    } else if (!is_option(arguments[i])) {
      return i;
    }
  }
  return arguments.size();
}

std::vector<std::string> with_command_first(std::vector<std::string> arguments) {
  for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
    if (arguments[i] == "--") {
      if (is_option(arguments[i + 1])) throw unknown_command(arguments[i + 1]);
      std::swap(arguments[i], arguments[i + 1]);
      break;
    }
    if (takes_value(arguments[i])) {
      ++i;
    } else if (!is_option(arguments[i])) {
      break;
    }
  }
  return arguments;
}

Error unknown_command(const std::string& name, std::vector<std::string> more) {
  std::vector<std::string> names = std::move(more);
  for (const Command& command : commands()) names.emplace_back(command.name);
  const std::string meant = did_you_mean(nearest(name, names));
  return Error::usage("'{}' is not a stead command", name)
      .with_hint(meant.empty() ? "'stead help' lists the commands" : meant);
}

bool parse(Parser& parser, const std::vector<std::string>& arguments) {
  // What stands behind a --help need not make sense.
  for (const std::string& argument : arguments) {
    if (argument == "--") break;
    if (argument == "--help" || argument == "-h") return false;
  }
  check_options(parser, arguments);
  take_guards_off(*parser.app);
  std::vector<std::string> reversed;
  std::ranges::transform(arguments.rbegin(), arguments.rend(), std::back_inserter(reversed),
                         guarded);
  try {
    parser.app->parse(std::move(reversed));
    return true;
  } catch (const CLI::ParseError& error) {
    throw plain_error(*parser.app, error);
  }
}

}  // namespace stead
