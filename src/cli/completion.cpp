#include "cli/completion.h"

#include "cli/arguments.h"
#include "cli/command.h"

#include <CLI/CLI.hpp>

#include <array>
#include <set>
#include <span>

namespace stead {
namespace {

/// The lines that fit what was begun.
class Candidates {
 public:
  explicit Candidates(std::string begun) : begun_(std::move(begun)) {}

  void add(std::string_view candidate, std::string_view description) {
    if (!candidate.starts_with(begun_) || !seen_.emplace(candidate).second) return;
    lines_ += fmt::format("{}\t{}\n", candidate, description);
  }

  void add_commands() {
    for (const Command& command : commands()) add(command.name, command.summary);
  }

  void add_options(const CLI::App& app) {
    for (const CLI::Option* option : app.get_options()) {
      for (const std::string& name : option->get_lnames()) {
        add("--" + name, name == "help" ? "Show how it is used" : option->get_description());
      }
    }
  }

  void add_values(const std::string& option, const std::string& front = {}) {
    for (const std::string_view value : choices_of(option)) add(front + std::string(value), "");
  }

  const std::string& begun() const { return begun_; }
  const std::string& lines() const { return lines_; }

 private:
  std::string begun_;
  std::string lines_;
  std::set<std::string> seen_;  // --help is an option of each command and of all
};

/// `--format=js`: the option has its value in the same word.
bool add_joined_values(Candidates& candidates) {
  const std::size_t equals = candidates.begun().find('=');
  if (!candidates.begun().starts_with("--") || equals == std::string::npos) return false;
  const std::string option = candidates.begun().substr(0, equals);
  candidates.add_values(option, option + '=');
  return true;
}

void add_global_candidates(Candidates& candidates) {
  if (!candidates.begun().starts_with('-')) return candidates.add_commands();
  GlobalOptions ignored;
  CLI::App app("", "stead");
  add_global_options(app, ignored);
  candidates.add_options(app);
  candidates.add("--version", "Print the version");
}

const CLI::App* find_subcommand(const CLI::App& command, const std::string& name) {
  const auto found =
      command.get_subcommands([&](const CLI::App* sub) { return sub->get_name() == name; });
  return found.empty() ? nullptr : found.front();
}

/// The words of a command that were typed so far: where they lead.
struct Typed {
  const CLI::App* command;  ///< The command, or a word of it that has options of its own.
  bool options_ended = false;
  std::string awaited;  ///< The option whose value comes next.
};

bool awaits_value(const Parser& parser, const CLI::App& command, const std::string& word) {
  for (const CLI::App* app :
       std::array<const CLI::App*, 3>{&command, parser.command, parser.app.get()}) {
    if (const CLI::Option* option = app->get_option_no_throw(word)) {
      return option->get_expected_min() > 0;
    }
  }
  return false;
}

Typed follow(const Parser& parser, std::span<const std::string> words) {
  Typed typed{parser.command};
  for (const std::string& word : words) {
    if (!typed.awaited.empty()) {
      typed.awaited.clear();
    } else if (word == "--") {
      typed.options_ended = true;
    } else if (typed.options_ended) {
      continue;
    } else if (word.starts_with('-') && awaits_value(parser, *typed.command, word)) {
      typed.awaited = word;
    } else if (const CLI::App* sub = find_subcommand(*typed.command, word)) {
      typed.command = sub;
    }
  }
  return typed;
}

void add_candidates_of(const Command& command, std::span<const std::string> words,
                       Candidates& candidates) {
  GlobalOptions ignored;
  const Parser parser(command, ignored);
  const Typed typed = follow(parser, words);
  if (!typed.awaited.empty()) return candidates.add_values(typed.awaited);
  if (candidates.begun().starts_with('-')) {
    if (typed.options_ended || add_joined_values(candidates)) return;
    candidates.add_options(*typed.command);
    if (typed.command != parser.command) candidates.add_options(*parser.command);
    return candidates.add_options(*parser.app);
  }
  for (const CLI::App* sub : typed.command->get_subcommands([](const CLI::App*) { return true; })) {
    candidates.add(sub->get_name(), sub->get_description());
  }
  if (command.name == "help") candidates.add_commands();
}

}  // namespace

std::string completions(const std::vector<std::string>& words) {
  Candidates candidates(words.empty() ? "" : words.back());
  std::vector<std::string> before = words;
  if (!before.empty()) before.pop_back();
  const std::size_t position = command_position(before);
  if (position < before.size()) {
    const Command* command = find_command(before[position]);
    if (command == nullptr) return {};
    add_candidates_of(*command, std::span(before).subspan(position + 1), candidates);
  } else if (!before.empty() && takes_value(before.back())) {
    candidates.add_values(before.back());
  } else if (!add_joined_values(candidates)) {
    add_global_candidates(candidates);
  }
  return candidates.lines();
}

}  // namespace stead
