#include "stead/who_can.h"

#include "harness.h"

#include <doctest/doctest.h>
#include <fmt/ranges.h>

#include <string>
#include <vector>

namespace {

using stead::Book;
using stead::CanReport;
using stead::Day;
using stead::Days;
using stead::LastHelp;
using stead::StandIn;
using stead::test::Harness;
using stead::test::Result;

const Day kToday{std::chrono::year{2026} / 8 / 3};

std::string book_of(const std::string& contacts, const std::string& interactions) {
  return "{\n\"stead\": 1,\n\"contacts\": [\n" + contacts + "\n],\n\"promises\": [\n],\n" +
         "\"interactions\": [\n" + interactions + "\n]\n}\n";
}

/// Who can cover the client, in the report's order; a line for each with what is asked for.
template <typename Words>
std::string can(const std::string& book_text, const char* client, Words words) {
  const Book book = Book::strict(book_text, "book.json");
  const CanReport report = stead::can_report(book, client, {kToday, kToday + Days(3)}, kToday);
  std::string text;
  for (const StandIn& row : report.people) text += row.possible.who + words(row) + '\n';
  return text;
}

std::string nothing(const StandIn&) { return ""; }

std::string colleague(const std::string& id, const std::string& more = "") {
  return fmt::format(R"({{"id":"{}","name":"{}","tags":["colleague"]{}}},)"
                     "\n",
                     id, id, more);
}

std::string deed(const std::string& id, const std::string& at, const std::string& with,
                 const std::string& what, const std::string& more = "") {
  return fmt::format(R"({{"id":"{}","at":"{}","with":["{}"],"via":"note"{},"deed":{{{}}}}},)"
                     "\n",
                     id, at, with, more, what);
}

/// Without the comma that the last record of a list must not have.
std::string listed(std::string records) {
  records.erase(records.size() - 2);
  return records;
}

}  // namespace

TEST_CASE("who can: the order is the one that the manual states") {
  const std::string contacts =
      R"({"id":"acme","name":"Acme","tags":["client"],"needs":["mail","network"],"cover":[{"by":"b-agreed","agreed":"2026-08-01"},{"by":"k-covered","to":"2026-07-01","agreed":"2026-05-01"}]},)"
      "\n" +
      colleague("a-never", R"(,"skills":["mail","network"])") + colleague("b-agreed") +
      colleague("c-full", R"(,"skills":["mail","network"],"capacity":1)") +
      colleague("d-one-skill", R"(,"skills":["mail"])") +
      colleague("e-away", R"(,"skills":["mail"],"away":[{"from":"2026-08-06"}])") +
      colleague("f-talked", R"(,"skills":["mail","network"])") +
      colleague("g-busy", R"(,"skills":["mail","network"])") +
      colleague("h-got", R"(,"skills":["mail","network"])") +
      colleague("i-even", R"(,"skills":["mail","network"])") +
      colleague("j-gave", R"(,"skills":["mail","network"])") +
      R"({"id":"k-covered","name":"K","skills":["network","mail"]},)"
      "\n" +
      colleague("l-nothing", R"(,"skills":["tea"])") +
      colleague("m-archived", R"(,"skills":["mail"],"archived":"2026-01-01")") +
      R"({"id":"me","name":"Me"},)"
      "\n" +
      R"({"id":"other","name":"Other","tags":["client"],"cover":[{"by":"c-full","agreed":"2026-01-01"},{"by":"g-busy","agreed":"2026-01-01"}]},)"
      "\n";
  std::string deeds;
  for (const char* who : {"c-full", "d-one-skill", "e-away", "f-talked", "g-busy", "h-got",
                          "i-even", "k-covered", "l-nothing"}) {
    deeds += deed(fmt::format("got-{}", who), "2026-02-01", who, R"("kind":"advice","dir":"got")");
  }
  deeds += deed("gave", "2026-02-01", "j-gave", R"("kind":"advice","dir":"gave")");
  deeds += deed("even", "2026-02-02", "i-even", R"("kind":"advice","dir":"gave","even":true)");
  deeds += R"({"id":"talk","at":"2026-03-01","with":["acme"],"by":"f-talked"},)"
           "\n";
  CHECK(can(book_of(listed(contacts), listed(deeds)), "acme", nothing) ==
        "b-agreed\nk-covered\nf-talked\nj-gave\ni-even\nh-got\ng-busy\nd-one-skill\nc-full\n"
        "a-never\ne-away\nl-nothing\n");
}

