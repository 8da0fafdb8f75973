#include "stead/packet.h"

#include "examples.h"
#include "harness.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

// Which days a packet is about: cover that was taken back, and what is outside of its period.

namespace {

using namespace stead;
using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string in_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

std::string with(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  REQUIRE_MESSAGE(at != std::string::npos, old);
  return text.replace(at, old.size(), now);
}

/// Jan, whose clients Sam covers, and Sam. Each line is typed on a day; the packet lies between.
class Two {
 public:
  Two() {
    sam_.seed(77);
    must(sam_, "init 'Sam Ortiz'", "2026-08-01");
  }

  Result jan(const std::string& line, const std::string& on) { return must(jan_, line, on); }
  Result sam(const std::string& line, const std::string& on) { return must(sam_, line, on); }

  Result sam_tries(const std::string& line) { return sam_.run(line); }

  /// What Sam reads of a packet that Jan makes.
  std::string hand_over(const std::string& options, const std::string& on) {
    const std::string packet = jan("handoff sam --packet - " + options, on).out;
    return in_one_line(take(sam_, packet, on));
  }
  std::string hand_back(const std::string& period, const std::string& on) {
    return in_one_line(take(jan_, sam("handoff " + period + " --back --packet -", on).out, on));
  }

  /// Who stands in for Acme in Sam's book, of `you` and nobody.
  bool is_covered_by_sam(const std::string& on) {
    return has(sam("who covers acme-dental --on " + on, on).out, "You cover Acme");
  }

  Harness& jans() { return jan_; }

 private:
  static Result must(Harness& side, const std::string& line, const std::string& on,
                     const std::string& input = {}) {
    const Result result = side.run(line + " --now " + on + "T12:00", input);
    CAPTURE(line);
    REQUIRE_MESSAGE(result.status < 2, result.err);
    return result;
  }
  static std::string take(Harness& side, const std::string& packet, const std::string& on) {
    return must(side, "receive - --yes", on, packet).out;
  }

  Harness jan_{small_practice()};
  Harness sam_;
};

}  // namespace

TEST_CASE("a newer packet takes back days that are outside of its period, and only those") {
  Two two;
  two.jan("uncover acme sam", "2026-08-01");
  two.jan("cover acme sam 2026-08-10..2026-08-21 --agreed", "2026-08-01");
  two.jan("cover acme sam 2026-09-07..2026-09-11 --agreed", "2026-08-01");
  two.hand_over("2026-08-10..2026-08-21", "2026-08-01");
  two.hand_over("2026-09-07..2026-09-11", "2026-08-02");
  CHECK(two.is_covered_by_sam("2026-08-20"));
  CHECK(two.is_covered_by_sam("2026-09-08"));
  two.jan("uncover acme sam 2026-08-10..2026-08-21", "2026-08-03");
  two.jan("cover acme sam 2026-08-10..2026-08-14 --agreed", "2026-08-03");
  const std::string said = two.hand_over("2026-08-10..2026-08-14", "2026-08-04");
  CHECK(
      has(said,
          "You no longer cover Acme Dental for Jan Hale, from Sat 2026-08-15 to Fri 2026-08-21."));
  CHECK(two.is_covered_by_sam("2026-08-14"));
  CHECK(!two.is_covered_by_sam("2026-08-15"));
  CHECK(two.is_covered_by_sam("2026-09-08"));
}

TEST_CASE("an owner who takes the last client back can say so in a packet, with a yes") {
  Two two;
  two.hand_over("2026-08-10..2026-08-21", "2026-08-03");
  CHECK(two.is_covered_by_sam("2026-08-12"));
  two.jan("uncover acme sam", "2026-08-04");
  const Result refused = two.jans().run("handoff sam --packet - --now 2026-08-05T12:00");
  CHECK(refused.status == 2);
  CHECK(refused.out.empty());
  CHECK(has(refused.err, "to take back what an earlier packet gave them, say it with --yes\n"));
  CHECK(two.jans().run_on_terminal("handoff sam --packet - --now 2026-08-05T12:00", "n\n").out ==
        "No packet was written.\n");
  const std::string file = (two.jans().folder() / "p.json").string();
  CHECK(
      in_one_line(two.jan("handoff sam --yes --packet " + file, "2026-08-05").out)
          .starts_with("For Sam Ortiz: no client any more; it takes back whatever else an earlier "
                       "packet gave them, in "));
  CHECK(two.hand_over("--yes", "2026-08-05") ==
        "You no longer cover Acme Dental for Jan Hale, from Mon 2026-08-10 to Fri 2026-08-21. ");
  CHECK(!two.is_covered_by_sam("2026-08-12"));
  CHECK(has(two.hand_over("--yes", "2026-08-06"), "Jan Hale hands no client over to you. "));
}

