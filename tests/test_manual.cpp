#include "cli/command.h"
#include "cli/help.h"
#include "examples.h"
#include "manual_page.h"
#include "stead/filter.h"

#include <doctest/doctest.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>
#include <set>
#include <sstream>
#include <utility>

// What people read beside the program says what the program does.

namespace {

using stead::Access;
using stead::Command;
using stead::commands;
using stead::Parser;
using stead::usage_of;
using stead::test::contents_of;
using stead::test::displays_of;
using stead::test::fits;
using stead::test::Harness;
using stead::test::lines_of;
using stead::test::manual_page;
using stead::test::manual_pages;
using stead::test::ManualPage;
using stead::test::plain_macros;

/// A line each, so that a failed comparison shows what differs.
template <typename Texts>
std::string in_lines(const Texts& texts) {
  return fmt::format("\n{}\n", fmt::join(texts, "\n"));
}

/// The rests of the lines of a part of stead(1) that begin with `macro`: `.It Cm log`.
std::vector<std::string> items(const std::string& part, const std::string& macro) {
  return manual_page("stead", "1").behind(macro, part);
}

std::string rest_of_item(const std::string& part, const std::string& item) {
  const ManualPage page = manual_page("stead", "1");
  std::string text;
  bool inside = false;
  for (const std::string& line : page.part(part)) {
    if (inside && line.starts_with('.')) break;
    if (inside) text += (text.empty() ? "" : " ") + line;
    if (line == item) inside = true;
  }
  return text;
}

ManualPage page_of(const Command& command) {
  return manual_page("stead-" + std::string(command.name), "1");
}

/// The command, and the words of it that have options of their own.
std::vector<const CLI::App*> apps_of(const Parser& parser) {
  std::vector<const CLI::App*> apps{parser.command};
  for (const CLI::App* word :
       std::as_const(*parser.command).get_subcommands([](const CLI::App*) { return true; })) {
    apps.push_back(word);
  }
  return apps;
}

/// `WHO|ID`, or `-n, --dry-run`, `--at, --on WHEN`.
std::string label_of(const CLI::Option& option) {
  if (option.get_positional()) return option.get_type_name();
  std::string label;
  for (const std::string& name : option.get_snames()) label += "-" + name + ", ";
  for (const std::string& name : option.get_lnames()) label += "--" + name + ", ";
  label.resize(label.size() - 2);
  return option.get_expected_min() > 0 ? label + ' ' + option.get_type_name() : label;
}

/// A page tells once of what several words of a command take.
std::multiset<std::string> labels_of(const Parser& parser) {
  std::set<std::string> labels;
  for (const CLI::App* app : apps_of(parser)) {
    for (const CLI::Option* option : app->get_options()) {
      if (option->get_name() != "--help") labels.insert(label_of(*option));
    }
  }
  return {labels.begin(), labels.end()};
}

/// Every name that the command takes as an option, those of all commands included.
std::set<std::string> option_names(const Parser& parser) {
  std::set<std::string> names{"--version", "--"};
  std::vector<const CLI::App*> apps = apps_of(parser);
  apps.push_back(parser.app.get());
  for (const CLI::App* app : apps) {
    for (const CLI::Option* option : app->get_options()) {
      for (const std::string& name : option->get_snames()) names.insert("-" + name);
      for (const std::string& name : option->get_lnames()) names.insert("--" + name);
    }
  }
  return names;
}

/// The names behind `Fl` in a line of macros.
std::vector<std::string> flags_in(const std::string& line) {
  std::vector<std::string> flags;
  if (!line.starts_with('.')) return flags;
  std::istringstream words(line.substr(1));
  for (std::string before, word; words >> word; before = word) {
    if (before == "Fl") flags.push_back("-" + word);
  }
  return flags;
}

/// How the command is called: by the help, and by the page. The page keeps `…` inside of brackets.
std::vector<std::string> usages_of(const Parser& parser) {
  std::vector<std::string> usages;
  const std::vector<const CLI::App*> apps = apps_of(parser);
  for (auto app = apps.begin() + (apps.size() > 1 ? 1 : 0); app != apps.end(); ++app) {
    std::string usage = usage_of(**app).substr(std::string("usage: ").size());
    if (const std::size_t at = usage.find("]…"); at != std::string::npos) {
      usage.replace(at, std::string("]…").size(), "…]");
    }
    usages.push_back(usage);
  }
  return usages;
}

std::vector<std::string> usages_on(const ManualPage& page) {
  std::vector<std::string> usages;
  for (const std::string& line : page.part("SYNOPSIS")) {
    if (line.starts_with(".Nm")) {
      usages.push_back(plain_macros(line.substr(1)));
    } else {
      usages.back() += ' ' + plain_macros(line.substr(1));
    }
  }
  return usages;
}

/// The statuses that the page lists: `.It 3 , 4`.
std::set<std::string> statuses_on(const ManualPage& page) {
  std::set<std::string> statuses;
  for (const std::string& item : page.behind(".It ", "EXIT STATUS")) {
    std::istringstream words(item);
    for (std::string word; words >> word;) {
      if (word != ",") CHECK_MESSAGE(statuses.insert(word).second, word);
    }
  }
  return statuses;
}

/// Does the source of the command have this in it?
bool says(const Command& command, const std::string& text) {
  std::string file = std::string(command.name) + ".cpp";
  std::ranges::replace(file, '-', '_');
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           std::filesystem::path(STEAD_SOURCE_DIR) / "src/commands")) {
    if (entry.path().filename() != file) continue;
    return contents_of(entry.path()).find(text) != std::string::npos;
  }
  return false;
}

