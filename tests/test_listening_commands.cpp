#include "harness.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace {

using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

/// What the book has that was heard from a contact, as JSON.
std::string heard_from(const Harness& stead, const std::string& id) {
  const nlohmann::json book = nlohmann::json::parse(stead.book());
  for (const auto& contact : book["contacts"]) {
    if (contact["id"] == id) return contact.value("heard", nlohmann::json::array()).dump();
  }
  return "nobody";
}

/// A call that is refused, with its message, and leaves the book as it is.
void check_refused(Harness& stead, const std::string& line, const std::string& message) {
  CAPTURE(line);
  const std::string before = stead.book();
  CHECK(stead.run(line) == Result{2, "", message});
  CHECK(stead.book() == before);
}

}  // namespace

TEST_CASE("heard notes what matters to somebody, with the day") {
  Harness stead(small_practice());
  CHECK(stead.run("heard ana wants one page, not ten") ==
        Result{0, "Heard from Ana Ruiz (Acme Dental): wants one page, not ten.\n", ""});
  CHECK(stead.run("heard ana --on yesterday the board asks about phishing").out ==
        "Heard from Ana Ruiz (Acme Dental), on Sun 2026-08-02: the board asks about\nphishing.\n");
  CHECK(heard_from(stead, "ana-ruiz") ==
        R"([{"on":"2026-08-03","text":"wants one page, not ten"},)"
        R"({"on":"2026-08-02","text":"the board asks about phishing"}])");
  CHECK(stead.run("check -q").status == 0);
}

TEST_CASE("heard takes several people, new ones, and the text of standard input") {
  Harness stead(small_practice());
  CHECK(stead.run("heard bo,sam - ", "hates calls\nbefore ten\n").out ==
        "Heard from Bo Lind and Sam Ortiz: hates calls.\n");
  const std::string heard = R"([{"on":"2026-08-03","text":"hates calls\nbefore ten"}])";
  CHECK(heard_from(stead, "bo-lind") == heard);
  CHECK(heard_from(stead, "sam-ortiz") == heard);
  CHECK(stead.run("heard Mo --new likes tea").out ==
        "New in the book, as a person: Mo (mo).\nHeard from Mo: likes tea.\n");
  CHECK(heard_from(stead, "mo") == R"([{"on":"2026-08-03","text":"likes tea"}])");
}

TEST_CASE("a colon in what was heard is part of it, whatever stands in front") {
  Harness stead(small_practice());
  CHECK(stead.run("heard jo-park monday: patients only -q").status == 0);
  CHECK(heard_from(stead, "jo-park") == R"([{"on":"2026-08-03","text":"monday: patients only"}])");
}

TEST_CASE("the same is heard once on a day, but may be said again on another") {
  Harness stead(small_practice());
  CHECK(stead.run("heard acme no changes on Fridays -q").status == 0);
  check_refused(stead, "heard acme ' no changes on Fridays'",
                "stead: 'no changes on Fridays' was heard from Acme Dental on that day already\n"
                "hint: 'stead show acme' shows it\n");
  check_refused(stead, "heard bo,acme no changes on Fridays",
                "stead: 'no changes on Fridays' was heard from Acme Dental on that day already\n"
                "hint: 'stead show acme' shows it\n");
  CHECK(heard_from(stead, "acme") ==
        R"([{"on":"2026-03-02","reflected":"2026-03-09","text":"no changes on Fridays"},)"
        R"({"on":"2026-08-03","text":"no changes on Fridays"}])");
}

TEST_CASE("heard says what is missing or cannot be, and writes nothing then") {
  Harness stead(small_practice());
  check_refused(stead, "heard ana",
                "stead: what was heard is missing\n"
                "hint: stead heard ana TEXT; 'stead show ana' shows what there is\n");
  check_refused(stead, "heard ana ' '",
                "stead: what was heard is empty\n"
                "hint: stead heard ana TEXT; 'stead show ana' shows what there is\n");
  check_refused(stead, "heard me likes tea",
                "stead: what is heard is what others say, not you\n"
                "hint: 'stead set me --note TEXT' keeps a note of your own\n");
  check_refused(stead, "heard jo likes tea",
                "stead: 'jo' could be Jo Park (acme) or Joanna Wit (borealis)\n"
                "hint: say more of the name, or use the handle jo-park\n");
  check_refused(stead, "heard ana x --on 'today 14:30'",
                "stead: 'today 14:30' has a time of day, where a day is asked for\n"
                "hint: say 2026-08-03\n");
  CHECK(stead.run("heard Mo likes tea").status == 2);
  CHECK(stead.run("heard ana x --on 31feb").status == 2);
  CHECK(stead.run("heard").status == 2);
  CHECK(stead.book() == small_practice());
  CHECK(stead.run("heard ana x --on 2026-08-04").err ==
        "hint: Tue 2026-08-04 is still to come; it is taken as it stands\n");
}

