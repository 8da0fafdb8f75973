#include "stead/dupes.h"

#include "harness.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace stead;
using stead::test::Harness;
using stead::test::Result;

/// A line for each pair: `ana anna: email, typo`.
std::string dupes_of(const std::string& contacts) {
  const std::string text =
      R"({"stead":1,"contacts":[)" + contacts +
      (contacts.find("\"me\"") == std::string::npos ? R"(,{"id":"me","name":"Jan Hale"})" : "") +
      R"(],"promises":[],"interactions":[]})";
  std::string lines;
  for (const Dupe& dupe : dupes_report(Book::strict(text, "book.json")).dupes) {
    lines += dupe.keep + ' ' + dupe.other + ':';
    for (const DupeReason& reason : dupe.reasons) lines += ' ' + std::string(word_of(reason.kind));
    lines += '\n';
  }
  return lines;
}

std::string contact(const std::string& id, const std::string& name, const std::string& more = "") {
  return R"({"id":")" + id + R"(","name":")" + name + '"' + more + '}';
}

}  // namespace

TEST_CASE("what two contacts share makes them likely the same") {
  const auto pair = [](const std::string& a, const std::string& more_a, const std::string& b,
                       const std::string& more_b) {
    return dupes_of(contact("a", a, more_a) + ',' + contact("b", b, more_b));
  };
  CHECK(pair("Ana Ruiz", "", "Bo Lind", "") == "");
  CHECK(pair("Ana Ruiz", "", "Ana Ruíz", "") == "b a: name\n");
  CHECK(pair("Ana Ruiz", "", "Ruiz, Ana", "") == "b a: words\n");
  CHECK(pair("Ana Ruiz", "", "Anna Ruiz", "") == "b a: typo\n");
  CHECK(pair("Ana Ruiz", "", "Ana Riuz", "") == "a b: typo\n");
  CHECK(pair("Ana Ruiz", "", "Ana Ruis", "") == "a b: typo\n");
  CHECK(pair("Ana Ruiz", "", "Anna Ruis", "") == "");
  CHECK(pair("Ana", "", "Ann", "") == "");
  CHECK(pair("Ward 17", "", "Ward 18", "") == "");
  CHECK(pair("Ana", R"(,"email":["A@x.org"])", "Bo", R"(,"email":["b@x.org","a@x.org"])") ==
        "b a: email\n");
  CHECK(pair("Ana", R"(,"phone":["+34 600 111 222"])", "Bo", R"(,"phone":["0034-600-111222"])") ==
        "a b: phone\n");
  CHECK(pair("Ana", R"(,"phone":["110"])", "Bo", R"(,"phone":["110"])") == "");
  CHECK(pair("Ana", R"(,"uid":["x:1"])", "Bo", R"(,"uid":["x:1"])") == "a b: uid\n");
  CHECK(pair("Ana Ruiz", R"(,"aliases":["Ani"])", "ani", "") == "a b: alias\n");
  CHECK(pair("Ana Ruiz", R"(,"email":["a@x.org"])", "Ana Ruiz", R"(,"email":["a@x.org"])") ==
        "a b: email name\n");
}

TEST_CASE("an organisation is no person, and a switchboard is nobody's own") {
  CHECK(dupes_of(contact("a", "Acme") + ',' + contact("b", "Acme", R"(,"kind":"org")")) == "");
  std::string people;
  for (const char* name : {"ana", "bo", "cem", "dee"}) {
    people += (people.empty() ? "" : ",") + contact(name, name, R"(,"phone":["+1 555 0100"])");
  }
  CHECK(dupes_of(people) == "");
}

TEST_CASE("the one to keep is the owner, then who is not archived, then of whom more is known") {
  CHECK(dupes_of(contact("a", "Jan Hale", R"(,"title":"myself")") + ',' +
                 contact("me", "Jan Hale")) == "me a: name\n");
  CHECK(dupes_of(contact("a", "Ana Ruiz", R"(,"archived":"2026-01-01","title":"CTO")") + ',' +
                 contact("b", "Ana Ruiz")) == "b a: name\n");
  CHECK(dupes_of(contact("a", "Ana Ruiz") + ',' + contact("b", "Ana Ruiz", R"(,"title":"CTO")") +
                 ',' + contact("c", "Ana Ruiz")) == "b a: name\nb c: name\n");
}

TEST_CASE("dupes names the pairs, why, and the command; nothing is no fault") {
  Harness stead(stead::test::small_practice());
  CHECK(stead.run("dupes") ==
        Result{0, "May be the same\n\nNo two contacts look like the same one.\n", ""});
  REQUIRE(stead.run("add 'Ana Ruis' -q").status == 0);
  CHECK(stead.run("dupes") == Result{0,
                                     "May be the same  1\n"
                                     "\n"
                                     "Ana Ruiz (ana-ruiz) and Ana Ruis (ana-ruis)\n"
                                     "  one letter apart\n"
                                     "  stead merge ana-ruiz ana-ruis\n",
                                     ""});
}
