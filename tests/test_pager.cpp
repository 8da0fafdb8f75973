#include "cli/world.h"
#include "harness.h"
#include "scratch_folder.h"

#include <doctest/doctest.h>

namespace {

using stead::Program;
using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

/// stead on a terminal of six rows, with every pager there is.
struct OnTerminal {
  ScratchFolder bin;
  Harness stead{small_practice()};
  std::vector<Program> started;
  std::optional<int> status = 0;
  const std::vector<std::string> less{bin / "less"};

  OnTerminal() {
    make_program(bin / "less");
    stead.environment["PATH"] = bin.path().string();
    stead.out_is_terminal = true;
    stead.terminal_rows = 6;
    stead.environment["TERM"] = "xterm";
    stead.environment["NO_COLOR"] = "1";
    stead.programs = [this](const Program& program) {
      started.push_back(program);
      return status;
    };
  }

  /// Runs a line, and returns the pager's command: empty where none was started.
  std::vector<std::string> pager(const std::string& line) {
    started.clear();
    stead.run(line);
    return started.empty() ? std::vector<std::string>{} : started.front().words;
  }
};

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a report that does not fit on the terminal goes through less with git's options") {
  Harness plain(small_practice());
  plain.environment["NO_COLOR"] = "1";
  OnTerminal terminal;
  const Result result = terminal.stead.run("list");
  CHECK(result == Result{0, "", ""});
  REQUIRE(terminal.started.size() == 1);
  CHECK(terminal.started[0].words == terminal.less);
  CHECK(terminal.started[0].input == plain.run("list").out);
  CHECK(terminal.started[0].environment ==
        std::map<std::string, std::string>{{"LESS", "FRX"}, {"LV", "-c"}});
}

TEST_CASE("an answer that fits needs no pager") {
  OnTerminal terminal;
  CHECK(terminal.pager("date fri").empty());
  CHECK(terminal.pager("version").empty());
  terminal.stead.terminal_rows = 60;
  CHECK(terminal.pager("list").empty());
  terminal.stead.terminal_rows.reset();  // the terminal does not say
  CHECK(terminal.pager("list").empty());
}

TEST_CASE("help is paged, errors, JSON and the echo of a change are not") {
  OnTerminal terminal;
  CHECK(terminal.pager("help") == terminal.less);
  CHECK(terminal.pager("log --help") == terminal.less);
  CHECK(terminal.pager("list --format md") == terminal.less);
  CHECK(terminal.pager("list --json").empty());
  CHECK(terminal.pager("lsit").empty());
  terminal.stead.terminal_rows = 1;
  CHECK(terminal.pager("log ana called").empty());
  CHECK(terminal.pager("undo").empty());
}

TEST_CASE("the user's words about pagers hold") {
  OnTerminal terminal;
  auto& environment = terminal.stead.environment;
  environment["PAGER"] = "less -R | head";
  environment["LESS"] = "-S";
  environment["LV"] = "";
  CHECK(terminal.pager("list") == Words{"/bin/sh", "-c", "less -R | head"});
  CHECK(terminal.started[0].environment.empty());
  for (const char* none : {"", "cat"}) {
    environment["PAGER"] = none;
    CHECK(terminal.pager("list").empty());
  }
  environment.erase("PAGER");
  CHECK(terminal.pager("list --no-pager").empty());
  CHECK(terminal.pager("list --help --no-pager").empty());
  for (const char* term : {"", "dumb"}) {
    environment["TERM"] = term;
    CHECK(terminal.pager("list").empty());
  }
  environment["TERM"] = "xterm";
  terminal.stead.out_is_terminal = false;
  CHECK(terminal.pager("list").empty());
}

TEST_CASE("the status is the command's, whatever the pager's") {
  OnTerminal terminal;
  terminal.stead.environment["PAGER"] = "less";
  terminal.status = 130;
  CHECK(terminal.stead.run("list").status == 0);
  terminal.stead.terminal_rows = 1;
  CHECK(terminal.stead.run("who covers delta").status == 1);
  CHECK(terminal.started.size() == 2);
}

TEST_CASE("where the pager cannot be started the text is printed plainly") {
  OnTerminal terminal;
  const std::string text = terminal.stead.run("list --no-pager").out;
  REQUIRE(!text.empty());
  for (const std::optional<int> status : {std::optional<int>(), {126}, {127}}) {
    terminal.status = status;
    CHECK(terminal.stead.run("list") == Result{0, text, ""});
  }
}

TEST_CASE("less is looked for in the absolute folders of PATH only") {
  OnTerminal terminal;
  for (const std::string path : {"", ".", "bin:", "/nowhere"}) {
    terminal.stead.environment["PATH"] = path;
    CHECK(terminal.pager("list").empty());
  }
  terminal.stead.environment["PATH"] =
      std::filesystem::relative(terminal.bin.path()).string() + ":/nowhere";
  CHECK(terminal.pager("list").empty());
  terminal.stead.environment["PATH"] = "bin::" + terminal.bin.path().string();
  CHECK(terminal.pager("list") == terminal.less);
}
