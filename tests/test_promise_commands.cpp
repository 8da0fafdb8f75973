#include "harness.h"

#include <doctest/doctest.h>

namespace {

using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

/// The line of the book that has this in it.
std::string line_with(const Harness& stead, const std::string& part) {
  const std::string book = stead.book();
  const std::size_t at = book.find(part);
  REQUIRE(at != std::string::npos);
  const std::size_t begin = book.rfind('\n', at) + 1;
  return book.substr(begin, book.find_first_of(",\n", book.find('}', at)) - begin);
}

}  // namespace

TEST_CASE("promise records mine to them, and says the full date") {
  Harness stead(small_practice());
  CHECK(stead.run("promise ana migration estimate --by fri --for acme") ==
        Result{0,
               "You promised Ana Ruiz (Acme Dental): migration estimate, for Acme Dental, "
               "due\nFri 2026-08-07.\n",
               ""});
  CHECK(
      line_with(stead, "f44kwhc") ==
      R"({"id":"f44kwhc","by":"me","to":"ana-ruiz","for":"acme","text":"migration estimate","made":"2026-08-03","due":"2026-08-07"})");
}

TEST_CASE("promise --from records theirs to me") {
  Harness stead(small_practice());
  CHECK(stead.run("promise --from sam VPN credentials by wed --made yesterday") ==
        Result{0,
               "Sam Ortiz promised you: VPN credentials, made Sun 2026-08-02, due Wed\n"
               "2026-08-05.\n",
               ""});
  CHECK(
      line_with(stead, "f44kwhc") ==
      R"({"id":"f44kwhc","by":"sam-ortiz","to":"me","text":"VPN credentials","made":"2026-08-02","due":"2026-08-05"})");
}

TEST_CASE("a promise to myself is a follow-up about somebody") {
  Harness stead(small_practice());
  CHECK(stead.run("promise me ask about the audit --for ana --by 2w").out ==
        "You get back to Ana Ruiz (Acme Dental): ask about the audit, due Mon 2026-08-17.\n");
  CHECK(
      line_with(stead, "f44kwhc") ==
      R"({"id":"f44kwhc","by":"me","to":"me","for":"ana-ruiz","text":"ask about the audit","made":"2026-08-03","due":"2026-08-17"})");
  CHECK(stead.run("promise me ask").err ==
        "stead: a promise to yourself needs somebody whom it is about\nhint: add --for WHO\n");
}

TEST_CASE("what promise cannot take is refused") {
  Harness stead(small_practice());
  CHECK(stead.run("promise ana").err ==
        "stead: what was promised is missing\nhint: stead promise WHO TEXT\n");
  CHECK(stead.run("promise --from ana").err ==
        "stead: what was promised is missing\nhint: stead promise --from WHO TEXT\n");
  CHECK(stead.run("promise").err ==
        "stead: what was promised is missing\nhint: stead promise WHO TEXT\n");
  CHECK(stead.run("promise dana x").err.ends_with("adds them, and so does --new\n"));
  CHECK(stead.run("promise ana ' '").err ==
        "stead: what was promised is empty\nhint: stead promise WHO TEXT --by DATE\n");
  CHECK(stead.run("promise ana,sam x").err ==
        "stead: a promise is with one at a time, not with 'ana,sam'\n"
        "hint: say it once for each of them\n");
  CHECK(stead.run("promise sam report --every 1mon").err ==
        "stead: a promise that repeats needs its first date\nhint: add --by DATE\n");
  CHECK(stead.run("promise sam report --every 1mon --by 'fri 9am'").err ==
        "stead: a promise that repeats is due on days, without a time\n"
        "hint: --by 2026-08-07\n");
  CHECK(stead.run("promise sam report --for me").err ==
        "stead: --for names whom it concerns, not yourself\n");
  CHECK(stead.run("promise dana report").status == 2);
  CHECK(stead.book() == small_practice());
}

