#include "cli/world.h"
#include "harness.h"
#include "scratch_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <sstream>

namespace {

using stead::Program;
using stead::test::Harness;
using stead::test::Result;
using Words = std::vector<std::string>;

/// stead with stead-mail and others in a folder of PATH; what it starts ends with status 7.
struct WithExtensions {
  ScratchFolder folder;
  Harness stead;
  std::vector<Program> started;
  std::optional<int> status = 7;

  WithExtensions() {
    make_program(folder / "stead-mail");
    make_program(folder / "stead-log");  // stead has a log of its own
    make_program(folder / "stead-a\nb");
    make_program(folder / "other");
    write_file(folder / "stead-notes", "no program\n");
    std::filesystem::create_directory(folder / "stead-folder");
    stead.environment["PATH"] = "bin::/nowhere:" + folder.path().string();
    stead.programs = [this](const Program& program) {
      started.push_back(program);
      return status;
    };
  }

  /// What a line starts it with.
  Program program(const std::string& line) {
    started.clear();
    const Result result = stead.run(line);
    CHECK(result == Result{7, "", ""});
    REQUIRE(started.size() == 1);
    return started.front();
  }
};

}  // namespace

TEST_CASE("a command of nobody else is the program of its name on PATH, with its exit status") {
  WithExtensions with;
  const Program program = with.program("mail ana --json -- -x --help");
  CHECK(program.words == Words{with.folder / "stead-mail", "ana", "--json", "--", "-x", "--help"});
  CHECK(program.environment ==
        std::map<std::string, std::string>{{"STEAD_BOOK", with.stead.book_path().string()}});
  CHECK_FALSE(program.input);
}

TEST_CASE("what stands in front of its name goes into the environment") {
  WithExtensions with;
  const auto environment = [&](const std::string& line) { return with.program(line).environment; };
  auto given = environment("--book /some/book.json --now yesterday --no-pager mail");
  CHECK(given == std::map<std::string, std::string>{{"STEAD_BOOK", "/some/book.json"},
                                                    {"STEAD_NOW", "yesterday"},
                                                    {"PAGER", "cat"}});
  given = environment("--color always mail");
  CHECK(given["NO_COLOR"].empty());
  CHECK(given["CLICOLOR_FORCE"] == "1");
  given = environment("--color=never mail --color always");
  CHECK(given["NO_COLOR"] == "1");
  CHECK(given["CLICOLOR_FORCE"].empty());
  CHECK_FALSE(environment("--color auto mail").contains("NO_COLOR"));

  with.stead.environment["STEAD_BOOK"] = "book.json";
  CHECK(environment("mail")["STEAD_BOOK"] == std::filesystem::absolute("book.json"));
}

TEST_CASE("an option that such a program cannot be told of is refused by name") {
  WithExtensions with;
  CHECK(with.stead.run("-n mail ana") ==
        Result{2, "",
               "stead: 'mail' is not stead's own: --dry-run cannot be passed on to it\n"
               "hint: behind the name it gets every option: stead mail --dry-run\n"});
  for (const char* line :
       {"--json mail", "--format md mail", "--raw mail", "--ascii mail", "-q mail", "-y mail",
        "--colour always mail", "--color blue mail", "--help mail", "--version mail"}) {
    CAPTURE(line);
    CHECK(with.stead.run(line).status == 2);
  }
  CHECK(with.started.empty());
}

TEST_CASE("where nothing says where the book is, a program is told of none") {
  WithExtensions with;
  with.stead.environment.erase("STEAD_BOOK");
  with.stead.environment.erase("HOME");
  CHECK(with.program("mail").environment.empty());
  CHECK(with.program("--book /a/b.json mail").environment ==
        std::map<std::string, std::string>{{"STEAD_BOOK", "/a/b.json"}});
}

