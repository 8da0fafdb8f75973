#include "harness.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace {

using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

/// The first promise of the book that has this in it, as JSON.
nlohmann::json promise_with(const Harness& stead, const std::string& part) {
  const nlohmann::json book = nlohmann::json::parse(stead.book());
  for (const auto& promise : book["promises"]) {
    if (promise.dump().find(part) != std::string::npos) return promise;
  }
  return {};
}

}  // namespace

TEST_CASE("tell notes the day, what was said and the new date, and says whether it was in time") {
  Harness stead(small_practice());
  CHECK(stead.run("promise sam migration plan --by fri -q").status == 0);
  CHECK(stead.run("tell sam needs two days more --by 2026-08-11") ==
        Result{0,
               "Told Sam Ortiz in time: needs two days more. migration plan, now due Tue\n"
               "2026-08-11, was Fri 2026-08-07.\n",
               ""});
  CHECK(promise_with(stead, "plan")["due"] == "2026-08-11");
  CHECK(
      promise_with(stead, "plan")["told"].dump() ==
      R"([{"due":"2026-08-11","due_was":"2026-08-07","on":"2026-08-03","text":"needs two days more"}])");
  CHECK(stead.run("check -q").status == 0);
}

TEST_CASE("tell on a promise of theirs notes that they told me") {
  Harness stead(small_practice());
  CHECK(stead.run("tell bo he is on it").out ==
        "Bo Lind told you in time: he is on it. VPN credentials, still due Wed\n2026-08-05.\n");
  CHECK(promise_with(stead, "VPN")["told"].dump() ==
        R"([{"on":"2026-08-03","text":"he is on it"}])");
  CHECK(promise_with(stead, "VPN")["due"] == "2026-08-05");
}

TEST_CASE("what is told after the date is told late") {
  Harness stead(small_practice());
  CHECK(stead.run("tell ana two numbers are missing").out ==
        "Told Ana Ruiz (Acme Dental) 3 days after it was due: two numbers are missing.\n"
        "migration estimate, still due Fri 2026-07-31.\n");
  CHECK(stead.run("tell ana --on 2026-07-31 'on the day'").out ==
        "Told Ana Ruiz (Acme Dental) in time, on Fri 2026-07-31: on the day. migration\n"
        "estimate, still due Fri 2026-07-31.\n");
  CHECK(stead.run("tell ana --on 2026-08-01 'a day late'")
            .out.starts_with("Told Ana Ruiz (Acme Dental) 1 day after it was due, on Sat "
                             "2026-08-01: a day\nlate."));
  CHECK(stead.run("promise sam call --by 'today 9:00' -q").status == 0);
  CHECK(stead.run("tell sam --on 'today 9:30' 'in a meeting'").out ==
        "Told Sam Ortiz after the hour it was due, on Mon 2026-08-03 09:30: in a meeting.\n"
        "call, still due Mon 2026-08-03 09:00.\n");
}

TEST_CASE("tell --by none takes the date away, and --by gives one to what had none") {
  Harness stead(small_practice());
  CHECK(stead.run("tell bo --by none").out ==
        "Bo Lind told you in time. VPN credentials, no longer due Wed 2026-08-05.\n");
  CHECK(promise_with(stead, "VPN").contains("due") == false);
  CHECK(promise_with(stead, "VPN")["told"].dump() ==
        R"([{"due_was":"2026-08-05","on":"2026-08-03"}])");
  CHECK(stead.run("tell bo --by none") ==
        Result{2, "", "stead: 'VPN credentials' has no date that could be taken away\n"});
  CHECK(stead.run("tell bo --by fri --now 2026-08-04").out ==
        "Bo Lind told you. VPN credentials, now due Fri 2026-08-07, had no date.\n");
  CHECK(promise_with(stead, "VPN")["told"][1].dump() ==
        R"({"due":"2026-08-07","on":"2026-08-04"})");
  CHECK(stead.run("promise sam plan -q").status == 0);
  CHECK(stead.run("tell sam soon").out == "Told Sam Ortiz: soon. plan, still without a date.\n");
  CHECK(stead.run("check -q").status == 0);
}

TEST_CASE("a date that is told again is no move") {
  Harness stead(small_practice());
  CHECK(stead.run("tell bo 'it stays so' --by wed").out ==
        "Bo Lind told you in time: it stays so. VPN credentials, still due Wed\n2026-08-05.\n");
  CHECK(promise_with(stead, "VPN")["told"].dump() ==
        R"([{"on":"2026-08-03","text":"it stays so"}])");
}

