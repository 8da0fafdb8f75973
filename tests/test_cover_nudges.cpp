#include "stead/cover_nudges.h"

#include "harness.h"
#include "week_of.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace stead;
using stead::test::Harness;
using stead::test::Result;

Day day(const char* text) { return *day_from(text); }

/// A book in which Sam covered two clients in July, while the owner was away, and Bo none.
std::string july(const std::string& deeds) {
  return R"({
"stead": 1,
"contacts": [
{"id":"acme","name":"Acme","kind":"org","tags":["client"],"cover":[{"by":"sam","agreed":"2026-05-02"}]},
{"id":"bo","name":"Bo","tags":["colleague"]},
{"id":"delta","name":"Delta","kind":"org","tags":["client"],"cover":[{"by":"sam","from":"2026-07-25","to":"2026-08-30","agreed":"2026-05-02"},{"by":"bo","offered":"2026-05-02"}]},
{"id":"me","name":"Me","away":[{"from":"2026-07-20","to":"2026-07-26"}]},
{"id":"sam","name":"Sam","tags":["colleague"]}
],
"promises": [
],
"interactions": [
)" + deeds +
         "]\n}\n";
}

std::vector<StoodIn> stood_in(const std::string& text, const char* today) {
  const Book book = Book::strict(text, "");
  return stood_in_before(Clients(book), day(today));
}

}  // namespace

TEST_CASE("whoever stood in is thanked within a year, with the working days that it was") {
  const std::vector<StoodIn> expected{{"sam",
                                       "Sam",
                                       {"Acme", "Delta"},
                                       "",
                                       5,
                                       {{day("2026-07-20"), {}}, When{day("2026-07-26"), {}}, ""}}};
  CHECK(stood_in(july(""), "2026-07-26").empty());
  CHECK(stood_in(july(""), "2026-07-27") == expected);
  CHECK(stood_in(july(""), "2026-08-30") == expected);
  CHECK(stood_in(july(""), "2027-07-26") == expected);
  CHECK(stood_in(july(""), "2027-07-27").empty());
}

TEST_CASE("cover that has days of its own is to be noted without an absence, in both directions") {
  const std::string text = R"({"stead":1,"contacts":[
{"id":"acme","name":"Acme","kind":"org","tags":["client"],"cover":[{"by":"bo","from":"2026-07-20","to":"2026-07-24","agreed":"2026-07-01"},{"by":"cem","from":"2026-07-27","to":"2026-07-28","offered":"2026-07-01"}]},
{"id":"bo","name":"Bo","tags":["colleague"]},
{"id":"borealis","name":"Borealis","kind":"org","tags":["client"],"client_of":"bo","cover":[{"by":"me","from":"2026-07-06","to":"2026-07-10","agreed":"2026-07-01"}]},
{"id":"cem","name":"Cem","tags":["colleague"],"cover":[{"by":"me","from":"2026-07-13","to":"2026-07-14","agreed":"2026-07-01"}]},
{"id":"me","name":"Me"}],"promises":[],"interactions":[]})";
  const Book book = Book::strict(text, "");
  const Clients clients(book);
  const auto commands = [&](const char* today) {
    std::vector<std::string> all;
    for (const StoodIn& each : stood_in_before(clients, day(today))) {
      CHECK(!each.was_away);
      all.push_back(how_to_note(each));
    }
    for (const StoodIn& each : i_stood_in_before(clients, day(today))) {
      CHECK(!each.was_away);
      all.push_back(how_to_note(each, "gave"));
    }
    return all;
  };
  using Commands = std::vector<std::string>;
  CHECK(commands("2026-07-06") == Commands{});
  CHECK(commands("2026-07-24") ==
        Commands{"stead gave bo cover 5d --for borealis", "stead gave cem cover 2d"});
  CHECK(commands("2026-08-03") == Commands{"stead got bo cover 5d --for acme",
                                           "stead gave bo cover 5d --for borealis",
                                           "stead gave cem cover 2d"});
  CHECK(commands("2027-07-25") == Commands{});
}