TEST_CASE("what is no longer true is retired by words of it, and kept") {
  Harness stead(small_practice());
  CHECK(stead.run("heard acme --retire no fri") ==
        Result{0,
               "No longer true: no changes on Fridays, from Acme Dental, said in March,\n"
               "reflected on Mon 2026-03-09.\n",
               ""});
  CHECK(heard_from(stead, "acme") ==
        R"([{"on":"2026-03-02","reflected":"2026-03-09","retired":"2026-08-03",)"
        R"("text":"no changes on Fridays"}])");
  check_refused(stead, "heard acme --retire fridays",
                "stead: all that was heard from Acme Dental is retired\n"
                "hint: 'stead show acme --all' shows it\n");
  CHECK(stead.run("show acme").out.find("Fridays") == std::string::npos);
  CHECK(stead.run("undo -q").status == 0);
  CHECK(stead.run("heard acme --retire fridays --on 2026-07-31").out ==
        "No longer true, on Fri 2026-07-31: no changes on Fridays, from Acme Dental, said\n"
        "in March, reflected on Mon 2026-03-09.\n");
  CHECK(stead.run("check -q").status == 0);
}

TEST_CASE("words that name nothing or several things are refused with what there is") {
  Harness stead(small_practice());
  stead.run("heard ana wants one page, not ten -q --on 2026-07-13");
  stead.run("heard ana not a word about money -q");
  check_refused(stead, "heard ana --retire not",
                "stead: 2 things heard from Ana Ruiz fit:\n"
                "  wants one page, not ten (said 3 weeks ago, not yet reflected)\n"
                "  not a word about money (said today, not yet reflected)\n"
                "hint: say words of one: stead heard ana-ruiz --retire wants\n");
  check_refused(stead, "heard ana --retire mony",
                "stead: nothing heard from Ana Ruiz has 'mony' in it\n"
                "hint: did you mean 'money'?\n");
  check_refused(stead, "heard ana --retire zebra",
                "stead: nothing heard from Ana Ruiz has 'zebra' in it\n"
                "hint: 'stead show ana-ruiz' lists what there is\n");
  check_refused(stead, "heard ana --retire …",
                "stead: nothing heard from Ana Ruiz has '…' in it\n"
                "hint: 'stead show ana-ruiz' lists what there is\n");
  check_refused(stead, "heard ana --retire money --new",
                "stead: --retire is for what is in the book, --new for who is not\n"
                "hint: leave one of them out\n");
  CHECK(stead.run("heard nobody --retire money").status == 2);
  // The whole text names it, also where it is the front of another.
  stead.run("heard ana not -q");
  CHECK(stead.run("heard ana --retire not").out ==
        "No longer true: not, from Ana Ruiz (Acme Dental), said today, not yet reflected.\n");
}

TEST_CASE(
    "reflect notes that it was said back: the only thing that was not yet, or what is named") {
  Harness stead(small_practice());
  stead.run("heard ana wants one page, not ten -q --on 2026-07-13");
  CHECK(stead.run("reflect ana") ==
        Result{0,
               "You said it back to Ana Ruiz (Acme Dental): wants one page, not ten, said 3\n"
               "weeks ago.\n",
               ""});
  CHECK(heard_from(stead, "ana-ruiz") ==
        R"([{"on":"2026-07-13","reflected":"2026-08-03","text":"wants one page, not ten"}])");
  CHECK(stead.run("reflect acme fri --on yesterday").out ==
        "You said it back to Acme Dental, on Sun 2026-08-02: no changes on Fridays, said\n"
        "in March.\n");
  CHECK(heard_from(stead, "acme") ==
        R"([{"on":"2026-03-02","reflected":"2026-08-02","text":"no changes on Fridays"}])");
  CHECK(stead.run("check -q").status == 0);
}

TEST_CASE("reflect to several people looks for it with each of them") {
  Harness stead(small_practice());
  stead.run("heard ana,bo hates calls -q");
  CHECK(stead.run("reflect ana,bo calls").out ==
        "You said it back to Ana Ruiz (Acme Dental): hates calls, said today.\n"
        "You said it back to Bo Lind: hates calls, said today.\n");
  check_refused(stead, "reflect ana,sam calls --on tomorrow",
                "stead: nothing was heard from Sam Ortiz yet\n"
                "hint: 'stead heard sam-ortiz TEXT' puts it there\n");
}

