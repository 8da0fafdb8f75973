#include "stead/merging.h"

#include "harness.h"
#include "random_model.h"
#include "stead/check.h"
#include "stead/edits.h"
#include "stead/removal.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace {

using namespace stead;
using nlohmann::json;
using stead::test::Harness;
using stead::test::Result;

const std::string kBook = R"({
"stead": 1,
"contacts": [
{"id":"acme","name":"Acme","kind":"org","tags":["client"],"cover":[{"by":"anna"},{"by":"ana","agreed":"2026-07-01"}]},
{"id":"ana","name":"Ana Ruiz","aliases":["Ani"],"org":"acme","title":"CTO","email":["ana@example.org"],"heard":[{"text":"one page","on":"2026-07-01"}],"note":"likes tea"},
{"id":"anna","name":"Anna Ruiz","was":["a-ruiz"],"title":"CIO","email":["ana@example.org","anna@example.org"],"place":"Leeds","heard":[{"text":"one page","on":"2026-07-01","reflected":"2026-07-09"}],"via_whom":"ana","note":"likes cake","x-tool":{"n":1}},
{"id":"bo","name":"Bo Lind","via_whom":"a-ruiz"},
{"id":"me","name":"Jan Hale"}
],
"promises": [
{"id":"p1","by":"me","to":"anna","for":"ana","text":"plan","made":"2026-07-01"}
],
"interactions": [
{"id":"i1","at":"2026-07-01","with":["ana"],"text":"one"},
{"id":"i2","at":"2026-07-02","with":["ana","a-ruiz","bo"],"text":"two"},
{"id":"i3","at":"2026-07-03","with":["anna"],"text":"three"}
]
}
)";

}  // namespace

TEST_CASE("one contact goes into another: lists united, the handle finds them, nothing is lost") {
  Harness stead(kBook);
  CHECK(stead.run("merge ana anna --yes") ==
        Result{0,
               "Merged Anna Ruiz into Ana Ruiz, with 2 interactions, 1 promise and 2 other\n"
               "contacts; the handle anna still finds them. Take it back: stead undo\n",
               "hint: the two differed in title, x-tool: 'stead show ana' has both, setting a "
               "field settles it\n"});
  CHECK(stead.book() == R"({
"stead": 1,
"contacts": [
{"id":"acme","name":"Acme","kind":"org","tags":["client"],"cover":[{"by":"ana","agreed":"2026-07-01"}]},
{"id":"ana","name":"Ana Ruiz","aliases":["Ani","Anna Ruiz"],"was":["anna","a-ruiz"],"org":"acme","title":"CTO","email":["ana@example.org","anna@example.org"],"place":"Leeds","heard":[{"text":"one page","on":"2026-07-01","reflected":"2026-07-09"}],"note":"likes tea\nlikes cake","conflict":{"title":"CIO","x-tool":{"n":1}}},
{"id":"bo","name":"Bo Lind","via_whom":"ana"},
{"id":"me","name":"Jan Hale"}
],
"promises": [
{"id":"p1","by":"me","to":"ana","text":"plan","made":"2026-07-01"}
],
"interactions": [
{"id":"i1","at":"2026-07-01","with":["ana"],"text":"one"},
{"id":"i2","at":"2026-07-02","with":["ana","bo"],"text":"two"},
{"id":"i3","at":"2026-07-03","with":["ana"],"text":"three"}
]
}
)");
  CHECK(stead.run("set anna --title CTO").status == 0);
  CHECK(stead.book().find("\"title\":\"CIO\"") == std::string::npos);
}

TEST_CASE("a merge is taken back to the letter") {
  Harness stead(kBook);
  REQUIRE(stead.run("merge ana anna --yes -q").status == 0);
  REQUIRE(stead.run("undo -q").status == 0);
  CHECK(stead.book() == kBook);
}

TEST_CASE("a merge asks on a terminal, and elsewhere needs --yes") {
  Harness stead(kBook);
  CHECK(stead.run("merge ana anna").status == 2);
  CHECK(stead.run_on_terminal("merge ana anna", "n\n").out == "Nothing was merged.\n");
  CHECK(stead.book() == kBook);
  CHECK(stead.run("merge ana anna --yes --dry-run").status == 0);
  CHECK(stead.book() == kBook);
  CHECK(stead.run_on_terminal("merge ana anna", "y\n").status == 0);
  CHECK(stead.book() != kBook);
}

TEST_CASE("a merge with --json lists what changed") {
  Harness stead(kBook);
  const json answer = json::parse(stead.run("merge ana anna --yes --json").out);
  std::set<std::string> ids;
  for (const json& change : answer["changes"]) ids.insert(change["id"]);
  CHECK(ids == std::set<std::string>{"acme", "ana", "anna", "bo", "i2", "i3", "p1"});
}