TEST_CASE("a deed notes the last absence before it, and others where its days are enough") {
  const auto noted = [](const std::string& deed) {
    const std::string text = R"({"stead":1,"contacts":[
{"id":"acme","name":"Acme","kind":"org","tags":["client"],"cover":[{"by":"bo","agreed":"2026-01-01"}]},
{"id":"bo","name":"Bo","tags":["colleague"]},
{"id":"me","name":"Me","away":[{"from":"2026-02-02","to":"2026-02-06"},{"from":"2026-07-20","to":"2026-07-24"}]}],
"promises":[],"interactions":[{"id":"d2","at":"2026-07-27","with":["bo"],"via":"note","deed":{"kind":"cover",)" +
                             deed + "}]}";
    const Book book = Book::strict(text, "");
    std::vector<bool> all;
    for (const StoodIn& each : stood_in_before(Clients(book), day("2026-08-03"))) {
      all.push_back(each.is_noted);
    }
    return all;
  };
  CHECK(noted(R"("dir":"got"})") == std::vector<bool>{false, true});
  CHECK(noted(R"("dir":"got","amount":"5d"})") == std::vector<bool>{false, true});
  CHECK(noted(R"("dir":"got","amount":"10d"})") == std::vector<bool>{true, true});
  CHECK(noted(R"("dir":"got","thanked":"2026-07-28"})") == std::vector<bool>{false});
  CHECK(noted(R"("dir":"gave"})") == std::vector<bool>{false, false});
  CHECK(noted(R"("dir":"gave","even":true})") == std::vector<bool>{});
}

TEST_CASE("a deed that is noted waits for its thanks, and one of before does not count") {
  const std::string before =
      R"({"id":"a2222222","at":"2026-06-01","with":["sam"],"via":"note","deed":{"kind":"cover","dir":"got","thanked":"2026-06-02"}})";
  CHECK(!stood_in(july(before + "\n"), "2026-07-27").front().is_noted);
  const std::string noted =
      R"({"id":"a3333333","at":"2026-07-27","with":["sam"],"via":"note","deed":{"kind":"cover","dir":"got","amount":"7d")";
  CHECK(stood_in(july(noted + "}}\n"), "2026-07-28").front().is_noted);
  CHECK(stood_in(july(noted + R"(,"thanked":"2026-07-28"}})" + "\n"), "2026-07-28").empty());
}

TEST_CASE(
    "for whom I stood in is known within a year, in working days, and whether it is noted as a "
    "deed") {
  const auto text = [](const std::string& deeds) {
    return R"({"stead":1,"contacts":[
{"id":"bo","name":"Bo","tags":["colleague"],"away":[{"from":"2026-07-20","to":"2026-07-24"}],"cover":[{"by":"me","from":"2026-07-22","to":"2026-07-24","agreed":"2026-07-01"}]},
{"id":"borealis","name":"Borealis","kind":"org","tags":["client"],"client_of":"cem","cover":[{"by":"me","agreed":"2026-07-01"}]},
{"id":"cem","name":"Cem","tags":["colleague"],"away":[{"from":"2026-07-20","to":"2026-07-26"},{"from":"2026-09-01"}]},
{"id":"dot","name":"Dot","tags":["colleague"],"away":[{"from":"2026-07-20","to":"2026-07-26"}],"cover":[{"by":"me","offered":"2026-07-01"}]},
{"id":"me","name":"Me"}],"promises":[],"interactions":[)" +
           deeds + "]}";
  };
  const auto found = [&](const std::string& deeds, const char* today) {
    const std::string book_text = text(deeds);
    const Book book = Book::strict(book_text, "");
    std::vector<std::string> all;
    for (const StoodIn& each : i_stood_in_before(Clients(book), day(today))) {
      all.push_back(each.who + " " + each.clients.front() + " " + std::to_string(each.days) +
                    (each.is_noted ? " noted" : ""));
    }
    return all;
  };
  using Found = std::vector<std::string>;
  CHECK(found("", "2026-07-24") == Found{});
  CHECK(found("", "2026-07-25") == Found{"bo Bo 3"});
  CHECK(found("", "2026-07-27") == Found{"bo Bo 3", "cem Borealis 5"});
  CHECK(found("", "2027-07-25") == Found{"cem Borealis 5"});
  CHECK(found("", "2027-07-27") == Found{});
  const std::string deed =
      R"({"id":"a2","at":"2026-07-20","with":["cem"],"via":"note","deed":{"kind":"cover","dir":"gave"}})";
  const std::string before =
      R"({"id":"a3","at":"2026-07-19","with":["bo"],"via":"note","deed":{"kind":"cover","dir":"gave"}})";
  CHECK(found(before + "," + deed, "2026-07-27") == Found{"bo Bo 3", "cem Borealis 5 noted"});
}

TEST_CASE("the offer is for a colleague whom nobody stands in for yet, on a day that I am there") {
  const std::string text = R"({"stead":1,"contacts":[
{"id":"bo","name":"Bo","tags":["colleague"],"cover":[{"by":"me","from":"2026-09-01","to":"2026-09-04","offered":"2026-08-03"}]},
{"id":"cem","name":"Cem","tags":["colleague"],"archived":"2026-01-01"},
{"id":"dot","name":"Dot"},
{"id":"me","name":"Me","away":[{"from":"2026-09-10","to":"2026-09-20"}]}],"promises":[],"interactions":[]})";
  const Book book = Book::strict(text, "");
  const auto can = [&](const char* who, const char* first, const char* last) {
    return can_offer_to_cover(book, *book.contact(who), {day(first), day(last)});
  };
  CHECK(can("bo", "2026-08-10", "2026-08-12"));
  CHECK(!can("bo", "2026-09-04", "2026-09-06"));
  CHECK(can("bo", "2026-09-09", "2026-09-12"));
  CHECK(!can("bo", "2026-09-10", "2026-09-12"));
  CHECK(!can("cem", "2026-08-10", "2026-08-12"));
  CHECK(!can("dot", "2026-08-10", "2026-08-12"));
  CHECK(!can("me", "2026-08-10", "2026-08-12"));
}

TEST_CASE("to hold the fort for a colleague comes with what to write to them") {
  Harness stead(stead::test::small_practice());
  const Result result = stead.run("cover bo me 10aug..12aug");
  CHECK(result.err == "hint: you are away from Mon 2026-08-10 to Fri 2026-08-21\n");
  CHECK(result.out.ends_with(
      "Write to them: Bo Lind, you are away from Mon 2026-08-10 to Wed 2026-08-12.\n"
      "Shall I be the one to call for your clients? They stay yours, and you hear what\n"
      "I did.\n"));
  CHECK(stead.run("cover bo me 10aug..12aug --agreed").err ==
        "hint: you are away from Mon 2026-08-10 to Fri 2026-08-21\n");
}
