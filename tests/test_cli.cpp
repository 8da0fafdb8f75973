#include "cli/command.h"
#include "harness.h"

#include <doctest/doctest.h>
#include <CLI/CLI.hpp>

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <random>
#include <sstream>
#include <streambuf>
#include <thread>
#include <utility>

namespace {

using stead::Command;
using stead::commands;
using stead::GlobalOptions;
using stead::Parser;
using stead::test::contents_of;
using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

/// A run with streams and a terminal of its own.
struct OtherWorld {
  std::vector<std::string> arguments;
  std::map<std::string, std::string> environment;
  bool terminal = false;
  std::optional<std::size_t> columns;

  int run(std::ostream& out, std::ostream& err) const {
    std::istringstream in;
    return run(in, out, err);
  }

  int run(std::istream& in, std::ostream& out, std::ostream& err) const {
    return stead::run({.arguments = arguments,
                       .environment = environment,
                       .now = {stead::Day(std::chrono::year{2026} / 8 / 3),
                               {10 * 60 + 15, 120},
                               [](stead::Day, int) { return 120; }},
                       .random = std::mt19937_64(7),
                       .in = in,
                       .out = out,
                       .err = err,
                       .in_is_terminal = false,
                       .out_is_terminal = terminal,
                       .err_is_terminal = terminal,
                       .terminal_columns = columns,
                       .account_name = [] { return std::string(); }});
  }

  std::string output() const {
    std::ostringstream out;
    std::ostringstream err;
    run(out, err);
    return out.str();
  }
};

/// Input that does something before it is there.
class SlowInput : public std::streambuf {
 public:
  SlowInput(std::string text, std::function<void()> before)
      : text_(std::move(text)), before_(std::move(before)) {}

 private:
  int_type underflow() override {
    if (!before_) return traits_type::eof();
    std::exchange(before_, nullptr)();
    setg(text_.data(), text_.data(), text_.data() + text_.size());
    return text_.empty() ? traits_type::eof() : traits_type::to_int_type(text_.front());
  }

  std::string text_;
  std::function<void()> before_;
};

bool coloured(const std::string& text) { return text.find('\x1b') != std::string::npos; }

std::size_t longest_line(const std::string& text) {
  std::size_t longest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) longest = std::max(longest, line.size());
  return longest;
}

}  // namespace

TEST_CASE("a command that is none is answered with the nearest names") {
  Harness stead;
  CHECK(stead.run("lgo ana called") ==
        Result{2, "", "stead: 'lgo' is not a stead command\nhint: did you mean 'log'?\n"});
  CHECK(stead.run("frobnicate") == Result{2, "",
                                          "stead: 'frobnicate' is not a stead command\n"
                                          "hint: 'stead help' lists the commands\n"});
  CHECK(stead.run("''").err ==
        "stead: '' is not a stead command\nhint: 'stead help' lists the commands\n");
  CHECK(stead.run("--bok x.json list").err ==
        "stead: 'stead' has no option '--bok'\nhint: did you mean '--book'?\n");
  CHECK(stead.run("--quiet lgo").err ==
        "stead: 'lgo' is not a stead command\nhint: did you mean 'log'?\n");
  CHECK(stead.run("\x1b[31m").err ==
        "stead: '\\u{1b}[31m' is not a stead command\nhint: 'stead help' lists the commands\n");
}

TEST_CASE("commands and options are not abbreviated") {
  Harness stead(small_practice());
  CHECK(stead.run("vers").status == 2);
  CHECK(stead.run("who covers acme --o 12aug").status == 2);
}

TEST_CASE("an option that is none is answered with the nearest names") {
  Harness stead(small_practice());
  CHECK(stead.run("log ana called --promis x") ==
        Result{2, "", "stead: 'log' has no option '--promis'\nhint: did you mean '--promise'?\n"});
  CHECK(stead.run("who covers acme --no 12aug").err ==
        "stead: 'who covers' has no option '--no'\nhint: did you mean '--on', '--now' or "
        "'--no-pager'?\n");
  CHECK(stead.run("version -x").err ==
        "stead: 'version' has no option '-x'\nhint: usage: stead version\n");
  CHECK(stead.run("-x").err ==
        "stead: 'stead' has no option '-x'\nhint: usage: stead [options] COMMAND …\n");
  CHECK(stead.book() == small_practice());
}