TEST_CASE("the chain of dates is kept in order") {
  Harness stead(small_practice());
  CHECK(stead.run("tell bo --by fri -q").status == 0);
  CHECK(stead.run("tell bo --by 2026-08-10 -q").status == 0);
  // What is told second on a day carries its time.
  CHECK(promise_with(stead, "VPN")["told"].dump() ==
        R"([{"due":"2026-08-07","due_was":"2026-08-05","on":"2026-08-03"},)"
        R"({"due":"2026-08-10","due_was":"2026-08-07","on":"2026-08-03T10:15+02:00"}])");
  const std::string before = stead.book();
  const std::string hint =
      "hint: leave out --by, or say a later --on, with the time of day if it is that day\n";
  CHECK(
      stead.run("tell bo --by 2026-08-12 --on yesterday") ==
      Result{2, "", "stead: the date was changed after that already, on Mon 2026-08-03\n" + hint});
  CHECK(stead.run("tell bo 'once more' --by 2026-08-12 --on today") ==
        Result{2, "",
               "stead: the date was changed after that already, on Mon 2026-08-03 10:15\n" + hint});
  CHECK(stead.book() == before);
  // Without a date it may be noted for any day.
  CHECK(stead.run("tell bo --on yesterday 'he warned me'").out ==
        "Bo Lind told you in time, on Sun 2026-08-02: he warned me. VPN credentials,\n"
        "still due Mon 2026-08-10.\n");
  CHECK(stead.run("check").status == 0);
}

TEST_CASE("the same is not noted twice for one time") {
  Harness stead(small_practice());
  CHECK(stead.run("tell bo --on yesterday hello -q").status == 0);
  const std::string before = stead.book();
  CHECK(stead.run("tell bo --on yesterday hello") ==
        Result{2, "",
               "stead: that was noted for Sun 2026-08-02 already\n"
               "hint: say it in other words, or when it was: --on 'today 14:30'\n"});
  CHECK(stead.book() == before);
}

TEST_CASE("the words behind a person are the text, unless they are needed to name the promise") {
  Harness stead(small_practice());
  const auto told = [&](const std::string& line) {
    const Result result = stead.run(line + " -n");
    CHECK(result.err.empty());
    return result.out;
  };
  // One promise is open with them.
  CHECK(told("tell ana estimate needs more").find(": estimate needs more.") != std::string::npos);
  CHECK(told("tell ana estimate 'needs more'").find(": needs more.") != std::string::npos);
  CHECK(told("tell ana estimate --by fri").find("due: migration") == std::string::npos);
  CHECK(told("tell k7q estimate needs more").find(": estimate needs more.") != std::string::npos);
  CHECK(stead.run("tell ana - -n", "from the\npipe\n").out.find(": from the.") !=
        std::string::npos);

  CHECK(stead.run("promise ana migration plan --by fri -q").status == 0);
  CHECK(told("tell ana plan 'needs more'").find(": needs more. migration plan") !=
        std::string::npos);
  CHECK(told("tell ana plan sick").find(": sick. migration plan") != std::string::npos);
  CHECK(stead.run("tell ana plan - -n", "a day").out.find(": a day. migration plan") !=
        std::string::npos);
  CHECK(told("tell ana plan --by sat").find("in time. migration plan") != std::string::npos);
  CHECK(stead.run("tell ana plan needs more") ==
        Result{2, "",
               "stead: 2 open promises with Ana Ruiz fit:\n"
               "  k7q2wd4  migration estimate (due Fri 2026-07-31)\n"
               "  f44kwhc  migration plan (due Fri 2026-08-07)\n"
               "hint: name its id, such as k7q2wd4; or say words of its text, and then in quotes "
               "what was told\n"});
  CHECK(stead.run("tell ana holiday 'needs more'").err ==
        "stead: no open promise with Ana Ruiz has 'holiday' in it\n"
        "hint: 'stead promises ana-ruiz' lists what there is\n");
}

TEST_CASE("where the only promise does not have the word, the right command is named") {
  Harness stead(small_practice());
  CHECK(stead.run("tell ana plan 'will be later'") ==
        Result{2, "",
               "stead: the only open promise with Ana Ruiz has no 'plan' in it\n"
               "hint: it is 'migration estimate': stead tell ana-ruiz \"will be later\"\n"});
}

