#include "stead/search_hits.h"

#include "harness.h"
#include "reports/needle.h"
#include "stead/record.h"
#include "stead/text.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <random>

namespace {

using namespace stead;
using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

constexpr const char* kBook = R"({
"stead": 1,
"contacts": [
{"id":"acme","name":"Acme Dental","kind":"org"},
{"id":"jose","name":"José Straße","aliases":["Pepe"],"org":"acme","heard":[{"text":"no DNS on Fridays"},{"text":"gone","retired":"2026-01-01"}],"note":"one\ntwo dns\nthree","custom":{"badge":"4711"},"archived":"2026-01-01"},
{"id":"me","name":"Jan Hale"}
],
"promises": [
{"id":"p2","by":"me","to":"jose","text":"mend the DNS","made":"2026-06-01"},
{"id":"p3","by":"jose","to":"me","text":"keys","made":"2026-06-02","parts":[{"on":"2026-06-03","text":"dns key"}]}
],
"interactions": [
{"id":"i2","at":"2026-05-01","with":["jose"],"via":"call","text":"the dns\nfails"},
{"id":"i3","at":"2026-05-02","with":["acme"],"text":"D\u004eS again"},
{"id":"i4","at":"2026-06-01T10:00+02:00","with":[],"text":"déjà vu: DŃS"},
{"id":"i5","at":"2026-06-05","with":["jose"],"via":"dns"}
]
}
)";

std::string ids(const std::string& text, const std::vector<std::string>& words) {
  const Book book = Book::reading(text, "book.json");
  std::string found;
  for (const Hit& hit : search_report(book, words).hits) found += hit.id + " ";
  return found;
}

}  // namespace

TEST_CASE("search finds words in all that people wrote, the newest first") {
  CHECK(ids(kBook, {"dns"}) == "jose p3 i4 p2 i3 i2 ");
  CHECK(ids(kBook, {"pepe"}) == "jose ");
  CHECK(ids(kBook, {"4711"}) == "jose ");
  CHECK(ids(kBook, {"badge"}) == "jose ");
  CHECK(ids(kBook, {"gone"}) == "");
  CHECK(ids(kBook, {"call"}) == "");
}

TEST_CASE("case and accents do not matter to search") {
  CHECK(ids(kBook, {"JOSE"}) == "jose ");
  CHECK(ids(kBook, {"strasse"}) == "jose ");
  CHECK(ids(kBook, {"straße"}) == "jose ");
  CHECK(ids(kBook, {"deja"}) == "i4 ");
  CHECK(ids(kBook, {"DÉJÀ VU"}) == "i4 ");
}

TEST_CASE("all words have to occur, all but one also in a name") {
  CHECK(ids(kBook, {"dns", "fails"}) == "i2 ");
  CHECK(ids(kBook, {"dns", "jose"}) == "jose p3 p2 i2 ");
  CHECK(ids(kBook, {"pepe", "mend"}) == "p2 ");
  CHECK(ids(kBook, {"dental", "again"}) == "i3 ");
  CHECK(ids(kBook, {"dns on"}) == "jose ");
  CHECK(ids(kBook, {"dns", "nowhere"}) == "");
  CHECK(ids(kBook, {}) == "");
}

TEST_CASE("a book of another layout has the same hits") {
  const auto pretty = nlohmann::ordered_json::parse(kBook).dump(2);
  for (const char* word : {"dns", "jose", "key", "d", "vu"}) {
    CAPTURE(word);
    CHECK(ids(pretty, {word}) == ids(kBook, {word}));
  }
}

TEST_CASE("what was found is marked, letter by letter") {
  using Places = std::vector<std::pair<std::size_t, std::size_t>>;
  CHECK(Needle("dns").places_in("DNS, dńs") == Places{{0, 3}, {5, 4}});
  CHECK(Needle("s").places_in("Straße") == Places{{0, 1}, {4, 2}, {4, 2}});
  CHECK(Needle("cafe").places_in("cafe\u0301!") == Places{{0, 6}});
  CHECK(Needle("x").places_in("none").empty());
}

