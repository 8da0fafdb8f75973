#include "stead/packet.h"

#include "examples.h"
#include "exchange/packet_fields.h"
#include "harness.h"
#include "stead/check.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace stead;
using stead::test::contents_of;
using stead::test::Harness;
using stead::test::packet_of_bo;
using stead::test::Result;
using stead::test::small_practice;
using Replacements = std::vector<std::pair<std::string, std::string>>;

const std::string kTo = "2026-08-03";
const std::string kBack = "2026-08-24";

/// A text with one thing in it replaced.
std::string with(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  REQUIRE_MESSAGE(at != std::string::npos, old);
  return text.replace(at, old.size(), now);
}

Packet read(const std::string& text) { return read_packet(text, "p.json"); }

/// The book after a packet was taken in.
std::string received(const std::string& packet, const std::string& book,
                     const std::string& on = kTo) {
  const Book before = Book::strict(book, "book.json");
  Edits edits(before, [state = std::uint64_t{5}]() mutable {
    return state = state * 6364136223846793005U + 1442695040888963407U;
  });
  packet_changes(read(packet), edits, *day_from(on));
  const std::string after = with_changes(before, edits.changes()).joined();
  CHECK(check(after, "book.json").faults() == 0);
  return after;
}

/// Why a packet is not taken into a book; empty where it is.
std::string refusal_of(const std::string& packet, const std::string& book = small_practice(),
                       const std::string& on = kTo) {
  try {
    received(packet, book, on);
  } catch (const Error& error) {
    CHECK(error.status() == Status::usage);
    CHECK(!error.hint().empty());
    return error.what();
  }
  return "";
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// What Sam gives back to Jan, whose book is the small practice.
std::string back_of_sam() {
  return R"({
"stead_packet": 1,
"way": "back",
"sender": {"book":"s4m4s4m4s4m4","name":"Sam Ortiz","as":"sam-ortiz"},
"receiver": {"id":"jan-hale","name":"Jan Hale","book":"q3n8c5x2v6ra"},
"period": {"from":"2026-08-10","to":"2026-08-21"},
"contacts": [
{"id":"acme-dental","name":"Acme Dental","kind":"org","origin":{"book":"q3n8c5x2v6ra","id":"acme"}},
{"id":"ana","name":"Ana","org":"acme-dental","heard":[{"text":"short mails","on":"2026-08-12"}],"origin":{"book":"q3n8c5x2v6ra","id":"a-ruiz"}},
{"id":"jo-park","name":"Jo Park","org":"acme-dental","phone":["+1 9"]}
],
"promises": [
{"id":"k7q2wd4","by":"me","to":"ana","for":"acme-dental","text":"migration estimate","made":"2026-07-20","due":"2026-08-20","told":[{"on":"2026-08-12","text":"later","due_was":"2026-07-31","due":"2026-08-20"}],"status":"kept","closed":"2026-08-13"}
],
"interactions": [
{"id":"d4d4d4d4","at":"2026-08-12T10:00+02:00","with":["ana","jo-park"],"for":"acme-dental","via":"visit","text":"mended it"}
]
}
)";
}

}  // namespace

TEST_CASE("what is written as a packet reads as the same packet") {
  for (const std::string& text : {packet_of_bo(), back_of_sam()}) {
    const Packet packet = read(text);
    CHECK(write_packet(packet) == text);
    CHECK(read(write_packet(packet)) == packet);
    CHECK(begins_as_packet(text));
  }
  CHECK(!begins_as_packet(small_practice()));
}

TEST_CASE(
    "a packet brings clients of the sender, covered by me, and changes nobody but the sender") {
  const std::string after = received(packet_of_bo(), small_practice());
  CHECK(has(after,
            R"({"id":"kestrel-labs","name":"Kestrel Labs","kind":"org","tags":["client"],)"
            R"("client_of":"bo-lind","cover":[{"by":"me","from":"2026-09-01",)"
            R"("to":"2026-09-12","agreed":"2026-08-03","briefed":"2026-08-03"}],)"
            R"("heard":[{"text":"no calls before ten","on":"2026-05-04"}],)"
            R"("origin":{"book":"t5h2k9w3m7qa","id":"kestrel","as":"jan-hale","said":{"name":)"));
  CHECK(has(after,
            R"({"id":"mia-berg","name":"Mia Berg","org":"kestrel-labs","title":"COO",)"
            R"("phone":["+47 22 1"],)"
            R"("origin":{"book":"t5h2k9w3m7qa","id":"mia","as":"jan-hale","said":{)"
            R"("name":"Mia Berg","org":"kestrel-labs","title":"COO","phone":["+47 22 1"]}}})"));
  CHECK(has(after, R"({"id":"w5b7rdq","by":"me","to":"mia-berg","for":"kestrel-labs")"));
  CHECK(has(after, R"("via":"call","by":"bo-lind","text":"went through the licences"})"));
  // Of what was there, one record has become longer by where it comes from.
  const std::string origin = R"(,"origin":{"book":"t5h2k9w3m7qa","id":"me","as":"jan-hale"})";
  const Book before = Book::strict(after, "book.json");
  const std::string bo(before.record(Collection::contacts, *before.find_contact("bo-lind")));
  CHECK(has(small_practice(), with(bo, origin, "")));
  CHECK(received(packet_of_bo(), after) == after);
}

