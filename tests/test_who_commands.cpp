#include "stead/who_knows.h"
#include "stead/who_sent.h"

#include "harness.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

namespace {

using stead::Book;
using stead::Day;
using stead::KnownSkill;
using stead::KnowsReport;
using stead::Sent;
using stead::SentReport;
using stead::test::Harness;
using stead::test::Result;

const Day kToday{std::chrono::year{2026} / 8 / 3};

std::string book_of(const std::string& contacts, const std::string& interactions = "") {
  return "{\n\"stead\": 1,\n\"contacts\": [\n" + contacts + "\n],\n\"promises\": [\n],\n" +
         "\"interactions\": [\n" + interactions + "\n]\n}\n";
}

/// `who sent whom`, a line each, then who introduced them.
std::string chain(const std::string& book_text, const char* who) {
  const Book book = Book::strict(book_text, "book.json");
  const SentReport report = sent_report(book, who);
  std::string text;
  for (const Sent& sent : report.chain) text += sent.by.who + " sent " + sent.whom + '\n';
  if (report.introduced_by) text += "introduced by " + report.introduced_by->who + '\n';
  return text;
}

const std::string kPeople = R"({"id":"acme","name":"Acme","kind":"org","via_whom":"eve"},
{"id":"ana","name":"Ana","org":"acme","phone":["1"],"was":["ana-old"]},
{"id":"bo","name":"Bo","email":["bo@x"]},
{"id":"cem","name":"Cem"},
{"id":"delta","name":"Delta","kind":"org","via_whom":"cem"},
{"id":"eve","name":"Eve","archived":"2026-01-01"},
{"id":"lan","name":"Lan","org":"delta"},
{"id":"me","name":"Me"})";

std::string referral(const std::string& id, const std::string& at, const std::string& with,
                     const std::string& about, const std::string& kind = "referral",
                     const std::string& more = R"("dir":"got")") {
  return fmt::format(
      R"({{"id":"{}","at":"{}","with":["{}"],"about":["{}"],"via":"note","deed":{{"kind":"{}",{}}}}})",
      id, at, with, about, kind, more);
}

}  // namespace

TEST_CASE("who knows: whoever has the skill, those who are there first, then colleagues") {
  const std::string text = book_of(
      R"({"id":"al","name":"Al","skills":["network"]},
{"id":"bo","name":"Bo","tags":["colleague"],"skills":["mail","network"],"away":[{"from":"2026-08-03T14:00+02:00","to":"2026-08-03T15:00+02:00"}]},
{"id":"cy","name":"Cy","tags":["colleague"],"skills":["network"],"away":[{"from":"2026-08-04"}]},
{"id":"di","name":"Di","skills":["network"],"archived":"2026-01-01"},
{"id":"ed","name":"Ed","tags":["colleague"],"skills":["netzwerk"]},
{"id":"me","name":"Me","skills":["network"]})");
  const Book book = Book::strict(text, "book.json");
  std::vector<std::string> people;
  for (const stead::Knower& row : stead::knows_report(book, "NETWORK", kToday).people) {
    people.push_back(row.who + (row.absence ? " away" : ""));
  }
  CHECK(people == std::vector<std::string>{"cy", "al", "me", "bo away"});
  const KnowsReport none = stead::knows_report(book, "netwrk", kToday);
  CHECK(none.people.empty());
  CHECK(none.near == std::vector<KnownSkill>{{"network", 4}});
  CHECK(stead::knows_report(book, "tea", kToday) == KnowsReport{"tea", kToday, {}, {}});
}

TEST_CASE("who sent: the referrals I got, and who sent those who sent") {
  const std::string first = referral("a", "2026-02-01", "ana-old", "lan");
  const std::string second = referral("b", "2026-01-01", "bo", "delta");
  const std::string third = referral("c", "2025-01-01", "cem", "acme");
  const std::string all = book_of(kPeople, third + ",\n" + second + ",\n" + first);
  CHECK(chain(all, "delta") == "bo sent delta\nana sent delta\ncem sent ana\n");
  CHECK(chain(all, "lan") == "bo sent lan\nana sent lan\ncem sent ana\n");
  CHECK(chain(all, "ana-old") == "cem sent ana\n");
  CHECK(chain(all, "bo").empty());
}

