#include "stead/filter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace stead;
using Terms = std::vector<std::string>;

constexpr std::string_view kBook = R"({
"stead": 1,
"contacts": [
{"id":"acme","name":"Acme","kind":"org","was":["old-acme"],"place":"Leeds","tags":["client"],"cover":[{"by":"bo"}]},
{"id":"ana","name":"Ána Ruiz","aliases":["Ani"],"org":"old-acme","email":["ana@example.org"],"phone":["1"],"tags":["client"],"heard":[{"text":"no changes on Fridays"}]},
{"id":"bo","name":"Bo Lind","title":"CTO","phone":["2"],"place":"Malmö","tags":["colleague"],"skills":["backups"],"note":"long\nnote"},
{"id":"cem","name":"Cem Ay","custom":{"badge":"4711"},"archived":"2026-01-01"},
{"id":"me","name":"Jan Hale"}
],
"promises": [
{"id":"p1","by":"me","to":"ana","for":"old-acme","text":"migration estimate","made":"2026-07-01","due":"2026-08-07"},
{"id":"p2","by":"bo","to":"me","text":"VPN credentials","made":"2026-07-20","due":"2026-07-31"},
{"id":"p3","by":"me","to":"bo","text":"plan","made":"2026-07-25","due":"2026-08-03T10:00+02:00","told":[{"on":"2026-07-26","text":"a bit later"}]},
{"id":"p4","by":"me","to":"bo","text":"report","made":"2026-08-01","status":"kept","closed":"2026-08-02","due":"2026-08-01","parts":[{"on":"2026-08-01","text":"half of it"}]},
{"id":"p5","by":"me","to":"me","for":"cem","text":"call again","made":"2026-08-03","status":"released","closed":"2026-08-03"}
],
"interactions": [
{"id":"i1","at":"2026-06-01","with":["bo"],"via":"call","text":"asked about DNS"},
{"id":"i2","at":"2026-07-20","with":["ana","bo"],"via":"mail","text":"re: DNS at 10:30","urgent":true,"from":"them"},
{"id":"i3","at":"2026-07-31","with":["cem"],"about":["ana"],"for":"acme","via":"note","deed":{"kind":"cover","dir":"gave"}},
{"id":"i4","at":"2026-08-03T09:00+02:00","with":["bo"],"text":"see https://example.org"}
]
}
)";

const Book& book() {
  static const Book book = Book::strict(kBook, "book.json");
  return book;
}

/// Mon 2026-08-03, 10:15 in summer.
const Now& now() {
  static const Now now{*day_from("2026-08-03"), {10 * 60 + 15, 120}, [](Day, int) { return 120; }};
  return now;
}

/// The ids of all records that the terms let through, by blanks apart.
std::string found_by(const Terms& terms) {
  const Filter filter(book(), terms, now());
  std::string ids;
  const auto add = [&](bool matches, const std::string& id) {
    if (matches) ids += (ids.empty() ? "" : " ") + id;
  };
  for (std::size_t i = 0; i < book().size(Collection::contacts); ++i) {
    add(filter.matches(book().contact(i)), book().contact(i).id);
  }
  for (std::size_t i = 0; i < book().size(Collection::promises); ++i) {
    add(filter.matches(book().promise(i)), book().promise(i).id);
  }
  for (std::size_t i = 0; i < book().size(Collection::interactions); ++i) {
    add(filter.matches(book().interaction(i)), book().interaction(i).id);
  }
  return ids;
}

/// What terms that must fail tell the user: the text, and the hint on a line of its own.
std::string refusal_of(const Terms& terms, std::optional<Collection> listed = {}) {
  try {
    Filter(book(), terms, now(), listed);
  } catch (const Error& error) {
    CHECK(error.status() == Status::usage);
    return error.hint().empty() ? error.what() : error.what() + ("\n" + error.hint());
  }
  return "no refusal";
}

}  // namespace