TEST_CASE("nobody is matched by name but the sender, by a whole name or an e-mail that one has") {
  std::string packet = with(packet_of_bo(), R"("name":"Mia Berg")", R"("name":"Ana Ruiz")");
  packet = with(packet, R"("name":"Kestrel Labs")", R"("name":"Acme Dental")");
  const std::string after = received(packet, small_practice());
  CHECK(has(after, R"({"id":"acme-dental","name":"Acme Dental")"));
  CHECK(has(after, R"({"id":"ana-ruiz-2","name":"Ana Ruiz","org":"acme-dental")"));

  const std::string by_mail = received(with(packet_of_bo(), R"("name":"Bo Lind","email":["bo@)",
                                            R"("name":"B. Lind","email":["JO@)"),
                                       small_practice());
  CHECK(has(by_mail, R"("client_of":"jo-park")"));
  const std::string is_new =
      received(with(packet_of_bo(), R"("name":"Bo Lind")", R"("name":"Bo")"), small_practice());
  CHECK(has(is_new, R"({"id":"bo","name":"Bo","email":["bo@example.org"],"tags":["colleague"],)"
                    R"("origin":{"book":"t5h2k9w3m7qa","id":"me","as":"jan-hale"}})"));
  // Two of the name, and nobody can tell.
  const std::string two =
      with(small_practice(), R"({"id":"borealis")",
           "{\"id\":\"bo-lind-2\",\"name\":\"Bo Lind\"},\n{\"id\":\"borealis\"");
  CHECK(has(received(packet_of_bo(), two), R"("client_of":"bo-lind-3")"));
  // One who owns another book is somebody else.
  const std::string other =
      with(small_practice(), R"({"id":"bo-lind","name":"Bo Lind",)",
           R"({"id":"bo-lind","name":"Bo Lind","origin":{"book":"o","id":"me"},)");
  CHECK(has(received(packet_of_bo(), other), R"("client_of":"bo-lind-2")"));
}

TEST_CASE("a later packet brings up to date what it brought, and what was written here stays") {
  const std::string first = with(received(packet_of_bo(), small_practice()), R"("title":"COO",)",
                                 R"("title":"the boss",)");
  std::string later =
      with(packet_of_bo(), R"("title":"COO")", R"("title":"head of IT","place":"Bergen")");
  later = with(later, R"("phone":["+47 22 1"])", R"("phone":["+47 9"])");
  later = with(later, R"("due":"2026-09-04"})",
               R"("due":"2026-09-07","told":[{"on":"2026-08-03","text":"later",)"
               R"("due_was":"2026-09-04","due":"2026-09-07"}]})");
  const std::string after = received(later, first);
  CHECK(has(after, R"("title":"the boss","phone":["+47 9"],"place":"Bergen")"));
  CHECK(has(after, R"("due":"2026-09-07","told":[{"on":"2026-08-03","text":"later")"));
  CHECK(received(later, after) == after);

  const Book book = Book::strict(first, "book.json");
  Edits edits(book, [] { return std::uint64_t{1}; });
  CHECK(packet_changes(read(later), edits, *day_from(kTo)).stays ==
        std::vector<std::string>{"Mia Berg: title stays in your book as it is"});
}

TEST_CASE("what the owner took back since an earlier packet goes") {
  const std::string first = received(packet_of_bo(), small_practice());
  const std::string later = with(packet_of_bo(), R"("title":"COO",)", "");
  const std::string after = received(later, first);
  CHECK(has(first, R"("title":"COO")"));
  CHECK(!has(after, R"("title":"COO")"));
  CHECK(received(later, after) == after);
}

TEST_CASE("a packet that was made before the last one of its sender is refused") {
  const auto made = [](const std::string& when, const std::string& phone) {
    const std::string packet =
        with(packet_of_bo(), "\"sender\"", "\"made\": \"" + when + "\",\n\"sender\"");
    return with(packet, "+47 22 1", phone);
  };
  const std::string first = made("2026-08-03T09:00+02:00", "+47 22 1");
  const std::string later = made("2026-08-03T08:30+00:00", "+47 9");
  CHECK(write_packet(read(first)) == first);
  const std::string before = received(first, small_practice());
  CHECK(has(before, R"("as":"jan-hale","made":"2026-08-03T09:00+02:00"}})"));
  const std::string after = received(later, before);
  CHECK(has(after, "+47 9"));
  CHECK(!has(after, "+47 22 1"));
  CHECK(received(later, after) == after);
  CHECK(refusal_of(first, after) ==
        "the packet is older than the last one from Bo Lind: made 2026-08-03T09:00+02:00, that one "
        "2026-08-03T08:30+00:00");
  CHECK(refusal_of(made("2026-08-05T09:00+02:00", "1")) ==
        "the packet was made on 2026-08-05, a day that is still to come");
  CHECK_THROWS_WITH_AS(read(made("2026-08-03", "1")),
                       "'made' has a day and no time of day, so it is no instant", Error);
  Harness stead(small_practice());
  CHECK(has(stead.run("handoff sam --packet - --now 2026-08-03T10:15").out,
            "\"made\": \"2026-08-03T10:15+02:00\","));
}