TEST_CASE("from a folder that is gone a relative book is not found, and stead says so") {
  WithExtensions with;
  const std::filesystem::path before = std::filesystem::current_path();
  with.stead.environment["STEAD_BOOK"] = "book.json";
  std::filesystem::create_directory(with.folder / "gone");
  std::filesystem::current_path(with.folder / "gone");
  std::filesystem::remove(with.folder / "gone");
  const Result extension = with.stead.run("mail");
  const Result where = with.stead.run("where");
  with.stead.environment["STEAD_BOOK"] = "/a/b.json";
  const Program absolute = with.program("mail");
  std::filesystem::current_path(before);
  const Result refusal{3, "",
                       "stead: 'book.json' cannot be found from here: No such file or directory\n"
                       "hint: the current folder may be gone: cd to one that is there\n"};
  CHECK(extension == refusal);
  CHECK(where == refusal);
  CHECK(absolute.environment.at("STEAD_BOOK") == "/a/b.json");
}

TEST_CASE("a folder of PATH that cannot be read is passed over") {
  WithExtensions with;
  write_file(with.folder / "file", "");
  const std::string folder = with.folder.path().string();
  with.stead.environment["PATH"] =
      folder + "/file:" + folder + "/" + std::string(300, 'a') + ":" + folder;
  CHECK(with.stead.run("help").out.find("On your PATH\n  mail\n") != std::string::npos);
}

TEST_CASE("completion offers what help lists, and files behind a program of others") {
  WithExtensions with;
  const auto json = nlohmann::json::parse(with.stead.run("help --json").out);
  std::set<std::string> listed;
  for (const auto& command : json["commands"]) listed.insert(command["command"]);
  for (const auto& name : json["on_path"]) listed.insert(name);
  std::set<std::string> offered;
  std::istringstream lines(with.stead.run(Words{"__complete", ""}).out);
  for (std::string line; std::getline(lines, line);)
    offered.insert(line.substr(0, line.find('\t')));
  CHECK(offered == listed);
  CHECK(with.stead.run(Words{"__complete", "ma"}).out == "mail\ton your PATH\n");
  CHECK(with.stead.run(Words{"__complete", "mail", "x"}).out == "\tfile\n");
  CHECK(with.stead.run(Words{"__complete", "--no-pager", "mail", "--f"}).out == "\tfile\n");
  CHECK(with.stead.run(Words{"__complete", "nonsense", "x"}).out.empty());
  CHECK(with.started.empty());
}

TEST_CASE("stead's own commands win, and what is no program is no command") {
  WithExtensions with;
  CHECK(with.stead.run("log").status == 3);  // there is no book
  CHECK(with.stead.run("notes").err.starts_with("stead: 'notes' is not a stead command\n"));
  CHECK(with.stead.run("folder").status == 2);
  CHECK(with.stead.run({"../" + with.folder.path().filename().string() + "/stead-mail"}).status ==
        2);
  CHECK(with.started.empty());
}

TEST_CASE("a folder of PATH that is not absolute is passed over") {
  WithExtensions with;
  with.stead.environment["PATH"] = std::filesystem::relative(with.folder.path()).string() + ":";
  CHECK(with.stead.run("mail").status == 2);
  CHECK(with.started.empty());
}

TEST_CASE("a program that cannot be started is named") {
  WithExtensions with;
  with.status.reset();
  CHECK(with.stead.run("mail") ==
        Result{2, "",
               "stead: '" + (with.folder / "stead-mail").string() +
                   "' cannot be started\n"
                   "hint: a script begins with '#!' and the program that reads it\n"});
}

TEST_CASE("help and suggestions know the commands on PATH") {
  WithExtensions with;
  CHECK(with.stead.run("mial").err ==
        "stead: 'mial' is not a stead command\nhint: did you mean 'mail'?\n");
  CHECK(with.stead.run("help mial").err ==
        "stead: 'mial' is not a stead command\nhint: did you mean 'mail'?\n");
  CHECK(with.stead.run("help").out.find("On your PATH\n  mail\n") != std::string::npos);
  CHECK(with.stead.run("--help").out == with.stead.run("help").out);
  const auto json = nlohmann::json::parse(with.stead.run("help --json").out);
  CHECK(json["on_path"] == nlohmann::json::array({"mail"}));
  const Result about = with.stead.run("help mail");
  CHECK(about.status == 0);
  CHECK(about.out.starts_with("'mail' is not stead's own"));
  with.stead.environment.erase("PATH");
  CHECK(with.stead.run("help").out.find("On your PATH") == std::string::npos);
}
