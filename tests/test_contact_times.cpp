#include "stead/contact_times.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace stead;

constexpr std::string_view kBook = R"({
"stead": 1,
"contacts": [
{"id":"acme","name":"Acme","kind":"org","was":["old-acme"]},
{"id":"ana","name":"Ana","was":["ani"],"org":"old-acme"},
{"id":"bo","name":"Bo","org":"acme"},
{"id":"cem","name":"Cem"},
{"id":"deb","name":"Deb"},
{"id":"eva","name":"Eva"},
{"id":"fay","name":"Fay"},
{"id":"me","name":"Me","was":["jan"]}
],
"promises": [
],
"interactions": [
{"id":"a2222222","at":"2026-06-01","with":["bo"],"via":"call"},
{"id":"a3333333","at":"2026-07-01","with":["ana"]},
{"id":"a4444444","at":"2026-07-02","with":["deb"],"by":"jan"},
{"id":"a5555555","at":"2026-07-03T09:00-07:00","with":["cem"],"via":"mail"},
{"id":"a6666666","at":"2026-07-03T15:00+09:00","with":["cem"],"via":"mail","from":"them"},
{"id":"a7777777","at":"2026-07-04","with":["ani","nobody"],"via":"visit"},
{"id":"a8888888","at":"2026-07-05","with":["ana","eva"],"via":"note"},
{"id":"a9999999","at":"2026-07-06","with":["ana","eva"],"by":"deb"},
{"id":"b2222222","at":"2026-07-07","about":["fay"],"for":"fay"}
]
}
)";

std::string text_of(const std::optional<When>& when) { return when ? to_string(*when) : "never"; }

}  // namespace

TEST_CASE("contact is what I did myself with them, and no note") {
  const Book book = Book::strict(kBook, "book.json");
  const LastContacts last(book);
  struct Example {
    std::string_view handle;
    std::string_view at;
  };
  constexpr Example kExamples[] = {
      {"bo", "2026-06-01"},
      {"ana", "2026-07-04"},  // also by a handle that she had; neither a note nor Deb's counts
      {"ani", "2026-07-04"},
      {"acme", "2026-07-04"},  // through Ana, who works there
      {"old-acme", "2026-07-04"},
      {"deb", "2026-07-02"},              // I was Jan once
      {"cem", "2026-07-03T09:00-07:00"},  // 16:00 UTC, the other one is 06:00 UTC
      {"eva", "never"},
      {"fay", "never"},
      {"me", "never"},
      {"nobody", "never"},
  };
  for (const Example& example : kExamples) {
    CAPTURE(example.handle);
    CHECK(text_of(last.with(example.handle)) == example.at);
    CHECK(text_of(last_contact(book, example.handle)) == example.at);
  }
}

TEST_CASE("a first day bounds the walk") {
  const Book book = Book::strict(kBook, "book.json");
  const LastContacts last(book, *day_from("2026-07-03"));
  CHECK(text_of(last.with("bo")) == "never");
  CHECK(text_of(last.with("deb")) == "never");
  CHECK(text_of(last.with("ana")) == "2026-07-04");
  CHECK(text_of(last.with("acme")) == "2026-07-04");
  CHECK(text_of(last.with("cem")) == "2026-07-03T09:00-07:00");
}

TEST_CASE("the last contact with a few, or with one, is what it is with all") {
  const Book book = Book::strict(kBook, "book.json");
  const LastContacts all(book);
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    CAPTURE(book.contact(i).id);
    CHECK(LastContacts(book, {i}).with(i) == all.with(i));
  }
}

TEST_CASE("the walk agrees with a look at every interaction") {
  std::mt19937 random(7);
  const auto below = [&](unsigned count) { return static_cast<int>(random() % count); };
  std::string text = R"({"stead":1,"contacts":[{"id":"me","name":"Me"})";
  for (int i = 0; i < 20; ++i) {
    const std::string org = i >= 5 && below(2) == 0 ? fmt::format(R"(,"org":"c{}")", below(5)) : "";
    text += fmt::format(R"(,{{"id":"c{0}","name":"C {0}"{1}{2}}})", i,
                        i < 5 ? R"(,"kind":"org")" : "", org);
  }
  text += R"(],"promises":[],"interactions":[)";
  for (int i = 0; i < 300; ++i) {
    text +=
        fmt::format(R"({}{{"id":"i{}","at":"2026-{:02}-{:02}","with":["c{}","c{}"]{}{}}})",
                    i == 0 ? "" : ",", i, below(12) + 1, below(28) + 1, below(10), below(20),
                    below(3) == 0 ? R"(,"via":"note")" : "", below(3) == 0 ? R"(,"by":"c1")" : "");
  }
  text += "]}";
  const Book book = Book::strict(text, "book.json");

  std::map<std::string, Day> expected;
  const auto met = [&](const std::string& who, Day day) {
    if (!who.empty()) expected[who] = std::max(expected[who], day);
  };
  for (std::size_t i = 0; i < book.size(Collection::interactions); ++i) {
    const Interaction each = book.interaction(i);
    if (each.via == "note" || !each.by.empty()) continue;
    for (const std::string& who : each.with) {
      met(who, each.at.day);
      met(book.contact(who)->org, each.at.day);
    }
  }
  const LastContacts last(book);
  const std::vector<std::size_t> few = {0, 3, 4, 8, 17};
  const LastContacts last_of_few(book, few);
  for (const std::size_t i : few) CHECK(last_of_few.with(i) == last.with(i));
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    const std::string& id = book.contact(i).id;
    CAPTURE(id);
    const std::string at = expected.contains(id) ? to_string(expected[id]) : "never";
    CHECK(text_of(last.with(i)) == at);
    CHECK(text_of(last_contact(book, id)) == at);
  }
}