TEST_CASE("an absence that was moved since an earlier packet goes") {
  const auto packet = [](const std::string& away) {
    return with(packet_of_bo(), "},\n\"receiver\"", R"(,"away":[)" + away + "]},\n\"receiver\"");
  };
  const std::string none = with(
      small_practice(), R"("away":[{"from":"2026-09-01","to":"2026-09-12","why":"leave"}],)", "");
  const std::string first = received(packet(R"({"from":"2026-09-02","to":"2026-09-05"})"), none);
  const std::string after = received(packet(R"({"from":"2026-09-04","to":"2026-09-06"})"), first);
  CHECK(has(after, R"("away":[{"from":"2026-09-04","to":"2026-09-06"}])"));
  CHECK(!has(after, R"({"from":"2026-09-02","to":"2026-09-05"})"));
}

TEST_CASE("the next promise of a series that was released here does not come back") {
  const std::string report =
      R"({"id":"r2p2r2p","by":"me","to":"acme","text":"monthly report","made":"2026-07-01",)"
      R"("due":"2026-08-09","every":"1mon","first_due":"2026-08-09","status":"released",)"
      R"("closed":"2026-08-11"})";
  const std::string mine =
      with(small_practice(), "\n],\n\"interactions\"", ",\n" + report + "\n],\n\"interactions\"");
  const std::string kept =
      with(with(report, R"("to":"acme")", R"("to":"acme-dental")"), "released", "kept");
  const std::string next =
      R"({"id":"sssssss","by":"me","to":"acme-dental","text":"monthly report","made":"2026-08-12",)"
      R"("due":"2026-09-09","every":"1mon","first_due":"2026-08-09","after":"r2p2r2p"})";
  const std::string back = with(back_of_sam(), "\n],\n\"interactions\"",
                                ",\n" + kept + ",\n" + next + "\n],\n\"interactions\"");
  CHECK(!has(received(back, mine, kBack), "sssssss"));
  CHECK(has(received(back, with(mine, "released", "kept"), kBack), "sssssss"));
}

TEST_CASE("a series that its owner released ends here too, where one of it was kept meanwhile") {
  const std::string series =
      R"("by":"me","to":"mia","for":"kestrel","text":"report","made":"2026-07-27",)"
      R"("due":"2026-09-04","every":"1mon","first_due":"2026-09-04")";
  const std::string out = with(packet_of_bo(), "\n],\n\"interactions\"",
                               ",\n{\"id\":\"s7s7s7s\"," + series + "}\n],\n\"interactions\"");
  const std::string here =
      with(series, R"("to":"mia","for":"kestrel")", R"("to":"mia-berg","for":"kestrel-labs")");
  const std::string kept = with(
      received(out, small_practice()), "{\"id\":\"s7s7s7s\"," + here + "}",
      "{\"id\":\"s7s7s7s\"," + here + R"(,"status":"kept","closed":"2026-08-05"},)" +
          "\n{\"id\":\"t8t8t8t\"," + with(here, R"("due":"2026-09-04")", R"("due":"2026-10-04")") +
          R"(,"after":"s7s7s7s"})");
  const std::string released = with(packet_of_bo(), "\"contacts\": [",
                                    R"("closed": [{"id":"s7s7s7s","status":"released",)"
                                    R"("closed":"2026-08-04"}],)"
                                    "\n\"contacts\": [");
  const std::string after = received(released, kept);
  CHECK(has(after, R"("after":"s7s7s7s","status":"released","closed":"2026-08-04"})"));
  CHECK(has(after, R"("status":"kept","closed":"2026-08-05"})"));
  CHECK(received(released, after) == after);
}

TEST_CASE("a later packet closes what its owner has closed, and nothing else") {
  const std::string first = received(packet_of_bo(), small_practice());
  const std::string closed = R"("closed": [{"id":"w5b7rdq","status":"kept","closed":"2026-08-04"},)"
                             R"({"id":"k7q2wd4","status":"kept","closed":"2026-08-04"},)"
                             R"({"id":"unknown1","status":"released","closed":"2026-08-04"}],)"
                             "\n\"contacts\": [";
  const std::string later = with(packet_of_bo(), "\"contacts\": [", closed);
  CHECK(write_packet(read(later)) == later);
  const std::string after = received(later, first);
  CHECK(has(after, R"("due":"2026-09-04","status":"kept","closed":"2026-08-04",)"
                   R"("done_by":"bo-lind"})"));
  const Book book = Book::strict(after, "book.json");
  CHECK(book.promise(*book.find(Collection::promises, "k7q2wd4")).is_open());
  CHECK(received(later, after) == after);
  CHECK(has(refusal_of(with(back_of_sam(), "\"contacts\": [", closed)), "has 'closed'"));
}

TEST_CASE("a packet notes when its sender is away, once") {
  const auto packet = [](const std::string& away) {
    return with(packet_of_bo(), "},\n\"receiver\"", R"(,"away":[)" + away + "]},\n\"receiver\"");
  };
  // Bo's leave is known, as a whole and with its reason.
  const std::string known = R"({"from":"2026-09-02","to":"2026-09-05"})";
  CHECK(has(received(packet(known), small_practice()),
            R"("away":[{"from":"2026-09-01","to":"2026-09-12","why":"leave"}])"));
  const std::string none = with(
      small_practice(), R"("away":[{"from":"2026-09-01","to":"2026-09-12","why":"leave"}],)", "");
  const std::string first = received(packet(known), none);
  CHECK(has(first, R"("away":[{"from":"2026-09-02","to":"2026-09-05"}])"));
  CHECK(received(packet(known), first) == first);
  CHECK(refusal_of(packet(R"({"from":"2026-08-08","to":"2026-09-10"})")) != "");
  CHECK(refusal_of(packet(R"({"from":"2026-09-08"})")) != "");
}

