#include "stead/journal.h"

#include <doctest/doctest.h>

#include "scratch_folder.h"
#include "stead/error.h"

using namespace stead;
namespace fs = std::filesystem;

namespace {

/// A promise that is added, changed or removed: JSON of one member is enough here.
Change change(std::string id, std::optional<std::string> before, std::optional<std::string> after) {
  return {Collection::promises, std::move(id), std::move(before), std::move(after)};
}

/// A record of this id, with something that tells it from others.
std::string record(const std::string& id, const std::string& text) {
  return R"({"id":")" + id + R"(","text":")" + text + "\"}";
}

/// A book and its journal, with words for digests.
struct Desk {
  ScratchFolder folder;
  Journal journal{folder / "state", folder / "book.json"};
  std::string now = "empty";

  void add(const std::string& id) {
    REQUIRE(journal.append({.at = "2026-08-03T10:15+02:00",
                            .words = {"promise", id},
                            .before = now,
                            .after = now + "+" + id,
                            .changes = {change(id, std::nullopt, "{\"id\":\"" + id + "\"}")}}));
    now += "+" + id;
  }
  void take(std::optional<Reversal> reversal, Step::Kind kind, const std::string& after) {
    REQUIRE(reversal);
    REQUIRE(journal.append({.kind = kind, .of = reversal->step.id, .before = now, .after = after}));
    now = after;
  }
  void undo(const std::string& after) { take(journal.undo(now), Step::Kind::undone, after); }
  void redo(const std::string& after) { take(journal.redo(now), Step::Kind::redone, after); }

  /// The record that undo, or redo, would take back.
  std::string next_undo() const { return id_in(journal.undo(now)); }
  std::string next_redo() const { return id_in(journal.redo(now)); }
  std::vector<std::string> steps() const {
    std::vector<std::string> ids;
    for (const Step& step : journal.steps(now)) {
      ids.push_back(step.changes.empty() ? "" : step.changes.front().id);
    }
    return ids;
  }
  static std::string id_in(const std::optional<Reversal>& reversal) {
    return reversal ? reversal->changes.front().id : "nothing";
  }
};

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a step comes back from the journal to the letter") {
  const Desk desk;
  Journal journal = desk.journal;
  Step step{.at = "2026-08-03T10:15+02:00",
            .words = {"log", "ana", "line\nbreak \"quoted\" \\ tab\t é 日本"},
            .before = "a",
            .after = "b",
            .changes = {change("k7q2wd4", std::nullopt, R"({"id":"k7q2wd4","n":1.0,"x":"\u00e9"})"),
                        {Collection::contacts, "ana", R"({"id":"ana", "a" : 1e2})",
                         R"({ "a":{"id":[]}, "id" : "ana"})"},
                        {Collection::interactions, "m3", "{\n\"id\":\"m3\"\n}", std::nullopt, "m2"},
                        {Collection::interactions, "m1", R"({"id":"m1"})", std::nullopt, ""}}};
  REQUIRE(journal.append(step));
  const std::vector<Step> steps = journal.steps("b");
  REQUIRE(steps.size() == 1);
  CHECK(steps[0].id.size() == 16);
  step.id = steps[0].id;
  CHECK(steps[0] == step);
}

TEST_CASE("nothing is touched before the first step, and no journal has no steps") {
  const Desk desk;
  CHECK(desk.steps().empty());
  CHECK_FALSE(desk.journal.undo("empty"));
  CHECK_FALSE(desk.journal.redo("empty"));
  CHECK(desk.folder.names().empty());
}

TEST_CASE("the journal is private, whatever the umask") {
  const Umask open(0);
  Desk desk;
  desk.add("a");
  CHECK(mode_of(desk.folder / "state") == 0700);
  CHECK(mode_of(desk.journal.path()) == 0600);
}

TEST_CASE("every book has a journal of its own, through all links") {
  const ScratchFolder folder;
  write_file(folder / "book.json", "");
  fs::create_symlink("book.json", folder / "link.json");
  const Journal journal(folder / "state", folder / "book.json");
  CHECK(Journal(folder / "state", folder / "link.json").path() == journal.path());
  CHECK(Journal(folder / "state", folder / "other.json").path() != journal.path());
  CHECK(journal.path().parent_path() == folder / "state");
}

