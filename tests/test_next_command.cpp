#include "harness.h"

#include <doctest/doctest.h>

#include <string>

using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

namespace {

const std::string kNothing = R"({
"stead": 1,
"contacts": [
{"id":"me","name":"Jan Hale"}
],
"promises": [
],
"interactions": [
]
}
)";

}  // namespace

TEST_CASE("next shows as many as asked for, and says how many more there are") {
  Harness stead(small_practice());
  CHECK(stead.run("next 1") == Result{0,
                                      R"(Do next  1 of 7

Answer Ana Ruiz: asks about DNS  answer:m3x8r7vd
  asked 4 weeks ago, 18d 6h over
  stead log ana-ruiz answered

and 6 more: stead next 7
)",
                                      ""});
  for (const char* wrong : {"next 0", "next -- -1", "next 1 2", "next soon", "next 1.5"}) {
    CAPTURE(wrong);
    const Result result = stead.run(wrong);
    CHECK(result.status == 2);
    CHECK(result.err.find("is not how many to show\nhint: stead next 20\n") != std::string::npos);
  }
}

TEST_CASE("next and today with nothing to do are friendly, and --if-any is silent") {
  Harness stead(kNothing);
  CHECK(stead.run("next").out ==
        "Do next\n\nNothing is waiting to be done. A good day to call somebody you like.\n");
  CHECK(stead.run("today").out == "Today  Mon 2026-08-03\n\nNothing has to be done today.\n");
  for (const char* format : {"", " --json", " --format md", " --format html"}) {
    CHECK(stead.run(std::string("next --if-any") + format) == Result{0, "", ""});
    CHECK(stead.run(std::string("today --if-any") + format) == Result{0, "", ""});
  }
}

TEST_CASE("a nudge is quiet from today for as long as is said, a second time replaces the first") {
  Harness stead(small_practice());
  const std::string before = stead.book();
  CHECK(stead.run("next --snooze reconnect:bor 2w") ==
        Result{0, "Quiet until Mon 2026-08-17: Reconnect with Borealis. Take it back: stead undo\n",
               ""});
  CHECK(stead.book().find(R"("snoozed":{"reconnect":"2026-08-17"})") != std::string::npos);
  CHECK(stead.run("next --json").out.find("reconnect:borealis") == std::string::npos);
  CHECK(stead.run("next --snooze reconnect:borealis 3 days").out ==
        "Quiet until Thu 2026-08-06: reconnect:borealis. Take it back: stead undo\n");
  CHECK(stead.book().find(R"("snoozed":{"reconnect":"2026-08-06"})") != std::string::npos);
  CHECK(stead.run("undo -q").status == 0);
  CHECK(stead.run("undo -q").status == 0);
  CHECK(stead.book() == before);
}

TEST_CASE("promises and interactions are quiet by their own records") {
  Harness stead(small_practice());
  CHECK(stead.run("next --snooze late:k7q2wd4 1w").status == 0);
  CHECK(stead.run("next --snooze answer:m3x8r7vd 1w").status == 0);
  CHECK(stead.book().find(R"("snoozed":{"late":"2026-08-10"})") != std::string::npos);
  CHECK(stead.book().find(R"("snoozed":{"answer":"2026-08-10"})") != std::string::npos);
  CHECK(stead.run("next 1").out.starts_with("Do next  1 of 5\n\nFind somebody for Delta GmbH"));
}

TEST_CASE("what cannot be made quiet is refused, and the book stays") {
  Harness stead(small_practice());
  const std::string before = stead.book();
  const auto fails = [&](const char* line, const std::string& err) {
    CAPTURE(line);
    CHECK(stead.run(line) == Result{2, "", err});
  };
  fails("next --snooze reconect:borealis 1w",
        "stead: there is no nudge 'reconect:borealis'\nhint: did you mean 'reconnect:borealis'?\n");
  fails("next --snooze xyz 1w",
        "stead: there is no nudge 'xyz'\nhint: 'stead next' shows them with their ids\n");
  fails(
      "next --snooze thank:borealis 1w",
      "stead: there is no nudge 'thank:borealis'\nhint: 'stead next' shows them with their ids\n");
  fails("next --snooze reconnect: 1w",
        "stead: 'reconnect:' could be 'reconnect:borealis' or 'reconnect:delta-gmbh'\n"
        "hint: say more of the id\n");
  fails("next --snooze tell:me",
        "stead: for how long is 'tell:me' to be quiet?\nhint: stead next --snooze tell:me 1w\n");
  fails(
      "next --snooze tell:me long",
      "stead: 'long' is not a length of calendar time\nhint: write it like 10d, 2w, 1mon or 1y\n");
  fails("next --snooze tell:me 1w --explain",
        "stead: --snooze takes no other option of 'next'\nhint: stead next --snooze tell:me 1w\n");
  CHECK(stead.book() == before);
}

TEST_CASE("each command of the sample's nudges can be pasted") {
  Harness sample;
  REQUIRE(sample.run("init --sample").status == 0);
  std::string rest = sample.run("next 100").out;
  int commands = 0;
  for (std::size_t at = 0; (at = rest.find("\n  stead ", at)) != std::string::npos; ++commands) {
    const std::size_t end = rest.find('\n', at + 1);
    const std::string line = rest.substr(at + 9, end - at - 9);
    CAPTURE(line);
    CHECK(sample.run(line + (line.starts_with("tell") ? " soon --dry-run" : " --dry-run")).status <
          2);
    at = end;
  }
  CHECK(commands > 25);
}

