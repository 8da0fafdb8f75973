#include "stead/contact_card.h"

#include "harness.h"
#include "stead/record_cards.h"
#include "stead/render.h"
#include "week_of.h"

#include <doctest/doctest.h>

using namespace stead;

namespace {

using stead::test::morning_of;

const Day kToday{std::chrono::year{2026} / 8 / 3};

/// A contact, a promise and an interaction that have every field there is.
const std::string kFull = R"({
"stead": 1,
"contacts": [
{"id":"acme","name":"Acme Dental","kind":"org"},
{"id":"borealis","name":"Borealis","kind":"org"},
{"id":"bo-lind","name":"Bo Lind"},
{"id":"cem-ay","name":"Cem Ay"},
{"id":"dora-wit","name":"Dora Wit"},
{"id":"full","name":"Full House","aliases":["Fully"],"was":["fuller"],"org":"acme","past":[{"org":"borealis","until":"2026-03-01"}],"title":"CTO","email":["full@example.org"],"phone":["+34 600"],"url":["https://full.example"],"address":["1 Main St\n2000 Leeds"],"place":"Malmö","tz":"Europe/Madrid","born":"1980-05-14","dates":[{"on":"09-01","what":"office opened"}],"tags":["client"],"skills":["network"],"needs":["backups"],"capacity":3,"away":[{"from":"2026-08-01","to":"2026-08-21","why":"family"},{"from":"2025-08-01","to":"2025-08-21"}],"every":"2w","at_most":"4w","reply_within":"4h","client_of":"cem-ay","cover":[{"by":"bo-lind","from":"2026-08-01","to":"2026-08-21","offered":"2026-07-01","agreed":"2026-07-02","briefed":"2026-07-03","client_told":"2026-07-04","scope":["scoped"],"rank":7,"note":"keys at the desk"}],"heard":[{"text":"no changes on Fridays","on":"2026-03-02","reflected":"2026-03-09"},{"text":"likes tea"},{"text":"old news","retired":"2026-01-01"}],"via_whom":"dora-wit","note":"first line\nsecond line","custom":{"badge":"4711"},"archived":"2026-08-02","snoozed":{"reconnect":"2026-08-17"},"uid":["friends:9f2c41d0"],"origin":{"book":"t5h2k9w3m7qa","id":"their-full","as":"jan-there"},"conflict":{"place":"Lund"},"x-crm":"secret"},
{"id":"me","name":"Jan Hale","cover":[{"by":"full"}],"book":"q3n8c5x2v6ra","hours":"mon-thu 08:00-16:00","rules":[{"tag":"vip","every":"1mon","at_most":"2mon","reply_within":"2h"}]}
],
"promises": [
{"id":"p1","by":"me","to":"full","for":"acme","text":"monthly report","made":"2026-06-01","due":"2026-08-01","every":"1mon","first_due":"2026-07-31","after":"p0","told":[{"on":"2026-07-30","text":"two days more","due_was":"2026-07-31","due":"2026-08-01"}],"parts":[{"on":"2026-07-29","text":"half of it"}],"snoozed":{"late":"2026-08-09"},"uid":["x:1"],"conflict":{"text":"another"},"x-y":1},
{"id":"p2","by":"bo-lind","to":"me","text":"keys","made":"2026-06-01","status":"kept","closed":"2026-06-02","done_by":"full"}
],
"interactions": [
{"id":"i1","at":"2026-07-31T16:00+02:00","with":["full","bo-lind"],"about":["dora-wit"],"for":"acme","via":"mail","from":"them","needs_reply":true,"urgent":true,"went":"badly","by":"cem-ay","text":"line one\nline two","deed":{"kind":"advice","dir":"gave","amount":"3h","unasked":true,"outcome":"won","outcome_on":"2026-08-01","thanked":"2026-08-02"},"snoozed":{"reply":"2026-08-09"},"uid":["x:2"],"conflict":{"went":"well"},"x-z":2}
]
}
)";

std::string page(const Document& document) { return render_text(document, {.width = 200}); }

void check_has_all(const std::string& text, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    CAPTURE(word);
    CHECK(text.find(word) != std::string::npos);
  }
}

}  // namespace

TEST_CASE("a contact's card has every field, and names what it does not know") {
  const Book book = Book::strict(kFull, "book.json");
  const std::string text = page(to_document(contact_card(book, "full", morning_of(kToday))));
  check_has_all(text, {"Full House",
                       "CTO",
                       "Acme Dental",
                       "Fully",
                       "fuller",
                       "Borealis",
                       "Sun 2026-03-01",
                       "full@example.org",
                       "+34 600",
                       "https://full",
                       "1 Main St",
                       "2000 Leeds",
                       "Malmö",
                       "Europe/Madrid",
                       "14 May 1980",
                       "1 September",
                       "office opened",
                       "client",
                       "network",
                       "backups",
                       "3 clients a day",
                       "family",
                       "2w",
                       "4w",
                       "4h",
                       "Cem Ay",
                       "Bo Lind",
                       "agreed 2026-07-02",
                       "2026-07-03",
                       "2026-07-04",
                       "scoped",
                       "rank 7",
                       "keys at the desk",
                       "no changes on Fridays",
                       "Mon 2026-03-02",
                       "Mon 2026-03-09",
                       "likes tea",
                       "said in March, reflected on Mon 2026-03-09",
                       "not yet reflected",
                       "Dora Wit",
                       "first line",
                       "second line",
                       "badge",
                       "4711",
                       "archived since Sun 2026-08-02",
                       "reconnect until Mon 2026-08-17",
                       "friends:9f2c41d0",
                       "t5h2k9w3m7qa",
                       "their-full",
                       "jan-there",
                       "place could also be \"Lund\"",
                       "x-crm",
                       "2 that are over",
                       "monthly report",
                       "2 days late",
                       "your clients",
                       "line one"});
  CHECK(text.find("old news") == std::string::npos);
  CHECK(text.find("secret") == std::string::npos);
}

