#include "stead/removal.h"

#include "harness.h"

#include <doctest/doctest.h>

using namespace stead;

namespace {

const std::string kBook = R"({
"stead": 1,
"contacts": [
{"id":"acme","name":"Acme","kind":"org","tags":["client"],"cover":[{"by":"bo"},{"by":"old-ana"}]},
{"id":"ana","name":"Ana","was":["old-ana"]},
{"id":"bo","name":"Bo","via_whom":"ana","past":[{"org":"acme"}]},
{"id":"dora","name":"Dora","tags":["client","vip"],"client_of":"ana"},
{"id":"me","name":"Jan"}
],
"promises": [
{"id":"p1","by":"me","to":"ana","text":"only ours","made":"2026-01-01"},
{"id":"p2","by":"me","to":"ana","for":"acme","text":"about acme","made":"2026-01-01"},
{"id":"p3","by":"bo","to":"me","for":"ana","text":"about ana","made":"2026-01-01"},
{"id":"p4","by":"me","to":"me","for":"old-ana","text":"call her","made":"2026-01-01"},
{"id":"p5","by":"me","to":"bo","text":"not ana","made":"2026-01-01"}
],
"interactions": [
{"id":"i1","at":"2026-01-01","with":["ana"],"text":"only her"},
{"id":"i2","at":"2026-01-02","with":["ana","bo"],"text":"both"},
{"id":"i3","at":"2026-01-03","with":["old-ana"],"about":["dora"],"text":"Dora","deed":{"kind":"referral","dir":"got"}},
{"id":"i4","at":"2026-01-04","with":["acme"],"by":"ana","via":"visit","text":"in my place"},
{"id":"i5","at":"2026-01-05","with":["bo"],"text":"says \"ana\" only"},
{"id":"i6","at":"2026-01-06","with":["\u0061na"],"text":"escaped"}
]
}
)";

std::vector<std::string> ids(const Book& book, Collection collection,
                             const std::vector<std::size_t>& found) {
  std::vector<std::string> result;
  for (const std::size_t i : found) result.emplace_back(book.id(collection, i));
  return result;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("references are found in every place, under every handle, and nowhere else") {
  const Book book = Book::strict(kBook, "book.json");
  const References found = references_to(book, "ana");
  CHECK(ids(book, Collection::contacts, found.contacts) == Ids{"acme", "bo", "dora"});
  CHECK(ids(book, Collection::promises, found.promises) == Ids{"p1", "p2", "p3", "p4"});
  CHECK(ids(book, Collection::interactions, found.interactions) ==
        Ids{"i1", "i2", "i3", "i4", "i6"});
  CHECK_FALSE(found.empty());
  CHECK(references_to(book, "dora").interactions.size() == 1);
}

TEST_CASE("with its history goes what concerns nobody else") {
  const Book book = Book::strict(kBook, "book.json");
  const Removal removal = removal_of(book, "ana");
  CHECK(removal.gone_promises == Ids{"p1", "p4"});
  CHECK(removal.gone_interactions == Ids{"i1", "i6"});
  CHECK(removal.changed() == 8);
}

TEST_CASE("who is removed is taken out of what concerns others") {
  const Book book = Book::strict(kBook, "book.json");
  const Removal removal = removal_of(book, "ana");

  REQUIRE(removal.contacts.size() == 3);
  CHECK(removal.contacts[0].cover == std::vector<Cover>{book.contact("acme")->cover[0]});
  CHECK(removal.contacts[1].via_whom.empty());
  CHECK(removal.contacts[1].past == book.contact("bo")->past);
  CHECK(removal.contacts[2].client_of.empty());
  CHECK(removal.contacts[2].tags == Ids{"vip"});  // not a client of mine

  REQUIRE(removal.promises.size() == 2);
  CHECK(removal.promises[0].is_follow_up());
  CHECK(removal.promises[0].for_whom == "acme");
  CHECK(removal.promises[1].by == "bo");
  CHECK(removal.promises[1].for_whom.empty());

  REQUIRE(removal.interactions.size() == 3);
  CHECK(removal.interactions[0].with == Ids{"bo"});
  CHECK(removal.interactions[1].about == Ids{"dora"});
  CHECK_FALSE(removal.interactions[1].deed);
  CHECK_FALSE(removal.interactions[2].is_contact());  // I was not there
  CHECK(removal.interactions[2].text == "in my place");
}