TEST_CASE("next --kind shows all of these kinds, and no others") {
  Harness stead(small_practice());
  const std::string page = stead.run("next --kind tell,gap").out;
  CHECK(page.starts_with("Do next  3\n\nFind somebody for Delta GmbH "));
  CHECK(page.find("\nTell Acme Dental to call Sam Ortiz") != std::string::npos);
  CHECK(stead.run("next 1 --kind tell,gap")
            .out.find("\nand 2 more: stead next 3 --kind tell,gap\n") != std::string::npos);
  CHECK(stead.run("next --kind birthday").out ==
        "Do next\n\nNothing of this kind is waiting to be done.\n");
  CHECK(stead.run("next --kind birthday --if-any").out.empty());
  CHECK(stead.run("next --kind thanks") ==
        Result{2, "",
               "stead: there is no kind 'thanks' of what to do\nhint: did you mean 'thank'?\n"});
  CHECK(stead.run("next --kind tell,all")
            .err.starts_with("stead: there is no kind 'all' of what to do\nhint: "));
}

TEST_CASE("--explain shows parts that add up to the urgency") {
  Harness stead(small_practice());
  CHECK(stead.run("next 1 --explain")
            .out.find("\n  urgency 110: answer 75, days past 10, client 10, over 15\n") !=
        std::string::npos);
}

TEST_CASE("stead alone is today, in every format") {
  Harness stead(small_practice());
  for (const char* format : {"", " --json", " --format md", " --format html"}) {
    CHECK(stead.run(format) == stead.run(std::string("today") + format));
  }
}

TEST_CASE("weekly --mail is a whole message, or says what it lacks") {
  Harness stead(small_practice());
  CHECK(stead.run("weekly --mail") ==
        Result{2, "",
               "stead: the book has no e-mail address of yours to send it to\n"
               "hint: stead set me --email ADDRESS\n"});
  REQUIRE(stead.run("set me --email jan@example.org -q").status == 0);
  const Result mail = stead.run("weekly --mail");
  CHECK(mail.status == 0);
  CHECK(
      mail.out.starts_with("From: Jan Hale <jan@example.org>\n"
                           "To: Jan Hale <jan@example.org>\n"
                           "Subject: Your week: Mon 2026-08-03 to Sun 2026-08-09\n"
                           "Date: Mon, 3 Aug 2026 10:15:00 +0200\n"));
  CHECK(stead.run("weekly --mail --json").status == 2);
}

TEST_CASE("weekly --mail --if-any sends nothing when there is nothing to do") {
  Harness stead(kNothing);
  REQUIRE(stead.run("set me --email jan@example.org -q").status == 0);
  CHECK(stead.run("weekly --mail --if-any") == Result{0, "", ""});
}

TEST_CASE("a client is told whom to call by days, for all of the days that I am away") {
  stead::test::Harness stead(stead::test::small_practice());
  for (const char* line :
       {"away 19aug..28aug", "away --who sam 15aug..16aug", "cover acme bo 15aug --agreed",
        "cover acme bo 22aug..28aug --agreed", "away --who sam 22aug..28aug"}) {
    REQUIRE(stead.run(std::string(line) + " -q").status < 2);
  }
  const std::string said = stead.run("next 30 --json").out;
  CHECK(said.find("Tell Acme Dental to call Sam Ortiz and Bo Lind while you are away") !=
        std::string::npos);
  CHECK(
      said.find(
          "I am away from Mon 2026-08-10 to Fri 2026-08-28. Whatever comes up meanwhile, please "
          "call Sam Ortiz (+1 555 0100) from Mon 2026-08-10 to Fri 2026-08-14, Bo Lind (+46 70 "
          "111 22 33) on Sat 2026-08-15, Sam Ortiz (+1 555 0100) from Mon 2026-08-17 to Fri "
          "2026-08-21 and Bo Lind (+46 70 111 22 33) from Sat 2026-08-22 to Fri 2026-08-28, who "
          "stand in for me and keep me in the picture. Whom to call on Sun 2026-08-16 you hear in "
          "time. I am back on Mon 2026-08-31.") != std::string::npos);
}

TEST_CASE("a weekend between two absences is no day on which I am back") {
  stead::test::Harness stead(stead::test::small_practice());
  REQUIRE(stead.run("away 24aug..28aug -q").status < 2);
  CHECK(stead.run("next 30 --json")
            .out.find("I am away from Mon 2026-08-10 to Fri 2026-08-28. Whatever comes up "
                      "meanwhile, please call Sam Ortiz (+1 555 0100), who stands in for me and "
                      "keeps me in the picture. I am back on Mon 2026-08-31.") !=
        std::string::npos);
}

TEST_CASE("for an hour or two a client is told those") {
  stead::test::Harness stead(stead::test::small_practice());
  REQUIRE(stead.run("away --cancel 10aug -q").status < 2);
  REQUIRE(stead.run("away 5aug 14:00..16:00 dentist -q").status < 2);
  CHECK(stead.run("next 30 --json")
            .out.find("I am away on Wed 2026-08-05, 14:00 to 16:00. Whatever comes up meanwhile, "
                      "please call Sam Ortiz (+1 555 0100), who stands in for me and keeps me in "
                      "the picture.\"") != std::string::npos);
}

TEST_CASE("to tell a client whom to call comes with what to write to it") {
  stead::test::Harness stead(stead::test::small_practice());
  std::string said = stead.run("next 30").out;
  std::ranges::replace(said, '\n', ' ');
  CHECK(said.find("write: I am away from Mon 2026-08-10 to Fri 2026-08-21. Whatever comes up") !=
        std::string::npos);
  CHECK(stead.run("next 30 --json")
            .out.find("please call Sam Ortiz (+1 555 0100), who stands in "
                      "for me and keeps me in the picture. I am back on "
                      "Mon 2026-08-24.") != std::string::npos);
}
