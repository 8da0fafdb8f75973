#include "harness.h"
#include "scratch_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace {

using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

/// The small practice with `what`, which has to be in it, changed by hand.
std::string practice_with(const std::string& what, const std::string& with) {
  std::string book = small_practice();
  const std::size_t at = book.find(what);
  REQUIRE(at != std::string::npos);
  return book.replace(at, what.size(), with);
}

std::string position(const Harness& stead, std::size_t line, std::size_t column) {
  return stead.book_path().string() + ":" + std::to_string(line) + ":" + std::to_string(column);
}

}  // namespace

TEST_CASE("init begins a private book, and never a second one") {
  const Umask open(0);
  Harness stead;
  stead.environment.erase("STEAD_BOOK");
  CHECK(stead.run("init 'Mo Tran' -q") == Result{0, "", ""});
  const std::filesystem::path book = stead.folder() / ".local/share/stead/book.json";
  CHECK(mode_of(book) == 0600);
  CHECK(mode_of(book.parent_path()) == 0700);
  const std::string text = stead::test::contents_of(book);
  CHECK(text.find(R"("name":"Mo Tran")") != std::string::npos);

  const Result again = stead.run("init 'Jan Hale'");
  CHECK(again.status == 2);
  CHECK(again.out.empty());
  CHECK(again.err.starts_with("stead: there is a book at '" + book.string() + "' already\n"));
  CHECK(stead::test::contents_of(book) == text);
  CHECK(stead.run("check").out == "No faults in 1 contact, 0 promises and 0 interactions.\n");
}

TEST_CASE("init says where the book is, and a dry run begins none") {
  Harness stead;
  const Result dry = stead.run("init -n");
  CHECK(dry.status == 0);
  CHECK_FALSE(std::filesystem::exists(stead.book_path()));
  const auto json = nlohmann::json::parse(stead.run("init 'Mo Tran' --json").out);
  CHECK(json == nlohmann::json{{"schema", "stead.init/1"}, {"book", stead.book_path().string()}});
  CHECK(stead.run("init 'Mo\x1b[2J'").status == 2);
}

TEST_CASE("check finds nothing in a good book, whatever its line ends") {
  Harness stead(small_practice());
  const Result good{0, "No faults in 9 contacts, 2 promises and 2 interactions.\n", ""};
  CHECK(stead.run("check") == good);
  CHECK(stead.run("check -q") == Result{0, "", ""});
  const auto json = nlohmann::json::parse(stead.run("check --json").out);
  CHECK(json["schema"] == "stead.check/1");
  CHECK(json["is_book"] == true);
  CHECK(json["faults"] == 0);

  std::string windows;
  for (const char c : small_practice())
    windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  stead.write_book(windows);
  CHECK(stead.run("check").status == 0);
  CHECK(stead.book() == windows);
}

TEST_CASE("check names the place where a file stops being a book, with status 3") {
  Harness stead(practice_with(R"("promises": [)", R"("promises": [,)"));
  const std::string broken = stead.book();
  const Result result = stead.run("check");
  CHECK(result.status == 3);
  CHECK(result.out.starts_with(position(stead, 14, 14) + ": "));
  CHECK(result.err == "stead: " + position(stead, 14, 14) + ": 1 fault, the first place\n");
  CHECK(stead.book() == broken);

  const auto json = nlohmann::json::parse(stead.run("check --json").out);
  CHECK(json["is_book"] == false);
  CHECK(json["findings"][0]["line"] == 14);
  CHECK(json["findings"][0]["column"] == 14);

  for (const char* text : {"", "null", "[]", "{}", "{\"stead\": 2}"}) {
    stead.write_book(text);
    CAPTURE(text);
    CHECK(stead.run("check").status == 3);
  }
}

TEST_CASE("check names conflicting copies that lie beside the book") {
  Harness stead(small_practice());
  const std::filesystem::path copy =
      stead.folder() / "book.sync-conflict-20260803-101500-ABCDEFG.json";
  write_file(copy, small_practice());
  const Result result = stead.run("check");
  CHECK(result.status == 0);
  CHECK(result.err == "stead: '" + copy.string() +
                          "' is a conflicting copy of the book: take over what is missing, then "
                          "remove it\n");
}

TEST_CASE("copies are looked for beside the file that a link leads to, and by their whole names") {
  Harness stead;
  const std::filesystem::path synced = stead.folder() / "synced";
  std::filesystem::create_directory(synced);
  write_file(synced / "book.json", small_practice());
  std::filesystem::create_symlink(synced / "book.json", stead.book_path());
  CHECK(stead.run("check").err.empty());
  write_file(synced / "bookmarks.sync-conflict-20260803-101500-ABCDEFG.json", "{}");
  write_file(stead.folder() / "book.sync-conflict-20260803-101500-ABCDEFG.json", "{}");
  CHECK(stead.run("check").err.empty());
  write_file(synced / "book (Jan's conflicted copy 2026-08-03).json", small_practice());
  CHECK(stead.run("check").err.find("conflicted copy 2026-08-03).json' is a conflicting copy") !=
        std::string::npos);
}

