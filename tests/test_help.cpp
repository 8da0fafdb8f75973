#include "cli/command.h"
#include "cli/world.h"
#include "examples.h"
#include "scratch_folder.h"

#include <doctest/doctest.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

namespace {

using stead::Command;
using stead::commands;
using stead::GlobalOptions;
using stead::Parser;
using stead::test::contents_of;
using stead::test::examples_in;
using stead::test::fits;
using stead::test::Harness;
using stead::test::lines_of;
using stead::test::Result;

std::string footer_of(const Command& command) {
  GlobalOptions ignored;
  return Parser(command, ignored).command->get_footer();
}

/// In lines of 80 columns: a screen, but for the commands that have an option for each field.
std::size_t longest_help(std::string_view command) {
  if (command == "add") return 35;
  if (command == "set") return 30;
  return 24;
}

std::filesystem::path source(const std::string& path) {
  return std::filesystem::path(STEAD_SOURCE_DIR) / path;
}

}  // namespace

TEST_CASE(
    "every command's --help is one screen that begins with an example and names each option") {
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    Harness stead;
    const Result result = stead.run({std::string(command.name), "--help"});
    CHECK(result.status == 0);
    CHECK(result.err.empty());
    CHECK(result.out.starts_with("$ stead"));
    CHECK(lines_of(result.out).size() <= longest_help(command.name));

    GlobalOptions ignored;
    const Parser parser(command, ignored);
    std::vector<const CLI::App*> apps{parser.command};
    for (const CLI::App* word :
         std::as_const(*parser.command).get_subcommands([](const CLI::App*) { return true; })) {
      apps.push_back(word);
      CHECK_MESSAGE(result.out.find(word->get_name()) != std::string::npos, word->get_name());
    }
    for (const CLI::App* app : apps) {
      for (const CLI::Option* option : app->get_options()) {
        if (option->get_name() == "--help") continue;
        const std::string name =
            option->get_positional() ? option->get_type_name() : option->get_name();
        CHECK_MESSAGE(result.out.find(name) != std::string::npos, name);
        CHECK_MESSAGE(!option->get_description().ends_with("."), name);
      }
    }
    CHECK(stead.run({"help", std::string(command.name)}) == result);
  }
}

TEST_CASE("every command's example prints what it says") {
  for (const Command& command : commands()) {
    stead::test::Stage stage(command.name != "init");
    for (const auto& example : examples_in(lines_of(footer_of(command)))) {
      CAPTURE(example.command);
      const Result result = stage.run(example.command);
      CHECK_MESSAGE(fits(example.printed, result.out), "it prints:\n" << result.out << result.err);
      CHECK(result.status < 2);
    }
  }
}

TEST_CASE("every command has a file of its own in the folder of its group, and no file is left") {
  const std::map<stead::Group, std::string> folders{
      {stead::Group::record, "record"}, {stead::Group::people, "people"},
      {stead::Group::cover, "cover"},   {stead::Group::review, "review"},
      {stead::Group::data, "data"},     {stead::Group::help, "help"}};
  std::set<std::string> expected;
  for (const Command& command : commands()) {
    std::string file(command.name);
    std::ranges::replace(file, '-', '_');
    expected.insert(folders.at(command.group) + "/" + file + ".cpp");
  }
  std::set<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(source("src/commands"))) {
    const std::string name = entry.path().stem().string();
    if (entry.path().extension() != ".cpp") continue;
    // A file may hold what several commands of a group share.
    if (contents_of(entry.path()).find("_command(Syntax&") == std::string::npos) continue;
    if (name == "bare") continue;  // `stead` alone, which has no name
    found.insert(entry.path().parent_path().filename().string() + "/" + name + ".cpp");
  }
  CHECK(expected == found);
}

TEST_CASE("help shows every command once, under its group") {
  Harness stead;
  const Result result = stead.run("help");
  CHECK(result.status == 0);
  CHECK(result.out.starts_with("$ stead log ana agreed the cut-over is on Friday\n"));
  for (const Command& command : commands()) {
    const std::string line = "\n  " + std::string(command.name) + " ";
    const std::size_t at = result.out.find(line);
    REQUIRE_MESSAGE(at != std::string::npos, command.name);
    CHECK(result.out.find(line, at + 1) == std::string::npos);
    CHECK(result.out.rfind(stead::title_of(command.group), at) != std::string::npos);
  }
  CHECK(stead.run("--help") == result);
  CHECK(stead.run("-h") == result);
}

TEST_CASE("help has the same for programs") {
  Harness stead;
  const auto all = nlohmann::json::parse(stead.run("help --json").out);
  CHECK(all["schema"] == "stead.help/1");
  CHECK(all["commands"].size() == commands().size());
  const auto who = nlohmann::json::parse(stead.run("help who --json").out);
  CHECK(who["command"] == "who");
  CHECK(who["words"][0]["word"] == "covers");
}