TEST_CASE("a term lets through what it is said to") {
  struct Example {
    std::string term;
    std::string_view ids;
  };
  const Example examples[] = {
      {"tag:client", "acme ana p1 i2 i3"},
      {"tag:CLIENT", "acme ana p1 i2 i3"},
      {"TAG:client", "acme ana p1 i2 i3"},
      {"tag:clien", ""},
      {"org:acme", "ana p1 i2 i3"},
      {"org:old-acme", "ana p1 i2 i3"},
      {"kind:org", "acme"},
      {"kind:person", "ana bo cem me"},
      {"kind:cover", "i3"},
      {"via:call", "i1"},
      {"via:Mail", "i2"},
      {"with:bo", "p2 p3 p4 i1 i2 i4"},
      {"with:ani", "p1 i2"},
      {"about:ana", "i3"},
      {"for:acme", "p1 i3"},
      {"for:cem", "p5"},
      {"skill:backups", "bo p2 p3 p4 i1 i2 i4"},
      {"place:malmo", "bo p2 p3 p4 i1 i2 i4"},
      {"place:lee", "acme p1 i3"},
      {"quiet:14d", "acme ana cem"},
      {"quiet:2w", "acme ana cem"},
      {"quiet:15d", "cem"},
      {"quiet:30d", "cem"},
      {"since:2026-07-31", "p4 p5 i3 i4"},
      {"since:jul", "p1 p2 p3 p4 p5 i2 i3 i4"},
      {"until:jun", "i1"},
      {"until:fri", "p1 p2 p3 i1 i2 i3"},
      {"on:today", "p5 i4"},
      {"on:jul", "p1 p2 p3 i2 i3"},
      {"due:..fri", "p1 p2 p3 p4"},
      {"due:fri", "p1"},
      {"due:today", "p3"},
      {"no:cover", "ana bo cem me"},
      {"no:phone", "acme cem me"},
      {"no:via", "i4"},
      {"no:due", "p5"},
      {"no:tag", "cem me"},
      {"no:client-of", "acme ana bo cem me"},
      {"no:for", "p2 p3 p4 i1 i2 i4"},
      {"no:custom", "acme ana bo me"},
      {"is:late", "p2 p3"},
      {"is:open", "p1 p2 p3"},
      {"is:closed", "p4 p5"},
      {"is:kept", "p4"},
      {"is:released", "p5"},
      {"is:broken", ""},
      {"is:mine", "p1 p3 p4 p5"},
      {"is:theirs", "p2"},
      {"is:archived", "cem"},
      {"is:urgent", "i2"},
      {"ana", "ana p1 i2 i3"},
      {"ÁNA RUIZ", "ana p1 i2 i3"},
      {"dns", "i1 i2"},
      {"text:re: dns", "i2"},
      {"10:30", "i2"},
      {"https://example", "i4"},
      {"example.org", "ana i4"},
      {"on fridays", "ana"},
      {"4711", "cem"},
      {"note", "bo"},
      {"later", "p3"},
      {"half", "p4"},
      {"nothing like it", ""},
  };
  for (const Example& example : examples) {
    CAPTURE(example.term);
    CHECK(found_by({example.term}) == example.ids);
  }
}

TEST_CASE("all terms have to hold, one of those joined by 'or', and none behind 'not'") {
  const std::string everything = "acme ana bo cem me p1 p2 p3 p4 p5 i1 i2 i3 i4";
  CHECK(found_by({}) == everything);
  CHECK(found_by({"with:bo", "is:open"}) == "p2 p3");
  CHECK(found_by({"with:bo", "via:call", "dns"}) == "i1");
  CHECK(found_by({"is:late", "or", "is:kept"}) == "p2 p3 p4");
  CHECK(found_by({"via:call", "or", "via:mail", "or", "via:note"}) == "i1 i2 i3");
  CHECK(found_by({"with:bo", "is:kept", "or", "via:call", "or", "is:late"}) == "p2 p3 p4 i1");
  CHECK(found_by({"kind:person", "not", "quiet:14d"}) == "bo me");
  CHECK(found_by({"is:open", "not", "is:late", "or", "is:mine"}) == "p1 p3");
  CHECK(found_by({"is:open", "is:theirs", "or", "not", "is:late"}) == "p1 p2");
}

TEST_CASE("what a list has to know beside the records") {
  CHECK(Filter(book(), {}, now()).empty());
  CHECK_FALSE(Filter(book(), {"dns"}, now()).empty());
  CHECK(Filter(book(), {"dns", "is:ARCHIVED"}, now()).asks_for_archived());
  CHECK_FALSE(Filter(book(), {"archived"}, now()).asks_for_archived());
}