TEST_CASE("words that are missing or too many are named, with how the command is used") {
  Harness stead(small_practice());
  CHECK(stead.run("date") ==
        Result{2, "", "stead: 'date' needs EXPR\nhint: usage: stead date EXPR…\n"});
  CHECK(stead.run("version now") == Result{2, "",
                                           "stead: 'version' does not know what to do with 'now'\n"
                                           "hint: usage: stead version\n"});
  CHECK(stead.run("log ana called --via").err.starts_with("stead: option '--via' needs a value\n"));
  CHECK(stead.run("version --json=yes").err ==
        "stead: option '--json' takes no value\nhint: usage: stead version\n");
  CHECK(stead.run("--book").err ==
        "stead: option '--book' needs a value\nhint: usage: stead [options] COMMAND …\n");
}

TEST_CASE("every option that takes a value refuses an empty one") {
  Harness stead(small_practice());
  for (const Command& command : commands()) {
    GlobalOptions ignored;
    const Parser parser(command, ignored);
    std::vector<std::pair<std::string, const CLI::App*>> apps{
        {std::string(command.name), parser.command}, {std::string(command.name), parser.app.get()}};
    for (const CLI::App* sub : parser.command->get_subcommands([](CLI::App*) { return true; })) {
      apps.emplace_back(std::string(command.name) + ' ' + sub->get_name(), sub);
    }
    for (const auto& [line, app] : apps) {
      for (const CLI::Option* option : app->get_options()) {
        if (option->get_positional() || option->get_expected_min() == 0) continue;
        for (const char* value : {" ''", " ' '", "=", ""}) {
          const std::string name = option->get_name();
          const std::string typed = line + ' ' + name + value;
          CAPTURE(typed);
          const Result result = stead.run(typed);
          CHECK(result.status == 2);
          CHECK(result.out.empty());
          CHECK(result.err.starts_with("stead: option '" + name + "' needs a value\nhint: "));
        }
      }
    }
  }
  CHECK(stead.run("keep ana --part ''") == Result{2, "",
                                                  "stead: option '--part' needs a value\n"
                                                  "hint: usage: stead keep PROMISE… [options]\n"});
  CHECK(stead.run("set ana --title ''").err ==
        "stead: option '--title' needs a value\nhint: --unset title empties it\n");
  CHECK(stead.book() == small_practice());
}

TEST_CASE("an option is given once, unless it takes several values") {
  Harness stead(small_practice());
  CHECK(stead.run("log ana x --via call --via mail") ==
        Result{2, "",
               "stead: option '--via' is given twice\n"
               "hint: usage: stead log [WHO] [TEXT…] [options]\n"});
  CHECK(stead.run("--now 2026-08-03 date fri --now=2026-08-04")
            .err.starts_with("stead: option '--now' is given twice\n"));
  CHECK(stead.run("promise ana x --on fri --made mon")
            .err.starts_with("stead: option '--made' is given twice\n"));
  CHECK(stead.run("add Eve --title a --title b") ==
        Result{2, "", "stead: option '--title' is given twice\nhint: a contact has one 'title'\n"});
  CHECK(stead.run("set k7q --with ana --with bo").err ==
        "stead: option '--with' is given twice\nhint: a promise has one 'to'\n");
  CHECK(stead.book() == small_practice());
  CHECK(stead.run("add Eve --tag a --tag b --phone 1 --phone 2").status == 0);
  CHECK(stead.run("set m3x --with ana --with bo").status == 0);
  CHECK(stead.run("log ana x -qq --about bo --about sam").status == 0);
}

