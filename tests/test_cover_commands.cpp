#include "harness.h"

#include <doctest/doctest.h>

namespace {

using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

/// The `cover` or `away` member of a contact's line in the book; empty where there is none.
std::string list_of(const Harness& stead, const std::string& id, const std::string& member) {
  const std::string book = stead.book();
  const std::size_t begin = book.find("{\"id\":\"" + id + "\"");
  REQUIRE(begin != std::string::npos);
  const std::string line = book.substr(begin, book.find('\n', begin) - begin);
  const std::size_t at = line.find('"' + member + "\":[{");
  if (at == std::string::npos) return {};
  return line.substr(at, line.find("}]", at) + 2 - at);
}

constexpr const char* kAcmeCover =
    R"("cover":[{"by":"sam-ortiz","agreed":"2026-05-02","briefed":"2026-05-10","scope":["network"]},{"by":"bo-lind","from":"2026-08-10","to":"2026-08-21","offered":"2026-08-03","rank":2})";

bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("cover writes one arrangement, and undo takes it back") {
  Harness stead(small_practice());
  CHECK(stead.run("cover acme ana --agreed --briefed") ==
        Result{0,
               "Ana Ruiz stands in for Acme Dental until further notice: agreed Mon 2026-08-03,\n"
               "briefed Mon 2026-08-03.\n",
               "hint: Sam Ortiz is asked first; to put Sam Ortiz behind: stead cover acme "
               "sam-ortiz --rank 2\n"});
  CHECK(list_of(stead, "acme", "cover") ==
        kAcmeCover +
            std::string(R"(,{"by":"ana-ruiz","agreed":"2026-08-03","briefed":"2026-08-03"}])"));
  CHECK(stead.run("undo").status == 0);
  CHECK(stead.book() == small_practice());
}

TEST_CASE("cover takes a period, a scope, a rank, a note, and the day of what happened") {
  Harness stead(small_practice());
  CHECK(stead.run("cover delta bo 10aug..21aug --told --on fri --rank 3 --note 'the key is in the "
                  "desk' --scope backups --scope mail") ==
        Result{0,
               "Bo Lind stands in for Delta GmbH (backups, mail only), from Mon 2026-08-10 to\n"
               "Fri 2026-08-21: offered Fri 2026-07-31, not agreed yet, the client knows.\n",
               ""});
  CHECK(
      list_of(stead, "delta-gmbh", "cover") ==
      R"("cover":[{"by":"bo-lind","from":"2026-08-10","to":"2026-08-21","offered":"2026-07-31","client_told":"2026-07-31","scope":["backups","mail"],"rank":3,"note":"the key is in the desk"}])");
}

TEST_CASE("cover says more about the arrangement that is there") {
  Harness stead(small_practice());
  // The only one by Bo is for a period; the days need not be said again.
  CHECK(stead.run("cover acme bo --agreed").out ==
        "Bo Lind stands in for Acme Dental, from Mon 2026-08-10 to Fri 2026-08-21: agreed\n"
        "Mon 2026-08-03.\n");
  CHECK(has(list_of(stead, "acme", "cover"),
            R"("to":"2026-08-21","offered":"2026-08-03","agreed":"2026-08-03","rank":2}])"));
  // Without a word about it a standing one is meant, which is new.
  CHECK(has(stead.run("cover acme bo").out, "notice: offered Mon 2026-08-03,\nnot agreed yet.\n"));
  // With both there, flags are about the standing one; a period, or 'standing', says which.
  CHECK(has(stead.run("cover acme bo --briefed").out, "until further notice: offered"));
  CHECK(has(stead.run("cover acme bo 10aug..21aug --briefed").out,
            "agreed\nMon 2026-08-03, briefed"));
  CHECK(stead.run("uncover acme bo standing").out ==
        "Bo Lind no longer stands in for Acme Dental.\n");
  CHECK(has(list_of(stead, "acme", "cover"),
            R"("agreed":"2026-08-03","briefed":"2026-08-03","rank":2}])"));
}

TEST_CASE("an arrangement that is over is not the one that is meant") {
  Harness stead(small_practice());
  CHECK(stead.run("cover delta bo 2026-07-01..2026-07-10") ==
        Result{0,
               "Bo Lind stands in for Delta GmbH, from Wed 2026-07-01 to Fri 2026-07-10: offered\n"
               "Mon 2026-08-03, not agreed yet.\n",
               "hint: all of that is over\n"});
  CHECK(has(stead.run("cover delta bo --agreed").out, "until further notice: agreed"));
}

TEST_CASE("a former handle is the same person") {
  Harness stead(small_practice());
  REQUIRE(stead.run("cover delta a-ruiz --agreed").status == 0);
  std::string book = stead.book();
  const std::string by = R"({"by":"ana-ruiz","agreed")";
  REQUIRE(has(book, by.c_str()));
  stead.write_book(book.replace(book.find(by), by.size(), R"({"by":"a-ruiz","agreed")"));
  CHECK(stead.run("cover delta ana --briefed").out ==
        "Ana Ruiz stands in for Delta GmbH until further notice: agreed Mon 2026-08-03,\n"
        "briefed Mon 2026-08-03.\n");
  CHECK(list_of(stead, "delta-gmbh", "cover") ==
        R"("cover":[{"by":"a-ruiz","agreed":"2026-08-03","briefed":"2026-08-03"}])");
  CHECK(has(stead.run("who covers delta").out, "Ana Ruiz covers Delta GmbH"));
  CHECK(stead.run("uncover delta ana").status == 0);
  CHECK(stead.book() == small_practice());
}

TEST_CASE("cover warns of what makes an arrangement worth less") {
  Harness stead(small_practice());
  CHECK(stead.run("cover acme bo 1sep..4sep --scope wifi").err ==
        "hint: Bo Lind is away from Tue 2026-09-01 to Sat 2026-09-12\n"
        "hint: 'wifi' is not among what Acme Dental needs: network, backups\n");
  CHECK(stead.run("cover delta jo-park").err ==
        "hint: the book has no phone number of Jo Park: stead set jo-park --phone NUMBER\n");
  CHECK(stead.run("cover borealis me 12aug").err ==
        "hint: you are away from Mon 2026-08-10 to Fri 2026-08-21\n");
  CHECK(stead.run("cover acme bo 1sep..4sep --scope wifi -q").err == "");
}

TEST_CASE("cover says of an agreement that it is over a year old") {
  Harness stead(small_practice());
  CHECK(stead.run("cover delta sam --agreed --on 2025-08-02").err ==
        "hint: Sam Ortiz agreed over a year ago; ask again, then: stead cover delta-gmbh sam-ortiz "
        "--agreed\n");
  CHECK(stead.run("cover delta sam --briefed").err ==
        "hint: Sam Ortiz agreed over a year ago; ask again, then: stead cover delta-gmbh sam-ortiz "
        "--agreed\n");
  CHECK(stead.run("cover delta sam --agreed --on 2025-08-03").err.empty());
}

TEST_CASE("cover refuses what makes no sense, and writes nothing") {
  Harness stead(small_practice());
  const auto refusal = [&](const char* line) {
    const Result result = stead.run(line);
    CHECK(result.status == 2);
    CHECK(result.out == "");
    return result.err;
  };
  CHECK(refusal("cover me me") ==
        "stead: you cannot stand in for yourself\n"
        "hint: name somebody else: stead cover me WHO\n");
  CHECK(refusal("cover acme me") ==
        "stead: you cannot stand in for yourself: Acme Dental is your own client\n"
        "hint: name somebody else: stead cover acme WHO\n");
  CHECK(refusal("cover borealis bo-lind") ==
        "stead: Bo Lind cannot stand in for themselves: Borealis is their own client\n"
        "hint: name somebody else: stead cover borealis WHO\n");
  CHECK(refusal("cover ana sam") ==
        "stead: Ana Ruiz is no client\n"
        "hint: stead cover acme sam-ortiz, or stead set ana-ruiz --tag client\n");
  CHECK(refusal("cover acme sam next week please") ==
        "stead: 'please' is too much: nothing comes after the period\nhint: leave it out\n");
  CHECK(refusal("cover acme sam sometime") ==
        "stead: 'sometime' is not a period\n"
        "hint: a period looks like 10aug..21aug, 'next week', aug or 2026-08-07\n");
  CHECK(refusal("cover acme sam --rank 100") ==
        "stead: '100' is not a rank\nhint: --rank takes 1 to 99, 1 is asked first\n");
  CHECK(refusal("cover acme sam --scope Network") ==
        "stead: 'Network' is not a word for --scope\n"
        "hint: write it in lower case without blanks, as in 'needs'\n");
  CHECK(refusal("cover acme sam --on fri") ==
        "stead: --on needs to know what happened on that day\n"
        "hint: add --agreed, --briefed or --told\n");
  CHECK(refusal("cover acme sam --note 'a\x01'") ==
        "stead: the note holds the control character \\u{1}: 'a\\u{1}'\n");
  CHECK(stead.book() == small_practice());
}

TEST_CASE("uncover ends the one arrangement that is meant, and lists several") {
  Harness stead(small_practice());
  CHECK(stead.run("uncover acme") ==
        Result{2, "",
               "stead: 2 arrangements for Acme Dental fit:\n"
               "  Sam Ortiz, standing (network only)\n"
               "  Bo Lind, from Mon 2026-08-10 to Fri 2026-08-21\n"
               "hint: say which: stead uncover acme WHO PERIOD, or WHO standing; --scope WORD\n"});
  CHECK(stead.run("uncover acme 10aug..20aug").err ==
        "stead: there is no such arrangement for Acme Dental, but:\n"
        "  Sam Ortiz, standing (network only)\n"
        "  Bo Lind, from Mon 2026-08-10 to Fri 2026-08-21\n"
        "hint: say which: stead uncover acme WHO, WHO PERIOD or WHO standing\n");
  CHECK(stead.run("uncover acme bo 10aug..21aug please").err ==
        "stead: 'please' is too much: nothing comes after the period\nhint: leave it out\n");
  CHECK(stead.run("uncover delta") == Result{2, "",
                                             "stead: nobody stands in for Delta GmbH\n"
                                             "hint: stead cover delta-gmbh WHO arranges it\n"});
  CHECK(stead.book() == small_practice());
  CHECK(stead.run("uncover acme 10aug..21aug") ==
        Result{0,
               "Bo Lind no longer stands in for Acme Dental, from Mon 2026-08-10 to Fri\n"
               "2026-08-21.\n",
               ""});
  CHECK(stead.run("uncover acme sam").out ==
        "Sam Ortiz no longer stands in for Acme Dental, standing (network only).\n");
  CHECK(list_of(stead, "acme", "cover") == "");
  CHECK(stead.run("uncover bo me").out ==
        "You no longer stand in for Bo Lind's clients, from Tue 2026-09-01 to Sat\n"
        "2026-09-12.\n");
}

TEST_CASE("arrangements that differ by their scope alone are told apart by it") {
  Harness stead(small_practice());
  REQUIRE(stead.run("cover acme ana -q").status == 0);
  REQUIRE(stead.run("cover acme ana --scope network -q").status == 0);
  REQUIRE(stead.run("cover acme ana --scope backups --scope mail -q").status == 0);
  CHECK(stead.run("uncover acme ana") ==
        Result{2, "",
               "stead: 3 arrangements for Acme Dental fit:\n"
               "  Ana Ruiz, standing\n"
               "  Ana Ruiz, standing (network only)\n"
               "  Ana Ruiz, standing (backups, mail only)\n"
               "hint: say which: stead uncover acme ana-ruiz --scope WORD, or --scope all\n"});
  CHECK(stead.run("cover acme ana --agreed")
            .err.ends_with(
                "hint: say which: stead cover acme ana-ruiz --scope WORD, or --scope all\n"));
  CHECK(stead.run("uncover acme ana --scope mail --scope backups").out ==
        "Ana Ruiz no longer stands in for Acme Dental, standing (backups, mail only).\n");
  CHECK(stead.run("cover acme ana --scope all --agreed").out ==
        "Ana Ruiz stands in for Acme Dental until further notice: agreed Mon 2026-08-03.\n");
  CHECK(stead.run("uncover acme ana --scope all").out ==
        "Ana Ruiz no longer stands in for Acme Dental.\n");
  CHECK(
      stead.run("uncover acme --scope wifi")
          .err.ends_with("hint: say which: stead uncover acme WHO, WHO PERIOD or WHO standing\n"));
  CHECK(stead.run("uncover acme ana --scope all --scope mail").status == 2);
  CHECK(stead.run("uncover acme ana --scope network").status == 0);
  CHECK(stead.book() == small_practice());
}

TEST_CASE("a scope has each word once") {
  Harness stead(small_practice());
  CHECK(stead.run("cover delta sam --scope mail --scope mail").out ==
        "Sam Ortiz stands in for Delta GmbH (mail only) until further notice: offered Mon\n"
        "2026-08-03, not agreed yet.\n");
  const std::string book = stead.book();
  CHECK(stead.run("cover delta sam --scope mail --scope mail") ==
        Result{0,
               "Sam Ortiz stands in for Delta GmbH (mail only) until further notice: offered Mon\n"
               "2026-08-03, not agreed yet.\n",
               "hint: that is arranged already; --agreed, --briefed and --told say more about "
               "it\n"});
  CHECK(stead.book() == book);
}

TEST_CASE("half of a period is no reason for the other half") {
  Harness stead(small_practice());
  for (const char* words :
       {"24aug 26aug trip", "2026-11-10 2026-11-12 trip", "today 14:00", "5nov 14:30",
        "24aug till friday", "24aug through", "24aug -26aug", "24aug 2 weeks", "24aug to 2x aug",
        "24aug until noon", "24aug Fri 2026-08-28 trip"}) {
    CAPTURE(words);
    const Result result = stead.run("away " + std::string(words));
    CHECK(result.status == 2);
    CHECK(result.out.empty());
    CHECK(has(result.err, "an absence is one period"));
    CHECK(has(result.err, "write several days as 10aug..12aug"));
  }
  CHECK(stead.run("away today 14:00") ==
        Result{2, "",
               "stead: an absence is one period; what follows 'today' is '14:00'\n"
               "hint: write several days as 10aug..12aug, hours as fri 14:00..16:00; a reason like "
               "that comes after a colon: stead away today: REASON\n"});
  CHECK(stead.book() == small_practice());
  CHECK(has(stead.run("away 24aug: 14:00 dentist").out,
            "You are away on Mon 2026-08-24: 14:00 dentist.\n"));
  CHECK(has(stead.run("away 26aug, to Rome").out, "You are away on Wed 2026-08-26: to Rome.\n"));
  CHECK(has(stead.run("away 1sep to 4sep trip").out,
            "You are away from Tue 2026-09-01 to Fri 2026-09-04: trip.\n"));
  CHECK(has(stead.run("away 7sep - 9sep").out, "from Mon 2026-09-07 to Wed 2026-09-09.\n"));
  CHECK(has(stead.run("away 'Mon 2026-09-14 to Fri 2026-09-18'").out,
            "from Mon 2026-09-14 to Fri 2026-09-18.\n"));
  CHECK(has(stead.run("away 21nov..10nov").err, "stead: '21nov..10nov' could be "));
}

TEST_CASE("away records an absence and shows what it leaves open") {
  Harness stead(small_practice());
  CHECK(stead.run("away 2026-08-24..2026-08-28 family") ==
        Result{1,
               "You are away from Mon 2026-08-24 to Fri 2026-08-28: family.\n"
               "\n"
               "client       days                              who covers\n"
               "Acme Dental  Mon 2026-08-24 to Fri 2026-08-28  Sam Ortiz\n"
               "Delta GmbH   Mon 2026-08-24 to Fri 2026-08-28  NOBODY\n"
               "\n"
               "! 1 of 2 clients has days on which nobody has agreed to cover it.\n"
               "\n"
               "In the way\n"
               "  Acme Dental  Sam Ortiz: covers only a part, the client does not know whom to\n"
               "               call\n",
               "hint: who could? stead who covers delta-gmbh --on 2026-08-24\n"});
  CHECK(
      list_of(stead, "me", "away") ==
      R"("away":[{"from":"2026-08-10","to":"2026-08-21","why":"family"},{"from":"2026-08-24","to":"2026-08-28","why":"family"}])");
  REQUIRE(stead.run("cover me sam --agreed").status == 0);
  CHECK(stead.run("away --cancel 24aug") ==
        Result{0, "You are not away from Mon 2026-08-24 to Fri 2026-08-28 any more.\n", ""});
  const Result covered = stead.run("away 2026-08-24..2026-08-28 family");
  CHECK(covered.status == 0);
  CHECK(has(covered.out, "✓ Both are covered on every day.\n"));
}

TEST_CASE("the words after the longest period are the reason") {
  Harness stead(small_practice());
  CHECK(has(stead.run("away week after next off").err, "is not a period"));
  CHECK(has(stead.run("away 24aug family and friends").out,
            "You are away on Mon 2026-08-24: family and friends.\n"));
  CHECK(has(stead.run("away 10dec..").out, "You are away from Thu 2026-12-10 on.\n"));
  CHECK(
      list_of(stead, "me", "away") ==
      R"("away":[{"from":"2026-08-10","to":"2026-08-21","why":"family"},{"from":"2026-08-24","to":"2026-08-24","why":"family and friends"},{"from":"2026-12-10"}])");
}

TEST_CASE("somebody else's absence touches what rests on them, and is a reason to offer") {
  Harness stead(small_practice());
  CHECK(stead.run("away 1sep..4sep --who sam course") ==
        Result{1,
               "Sam Ortiz is away from Tue 2026-09-01 to Fri 2026-09-04: course.\n"
               "\n"
               "client       days                              who covers\n"
               "Acme Dental  Tue 2026-09-01 to Fri 2026-09-04  NOBODY\n"
               "\n"
               "! There are days on which nobody has agreed to cover it.\n",
               "hint: offer to hold the fort: stead cover sam-ortiz me 2026-09-01..2026-09-04\n"
               "hint: who could? stead who covers acme --on 2026-09-01\n"});
  CHECK(stead.run("away 1oct..2oct --who bo") ==
        Result{1,
               "Bo Lind is away from Thu 2026-10-01 to Fri 2026-10-02.\n"
               "\n"
               "client    days                              who covers\n"
               "Borealis  Thu 2026-10-01 to Fri 2026-10-02  NOBODY\n"
               "\n"
               "! There are days on which nobody has agreed to cover it.\n",
               "hint: offer to hold the fort: stead cover bo-lind me 2026-10-01..2026-10-02\n"
               "hint: who could? stead who covers borealis --on 2026-10-01\n"});
  // Whom nobody has an arrangement with but on my own list, that one counts.
  REQUIRE(stead.run("cover me bo --agreed").status == 0);
  CHECK(has(stead.run("away 5oct --who bo").out, "Delta GmbH  Mon 2026-10-05  NOBODY\n"));
}

TEST_CASE("an absence that is over is recorded, and no client looked at") {
  Harness stead(small_practice());
  CHECK(stead.run("away 2026-07-06..2026-07-10 training") ==
        Result{0, "You were away from Mon 2026-07-06 to Fri 2026-07-10: training.\n",
               "hint: all of that is over, so no client is looked at\n"});
  CHECK(
      list_of(stead, "me", "away") ==
      R"("away":[{"from":"2026-07-06","to":"2026-07-10","why":"training"},{"from":"2026-08-10","to":"2026-08-21","why":"family"}])");
}

TEST_CASE("--cancel takes the next absence by its date, whatever the order in the book") {
  std::string book = small_practice();
  const std::string first = R"("away":[{"from":"2026-08-10")";
  book.replace(book.find(first), first.size(),
               R"("away":[{"from":"2026-12-01","to":"2026-12-02"},{"from":"2026-07-01","to":)"
               R"("2026-07-02"},{"from":"2026-08-10")");
  Harness stead(book);
  CHECK(stead.run("away --cancel").out ==
        "You are not away from Mon 2026-08-10 to Fri 2026-08-21 any more.\n");
  CHECK(stead.run("away --cancel").out ==
        "You are not away from Tue 2026-12-01 to Wed 2026-12-02 any more.\n");
  CHECK(stead.run("away --cancel").status == 2);
}

TEST_CASE("an absence by the hour counts for its day and is shown with its times") {
  Harness stead(small_practice());
  const Result dentist = stead.run("away fri 14:00..16:00 dentist");
  CHECK(dentist.status == 1);
  CHECK(dentist.out.starts_with("You are away on Fri 2026-08-07 14:00 to 16:00: dentist.\n"));
  CHECK(has(list_of(stead, "me", "away"),
            R"({"from":"2026-08-07T14:00+02:00","to":"2026-08-07T16:00+02:00","why":"dentist"})"));
  CHECK(has(stead.run("who away fri").out, "Jan Hale  Fri 2026-08-07 14:00 to 16:00\n  dentist\n"));
  CHECK(has(stead.run("who covers acme --on fri").out,
            "You are away until Fri 2026-08-07 16:00 (dentist): call Sam Ortiz.\n"));
  CHECK(has(stead.run("who covers acme --on thu").out, "You are here;"));
  CHECK(has(stead.run("away --who sam 10sep 9am to noon").out,
            "Sam Ortiz is away on Thu 2026-09-10 09:00 to 12:00.\n"));
  CHECK(has(stead.run("away '1oct 14:00..3oct' trip").out,
            "You are away from Thu 2026-10-01 14:00 to Sat 2026-10-03: trip.\n"));
  CHECK(has(stead.run("away '5nov 22:00 - 02:00'").out,
            "You are away from Thu 2026-11-05 22:00 to Fri 2026-11-06 02:00.\n"));
  CHECK(has(stead.run("away '1dec 14:00..'").out, "You are away from Tue 2026-12-01 14:00 on.\n"));
  CHECK(
      stead.run("away '2026-10-05 14:00..2026-10-04 12:00'").err ==
      "stead: '2026-10-05 14:00..2026-10-04 12:00' ends before it begins: Mon 2026-10-05 14:00 to "
      "Sun 2026-10-04 12:00\n");
}

TEST_CASE("absences may overlap; each can be named to cancel it") {
  Harness stead(small_practice());
  CHECK(stead.run("away '12aug 14:00..16:00' dentist")
            .err.starts_with(
                "hint: you are away from Mon 2026-08-10 to Fri 2026-08-21 as well: family\n"));
  CHECK(stead.run("away '12aug 14:00..16:00'") ==
        Result{2, "",
               "stead: you are away on Wed 2026-08-12 14:00 to 16:00 already: dentist\n"
               "hint: take that back first: stead away --cancel "
               "2026-08-12T14:00+02:00..2026-08-12T16:00+02:00\n"});
  CHECK(stead.run("away --cancel 12aug") ==
        Result{2, "",
               "stead: you have 2 absences in that time:\n"
               "  2026-08-10..2026-08-21: family\n"
               "  2026-08-12T14:00+02:00..2026-08-12T16:00+02:00: dentist\n"
               "hint: name one of them by just its time\n"});
  CHECK(stead.run("away --cancel 2026-08-12T14:00+02:00..2026-08-12T16:00+02:00").out ==
        "You are not away on Wed 2026-08-12 14:00 to 16:00 any more.\n");
  CHECK(stead.book() == small_practice());
  REQUIRE(stead.run("away 12aug -q").status == 1);
  CHECK(stead.run("away --cancel 2026-08-10..2026-08-21").out ==
        "You are not away from Mon 2026-08-10 to Fri 2026-08-21 any more.\n");
}

TEST_CASE("--instead moves an absence and keeps its reason, in one step") {
  Harness stead(small_practice());
  CHECK(stead.run("away 17aug..28aug --instead 10aug")
            .out.starts_with(
                "You are away from Mon 2026-08-17 to Fri 2026-08-28, not from Mon 2026-08-10 to\n"
                "Fri 2026-08-21: family.\n"));
  CHECK(list_of(stead, "me", "away") ==
        R"("away":[{"from":"2026-08-17","to":"2026-08-28","why":"family"}])");
  REQUIRE(stead.run("undo -q").status == 0);
  CHECK(stead.book() == small_practice());
  CHECK(stead.run("away 17aug..28aug sea --instead 10aug..21aug").status == 1);
  CHECK(has(list_of(stead, "me", "away"), R"("why":"sea")"));
  CHECK(stead.run("away 1sep --instead 2030").err ==
        "stead: you have no such absence\nhint: stead who away lists them\n");
  CHECK(stead.run("away 1sep --instead 20aug --cancel").status == 2);
  CHECK(stead.run("away --instead 20aug").status == 2);
}

TEST_CASE("away refuses the same absence twice, and what is no period") {
  Harness stead(small_practice());
  CHECK(stead.run("away 2026-08-10..2026-08-21") ==
        Result{2, "",
               "stead: you are away from Mon 2026-08-10 to Fri 2026-08-21 already: family\n"
               "hint: take that back first: stead away --cancel 2026-08-10..2026-08-21\n"});
  CHECK(stead.run("away 1sep..12sep --who bo").err ==
        "stead: Bo Lind is away from Tue 2026-09-01 to Sat 2026-09-12 already: leave\n"
        "hint: take that back first: stead away --cancel 2026-09-01..2026-09-12 --who bo-lind\n");
  CHECK(stead.run("away") ==
        Result{2, "", "stead: 'away' needs a period\nhint: stead away 10aug..21aug family\n"});
  CHECK(stead.run("away --cancel 2030") ==
        Result{2, "", "stead: you have no such absence\nhint: stead who away lists them\n"});
  CHECK(stead.run("away --cancel --who sam").err ==
        "stead: Sam Ortiz has no such absence\nhint: stead who away lists them\n");
  CHECK(stead.book() == small_practice());
  CHECK(stead.run("away --cancel").out ==
        "You are not away from Mon 2026-08-10 to Fri 2026-08-21 any more.\n");
}

TEST_CASE("--dry-run says all and writes nothing; --json is the changes") {
  Harness stead(small_practice());
  for (const char* line :
       {"cover acme ana --agreed", "uncover acme bo", "away 24aug", "away --cancel"}) {
    const Result dry = stead.run(std::string(line) + " --dry-run");
    CHECK(
        dry.out.starts_with("Nothing was written; without --dry-run this would be the answer:\n"));
    CHECK(stead.book() == small_practice());
    const Result json = stead.run(std::string(line) + " --json --dry-run");
    CHECK(json.out.starts_with(
        "{\"schema\":\"stead.changes/1\",\"changes\":[\n{\"collection\":\"contacts\",\"id\":"));
  }
}

TEST_CASE("who covers names whom to call, how, and what is not ready") {
  Harness stead(small_practice());
  CHECK(stead.run("who covers acme --on 12aug") ==
        Result{0,
               "Sam Ortiz covers Acme Dental  Wed 2026-08-12\n"
               "\n"
               "phone  +1 555 0100\n"
               "\n"
               "You are away until Fri 2026-08-21 (family): call Sam Ortiz.\n"
               "\n"
               "! Sam Ortiz covers only network. Acme Dental does not know whom to call.\n"
               "\n"
               "If not Sam Ortiz\n"
               "  Bo Lind  +46 70 111 22 33\n"
               "    has not agreed yet, not briefed, the client does not know whom to call\n",
               ""});
  CHECK(has(stead.run("who covers ana").out,
            "Ana Ruiz is with Acme Dental. You are here; if you can't go, call Sam Ortiz.\n"));
}

TEST_CASE("who covers says NOBODY loudly, and who could") {
  Harness stead(small_practice());
  CHECK(stead.run("who covers borealis --on 12aug") ==
        Result{1,
               "NOBODY covers Borealis  Wed 2026-08-12\n"
               "\n"
               "Borealis is a client of Bo Lind's. Bo Lind is here (+46 70 111 22 33).\n"
               "\n"
               "Who could  1\n"
               "  Sam Ortiz  +1 555 0100\n"
               "    knows network\n"
               "    stead cover borealis sam-ortiz\n",
               ""});
  CHECK(has(stead.run("who covers borealis").out,
            "Who could  2\n  You\n    stead cover borealis me\n"));
}

TEST_CASE("who has two arrangements is named once") {
  Harness stead(small_practice());
  CHECK(stead.run("cover acme sam-ortiz 2026-08-03 --agreed").status == 0);
  CHECK(stead.run("cover acme sam-ortiz --scope backups").status == 0);
  const std::string answer = stead.run("who covers acme").out;
  CHECK(answer.starts_with("Sam Ortiz covers Acme"));
  const std::size_t others = answer.find("If not Sam Ortiz");
  CHECK(answer.find("\n  Sam Ortiz") == std::string::npos);
  CHECK(
      (others == std::string::npos || answer.find("Sam Ortiz", others + 16) == std::string::npos));
}

TEST_CASE("who covers says 'you' where it is me") {
  Harness stead(small_practice());
  CHECK(stead.run("who covers borealis --on 5sep") ==
        Result{1,
               "You might cover Borealis  Sat 2026-09-05\n"
               "\n"
               "Borealis is a client of Bo Lind's. Bo Lind is away until Sat 2026-09-12 (leave):\n"
               "you were asked.\n"
               "\n"
               "! You have not agreed yet and are not briefed. Borealis does not know whom to\n"
               "  call.\n",
               ""});
  REQUIRE(stead.run("cover bo me --agreed --briefed --told").status == 0);
  CHECK(stead.run("who covers bo --on 5sep") ==
        Result{0,
               "You cover Bo Lind's clients  Sat 2026-09-05\n"
               "\n"
               "Bo Lind is away until Sat 2026-09-12 (leave): it is you who goes.\n",
               ""});
}

TEST_CASE("who covers answers for a period, and gives the reason for those it passes over") {
  Harness stead(small_practice());
  CHECK(stead.run("cover delta bo 24aug..5sep --agreed --briefed --told").status == 0);
  CHECK(stead.run("who covers delta --on 24aug..5sep") ==
        Result{1,
               "Who covers Delta GmbH  Mon 2026-08-24 to Sat 2026-09-05\n"
               "\n"
               "Mon 2026-08-24 to Mon 2026-08-31  Bo Lind  +46 70 111 22 33\n"
               "Tue 2026-09-01 to Sat 2026-09-05  NOBODY\n"
               "\n"
               "Who could  Tue 2026-09-01 to Sat 2026-09-05\n"
               "  Sam Ortiz                                     +1 555 0100\n"
               "    knows network\n"
               "    stead cover delta-gmbh sam-ortiz 2026-09-01..2026-09-05\n",
               ""});
  CHECK(has(stead.run("who covers delta --on 2sep").out,
            "Why not the others\n  Bo Lind  away until Sat 2026-09-12 (leave)\n"));
}

TEST_CASE("at 60 columns no name, number or date of cover is cut") {
  Harness stead(small_practice());
  stead.environment["COLUMNS"] = "60";
  const std::string client = "Federal Institute for Materials Research";
  stead.run("add '" + client + "' --kind org --tag client --alias fimr");
  stead.run("add 'Maximiliane von Hohenstein' --tag colleague --phone '+49 711 5550 1234 567'");
  stead.run("cover fimr maximiliane 12aug..14aug --agreed --scope network --told");
  const auto before = [&](const char* line, const char* rest) {
    const std::string out = stead.run_on_terminal(line).out;
    return out.substr(0, out.find(rest));
  };
  CHECK(before("who covers fimr --on 10aug..14aug", "You are away") ==
        "Who covers Federal Institute for Materials Research  Mon\n"
        "2026-08-10 to Fri 2026-08-14\n"
        "\n"
        "Mon 2026-08-10 to     NOBODY\n"
        "Tue 2026-08-11\n"
        "Wed 2026-08-12 to     Maximiliane von Hohenstein\n"
        "Fri 2026-08-14        +49 711 5550 1234 567\n"
        "                      not briefed, covers only network\n"
        "\n");
  CHECK(before("ready --on 10aug..14aug", "To do") ==
        "0 of 3 clients are ready  Mon 2026-08-10 to Fri 2026-08-14\n"
        "\n"
        "Acme Dental           Sam Ortiz                  +1 555 0100\n"
        "                      on all days\n"
        "                      client not told, covers only a part\n"
        "Delta GmbH            NOBODY\n"
        "                      on all days\n"
        "Federal Institute     NOBODY\n"
        "for Materials         Mon 2026-08-10 to Tue 2026-08-11\n"
        "Research\n"
        "Federal Institute     Maximiliane von Hohenstein\n"
        "for Materials         +49 711 5550 1234 567\n"
        "Research              Wed 2026-08-12 to Fri 2026-08-14\n"
        "                      not briefed, covers only a part\n"
        "\n");
  CHECK(before("away 10aug..14aug family", "! ") ==
        "You are away from Mon 2026-08-10 to Fri 2026-08-14: family.\n"
        "\n"
        "Acme Dental           Sam Ortiz\n"
        "                      Mon 2026-08-10 to Fri 2026-08-14\n"
        "Delta GmbH            NOBODY\n"
        "                      Mon 2026-08-10 to Fri 2026-08-14\n"
        "Federal Institute     NOBODY\n"
        "for Materials         Mon 2026-08-10 to Tue 2026-08-11\n"
        "Research\n"
        "Federal Institute     Maximiliane von Hohenstein\n"
        "for Materials         Wed 2026-08-12 to Fri 2026-08-14\n"
        "Research\n"
        "\n");
}

TEST_CASE("as CSV who covers and ready and away have the same columns for a day and a period") {
  Harness stead(small_practice());
  stead.run("cover delta bo 12aug..14aug --agreed --briefed --told");
  CHECK(stead.run("who covers delta --on 12aug --format csv").out ==
        "days,who,how to reach,not ready\n"
        "Wed 2026-08-12,Bo Lind,'+46 70 111 22 33,\n");
  CHECK(stead.run("who covers delta --on 10aug..14aug --format csv").out ==
        "days,who,how to reach,not ready\n"
        "Mon 2026-08-10 to Tue 2026-08-11,NOBODY,,\n"
        "Wed 2026-08-12 to Fri 2026-08-14,Bo Lind,'+46 70 111 22 33,\n");
  CHECK(
      stead.run("ready --on 12aug --format csv").out ==
      "client,days,who covers,phone,missing\n"
      "Acme Dental,Wed 2026-08-12,Sam Ortiz,'+1 555 0100,\"client not told, covers only a part\"\n"
      "Delta GmbH,Wed 2026-08-12,Bo Lind,'+46 70 111 22 33,\n");
  CHECK(stead.run("ready --on 10aug..14aug --format csv").out ==
        "client,days,who covers,phone,missing\n"
        "Acme Dental,Mon 2026-08-10 to Fri 2026-08-14,Sam Ortiz,'+1 555 0100,\"client not told, "
        "covers only a part\"\n"
        "Delta GmbH,Mon 2026-08-10 to Tue 2026-08-11,NOBODY,,\n"
        "Delta GmbH,Wed 2026-08-12 to Fri 2026-08-14,Bo Lind,'+46 70 111 22 33,\n");
  CHECK(stead.run("away 10aug..14aug --format csv").out ==
        "client,days,who covers\n"
        "Acme Dental,Mon 2026-08-10 to Fri 2026-08-14,Sam Ortiz\n"
        "Delta GmbH,Mon 2026-08-10 to Tue 2026-08-11,NOBODY\n"
        "Delta GmbH,Wed 2026-08-12 to Fri 2026-08-14,Bo Lind\n");
}

TEST_CASE("who covers is a page, and JSON, with what matters") {
  Harness stead(small_practice());
  const std::string page = stead.run("who covers acme --format md").out;
  CHECK(page.starts_with("# Sam Ortiz covers Acme Dental · Mon 2026-08-03\n"));
  CHECK(has(page, "- **phone**: **+1 555 0100**\n"));
  const std::string html = stead.run("who covers borealis --format html").out;
  CHECK(has(html, "NOBODY"));
  CHECK(has(html, "stead cover borealis sam-ortiz"));
  const Result json = stead.run("who covers borealis --json");
  CHECK(json.status == 1);
  CHECK(json.out.starts_with("{\n  \"schema\": \"stead.covers/1\",\n  \"asked\": \"borealis\",\n"));
  CHECK(has(json.out, "\"answer\": null"));
  CHECK(has(json.out, "\"id\": \"sam-ortiz\""));
}

TEST_CASE("who away lists absences by their first day, and never fails") {
  Harness stead(small_practice());
  CHECK(stead.run("who away 10aug..12sep") ==
        Result{0,
               "Away  Mon 2026-08-10 to Sat 2026-09-12\n"
               "\n"
               "Jan Hale  Mon 2026-08-10 to Fri 2026-08-21\n"
               "  family\n"
               "  call Sam Ortiz, +1 555 0100, for Acme Dental\n"
               "  NOBODY to call for Delta GmbH\n"
               "Bo Lind   Tue 2026-09-01 to Sat 2026-09-12\n"
               "  +46 70 111 22 33, leave\n"
               "  you cover Borealis, not agreed yet\n",
               ""});
  CHECK(stead.run("who away tomorrow") ==
        Result{0, "Away  Tue 2026-08-04\n\nNobody is away.\n", ""});
  CHECK(has(stead.run("who away --json").out, "\"schema\": \"stead.away/1\""));
  CHECK(stead.run("who away 10aug --format csv").out ==
        "who,phone,when,why,instead\nJan Hale,,Mon 2026-08-10 to Fri 2026-08-21,family,"
        "\"call Sam Ortiz, +1 555 0100, for Acme Dental; NOBODY to call for Delta GmbH\"\n");
}

TEST_CASE("what has no answer is refused in plain words") {
  Harness stead(small_practice());
  CHECK(stead.run("who covers nix").status == 2);
  CHECK(stead.run("who covers acme --on 31feb") ==
        Result{2, "", "stead: '31feb' is not a date: February has at most 29 days\n"});
  CHECK(stead.run("who").err ==
        "stead: 'who' needs more\nhint: usage: stead who covers|can|away|knows|sent|waits …\n");
  CHECK(stead.run("who covers").err ==
        "stead: 'who covers' needs WHO\nhint: usage: stead who covers WHO [options]\n");
}

TEST_CASE("what is still to come cannot have been agreed") {
  Harness stead(small_practice());
  const std::string before = stead.book();
  for (const char* flag : {"--agreed", "--briefed", "--told", ""}) {
    CAPTURE(flag);
    CHECK(stead.run(std::string("cover delta bo --on 2026-08-04 ") + flag) ==
          Result{2, "",
                 "stead: Tue 2026-08-04 is still to come\n"
                 "hint: --on is the day on which it was agreed, briefed or told; for when it is, "
                 "give a period\n"});
  }
  CHECK(stead.book() == before);
  CHECK(stead.run("cover delta bo --agreed --on 2026-08-03").status == 0);
}

TEST_CASE("uncover finds days that are over by what they are called without a year") {
  Harness stead(small_practice());
  stead.run("cover delta bo 2026-07-01..2026-07-05 -q");
  CHECK(stead.run("uncover delta bo 1jul..5jul") ==
        Result{0,
               "Bo Lind no longer stands in for Delta GmbH, from Wed 2026-07-01 to Sun\n"
               "2026-07-05.\n",
               ""});
  stead.run("cover delta bo 2026-07-01..2026-07-05 -q");
  stead.run("cover delta bo 2027-07-01..2027-07-05 -q");
  CHECK(stead.run("uncover delta 1jul..5jul").out.find("2027-07-01") != std::string::npos);
  CHECK(stead.run("uncover delta 1jul..5jul").out.find("2026-07-01") != std::string::npos);
  CHECK(stead.run("uncover delta 1jul..5jul").status == 2);
}

TEST_CASE("a client of mine is nobody who could drop out") {
  Harness stead(small_practice());
  CHECK(stead.run("ready --without acme") ==
        Result{2, "",
               "stead: Acme Dental is a client of yours, and nobody who stands in\n"
               "hint: 'stead who covers acme' says who does for them\n"});
}

TEST_CASE("an offer to hold the fort has on standard output what to write") {
  Harness stead(small_practice());
  const Result offered = stead.run("cover bo me 2026-10-01..2026-10-02");
  CHECK(offered.out.find("Write to them: Bo Lind, you are away from Thu 2026-10-01") !=
        std::string::npos);
  CHECK(offered.err.find("write to them") == std::string::npos);
  CHECK(stead.run("cover bo me 2026-10-05 -q").out.empty());
}

TEST_CASE("nobody is told to hold the fort while they are away themselves") {
  Harness stead(small_practice());
  CHECK(has(stead.run("away 22aug..24aug --who sam").err, "offer to hold the fort"));
  CHECK(!has(stead.run("away 11aug..12aug --who sam").err, "offer to hold the fort"));
}

TEST_CASE("nobody is told to offer what they do already: to be the one to call for a client") {
  Harness stead(small_practice());
  stead.run("uncover bo me");
  CHECK(has(stead.run("today --now 2026-08-27").out, "Offer Bo Lind to be the one to call"));
  stead.run("cover borealis me 2026-09-01..2026-09-12 --agreed");
  CHECK(!has(stead.run("today --now 2026-08-27").out, "Offer Bo Lind"));
}

TEST_CASE("cover says who is asked before whoever agrees now, where somebody is") {
  Harness stead(small_practice());
  const auto is_said = [&](const char* line) { return has(stead.run(line).err, "is asked first"); };
  CHECK(!is_said("cover acme ana"));                         // not agreed
  CHECK(!is_said("cover acme jo --agreed --rank 2"));        // on purpose
  CHECK(!is_said("cover acme joanna 3aug..4aug --agreed"));  // days come before standing
  CHECK(!is_said("cover acme ana --agreed"));                // arranged before
  CHECK(!is_said("cover delta bo --agreed"));                // nobody is there
  CHECK(is_said("cover delta sam --agreed"));
}

TEST_CASE("nobody covers all clients of a colleague, though one of them may be covered") {
  Harness stead(small_practice());
  REQUIRE(stead.run("cover borealis me --agreed").status == 0);
  CHECK(stead.run("who covers borealis").out.starts_with("You cover Borealis "));
  const auto result = stead.run("who covers bo");
  CHECK(result.status == 1);
  CHECK(result.out.starts_with("NOBODY covers all of Bo Lind's clients  Mon 2026-08-03\n"));
}
