#include "cli/help.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <fmt/ranges.h>

#include <sstream>
#include <utility>

namespace stead {
namespace {

std::string full_path(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  return parent == nullptr ? "stead" : full_path(*parent) + ' ' + command.get_name();
}

std::string positional_usage(const CLI::Option& option) {
  std::string name = option.get_type_name();
  const bool says_itself = name.find('[') != std::string::npos;  // what may be left out
  if (option.get_items_expected_max() > 1) name += "…";
  return option.get_required() || says_itself ? name : '[' + name + ']';
}

Text option_label(const CLI::Option& option) {
  std::string label;
  for (const std::string& name : option.get_snames()) label += '-' + name + ", ";
  const char* separator = "";
  for (const std::string& name : option.get_lnames()) {
    label += separator + ("--" + name);
    separator = ", ";
  }
  if (option.get_expected_min() > 0) label += ' ' + option.get_type_name();
  return {label, Tone::code};
}

bool is_in_a_group(const CLI::Option& option) {
  return option.get_group() != CLI::OptionDefaults().get_group();
}

/// The options that have a line of their own.
Fields option_fields(const CLI::App& app) {
  Fields fields;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional() || option->get_name() == "--help") continue;
    if (is_in_a_group(*option)) continue;
    fields.fields.push_back({option_label(*option), {option->get_description()}});
  }
  return fields;
}

/// The options of a group share a paragraph: its name says what they are.
std::vector<Text> groups_of_options(const CLI::App& app) {
  std::vector<Text> groups;
  std::string last;
  for (const CLI::Option* option : app.get_options()) {
    if (!is_in_a_group(*option)) continue;
    const bool is_first = std::exchange(last, option->get_group()) != option->get_group();
    if (is_first) groups.emplace_back(option->get_group() + ": ");
    groups.back() += (is_first ? "" : ", ") + Text(option->get_name(), Tone::code);
  }
  return groups;
}

Fields argument_fields(const CLI::App& app) {
  Fields fields;
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_positional() || option->get_description().empty()) continue;
    fields.fields.push_back({{option->get_type_name(), Tone::code}, {option->get_description()}});
  }
  return fields;
}

void add_example(Document& document, const std::string& footer) {
  if (footer.empty()) return;
  Verbatim example;
  std::istringstream lines(footer);
  for (std::string line; std::getline(lines, line);) {
    example.lines.emplace_back(line, line.starts_with("$") ? Tone::code : Tone::faint);
  }
  document.add(std::move(example));
}

nlohmann::ordered_json options_json(const CLI::App& app) {
  auto options = nlohmann::ordered_json::array();
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_name() == "--help") continue;
    nlohmann::ordered_json row{{"name", option->get_positional() ? option->get_type_name()
                                                                 : option_label(*option).plain()},
                               {"help", option->get_description()}};
    options.push_back(std::move(row));
  }
  return options;
}

}  // namespace

std::string usage_of(const CLI::App& command) {
  if (command.get_name() == bare_command().name) return "usage: stead [options] COMMAND …";
  std::string usage = "usage: " + full_path(command);
  const auto subcommands = command.get_subcommands([](const CLI::App*) { return true; });
  if (!subcommands.empty()) {
    std::string names;
    for (const CLI::App* sub : subcommands) names += (names.empty() ? "" : "|") + sub->get_name();
    usage += ' ' + names + " …";
  }
  bool has_options = false;
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_positional()) usage += ' ' + positional_usage(*option);
    has_options = has_options || (!option->get_positional() && option->get_name() != "--help");
  }
  return has_options ? usage + " [options]" : usage;
}

/// The words of a command, such as `who covers`, and what each takes.
void add_words(Document& document, const std::vector<const CLI::App*>& words) {
  constexpr std::string_view kUsage = "usage: ";
  Fields usages;
  Fields options;
  for (const CLI::App* word : words) {
    usages.fields.push_back({{usage_of(*word).substr(kUsage.size()), Tone::code},
                             {Text(word->get_description(), Tone::faint)}});
    for (Field& field : option_fields(*word).fields) {
      // What several of them take alike is told once.
      const bool is_told = std::ranges::find(options.fields, field) != options.fields.end();
      if (!is_told) options.fields.push_back(std::move(field));
    }
  }
  document.add(std::move(usages));
  if (!options.fields.empty()) document.add(std::move(options));
}

Document command_help(const Parser& parser) {
  const CLI::App& command = *parser.command;
  Document document;
  add_example(document, command.get_footer());
  Verbatim head{{Text(command.get_description() + '.')}};
  const auto subcommands = command.get_subcommands([](const CLI::App*) { return true; });
  if (subcommands.empty()) head.lines.emplace_back(usage_of(command));
  document.add(std::move(head));
  if (!subcommands.empty()) add_words(document, {subcommands.begin(), subcommands.end()});
  for (Fields fields : {argument_fields(command), option_fields(command)}) {
    if (!fields.fields.empty()) document.add(std::move(fields));
  }
  for (const Text& group : groups_of_options(command)) document.add(Paragraph{group});
  document.add(Paragraph{Text("Options of every command: stead help", Tone::faint)});
  return document;
}

std::string command_help_json(const Parser& parser) {
  const CLI::App& command = *parser.command;
  nlohmann::ordered_json json{{"schema", "stead.help/1"},
                              {"command", command.get_name()},
                              {"summary", command.get_description()},
                              {"usage", usage_of(command)},
                              {"example", command.get_footer()},
                              {"options", options_json(command)}};
  for (const CLI::App* sub : command.get_subcommands([](const CLI::App*) { return true; })) {
    json["words"].push_back({{"word", sub->get_name()},
                             {"summary", sub->get_description()},
                             {"usage", usage_of(*sub)},
                             {"options", options_json(*sub)}});
  }
  return json.dump(2) + '\n';
}

Document general_help(const std::vector<std::string>& on_path) {
  Document document;
  document.add(Verbatim{{Text("$ stead log ana agreed the cut-over is on Friday", Tone::code)}});
  for (const Group group :
       {Group::record, Group::people, Group::cover, Group::review, Group::data, Group::help}) {
    Fields fields;
    for (const Command& command : commands()) {
      if (command.group != group) continue;
      fields.fields.push_back(
          {{std::string(command.name), Tone::code}, {std::string(command.summary)}});
    }
    if (fields.fields.empty()) continue;
    document.add(section(std::string(title_of(group))));
    document.add(std::move(fields));
  }
  if (!on_path.empty()) {
    document.add(section("On your PATH"));
    document.add(Paragraph{{fmt::format("{}", fmt::join(on_path, ", ")), Tone::code}});
  }
  GlobalOptions ignored;
  CLI::App app("", "stead");
  Syntax syntax(app);
  add_global_options(syntax, ignored);
  document.add(section("Options of every command"));
  document.add(option_fields(app));
  document.add(Paragraph{Text(
      "'stead COMMAND --help' tells more about one. New here? stead help tutorial", Tone::faint)});
  return document;
}

std::string general_help_json(const std::vector<std::string>& on_path) {
  auto table = nlohmann::ordered_json::array();
  for (const Command& command : commands()) {
    table.push_back({{"command", command.name},
                     {"group", title_of(command.group)},
                     {"summary", command.summary}});
  }
  GlobalOptions ignored;
  CLI::App app("", "stead");
  Syntax syntax(app);
  add_global_options(syntax, ignored);
  const nlohmann::ordered_json json{{"schema", "stead.help/1"},
                                    {"commands", std::move(table)},
                                    {"on_path", on_path},
                                    {"options", options_json(app)}};
  return json.dump(2) + '\n';
}

}  // namespace stead