TEST_CASE("who can: what was logged by or with somebody, with or for the client's people, counts") {
  const std::string contacts =
      R"({"id":"acme","name":"Acme","kind":"org","tags":["client"],"was":["old-acme"]},
{"id":"ana","name":"Ana","org":"old-acme"},
{"id":"bo","name":"Bo","tags":["colleague"],"was":["bo-old"]},
{"id":"cem","name":"Cem","tags":["colleague"]},
{"id":"eve","name":"Eve","org":"delta","past":[{"org":"acme"}]},
{"id":"delta","name":"Delta","kind":"org","tags":["client"]},
{"id":"me","name":"Me"})";
  const auto talks = [&](const std::string& interactions) {
    return can(book_of(contacts, interactions), "ana", [](const StandIn& row) {
      return fmt::format(" {} {}", row.talks, row.last_talk ? to_string(*row.last_talk) : "-");
    });
  };
  const std::string ana = R"({"id":"a","at":"2026-07-01T10:00+02:00",)";
  const std::string none = "bo 0 -\ncem 0 -\n";
  const std::string bo = "bo 1 2026-07-01T10:00+02:00\ncem 0 -\n";
  CHECK(talks(ana + R"("with":["ana"],"by":"bo"})") == bo);
  CHECK(talks(ana + R"("with":["acme"],"by":"bo-old"})") == bo);
  CHECK(talks(ana + R"("with":["bo-old","ana"]})") == bo);
  CHECK(talks(ana + R"("with":["bo"],"for":"old-acme"})") == bo);
  CHECK(talks(ana + R"("with":["bo"],"by":"bo","for":"ana"})") == bo);  // once, not twice
  CHECK(talks(ana + R"("with":["ana"],"by":"bo","via":"note"})") == none);
  CHECK(talks(ana + R"("with":["bo"],"about":["acme"]})") ==
        "bo 1 2026-07-01T10:00+02:00\ncem 0 -\n");
  CHECK(talks(ana + R"("with":["eve"],"by":"bo"})") == none);
  CHECK(talks(ana + R"("with":["ana"]})") == none);
  CHECK(talks(ana + R"("with":["ana","cem"],"by":"bo"},
{"id":"b","at":"2026-07-20","with":["acme"],"by":"bo"})") ==
        "bo 2 2026-07-20\ncem 1 2026-07-01T10:00+02:00\n");
}

TEST_CASE("who can: help is the newest deed that no later even of its kind has settled") {
  const std::string contacts =
      R"({"id":"acme","name":"Acme","tags":["client"]},
{"id":"bo","name":"Bo","tags":["colleague"]},
{"id":"me","name":"Me"})";
  const auto help = [&](const std::string& deeds) {
    return can(book_of(contacts, deeds.empty() ? "" : listed(deeds)), "acme",
               [](const StandIn& row) {
                 constexpr std::array kWords{"never", "even", "gave", "got", "unnoted"};
                 return fmt::format(" {}{}", kWords[static_cast<std::size_t>(row.help)],
                                    row.has_covered ? " covered" : "");
               });
  };
  const std::string got = R"("kind":"advice","dir":"got")";
  const std::string gave = R"("kind":"favour","dir":"gave")";
  const std::string even = R"("kind":"advice","dir":"gave","even":true)";
  CHECK(help("") == "bo never\n");
  CHECK(help(deed("a", "2026-01-01", "bo", got)) == "bo got\n");
  CHECK(help(deed("a", "2026-01-01", "bo", got) + deed("b", "2026-01-02", "bo", gave)) ==
        "bo gave\n");
  CHECK(help(deed("a", "2026-01-01", "bo", got) + deed("b", "2026-01-02", "bo", even)) ==
        "bo even\n");
  // It settles what is on its day, wherever it stands, and nothing of another kind or later.
  CHECK(help(deed("b", "2026-01-01", "bo", even) + deed("a", "2026-01-01", "bo", got)) ==
        "bo even\n");
  CHECK(help(deed("a", "2026-01-01", "bo", gave) + deed("b", "2026-01-02", "bo", got) +
             deed("c", "2026-01-03", "bo", even)) == "bo gave\n");
  CHECK(help(deed("b", "2026-01-01", "bo", even) + deed("a", "2026-01-02", "bo", got)) ==
        "bo got\n");
  CHECK(help(deed("b", "2026-01-01", "bo", even)) == "bo even\n");
  CHECK(help(deed("a", "2026-01-01", "bo", got, R"(,"by":"acme")")) == "bo never\n");
  const std::string cover = R"("kind":"cover","dir":"got")";
  CHECK(help(deed("a", "2026-01-01", "bo", cover, R"(,"for":"acme")")) == "bo got covered\n");
  CHECK(help(deed("a", "2026-01-01", "bo", cover, R"(,"about":["acme"])")) == "bo got covered\n");
  CHECK(help(deed("a", "2026-01-01", "bo", cover)) == "bo got\n");
  CHECK(help(deed("a", "2026-01-01", "bo", R"("kind":"cover","dir":"gave")", R"(,"for":"acme")")) ==
        "bo gave\n");
}

