#include "stead/handoff.h"

#include "harness.h"
#include "stead/render.h"
#include "week_of.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace stead;

namespace {

using stead::test::kMonday;
using stead::test::morning_of;

/// Ana and Bo stand in for Acme one after the other; Cem's client has Bo, and Eta is Bo's alone to
/// the owner's own list.
const std::string kBook = R"({"stead": 1,
"contacts": [
{"id":"acme","name":"Acme","kind":"org","tags":["client"],"cover":[{"by":"ana","from":"2026-08-10","to":"2026-08-14","agreed":"2026-08-01","note":"keys with Pat"},{"by":"bo","agreed":"2026-07-01","client_told":"2026-07-01","briefed":"2026-07-01"}],"heard":[{"text":"no Fridays","on":"2026-03-02"},{"text":"stale","on":"2026-01-02","retired":"2026-02-02"}],"note":"owes a lot","custom":{"badge":"4711"}},
{"id":"ana","name":"Ana","tags":["colleague"]},
{"id":"bo","name":"Bo","phone":["1"],"tags":["colleague"]},
{"id":"cem","name":"Cem","phone":["2"],"tags":["colleague"]},
{"id":"eta","name":"Eta","kind":"org","tags":["client"]},
{"id":"gone","name":"Gone","org":"acme","archived":"2026-01-01"},
{"id":"kite","name":"Kite","tags":["client"],"client_of":"cem","cover":[{"by":"bo","agreed":"2026-08-01"}]},
{"id":"me","name":"Jan","away":[{"from":"2026-10-01"},{"from":"2026-07-01","to":"2026-07-09"},{"from":"2026-08-10","to":"2026-08-21"}]},
{"id":"pat","name":"Pat","org":"acme","title":"CTO","phone":["3"],"was":["patty"],"heard":[{"text":"one page"}]}
],
"promises": [
{"id":"p1","by":"me","to":"patty","text":"plan","made":"2026-07-01","due":"2026-08-20"},
{"id":"p2","by":"me","to":"pat","text":"too late","made":"2026-07-01","due":"2026-08-22"},
{"id":"p3","by":"me","to":"pat","text":"undated","made":"2026-07-01"},
{"id":"p4","by":"me","to":"me","for":"acme","text":"ask","made":"2026-07-01","due":"2026-08-12"},
{"id":"p5","by":"bo","to":"me","text":"not theirs","made":"2026-07-01","due":"2026-08-12"}
],
"interactions": [
{"id":"i1","at":"2026-06-01","with":["pat"],"from":"them","needs_reply":true,"text":"when?"},
{"id":"i2","at":"2026-07-01","with":["acme"],"via":"mail","from":"them","text":"second"},
{"id":"i3","at":"2026-07-02","with":["acme"],"via":"call","text":"third"},
{"id":"i4","at":"2026-07-03","with":["acme"],"via":"note","text":"a note"},
{"id":"i5","at":"2026-07-04","with":["bo"],"for":"acme","text":"about them"},
{"id":"i6","at":"2026-07-05","with":["bo"],"text":"not theirs"}
]}
)";

Handoff handoff_to(const char* who, Period period, std::vector<HandoffPart> omitted = {}) {
  const Book book = Book::strict(kBook, "book.json");
  return handoff_report(book, {who, period, std::move(omitted)}, morning_of(kMonday));
}

Period period(const char* first, const char* last) { return {*day_from(first), *day_from(last)}; }

/// `Acme 2026-08-15..2026-08-21; `: whom they cover, and when.
std::string covered(const Handoff& handoff) {
  std::string text;
  for (const HandoffClient& client : handoff.clients) {
    text += client.contact.name;
    for (const HandoffDays& each : client.days) {
      text += " " + to_string(each.days.first) + ".." + to_string(each.days.last);
    }
    text += "; ";
  }
  return text;
}

template <typename Record>
std::string ids(const std::vector<Record>& records) {
  std::string text;
  for (const Record& record : records) text += record.id + " ";
  return text;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a handoff has the clients for whom somebody is the first to be called, on those days") {
  const Period weeks = period("2026-08-10", "2026-08-21");
  CHECK(covered(handoff_to("ana", weeks)) == "Acme 2026-08-10..2026-08-14; ");
  CHECK(covered(handoff_to("bo", weeks)) ==
        "Acme 2026-08-15..2026-08-21; Kite 2026-08-10..2026-08-21; ");
  CHECK(covered(handoff_to("bo", period("2026-08-08", "2026-08-16"))) ==
        "Acme 2026-08-08..2026-08-09 2026-08-15..2026-08-16; Kite 2026-08-08..2026-08-16; ");
  CHECK(covered(handoff_to("cem", weeks)).empty());
}