TEST_CASE("a word that begins with a minus and a digit is no option") {
  Harness stead(small_practice());
  CHECK(stead.run("date -2w").out.starts_with("in a log       Mon 2026-07-20"));
  CHECK(stead.run("log ana -2w: called --via call -q") == Result{0, "", ""});
  CHECK(
      stead.book().find(R"("at":"2026-07-20","with":["ana-ruiz"],"via":"call","text":"called")") !=
      std::string::npos);
  CHECK(stead.run("-2w").err.starts_with("stead: '-2w' is not a stead command\n"));
}

TEST_CASE("surplus words are shown as they were typed") {
  Harness stead(small_practice());
  CHECK(stead.run("who covers acme on 12aug") ==
        Result{2, "",
               "stead: 'who covers' does not know what to do with 'on 12aug'\n"
               "hint: usage: stead who covers WHO [options]\n"});
  CHECK(stead.run("show ana '[x]' 'foo: bar'")
            .err.starts_with("stead: 'show' does not know what to do with '[x] foo: bar'\n"));
}

TEST_CASE("a word that a command does not have is named, with the nearest that it has") {
  Harness stead(small_practice());
  CHECK(stead.run("who foo") == Result{2, "",
                                       "stead: 'who' has no word 'foo'\nhint: usage: stead who "
                                       "covers|can|away|knows|sent|waits …\n"});
  CHECK(stead.run("who cover acme").err ==
        "stead: 'who' has no word 'cover'\nhint: did you mean 'covers'?\n");
  CHECK(stead.run("who could acme").err.starts_with("stead: 'who' has no word 'could'\n"));
}

TEST_CASE("options stand in front of the command, among its words and behind them") {
  Harness stead(small_practice());
  const std::string answer = stead.run("date fri --now 2026-08-10").out;
  CHECK(answer.find("2026-08-14") != std::string::npos);
  CHECK(stead.run("--now 2026-08-10 date fri").out == answer);
  CHECK(stead.run("date --now 2026-08-10 fri").out == answer);
  CHECK(stead.run("date --now=2026-08-10 fri").out == answer);
  CHECK(stead.run("log -nq ana called") == Result{0, "", ""});
  CHECK(stead.book() == small_practice());
}

TEST_CASE("a -- ends the options, also in front of the command") {
  Harness stead(small_practice());
  CHECK(stead.run("log ana -- --via is a word here").status == 0);
  CHECK(stead.book().find(R"("text":"--via is a word here")") != std::string::npos);
  CHECK(stead.run("-- version") == stead.run("version"));
  CHECK(stead.run("-q -- log ana --json was asked for") == Result{0, "", ""});
  CHECK(stead.book().find(R"("text":"--json was asked for")") != std::string::npos);
  CHECK(stead.run("-- --version").err.starts_with("stead: '--version' is not a stead command\n"));
  CHECK(stead.run("version --version").status == 2);
}

TEST_CASE("an error is JSON where the answer would be") {
  Harness stead(small_practice());
  CHECK(
      stead.run("lgo --json").err ==
      R"({"error":{"status":2,"message":"'lgo' is not a stead command","hint":"did you mean 'log'?"}})"
      "\n");
  CHECK(
      stead.run("--format json log ana --promis x").err ==
      R"({"error":{"status":2,"message":"'log' has no option '--promis'","hint":"did you mean '--promise'?"}})"
      "\n");
  const std::string ambiguous = "'jo' could be Jo Park (acme) or Joanna Wit (borealis)";
  CHECK(stead.run("log jo called --format=json").err ==
        "{\"error\":{\"status\":2,\"message\":\"" + ambiguous +
            "\",\"hint\":\"say more of the name, or use the handle jo-park\"}}\n");
  // Where it is only a word, it asks for nothing.
  CHECK(stead.run("lgo -- --json").err.starts_with("stead: "));
}

TEST_CASE("an error in the book has its place in JSON, too") {
  Harness stead("{\n\"stead\": 1,\n]");
  const Result result = stead.run("history --json");
  CHECK(result.status == 3);
  CHECK(result.out.empty());
  CHECK(result.err.find(R"("status":3,)") != std::string::npos);
  CHECK(result.err.find(R"("file":")" + stead.book_path().string() + R"(","line":2,"column":11)") !=
        std::string::npos);
}