TEST_CASE("a promise that repeats and that both sides kept goes on once") {
  const std::string report =
      R"({"id":"r2p2r2p","by":"me","to":"acme","text":"monthly report","made":"2026-07-01",)"
      R"("due":"2026-08-09","every":"1mon","first_due":"2026-08-09","status":"kept",)"
      R"("closed":"2026-08-12"})";
  const auto next = [](const std::string& id, const std::string& made, const std::string& to) {
    return R"({"id":")" + id + R"(","by":"me","to":")" + to +
           R"(","text":"monthly report","made":")" + made +
           R"(","due":"2026-09-09","every":"1mon","first_due":"2026-08-09","after":"r2p2r2p"})";
  };
  const std::string mine = with(
      small_practice(), "\n],\n\"interactions\"",
      ",\n" + report + ",\n" + next("mmmmmmm", "2026-08-13", "acme") + "\n],\n\"interactions\"");
  const std::string theirs = with(report, R"("to":"acme")", R"("to":"acme-dental")");
  const std::string back =
      with(back_of_sam(), "\n],\n\"interactions\"",
           ",\n" + theirs + ",\n" + next("sssssss", "2026-08-12", "acme-dental") +
               "\n],\n\"interactions\"");
  const std::string after = received(back, mine, kBack);
  CHECK(has(after, "mmmmmmm"));
  CHECK(!has(after, "sssssss"));
  CHECK(received(back, after, kBack) == after);
  // Told about theirs is told about mine, and what follows theirs follows mine.
  const std::string told =
      with(back, R"("after":"r2p2r2p"})",
           R"("after":"r2p2r2p","told":[{"on":"2026-08-14","text":"on the way"}]})");
  CHECK(has(received(told, after, kBack),
            R"("after":"r2p2r2p","told":[{"on":"2026-08-14","text":"on the way"}]})"));
}

TEST_CASE("a packet with very many of everything is taken in like any other") {
  constexpr int kMany = 5000;
  Packet packet = read(packet_of_bo());
  const std::string client = packet.contacts.front().id;
  const Cover cover = packet.contacts.front().cover.front();
  Promise& promise = packet.promises.front();
  for (int i = 0; i < kMany; ++i) {
    const std::string number = std::to_string(i);
    Contact person{.id = "p" + number, .name = "P", .org = client};
    Interaction talk{.id = "talk" + number, .at = {*day_from(kTo), {}}, .text = "a talk"};
    talk.with = {client, person.id};
    packet.contacts.push_back(person);
    packet.interactions.push_back(talk);
    packet.contacts.front().heard.push_back({.text = number, .on = day_from(kTo)});
    packet.contacts.front().cover.push_back(cover);
    packet.contacts.front().cover.back().scope = {"w" + number};
    packet.contacts.front().phone.push_back(number);
    promise.told.push_back({.on = {*day_from(kTo), {}}, .text = number});
    promise.parts.push_back({.on = {*day_from(kTo), {}}, .text = number});
  }
  const std::string text = write_packet(packet);
  const std::string after = received(text, small_practice());
  const Book book = Book::strict(after, "book.json");
  CHECK(book.contact("kestrel-labs")->cover.size() == kMany + 1);
  CHECK(book.contact("kestrel-labs")->heard.size() == kMany + 1);
  CHECK(book.contact("p-" + std::to_string(kMany)) != nullptr);
  CHECK(received(text, after) == after);
}

TEST_CASE("what comes back is merged in and says who did it") {
  const std::string after = received(back_of_sam(), small_practice(), kBack);
  CHECK(has(after, R"("due":"2026-08-20","told":[{"on":"2026-08-12","text":"later",)"
                   R"("due_was":"2026-07-31","due":"2026-08-20"}],"status":"kept",)"
                   R"("closed":"2026-08-13","done_by":"sam-ortiz"})"));
  CHECK(has(after, R"({"id":"d4d4d4d4","at":"2026-08-12T10:00+02:00","with":["ana-ruiz",)"
                   R"("jo-park-2"],"for":"acme","via":"visit","by":"sam-ortiz",)"
                   R"("text":"mended it"})"));
  CHECK(has(after, R"({"id":"jo-park-2","name":"Jo Park","org":"acme","phone":["+1 9"],)"
                   R"("origin":{"book":"s4m4s4m4s4m4","id":"jo-park"}})"));
  CHECK(has(after, R"("origin":{"book":"s4m4s4m4s4m4","id":"me","as":"jan-hale"})"));
  CHECK(has(after, R"({"text":"short mails","on":"2026-08-12"})"));
  CHECK(received(back_of_sam(), after, kBack) == after);
}