TEST_CASE(
    "it has the people, what matters, promises due, who waits, the last talks and who is next") {
  const Handoff handoff = handoff_to("ana", period("2026-08-10", "2026-08-21"));
  REQUIRE(handoff.clients.size() == 1);
  const HandoffClient& client = handoff.clients.front();
  CHECK(client.owner_name == "Jan");
  CHECK(ids(client.people) == "pat ");
  CHECK(ids(client.promises) == "p4 p1 ");
  CHECK(ids(client.talks) == "i5 i3 i2 i1 ");
  REQUIRE(client.waiting.size() == 1);
  CHECK(client.waiting.front().id == "i1");
  REQUIRE(client.heard.size() == 2);
  CHECK(client.heard.back().heard.text == "one page");
  REQUIRE(client.next.size() == 1);
  CHECK(client.next.front().next->who == "bo");
}

TEST_CASE("whom to ask instead is said by days, and so is that nobody else is there") {
  std::string text = kBook;
  const std::string bo = R"("name":"Bo","phone":["1"],)";
  text.replace(text.find(bo), bo.size(),
               bo + R"("away":[{"from":"2026-08-12","to":"2026-08-12"}],)");
  const Book book = Book::strict(text, "book.json");
  const Handoff handoff =
      handoff_report(book, {"ana", period("2026-08-10", "2026-08-21"), {}}, morning_of(kMonday));
  CHECK(has(render_text(to_document(handoff), {}),
            "  if you can't  Mon 2026-08-10 to Tue 2026-08-11: Bo, 1\n"
            "                Wed 2026-08-12: NOBODY\n"
            "                Thu 2026-08-13 to Fri 2026-08-14: Bo, 1\n"));
}

TEST_CASE("who is called between and after the days of the stand-in is said by days") {
  std::string text = kBook;
  const auto put = [&](const std::string& old, const std::string& now) {
    REQUIRE(text.find(old) != std::string::npos);
    text.replace(text.find(old), old.size(), now);
  };
  put(R"("name":"Bo",)", R"("name":"Bo","away":[{"from":"2026-08-15","to":"2026-08-15"}],)");
  const Book book = Book::strict(text, "book.json");
  const Handoff handoff =
      handoff_report(book, {"bo", period("2026-08-08", "2026-08-18"), {}}, morning_of(kMonday));
  const std::string page = render_text(to_document(handoff), {});
  CAPTURE(page);
  CHECK(has(page,
            "  then          Ana, from Mon 2026-08-10 to Fri 2026-08-14\n"
            "                NOBODY, on Sat 2026-08-15\n"
            "                you, from Wed 2026-08-19 to Fri 2026-08-21\n"
            "                back to Jan on Sat 2026-08-22\n"));
}

TEST_CASE("a page says nothing that a stand-in does not need, and leaves out what is omitted") {
  const Period weeks = period("2026-08-10", "2026-08-21");
  const std::string page = render_text(to_document(handoff_to("ana", weeks)), {});
  for (const char* there : {"Jan's client", "keys with Pat", "back to Jan on Sat 2026-08-22",
                            "Pat, CTO, 3", "no Fridays", "if you can't  Bo, 1", "plan", "third"}) {
    CHECK_MESSAGE(has(page, there), there);
  }
  for (const char* not_there :
       {"owes", "4711", "stale", "not theirs", "too late", "Gone", "a note"}) {
    CHECK_MESSAGE(!has(page, not_there), not_there);
  }
  const Handoff bare = handoff_to("ana", weeks,
                                  {HandoffPart::people, HandoffPart::heard, HandoffPart::promises,
                                   HandoffPart::talks, HandoffPart::ask});
  CHECK(render_text(to_document(bare), {}) ==
        "Handoff to Ana  Mon 2026-08-10 to Fri 2026-08-21\n"
        "\n"
        "Acme  Jan's client\n"
        "  you cover  Mon 2026-08-10 to Fri 2026-08-14\n"
        "  then       Bo, 1, from Sat 2026-08-15 to Fri 2026-08-21\n"
        "             back to Jan on Sat 2026-08-22\n"
        "  owner      Jan\n"
        "  terms      keys with Pat\n"
        "\n"
        "  ! they have not been told whom to call\n");
}

TEST_CASE("the next absence is the one that is running, else the first to come") {
  const Book book = Book::strict(kBook, "book.json");
  const auto next = [&](const char* day) { return next_absence_of_mine(book, *day_from(day)); };
  CHECK(next("2026-07-09") == period("2026-07-01", "2026-07-09"));
  CHECK(next("2026-07-10") == period("2026-08-10", "2026-08-21"));
  CHECK(next("2026-08-22") == period("2026-10-01", "2027-10-01"));
  CHECK(next("2026-10-11") == period("2026-10-01", "2027-10-11"));
}