TEST_CASE("where there is no book, it is said how to begin one") {
  Harness stead;
  for (const char* line : {"history", "who covers acme", "check", "undo", "log ana called"}) {
    CAPTURE(line);
    const Result result = stead.run(line);
    CHECK(result.status == 3);
    CHECK(result.out.empty());
    CHECK(result.err.find("stead: there is no book") == 0);
    CHECK(result.err.find("\nhint: ") != std::string::npos);
    CHECK(result.err.find("stead init") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(stead.book_path()));
  }
}

TEST_CASE("output that cannot be written is a failure, whatever was printed") {
  for (const char* line : {"version", "help", "date"}) {
    std::ostringstream err;
    std::ofstream full("/dev/full");
    OtherWorld world{.arguments = {line}};
    if (world.arguments.front() == "date") world.arguments.emplace_back("fri");
    CHECK(world.run(full, err) == 4);
    CHECK(err.str() == "stead: the output cannot be written\n");
  }
}

TEST_CASE("when the change is made already, a failure says so") {
  Harness stead(small_practice());
  const auto run = [&](std::vector<std::string> arguments) {
    std::ostringstream err;
    std::ofstream full("/dev/full");
    const int status = OtherWorld{std::move(arguments), stead.environment}.run(full, err);
    return std::to_string(status) + ' ' + err.str();
  };
  CHECK(run({"log", "ana", "called"}) ==
        "5 stead: the change was made, but the output cannot be written\n");
  CHECK(stead.book().find("\"text\":\"called\"") != std::string::npos);
  CHECK(run({"show", "ana"}) == "4 stead: the output cannot be written\n");
  CHECK(run({"log", "ana", "again", "-n"}) == "4 stead: the output cannot be written\n");
  std::filesystem::remove(stead.book_path());
  CHECK(run({"init", "Jan Hale"}).starts_with("5 "));
  CHECK(std::filesystem::exists(stead.book_path()));
}

TEST_CASE("nobody waits for the book while standard input or a pipe is read") {
  Harness stead(small_practice());
  Harness other;
  other.environment = stead.environment;
  const auto write = [&] {
    CHECK(other.run("add Foo") == Result{0, "Added Foo, handle foo.\n", ""});
  };
  SlowInput slow("hi\n", write);
  std::istream in(&slow);
  std::ostringstream out;
  std::ostringstream err;
  const OtherWorld world{{"log", "me", "-", "--via", "note"}, stead.environment};
  CHECK(world.run(in, out, err) == 0);
  CHECK(err.str().empty());
  CHECK(stead.book().find("\"id\":\"foo\"") != std::string::npos);
  CHECK(stead.book().find("\"text\":\"hi\"") != std::string::npos);

  const std::filesystem::path pipe = stead.folder() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  std::thread friends([&] {
    std::ofstream file(pipe);  // opened when stead begins to read
    other.run("add Bar");
    file << "### Friends:\n- Mo Tran\n";
  });
  CHECK(stead.run("import friends " + pipe.string()).status == 0);
  friends.join();
  CHECK(stead.book().find("\"id\":\"bar\"") != std::string::npos);
  CHECK(stead.book().find("\"id\":\"mo-tran\"") != std::string::npos);
}

TEST_CASE("standard input that cannot be read is no text") {
  Harness stead(small_practice());
  SlowInput broken("", [] { throw std::ios_base::failure("basic_filebuf::underflow"); });
  std::istream in(&broken);
  std::ostringstream out;
  std::ostringstream err;
  CHECK(OtherWorld{{"log", "ana", "-"}, stead.environment}.run(in, out, err) == 2);
  CHECK(err.str() == "stead: standard input cannot be read\n");
  CHECK(stead.book() == small_practice());
}