TEST_CASE(
    "a packet for somebody of another name, or from one, is refused until they are known as one") {
  const std::string for_sam = with(packet_of_bo(), R"("name":"Jan Hale"})", R"("name":"Sam O"})");
  CHECK(refusal_of(for_sam) == "the packet is for Sam O, and this is the book of Jan Hale");
  CHECK(refusal_of(with(packet_of_bo(), R"("name":"Jan Hale"})", R"("name":"JAN HALE"})")).empty());
  Harness stead(small_practice());
  CHECK(has(stead.run("receive - --yes", for_sam).err,
            "hint: if that is you all the same: stead set me --alias \"Sam O\"\n"));
  CHECK(stead.run("set me --alias 'Sam O'").status == 0);
  CHECK(stead.run("receive - --yes", for_sam).status == 0);

  const std::string of_bo = with(back_of_sam(), R"("name":"Sam Ortiz")", R"("name":"B. Lind")");
  CHECK(refusal_of(of_bo, small_practice(), kBack) ==
        "the packet is from B. Lind, and whom it was made for is Sam Ortiz");
  CHECK(has(stead.run("receive - --yes --now 2026-08-24", of_bo).err,
            "hint: if the two are one: stead set sam-ortiz --alias \"B. Lind\"\n"));
  CHECK(stead.run("set sam --alias 'B. Lind'").status == 0);
  CHECK(stead.run("receive - --yes --now 2026-08-24", of_bo).status == 0);
}

TEST_CASE("a later packet takes back what an earlier one brought of cover in its period") {
  const auto packet = [](const std::string& minute, const std::string& from,
                         const std::string& to) {
    std::string text = with(packet_of_bo(), "\"sender\"",
                            "\"made\": \"2026-08-03T09:" + minute + "+02:00\",\n\"sender\"");
    return with(text, R"("from":"2026-09-01","to":"2026-09-12","agreed")",
                "\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"agreed\"");
  };
  const auto cover_in = [](const std::string& text) {
    const Book book = Book::strict(text, "book.json");
    std::vector<std::string> days;
    for (const Cover& each : book.contact("kestrel-labs")->cover) {
      days.push_back(to_string(*each.from) + ' ' + to_string(*each.to));
    }
    return days;
  };
  using Texts = std::vector<std::string>;
  const std::string first = received(packet("00", "2026-09-01", "2026-09-12"), small_practice());
  CHECK(cover_in(first) == Texts{"2026-09-01 2026-09-12"});
  const std::string later = packet("01", "2026-09-07", "2026-09-12");
  const std::string after = received(later, first);
  CHECK(cover_in(after) == Texts{"2026-09-07 2026-09-12"});
  CHECK(received(later, after) == after);
  // What is over was covered; outside of the period it says for which days it is as it was.
  CHECK(cover_in(received(later, first, "2026-09-03")) ==
        Texts{"2026-09-01 2026-09-02", "2026-09-07 2026-09-12"});
  const std::string week = with(packet("01", "2026-09-07", "2026-09-08"),
                                R"("period": {"from":"2026-09-01","to":"2026-09-12"})",
                                R"("period": {"from":"2026-09-07","to":"2026-09-10"})");
  CHECK(cover_in(received(week, first)) == Texts{"2026-09-07 2026-09-08"});
  const std::string still = with(week, "\"contacts\": [",
                                 R"("still": [{"client":"kestrel","from":"2026-09-03",)"
                                 R"("to":"2026-09-06"},{"client":"kestrel","from":"2026-09-12"}],)"
                                 "\n\"contacts\": [");
  CHECK(write_packet(read(still)) == still);
  CHECK(cover_in(received(still, first)) ==
        Texts{"2026-09-03 2026-09-06", "2026-09-12 2026-09-12", "2026-09-07 2026-09-08"});
  // What was changed here is not theirs any more.
  const std::string mine = with(first, R"("briefed":"2026-08-03")", R"("briefed":"2026-08-02")");
  CHECK(cover_in(received(later, mine)) == Texts{"2026-09-01 2026-09-12", "2026-09-07 2026-09-12"});
}

TEST_CASE("a client that a later packet does not have is no longer covered, and the echo says so") {
  Harness stead(small_practice());
  const std::string second = R"({"id":"zeta","name":"Zeta","kind":"org","tags":["client"],"cover":)"
                             R"([{"by":"jan-hale","from":"2026-09-03","to":"2026-09-04"}]},)";
  const std::string both =
      with(with(packet_of_bo(), "\"sender\"", "\"made\": \"2026-08-03T09:00+02:00\",\n\"sender\""),
           R"({"id":"mia")", second + "\n" + R"({"id":"mia")");
  const Result agreed = stead.run("receive - --yes", both);
  std::string said = agreed.out;
  std::ranges::replace(said, '\n', ' ');
  CHECK(has(said, "You cover Kestrel Labs for Bo Lind, from Tue 2026-09-01 to Sat 2026-09-12. "));
  CHECK(has(said,
            "You cover Zeta for Bo Lind, from Thu 2026-09-03 to Fri 2026-09-04: that is your yes; "
            "tell Bo Lind. "));
  const std::string one = with(with(both, "09:00", "09:30"), second + "\n", "");
  CHECK(has(stead.run("receive -", one).err, "; on fewer days than before: Zeta?"));
  const Result less = stead.run("receive - --yes", one);
  CHECK(has(less.out,
            "You no longer cover Zeta for Bo Lind, from Thu 2026-09-03 to Fri 2026-09-04.\n"));
  CHECK(!has(less.out, "your yes"));
  CHECK(stead.run("receive -", one).out == "Nothing in standard input is new.\n");
}