TEST_CASE("the day that was said for a promise is said back") {
  Harness stead(small_practice());
  CHECK(stead.run("promise sam report --on yesterday --by fri").out ==
        "You promised Sam Ortiz: report, made Sun 2026-08-02, due Fri 2026-08-07.\n");
  CHECK(stead.run("keep ana --part 'one of three' --on 2026-08-02").out ==
        "In part: one of three, on Sun 2026-08-02. Still open: migration estimate, to Ana\n"
        "Ruiz (Acme Dental), due Fri 2026-07-31.\n");
}

TEST_CASE("a promise repeats within the calendar") {
  Harness stead(small_practice());
  const std::string refused =
      "stead: '99999y' is too long: the calendar ends before it comes again\n"
      "hint: write it like 2w, 1mon or 1y\n";
  CHECK(stead.run("promise sam report --by fri --every 99999y") == Result{2, "", refused});
  CHECK(stead.run("set v3x --every 99999y") == Result{2, "", refused});
  CHECK(stead.book() == small_practice());
  CHECK(stead.run("promise sam report --by fri --every 100y").status == 0);
}

TEST_CASE("a due date in the past is taken, and said") {
  Harness stead(small_practice());
  CHECK(stead.run("promise sam report --by 2026-07-31") ==
        Result{0, "You promised Sam Ortiz: report, due Fri 2026-07-31.\n",
               "hint: Fri 2026-07-31 is past already\n"});
  CHECK(stead.run("log sam x --promise 'old by 2026-08-01'").err ==
        "hint: Sat 2026-08-01 is past already\n");
  CHECK(stead.run("log sam x --they-promise 'older by 2026-07-30'").err ==
        "hint: Thu 2026-07-30 is past already\n");
  CHECK(stead.run("log sam y --again yesterday").err == "hint: Sun 2026-08-02 is past already\n");
  CHECK(stead.run("log sam z --promise 'new by fri' --again tomorrow").err.empty());
}

TEST_CASE("keep closes the only open promise that is meant, and says how late it was") {
  Harness stead(small_practice());
  CHECK(stead.run("keep ana") ==
        Result{0,
               "Kept 3 days late: migration estimate, to Ana Ruiz (Acme Dental), due Fri\n"
               "2026-07-31.\n",
               ""});
  CHECK(
      line_with(stead, "k7q2wd4") ==
      R"({"id":"k7q2wd4","by":"me","to":"ana-ruiz","for":"acme","text":"migration estimate","made":"2026-07-20","due":"2026-07-31","status":"kept","closed":"2026-08-03"})");
  CHECK(stead.run("keep ana").status == 2);
  CHECK(stead.run("keep v3x --on yesterday").out ==
        "Kept 3 days early: VPN credentials, from Bo Lind, due Wed 2026-08-05, on Sun\n"
        "2026-08-02.\n");
  CHECK(stead.run("keep v3x") ==
        Result{2, "",
               "stead: promise 'v3x9pqa' is kept already\n"
               "hint: 'stead show v3x9pqa' shows it; 'stead promise --reopen v3x9pqa' opens it "
               "again\n"});
  CHECK(stead.run("set v3x --unset closed").out ==
        "v3x9pqa 'VPN credentials': status taken out (was kept); closed taken out (was\n"
        "Sun 2026-08-02).\n");
  CHECK(stead.run("check -q").status == 0);
  CHECK(stead.run("keep v3x").status == 0);
}

TEST_CASE("a promise that ends before it was made is hinted at") {
  Harness stead(small_practice());
  CHECK(
      stead.run("keep v3x --on 2025-08-02").err ==
      "hint: Sat 2025-08-02 is before it was promised, Mon 2026-07-27; it is taken as it stands\n");
  CHECK(stead.run("release k7q --on 2026-07-20").err == "");
  CHECK(stead.run("check -q").status == 0);
}

TEST_CASE("keep says that they were told, and takes several ids") {
  Harness stead(small_practice());
  std::string book = small_practice();
  const std::string due = R"("due":"2026-07-31"})";
  book.replace(book.find(due), due.size(),
               R"("due":"2026-08-03","told":[{"on":"2026-07-30","text":"two days more",)"
               R"("due_was":"2026-07-31","due":"2026-08-03"}]})");
  stead.write_book(book);
  CHECK(stead.run("keep k7,v3").out ==
        "Kept on the day: migration estimate, to Ana Ruiz (Acme Dental), due Mon\n"
        "2026-08-03. You let them know in time.\n"
        "Kept 2 days early: VPN credentials, from Bo Lind, due Wed 2026-08-05.\n");
}