TEST_CASE("colour is for terminals, unless somebody says otherwise") {
  const auto run = [](std::map<std::string, std::string> environment, bool terminal,
                      std::vector<std::string> more = {}) {
    OtherWorld world{{"date", "fri"}, std::move(environment), terminal, {}};
    world.arguments.insert(world.arguments.end(), more.begin(), more.end());
    return coloured(world.output());
  };
  CHECK(run({{"TERM", "xterm"}}, true));
  CHECK_FALSE(run({{"TERM", "xterm"}}, false));
  CHECK_FALSE(run({{"TERM", "dumb"}}, true));
  CHECK_FALSE(run({}, true));
  CHECK_FALSE(run({{"TERM", "xterm"}, {"NO_COLOR", "1"}}, true));
  CHECK(run({{"TERM", "xterm"}, {"NO_COLOR", ""}}, true));
  CHECK(run({{"CLICOLOR_FORCE", "1"}}, false));
  CHECK_FALSE(run({{"CLICOLOR_FORCE", "0"}}, false));
  CHECK_FALSE(run({{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}, false));
  CHECK(run({{"NO_COLOR", "1"}}, false, {"--color", "always"}));
  CHECK_FALSE(run({{"TERM", "xterm"}, {"CLICOLOR_FORCE", "1"}}, true, {"--color=never"}));
}

TEST_CASE("an error has its colour by the terminal that it goes to, and by --color") {
  const auto error = [](std::vector<std::string> arguments, bool terminal) {
    std::ostringstream out;
    std::ostringstream err;
    CHECK(OtherWorld{std::move(arguments), {{"TERM", "xterm"}}, terminal, {}}.run(out, err) == 2);
    return err.str();
  };
  CHECK(error({"lgo"}, true).starts_with("\x1b[31mstead:\x1b[0m 'lgo' is"));
  CHECK_FALSE(coloured(error({"lgo"}, false)));
  CHECK_FALSE(coloured(error({"lgo", "--color", "never"}, true)));
  CHECK(error({"--color", "maybe", "version"}, false) ==
        "stead: --color cannot be 'maybe'\nhint: --color takes auto, always, never\n");
  CHECK(error({"--format", "jsn", "version"}, false) ==
        "stead: --format cannot be 'jsn'\nhint: did you mean 'json'?\n");
}

TEST_CASE("lines are as long as COLUMNS says, else the terminal, else 80") {
  const auto width = [](const std::string& variable, std::optional<std::size_t> columns) {
    OtherWorld world{{"help"}, {}, true, columns};
    if (!variable.empty()) world.environment["COLUMNS"] = variable;
    return longest_line(world.output());
  };
  const std::size_t usual = width("", {});
  CHECK(usual <= 80);
  CHECK(width("50", {}) <= 50);
  CHECK(width("50", 100) <= 50);
  CHECK(width("", 50) <= 50);
  CHECK(width("fifty", {}) == usual);
  CHECK(width("0", {}) == usual);
  CHECK(width("-1", {}) == usual);
}

TEST_CASE("--now goes before STEAD_NOW, and that before the clock") {
  Harness stead;
  stead.environment["STEAD_NOW"] = "2026-09-01";
  CHECK(stead.run("date today").out.starts_with("in a log       Tue 2026-09-01"));
  CHECK(stead.run("date today --now 2026-10-01").out.starts_with("in a log       Thu 2026-10-01"));
  CHECK(stead.run("date now --now '2026-10-01 09:30'").out.find("09:30") != std::string::npos);
  CHECK(stead.run("date today --now soon") ==
        Result{2, "",
               "stead: --now: 'soon' is not a date\n"
               "hint: a date looks like 2026-08-07, fri, 12aug, '3 days ago' or 'in 2 weeks'\n"});
  // A day alone is noon, whatever the clock says.
  CHECK(stead.run("date now --now 2026-10-01").out.find("12:00") != std::string::npos);
  stead.environment["STEAD_NOW"] = "31 feb";
  CHECK(stead.run("date today").status == 2);
  CHECK(stead.run("date today").err.starts_with("stead: STEAD_NOW: "));
}

TEST_CASE("a dry run says what would change, and writes neither book nor journal") {
  Harness stead(small_practice());
  const Result dry = stead.run("log ana called --dry-run");
  CHECK(dry == Result{0,
                      "Nothing was written; without --dry-run this would be the answer:\n"
                      "Logged with Ana Ruiz (Acme Dental), Mon 2026-08-03.\n",
                      ""});
  CHECK(stead.book() == small_practice());
  CHECK_FALSE(std::filesystem::exists(stead.folder() / "state"));
  const Result json = stead.run("log ana called -n --json");
  CHECK(json.out.starts_with(R"({"schema":"stead.changes/1","changes":[)"));
  CHECK(json.err == "hint: a dry run: nothing was written\n");
  CHECK(stead.book() == small_practice());
  // What could be taken back is not there yet.
  CHECK(stead.run("add 'Bo Lin' -n").err == "");
  CHECK(stead.run("add 'Bo Lin'").err ==
        "hint: there is Bo Lind, too; if you meant them: stead undo\n");
}

TEST_CASE("-q silences the echo of a change, but no answer and no error") {
  Harness stead(small_practice());
  CHECK(stead.run("log ana called -q") == Result{0, "", ""});
  CHECK(stead.book() != small_practice());
  CHECK_FALSE(stead.run("who covers acme -q").out.empty());
  CHECK(stead.run("log nobody called --quiet").err.starts_with("stead: "));
}

TEST_CASE("the book is where --book says, else STEAD_BOOK, else the data folder") {
  Harness stead(small_practice());
  const std::filesystem::path other = stead.folder() / "other.json";
  CHECK(stead.run({"init", "Mo Tran", "--book", other.string(), "-q"}) == Result{0, "", ""});
  CHECK(contents_of(other).find("Mo Tran") != std::string::npos);
  CHECK(stead.book() == small_practice());

  stead.environment.erase("STEAD_BOOK");
  stead.environment["XDG_DATA_HOME"] = (stead.folder() / "data").string();
  CHECK(stead.run("init 'Mo Tran' -q").status == 0);
  CHECK(std::filesystem::exists(stead.folder() / "data/stead/book.json"));

  // As the XDG Base Directory Specification has it, a relative path is no path.
  stead.environment["XDG_DATA_HOME"] = "data";
  CHECK(stead.run("init 'Mo Tran' -q").status == 0);
  CHECK(std::filesystem::exists(stead.folder() / ".local/share/stead/book.json"));
}

TEST_CASE("the journal is in the state folder, by default under the home") {
  Harness stead(small_practice());
  stead.environment["XDG_STATE_HOME"] = "state";
  CHECK(stead.run("log ana called -q") == Result{0, "", ""});
  CHECK(std::filesystem::exists(stead.folder() / ".local/state/stead"));
  CHECK(stead.run("undo -q") == Result{0, "", ""});
  CHECK(stead.book() == small_practice());
}

TEST_CASE("without a home, only what needs no book works") {
  Harness stead;
  stead.environment.clear();
  CHECK(stead.run("version").status == 0);
  CHECK(stead.run("help").status == 0);
  CHECK(stead.run("date fri").status == 0);
  for (const char* line : {"check", "history", "init Jan", "log ana called"}) {
    CAPTURE(line);
    CHECK(stead.run(line) == Result{2, "",
                                    "stead: nothing says where the book is: HOME is not set\n"
                                    "hint: name it: stead --book FILE, or STEAD_BOOK=FILE\n"});
  }
}

TEST_CASE("without a place for the journal the change is made, and one line says so") {
  Harness stead(small_practice());
  stead.environment = {{"STEAD_BOOK", stead.book_path().string()}};
  const Result homeless = stead.run("log ana called");
  CHECK(homeless.status == 0);
  CHECK(homeless.out == "Logged with Ana Ruiz (Acme Dental), Mon 2026-08-03.\n");
  CHECK(homeless.err == "stead: this cannot be undone: there is no home for the journal\n");
  CHECK(stead.book() != small_practice());
  CHECK(stead.run("undo").status == 2);

  // A file in the place of the folder, which root cannot write either.
  const std::filesystem::path file = stead.folder() / "file";
  std::ofstream(file) << "in the way";
  stead.environment["XDG_STATE_HOME"] = file.string();
  const std::string before = stead.book();
  const Result blocked = stead.run("log ana called again");
  CHECK(blocked.status == 0);
  CHECK(blocked.out == homeless.out);
  CHECK(blocked.err ==
        "stead: this cannot be undone: '" + (file / "stead").string() + "' cannot be written\n");
  CHECK(stead.book() != before);
}

TEST_CASE("a question is asked on a terminal only") {
  Harness stead;
  const Result asked = stead.run_on_terminal("init", "Mo Tran\n");
  CHECK(asked.status == 0);
  CHECK(asked.err.starts_with("What is your name? "));
  CHECK(stead.book().find("Mo Tran") != std::string::npos);

  Harness quiet;
  CHECK(quiet.run("init").status == 0);
  CHECK(quiet.book().find("Jan Hale") != std::string::npos);

  Harness silent;
  const Result closed = silent.run_on_terminal("init");
  CHECK(closed.status == 2);
  CHECK(closed.err == "What is your name? \nstead: there was no answer; nothing was written\n");
  CHECK_FALSE(std::filesystem::exists(silent.book_path()));
}

TEST_CASE("init asks again for a name that is none") {
  Harness stead;
  const Result result = stead.run_on_terminal("init", "\n?!\nMo Tran\n");
  CHECK(result.status == 0);
  CHECK(
      result.err.starts_with("What is your name? stead: your name is missing\n"
                             "hint: stead init \"Jan Hale\"\n"
                             "What is your name? stead: '?!' is no name: it has no letter or "
                             "digit\nhint: say it as people do, such as \"Ana Ruiz\"\n"
                             "What is your name? hint: go on: "));
  CHECK(stead.book().find("Mo Tran") != std::string::npos);
}

TEST_CASE("--version and --help are among the names that may have been meant") {
  Harness stead(small_practice());
  CHECK(stead.run("--versoin").err ==
        "stead: 'stead' has no option '--versoin'\nhint: did you mean '--version'?\n");
  CHECK(stead.run("log --hlep").err ==
        "stead: 'log' has no option '--hlep'\nhint: did you mean '--help'?\n");
  CHECK(stead.run("log --versoin").err.find("--version") == std::string::npos);
}

TEST_CASE("that nothing was written is said where something was to be written") {
  Harness stead(R"({"stead": 1, "contacts": [{"id":7}]})");
  const std::string check = "\nhint: 'stead check' shows every fault in the book";
  const Result read = stead.run("list");
  CHECK(read.status == 3);
  CHECK(read.err.ends_with(check + "\n"));
  const Result write = stead.run("add Mo");
  CHECK(write.status == 3);
  CHECK(write.err.ends_with(check + "; nothing was written\n"));
}

TEST_CASE("the hint where there is no book begins one at the place that was named") {
  Harness stead;
  const auto hint = [&](const std::string& line) {
    const std::string err = stead.run(line).err;
    return err.substr(std::min(err.find("\nhint: "), err.size()));
  };
  for (const char* command : {"list", "log ana called", "check", "who covers acme"}) {
    CAPTURE(command);
    CHECK(hint(command + std::string(" --book 'my book.json'")) ==
          "\nhint: stead init --book \"my book.json\"\n");
    CHECK(hint(command) == "\nhint: stead init --book " + stead.book_path().string() + "\n");
  }
  stead.environment.erase("STEAD_BOOK");
  CHECK(hint("list") == "\nhint: stead init\n");
  CHECK(hint("log ana called") == "\nhint: stead init\n");
}

TEST_CASE("two formats at once are refused, and one that is said twice is one") {
  Harness stead(small_practice());
  for (const char* format : {"text", "md", "csv", "tsv"}) {
    CAPTURE(format);
    const Result both = stead.run(std::string("promises --json --format ") + format);
    CHECK(both.status == 2);
    CHECK(both.out.empty());
    CHECK(both.err.find("--json and --format " + std::string(format) + " are two formats") !=
          std::string::npos);
  }
  CHECK(stead.run("promises --json --format json") == stead.run("promises --json"));
  CHECK(stead.run("promises --format text") == stead.run("promises"));
}