TEST_CASE("without an absence, a packet that takes all back needs no days") {
  Two two;
  two.hand_over("2026-08-10..2026-08-21", "2026-08-03");
  two.jan("away --cancel 2026-08-10..2026-08-21", "2026-08-04");
  CHECK(two.jans().run("handoff sam --yes --packet - --now 2026-08-05T12:00").status == 2);
  two.jan("uncover acme sam", "2026-08-05");
  CHECK(has(two.hand_over("--yes", "2026-08-05"), "You no longer cover Acme Dental"));
}

TEST_CASE("a packet without a client changes nothing for somebody who never had one") {
  Two two;
  two.jan("uncover acme sam", "2026-08-04");
  CHECK(two.hand_over("--yes", "2026-08-05") ==
        "There is no client in standard input, and nothing to change. ");
}

TEST_CASE(
    "a promise that its owner closed is closed here where its person works elsewhere by now") {
  Two two;
  two.hand_over("2026-08-10..2026-08-21", "2026-08-03");
  CHECK(has(two.sam("promises", "2026-08-03").out, "migration estimate"));
  two.jan("keep k7q", "2026-08-04");
  two.jan("set ana --org delta", "2026-08-04");
  CHECK(has(two.hand_over("2026-08-10..2026-08-21", "2026-08-05"), "1 promise changed"));
  CHECK(!has(two.sam("promises", "2026-08-05").out, "migration estimate"));
}

TEST_CASE("what was done for somebody who works elsewhere by now comes back all the same") {
  Two two;
  two.hand_over("2026-08-10..2026-08-21", "2026-08-03");
  two.sam("log ana mended it", "2026-08-12");
  two.jan("set ana --org delta", "2026-08-14");
  CHECK(has(two.hand_back("2026-08-10..2026-08-21", "2026-08-22"), "1 interaction"));
}

TEST_CASE("what goes back is as it was at the end of the period") {
  Two two;
  two.hand_over("2026-08-10..2026-08-14", "2026-08-03");
  two.sam("tell k7q 'on Monday' --by 2026-08-17", "2026-08-12");
  two.sam("tell k7q 'one day more' --by 2026-08-18", "2026-08-16");
  two.sam("keep k7q", "2026-08-18");
  two.hand_back("2026-08-10..2026-08-14", "2026-08-19");
  const std::string promise = two.jan("show k7q", "2026-08-19").out;
  CHECK(has(promise, "Mon 2026-08-17"));
  CHECK(!has(promise, "one day more"));
  CHECK(!has(promise, "kept"));
  two.hand_back("2026-08-10..2026-08-18", "2026-08-19");
  CHECK(has(two.jan("show k7q", "2026-08-19").out, "kept"));
}

TEST_CASE("all days of one absence go back at once, whoever covered between them") {
  Two two;
  two.jan("uncover acme sam", "2026-08-01");
  for (const char* days : {"2026-08-10..2026-08-11", "2026-08-17..2026-08-18", "2026-08-21"}) {
    two.jan(std::string("cover acme sam --agreed ") + days, "2026-08-01");
  }
  two.hand_over("2026-08-10..2026-08-21", "2026-08-03");
  two.sam("log ana answered about DNS", "2026-08-10");
  two.sam("log ana answered about mail", "2026-08-21");
  const Result all = two.sam("handoff --back --packet -", "2026-08-22");
  CHECK(has(all.out, "about DNS"));
  CHECK(has(all.out, "about mail"));
  CHECK(!has(all.err, "what you did before"));
}