TEST_CASE("a promise that repeats is followed by the next of its series") {
  Harness stead(small_practice());
  CHECK(stead.run("promise acme monthly report --by 2026-05-31 --every 1mon").out ==
        "You promised Acme Dental: monthly report, due Sun 2026-05-31, every month.\n");
  CHECK(stead.run("keep acme").out ==
        "Kept 64 days late: monthly report, to Acme Dental, due Sun 2026-05-31.\n"
        "Next: monthly report, due Tue 2026-06-30.\n");
  CHECK(
      line_with(stead, "fwrddqv") ==
      R"({"id":"fwrddqv","by":"me","to":"acme","text":"monthly report","made":"2026-08-03","due":"2026-06-30","every":"1mon","first_due":"2026-05-31","after":"f44kwhc"})");
}

TEST_CASE("a part that is done leaves the promise open") {
  Harness stead(small_practice());
  CHECK(stead.run("keep ana --part 'two of three sent'").out ==
        "In part: two of three sent. Still open: migration estimate, to Ana Ruiz (Acme\n"
        "Dental), due Fri 2026-07-31.\n");
  CHECK(stead.book().find(
            R"("due":"2026-07-31","parts":[{"on":"2026-08-03","text":"two of three sent"}]})") !=
        std::string::npos);
  const std::string before = stead.book();
  CHECK(stead.run("keep ana --part 'two of three sent'") ==
        Result{2, "",
               "stead: that part was noted for Mon 2026-08-03 already\n"
               "hint: 'stead show k7q2wd4' shows it\n"});
  CHECK(stead.book() == before);
  CHECK(stead.run("keep ana").out.starts_with("Kept 3 days late"));
}

TEST_CASE("a due date is taken as it is printed") {
  Harness stead(small_practice());
  CHECK(stead.run("promise sam report --by 'Fri 2026-08-07'").out ==
        "You promised Sam Ortiz: report, due Fri 2026-08-07.\n");
  CHECK(stead.run("promise sam report --by 'Thu 2026-08-07'") ==
        Result{2, "", "stead: 'Thu 2026-08-07' is not a date: 2026-08-07 is a Friday\n"});
}

TEST_CASE("a part has a text") {
  Harness stead(small_practice());
  CHECK(stead.run("keep ana --part -", "\n") == Result{2, "", "stead: the part is empty\n"});
  CHECK(stead.book() == small_practice());
}

TEST_CASE("a follow-up is done, never early or late") {
  Harness stead(small_practice());
  stead.run("log sam called --again 2w");
  CHECK(stead.run("keep sam").out == "Done: follow up: called, about Sam Ortiz.\n");
}

TEST_CASE("release closes what is no longer wanted, and says whether it was late by then") {
  Harness stead(small_practice());
  CHECK(stead.run("release ana") ==
        Result{0,
               "No longer wanted: migration estimate, to Ana Ruiz (Acme Dental), due Fri\n"
               "2026-07-31. It was 3 days late by then. They had not been told.\n",
               ""});
  CHECK(
      line_with(stead, "k7q2wd4") ==
      R"({"id":"k7q2wd4","by":"me","to":"ana-ruiz","for":"acme","text":"migration estimate","made":"2026-07-20","due":"2026-07-31","status":"released","closed":"2026-08-03"})");
  CHECK(stead.run("release v3x --on yesterday").out ==
        "No longer wanted: VPN credentials, from Bo Lind, due Wed 2026-08-05, on Sun\n"
        "2026-08-02.\n");
  CHECK(stead.run("log sam called --again 2w -q").status == 0);
  CHECK(stead.run("release sam").out ==
        "Dropped: follow up: called, about Sam Ortiz, due Mon 2026-08-17.\n");
  CHECK(stead.run("check -q").status == 0);
}