TEST_CASE("reflect lists what is not yet reflected where that is more than one thing") {
  Harness stead(small_practice());
  check_refused(stead, "reflect acme",
                "stead: all that was heard from Acme Dental is reflected\n"
                "hint: to say it back again, name it: stead reflect acme changes\n");
  check_refused(stead, "reflect bo",
                "stead: nothing was heard from Bo Lind yet\n"
                "hint: 'stead heard bo-lind TEXT' puts it there\n");
  stead.run("heard acme a second site may come -q");
  stead.run("heard acme the chairman is ill -q --on 2026-04-07");
  check_refused(stead, "reflect acme",
                "stead: 2 things heard from Acme Dental are not yet reflected:\n"
                "  a second site may come (said today, not yet reflected)\n"
                "  the chairman is ill (said in April, not yet reflected)\n"
                "hint: say words of one: stead reflect acme second\n");
  CHECK(stead.run("reflect acme chairman -q").status == 0);
  CHECK(stead.run("reflect acme").out ==
        "You said it back to Acme Dental: a second site may come, said today.\n");
}

TEST_CASE("reflect keeps the last day on which it was said back") {
  Harness stead(small_practice());
  check_refused(stead, "reflect acme fridays --on 2026-03-09",
                "stead: 'no changes on Fridays' was said back to Acme Dental on Mon 2026-03-09 "
                "already\n"
                "hint: only the last time is kept; a later one is said with --on\n");
  check_refused(stead, "reflect acme fridays --on 2026-01-09",
                "stead: 'no changes on Fridays' was said back to Acme Dental on Mon 2026-03-09 "
                "already\n"
                "hint: only the last time is kept; a later one is said with --on\n");
  CHECK(stead.run("reflect acme fridays --on 31feb").status == 2);
  CHECK(stead.run("reflect").status == 2);
  CHECK(stead.book() == small_practice());
}

TEST_CASE("what was said again is reflected as one thing") {
  Harness stead(small_practice());
  stead.run("heard acme No changes on fridays -q");
  CHECK(stead.run("reflect acme").out ==
        "You said it back to Acme Dental: No changes on fridays, said today.\n");
  CHECK(heard_from(stead, "acme") ==
        R"([{"on":"2026-03-02","reflected":"2026-08-03","text":"no changes on Fridays"},)"
        R"({"on":"2026-08-03","reflected":"2026-08-03","text":"No changes on fridays"}])");
}

TEST_CASE("heard and reflect are no contact") {
  Harness stead(small_practice());
  const std::string before = stead.run("list --fields last").out;
  stead.run("heard ana,acme,bo hates calls -q");
  stead.run("reflect ana,bo -q");
  CHECK(stead.run("list --fields last").out == before);
  CHECK(nlohmann::json::parse(stead.book())["interactions"].size() == 2);
}

TEST_CASE("with --json heard and reflect print the changes") {
  Harness stead(small_practice());
  const auto heard = nlohmann::json::parse(stead.run("heard ana hates calls --json").out);
  CHECK(heard["schema"] == "stead.changes/1");
  CHECK(heard["changes"].size() == 1);
  CHECK(heard["changes"][0]["id"] == "ana-ruiz");
  CHECK(heard["changes"][0]["after"]["heard"].dump() ==
        R"([{"on":"2026-08-03","text":"hates calls"}])");
  const auto reflected = nlohmann::json::parse(stead.run("reflect ana --json").out);
  CHECK(reflected["changes"][0]["before"] == heard["changes"][0]["after"]);
  CHECK(reflected["changes"][0]["after"]["heard"][0]["reflected"] == "2026-08-03");
  const auto error = nlohmann::json::parse(stead.run("reflect ana calls --json").err);
  CHECK(error["error"]["status"] == 2);
}

TEST_CASE("a dry run of heard writes nothing, and undo takes it back to the byte") {
  Harness stead(small_practice());
  CHECK(stead.run("heard ana hates calls -n").status == 0);
  CHECK(stead.book() == small_practice());
  CHECK(stead.run("heard ana hates calls -q").status == 0);
  CHECK(stead.run("reflect ana -q").status == 0);
  CHECK(stead.run("undo -q").status == 0);
  CHECK(stead.run("undo -q").status == 0);
  CHECK(stead.book() == small_practice());
}

