#include "cli/completion.h"

#include "cli/arguments.h"
#include "cli/candidates.h"
#include "cli/command.h"
#include "cli/extensions.h"
#include "cli/record_options.h"
#include "cli/values.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <span>
#include <sstream>

namespace stead {
namespace {

void add_options(Candidates& candidates, const CLI::App& app,
                 const std::set<std::string>& foreign = {}) {
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      if (foreign.contains(name)) continue;
      candidates.add_name("--" + name,
                          name == "help" ? "Show how it is used" : option->get_description());
    }
  }
}

/// A word of a type name such as `[WHO] TEXT`.
struct Slot {
  std::string type;
  bool optional = false;
};

std::vector<Slot> slots_of(const std::string& type_name) {
  std::vector<Slot> slots;
  std::istringstream words(type_name);
  for (std::string word; words >> word;) {
    const bool optional = word.starts_with('[') && word.ends_with(']');
    slots.push_back({optional ? word.substr(1, word.size() - 2) : word, optional});
  }
  return slots;
}

/// The words of a line before the one that is being typed: where they lead.
class LineSoFar {
 public:
  LineSoFar(const Parser& parser, std::span<const std::string> words)
      : parser_(parser), command_(parser.command) {
    for (const std::string& word : words) take(word);
  }

  /// The command, or a word of it that has options of its own.
  const CLI::App& command() const { return *command_; }
  /// May an option come?
  bool options_ended() const { return options_ended_; }
  /// The option whose value comes next; nullptr: none.
  const CLI::Option* awaited() const { return awaited_; }

  /// The option of this name; nullptr: there is none.
  const CLI::Option* option(const std::string& name) const {
    return find_option(parser_, *command_, name);
  }

  /// What names the record whose fields the options are; empty where there is none yet.
  std::string record() const {
    const bool has_fields = command_->get_option_no_throw("--unset") != nullptr;
    return has_fields && !words_.empty() ? words_.front() : "";
  }

  /// The type names of the next positional, and the words that it has already. Of one that takes
  /// several words of different kinds, such as `[WHO] PERIOD`, those that may come now.
  struct Positional {
    std::vector<std::string> types;
    std::vector<std::string> before;
  };
  Positional positional() const {
    std::size_t first = 0;
    for (const CLI::Option* option : command_->get_options()) {
      if (!option->get_positional()) continue;
      const auto most = static_cast<std::size_t>(option->get_items_expected_max());
      if (words_.size() - first < most) {
        const auto begin = words_.begin() + static_cast<std::ptrdiff_t>(first);
        std::vector<std::string> before(begin, words_.end());
        std::vector<std::string> types = types_at(option->get_type_name(), before.size());
        return {std::move(types), std::move(before)};
      }
      first += most;
    }
    return {};
  }

 private:
  void take(const std::string& word) {
    if (awaited_ != nullptr) {
      says_who_ |= awaited_->get_type_name() == "WHO";
      awaited_ = nullptr;
    } else if (word == "--" && !options_ended_) {
      options_ended_ = true;
    } else if (!options_ended_ && is_option(word)) {
      const CLI::Option* named = option(word.substr(0, word.find('=')));
      if (named == nullptr || !takes_a_value(*named)) return;
      if (word.find('=') == std::string::npos) {
        awaited_ = named;
      } else {
        says_who_ |= named->get_type_name() == "WHO";
      }
    } else if (const CLI::App* sub = find_subcommand(*command_, word)) {
      command_ = sub;
    } else {
      words_.push_back(word);
    }
  }

  /// What may come as the word number `index`. Who is said by an option is not said again.
  std::vector<std::string> types_at(const std::string& type_name, std::size_t index) const {
    std::vector<Slot> slots = slots_of(type_name);
    if (says_who_)
      std::erase_if(slots, [](const Slot& s) { return s.optional && s.type == "WHO"; });
    std::vector<std::string> types;
    for (std::size_t at = std::min(index, slots.size() - 1); at < slots.size(); ++at) {
      types.push_back(slots[at].type);
      if (!slots[at].optional) break;
    }
    return types;
  }

  const Parser& parser_;
  const CLI::App* command_;
  bool options_ended_ = false;
  bool says_who_ = false;
  const CLI::Option* awaited_ = nullptr;
  std::vector<std::string> words_;
};