TEST_CASE("break closes what was not delivered, and says whether they were told") {
  Harness stead(small_practice());
  CHECK(stead.run("break ana") ==
        Result{0,
               "Not delivered: migration estimate, to Ana Ruiz (Acme Dental), due Fri\n"
               "2026-07-31. They have not been told.\n",
               ""});
  CHECK(
      line_with(stead, "k7q2wd4") ==
      R"({"id":"k7q2wd4","by":"me","to":"ana-ruiz","for":"acme","text":"migration estimate","made":"2026-07-20","due":"2026-07-31","status":"broken","closed":"2026-08-03"})");
  CHECK(stead.run("break bo --on yesterday").out ==
        "Not delivered: VPN credentials, from Bo Lind, due Wed 2026-08-05, on Sun\n"
        "2026-08-02.\n");
  CHECK(stead.run("promise sam plan --by fri -q").status == 0);
  CHECK(stead.run("tell sam 'it does not work out' -q").status == 0);
  CHECK(stead.run("break sam").out ==
        "Not delivered: plan, to Sam Ortiz, due Fri 2026-08-07. You let them know in\n"
        "time.\n");
  CHECK(stead.run("log sam called --again 2w -q").status == 0);
  CHECK(stead.run("break sam").out ==
        "Not done: follow up: called, about Sam Ortiz, due Mon 2026-08-17.\n");
  CHECK(stead.run("check -q").status == 0);
}

TEST_CASE("what release and break cannot close is refused, and nothing is written") {
  for (const std::string command : {"release", "break"}) {
    CAPTURE(command);
    Harness stead(small_practice());
    CHECK(stead.run(command).err == "stead: '" + command + "' needs PROMISE\nhint: usage: stead " +
                                        command + " PROMISE… [options]\n");
    CHECK(stead.run(command + " sam") ==
          Result{2, "",
                 "stead: no open promise with Sam Ortiz\n"
                 "hint: 'stead promises sam-ortiz' lists what there is\n"});
    CHECK(stead.run(command + " ana --on '31 feb'").status == 2);
    CHECK(stead.run(command + " ana -n").status == 0);
    CHECK(stead.book() == small_practice());
    CHECK(stead.run(command + " ana -q").status == 0);
    CHECK(stead.run(command + " k7").err.starts_with("stead: promise 'k7q2wd4' is "));
  }
}

TEST_CASE("a series goes on when one of it is broken, and ends when it is released") {
  Harness stead(small_practice());
  CHECK(stead.run("promise acme monthly report --by 31aug --every 1mon -q").status == 0);
  CHECK(stead.run("break acme").out ==
        "Not delivered: monthly report, to Acme Dental, due Mon 2026-08-31. They have not\n"
        "been told.\n"
        "Next: monthly report, due Wed 2026-09-30.\n");
  CHECK(stead.run("release acme").out ==
        "No longer wanted: monthly report, to Acme Dental, due Wed 2026-09-30. It does\n"
        "not come again.\n");
  CHECK(stead.run("keep acme").status == 2);
}

TEST_CASE("promise --reopen opens one again as it was") {
  Harness stead(small_practice());
  for (const std::string command : {"keep", "release", "break"}) {
    CHECK(stead.run(command + " k7,v3 -q").status == 0);
    CHECK(stead.run("promise --reopen ana migration") ==
          Result{0,
                 "Open again: migration estimate, to Ana Ruiz (Acme Dental), due Fri 2026-07-31.\n",
                 ""});
    CHECK(stead.run("promise --reopen v3").out ==
          "Open again: VPN credentials, from Bo Lind, due Wed 2026-08-05.\n");
    CHECK(stead.book() == small_practice());
  }
}

