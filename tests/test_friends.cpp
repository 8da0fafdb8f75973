#include "stead/friends.h"

#include "stead/book.h"
#include "stead/check.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace stead;
using Texts = std::vector<std::string>;

constexpr std::string_view kFile = R"(### Activities:
- 2015-11-01: **Grace Hopper** and I went to _Marie's Diner_. George had to cancel. @food
- 2015-01-04: Got lunch with **Grace Hopper** and **George Washington Carver**. @food
- 2014-12-31: Celebrated the new year in _Paris_ with **Marie Curie**. @partying
- 2014-12-31: Celebrated the new year in _Paris_ with **Marie Curie**. @partying
- 2014-11-15: Talked to nobody.

### Notes:
- 2014-06-15: **Grace Hopper** found out she's getting a big Naval Academy building.

### Friends:
- George Washington Carver
- Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy @science
- Marie Curie [Atlantis] @science

### Locations:
- Atlantis
- Marie's Diner (a.k.a. The Diner)
- Paris
)";

Day day(std::string_view text) { return *day_from(text); }

FriendsFile read(std::string_view text) { return read_friends(text, "friends.md"); }

/// What a file that must be refused tells the user: place, text and hint.
std::string refusal_of(std::string_view text) {
  try {
    read(text);
  } catch (const Error& error) {
    CHECK(error.status() == Status::usage);
    REQUIRE(error.place());
    CHECK(error.place()->file == "friends.md");
    return fmt::format("{}:{}: {}", error.place()->line, error.place()->column, error.what());
  }
  return "no refusal";
}

/// Random numbers that are the same in every run.
Random counter(std::uint64_t seed = 1) {
  return [random = std::mt19937_64(seed)]() mutable { return random(); };
}

constexpr std::string_view kEmptyBook = R"({
"stead": 1,
"contacts": [
{"id":"me","name":"Jan Hale"}
],
"promises": [
],
"interactions": [
]
}
)";

/// What an import makes of a book.
struct Import {
  FriendsSummary summary;
  std::size_t changes = 0;
  std::string book;
};

Import import(std::string_view book_text, std::string_view file, std::uint64_t seed = 1) {
  const Book book = Book::strict(book_text, "book.json");
  Edits edits(book, counter(seed));
  const FriendsSummary summary = friends_changes(read(file), edits);
  return {summary, edits.changes().size(), with_changes(book, edits.changes()).joined()};
}

Contact contact(std::string_view book_text, std::string_view handle) {
  const Book book = Book::strict(book_text, "book.json");
  REQUIRE(book.contact(handle) != nullptr);
  return *book.contact(handle);
}

/// Interactions in order of time, without their ids and uids.
std::string interactions(std::string_view book_text) {
  const Book book = Book::strict(book_text, "book.json");
  std::string lines;
  for (std::size_t i = 0; i < book.size(Collection::interactions); ++i) {
    const Interaction each = book.interaction(i);
    CHECK(each.uid.size() == 1);
    lines += to_string(each.at);
    for (const std::string& handle : each.with) lines += " " + handle;
    lines += (each.via.empty() ? " | " : " | " + each.via + " | ") + each.text + "\n";
  }
  return lines;
}

}  // namespace

TEST_CASE("a file is read as friends writes it") {
  const FriendsFile expected{
      .people = {{"George Washington Carver", {}, "", {}},
                 {"Grace Hopper", {"The Admiral", "Amazing Grace"}, "Paris", {"navy", "science"}},
                 {"Marie Curie", {}, "Atlantis", {"science"}}},
      .activities = {{day("2015-11-01"),
                      "Grace Hopper and I went to Marie's Diner. George had to cancel. @food",
                      {"Grace Hopper"},
                      {"Marie's Diner"}},
                     {day("2015-01-04"),
                      "Got lunch with Grace Hopper and George Washington Carver. @food",
                      {"Grace Hopper", "George Washington Carver"},
                      {}},
                     {day("2014-12-31"),
                      "Celebrated the new year in Paris with Marie Curie. @partying",
                      {"Marie Curie"},
                      {"Paris"}},
                     {day("2014-12-31"),
                      "Celebrated the new year in Paris with Marie Curie. @partying",
                      {"Marie Curie"},
                      {"Paris"}},
                     {day("2014-11-15"), "Talked to nobody.", {}, {}}},
      .notes = {{day("2014-06-15"),
                 "Grace Hopper found out she's getting a big Naval Academy building.",
                 {"Grace Hopper"},
                 {}}},
      .places = {"Atlantis", "Marie's Diner", "Paris"}};
  CHECK(read(kFile) == expected);
}