/// What suits the record that a line is about; nothing where no record is named, or several are.
std::optional<RecordOptions> options_for_record(LineContext& context, const LineSoFar& line) {
  if (line.record().empty()) return std::nullopt;
  try {
    const Book& book = context.whole_book();
    return record_options(book, record_named(book, line.record()));
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// `--unset FIELD[=VALUE]`: a field is what its option is called, and has that option's values.
void add_fields(Candidates& candidates, LineContext& context, const LineSoFar& line) {
  const std::size_t equals = candidates.begun().find('=');
  if (equals != std::string::npos) {
    const CLI::Option* option = line.option("--" + candidates.begun().substr(0, equals));
    if (option == nullptr || !takes_a_value(*option)) return;
    candidates.keep(equals + 1);
    return add_values(candidates, context, option->get_type_name());
  }
  if (const auto options = options_for_record(context, line)) {
    for (const std::string& name : options->to_unset) {
      const CLI::Option* option = line.option("--" + name);
      candidates.add_name(name, option == nullptr ? "" : option->get_description());
    }
    return;
  }
  for (const CLI::Option* option : line.command().get_options()) {
    for (const std::string& name : option->get_lnames()) {
      if (name != "help" && name != "unset") candidates.add_name(name, option->get_description());
    }
  }
}

void add_option_values(Candidates& candidates, LineContext& context, const LineSoFar& line,
                       const CLI::Option& option) {
  const std::string type = option.get_type_name();
  if (type == "FIELD[=VALUE]") return add_fields(candidates, context, line);
  add_values(candidates, context, type, line.positional().before);
}

/// `--format=js`: the option has its value in the same word.
void add_joined_values(Candidates& candidates, LineContext& context, const LineSoFar& line) {
  const std::size_t equals = candidates.begun().find('=');
  const CLI::Option* option = line.option(candidates.begun().substr(0, equals));
  if (option == nullptr || !takes_a_value(*option)) return;
  candidates.keep(equals + 1);
  add_option_values(candidates, context, line, *option);
}

void add_options_of(Candidates& candidates, LineContext& context, const Parser& parser,
                    const LineSoFar& line) {
  const std::optional<RecordOptions> record = options_for_record(context, line);
  add_options(candidates, line.command(), record ? record->foreign : std::set<std::string>());
  if (&line.command() != parser.command) add_options(candidates, *parser.command);
  add_options(candidates, *parser.app);
}

void add_words(Candidates& candidates, LineContext& context, const LineSoFar& line) {
  for (const CLI::App* sub : line.command().get_subcommands([](const CLI::App*) { return true; })) {
    candidates.add_name(sub->get_name(), sub->get_description());
  }
  const auto [types, before] = line.positional();
  for (const std::string& type : types) add_values(candidates, context, type, before);
}

void complete(Candidates& candidates, LineContext& context, const Command& command,
              std::span<const std::string> words) {
  GlobalOptions ignored;
  const Parser parser(command, ignored);
  const LineSoFar line(parser, words);
  if (line.awaited() != nullptr) {
    return add_option_values(candidates, context, line, *line.awaited());
  }
  const std::string& word = candidates.begun();
  if (line.options_ended() || !word.starts_with('-')) return add_words(candidates, context, line);
  if (word.find('=') != std::string::npos) return add_joined_values(candidates, context, line);
  add_options_of(candidates, context, parser, line);
}

/// The value of a global option in a line that is not whole yet; the last one counts.
std::string value_in(const std::vector<std::string>& words, const std::string& option) {
  std::string value;
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    if (words[i] == option && i + 1 < words.size()) value = words[i + 1];
    if (words[i].starts_with(option + '=')) value = words[i].substr(option.size() + 1);
  }
  return value;
}

/// A shell has not yet replaced a `~` in a line that is being typed.
std::string with_home(const World& world, const std::string& path) {
  return path.starts_with("~/") ? world.variable("HOME") + path.substr(1) : path;
}

GlobalOptions options_in(const World& world, const std::vector<std::string>& words) {
  GlobalOptions options;
  options.book = with_home(world, value_in(words, "--book"));
  options.now = value_in(words, "--now");
  return options;
}

/// What the filter of a command is asked of.
Collection listed_by(std::string_view command) {
  return command == "promises" || command == "waiting" ? Collection::promises
                                                       : Collection::contacts;
}

std::string complete(const World& world, std::vector<std::string> before, std::string word,
                     Taking taking) {
  Candidates candidates(std::move(word), taking);
  const std::size_t position = command_position(before);
  LineContext context(world, options_in(world, before),
                      listed_by(position < before.size() ? before[position] : ""));
  const Command* command = &bare_command();
  if (position < before.size()) {
    command = find_command(before[position]);
    if (command == nullptr) {  // stead cannot know what another program takes
      if (find_extension(world, before[position])) candidates.offer_files();
      return candidates.lines();
    }
    before.erase(before.begin() + static_cast<std::ptrdiff_t>(position));
  } else if (const std::string& begun = candidates.begun(); !begun.starts_with('-')) {
    if (before.empty() || !takes_value(before.back())) {
      add_values(candidates, context, "COMMAND");
      return candidates.lines();
    }
  } else {
    candidates.add_name("--version", "Print the version");
  }
  complete(candidates, context, *command, before);
  return candidates.lines();
}

}  // namespace

bool is_completion_request(const std::vector<std::string>& arguments) {
  return !arguments.empty() &&
         (arguments.front() == kCompletionRequest || arguments.front() == kCompletionRequestOfFish);
}

std::string completions(const World& world) {
  std::vector<std::string> words(world.arguments.begin() + 1, world.arguments.end());
  std::string word;
  if (!words.empty()) {
    word = std::move(words.back());
    words.pop_back();
  }
  const bool of_fish = world.arguments.front() == kCompletionRequestOfFish;
  try {
    return complete(world, std::move(words), std::move(word),
                    of_fish ? Taking::containing : Taking::as_they_are);
  } catch (const std::exception&) {
    return {};
  }
}

}  // namespace stead