TEST_CASE("undo turns the changes of a step around, the last one first") {
  Desk desk;
  const std::string a1 = record("a", "1");
  const std::string a2 = record("a", "2");
  const std::string b = record("b", "3");
  const std::string c = record("c", "4");
  Changes changes{change("a", a1, a2), change("b", std::nullopt, b), change("c", c, std::nullopt)};
  changes.back().before_follows = "k";
  REQUIRE(desk.journal.append({.before = "empty", .after = "full", .changes = changes}));
  const std::optional<Reversal> undo = desk.journal.undo("full");
  REQUIRE(undo);
  Changes inverted{change("c", std::nullopt, c), change("b", b, std::nullopt), change("a", a2, a1)};
  inverted.front().after_follows = "k";
  CHECK(undo->changes == inverted);
  CHECK(undo->step.changes == changes);
  CHECK(undo->untouched);
  CHECK_FALSE(desk.journal.undo("edited since")->untouched);
}

TEST_CASE("steps are undone and redone one after another, as in an editor") {
  Desk desk;
  desk.add("a");
  desk.add("b");
  desk.add("c");
  CHECK(desk.next_undo() == "c");
  CHECK(desk.next_redo() == "nothing");
  desk.undo("empty+a+b");
  desk.undo("empty+a");
  CHECK(desk.next_undo() == "a");
  CHECK(desk.next_redo() == "b");
  desk.redo("empty+a+b");
  CHECK(desk.next_undo() == "b");
  CHECK(desk.next_redo() == "c");
  desk.undo("empty+a");
  desk.undo("empty");
  CHECK(desk.next_undo() == "nothing");
  CHECK(desk.next_redo() == "a");
  CHECK(desk.journal.steps(desk.now).size() == 8);
}

TEST_CASE("a new change clears what could be redone, and is the next to be undone") {
  Desk desk;
  desk.add("a");
  desk.add("b");
  desk.undo("empty+a");
  desk.add("c");
  CHECK(desk.next_redo() == "nothing");
  CHECK(desk.next_undo() == "c");
  desk.undo("empty+a");
  CHECK(desk.next_undo() == "a");
}

TEST_CASE("a step whose book never took its place is left out") {
  Desk desk;
  desk.add("a");
  const std::string before = desk.now;
  desk.add("lost");
  desk.now = before;
  CHECK(desk.steps() == Ids{"a"});
  CHECK(desk.next_undo() == "a");
  desk.add("b");
  CHECK(desk.steps() == Ids{"a", "b"});
  desk.undo("empty+a");
  CHECK(desk.next_undo() == "a");

  SUBCASE("and so is an undo that never happened") {
    const std::string standing = desk.now;
    desk.undo("empty");
    desk.now = standing;
    CHECK(desk.next_undo() == "a");
    CHECK(desk.next_redo() == "b");
  }
}

TEST_CASE("a step counts although the book went back to where it started") {
  Desk desk;
  desk.add("a");
  desk.undo("empty");
  CHECK(desk.journal.steps("empty").size() == 2);
  CHECK(desk.next_redo() == "a");
}

TEST_CASE("a step counts although somebody changed the book after it") {
  Desk desk;
  desk.add("a");
  desk.now = "edited by hand";
  desk.add("b");
  CHECK(desk.steps() == Ids{"a", "b"});
}

TEST_CASE("a step that is withdrawn is gone") {
  Desk desk;
  desk.add("a");
  const std::string text = read_file(desk.journal.path());
  const std::string before = desk.now;
  desk.add("b");
  desk.journal.withdraw();
  desk.journal.withdraw();
  CHECK(read_file(desk.journal.path()) == text);
  desk.now = before;
  CHECK(desk.steps() == Ids{"a"});
}

TEST_CASE("a torn line is left out, and the next step stands on a line of its own") {
  Desk desk;
  desk.add("a");
  const std::string before = desk.now;
  desk.add("b");
  fs::resize_file(desk.journal.path(), fs::file_size(desk.journal.path()) - 9);
  desk.now = before;
  CHECK(desk.steps() == Ids{"a"});
  desk.add("c");
  CHECK(desk.steps() == Ids{"a", "c"});
}