TEST_CASE("undo goes back step by step to the very same bytes, and redo forward again") {
  Harness stead(small_practice());
  std::vector<std::string> books{stead.book()};
  for (const char* line : {"log ana called", "promise ana a plan --by fri", "keep ana estimate"}) {
    CHECK(stead.run(line).status == 0);
    books.push_back(stead.book());
  }
  for (std::size_t i = 3; i > 0; --i) {
    CHECK(stead.run("undo -q").status == 0);
    CHECK(stead.book() == books[i - 1]);
  }
  CHECK(stead.run("undo") == Result{2, "", "stead: there is nothing to undo\n"});
  for (std::size_t i = 1; i <= 3; ++i) {
    CHECK(stead.run("redo -q").status == 0);
    CHECK(stead.book() == books[i]);
  }
  CHECK(stead.run("redo") == Result{2, "", "stead: there is nothing to redo\n"});
}

TEST_CASE("a new change clears what could be done again") {
  Harness stead(small_practice());
  CHECK(stead.run("log ana called -q").status == 0);
  CHECK(stead.run("undo -q").status == 0);
  CHECK(stead.run("log sam called -q").status == 0);
  CHECK(stead.run("redo").status == 2);
  CHECK(stead.run("undo -q").status == 0);
  CHECK(stead.book() == small_practice());
}

TEST_CASE("undo says what it takes back, as words and as changes") {
  Harness stead(small_practice());
  CHECK(stead.run("keep ana --on 2026-08-01").status == 0);
  const std::string kept = stead.book();
  const Result dry = stead.run("undo --dry-run");
  CHECK(dry == Result{0,
                      "Took back: stead keep ana --on 2026-08-01\n"
                      "~ promise k7q2wd4: status kept → nothing\n"
                      "~ promise k7q2wd4: closed 2026-08-01 → nothing\n",
                      "hint: 'stead redo' does it again\nhint: a dry run: nothing was written\n"});
  CHECK(stead.book() == kept);
  const auto json = nlohmann::json::parse(stead.run("undo --json").out);
  CHECK(json["changes"].size() == 1);
  CHECK(json["changes"][0]["id"] == "k7q2wd4");
  CHECK(json["changes"][0]["before"]["status"] == "kept");
  CHECK_FALSE(json["changes"][0]["after"].contains("status"));
  CHECK(stead.book() == small_practice());
}

TEST_CASE("a step is not taken back once its record was changed by hand") {
  Harness stead(small_practice());
  CHECK(stead.run("keep ana -q").status == 0);
  std::string book = stead.book();
  const std::string old = "migration estimate";
  book.replace(book.find(old), old.size(), "another estimate");
  stead.write_book(book);
  const Result refused = stead.run("undo");
  CHECK(refused.status == 2);
  CHECK(refused.err.starts_with(
      "stead: 'stead keep ana -q' stays as it is: the promise 'k7q2wd4' has changed since\n"));
  CHECK(stead.book() == book);
}

TEST_CASE("a step is taken back although something else was changed by hand") {
  Harness stead(small_practice());
  CHECK(stead.run("keep ana -q").status == 0);
  std::string book = stead.book();
  const std::string old = "VPN credentials";
  stead.write_book(book.replace(book.find(old), old.size(), "VPN access"));
  CHECK(stead.run("undo -q").status == 0);
  CHECK(stead.book() == practice_with(old, "VPN access"));
}

TEST_CASE("history lists the steps, the newest first, and which were taken back") {
  Harness stead(small_practice());
  CHECK(stead.run("history") == Result{0, "No command has changed this book yet.\n", ""});
  CHECK(stead.run("log ana called -q").status == 0);
  CHECK(stead.run("log sam 'sent it' -q").status == 0);
  CHECK(stead.run("undo -q").status == 0);
  const auto json = nlohmann::json::parse(stead.run("history --json").out);
  CHECK(json["schema"] == "stead.history/1");
  REQUIRE(json["steps"].size() == 2);
  CHECK(json["steps"][0]["words"] == nlohmann::json{"log", "sam", "sent it", "-q"});
  CHECK(json["steps"][0]["in_force"] == false);
  CHECK(json["steps"][1]["words"] == nlohmann::json{"log", "ana", "called", "-q"});
  CHECK(json["steps"][1]["in_force"] == true);
  CHECK(json["steps"][1]["records"][0]["collection"] == "interactions");
  const std::string text = stead.run("history").out;
  CHECK(text.find("stead log sam \"sent it\" -q") < text.find("stead log ana called -q"));
  CHECK(text.find("taken back") != std::string::npos);

  CHECK(nlohmann::json::parse(stead.run("history 1 --json").out)["steps"].size() == 1);
  CHECK(stead.run("redo -q").status == 0);
  CHECK(nlohmann::json::parse(stead.run("history --json").out)["steps"][0]["in_force"] == true);
  for (const char* count : {"history 0", "history many", "history -- -1"}) {
    CHECK(stead.run(count).status == 2);
  }
}

TEST_CASE("without a journal there is nothing to undo") {
  Harness stead(small_practice());
  CHECK(stead.run("log ana called -q").status == 0);
  std::filesystem::remove_all(stead.folder() / "state");
  CHECK(stead.run("undo") == Result{2, "", "stead: there is nothing to undo\n"});
  stead.environment = {{"STEAD_BOOK", stead.book_path().string()}};
  for (const char* line : {"undo", "redo", "history"}) {
    CHECK(stead.run(line) == Result{2, "",
                                    "stead: there is no home folder, and so no journal\n"
                                    "hint: set HOME or XDG_STATE_HOME\n"});
  }
}
