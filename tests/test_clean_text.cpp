#include "cli/command.h"
#include "harness.h"

#include <doctest/doctest.h>
#include <CLI/CLI.hpp>

namespace {

using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;
using Words = std::vector<std::string>;

/// A call for each kind of record that a command writes; options are put behind it.
const std::vector<Words> kCalls{{"log", "ana", "called"},
                                {"log", "--amend", "talked"},
                                {"promise", "ana", "a plan", "--by", "fri"},
                                {"promise", "a plan", "--from", "ana"},
                                {"keep", "ana"},
                                {"add", "Cem Ay"},
                                {"set", "ana"},
                                {"set", "me"},
                                {"set", "k7q2wd4"},
                                {"set", "m3x8r7vd"},
                                {"rename", "ana", "Ana Berg"},
                                {"cover", "acme", "bo"},
                                {"away", "2027-01-04"}};

void check_refused(Harness& stead, const Words& line) {
  const Result result = stead.run(line);
  CAPTURE(line.front());
  CAPTURE(line.back());
  CAPTURE(result.err);
  CHECK(result.status == 2);
  CHECK(result.out.empty());
  CHECK(result.err.find("cannot be written") == std::string::npos);
  CHECK(stead.book() == small_practice());
}

}  // namespace

TEST_CASE("no option takes text that is not UTF-8, or has control characters") {
  Harness stead(small_practice());
  int tried = 0;
  for (const Words& call : kCalls) {
    stead::GlobalOptions ignored;
    const stead::Parser parser(*stead::find_command(call.front()), ignored);
    for (const CLI::Option* option : parser.command->get_options()) {
      if (option->get_positional() || option->get_expected_min() == 0) continue;
      const std::string name = option->get_name(false, true);
      CAPTURE(name);
      for (const char* text : {"caf\xff", "caf\xff by fri", "a\x01", "1sep=a\x1b", "key=\xff"}) {
        Words line = call;
        line.push_back("--" + option->get_lnames().front());
        line.emplace_back(text);
        check_refused(stead, line);
        ++tried;
      }
    }
  }
  CHECK(tried > 400);
}

TEST_CASE("no argument is taken that is not UTF-8, or has control characters") {
  Harness stead(small_practice());
  for (const char* text : {"caf\xff", "a\x01", "1sep caf\xff", "key=\xff", "\xff=value"}) {
    for (const Words& front : std::vector<Words>{{"log"},
                                                 {"log", "ana"},
                                                 {"log", "ana", "fri:"},
                                                 {"log", "--new"},
                                                 {"log", "--amend"},
                                                 {"promise"},
                                                 {"promise", "ana"},
                                                 {"promise", "--new"},
                                                 {"keep"},
                                                 {"keep", "ana"},
                                                 {"add"},
                                                 {"add", "Cem"},
                                                 {"set"},
                                                 {"set", "ana"},
                                                 {"rename"},
                                                 {"rename", "ana"},
                                                 {"archive"},
                                                 {"remove"},
                                                 {"cover"},
                                                 {"cover", "acme"},
                                                 {"cover", "acme", "bo"},
                                                 {"uncover", "acme"},
                                                 {"away"},
                                                 {"away", "2027-01-04"},
                                                 {"import"},
                                                 {"import", "friends"}}) {
      Words line = front;
      line.emplace_back(text);
      if (line.size() == 2 && (line[0] == "log" || line[0] == "promise")) line.emplace_back("x");
      if (line.size() > 2 && line[1] == "--new") line.emplace_back("x");
      check_refused(stead, line);
    }
  }
}