TEST_CASE("the owner's card has what is the owner's alone") {
  const Book book = Book::strict(kFull, "book.json");
  const std::string text = page(to_document(contact_card(book, "me", morning_of(kToday))));
  check_has_all(text, {"mon-thu 08:00-16:00", "vip: every 1mon, at most 2mon, reply within 2h",
                       "q3n8c5x2v6ra", "Who stands in where nobody else does", "Full House"});
}

TEST_CASE("a promise's card has every field") {
  const Book book = Book::strict(kFull, "book.json");
  check_has_all(page(to_document(promise_card(book, 0, morning_of(kToday)))),
                {"p1", "promised to", "Full House", "Acme Dental", "monthly report",
                 "Mon 2026-06-01", "Sat 2026-08-01, 2 days late", "1mon", "Fri 2026-07-31", "p0",
                 "Thu 2026-07-30, in time: two days more; from Fri 2026-07-31 to Sat 2026-08-01",
                 "Wed 2026-07-29: half of it", "late until Sun 2026-08-09", "x:1",
                 "text could also be \"another\"", "x-y"});
  check_has_all(page(to_document(promise_card(book, 1, morning_of(kToday)))),
                {"promised by", "Bo Lind", "kept", "Tue 2026-06-02", "done by", "Full House"});
}

TEST_CASE("an interaction's card has every field") {
  const Book book = Book::strict(kFull, "book.json");
  check_has_all(page(to_document(interaction_card(book, 0))),
                {"Fri 2026-07-31 16:00", "i1", "Full House, Bo Lind", "Dora Wit", "Acme Dental",
                 "mail", "them", "yes, urgent", "badly for them", "Cem Ay", "line one", "line two",
                 "gave advice, 3h, unasked", "won, Sat 2026-08-01", "Sun 2026-08-02",
                 "reply until Sun 2026-08-09", "x:2", "went could also be \"well\"", "x-z"});
}

TEST_CASE("a card finds the newest that they were in, and stops at five") {
  std::string interactions;
  for (int i = 1; i <= 9; ++i) {
    interactions += "{\"id\":\"i" + std::to_string(i) + "\",\"at\":\"2026-07-0" +
                    std::to_string(i) + "\",\"with\":[\"" + (i == 8 ? "bo" : "ana") + "\"]},\n";
  }
  interactions += R"({"id":"x1","at":"2026-07-20","with":["bo"],"about":["ana"]},
{"id":"x2","at":"2026-07-21","with":["bo"],"for":"acme"})";
  const std::string text = R"({"stead": 1,"contacts": [
{"id":"acme","name":"Acme","kind":"org"},
{"id":"ana","name":"Ana","org":"acme"},
{"id":"bo","name":"Bo"},
{"id":"me","name":"Jan"}],"promises": [],"interactions": [)" +
                           interactions + "]}";
  const Book book = Book::strict(text, "book.json");
  const auto newest = [&](const char* who) {
    std::string ids;
    for (const Interaction& each : contact_card(book, who, morning_of(kToday)).interactions) {
      ids += each.id + " ";
    }
    return ids;
  };
  CHECK(newest("ana") == "x1 i9 i7 i6 i5 ");
  CHECK(newest("acme") == "x2 i9 i7 i6 i5 ");
  CHECK(newest("bo") == "x2 x1 i8 ");
}

TEST_CASE("the JSON of a card has the records as they are in the book, byte for byte") {
  const std::string line = R"({"id":"odd","name":"Odd","x-n":1e999,"x-m":12345678901234567890123})";
  const std::string text =
      std::string("{\n\"stead\": 1,\n\"contacts\": [\n{\"id\":\"me\",\"name\":\"Jan\"},\n") +
      R"({"id":"acme","name":"Acme","tags":["client"],"cover":[{"by":"odd"}]},)" + "\n" + line +
      "\n],\n\"promises\": [\n{\"id\":\"p\",\"by\":\"me\",\"to\":\"odd\",\"text\":"
      "\"x\",\"made\":\"2026-08-01\"}\n],\n\"interactions\": [\n]\n}\n";
  const Book book = Book::strict(text, "book.json");
  CHECK(to_json(contact_card(book, "odd", morning_of(kToday))) ==
        R"({
  "schema": "stead.show/1",
  "collection": "contacts",
  "last": null,
  "people": [],
  "stands_in_for": [
    {
      "id": "acme",
      "client": true,
      "from": null,
      "to": null,
      "agreed": null
    }
  ],
  "record": )" +
            line +
            R"(,
  "promises": [
    {"id":"p","by":"me","to":"odd","text":"x","made":"2026-08-01"}
  ],
  "interactions": []
}
)");
}

TEST_CASE("a card says late where the list of promises does, and a date to come as one") {
  test::Harness stead(test::small_practice());
  CHECK(stead.run("promise ana the keys --by 2026-08-03T10:00").status == 0);
  CHECK(stead.run("show ana").out.find("due Mon 2026-08-03 10:00, late") != std::string::npos);
  CHECK(stead.run("log ana x --at tomorrow").status == 0);
  CHECK(stead.run("show ana").out.find("Tue 2026-08-04, in 1 day") != std::string::npos);
}