TEST_CASE("what was done in an earlier stretch of cover is said with its command") {
  Two two;
  two.jan("uncover acme sam", "2026-08-01");
  two.jan("away --cancel 2026-08-10", "2026-08-01");
  two.jan("cover acme sam --agreed 2026-08-10..2026-08-11", "2026-08-01");
  two.jan("cover acme sam --agreed 2026-08-21", "2026-08-01");
  two.hand_over("2026-08-10..2026-08-21", "2026-08-03");
  two.sam("log ana answered about DNS", "2026-08-10");
  const std::string earlier =
      "hint: what you did from Mon 2026-08-10 to Tue 2026-08-11, goes back so, if it did not yet: "
      "stead handoff jan-hale 2026-08-10..2026-08-11 --back --packet FILE";
  CHECK(has(two.sam("handoff --back --packet - 2026-08-10..2026-08-11", "2026-08-20").out,
            "about DNS"));
  const Result nothing = two.sam_tries("handoff --back --packet - --now 2026-08-22T12:00");
  CHECK(nothing.status == 2);
  CHECK(has(in_one_line(nothing.err), earlier));
  two.sam("log ana answered about mail", "2026-08-21");
  const Result last = two.sam("handoff --back --packet -", "2026-08-22");
  CHECK(!has(last.out, "about DNS"));
  CHECK(has(in_one_line(last.err), earlier));
  two.sam("log ana answered about fonts", "2026-08-13");
  CHECK(has(in_one_line(two.sam("handoff --back --packet -", "2026-08-22").err),
            "hint: what you did before, since Thu 2026-08-13, goes back so: stead handoff jan-hale "
            "2026-08-13..2026-08-21 --back --packet FILE"));
  CHECK(has(two.sam("handoff --back --packet - 2026-08-13..2026-08-21", "2026-08-22").out,
            "about fonts"));
}

TEST_CASE("what is outside of the period, or still to come, is refused by its name") {
  Two two;
  two.hand_over("2026-08-10..2026-08-21", "2026-08-03");
  two.sam("keep k7q", "2026-08-12");
  two.sam("heard ana 'short mails'", "2026-08-12");
  const std::string back =
      two.sam("handoff --back --packet - 2026-08-10..2026-08-21", "2026-08-14").out;
  const std::string before = two.jans().book();
  const std::pair<const char*, const char*> refused[] = {
      {R"("closed":"2026-08-12")", R"("closed":"2026-08-09")"},
      {R"("closed":"2026-08-12")", R"("closed":"2026-08-22")"},
      {R"("closed":"2026-08-12")", R"("closed":"2999-01-01")"},
      {R"("closed":"2026-08-12")", R"("closed":"2026-08-18")"},
      {R"("made":"2026-07-20")", R"("made":"2999-01-01")"},
      {R"("status":"kept")", R"("told":[{"on":"2999-01-01","text":"x"}],"status":"kept")"},
      {R"("status":"kept")", R"("parts":[{"on":"2026-08-19","text":"x"}],"status":"kept")"},
      {R"("on":"2026-08-12"})", R"("on":"2026-08-01"})"},
      {R"("on":"2026-08-12"})", R"("on":"2026-08-12","retired":"2999-01-01"})"},
      {R"("on":"2026-08-12"})", R"("on":"2026-08-12","retired":"2026-08-19"})"},
  };
  for (const auto& each : refused) {
    const std::string now = each.second;
    CAPTURE(now);
    const Result result =
        two.jans().run("receive - --yes --now 2026-08-14T12:00", with(back, each.first, now));
    CHECK(result.status == 2);
    CHECK((has(result.err, "'k7q2wd4'") || has(result.err, "'ana-ruiz'")));
  }
  CHECK(two.jans().book() == before);
  const std::string out = two.jan("handoff sam --packet -", "2026-08-03").out;
  CHECK(two.jans().run("receive - --yes --now 2026-08-14T12:00", back).status == 0);

  Harness other;
  CHECK(other.run("init 'Sam Ortiz'").status == 0);
  const std::string agreed = with(out, R"("agreed":"2026-05-02")", R"("agreed":"2999-01-01")");
  const Result result = other.run("receive - --yes --now 2026-08-03T12:00", agreed);
  CHECK(result.status == 2);
  CHECK(has(result.err, "the client 'acme' of the packet has cover noted on"));
}

TEST_CASE("what is in a packet is shown in words before the question, and by a dry run") {
  Two two;
  Harness other;
  CHECK(other.run("init 'Sam Ortiz'").status == 0);
  const std::string file = (other.folder() / "p.json").string();
  std::ofstream(file) << two.jan("handoff sam --packet -", "2026-08-03").out;
  const Result asked = other.run_on_terminal("receive " + file + " --now 2026-08-03T12:00", "n\n");
  for (const char* part :
       {"Jan Hale is new in your book", "Acme Dental", "Ana Ruiz and Jo Park",
        "Jan Hale to Ana Ruiz: migration estimate", "Talks", "Take in 1 client from Jan Hale"}) {
    CAPTURE(part);
    CHECK(has(asked.err, part));
  }
  const Result dry = other.run("receive " + file + " -n --now 2026-08-03T12:00");
  CHECK(has(dry.out, "You cover for Jan Hale  1\n"));
  CHECK(has(dry.out, "Jan Hale to Ana Ruiz: migration estimate"));
  CHECK(
      has(other.run("receive " + file + " -n --json --now 2026-08-03T12:00").out, "\"changes\":["));
}