TEST_CASE("who sent: a circle ends, and what is no referral of mine is none") {
  CHECK(chain(book_of(kPeople, referral("a", "2026-01-01", "bo", "cem") + ",\n" +
                                   referral("b", "2026-02-01", "cem", "bo")),
              "cem") == "bo sent cem\ncem sent bo\n");
  for (const std::string& other :
       {referral("a", "2026-01-01", "bo", "cem", "referral", R"("dir":"gave")"),
        referral("a", "2026-01-01", "bo", "cem", "advice"),
        referral("a", "2026-01-01", "cem", "cem"),
        referral("a", "2026-01-01", "bo", "cem", "referral", R"("dir":"got","even":true)")}) {
    CAPTURE(other);
    CHECK(chain(book_of(kPeople, other), "cem").empty());
  }
  std::string by_bo = referral("a", "2026-01-01", "bo", "cem");
  by_bo.insert(by_bo.size() - 1, R"(,"by":"bo")");
  CHECK(chain(book_of(kPeople, by_bo), "cem").empty());
}

TEST_CASE("who sent: where nobody did, who introduced them is named") {
  CHECK(chain(book_of(kPeople), "delta") == "introduced by cem\n");
  CHECK(chain(book_of(kPeople), "lan").empty());
  CHECK(chain(book_of(kPeople, referral("a", "2026-01-01", "bo", "lan", "introduction")),
              "delta") == "introduced by bo\n");
  CHECK(chain(book_of(kPeople, referral("a", "2026-01-01", "bo", "delta")), "delta") ==
        "bo sent delta\n");
}

TEST_CASE("who knows and who sent say how to reach whom they name, and when the answer is no") {
  const std::string won =
      R"("dir":"got","outcome":"won","outcome_on":"2026-03-01","thanked":"2026-03-02")";
  std::string contacts = kPeople;
  contacts.replace(contacts.find(R"("was":["ana-old"])"), 17,
                   R"("skills":["network"],"away":[{"from":"2026-08-01","why":"leave"}])");
  Harness stead(
      book_of(contacts, referral("a", "2026-01-05", "bo", "ana") + ",\n" +
                            referral("b", "2026-02-02", "ana", "delta", "referral", won)));
  CHECK(stead.run("who sent delta") ==
        Result{0,
               "Who sent Delta\n"
               "\n"
               "Ana sent Delta  1\n"
               "  Mon 2026-02-02; it became work on Sun 2026-03-01; you thanked them on Mon\n"
               "  2026-03-02\n"
               "Bo sent Ana  bo@x\n"
               "  Mon 2026-01-05; what became of it is not noted yet; you can still thank them\n",
               ""});
  CHECK(stead.run("who sent cem") == Result{1, "NOBODY is known to have sent Cem\n", ""});
  CHECK(stead.run("who sent acme") ==
        Result{0,
               "Who sent Acme\n"
               "\n"
               "Bo sent Acme  bo@x\n"
               "  Mon 2026-01-05; what became of it is not noted yet; you can still thank them\n",
               ""});
  CHECK(stead.run("who knows network") == Result{0,
                                                 "Who knows network  Mon 2026-08-03\n"
                                                 "\n"
                                                 "Ana  1\n"
                                                 "  away with no end known (leave)\n",
                                                 ""});
  CHECK(stead.run("who knows networks") == Result{1,
                                                  "NOBODY in the book knows networks  Mon "
                                                  "2026-08-03\n"
                                                  "\n"
                                                  "Did you mean\n"
                                                  "  network  1 person\n"
                                                  "    stead who knows network\n",
                                                  ""});
  for (const char* line : {"who sent", "who sent nobody", "who knows", "who knows a b"}) {
    CAPTURE(line);
    const Result result = stead.run(line);
    CHECK(result.status == 2);
    CHECK(result.out.empty());
  }
  CHECK(stead.run({"who", "knows", "a\x01"}).status == 2);
  CHECK(stead.run("who knows network --format md").out.starts_with("# Who knows network"));
  CHECK(stead.run("who sent delta --format html").out.find("Ana") != std::string::npos);
  CHECK(stead.run("who sent delta --json").out.find(R"("schema": "stead.sent/1")") !=
        std::string::npos);
}
