#include "harness.h"

#include <doctest/doctest.h>

#include <string>

using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

namespace {

const std::string kQuietBook = R"({
"stead": 1,
"contacts": [
{"id":"ana-ruiz","name":"Ana Ruiz"},
{"id":"me","name":"Jan Hale"}
],
"promises": [
],
"interactions": [
{"id":"p6d3h8wc","at":"2026-07-30T10:00+02:00","with":["ana-ruiz"],"via":"call","text":"talked about backups"}
]
}
)";

}  // namespace

TEST_CASE("weekly of a quiet week is friendly, and tells what was done") {
  Harness stead(kQuietBook);
  CHECK(stead.run("weekly") == Result{0,
                                      R"(Your week  Mon 2026-08-03 to Sun 2026-08-09

Nothing is due, nobody waits for you, and there is no gap in cover. A good day
to call somebody you like.

Done  Mon 2026-07-27 to Sun 2026-08-02
  In contact once with 1 person.

  Mon ·  Tue ·  Wed ·  Thu █ 1  Fri ·  Sat ·  Sun ·

  Thu 2026-07-30  call with Ana Ruiz: talked about backups
)",
                                      ""});
}

TEST_CASE("weekly --if-any prints nothing of a quiet week, in every format") {
  Harness stead(kQuietBook);
  CHECK(stead.run("weekly --if-any") == Result{0, "", ""});
  CHECK(stead.run("weekly --if-any --json") == Result{0, "", ""});
  CHECK(stead.run("weekly --if-any --format html") == Result{0, "", ""});
}

TEST_CASE("weekly --if-any prints the whole page when there is something to do") {
  Harness stead(small_practice());
  const Result page = stead.run("weekly");
  CHECK(page.status == 0);
  CHECK(page.out != "");
  CHECK(stead.run("weekly --if-any") == page);
}

TEST_CASE("each command on the page can be pasted") {
  Harness stead(small_practice());
  const std::string page = stead.run("weekly").out;
  CHECK(page.find("stead tell k7q2wd4") != std::string::npos);
  CHECK(page.find("stead log ana-ruiz answered") != std::string::npos);
  CHECK(stead.run("keep k7q2wd4").status == 0);
  CHECK(stead.run("log ana-ruiz answered").status == 0);
  const std::string after = stead.run("weekly").out;
  CHECK(after.find("k7q2wd4") == std::string::npos);
  CHECK(after.find("asks about DNS") == std::string::npos);
}

TEST_CASE("weekly takes a period, and refuses what is none") {
  Harness stead(small_practice());
  const Result past = stead.run("weekly last week");
  CHECK(past.status == 0);
  CHECK(past.out.starts_with("Looking back  Mon 2026-07-27 to Sun 2026-08-02\n"));
  CHECK(stead.run("weekly next week")
            .out.starts_with("Looking ahead  Mon 2026-08-10 to Sun 2026-08-16\n"));
  CHECK(stead.run("weekly aug").out.starts_with("Your days  Sat 2026-08-01 to Mon 2026-08-31\n"));
  const Result wrong = stead.run("weekly nxt week");
  CHECK(wrong.status == 2);
  CHECK(wrong.out == "");
}

TEST_CASE("weekly without a book names the command that begins one") {
  Harness stead;
  const Result result = stead.run("weekly");
  CHECK(result.status == 3);
  CHECK(result.out == "");
  CHECK(result.err.find("stead init") != std::string::npos);
}

TEST_CASE("stead alone says how to begin where there is no book, and does not fail") {
  Harness stead;
  const Result text = stead.run("");
  CHECK(text.status == 0);
  CHECK(text.out.starts_with("Welcome to stead\n"));
  CHECK(text.out.find("stead init --book " + stead.book_path().string() + " \"Your Name\"") !=
        std::string::npos);
  CHECK(text.out.find("stead init --sample --book sample.json && "
                      "export STEAD_BOOK=\"$PWD/sample.json\"\n") != std::string::npos);
  CHECK(text.out.ends_with("\nNew here? stead help tutorial\n"));
  CHECK(text.err == "");
  CHECK(stead.run("--json") ==
        Result{0, R"({"schema":"stead.welcome/1","book":")" + stead.book_path().string() + "\"}\n",
               ""});
  CHECK(stead.run("--format html").status == 0);
}

TEST_CASE("today counts people who wait, not their questions") {
  stead::test::Harness stead(stead::test::small_practice());
  stead.run("log sam --from-them --needs-reply is it up?");
  stead.run("log sam --from-them --needs-reply and the other one?");
  // Ana Ruiz waits since July.
  CHECK(stead.run("").out.find(
            "Ana Ruiz has waited for your answer since Mon 2026-07-06, and 1 more;") !=
        std::string::npos);
}

TEST_CASE("a month by its name is the nearest, and what has begun is reviewed so far") {
  stead::test::Harness stead(stead::test::small_practice());
  CHECK(
      stead.run("weekly july").out.starts_with("Looking back  Wed 2026-07-01 to Fri 2026-07-31\n"));
  CHECK(stead.run("weekly september")
            .out.starts_with("Looking ahead  Tue 2026-09-01 to Wed 2026-09-30\n"));
  CHECK(stead.run("weekly 2026").out.find("\nDone  Thu 2026-01-01 to Mon 2026-08-03\n") !=
        std::string::npos);
}