TEST_CASE("a merge is refused where the two cannot be one") {
  Harness stead(kBook);
  CHECK(stead.run("merge ana ana --yes") ==
        Result{2, "",
               "stead: both are Ana Ruiz already\nhint: 'stead show ana' shows every name and "
               "handle that finds them\n"});
  CHECK(stead.run("merge ana me --yes") ==
        Result{2, "",
               "stead: you cannot go into somebody else: it is your book\nhint: stead merge me "
               "ana\n"});
  CHECK(stead.run("merge acme ana --yes") ==
        Result{2, "",
               "stead: Acme is an organisation and Ana Ruiz a person: they cannot be the same\n"
               "hint: where that is wrong: stead set acme --unset kind\n"});
  CHECK(stead.run("merge ana nobody --yes").status == 2);
  CHECK(stead.run("merge ana").status == 2);
  CHECK(stead.book() == kBook);
}

TEST_CASE("a client of mine stays one, and only two archived ones stay archived") {
  const auto merged = [](const std::string& a, const std::string& b) {
    const std::string text = R"({"stead":1,"contacts":[{"id":"a","name":"A")" + a +
                             R"(},{"id":"b","name":"B")" + b +
                             R"(},{"id":"cem","name":"Cem"},{"id":"me","name":"Jan"}],)"
                             R"("promises":[],"interactions":[]})";
    return merging_of(Book::strict(text, "book.json"), "a", "b").contact;
  };
  const std::string mine = R"(,"tags":["client"])";
  const std::string cems = R"(,"tags":["client"],"client_of":"cem")";
  CHECK(merged(mine, cems).client_of.empty());
  CHECK(merged(mine, cems).conflict == NamedValues{{"client_of", "\"cem\""}});
  CHECK(merged("", cems).client_of == "cem");
  CHECK(merged(cems, mine).client_of == "cem");
  const std::string archived = R"(,"archived":"2026-01-01")";
  CHECK(!merged(archived, "").archived);
  CHECK(!merged("", archived).archived);
  CHECK(merged(archived, archived).archived == day_from("2026-01-01"));
}

namespace {

/// The ids of records that name a contact in any way.
std::set<std::string> naming(const Book& book, const std::string& handle) {
  std::set<std::string> ids;
  const References found = references_to(book, handle);
  for (const std::size_t i : found.promises) ids.emplace(book.id(Collection::promises, i));
  for (const std::size_t i : found.interactions) ids.emplace(book.id(Collection::interactions, i));
  return ids;
}

/// Are all texts of a list, or all of an object's, in the other text?
void find_texts(const json& value, std::set<std::string>& texts) {
  if (value.is_string()) texts.insert(value.get<std::string>());
  if (value.is_structured()) {
    for (const json& each : value) find_texts(each, texts);
  }
}

}  // namespace

TEST_CASE("after a merge no record is lost, check finds nothing more, and one has what both had") {
  for (unsigned seed = 0; seed < 150; ++seed) {
    CAPTURE(seed);
    random_model::Dice dice(seed);
    const std::string text = random_model::random_records(dice).book();
    const Book book = Book::strict(text, "book.json");
    const Contact* a = book.contact("bo");
    const Contact* b = book.contact("x-2");
    if (a == nullptr || b == nullptr || a == b || a->is_org() != b->is_org()) continue;
    if (a->id == "me" || b->id == "me") continue;
    std::set<std::string> before = naming(book, a->id);
    before.merge(naming(book, b->id));
    const std::string from = b->id;
    const std::string into = a->id;
    json lost = json::parse(book.record(Collection::contacts, *book.find_contact(from)));

    Edits edits(book, [] { return std::uint64_t{7}; });
    const Merging merging = merging_of(book, into, from);
    edits.put(merging.contact);
    for (const Contact& each : merging.contacts) edits.put(each);
    for (const Promise& each : merging.promises) edits.put(each);
    for (const Interaction& each : merging.interactions) edits.put(each);
    edits.remove(Collection::contacts, from);
    const std::string after = with_changes(book, edits.changes()).joined();
    const Book merged = Book::strict(after, "book.json");

    CHECK(merged.size(Collection::contacts) == book.size(Collection::contacts) - 1);
    CHECK(merged.size(Collection::promises) == book.size(Collection::promises));
    CHECK(merged.size(Collection::interactions) == book.size(Collection::interactions));
    CHECK(naming(merged, into) == before);
    CHECK(merged.canonical(from) == into);
    CHECK(check(after, "book.json").faults() <= check(text, "book.json").faults());

    std::set<std::string> texts;
    find_texts(json::parse(merged.record(Collection::contacts, *merged.find_contact(into))), texts);
    for (const char* field : {"name", "aliases", "title", "email", "phone", "url", "address",
                              "place", "tags", "skills", "needs", "uid", "was", "heard"}) {
      if (!lost.contains(field)) continue;
      std::set<std::string> wanted;
      find_texts(lost[field], wanted);
      for (const std::string& each : wanted) {
        CHECK_MESSAGE(texts.contains(each), field << ": " << each);
      }
    }
  }
}

TEST_CASE("my stand-in is not merged into me, and the book stays") {
  stead::test::Harness stead(stead::test::small_practice());
  const std::string before = stead.book();
  CHECK(
      stead.run("merge me sam --yes") ==
      stead::test::Result{2, "",
                          "stead: Sam Ortiz stands in for Acme Dental, and you cannot stand in for "
                          "yourself\n"
                          "hint: if Sam Ortiz is you: stead uncover acme sam-ortiz\n"});
  CHECK(stead.book() == before);
}