TEST_CASE(
    "who can: who they cover then is counted on the busiest of the days, without this client") {
  const std::string book = book_of(
      R"({"id":"acme","name":"Acme","tags":["client"],"cover":[{"by":"bo","agreed":"2026-01-01"}]},
{"id":"bo","name":"Bo","tags":["colleague"],"capacity":2},
{"id":"d1","name":"D1","tags":["client"],"cover":[{"by":"bo","to":"2026-08-04","agreed":"2026-01-01"}]},
{"id":"d2","name":"D2","tags":["client"],"client_of":"d1","cover":[{"by":"bo","from":"2026-08-04","agreed":"2026-01-01"}]},
{"id":"d3","name":"D3","tags":["client"],"cover":[{"by":"bo","from":"2026-08-07","agreed":"2026-01-01"}]},
{"id":"d4","name":"D4","tags":["client"],"cover":[{"by":"bo","offered":"2026-01-01"}]},
{"id":"me","name":"Me"})",
      "");
  const auto words = [](const StandIn& row) {
    return fmt::format(" {} of {}{}", row.others, *row.capacity, row.is_full() ? ", full" : "");
  };
  CHECK(can(book, "acme", words) == "bo 2 of 2, full\n");
  CHECK(can(book, "d4", words) == "bo 3 of 2, full\n");
  CHECK(can(book, "d1", words) == "bo 2 of 2, full\n");
}

TEST_CASE("who can says who, how to reach them, and what to type") {
  Harness stead(stead::test::small_practice());
  CHECK(stead.run("who can acme --on 12aug") ==
        Result{0,
               "Who can cover Acme Dental  Wed 2026-08-12\n"
               "\n"
               "What it needs: network, backups.\n"
               "\n"
               "Sam Ortiz     +1 555 0100\n"
               "  knows network, not backups\n"
               "  has agreed, and covered it before; no help noted yet\n"
               "Bo Lind  +46 70 111 22 33\n"
               "  knows backups, not network\n"
               "  was asked on Mon 2026-08-03; covers nobody else then and can take 3; never any\n"
               "  help either way: offer something first\n",
               ""});
  CHECK(stead.run("who can joanna --on 1sep..3sep").out ==
        "Who can cover Borealis  Tue 2026-09-01 to Thu 2026-09-03\n"
        "\n"
        "Joanna Wit is with Borealis. Borealis is a client of Bo Lind's.\n"
        "\n"
        "You\n"
        "  were asked on Mon 2026-08-03\n"
        "Sam Ortiz  +1 555 0100\n"
        "  knows network\n"
        "  covers 1 other client then; no help noted yet\n"
        "  stead cover borealis sam-ortiz 2026-09-01..2026-09-03\n");
  REQUIRE(stead.run("set delta --needs tea -q").status == 0);
  CHECK(stead.run("who can delta") ==
        Result{1,
               "NOBODY in the book can cover Delta GmbH  Mon 2026-08-03\n"
               "\n"
               "What it needs: tea.\n"
               "\n"
               "Bo Lind is there and has room, if somebody to call is enough:\n"
               "stead cover delta-gmbh bo-lind 2026-08-03\n"
               "\n"
               "Why not the others\n"
               "  Know nothing of what it needs, as far as the book says: Sam Ortiz, Bo Lind\n",
               ""});
  CHECK(stead.run("who can nobody").status == 2);
  CHECK(stead.run("who can acme --on someday").status == 2);
  CHECK(stead.run("who can").status == 2);
  CHECK(stead.run("who can acme --format html").out.find("Sam Ortiz") != std::string::npos);
  CHECK(stead.run("who can acme --format md").out.starts_with("# Who can cover Acme Dental"));
}