TEST_CASE("the quick look at a record never passes over one that has the word") {
  const std::vector<std::string> parts{"a",  "B",  "é",  "e\u0301", "ß", "ﬁ", " ",      "\n",
                                       "\"", "\\", "日", "Ł",       "x", "й", "/",      "1",
                                       "-",  "’",  "İ",  "ſ",       "=", "≠", "=\u0338"};
  std::mt19937 random(7);
  const auto text = [&](std::size_t most) {
    std::string result;
    for (std::size_t n = random() % most + 1; n > 0; --n) result += parts[random() % parts.size()];
    return result;
  };
  stead::JsonFolder folder;
  int found = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string value = text(30);
    Needle needle(text(4));
    if (needle.empty() || !needle.is_in(value)) continue;
    ++found;
    CAPTURE(value);
    const std::string json = "{\"text\":" + json_quoted(value) + "}";
    // The needle is new each time, for it remembers where in `json` it looked.
    CHECK((needle.may_be_in_json(json, folder) || find_hidden(json) < json.size()));
  }
  CHECK(found > 1000);
  for (char32_t code = 0x80; code < 0x10000; ++code) {
    if (code >= 0xD800 && code < 0xE000) continue;  // surrogates, which are no characters
    std::string among = "a=ו";
    stead::append_utf8(among, code);
    among += "Z";
    if (folder.fold(among) != stead::fold(among)) FAIL_CHECK(std::uint32_t{code});
  }
  for (std::size_t at = 0; at < 40; ++at) {  // in blocks, and what is left of them
    const std::string before = std::string("@AZ[`az{").append(at, 'Q');
    for (const char* letter : {"", "É", "日"}) {
      const std::string among = before + letter + std::string(40 - at, 'X');
      CHECK(folder.fold(among) == stead::fold(among));
    }
  }
  CHECK(Needle("needle").may_be_in_json("a NÉEDLE", folder));
  CHECK_FALSE(Needle("needle").may_be_in_json("a ne edle, é", folder));
  CHECK(Needle("a needle").may_be_in_json("a NÉEDLE", folder));
}

TEST_CASE("search shows the line that has the words") {
  Harness stead(kBook);
  CHECK(stead.run("search dns").out ==
        "Found  6\n"
        "\n"
        "People and organisations  1\n"
        "  José Straße (Acme Dental), archived\n"
        "    heard: no DNS on Fridays\n"
        "    note: two dns\n"
        "\n"
        "What happened  5\n"
        "  Tue 2026-06-02        José Straße promised: dns key\n"
        "  Mon 2026-06-01 10:00  déjà vu: DŃS\n"
        "  Mon 2026-06-01        promised to José Straße: mend the DNS\n"
        "  Sat 2026-05-02        with Acme Dental: DNS again\n"
        "  Fri 2026-05-01        call with José Straße: the dns\n");
  CHECK(stead.run("search dns fails --color always").out ==
        "\x1b[1mFound\x1b[0m  \x1b[2m1\x1b[0m\n"
        "\n"
        "\x1b[1mWhat happened\x1b[0m  \x1b[2m1\x1b[0m\n"
        "  Fri 2026-05-01  \x1b[2mcall with José Straße:\x1b[0m the \x1b[1mdns\x1b[0m\n"
        "                  \x1b[1mfails\x1b[0m\n");
}

TEST_CASE("search that finds nothing says so") {
  Harness stead(small_practice());
  CHECK(stead.run("search nothing like it") ==
        Result{0, "Found  0\n\nNothing in the book has all of 'nothing like it'.\n", ""});
  CHECK(stead.run("search nothing").out == "Found  0\n\nNothing in the book has 'nothing'.\n");
  CHECK(stead.run("search ' '") == Result{2, "", "stead: there is nothing to look for in ' '\n"});
  CHECK(stead.run("search").status == 2);
}

TEST_CASE("search in JSON names the record and the lines") {
  Harness stead(small_practice());
  CHECK(stead.run("search --json dns").out == R"({
  "schema": "stead.search/1",
  "words": [
    "dns"
  ],
  "hits": [
    {
      "collection": "interactions",
      "id": "m3x8r7vd",
      "at": "2026-07-06T16:00+02:00",
      "who": [
        "Ana Ruiz"
      ],
      "lines": [
        {
          "field": "text",
          "text": "asks about DNS"
        }
      ]
    }
  ]
}
)");
}