TEST_CASE("a file is read as people leave it") {
  CHECK(read("") == FriendsFile{});
  CHECK(read("\ufeff### Friends:\r\n\r\n- Ana\r\n") ==
        FriendsFile{{{"Ana", {}, "", {}}}, {}, {}, {}});
  CHECK(read("# My people\n\n## friends\n  * Ana\n\t+ Bo\nCem\n-\n###FRIENDS :\n- Deb").people ==
        std::vector<FriendsPerson>{
            {"Ana", {}, "", {}}, {"Bo", {}, "", {}}, {"Cem", {}, "", {}}, {"Deb", {}, "", {}}});
  CHECK(read("# Notes\n2020-02-29 :  late   text ").notes ==
        std::vector<FriendsEvent>{{day("2020-02-29"), "late   text", {}, {}}});
  CHECK(read("### Activities:\n- 2020-02-29:").activities ==
        std::vector<FriendsEvent>{{day("2020-02-29"), "", {}, {}}});
}

TEST_CASE("a friend has nicknames, a place and tags, in any order") {
  struct Example {
    std::string_view line;
    FriendsPerson person;
  };
  const Example examples[] = {
      {"Ana  de la\tCruz", {"Ana de la Cruz", {}, "", {}}},
      {"Ana #old #Tag @school:Math @Über-tag",
       {"Ana", {}, "", {"old", "tag", "school:math", "über-tag"}}},
      {"Ana @x @x", {"Ana", {}, "", {"x"}}},
      {"Ana @x [Leeds] (a.k.a. Ani)", {"Ana", {"Ani"}, "Leeds", {"x"}}},
      {"Ana (work) Lind (a.k.a. Ani (jr) a.k.a. A. L.)",
       {"Ana (work) Lind", {"Ani (jr)", "A. L."}, "", {}}},
      {"Ana (a.k.a. Ani a.k.a. Ani)", {"Ana", {"Ani"}, "", {}}},
      {"山田 太郎 [東京] @仕事", {"山田 太郎", {}, "東京", {"仕事"}}},
      {"C# dev @ home", {"C# dev @ home", {}, "", {}}},
      {"ana@example.org", {"ana@example.org", {}, "", {}}},
  };
  for (const Example& example : examples) {
    CAPTURE(example.line);
    const auto people = read("### Friends:\n- " + std::string(example.line)).people;
    REQUIRE(people.size() == 1);
    CHECK(people.front() == example.person);
  }
}

TEST_CASE("names and places are taken out of their signs, other stars and lines stay") {
  struct Example {
    std::string_view text;
    std::string_view plain;
    Texts names;
    Texts places;
  };
  const Example examples[] = {
      {"**Ana** saw **Bo** and **Ana**", "Ana saw Bo and Ana", {"Ana", "Bo"}, {}},
      {"(**Ana**'s _Café_, _The  Bar_)", "(Ana's Café, The  Bar)", {"Ana"}, {"Café", "The Bar"}},
      {"a snake_case_word and /_x_/y", "a snake_case_word and /_x_/y", {}, {}},
      {"2 ** 3 ** 4 and 2*3*4", "2 ** 3 ** 4 and 2*3*4", {}, {}},
      {"**open, _open", "**open, _open", {}, {}},
      {"**** and __ and ***Ana***", "**** and __ and *Ana*", {"Ana"}, {}},
      {"10:30: \\Grace #tag", "10:30: \\Grace #tag", {}, {}},
      {"**Łukasz Żak** in _東京_。", "Łukasz Żak in 東京。", {"Łukasz Żak"}, {"東京"}},
  };
  for (const Example& example : examples) {
    CAPTURE(example.text);
    const auto events = read("### Notes:\n- 2020-01-01: " + std::string(example.text)).notes;
    REQUIRE(events.size() == 1);
    CHECK(events.front() == FriendsEvent{day("2020-01-01"), std::string(example.plain),
                                         example.names, example.places});
  }
}