TEST_CASE("a hostile packet for a stand-in is refused and says why") {
  const std::string interaction = R"({"id":"g8n2c4xz","at":"2026-07-28",)";
  const Replacements hostile{
      {R"("stead_packet": 1)", R"("stead_packet": 2)"},
      {R"("way": "out")", R"("way": "up")"},
      {R"("book":"t5h2k9w3m7qa")", R"("book":"q3n8c5x2v6ra")"},
      {R"("name":"Jan Hale"})", R"("name":"Jan Hale","book":"another"})"},
      {R"("name":"Bo Lind")", R"("name":" ")"},
      {R"("to":"2026-09-12"})", R"("to":"2026-08-12"})"},
      {R"("name":"Mia Berg")", R"("name":"\u001b[31mMia")"},
      {R"("name":"Mia Berg")", "\"name\":\"\u009b31mMia\""},
      {R"({"id":"mia",)", R"({"id":"me",)"},
      {R"({"id":"mia",)", R"({"id":"kestrel",)"},
      {R"("title":"COO")", R"("rules":[{"tag":"client","every":"1w"}])"},
      {R"("title":"COO")", R"("client_of":"kestrel")"},
      {R"("title":"COO")", R"("tags":["vip"])"},
      {R"("title":"COO")", R"("tz":"../../etc")"},
      {R"("title":"COO")", R"("title":"C\nO")"},
      {R"("name":"Mia Berg")", R"("name":"Mia\nBerg")"},
      {R"("name":"Bo Lind")", R"("name":"Bo\nLind")"},
      {R"("name":"Mia Berg","org":"kestrel")", R"("name":"Mia Berg")"},
      {interaction, R"({"id":"g8n2c4xz","at":"2026-08-05",)"},
      {interaction, R"({"id":"g8n2c4xz","at":"9999-01-01",)"},
      {R"("title":"COO")", R"("custom":{"a":"b"})"},
      {R"("title":"COO")", R"("origin":{"book":"q3n8c5x2v6ra","id":"ana-ruiz"})"},
      {R"("title":"COO")", R"("origin":{"book":"elsewhere","id":"mia"})"},
      {R"("org":"kestrel")", R"("org":"acme")"},
      {R"("cover":[{"by":"jan-hale")", R"("cover":[{"by":"mia")"},
      {R"("to":"2026-09-12","agreed")", R"("to":"2026-12-31","agreed")"},
      {R"("by":"me","to":"mia")", R"("by":"mia","to":"mia")"},
      {R"("by":"me","to":"mia")", R"("by":"me","to":"ana-ruiz")"},
      {R"({"id":"w5b7rdq",)", R"({"id":"k7q2wd4",)"},
      {R"({"id":"w5b7rdq",)", R"({"id":"m3x8r7vd",)"},
      {R"("due":"2026-09-04")", R"("due":"2026-02-30")"},
      {R"("due":"2026-09-04")", R"("due":"2026-09-04","done_by":"mia")"},
      {interaction, R"({"id":"m3x8r7vd","at":"2026-07-28",)"},
      {interaction, R"({"id":"k7q2wd4","at":"2026-07-28",)"},
      {interaction, interaction + R"("deed":{"kind":"cover","dir":"gave"},)"},
      {R"("with":["mia"])", R"("with":["me"])"},
      {R"("with":["mia"])", R"("with":["ana-ruiz"])"},
      {R"("with":["mia"])", R"("with":[])"},
      {R"("with":["mia"])", R"("with":[""])"},
      {R"("via":"call")", R"("via":"call","by":"mia")"},
      {R"("promises": [)", R"("x-promises": [)"},
      {"}\n]\n}\n", "}\n]\n"},
  };
  for (const auto& each : hostile) {
    const auto& old = each.first;
    const auto& now = each.second;
    CAPTURE(now);
    CHECK(refusal_of(with(packet_of_bo(), old, now)) != "");
  }
  CHECK(refusal_of(std::string(200, '[')) != "");
  CHECK(refusal_of("") != "");
  CHECK(refusal_of(std::string(kLargestPacket + 1, ' ')) != "");
  CHECK(refusal_of(packet_of_bo()).empty());
}

TEST_CASE("a packet that was taken in gives its sender no hand on what is mine by now") {
  const std::string mine = with(received(packet_of_bo(), small_practice()),
                                R"("client_of":"bo-lind","cover")", R"("cover")");
  CHECK(has(refusal_of(packet_of_bo(), mine), "is of a client of yours in your book"));
}

TEST_CASE("what comes back may concern nobody but the clients that were covered then") {
  const std::string covered = R"("cover":[{"by":"sam-ortiz","agreed":"2026-05-02",)"
                              R"("briefed":"2026-05-10","scope":["network"]},)";
  CHECK(has(refusal_of(back_of_sam(), with(small_practice(), covered, R"("cover":[)"), kBack),
            "the contact 'Acme Dental' of the packet is not of a client that Sam Ortiz covers"));
  const Replacements hostile{
      {R"("id":"acme"})", R"("id":"delta-gmbh"})"},
      {R"("id":"a-ruiz"})", R"("id":"bo-lind"})"},
      {R"("id":"a-ruiz"})", R"("id":"me"})"},
      {R"("id":"a-ruiz"})", R"("id":"nobody"})"},
      {R"("book":"q3n8c5x2v6ra"})", R"("book":"another"})"},
      {R"("name":"Jo Park","org":"acme-dental")", R"("name":"Jo Park")"},
      {R"("name":"Jo Park","org":"acme-dental")", R"("name":"Jo Park","org":"ana")"},
      {R"({"id":"k7q2wd4","by":"me","to":"ana")", R"({"id":"v3x9pqa","by":"me","to":"ana")"},
      {R"({"id":"k7q2wd4","by":"me","to":"ana")", R"({"id":"k7q2wd4","by":"ana","to":"me")"},
      {R"({"id":"d4d4d4d4")", R"({"id":"p6d3h8wc")"},
      {R"("at":"2026-08-12T10:00+02:00")", R"("at":"2026-08-22")"},
      {R"("via":"visit")", R"("via":"visit","by":"jan-hale")"},
      {R"("sender": {"book":"s4m4s4m4s4m4")", R"("sender": {"book":"q3n8c5x2v6ra")"},
  };
  for (const auto& each : hostile) {
    const auto& old = each.first;
    const auto& now = each.second;
    CAPTURE(now);
    CHECK(refusal_of(with(back_of_sam(), old, now), small_practice(), kBack) != "");
  }
  CHECK(refusal_of(back_of_sam(), small_practice(), kBack).empty());
}

TEST_CASE("receive asks first, writes nothing where it is refused, and shows no control signs") {
  Harness stead(small_practice());
  const std::string file = (stead.folder() / "p.json").string();
  const auto write = [&](const std::string& text) { std::ofstream(file) << text; };
  write(packet_of_bo());
  CHECK(stead.run("receive " + file).status == 2);
  CHECK(stead.run_on_terminal("receive " + file, "n\n").out == "Nothing was taken in.\n");
  CHECK(stead.run("receive -n " + file).status == 0);
  CHECK(stead.book() == small_practice());
  CHECK(stead.run_on_terminal("receive " + file, "y\n").status == 0);
  CHECK(stead.run("undo").status == 0);
  CHECK(stead.book() == small_practice());
  CHECK(stead.run("receive - --yes", packet_of_bo()).status == 0);

  write(with(packet_of_bo(), R"("id":"w5b7rdq")", R"("id":"w5\u001b]0;x\u0007")"));
  const Result result = stead.run("receive --yes " + file);
  CHECK(result.status == 2);
  CHECK(!has(result.err, "\x1b"));
  CHECK(has(result.err, "p.json:"));
}

