#include "cli/world.h"
#include "harness.h"
#include "random_model.h"
#include "scratch_folder.h"
#include "stead/layout.h"
#include "stead/store.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <functional>
#include <new>
#include <stdexcept>

namespace {

namespace fs = std::filesystem;
using stead::Program;
using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;
using Words = std::vector<std::string>;

/// What an editor does to the file; its exit status.
using Editing = std::function<int(const fs::path&)>;

/// stead on the small practice with an editor that is a function.
struct WithEditor {
  Harness stead;
  std::vector<Words> started;
  fs::path file;        ///< That was edited last.
  std::string offered;  ///< What it held at first.

  explicit WithEditor(Editing editing, const std::string& book = small_practice()) : stead(book) {
    stead.environment["EDITOR"] = "ed -s";
    stead.programs = [this, editing](const Program& program) -> std::optional<int> {
      started.push_back(program.words);
      file = program.words.back();
      offered = read_file(file);
      return editing(file);
    };
  }

  /// Is nothing of a text left, neither beside the journal nor beside the book?
  bool left_nothing() const {
    for (const auto& entry : fs::recursive_directory_iterator(stead.folder())) {
      if (entry.path().filename().string().starts_with("edit-")) return false;
    }
    return true;
  }
};

Editing replacing(const std::string& what, const std::string& with) {
  return [=](const fs::path& file) {
    std::string text = read_file(file);
    const std::size_t at = text.find(what);
    REQUIRE_MESSAGE(at != std::string::npos, text);
    write_file(file, text.replace(at, what.size(), with));
    return 0;
  };
}

Editing writing(const std::string& text) {
  return [=](const fs::path& file) {
    write_file(file, text);
    return 0;
  };
}

int leave(const fs::path&) { return 0; }

std::string practice_with(const std::string& what, const std::string& with) {
  std::string book = small_practice();
  const std::size_t at = book.find(what);
  REQUIRE(at != std::string::npos);
  return book.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("edit offers a record laid out in a private file, and writes what comes back") {
  mode_t mode = 0;
  mode_t folder_mode = 0;
  WithEditor with([&](const fs::path& file) {
    mode = mode_of(file);
    folder_mode = mode_of(file.parent_path());
    write_file(file.parent_path() / "record.json~", "a copy");
    return replacing("\"title\": \"CTO\"", "\"title\":  \"CIO\", \"x-mine\": [1.0]")(file);
  });
  CHECK(with.stead.run("edit ana") == Result{0,
                                             "~ contact ana-ruiz: title CTO → CIO\n"
                                             "~ contact ana-ruiz: x-mine + 1.0\n",
                                             "hint: 'stead undo' takes it back\n"});
  CHECK(with.started == std::vector<Words>{{"/bin/sh", "-c", "ed -s \"$@\"", "ed -s", with.file}});
  CHECK(with.offered ==
        "{\n"
        "  \"id\": \"ana-ruiz\",\n"
        "  \"name\": \"Ana Ruiz\",\n"
        "  \"aliases\": [\"Ani\"],\n"
        "  \"was\": [\"a-ruiz\"],\n"
        "  \"org\": \"acme\",\n"
        "  \"past\": [\n"
        "    {\"org\": \"borealis\", \"until\": \"2026-03-01\"}\n"
        "  ],\n"
        "  \"title\": \"CTO\",\n"
        "  \"phone\": [\"+34 600 111 222\"],\n"
        "  \"tz\": \"Europe/Madrid\",\n"
        "  \"born\": \"05-14\"\n"
        "}\n");
  CHECK(with.file.filename() == "record.json");
  CHECK(mode == 0600);
  CHECK(folder_mode == 0700);
  CHECK(with.left_nothing());
  CHECK(with.stead.book() == practice_with(R"("title":"CTO")", R"("title":"CIO","x-mine":[1.0])"));
  CHECK(with.stead.run("undo -q").status == 0);
  CHECK(with.stead.book() == small_practice());
}

TEST_CASE("edit takes a promise and an interaction by their ids") {
  WithEditor with(replacing("migration estimate", "migration plan"));
  CHECK(with.stead.run("edit k7q").out ==
        "~ promise k7q2wd4: text migration estimate → migration plan\n");
  WithEditor other(replacing("2026-07-30T10:00", "2026-07-01T10:00"));
  CHECK(other.stead.run("edit p6d3h8wc -q") == Result{0, "", ""});
  const std::string book = other.stead.book();
  CHECK(book.find("p6d3h8wc") < book.find("m3x8r7vd"));  // it goes where its time wants it
  CHECK(other.stead.run("undo -q").status == 0);
  CHECK(other.stead.book() == small_practice());
}

TEST_CASE("what was not changed is not written") {
  WithEditor with(leave);
  CHECK(with.stead.run("edit ana") == Result{0, "Nothing was changed.\n", ""});
  CHECK(with.stead.run("edit") == Result{0, "Nothing was changed.\n", ""});
  CHECK(with.stead.run("edit ana --json").out ==
        "{\"schema\":\"stead.changes/1\",\"changes\":[]}\n");
  CHECK(with.left_nothing());
  WithEditor blank(replacing("\"title\": ", "\"title\":\n\n"));
  CHECK(blank.stead.run("edit ana") ==
        Result{0, "Only blanks were changed; nothing was written.\n", ""});
  CHECK(blank.stead.book() == small_practice());
  CHECK(blank.stead.run("undo").status == 2);
}

TEST_CASE("edit alone offers the whole book and writes the records that differ") {
  std::string book;
  WithEditor with([&](const fs::path& file) {
    book = read_file(file);
    replacing(R"("title":"CTO")", R"("title": "CIO", "x-mine": {"a": 1e2})")(file);
    replacing("{\"id\":\"joanna-wit\",\"name\":\"Joanna Wit\",\"org\":\"borealis\"},\n", "")(file);
    return replacing("\"promises\": [\n",
                     "\"promises\": [\n{\"id\":\"p2\",\"by\":\"me\",\"to\":\"bo-lind\","
                     "\"text\":\"lunch\",\"made\":\"2026-08-01\"},\n\n")(file);
  });
  CHECK(with.stead.run("edit") == Result{0,
                                         "~ contact ana-ruiz: title CTO → CIO\n"
                                         "~ contact ana-ruiz: x-mine nothing → a 1e2\n"
                                         "- contact joanna-wit: Joanna Wit\n"
                                         "+ promise p2: lunch\n",
                                         "hint: 'stead undo' takes it back\n"});
  CHECK(book == small_practice());
  CHECK(with.file.filename() == "book.json");
  CHECK(with.left_nothing());
  const std::string after = with.stead.book();
  CHECK(after.find(R"("title": "CIO", "x-mine": {"a": 1e2},"phone")") != std::string::npos);
  CHECK(after.find("joanna-wit") == std::string::npos);
  CHECK(after.find("{\"id\":\"v3x9pqa\"") < after.find("{\"id\":\"p2\""));  // by `made`
  CHECK(with.stead.run("check -q").status == 0);
  CHECK(with.stead.run("undo -q").status == 0);
  CHECK(with.stead.book() == small_practice());
}

TEST_CASE("edit says what is wrong and where, keeps the text, and leaves the book as it is") {
  struct Refusal {
    std::string line;
    Editing editing;
    std::string message;  ///< Behind the file: place and words.
  };
  const std::vector<Refusal> refusals{
      {"edit ana", replacing("\"CTO\",", "\"CTO\""), ":11:3: a comma or '}' is expected here"},
      {"edit ana", writing("{{{ \x1b[31m"), ":1:2: a text in double quotes is expected here"},
      {"edit ana", writing("{\"id\":\"ana-ruiz\"} {}"), ":1:19: "},
      {"edit ana", writing("[1]"), ":1:1: "},
      {"edit ana", replacing("\"ana-ruiz\"", "\"anna\""), ":1:1: the id has to stay 'ana-ruiz'"},
      {"edit ana", replacing("\"acme\"", "\"nobody\""), ":6:10: "},
      {"edit ana", replacing("\"05-14\"", "\"05-99\""), ":13:11: "},
      {"edit ana", replacing("\"CTO\"", "7"), ":10:12: "},
      {"edit acme", replacing("\"kind\": \"org\",", ""),
       ":1:1: the contact 'ana-ruiz' would not be right any more: "},
      {"edit k7q", replacing("\"2026-07-31\"", "\"soon\""), ":8:10: "},
      {"edit", replacing("{\"id\":\"me\"", "{\"id\":\"me\",\"id\":\"me\""), ":11:12: "},
      {"edit", replacing("\"to\":\"ana-ruiz\"", "\"to\":\"nobody\""), ":15:"},
      {"edit", replacing("\"stead\": 1", "\"stead\": 99"), ":2:"},
      {"edit", replacing("{\"id\":\"sam-ortiz\"", "{\"id\":\"ana-ruiz\""),
       ":4:144: there is no contact 'sam-ortiz' (the first of 2 faults)"},
      {"edit", replacing("\n]\n}", "\n]"), ":"},
  };
  for (const Refusal& refusal : refusals) {
    WithEditor with(refusal.editing);
    const Result result = with.stead.run(refusal.line);
    CAPTURE(refusal.message);
    CHECK(result.status == 2);
    CHECK(result.out.empty());
    CHECK_MESSAGE(result.err.starts_with("stead: " + with.file.string() + refusal.message),
                  result.err);
    CHECK(result.err.find("your text is kept in '" + with.file.string() + "'") !=
          std::string::npos);
    CHECK(fs::is_regular_file(with.file));
    CHECK(with.stead.book() == small_practice());
  }
}

TEST_CASE("edit changes records, not what is around them") {
  WithEditor with(replacing("\"stead\": 1", "\"stead\": 1,\n\"x-mine\": 7"));
  const Result result = with.stead.run("edit");
  CHECK(result == Result{2, "",
                         "stead: only records can be changed here, not 'x-mine'\n"
                         "hint: what is around the records is changed in '" +
                             with.stead.book_path().string() + "' itself; your text is kept in '" +
                             with.file.string() + "'\n"});
  CHECK(with.stead.book() == small_practice());
}

TEST_CASE("what an editor may do instead of editing changes nothing, and leaves nothing") {
  const std::vector<std::pair<Editing, std::string>> tricks{
      {writing(""), "the text is empty; nothing was written"},
      {writing(" \n\n"), "the text is empty; nothing was written"},
      {[](const fs::path&) { return 1; },
       "the editor 'ed -s' ended with status 1; nothing was written"},
      {[](const fs::path&) { return 137; },
       "the editor 'ed -s' ended with status 137; nothing was written"},
      {[](const fs::path& file) { return fs::remove(file) ? 0 : 1; }, "the edited text is gone: "},
  };
  for (const auto& trick : tricks) {
    WithEditor with(trick.first);
    for (const char* line : {"edit ana", "edit"}) {
      const Result result = with.stead.run(line);
      CHECK(result.status == 2);
      CHECK_MESSAGE(result.err.starts_with("stead: " + trick.second), result.err);
      CHECK(result.err.find("kept") == std::string::npos);
      CHECK(with.stead.book() == small_practice());
      CHECK(with.left_nothing());
    }
  }
}

TEST_CASE("a text that stead cannot read stays, and the folder that it is in is named") {
  const std::vector<std::pair<Editing, std::string>> tricks{
      {[](const fs::path& file) {
         fs::rename(file, file.parent_path() / "mine.json");
         return 0;
       },
       "the edited text is gone: "},
      {[](const fs::path& file) {
         write_file(file.parent_path() / "mine.json", "long thoughts\n");
         fs::remove(file);
         fs::create_symlink("mine.json", file);
         return 0;
       },
       "the edited text cannot be read: "},
      {[](const fs::path& file) {
         fs::remove(file);
         fs::create_directory(file);
         return 0;
       },
       "the edited text cannot be read: "},
  };
  for (const auto& trick : tricks) {
    const Editing& editing = trick.first;
    WithEditor with([&](const fs::path& file) {
      write_file(file, "long thoughts\n");
      return editing(file);
    });
    const Result result = with.stead.run("edit ana");
    CHECK(result.status == 2);
    CHECK_MESSAGE(result.err.starts_with("stead: " + trick.second), result.err);
    CHECK_MESSAGE(result.err.ends_with("hint: your text is kept in '" +
                                       with.file.parent_path().string() + "'\n"),
                  result.err);
    CHECK_FALSE(fs::is_empty(with.file.parent_path()));
    CHECK(with.stead.book() == small_practice());
  }
}

TEST_CASE("a text that is too large for a book stays") {
  WithEditor with([](const fs::path& file) {
    fs::resize_file(file, stead::kLargestBook + 1);
    return 0;
  });
  const Result result = with.stead.run("edit ana");
  CHECK(result.status == 3);
  CHECK(result.err.find("a book has at most") != std::string::npos);
  CHECK(result.err.ends_with("hint: your text is kept in '" + with.file.string() + "'\n"));
  CHECK(fs::exists(with.file));
}

TEST_CASE("what was saved under another name stays, though the text itself was not changed") {
  WithEditor with([](const fs::path& file) {
    write_file(file.parent_path() / "mine.json", "long thoughts\n");
    return 0;
  });
  const Result result = with.stead.run("edit ana");
  CHECK(result ==
        Result{0, "Nothing was changed.\n",
               "hint: your text is kept in '" + with.file.parent_path().string() + "'\n"});
  CHECK(read_file(with.file.parent_path() / "mine.json") == "long thoughts\n");
}

TEST_CASE("a failure that nobody foresaw keeps the text, and says where") {
  const std::vector<std::pair<std::function<void()>, std::string>> failures{
      {[] { throw std::bad_alloc(); }, "there is not enough memory"},
      {[] { throw std::runtime_error("something else"); }, "something else"},
  };
  for (const auto& failure : failures) {
    const std::function<void()>& fail = failure.first;
    WithEditor with([&](const fs::path& file) {
      write_file(file, "long thoughts\n");
      fail();
      return 0;
    });
    const Result result = with.stead.run("edit ana");
    CHECK(result == Result{4, "",
                           "stead: " + failure.second + "\nhint: your text is kept in '" +
                               with.file.parent_path().string() + "'\n"});
    CHECK(read_file(with.file) == "long thoughts\n");
  }
}

TEST_CASE("an editor that fails after it saved something loses nothing") {
  WithEditor with([](const fs::path& file) {
    replacing("CTO", "CIO")(file);
    return 1;
  });
  const Result result = with.stead.run("edit ana");
  CHECK(result == Result{2, "",
                         "stead: the editor 'ed -s' ended with status 1; nothing was written\n"
                         "hint: your text is kept in '" +
                             with.file.string() + "'\n"});
  CHECK(read_file(with.file).find("CIO") != std::string::npos);
  CHECK(with.stead.book() == small_practice());
}

TEST_CASE("every fault that was edited into a book is named, up to ten of them") {
  WithEditor with([](const fs::path& file) {
    std::string text = read_file(file);
    for (std::size_t at = 0; (at = text.find("\"name\":", at)) != std::string::npos; at += 8) {
      text.replace(at, 7, "\"nam\": ");
    }
    write_file(file, text);
    return 0;
  });
  const Result result = with.stead.run("edit");
  CHECK(result.status == 2);
  const std::string file = with.file.string();
  CHECK(result.err.find(" (the first of 9 faults)\n" + file + ":5:1: ") != std::string::npos);
  CHECK(result.err.find('\n' + file + ":12:1: ") != std::string::npos);
  CHECK(result.err.find(" more\n") == std::string::npos);

  WithEditor many([](const fs::path& edited) {
    std::string text = read_file(edited);
    for (const char* name : {"\"name\":", "\"text\":"}) {
      for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos; at += 8) {
        text.replace(at, 7, "\"nome\":");
      }
    }
    write_file(edited, text);
    return 0;
  });
  const Result more = many.stead.run("edit");
  CHECK(more.err.find(" (the first of 12 faults)\n") != std::string::npos);
  CHECK(more.err.find("\nand 2 more\n") != std::string::npos);
  CHECK(std::ranges::count(more.err, '\n') == 12);  // ten faults, the rest, the hint
  CHECK(many.stead.book() == small_practice());
}

TEST_CASE("on a terminal a text with a fault can be mended") {
  int turn = 0;
  WithEditor with([&](const fs::path& file) {
    return ++turn == 1 ? replacing("\"CTO\",", "\"CIO\"")(file)
                       : replacing("\"CIO\"", "\"CIO\",")(file);
  });
  const Result result = with.stead.run_on_terminal("edit ana", "\n");
  CHECK(result.status == 0);
  CHECK(result.out == "~ contact ana-ruiz: title CTO → CIO\n");
  CHECK(result.err == "stead: " + with.file.string() +
                          ":11:3: a comma or '}' is expected here\n"
                          "hint: your text is in '" +
                          with.file.string() +
                          "', and stays there if this ends now\n"
                          "Edit it again? [Y/n] hint: 'stead undo' takes it back\n");
  CHECK(turn == 2);
  CHECK(with.left_nothing());
}

TEST_CASE("who does not want to mend a text finds it again") {
  for (const char* answer : {"n\n", ""}) {
    WithEditor with(replacing("\"CTO\",", "\"CIO\""));
    const Result result = with.stead.run_on_terminal("edit ana", answer);
    CHECK(result.status == 2);
    CHECK(result.err.ends_with("Edit it again? [Y/n] " + std::string(*answer == 'n' ? "" : "\n") +
                               "stead: nothing was written\n"
                               "hint: your text is kept in '" +
                               with.file.string() + "'\n"));
    CHECK(with.stead.book() == small_practice());
  }
}

TEST_CASE("the book is free while somebody edits, and what others write is not lost") {
  for (const char* line : {"edit ana", "edit"}) {
    CAPTURE(line);
    Harness* stead = nullptr;
    WithEditor with([&](const fs::path& file) {
      CHECK(stead->run("log bo called -q").status == 0);
      return replacing("CTO", "CIO")(file);
    });
    stead = &with.stead;
    CHECK(with.stead.run(line).status == 0);
    CHECK(with.stead.book().find("\"CIO\"") != std::string::npos);
    CHECK(with.stead.book().find("\"called\"") != std::string::npos);
    CHECK(with.stead.run("check -q").status == 0);
  }
}

TEST_CASE("a record that somebody else changed meanwhile is not overwritten") {
  for (const char* line : {"edit ana", "edit"}) {
    CAPTURE(line);
    Harness* stead = nullptr;
    WithEditor with([&](const fs::path& file) {
      CHECK(stead->run("set ana --title CFO -q").status == 0);
      return replacing("CTO", "CIO")(file);
    });
    stead = &with.stead;
    const Result result = with.stead.run_on_terminal(line);
    CHECK(result ==
          Result{2, "",
                 "stead: the contact 'ana-ruiz' was changed by somebody else while you edited; "
                 "nothing was written\n"
                 "hint: 'stead show ana-ruiz' shows it as it is now; your text is kept in '" +
                     with.file.string() + "'\n"});
    CHECK(with.stead.book() == practice_with("CTO", "CFO"));
    CHECK(read_file(with.file).find("CIO") != std::string::npos);
  }
}

TEST_CASE("what somebody else wrote meanwhile has to fit what was edited") {
  Harness* stead = nullptr;
  WithEditor with([&](const fs::path& file) {
    CHECK(stead->run("promise joanna lunch -q").status == 0);
    return replacing("{\"id\":\"joanna-wit\",\"name\":\"Joanna Wit\",\"org\":\"borealis\"},\n",
                     "")(file);
  });
  stead = &with.stead;
  const Result result = with.stead.run("edit");
  CHECK(result.status == 2);
  CHECK(result.err.find("joanna-wit") != std::string::npos);
  CHECK(with.stead.book().find("\"id\":\"joanna-wit\"") != std::string::npos);
}

TEST_CASE("edit asks before it takes several records out") {
  const Editing without_interactions = [](const fs::path& file) {
    std::string text = read_file(file);
    text.resize(text.find("{\"id\":\"m3x8r7vd\""));
    write_file(file, text + "]\n}\n");
    return 0;
  };
  WithEditor silent(without_interactions);
  const Result refused = silent.stead.run("edit");
  CHECK(refused.status == 2);
  CHECK(refused.err ==
        "stead: this needs a yes, and there is no terminal to ask on: Take 2 records out of the "
        "book?\n"
        "hint: say it with --yes; your text is kept in '" +
            silent.file.string() + "'\n");
  CHECK(silent.stead.book() == small_practice());
  for (const char* answer : {"n\n", ""}) {
    WithEditor with(without_interactions);
    CHECK(with.stead.run_on_terminal("edit", answer).status == 2);
    CHECK(fs::exists(with.file));
    CHECK(with.stead.book() == small_practice());
  }
  WithEditor with(without_interactions);
  CHECK(with.stead.run_on_terminal("edit -q", "y\n") ==
        Result{0, "", "Take 2 records out of the book? [y/N] "});
  CHECK(with.started.size() == 1);
  CHECK(with.stead.run("timeline").status == 0);
  CHECK(with.stead.run("undo -q").status == 0);
  CHECK(with.stead.book() == small_practice());
}

TEST_CASE("a dry run of edit says what it would do and keeps the text") {
  WithEditor with(replacing("CTO", "CIO"));
  const Result dry = with.stead.run("edit ana -n");
  CHECK(dry == Result{0,
                      "Nothing was written; without --dry-run this would be the answer:\n"
                      "~ contact ana-ruiz: title CTO → CIO\n",
                      "hint: your text is kept in '" + with.file.string() + "'\n"});
  CHECK(fs::exists(with.file));
  CHECK(with.stead.book() == small_practice());
}

TEST_CASE("edit has its changes for programs, and its errors") {
  WithEditor with(replacing("CTO", "CIO"));
  const auto json = nlohmann::json::parse(with.stead.run("edit ana --json").out);
  CHECK(json["changes"].size() == 1);
  CHECK(json["changes"][0]["after"]["title"] == "CIO");
  WithEditor broken(writing("{"));
  const auto error = nlohmann::json::parse(broken.stead.run("edit ana --json").err)["error"];
  CHECK(error["status"] == 2);
  CHECK(error["file"] == broken.file.string());
  CHECK(error["line"] == 1);
}

TEST_CASE("a book that is laid out otherwise keeps its layout") {
  const std::string book = practice_with(R"({"id":"jo-park","name":"Jo Park",)",
                                         "{\n    \"id\": \"jo-park\",\n    \"name\": \"Jo Park\",");
  WithEditor with(replacing("    \"name\": \"Jo Park\"", "    \"name\": \"Jo Parker\""), book);
  CHECK(with.stead.run("edit jo-park -q").status == 0);
  CHECK(with.offered.starts_with("{\n    \"id\""));
  CHECK(with.stead.book() ==
        std::string(book).replace(book.find("\"Jo Park\""), 9, "\"Jo Parker\""));
  WithEditor whole(replacing("{\"id\":\"jo-park\",", "{ \"id\": \"jo-park\","));
  CHECK(whole.stead.run("edit").out == "Only the layout was changed.\n");
  CHECK(whole.stead.book() == practice_with("{\"id\":\"jo-park\",", "{ \"id\": \"jo-park\","));
}

TEST_CASE("whatever the records, a new layout changes nothing else, and is taken back") {
  stead::random_model::Dice dice(23);
  for (int i = 0; i < 30; ++i) {
    const std::string book = stead::random_model::random_records(dice).book();
    WithEditor with(
        [](const fs::path& file) {
          write_file(file, stead::random_model::indented(read_file(file)));
          return 0;
        },
        book);
    const Result result = with.stead.run("edit");
    CHECK(result ==
          Result{0, "Only the layout was changed.\n", "hint: 'stead undo' takes it back\n"});
    REQUIRE_MESSAGE(result.status == 0, result.err);
    CHECK(with.stead.book() != book);
    CHECK(stead::on_one_line(with.stead.book()) == stead::on_one_line(book));
    CHECK(with.stead.run("undo -q").status == 0);
    CHECK(with.stead.book() == book);
  }
}

TEST_CASE("a fault that was there before may stay") {
  const std::string book = practice_with(R"("org":"acme","email")", R"("org":"nobody","email")");
  for (const char* line : {"edit ana", "edit"}) {
    WithEditor with(replacing("CTO", "CIO"), book);
    CHECK(with.stead.run(line).status == 0);
  }
  WithEditor mending(replacing("\"nobody\"", "\"acme\""), book);
  CHECK(mending.stead.run("edit jo-park -q").status == 0);
  CHECK(mending.stead.book() == small_practice());
}

TEST_CASE("edit refuses a name that is none before it starts an editor") {
  WithEditor with(leave);
  CHECK(with.stead.run("edit nobody").status == 2);
  with.stead.write_book("{}");
  CHECK(with.stead.run("edit").status == 3);
  fs::remove(with.stead.book_path());
  CHECK(with.stead.run("edit").status == 3);
  CHECK(with.started.empty());
}

TEST_CASE("VISUAL comes before EDITOR where the terminal has abilities") {
  WithEditor with(leave);
  const auto editor = [&] {
    with.started.clear();
    CHECK(with.stead.run("edit ana").status == 0);
    return with.started.at(0).at(2);
  };
  with.stead.environment["VISUAL"] = "code -w";
  CHECK(editor() == "ed -s \"$@\"");  // TERM is not set
  with.stead.environment["TERM"] = "dumb";
  CHECK(editor() == "ed -s \"$@\"");
  with.stead.environment["TERM"] = "xterm";
  CHECK(editor() == "code -w \"$@\"");
  with.stead.environment["VISUAL"] = "";
  CHECK(editor() == "ed -s \"$@\"");
}

TEST_CASE("without a named editor the usual ones are started, on a terminal only") {
  WithEditor with(leave);
  with.stead.environment.erase("EDITOR");
  CHECK(with.stead.run("edit ana") == Result{2, "",
                                             "stead: there is no terminal for an editor\n"
                                             "hint: set EDITOR to one, such as EDITOR=nano\n"});
  CHECK(with.started.empty());
  with.stead.out_is_terminal = true;
  const ScratchFolder bin;
  make_program(bin / "sensible-editor");
  make_program(bin / "vi");
  with.stead.environment["PATH"] = fs::relative(bin.path()).string() + "::.";
  CHECK(with.stead.run_on_terminal("edit ana").err.starts_with("stead: there is no editor\n"));
  CHECK(with.started.empty());
  with.stead.environment["PATH"] = "bin:" + bin.path().string();
  CHECK(with.stead.run_on_terminal("edit ana").status == 0);
  CHECK(with.started.back() == Words{bin / "sensible-editor", with.file});
  fs::remove(bin / "sensible-editor");
  CHECK(with.stead.run_on_terminal("edit ana").status == 0);
  CHECK(with.started.back() == Words{bin / "vi", with.file});
  with.stead.programs = nullptr;
  CHECK(with.stead.run_on_terminal("edit ana").err ==
        "stead: there is no editor\nhint: set EDITOR to one, such as EDITOR=nano\n");
  with.stead.environment["EDITOR"] = "ed";
  CHECK(with.stead.run("edit ana").err ==
        "stead: the editor 'ed' cannot be started\nhint: set EDITOR to one, such as EDITOR=nano\n");
  CHECK(with.left_nothing());
}

TEST_CASE("without a home the text lies beside the book") {
  WithEditor with(replacing("CTO", "CIO"));
  with.stead.environment.erase("HOME");
  with.stead.environment.erase("XDG_STATE_HOME");
  CHECK(with.stead.run("edit ana -q").status == 0);
  CHECK(with.file.parent_path().parent_path() == with.stead.folder());
  CHECK(with.left_nothing());
  write_file(with.stead.folder() / "file", "in the way");
  with.stead.environment["XDG_STATE_HOME"] = (with.stead.folder() / "file").string();
  WithEditor blocked(leave);
  blocked.stead.environment["XDG_STATE_HOME"] = (with.stead.folder() / "file").string();
  CHECK(blocked.stead.run("edit ana").status == 0);
  CHECK(blocked.file.parent_path().parent_path() == blocked.stead.folder());
}