TEST_CASE("what cannot be read is refused with its place") {
  CHECK(refusal_of("- Ana") == "1:3: the line is in no section that friends knows");
  CHECK(refusal_of("### Foes:\n\n- Ana") == "3:3: the line is in no section that friends knows");
  CHECK(refusal_of("### Notes:\n- 2015-02-29: x") == "2:3: '2015-02-29' is no date");
  CHECK(refusal_of("### Notes:\n  - yesterday: x") == "2:5: 'yesterday' is no date");
  CHECK(refusal_of("### Activities:\nno colon") == "2:1: 'no colon' is no date");
  CHECK(refusal_of("### Friends:\n- Zoë (a.k.a. Z [Leeds]") == "2:7: the '(' lacks its ')'");
  CHECK(refusal_of("### Friends:\n- Ana [Leeds") == "2:7: the '[' lacks its ']'");
  CHECK(refusal_of("### Friends:\n- [Leeds]") == "2:3: a name is missing");
  CHECK(refusal_of("### Friends:\n- Ana @x y") ==
        "2:10: 'y' is neither nicknames, a place nor a tag");
  CHECK(
      refusal_of("### Friends:\r\n- Zoë \x1b[2J").starts_with("2:7: the line holds the control "));
  CHECK(refusal_of("### Friends:\n- Zo\xff").starts_with("2:5: the line is not UTF-8: "));
  CHECK(refusal_of(std::string("### Friends:\n- Z\0", 17)).starts_with("2:4: the line holds the "));
}

TEST_CASE("an import adds people, activities and notes") {
  const Import done = import(kEmptyBook, kFile);
  CHECK(done.summary == FriendsSummary{.people_new = 3,
                                       .people_met = 0,
                                       .activities_new = 5,
                                       .activities_known = 0,
                                       .notes_new = 1,
                                       .notes_known = 0,
                                       .places = 3});
  CHECK(done.changes == 9);
  Contact grace = contact(done.book, "grace-hopper");
  CHECK(grace.uid.size() == 1);
  CHECK(grace.uid.front().starts_with("friends:"));
  grace.uid.clear();
  Contact expected;
  expected.id = "grace-hopper";
  expected.name = "Grace Hopper";
  expected.aliases = {"The Admiral", "Amazing Grace"};
  expected.place = "Paris";
  expected.tags = {"navy", "science"};
  CHECK(grace == expected);
  CHECK(interactions(done.book) ==
        "2014-06-15 grace-hopper | note | Grace Hopper found out she's getting a big Naval Academy "
        "building.\n"
        "2014-11-15 | Talked to nobody.\n"
        "2014-12-31 marie-curie | Celebrated the new year in Paris with Marie Curie. @partying\n"
        "2014-12-31 marie-curie | Celebrated the new year in Paris with Marie Curie. @partying\n"
        "2015-01-04 grace-hopper george-washington-carver | Got lunch with Grace Hopper and George "
        "Washington Carver. @food\n"
        "2015-11-01 grace-hopper | Grace Hopper and I went to Marie's Diner. George had to cancel. "
        "@food\n");
}

TEST_CASE("a second import adds nothing, also from a file in another order") {
  const Import first = import(kEmptyBook, kFile);
  const Import second = import(first.book, kFile, 2);
  CHECK(second.changes == 0);
  CHECK(second.book == first.book);
  CHECK(second.summary == FriendsSummary{.people_new = 0,
                                         .people_met = 3,
                                         .activities_new = 0,
                                         .activities_known = 5,
                                         .notes_new = 0,
                                         .notes_known = 1,
                                         .places = 3});
  FriendsFile turned = read(kFile);
  std::ranges::reverse(turned.people);
  std::ranges::reverse(turned.activities);
  const Book book = Book::strict(first.book, "book.json");
  Edits edits(book, counter(3));
  friends_changes(turned, edits);
  CHECK(edits.changes().empty());
}

TEST_CASE("from a file that has grown only what is new comes") {
  const Import first = import(kEmptyBook, kFile);
  std::string grown(kFile);
  const std::string again =
      "- 2014-12-31: Celebrated the new year in _Paris_ with **Marie Curie**. @partying\n";
  grown.insert(grown.find("- 2015-11-01"),
               again + "- 2016-01-01: Saw **Bo Lind** and **Bo Lind**\n");
  const Import second = import(first.book, grown, 2);
  CHECK(second.summary.people_new == 1);
  CHECK(second.summary.people_met == 3);
  CHECK(second.summary.activities_new == 2);
  CHECK(second.summary.activities_known == 5);
  CHECK(second.changes == 3);
  CHECK(interactions(second.book).ends_with("2016-01-01 bo-lind | Saw Bo Lind and Bo Lind\n"));
  CHECK(import(second.book, grown, 3).changes == 0);
  CHECK(check(second.book, "book.json").findings.empty());  // not even one out of order
}