std::set<std::string> statuses_of(const Command& command) {
  std::set<std::string> statuses{"0", "2", "4"};
  const bool writes = command.access == Access::write || command.access == Access::begin ||
                      says(command, "hold_book()");
  if (says(command, "Status::no;")) statuses.insert("1");
  if (command.access != Access::none && command.access != Access::begin) statuses.insert("3");
  if (writes) statuses.insert("5");
  return statuses;
}

}  // namespace

TEST_CASE("every command has a page, and every page of section 1 is a command's") {
  std::set<std::string> expected{"stead"};
  for (const Command& command : commands()) expected.insert("stead-" + std::string(command.name));
  std::set<std::string> found;
  for (const ManualPage& page : manual_pages()) {
    if (page.section == "1") found.insert(page.name);
  }
  CHECK(in_lines(found) == in_lines(expected));
}

TEST_CASE("a command's page has its name, the summary of the table and all parts in their order") {
  const std::vector<std::string> parts{"NAME",        "SYNOPSIS", "DESCRIPTION", "OPTIONS",
                                       "EXIT STATUS", "EXAMPLES", "SEE ALSO"};
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    const ManualPage page = page_of(command);
    std::string summary(command.summary);
    summary.front() = static_cast<char>(std::tolower(summary.front()));
    CHECK(page.part("NAME") == std::vector<std::string>{".Nm " + page.name, ".Nd " + summary});
    std::vector<std::string> found;
    const std::string text =
        contents_of(std::filesystem::path(STEAD_SOURCE_DIR) / "man" / (page.name + ".1"));
    for (const std::string& line : lines_of(text)) {
      const std::string heading = line.starts_with(".Sh ") ? line.substr(4) : "";
      if (std::ranges::find(parts, heading) != parts.end()) found.push_back(heading);
    }
    CHECK(found == parts);
  }
}

TEST_CASE("a page's synopsis is the usage that the command itself shows") {
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    stead::GlobalOptions ignored;
    CHECK(in_lines(usages_on(page_of(command))) == in_lines(usages_of(Parser(command, ignored))));
  }
}

TEST_CASE("a page lists every option and argument of its command, and no other") {
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    stead::GlobalOptions ignored;
    const Parser parser(command, ignored);
    const ManualPage page = page_of(command);
    std::multiset<std::string> listed;
    for (const std::string& item : page.behind(".It ", "OPTIONS")) {
      listed.insert(plain_macros(item));
    }
    CHECK(in_lines(listed) == in_lines(labels_of(parser)));
    const std::set<std::string> names = option_names(parser);
    for (const std::string& line : page.lines()) {
      for (const std::string& flag : flags_in(line)) {
        CHECK_MESSAGE(names.contains(flag), "there is no option " << flag);
      }
    }
  }
}

TEST_CASE("a page lists the exit statuses that its command can have") {
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    CHECK(in_lines(statuses_on(page_of(command))) == in_lines(statuses_of(command)));
  }
}

TEST_CASE("every example of the manual prints what it shows") {
  for (const ManualPage& page : manual_pages()) {
    if (page.name == "stead" || page.parts.count("EXAMPLES") == 0) continue;
    CAPTURE(page.name);
    stead::test::Stage stage(page.name != "stead-init");
    stage.stead.environment["COLUMNS"] = "72";
    int played = 0;
    for (const auto& display : displays_of(page.part("EXAMPLES"))) {
      if (display.empty() || !display.front().starts_with("$ ")) continue;
      for (const auto& example : stead::test::examples_in(display)) {
        CAPTURE(example.command);
        const auto result = stage.run(example.command);
        // Hints may be left out.
        const bool is_shown =
            fits(example.printed, result.out) || fits(example.printed, result.out + result.err);
        CHECK_MESSAGE(is_shown, "it prints:\n" << result.out << result.err);
        ++played;
      }
    }
    CHECK((played > 0 || page.section == "5"));
  }
}