TEST_CASE("an empty standard input is nothing that was told") {
  Harness stead(small_practice());
  const std::string before = stead.book();
  for (const char* nothing : {"", "\n", " \n"}) {
    CHECK(stead.run("tell ana -", nothing) ==
          Result{2, "",
                 "stead: what was told is empty\n"
                 "hint: say it, or leave it out: stead tell k7q2wd4 TEXT\n"});
  }
  CHECK(stead.book() == before);
}

TEST_CASE("a promise without a date is told to be so") {
  Harness stead(small_practice());
  CHECK(stead.run("promise sam call back -q").status == 0);
  CHECK(stead.run("tell sam on my way").out ==
        "Told Sam Ortiz: on my way. call back, still without a date.\n");
}

TEST_CASE("a follow-up is put off by its id, and nobody is told of it") {
  Harness stead(small_practice());
  CHECK(stead.run("log ana called --again 2w -q").status == 0);
  CHECK(stead.run("tell ana 'two days more' -q").status == 0);  // no follow-up is meant
  const std::string id = promise_with(stead, "follow up")["id"];
  CHECK(stead.run("tell " + id + " --by 2026-08-31").out ==
        "Put off: follow up: called, about Ana Ruiz (Acme Dental), now due Mon\n"
        "2026-08-31, was Mon 2026-08-17.\n");
  const std::string before = stead.book();
  CHECK(stead.run("tell " + id + " hello") ==
        Result{2, "",
               "stead: 'follow up: called' is between you and yourself: there is nobody to tell\n"
               "hint: 'stead tell " +
                   id + " --by DATE' puts it off\n"});
  CHECK(stead.book() == before);
}

TEST_CASE("what tell cannot note is refused, and nothing is written") {
  Harness stead(small_practice());
  CHECK(stead.run("tell").err ==
        "stead: 'tell' needs PROMISE [TEXT]\nhint: usage: stead tell PROMISE [TEXT]… [options]\n");
  CHECK(stead.run("tell sam hello") ==
        Result{2, "",
               "stead: no open promise with Sam Ortiz\n"
               "hint: 'stead promises sam-ortiz' lists what there is\n"});
  CHECK(stead.run("tell nobody hello").status == 2);
  CHECK(stead.run("tell bo --by soon").status == 2);
  CHECK(stead.run("tell bo --on soon").status == 2);
  CHECK(stead.run({"tell", "bo", "a\x1b[2J"}).status == 2);
  CHECK(stead.book() == small_practice());
  CHECK(stead.run("keep bo -q").status == 0);
  CHECK(stead.run("tell v3 hello") ==
        Result{2, "",
               "stead: promise 'v3x9pqa' is kept already\n"
               "hint: 'stead show v3x9pqa' shows it; 'stead promise --reopen v3x9pqa' opens it "
               "again\n"});
}

TEST_CASE("a telling from before the promise is taken, and said") {
  Harness stead(small_practice());
  CHECK(stead.run("tell ana 'much to do' --on 2026-07-01").err ==
        "hint: Wed 2026-07-01 is before it was promised, Mon 2026-07-20; it is taken as it "
        "stands\n");
}

TEST_CASE("a new date that is past is taken, and said; a telling to come, too") {
  Harness stead(small_practice());
  CHECK(stead.run("tell bo --by 2026-08-01").err == "hint: Sat 2026-08-01 is past already\n");
  CHECK(stead.run("tell bo --on 2026-08-08 hello").err ==
        "hint: Sat 2026-08-08 is still to come; it is taken as it stands\n");
}

TEST_CASE("tell several, and take it back") {
  Harness stead(small_practice());
  CHECK(stead.run("tell k7,v3 'all is delayed' --by 2026-08-14 -q").status == 0);
  CHECK(promise_with(stead, "k7q")["due"] == "2026-08-14");
  CHECK(promise_with(stead, "v3x")["due"] == "2026-08-14");
  CHECK(stead.run("undo -q").status == 0);
  CHECK(stead.book() == small_practice());
}