TEST_CASE("promise --reopen takes out the next of the series, unless it was changed") {
  Harness stead(small_practice());
  CHECK(stead.run("promise acme monthly report --by 31aug --every 1mon -q").status == 0);
  const std::string before = stead.book();
  CHECK(stead.run("keep acme -q").status == 0);
  CHECK(stead.run("promise --reopen acme").out ==
        "Open again: monthly report, to Acme Dental, due Mon 2026-08-31.\n"
        "Taken out: the next of the series, due Wed 2026-09-30.\n");
  CHECK(stead.book() == before);

  CHECK(stead.run("keep acme -q").status == 0);
  CHECK(stead.run("tell acme 'a week more' --by 2026-10-07 -q").status == 0);
  const std::string changed = line_with(stead, R"("after":)");
  CHECK(stead.run("promise --reopen acme").out ==
        "Open again: monthly report, to Acme Dental, due Mon 2026-08-31.\n"
        "The next of the series stays, for it was changed: 6vpdyex, due Wed 2026-10-07.\n");
  CHECK(line_with(stead, R"("after":)") == changed);
  // Closed once more, it is not followed twice.
  CHECK(stead.run("keep f44").out ==
        "Kept 28 days early: monthly report, to Acme Dental, due Mon 2026-08-31.\n");
}

TEST_CASE("the next of a series that has a field unknown to stead is not taken out") {
  Harness stead(small_practice());
  CHECK(stead.run("promise acme monthly report --by 31aug --every 1mon -q").status == 0);
  CHECK(stead.run("keep acme -q").status == 0);
  std::string book = stead.book();
  const std::string after = R"("after":"f44kwhc")";
  book.insert(book.find(after) + after.size(), R"(,"x-color":"red")");
  stead.write_book(book);
  CHECK(stead.run("promise --reopen acme").out.find("stays, for it was changed") !=
        std::string::npos);
  CHECK(stead.book().find(R"("x-color":"red")") != std::string::npos);
}

TEST_CASE("what --reopen cannot open is refused, and nothing is written") {
  Harness stead(small_practice());
  CHECK(stead.run("promise --reopen ana") ==
        Result{2, "",
               "stead: no closed promise with Ana Ruiz\n"
               "hint: 'stead promises ana-ruiz --closed' lists what there is\n"});
  CHECK(stead.run("promise --reopen v3").err == "stead: promise 'v3x9pqa' is open\n");
  for (const char* other :
       {"--by fri", "--from bo", "--for acme", "--every 1w", "--on today", "--new"}) {
    CAPTURE(other);
    CHECK(stead.run(std::string("promise --reopen ana ") + other).err ==
          "stead: --reopen takes no other option of a promise\n"
          "hint: 'stead set ID' changes what the promise says\n");
  }
  CHECK(stead.book() == small_practice());
}

TEST_CASE("the same promise may be made twice, and a hint has the id of the first") {
  Harness stead(small_practice());
  CHECK(stead.run("promise ana Migration estimate --by 2026-07-31 --on 2026-07-21").err ==
        "hint: Fri 2026-07-31 is past already\n"
        "hint: the same promise is open already, as k7q2wd4; if it is that one: stead undo\n");
  CHECK(stead.run("promise --from bo VPN credentials --by wed").err ==
        "hint: the same promise is open already, as v3x9pqa; if it is that one: stead undo\n");
  CHECK(stead.run("log bo called --they-promise 'VPN credentials by wed'").err ==
        "hint: the same promise is open already, as v3x9pqa; if it is that one: stead undo\n");
  for (const char* other : {"promise bo VPN credentials --by wed", "promise ana estimate",
                            "promise --from bo VPN credentials --by thu",
                            "promise --from sam VPN credentials --by wed"}) {
    CAPTURE(other);
    CHECK(stead.run(other).err == "");
  }
}

TEST_CASE("words behind the id of a promise are refused for what they are") {
  Harness stead(small_practice());
  CHECK(stead.run("keep k7q the old estimate") ==
        Result{2, "",
               "stead: 'k7q' is the id of 'migration estimate', and needs no 'the old estimate' "
               "behind it\n"
               "hint: leave those words out; or say whose it is, and words of it\n"});
  CHECK(stead.run("keep ana -q").status == 0);
  CHECK(stead.run("promise --reopen k7q2wd4 the estimate").err ==
        "stead: 'k7q2wd4' is the id of 'migration estimate', and needs no 'the estimate' behind "
        "it\n"
        "hint: leave those words out; or say whose it is, and words of it\n");
}
