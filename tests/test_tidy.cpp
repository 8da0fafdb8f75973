#include "stead/tidy.h"

#include "harness.h"
#include "random_model.h"

#include <doctest/doctest.h>

#include <filesystem>

namespace {

using namespace stead;
using stead::test::Harness;
using stead::test::Result;

std::string tidied(const std::string& text) { return tidy_text(Book::strict(text, "book.json")); }

std::string book_of(const std::string& contact) {
  return "{\n\"stead\": 1,\n\"contacts\": [\n" + contact +
         "\n],\n\"promises\": [\n],\n\"interactions\": [\n]\n}\n";
}

/// Puts a wrong order into every list of records, and turns the book's own members round.
std::string shuffled(random_model::Records records, random_model::Dice& dice) {
  for (auto& list : records.texts) {
    for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[dice.below(i)]);
  }
  const std::string text = records.book();
  const std::size_t promises = text.find("\"promises\": [\n");
  const std::size_t interactions = text.find("\"interactions\": [\n");
  return "{" + text.substr(interactions, text.size() - interactions - 3) + ",\n" +
         text.substr(promises, interactions - promises) + text.substr(1, promises - 3) + "}\n";
}

}  // namespace

TEST_CASE("a book that was laid out otherwise gets its own layout back, to the letter") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    random_model::Dice dice(seed);
    const random_model::Records records = random_model::random_records(dice);
    const std::string book = records.book();
    CHECK(tidied(book) == book);
    CHECK(tidied(random_model::indented(book)) == book);
    CHECK(tidied(random_model::indented(book, "\r\n")) == book);
    CHECK(tidied("\xEF\xBB\xBF" + shuffled(records, dice)) == book);
  }
}

TEST_CASE("members stand in the order of the model, unknown ones behind them to the letter") {
  CHECK(tidied(book_of(R"({ "x-n": [1.0, 1e2, "\u00e9"], "name": "Jan \u0048ale", "note": "",
      "away": [{"why": "leave", "x-m" : { "b":1, "a":2 }, "from": "2026-08-10"}], "tags": [],
      "id": "me" })")) ==
        book_of(R"({"id":"me","name":"Jan Hale","away":[{"from":"2026-08-10","why":"leave",)"
                R"("x-m":{"b":1,"a":2}}],"x-n":[1.0,1e2,"\u00e9"]})"));
}

TEST_CASE("what a book has of its own stands at its end") {
  const std::string book = book_of(R"({"id":"me","name":"Jan Hale"})");
  const std::string told = book.substr(0, book.size() - 3);
  CHECK(tidied("{\"x-app\": {\"v\": 12345678901234567890123},\n" + book.substr(2)) ==
        told + ",\n\"x-app\": {\"v\":12345678901234567890123}\n}\n");
}

TEST_CASE("a record with a fault loses its blanks and nothing else") {
  CHECK(tidied(book_of(R"({ "name": "\u0041na", "tags": "client", "note": "", "id": "me" })")) ==
        book_of(R"({"name":"\u0041na","tags":"client","note":"","id":"me"})"));
}

TEST_CASE("check --tidy lays the book out anew, and undo and redo go there and back") {
  const std::string tidy = stead::test::small_practice();
  const std::string other = random_model::indented(tidy);
  Harness stead(other);
  const Result result = stead.run("check --tidy");
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  CHECK(result.out.find("out anew: ") != std::string::npos);
  CHECK(stead.book() == tidy);
  CHECK(stead.run("undo").out == "Took back: stead check --tidy\n");
  CHECK(stead.book() == other);
  CHECK(stead.run("redo").out == "Did again: stead check --tidy\n");
  CHECK(stead.book() == tidy);
  CHECK(stead.run("history").out.find("stead check --tidy") != std::string::npos);
}

TEST_CASE("commands around a check --tidy are taken back in their turn") {
  const std::string other = random_model::indented(stead::test::small_practice());
  Harness stead(other);
  stead.run("keep ana");
  stead.run("check --tidy");
  stead.run("keep bo");
  for (int i = 0; i < 3; ++i) CHECK(stead.run("undo -q").status == 0);
  CHECK(stead.book() == other);
  for (int i = 0; i < 3; ++i) CHECK(stead.run("redo -q").status == 0);
  CHECK(stead.book().find("\n{\"id\":\"v3x9pqa\"") != std::string::npos);
  CHECK(stead.run("check --tidy").out.find("is tidy: nothing to change") != std::string::npos);
}

TEST_CASE("the layout is not taken back once something else has changed the book") {
  Harness stead(random_model::indented(stead::test::small_practice()));
  stead.run("check --tidy");
  const std::string book = stead.book();
  stead.write_book(book + "\n");
  const Result result = stead.run("undo");
  CHECK(result ==
        Result{2, "",
               "stead: 'stead check --tidy' stays as it is: the book has changed since\n"
               "hint: only the layout would change; 'stead history' shows what was done\n"});
  CHECK(stead.book() == book + "\n");
}

TEST_CASE("a tidy book is left alone, and a dry run leaves any") {
  Harness stead(stead::test::small_practice());
  const auto time = std::filesystem::last_write_time(stead.book_path());
  CHECK(stead.run("check --tidy").out.find(" is tidy: nothing to change.") != std::string::npos);
  CHECK(std::filesystem::last_write_time(stead.book_path()) == time);
  CHECK(stead.run("undo").status == 2);

  const std::string other = random_model::indented(stead.book());
  stead.write_book(other);
  const Result dry = stead.run("check --tidy --dry-run");
  CHECK(dry.status == 0);
  CHECK(dry.out.starts_with("Nothing was written; without --dry-run this would be the answer:\n"));
  CHECK(stead.book() == other);
}

TEST_CASE("check --tidy has an answer for programs") {
  Harness stead(random_model::indented(stead::test::small_practice()));
  const std::string file = "\"book\":\"" + stead.book_path().string() + "\"";
  CHECK(stead.run("check --tidy --json").out ==
        "{\"schema\":\"stead.tidy/1\"," + file + ",\"was_tidy\":false,\"faults\":0}\n");
  CHECK(stead.run("check --tidy --json").out ==
        "{\"schema\":\"stead.tidy/1\"," + file + ",\"was_tidy\":true,\"faults\":0}\n");
}

TEST_CASE("check --tidy leaves faults where they are, and says so") {
  Harness stead(book_of(R"({ "id": "me", "name": "Jan Hale", "org": "nobody" })"));
  const Result result = stead.run("check --tidy");
  CHECK(result.status == 1);
  CHECK(result.err == "stead: 1 fault is there: 'stead check' shows it\n");
  CHECK(stead.book() == book_of(R"({"id":"me","name":"Jan Hale","org":"nobody"})"));
}

TEST_CASE("check --tidy refuses what is not a book") {
  const std::string broken = "{\"stead\": 1, \"contacts\": [";
  Harness stead(broken);
  CHECK(stead.run("check --tidy").status == 3);
  CHECK(stead.book() == broken);
  std::filesystem::remove(stead.book_path());
  CHECK(stead.run("check --tidy").status == 3);
}

TEST_CASE("remove --forget forgets the text that a layout was changed from") {
  Harness stead(random_model::indented(stead::test::small_practice()));
  stead.run("check --tidy");
  CHECK(stead.run("remove ana --with-history --forget --yes").status == 0);
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(stead.folder() / "state")) {
    if (!entry.is_regular_file()) continue;
    CHECK(stead::test::contents_of(entry.path()).find("Ana Ruiz") == std::string::npos);
  }
}