TEST_CASE("the tutorial goes as it is told, word for word, on one book that begins empty") {
  stead::test::Stage stage(false);
  stage.stead.environment["COLUMNS"] = "72";
  const auto page = std::filesystem::path(STEAD_SOURCE_DIR) / "man/stead-tutorial.7";
  int played = 0;
  for (const auto& display : displays_of(lines_of(contents_of(page)))) {
    if (display.empty() || !display.front().starts_with("$ ")) continue;
    for (const auto& example : stead::test::examples_in(display)) {
      CAPTURE(example.command);
      const auto result = stage.run(example.command);
      CHECK(in_lines(example.printed) == in_lines(lines_of(result.out + result.err)));
      CHECK(result.status < 2);
      ++played;
    }
  }
  CHECK(played > 30);
}

TEST_CASE("a page names only pages of ours that exist, and says where to read on") {
  std::set<std::string> pages;
  for (const ManualPage& page : manual_pages()) pages.insert(page.name + ' ' + page.section);
  for (const ManualPage& page : manual_pages()) {
    CAPTURE(page.name);
    CHECK(!page.behind(".Xr ", "SEE ALSO").empty());
    for (const std::string& line : page.lines()) {
      if (!line.starts_with(".Xr stead")) continue;
      const std::string named = line.substr(4, line.find(' ', line.find(' ', 4) + 1) - 4);
      CHECK_MESSAGE(pages.contains(named), line);
      CHECK(named != page.name + ' ' + page.section);
    }
  }
}

TEST_CASE("stead(1) lists the commands of the table, in its order and with its words") {
  std::vector<std::string> expected;
  for (const Command& command : commands()) {
    expected.emplace_back(command.name);
    CHECK(rest_of_item("COMMANDS", ".It Cm " + std::string(command.name)) ==
          std::string(command.summary) + ".");
  }
  CHECK(in_lines(items("COMMANDS", ".It Cm ")) == in_lines(expected));
}

TEST_CASE("stead(1) has the groups of the table as headings") {
  std::vector<std::string> expected;
  for (const Command& command : commands()) {
    const std::string title(stead::title_of(command.group));
    if (expected.empty() || expected.back() != title) expected.push_back(title);
  }
  CHECK(in_lines(items("COMMANDS", ".Ss ")) == in_lines(expected));
}

TEST_CASE("stead(1) lists the options that every command has") {
  stead::GlobalOptions ignored;
  CLI::App app("", "stead");
  stead::Syntax syntax(app);
  stead::add_global_options(syntax, ignored);
  std::vector<std::string> expected;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_name() == "--help") continue;
    std::string item;
    for (const std::string& name : option->get_snames()) item += name + " , Fl ";
    item += "-" + option->get_lnames().front();
    if (option->get_expected_min() > 0) item += " Ar " + option->get_type_name();
    expected.push_back(item);
  }
  CHECK(in_lines(items("OPTIONS", ".It Fl ")) == in_lines(expected));
}

TEST_CASE("stead(1) lists the keys of filters with their meaning") {
  std::vector<std::string> expected;
  for (const stead::Filter::Key& key : stead::Filter::keys()) {
    expected.emplace_back(key.example);
    std::string meaning(key.meaning);
    meaning.front() = static_cast<char>(std::toupper(meaning.front()));
    CHECK(rest_of_item("FILTERS", ".It " + std::string(key.example)) == meaning + ".");
  }
  CHECK(in_lines(items("FILTERS", ".It ")) == in_lines(expected));
}

TEST_CASE("the dates that stead(1) shows are read as it says") {
  Harness stead;
  int rows = 0;
  for (const std::string& row : items("DATES", ".It ")) {
    const std::size_t first = row.find(" Ta ");
    const std::size_t second = row.find(" Ta ", first + 4);
    std::istringstream expressions(row.substr(0, first));
    const std::string back = row.substr(first + 4, second - first - 4);
    const std::string forward = row.substr(second + 4);
    if (row.starts_with("Em ")) continue;
    for (std::string expression; std::getline(expressions, expression, ',');) {
      CAPTURE(expression);
      const auto result = stead.run("date " + expression);
      ++rows;
      if (back == "refused") {
        CHECK(result.status == 2);
        continue;
      }
      const std::size_t end = result.out.find('\n');
      CHECK_MESSAGE(result.out.substr(0, end).find(' ' + back + "  ") != std::string::npos,
                    result.out);
      CHECK_MESSAGE(result.out.substr(end).find(' ' + forward + "  ") != std::string::npos,
                    result.out);
    }
  }
  CHECK(rows > 10);
}

TEST_CASE("the first day in stead(1) goes as it is shown") {
  Harness stead;
  int played = 0;
  const ManualPage page = manual_page("stead", "1");
  for (const std::string& line : page.part("EXAMPLES")) {
    if (!line.starts_with("$ stead ")) continue;
    CAPTURE(line);
    const auto result = stead.run(line.substr(8));
    CHECK_MESSAGE(result.status == 0, result.err);
    ++played;
  }
  CHECK(played > 3);
}
