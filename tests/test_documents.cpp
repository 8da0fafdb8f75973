#include "cli/command.h"
#include "harness.h"
#include "stead/filter.h"

#include <doctest/doctest.h>
#include <CLI/CLI.hpp>

#include <cctype>
#include <sstream>

// What people read beside the program says what the program does.

namespace {

/// The lines of a section of man/stead.1, from its `.Sh` to the next.
std::vector<std::string> manual_section(const std::string& name) {
  std::istringstream lines(
      stead::test::contents_of(std::filesystem::path(STEAD_SOURCE_DIR) / "man/stead.1"));
  std::vector<std::string> section;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(".Sh ")) inside = line == ".Sh " + name;
    if (inside) section.push_back(line);
  }
  CHECK_MESSAGE(section.size() > 1, name);
  return section;
}

/// The first words of the items in a section whose line begins with `macro`: `.It Cm log`.
std::vector<std::string> items(const std::string& section, const std::string& macro) {
  std::vector<std::string> found;
  for (const std::string& line : manual_section(section)) {
    if (line.starts_with(macro)) found.push_back(line.substr(macro.size()));
  }
  return found;
}

std::string rest_of_item(const std::string& section, const std::string& item) {
  std::string text;
  bool inside = false;
  for (const std::string& line : manual_section(section)) {
    if (inside && line.starts_with('.')) break;
    if (inside) text += (text.empty() ? "" : " ") + line;
    if (line == item) inside = true;
  }
  return text;
}

}  // namespace

TEST_CASE("stead(1) lists the commands of the table, in its order and with its words") {
  std::vector<std::string> expected;
  for (const stead::Command& command : stead::commands()) {
    expected.emplace_back(command.name);
    CHECK(rest_of_item("COMMANDS", ".It Cm " + std::string(command.name)) ==
          std::string(command.summary) + ".");
  }
  CHECK(items("COMMANDS", ".It Cm ") == expected);
}

TEST_CASE("stead(1) has the groups of the table as headings") {
  std::vector<std::string> expected;
  for (const stead::Command& command : stead::commands()) {
    const std::string title(stead::title_of(command.group));
    if (expected.empty() || expected.back() != title) expected.push_back(title);
  }
  CHECK(items("COMMANDS", ".Ss ") == expected);
}

TEST_CASE("stead(1) lists the options that every command has") {
  stead::GlobalOptions ignored;
  CLI::App app("", "stead");
  stead::add_global_options(app, ignored);
  std::vector<std::string> expected;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_name() == "--help") continue;
    std::string item;
    for (const std::string& name : option->get_snames()) item += name + " , Fl ";
    item += "-" + option->get_lnames().front();
    if (option->get_expected_min() > 0) item += " Ar " + option->get_type_name();
    expected.push_back(item);
  }
  CHECK(items("OPTIONS", ".It Fl ") == expected);
}

TEST_CASE("stead(1) lists the keys of filters with their meaning") {
  std::vector<std::string> expected;
  for (const stead::Filter::Key& key : stead::Filter::keys()) {
    expected.emplace_back(key.example);
    std::string meaning(key.meaning);
    meaning.front() = static_cast<char>(std::toupper(meaning.front()));
    CHECK(rest_of_item("FILTERS", ".It " + std::string(key.example)) == meaning + ".");
  }
  CHECK(items("FILTERS", ".It ") == expected);
}

TEST_CASE("the dates that stead(1) shows are read as it says") {
  stead::test::Harness stead;
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
  stead::test::Harness stead;
  int played = 0;
  for (const std::string& line : manual_section("EXAMPLES")) {
    if (!line.starts_with("$ stead ")) continue;
    CAPTURE(line);
    const auto result = stead.run(line.substr(8));
    CHECK_MESSAGE(result.status == 0, result.err);
    ++played;
  }
  CHECK(played > 3);
}