TEST_CASE("show has the age of what was heard, and with --all what is over as well") {
  Harness stead(small_practice());
  const auto shows = [&](const std::string& line, const std::string& text) {
    return stead.run(line).out.find(text) != std::string::npos;
  };
  CHECK(shows("show acme",
              "What matters\n"
              "  no changes on Fridays                                    Mon 2026-03-02\n"
              "    said in March, reflected on Mon 2026-03-09\n"));
  stead.run("heard acme --retire fridays -q");
  stead.run("cover acme bo 2026-07-01..2026-07-05 -q");
  stead.run("away 2026-07-01..2026-07-05 --who bo -q");
  CHECK_FALSE(shows("show acme", "Fridays"));
  CHECK(shows("show acme", "not shown  2 that are over: stead show acme --all\n"));
  CHECK(shows("show acme --all",
              "    said in March, reflected on Mon 2026-03-09, no longer true since Mon\n"
              "    2026-08-03\n"));
  CHECK(shows("show acme --all", "Bo Lind, Wed 2026-07-01 to Sun 2026-07-05"));
  CHECK_FALSE(shows("show acme --all", "not shown"));
  CHECK_FALSE(shows("show bo", "2026-07-01"));
  CHECK(shows("show bo --all", "Away\n  Wed 2026-07-01 to Sun 2026-07-05\n"));
  CHECK(shows("show bo --all", "  Acme Dental, Wed 2026-07-01 to Sun 2026-07-05\n"));
}

TEST_CASE("what is retired is not denied: it is said when it was retired") {
  Harness stead(small_practice());
  stead.run("heard ana wants one page, not ten --on 2026-07-01 -q");
  stead.run("heard ana the board asks about phishing --on 2026-07-01 -q");
  stead.run("heard ana hates calls --on 2026-07-02 -q");
  CHECK(stead.run("heard ana --retire page -q").status == 0);
  CHECK(stead.run("heard ana --retire calls -q").status == 0);
  const std::string retired =
      "stead: 'wants one page, not ten' was heard from Ana Ruiz, and retired on Mon 2026-08-03\n"
      "hint: 'stead show ana-ruiz --all' shows it\n";
  check_refused(stead, "heard ana --retire page", retired);
  check_refused(stead, "reflect ana page", retired);
  check_refused(stead, "reflect ana page 2026-07-01", retired);
  check_refused(stead, "heard ana --retire calls 2026-07-02",
                "stead: 'hates calls' was heard from Ana Ruiz, and retired on Mon 2026-08-03\n"
                "hint: 'stead show ana-ruiz --all' shows it\n");
  check_refused(stead, "reflect ana calls 2026-07-01",
                "stead: nothing heard from Ana Ruiz has 'calls' in it\n"
                "hint: 'stead show ana-ruiz' lists what there is\n");
  // What is said anew counts again.
  CHECK(stead.run("heard ana wants one page, not two -q").status == 0);
  CHECK(stead.run("reflect ana page -q").status == 0);
}

TEST_CASE("of what was said twice in the same words, the one of a day is retired") {
  Harness stead(small_practice());
  stead.run("heard ana no calls after six --on 2026-05-01 -q");
  stead.run("heard ana no calls after six --on 2026-07-01 -q");
  check_refused(stead, "heard ana --retire six",
                "stead: 'no calls after six' was heard from Ana Ruiz on 2 days:\n"
                "  said on Fri 2026-05-01\n"
                "  said on Wed 2026-07-01\n"
                "hint: say which by its day: stead heard ana-ruiz --retire six 2026-07-01\n");
  check_refused(stead, "heard ana --retire six 2026-07-02",
                "stead: nothing was heard from Ana Ruiz on Thu 2026-07-02\n"
                "hint: 'stead show ana-ruiz' lists what there is\n");
  CHECK(stead.run("heard ana --retire six 2026-05-01").status == 0);
  CHECK(heard_from(stead, "ana-ruiz") ==
        R"([{"on":"2026-05-01","retired":"2026-08-03","text":"no calls after six"},)"
        R"({"on":"2026-07-01","text":"no calls after six"}])");
  // The other one is alone now.
  CHECK(stead.run("heard ana --retire six").status == 0);
  CHECK(stead.run("heard bo audit on 2026-09-01 -q").status == 0);
  CHECK(stead.run("heard bo --retire audit 2026-09-01").status == 0);
}

TEST_CASE("an empty standard input is nothing that was said back") {
  Harness stead(small_practice());
  stead.run("heard ana no calls after six -q");
  const std::string before = stead.book();
  CHECK(stead.run("reflect ana -", "\n") ==
        Result{2, "",
               "stead: what was said back is empty\n"
               "hint: say words of it, or leave them out: stead reflect ana\n"});
  CHECK(stead.book() == before);
}