TEST_CASE("a term that cannot be read is refused with what to write") {
  CHECK(refusal_of({""}) == "a filter is empty");
  CHECK(refusal_of({"tga:client"}) ==
        "no filter is called 'tga:'\ndid you mean 'tag:'? 'text:tga:client' looks for the words");
  CHECK(refusal_of({"quux:1"}) == "no filter is called 'quux:'\n'text:quux:1' looks for the words");
  CHECK(refusal_of({"tag:"}) == "'tag:' lacks a value\nfor example 'tag:client'");
  CHECK(refusal_of({"is:latee"}) == "'is:latee' is no filter\ndid you mean 'is:late'?");
  CHECK(refusal_of({"no:phon"}) == "no record has a field 'phon'\ndid you mean 'no:phone'?");
  CHECK(refusal_of({"no:luck"}) == "no record has a field 'luck'\n'stead help book' lists them");
  CHECK(refusal_of({"with:nobody"}).starts_with("nobody is called 'nobody'\n"));
  CHECK(refusal_of({"since:someday"}).starts_with("'someday' "));
  CHECK(refusal_of({"quiet:often"}).starts_with("'often' "));
  CHECK(refusal_of({"or", "dns"}) == "'or' lacks a term\n'or' stands between two terms");
  CHECK(refusal_of({"dns", "or"}) == "'or' lacks a term\n'or' stands between two terms");
  CHECK(refusal_of({"dns", "or", "or", "dns"}) ==
        "'or' lacks a term\n'or' stands between two terms");
  CHECK(refusal_of({"dns", "not"}) == "'not' lacks a term\n'not' stands before a term");
  CHECK(refusal_of({"dns", "not", "not", "dns"}) ==
        "'not' lacks a term\n'not' stands before a term");
  CHECK(refusal_of({"dns\x07"}) != "no refusal");
}

TEST_CASE("a term that says nothing about what is listed is refused with where it does") {
  struct Example {
    Collection listed;
    std::string term;
    std::string_view refusal;
  };
  constexpr auto kContacts = Collection::contacts;
  constexpr auto kPromises = Collection::promises;
  const Example examples[] = {
      {kContacts, "due:..fri", "a contact has no 'due:'\nstead promises due:..fri"},
      {kContacts, "via:call", "a contact has no 'via:'\n'stead timeline' shows interactions"},
      {kContacts, "is:late", "a contact is never 'late'\nstead promises is:late"},
      {kContacts, "no:due", "a contact has no field 'due'\nstead promises no:due"},
      {kContacts, "with:ana", "a contact has no 'with:'\nstead promises with:ana"},
      {kPromises, "via:call", "a promise has no 'via:'\n'stead timeline' shows interactions"},
      {kPromises, "no:cover", "a promise has no field 'cover'\nstead list no:cover"},
      {kPromises, "is:archived", "a promise is never 'archived'\nstead list is:archived"},
      {kPromises, "quiet:30d", "a promise has no 'quiet:'\nstead list quiet:30d"},
      {kContacts, "no:duee", "no record has a field 'duee'\n'stead help book' lists them"},
      {kContacts, "no:phon", "no record has a field 'phon'\ndid you mean 'no:phone'?"},
      {kContacts, "is:xyz", "'is:xyz' is no filter\nthere is is:archived"},
      {kPromises, "is:xyz",
       "'is:xyz' is no filter\nthere is is:broken, is:closed, is:kept, is:late, is:mine, is:open, "
       "is:released, is:theirs"},
  };
  for (const Example& example : examples) {
    CAPTURE(example.term);
    CHECK(refusal_of({example.term}, example.listed) == example.refusal);
    CHECK(refusal_of({"dns", "or", "not", example.term}, example.listed) == example.refusal);
  }
}

TEST_CASE("the keys of one kind of record are those that say something about it") {
  const auto holds = [](std::string_view key, std::string_view value, Collection listed) {
    const std::string known = value == "WHO" || value == "ORG" ? "ana"
                              : value == "FIELD-NAME"          ? "conflict"
                              : value == "SPAN"                ? "3d"
                                                               : "today";
    const bool is_literal = !value.empty() && value.front() >= 'a';
    const std::string term(is_literal ? value.substr(0, value.find('|')) : known);
    return refusal_of({std::string(key) + ":" + term}, listed) == "no refusal";
  };
  for (const Collection listed : kCollections) {
    const std::vector<Filter::Key> own = Filter::keys(listed);
    for (const Filter::Key& key : Filter::keys()) {
      CAPTURE(key.name);
      const auto found = std::ranges::find(own, key.name, &Filter::Key::name);
      const std::string_view value = found == own.end() ? key.value : found->value;
      CHECK(holds(key.name, value, listed) == (found != own.end()));
    }
  }
}

TEST_CASE("every key is listed once, with an example that reads") {
  std::string before;
  for (const Filter::Key& key : Filter::keys()) {
    CAPTURE(key.name);
    CHECK(before < key.name);
    before = key.name;
    CHECK(key.example.starts_with(std::string(key.name) + ":"));
    CHECK_FALSE(key.meaning.empty());
    const std::string value(key.example.substr(key.name.size() + 1));
    if (value == "ana" || value == "acme" || value == "bo")
      continue;  // they have to be in the book
    CHECK_NOTHROW(Filter(book(), {std::string(key.example)}, now()));
  }
}