TEST_CASE("help on a terminal is the manual page where it is installed") {
  Harness stead;
  stead.environment["TERM"] = "xterm";
  stead.environment["NO_COLOR"] = "1";
  stead.out_is_terminal = true;
  const ScratchFolder bin;
  make_program(bin / "man");
  stead.environment["PATH"] = bin.path().string();
  std::vector<std::string> page;
  int status = 0;
  stead.programs = [&](const stead::Program& program) {
    page = program.words;
    return status;
  };
  const auto shown = [&](const std::string& line) {
    page.clear();
    const Result result = stead.run(line);
    CHECK(result.status == 0);
    CHECK(result.err.empty());
    return result.out;
  };
  CHECK(shown("help log").empty());
  CHECK(page.front() == "/bin/sh");
  CHECK(page[3] == bin / "man");
  CHECK(page.back() == "stead-log");
  CHECK(shown("help book").empty());
  CHECK(page.back() == "stead-book");
  CHECK(shown("help json").empty());
  CHECK(page.back() == "stead-json");
  CHECK(shown("help tutorial").empty());
  CHECK(page.back() == "stead-tutorial");
  const auto is_built_in = [&](const std::string& line, const std::string& front) {
    return shown(line).starts_with(front) && page.empty();
  };
  CHECK(is_built_in("help", "$ stead"));
  CHECK(is_built_in("log --help", "$ stead"));
  CHECK(is_built_in("help log --json", "{"));
  CHECK(is_built_in("help log --no-pager", "$ stead"));
  CHECK(is_built_in("help book --schema", "{"));
  status = 127;  // the page is missing
  CHECK(shown("help log").starts_with("$ stead"));
  status = 16;  // man showed it, and had something to complain about
  CHECK(shown("help log").empty());
  stead.out_is_terminal = false;
  CHECK(is_built_in("help log", "$ stead"));
}

TEST_CASE("help tells about JSON") {
  Harness stead;
  const Result about = stead.run("help json");
  CHECK(about.status == 0);
  CHECK(about.out.starts_with("The JSON output\n"));
  CHECK(about.out.find("stead help book") != std::string::npos);
}

TEST_CASE("help tells how the tutorial begins, as its page does") {
  Harness stead;
  const Result about = stead.run("help tutorial");
  CHECK(about.status == 0);
  CHECK(about.out.starts_with("The tutorial\n"));
  CHECK(about.out.find("man 7 stead-tutorial") != std::string::npos);
  const std::string page = contents_of(source("man/stead-tutorial.7"));
  int typed = 0;
  for (const std::string& line : lines_of(about.out)) {
    if (!line.starts_with("export ") && !line.starts_with("stead ")) continue;
    CHECK_MESSAGE(page.find("\n$ " + line + '\n') != std::string::npos, line);
    ++typed;
  }
  CHECK(typed == 3);
}

TEST_CASE("help for what is no command offers the nearest ones") {
  Harness stead;
  CHECK(stead.run("help lgo") ==
        Result{2, "", "stead: 'lgo' is not a stead command\nhint: did you mean 'log'?\n"});
  CHECK(stead.run("help xyzzy").err ==
        "stead: 'xyzzy' is not a stead command\nhint: 'stead help' lists the commands\n");
}

TEST_CASE("help tells about the book and prints its schema") {
  Harness stead;
  const Result about = stead.run("help book");
  CHECK(about.status == 0);
  CHECK(about.out.starts_with("The book\n"));
  const std::filesystem::path schema = source("schema/stead-book.schema.json");
  CHECK(stead.run("help book --schema") == Result{0, contents_of(schema), ""});
  CHECK(stead.run("help log --schema").status == 2);
}

TEST_CASE("version prints the version") {
  Harness stead;
  const std::string version(stead::version());
  CHECK(stead.run("version") == Result{0, "stead " + version + "\n", ""});
  CHECK(stead.run("--version") == Result{0, "stead " + version + "\n", ""});
  CHECK(stead.run("version --json").out ==
        R"({"schema":"stead.version/1","version":")" + version + "\"}\n");
}

TEST_CASE("date shows how an expression is read in both directions") {
  Harness stead;
  CHECK(stead.run("date 12aug") == Result{0,
                                          "in a log       Tue 2025-08-12  356 days ago, week 33\n"
                                          "as a due date  Wed 2026-08-12  in 9 days, week 33\n",
                                          ""});
  CHECK(stead.run("date next week").out ==
        "in a log       Mon 2026-08-10 – Sun 2026-08-16  in 7 days, week 33\n"
        "as a due date  Mon 2026-08-10 – Sun 2026-08-16  in 7 days, week 33\n");
  CHECK(stead.run("date tomorow").status == 2);
  CHECK(stead.run("date 03/04").status == 2);
  CHECK(stead.run("date").err == "stead: 'date' needs EXPR\nhint: usage: stead date EXPR…\n");
  const auto json = nlohmann::json::parse(stead.run("date fri --json").out);
  CHECK(json["schema"] == "stead.date/1");
  CHECK(json["back"]["when"] == "2026-07-31");
  CHECK(json["forward"]["when"] == "2026-08-07");
  CHECK(json["forward"]["days_from_today"] == 4);
}