TEST_CASE("lines that hold no step are left out") {
  Desk desk;
  desk.add("a");
  write_file(desk.journal.path(),
             read_file(desk.journal.path()) + "{}\n[1]\nno JSON\n\n" + std::string(9, '\0') + "\n");
  desk.add("b");
  CHECK(desk.steps() == Ids{"a", "b"});
}

TEST_CASE("without a folder to write to the caller is told") {
  Desk desk;
  write_file(desk.folder / "file", "");
  Journal journal(desk.folder / "file/state", desk.folder / "book.json");
  CHECK_FALSE(journal.append({.before = "a", .after = "b"}));
  CHECK(desk.folder.names() == std::set<std::string>{"file"});
}

TEST_CASE("what is forgotten leaves no trace in the journal") {
  Desk desk;
  desk.add("a");
  desk.add("b");
  desk.undo("empty+a");
  desk.add("c");
  REQUIRE(desk.journal.append({.words = {"log", "x"},
                               .before = desk.now,
                               .after = "e",
                               .changes = {change("d", std::nullopt, R"({"with":["b","a"]})")}}));
  desk.now = "e";
  write_file(desk.journal.path(), read_file(desk.journal.path()) + "torn \"b\"");
  desk.journal.forget([](const Step& step) { return mentions(step, "b"); });
  CHECK(desk.steps() == Ids{"a", "c"});
  CHECK(read_file(desk.journal.path()).find("\"b\"") == std::string::npos);
  CHECK(mode_of(desk.journal.path()) == 0600);
  CHECK(fs::directory_iterator(desk.folder / "state")->path() == desk.journal.path());
}

TEST_CASE("forgetting nothing writes nothing") {
  Desk desk;
  desk.journal.forget([](const Step&) { return true; });
  CHECK(desk.folder.names().empty());
  desk.add("a");
  const auto time = fs::last_write_time(desk.journal.path());
  desk.journal.forget([](const Step& step) { return mentions(step, "b"); });
  CHECK(fs::last_write_time(desk.journal.path()) == time);
}

TEST_CASE("the journal keeps 16 MiB, or the last steps if they are larger, and one step more") {
  Desk desk;
  const std::string large(std::size_t{3} << 20, 'x');
  for (int i = 0; i < 12; ++i) {
    const std::string next = "book " + std::to_string(i);
    REQUIRE(desk.journal.append(
        {.before = desk.now,
         .after = next,
         .changes = {change(std::to_string(i), std::nullopt, record(std::to_string(i), large))}}));
    desk.now = next;
  }
  CHECK(desk.steps() == Ids{"3", "4", "5", "6", "7", "8", "9", "10", "11"});
  CHECK(desk.next_undo() == "11");
}

TEST_CASE("a step with something in the place of a record is left out") {
  for (const char* broken : {"", "1", "not json", "{}", R"({"id":"b"})", R"({"id":"a"} )",
                             R"( {"id":"a"})", R"({"id":"a"}{"id":"a"})", R"({"id":"a")",
                             R"({"id":"a",})", R"({"id":"a","id":"a"})", R"({"id":["a"]})"}) {
    CAPTURE(broken);
    Desk desk;
    REQUIRE(desk.journal.append(
        {.before = "empty", .after = "one", .changes = {change("a", std::nullopt, broken)}}));
    desk.now = "one";
    desk.add("b");
    CHECK(desk.steps() == Ids{"b"});
    CHECK(desk.next_undo() == "b");
  }
}

TEST_CASE("a step mentions the records that it changes and those that they name") {
  const Step step{.words = {"log", "ana", "text"},
                  .changes = {change("k7", R"({"to":"bo-lind"})", R"({"to":"cem"})")}};
  for (const char* id : {"k7", "bo-lind", "cem", "ana"}) CHECK(mentions(step, id));
  for (const char* id : {"bo", "lind", "k", "text of", "to "}) CHECK_FALSE(mentions(step, id));
}