TEST_CASE("a packet is a file of its owner's alone, and replaces nothing but a packet") {
  Harness stead(small_practice());
  const std::filesystem::path file = stead.folder() / "sam.json";
  const std::string line = "handoff sam --packet " + file.string();
  CHECK(stead.run(line + " -n").status == 0);
  CHECK(!std::filesystem::exists(file));
  CHECK(stead.run(line).status == 0);
  CHECK(std::filesystem::status(file).permissions() ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  CHECK(stead.run("handoff sam --packet -").out == contents_of(file));
  CHECK(stead.run(line + " --omit talks,ask").status == 0);
  CHECK(!has(contents_of(file), "DNS"));
  CHECK(!has(contents_of(file), "if you can't"));
  CHECK(stead.book() == small_practice());

  std::ofstream(file) << "a text\n";
  CHECK(stead.run(line).status == 2);
  CHECK(contents_of(file) == "a text\n");
  CHECK(stead.run("handoff sam --packet " + stead.folder().string()).status == 2);
  CHECK(stead.run("handoff sam --packet /dev/null").status == 2);
  CHECK(stead.run("handoff sam --packet " + (file / "x").string()).status == 4);
  std::filesystem::remove(file);
  std::filesystem::create_symlink("target.json", file);
  CHECK(stead.run(line).status == 0);
  CHECK(std::filesystem::is_symlink(file));
  CHECK(begins_as_packet(contents_of(stead.folder() / "target.json")));
}

TEST_CASE("a book without a name gets one with the first packet") {
  Harness stead(with(small_practice(), R"("book":"q3n8c5x2v6ra",)", ""));
  CHECK(stead.run("handoff sam").status == 0);
  CHECK(!has(stead.book(), "\"book\""));
  const Result result = stead.run("handoff sam --packet -");
  CHECK(has(result.err, "your book had no name of its own"));
  const Packet packet = read(result.out);
  CHECK(has(stead.book(), "\"book\":\"" + packet.sender.book + "\""));
  CHECK(read(stead.run("handoff sam --packet -").out) == packet);
}

TEST_CASE("a handoff that cannot be says what to do") {
  Harness stead(small_practice());
  CHECK(has(stead.run("handoff bo").err, "Sam Ortiz comes before Bo Lind for Acme Dental, from"));
  CHECK(has(stead.run("handoff bo").err,
            "hint: have they agreed? stead cover acme bo-lind --agreed"));
  CHECK(has(stead.run("handoff 'jo park'").err, "hint: arrange it: stead cover CLIENT jo-park"));
  CHECK(has(stead.run("handoff me").err, "not for you"));
  CHECK(has(stead.run("handoff").err, "stead handoff WHO"));
  CHECK(has(stead.run("handoff sam --omit tlks").err, "did you mean 'talks'?"));
  CHECK(has(stead.run("handoff --back").err, "needs a file"));
  CHECK(has(stead.run("handoff --back --packet -").err, "nobody's clients were handed to you"));
  CHECK(has(stead.run("handoff bo --back --packet -").err, "no client of Bo Lind was handed"));
  CHECK(stead.run("away --cancel").status == 0);
  CHECK(has(stead.run("handoff sam").err, "you are not going to be away"));
  CHECK(stead.run("handoff sam 10aug..21aug").status == 0);
}

TEST_CASE("a packet with nothing in it adds nobody, and one with a name too long is refused") {
  Harness stead(small_practice());
  Packet packet = read(packet_of_bo());
  packet.promises.clear();
  packet.interactions.clear();
  packet.contacts.back().name = std::string(300000, 'n');
  const Result too_long = stead.run("receive - --yes", write_packet(packet));
  CHECK(too_long.status == 2);
  CHECK(has(too_long.err, "the contact 'mia' of the packet: a name of 300000 bytes is too long"));
  packet.contacts.clear();
  packet.sender.name = "Somebody Else";
  CHECK(stead.run("receive - --yes", write_packet(packet)).out ==
        "There is no client in standard input, and nothing to change.\n");
  CHECK(stead.book() == small_practice());
}

TEST_CASE("what comes back says what was done, by whom, and how long it took") {
  Harness stead(small_practice());
  const std::string nothing = R"({
"stead_packet": 1,
"way": "back",
"sender": {"book":"s4m4s4m4s4m4","name":"Sam Ortiz","as":"sam-ortiz"},
"receiver": {"id":"jan-hale","name":"Jan Hale","book":"q3n8c5x2v6ra"},
"period": {"from":"2026-08-10","to":"2026-08-21"},
"contacts": [
{"id":"acme-dental","name":"Acme Dental","kind":"org","origin":{"book":"q3n8c5x2v6ra","id":"acme"}}
],
"promises": [
],
"interactions": [
]
}
)";
  const Result first = stead.run("receive - --yes --now 2026-08-12", nothing);
  CHECK(
      first.out ==
      "Nothing new from Sam Ortiz, from Mon 2026-08-10 to Fri 2026-08-21; your book\nknows theirs "
      "now.\n");
  CHECK(first.err.empty());
  // What counts are the days on which I was away, and not what is to come.
  const std::string years = with(back_of_sam(), R"({"from":"2026-08-10","to":"2026-08-21"})",
                                 R"({"from":"2020-01-01","to":"2029-12-31"})");
  const Result back = stead.run("receive - --yes --now 2026-08-12", years);
  CHECK(has(back.err, "stead got sam-ortiz cover 3d --for acme\n"));
  CHECK(has(stead.run("brief acme --now 2026-08-24").out, "by Sam Ortiz"));
}