TEST_CASE("with --json, tell and the closing commands print the records that they changed") {
  struct Example {
    const char* line;
    const char* member;
  };
  constexpr Example kExamples[] = {{"tell bo more time", "told"},
                                   {"release bo", "status"},
                                   {"break bo", "status"},
                                   {"keep bo", "closed"}};
  for (const Example& example : kExamples) {
    CAPTURE(example.line);
    Harness stead(small_practice());
    const auto changes =
        nlohmann::json::parse(stead.run(std::string(example.line) + " --json").out)["changes"];
    REQUIRE(changes.size() == 1);
    CHECK(changes[0]["id"] == "v3x9pqa");
    CHECK_FALSE(changes[0]["before"].contains(example.member));
    CHECK(changes[0]["after"] == promise_with(stead, "VPN"));
    CHECK(changes[0]["after"].contains(example.member));
  }
  Harness stead(small_practice());
  REQUIRE(stead.run("release bo -q").status == 0);
  const auto changes =
      nlohmann::json::parse(stead.run("promise --reopen bo --json").out)["changes"];
  REQUIRE(changes.size() == 1);
  CHECK(changes[0]["before"]["status"] == "released");
  CHECK(changes[0]["after"] == promise_with(stead, "VPN"));
  CHECK(stead.book() == small_practice());
}

TEST_CASE("where a promise is due at a time, what is noted of it has one too") {
  Harness stead(small_practice());
  CHECK(stead.run("promise sam call --by 'today 10:00' -q").status == 0);
  CHECK(stead.run("tell sam 'a bit later'").out ==
        "Told Sam Ortiz after the hour it was due: a bit later. call, still due Mon\n"
        "2026-08-03 10:00.\n");
  CHECK(stead.run("keep sam").out ==
        "Kept late on the day: call, to Sam Ortiz, due Mon 2026-08-03 10:00. You let them\n"
        "know after it was due.\n");
  CHECK(promise_with(stead, "call")["closed"] == "2026-08-03T10:15+02:00");
  for (const char* ending : {"release", "break"}) {
    CAPTURE(ending);
    CHECK(stead.run("promise sam visit --by 'today 17:00' -q").status == 0);
    CHECK(stead.run(std::string(ending) + " sam -q").status == 0);
    CHECK(promise_with(stead, "visit")["closed"] == "2026-08-03T10:15+02:00");
    CHECK(stead.run("undo -q").status == 0);
    CHECK(stead.run("undo -q").status == 0);
  }
}

TEST_CASE("a new date that is earlier is taken, with a hint of the later one") {
  Harness stead(small_practice());
  CHECK(stead.run("promise sam plan --by fri -q").status == 0);
  CHECK(stead.run("tell sam 'two days more' --by tue") ==
        Result{0,
               "Told Sam Ortiz in time: two days more. plan, now due Tue 2026-08-04, earlier\n"
               "than Fri 2026-08-07.\n",
               "hint: if a later day is meant: stead undo, then --by 2026-08-11\n"});
  CHECK(promise_with(stead, "plan")["due"] == "2026-08-04");
  CHECK(stead.run("promises sam --closed").out.find("date moved once, 3 days nearer") !=
        std::string::npos);
}

TEST_CASE("a second move in the same minute and words is refused for what it is") {
  Harness stead(small_practice());
  CHECK(stead.run("tell bo -q").status == 0);
  CHECK(stead.run("tell bo --by 2026-08-10 -q").status == 0);
  CHECK(stead.run("tell bo --by 2026-08-11") ==
        Result{2, "",
               "stead: another telling without words was noted for Mon 2026-08-03 10:15 already\n"
               "hint: say in other words what is new, or take that one back first: stead undo\n"});
}

TEST_CASE("a person alone means the promise, and the follow-up where nothing else is open") {
  Harness stead(small_practice());
  CHECK(stead.run("log ana called --again fri -q").status == 0);
  CHECK(stead.run("keep ana").out.starts_with("Kept 3 days late: migration estimate"));
  CHECK(stead.run("keep ana").out == "Done: follow up: called, about Ana Ruiz (Acme Dental).\n");
  CHECK(stead.run("log bo called --again fri -q").status == 0);
  CHECK(stead.run("keep bo follow").out.starts_with("Done: follow up: called"));
}

TEST_CASE("a date alone is no promise") {
  Harness stead(small_practice());
  CHECK(stead.run("promise ana by fri") == Result{2, "",
                                                  "stead: what was promised is empty\n"
                                                  "hint: stead promise WHO TEXT --by DATE\n"});
  CHECK(stead.run("log ana called --promise 'by fri'").status == 2);
  CHECK(stead.book() == small_practice());
}
