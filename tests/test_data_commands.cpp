#include "harness.h"
#include "scratch_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

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

/// The ids of all records of a book with a record a line.
std::vector<std::string> ids_in(const std::string& book) {
  const std::string front = "{\"id\":\"";
  std::istringstream lines(book);
  std::vector<std::string> ids;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(front)) continue;
    ids.push_back(line.substr(front.size(), line.find('"', front.size()) - front.size()));
  }
  return ids;
}

/// Takes the last step back and does it again: the bytes have to be those of before and after.
void check_there_and_back(Harness& stead, const std::string& before) {
  const std::string after = stead.book();
  const Result undone = stead.run("undo -q");
  CHECK_MESSAGE(undone.status == 0, undone.err);
  CHECK(stead.book() == before);
  CHECK(stead.run("redo -q").status == 0);
  CHECK(stead.book() == after);
  CHECK(stead.run("undo -q").status == 0);
}

/// The one file in the folder of the journal.
std::filesystem::path journal_of(const Harness& stead) {
  for (const auto& entry : std::filesystem::directory_iterator(stead.folder() / "state/stead")) {
    return entry.path();
  }
  FAIL("there is no journal");
  return {};
}

/// Changes the first `what` in the journal.
void edit_journal(const Harness& stead, const std::string& what, const std::string& with) {
  std::string text = stead::test::contents_of(journal_of(stead));
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  write_file(journal_of(stead), text.replace(at, what.size(), with));
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
  CHECK(again.err.starts_with("stead: there is a book at '" + book.string() + "' already\n" +
                              "hint: 'stead init --book FILE' begins another\n"));
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

TEST_CASE("a dry run of init says what it would do, and that there is a book already") {
  Harness stead;
  const Result dry = stead.run("init 'Mo Tran' -n");
  CHECK(dry == Result{0, "Would begin a book at " + stead.book_path().string() + ".\n",
                      "hint: a dry run: nothing was written\n"});
  const auto json = nlohmann::json::parse(stead.run("init 'Mo Tran' -n --json").out);
  CHECK(json == nlohmann::json{{"schema", "stead.init/1"}, {"book", stead.book_path().string()}});
  CHECK_FALSE(std::filesystem::exists(stead.book_path()));
  CHECK(stead.run("init 'Mo Tran' -q").status == 0);
  CHECK(stead.run("init 'Mo Tran' -n") ==
        Result{2, "",
               "stead: there is a book at '" + stead.book_path().string() + "' already\n" +
                   "hint: 'stead init --book FILE' begins another\n"});
  const std::string impossible = "/tmp/" + std::string(300, 'a') + "/b.json";
  CHECK(stead.run({"--book", impossible, "init", "Mo Tran", "-n"}) ==
        Result{4, "", "stead: '" + impossible + "' cannot be written: File name too long\n"});
}

TEST_CASE("init refuses what is no name, and makes no file") {
  struct Refusal {
    std::string name;
    std::string message;
  };
  const std::vector<Refusal> refusals{{"", "the name is empty"},
                                      {"  ", "the name is empty"},
                                      {"Jan\nHale", "the name has more than one line"},
                                      {"Jan\tHale", "the name has a tab in it"},
                                      {"caf\xff", "the name is not UTF-8"}};
  Harness stead;
  for (const Refusal& each : refusals) {
    CAPTURE(each.name);
    for (const std::vector<std::string>& line :
         {std::vector<std::string>{"init", each.name}, {"init", each.name, "-n"}}) {
      const Result result = stead.run(line);
      CHECK(result.status == 2);
      CHECK(result.out.empty());
      CHECK(result.err.starts_with("stead: " + each.message));
      CHECK_FALSE(std::filesystem::exists(stead.book_path()));
    }
  }
  CHECK(stead.run("init -", "Mo Tran\n").status == 0);
  CHECK(stead.run("check").status == 0);
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
  CHECK(result.err == "stead: " + position(stead, 14, 14) + ": 1 fault\n");
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

TEST_CASE("whatever is removed comes back to the byte where it was, and goes again") {
  Harness stead;
  REQUIRE(stead.run("init --sample -q").status == 0);
  const std::string book = stead.book();
  std::vector<std::string> ids{"acme", "tom-okafor"};
  const std::vector<std::string> all = ids_in(book);
  for (std::size_t i = 0; i < all.size(); i += 3) {  // enough to meet many equal dates
    if (all[i] != "me") ids.push_back(all[i]);
  }
  for (const std::string& id : ids) {
    CAPTURE(id);
    REQUIRE(stead.run("remove " + id + " --with-history -y -q").status == 0);
    check_there_and_back(stead, book);
    REQUIRE(stead.book() == book);
  }
}

TEST_CASE("every command that writes can be taken back to the byte and done again") {
  Harness stead;
  REQUIRE(stead.run("init --sample -q").status == 0);
  const std::string book = stead.book();
  const auto json = nlohmann::json::parse(book);
  const auto first = [&](const char* collection) {
    return json[collection][json[collection].size() / 2]["id"].get<std::string>();
  };
  const std::string promise = first("promises");
  const std::string interaction = first("interactions");
  const std::vector<std::string> lines{
      "add 'Zoe Yu' --org acme",
      "set ana --title CIO badge=7",
      "rename ana Ana Berg",
      "archive ana",
      "log ana called --promise 'a plan by fri' --heard 'no calls on Fridays' --again 2w",
      "log zoe --new met --at 2026-07-01",
      "promise ana a plan --by fri",
      "set " + promise + " --made 2026-06-01",
      "set " + promise + " --text 'another plan'",
      "set " + interaction + " --at 2026-06-01",
      "set " + interaction + " --at today",
      "remove " + promise,
      "cover acme bo 2027-01-04..2027-01-08",
      "away 2027-01-04..2027-01-08",
      "away --cancel"};
  int written = 0;
  for (const std::string& line : lines) {
    CAPTURE(line);
    const Result result = stead.run(line);
    CHECK_MESSAGE(result.status < 2, result.err);
    if (stead.book() == book) continue;
    ++written;
    check_there_and_back(stead, book);
    REQUIRE(stead.book() == book);
  }
  CHECK(written > 11);
}

TEST_CASE("undo puts a record back although its neighbour is gone, or the journal is an old one") {
  const std::string talks =
      "{\"id\":\"a2\",\"at\":\"2026-07-30\",\"with\":[\"ana-ruiz\"],\"text\":\"one\"},\n"
      "{\"id\":\"b2\",\"at\":\"2026-07-30\",\"with\":[\"ana-ruiz\"],\"text\":\"two\"},\n"
      "{\"id\":\"c2\",\"at\":\"2026-07-30\",\"with\":[\"ana-ruiz\"],\"text\":\"three\"},\n"
      "{\"id\":\"p6d3h8wc\"";
  const std::string book = practice_with("{\"id\":\"p6d3h8wc\"", talks);
  Harness stead(book);
  CHECK(stead.run("remove b2 -q").status == 0);
  const std::string without = stead.book();
  edit_journal(stead, R"(,"before_follows":"a2")", "");
  CHECK(stead.run("undo -q").status == 0);
  CHECK(stead.book().size() == book.size());
  CHECK(stead.run("check -q").status == 0);

  stead.write_book(without);
  std::filesystem::remove_all(stead.folder() / "state");
  stead.write_book(book);
  CHECK(stead.run("remove b2 -q").status == 0);
  std::string alone = stead.book();
  const std::string first = talks.substr(0, talks.find('\n') + 1);
  stead.write_book(alone.erase(alone.find(first), first.size()));
  CHECK(stead.run("undo -q").status == 0);
  CHECK(stead.run("check -q").status == 0);
  CHECK(ids_in(stead.book()).size() == ids_in(book).size() - 1);
}

TEST_CASE("undo does not take out whom a record names that was written since") {
  Harness stead(small_practice());
  CHECK(stead.run("add 'Cem Ay' -q").status == 0);
  stead.environment["XDG_STATE_HOME"] = (stead.folder() / "another").string();
  CHECK(stead.run("log cem called -q").status == 0);
  stead.environment["XDG_STATE_HOME"] = (stead.folder() / "state").string();
  const std::string book = stead.book();
  const std::string id = nlohmann::json::parse(book)["interactions"].back()["id"];
  CHECK(stead.run("undo") ==
        Result{2, "",
               "stead: 'stead add \"Cem Ay\" -q' stays as it is: the interaction '" + id +
                   "' names Cem Ay, who would go\n"
                   "hint: 'stead remove " +
                   id +
                   "' takes that out first; 'stead archive cem-ay' hides the contact instead\n"});
  CHECK(stead.book() == book);
}

TEST_CASE("undo brings nothing back that names who is gone") {
  Harness stead(small_practice());
  CHECK(stead.run("add 'Cem Ay' -q").status == 0);
  CHECK(stead.run("log cem called -q").status == 0);
  const std::string id = nlohmann::json::parse(stead.book())["interactions"].back()["id"];
  CHECK(stead.run("remove " + id + " -q").status == 0);
  stead.environment["XDG_STATE_HOME"] = (stead.folder() / "another").string();
  CHECK(stead.run("remove cem-ay -q").status == 0);
  stead.environment["XDG_STATE_HOME"] = (stead.folder() / "state").string();
  const std::string book = stead.book();
  const Result refused = stead.run("undo");
  CHECK(refused ==
        Result{2, "",
               "stead: 'stead remove " + id + " -q' stays as it is: the interaction '" + id +
                   "' would not be right any more: there is no contact 'cem-ay'\n"
                   "hint: put that right first; 'stead history' shows the step\n"});
  CHECK(stead.book() == book);
}

TEST_CASE("a book with faults of its own can be taken back all the same") {
  Harness stead(practice_with(R"("for":"acme")", R"("for":"nobody-here")"));
  const std::string book = stead.book();
  CHECK(stead.run("log ana called -q").status == 0);
  CHECK(stead.run("undo -q").status == 0);
  CHECK(stead.book() == book);
}

TEST_CASE("a step of the journal whose record is broken is left out") {
  for (const char* record : {"not json", "{}", R"({\"id\":\"other\"})", R"({\"id\":\"x\"} )"}) {
    CAPTURE(record);
    Harness stead(small_practice());
    CHECK(stead.run("log ana called -q").status == 0);
    CHECK(stead.run("log sam met -q").status == 0);
    const std::string book = stead.book();
    const std::string text = stead::test::contents_of(journal_of(stead));
    const std::size_t begin = text.find(R"("after":"{)") + 9;
    const std::size_t end = text.find("}\"", begin) + 1;
    write_file(journal_of(stead), text.substr(0, begin) + record + text.substr(end));
    const Result history = stead.run("history");
    CHECK(history.status == 0);
    CHECK(history.out.find("stead log sam met") != std::string::npos);
    CHECK(history.out.find("stead log ana") == std::string::npos);
    CHECK(stead.run("undo -q").status == 0);
    CHECK(stead.run("undo").err == "stead: there is nothing to undo\n");
    CHECK(stead.run("check -q").status == 0);
    CHECK(stead.book() != book);
  }
}

TEST_CASE("undo writes no record that stopped being one in the journal") {
  Harness stead(small_practice());
  CHECK(stead.run("remove p6d -q").status == 0);
  const std::string book = stead.book();
  edit_journal(stead, R"(\"with\":[\"jo-park\"])", R"(\"with\":7)");
  const Result refused = stead.run("undo");
  CHECK(refused.status == 2);
  CHECK(
      refused.err.starts_with("stead: 'stead remove p6d -q' stays as it is: the interaction "
                              "'p6d3h8wc' would not be right any more: "));
  CHECK(stead.book() == book);
}

TEST_CASE("history quotes words as a shell needs them") {
  Harness stead(small_practice());
  for (const char* text : {"{a,b}", "[x]", "no!", "$HOME", "~"}) {
    CHECK(stead.run(std::vector<std::string>{"log", "ana", text, "-q"}).status == 0);
  }
  const std::string history = stead.run("history").out;
  for (const char* line :
       {"stead log ana \"{a,b}\" -q", "stead log ana \"[x]\" -q", "stead log ana 'no!' -q",
        "stead log ana '$HOME' -q", "stead log ana \"~\" -q"}) {
    CHECK_MESSAGE(history.find(line) != std::string::npos, history);
  }
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
                      "Nothing was written; without --dry-run this would be the answer:\n"
                      "Took back: stead keep ana --on 2026-08-01\n"
                      "~ promise k7q2wd4: status kept → nothing\n"
                      "~ promise k7q2wd4: closed 2026-08-01 → nothing\n",
                      ""});
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