TEST_CASE("a promise about another's client is in the week while I cover them, and says for whom") {
  Harness stead(small_practice());
  CHECK(stead.run("receive - --yes", packet_of_bo()).status == 0);
  CHECK(!has(stead.run("weekly --now 2026-08-24").out, "list of licences"));
  CHECK(has(stead.run("weekly --now 2026-09-02").out, "list of licences"));
  CHECK(!has(stead.run("weekly --now 2026-09-14").out, "list of licences"));
  CHECK(has(stead.run("promises licences --now 2026-09-14 --format md").out,
            "in the place of Bo Lind"));
}

TEST_CASE("the sample shows the way back, and a period may stand where WHO could") {
  Harness stead;
  CHECK(stead.run("init --sample").status == 0);
  const Result nothing = stead.run("handoff cem --back --packet - --now 2026-08-15");
  CHECK(has(nothing.err, "there is nothing to give back to Cem Ay"));
  CHECK(stead.run("log joanna asked for the keys --now 2026-08-12").status == 0);
  const Result back = stead.run("handoff --back 10aug..14aug --packet - --now 2026-08-15");
  CHECK(back.status == 0);
  CHECK(has(back.out, "asked for the keys"));
  CHECK(has(stead.run("handoff --back sometime --packet -").err, "nobody is called 'sometime'"));
  CHECK(has(stead.run("handoff 10aug..14aug").err, "to whom?"));
}

TEST_CASE("the schema of packets names the fields that one carries") {
  const auto schema = nlohmann::json::parse(
      contents_of(std::filesystem::path(STEAD_SOURCE_DIR) / "schema/stead-packet.schema.json"));
  const auto must_be = [&](const char* name, std::span<const std::string_view> fields) {
    CAPTURE(name);
    const auto& allowed = schema["$defs"][name]["propertyNames"]["anyOf"][0]["enum"];
    CHECK(allowed.get<std::vector<std::string>>() ==
          std::vector<std::string>(fields.begin(), fields.end()));
  };
  must_be("contact_out", kContactOut);
  must_be("contact_back", kContactBack);
  must_be("promise_out", kPromiseOut);
  must_be("promise_back", kPromiseBack);
  must_be("interaction", kInteraction);
  const auto members = [&](const char* name, auto fields_of) {
    std::vector<std::string> fields;
    fields_of([&](const FieldSpec& field, auto) { fields.emplace_back(field.name); });
    for (const std::string& field : fields) {
      CHECK_MESSAGE(schema["$defs"][name]["properties"].contains(field), field);
    }
    CHECK(schema["$defs"][name]["properties"].size() == fields.size());
  };
  members("sender", [](auto visit) { each_field<PacketSender>(visit); });
  members("receiver", [](auto visit) { each_field<PacketReceiver>(visit); });
  members("period", [](auto visit) { each_field<PacketDays>(visit); });
}