TEST_CASE("whoever is in the book is met and completed, not doubled") {
  constexpr std::string_view kBook = R"({
"stead": 1,
"contacts": [
{"id":"gh","name":"GRACE HOPPER","aliases":["the admiral"],"tags":["navy"],"place":"Arlington"},
{"id":"mc","name":"Maria Skłodowska","aliases":["Marie Curie"]},
{"id":"me","name":"George Washington Carver"}
],
"promises": [
],
"interactions": [
]
}
)";
  const Import done = import(kBook, kFile);
  CHECK(done.summary.people_new == 0);
  CHECK(done.summary.people_met == 3);
  const Contact grace = contact(done.book, "gh");
  CHECK(grace.name == "GRACE HOPPER");
  CHECK(grace.aliases == Texts{"the admiral", "Amazing Grace"});
  CHECK(grace.tags == Texts{"navy", "science"});
  CHECK(grace.place == "Arlington");
  const Contact marie = contact(done.book, "mc");
  CHECK(marie.aliases == Texts{"Marie Curie"});
  CHECK(marie.place == "Atlantis");
  CHECK(interactions(done.book).find("\n2015-01-04 gh | Got lunch") != std::string::npos);
  CHECK(import(done.book, kFile, 2).changes == 0);
}

TEST_CASE("somebody who was renamed in the book since is still met") {
  std::string book = import(kEmptyBook, kFile).book;
  const std::string name =
      "\"name\":\"Grace Hopper\",\"aliases\":[\"The Admiral\",\"Amazing Grace\"]";
  book.replace(book.find(name), name.size(),
               "\"name\":\"G. H.\",\"aliases\":[\"The Admiral\",\"Amazing Grace\"]");
  CHECK(import(book, kFile, 2).changes == 0);
}

TEST_CASE("an event may name people by nicknames, and people who are in no list") {
  const Import done = import(kEmptyBook,
                             "### Activities:\n- 2020-01-01: **Ani** met **Nobody Else**\n"
                             "### Friends:\n- Ana Lind (a.k.a. Ani)\n");
  CHECK(done.summary.people_new == 2);
  CHECK(interactions(done.book) == "2020-01-01 ana-lind nobody-else | Ani met Nobody Else\n");
}

TEST_CASE("a name of several contacts is nobody's to guess") {
  constexpr std::string_view kBook =
      R"({"stead":1,"contacts":[{"id":"bo","name":"Bo"},{"id":"bo-2","name":"Bo"},{"id":"me","name":"M"}],)"
      R"("promises":[],"interactions":[]})";
  try {
    import(kBook, "### Friends:\n- Bo\n");
    FAIL("Bo was guessed");
  } catch (const Error& error) {
    CHECK(error.status() == Status::usage);
    CHECK(error.what() ==
          std::string("'Bo' is the name of 2 contacts in the book, such as bo and bo-2"));
    CHECK(error.hint() == "'stead merge bo bo-2', or 'stead rename' one of them");
  }
}

TEST_CASE("whatever is done to a file, it is refused with a place or imported for good") {
  std::mt19937 random(11);
  const std::string_view signs =
      "*_@#[]()-:\n\r\t aZ0\xc3\xa9\xff\0#"
      "9";
  std::size_t imported = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string file(kFile);
    for (auto edits = 1 + random() % 6; edits > 0; --edits) {
      const std::size_t at = random() % file.size();
      const std::size_t length = random() % 3 == 0 ? random() % 40 : 0;
      file.replace(at, length,
                   random() % 4 == 0 ? "" : std::string(1, signs[random() % signs.size()]));
    }
    try {
      read(file);
    } catch (const Error& error) {
      CHECK(error.status() == Status::usage);
      CHECK(error.place().has_value());
      continue;
    }
    ++imported;
    const Import first = import(kEmptyBook, file);
    CHECK(import(first.book, file, 2).changes == 0);
  }
  CHECK(imported > 200);
}
