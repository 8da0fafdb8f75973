#include "stead/standing.h"

#include "harness.h"
#include "week_of.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace stead;
using nlohmann::json;
using stead::test::Harness;
using stead::test::kMonday;
using stead::test::morning_of;
using stead::test::Result;

std::string book_of(const std::string& contacts, const std::string& promises,
                    const std::string& interactions) {
  return "{\n\"stead\": 1,\n\"contacts\": [\n" + contacts + "\n],\n\"promises\": [\n" + promises +
         "\n],\n\"interactions\": [\n" + interactions + "\n]\n}\n";
}

StandingReport report_of(const std::string& text, StandingRequest request = {}) {
  return standing_report(Book::strict(text, "book.json"), morning_of(kMonday), request);
}

const Standing* find(const StandingReport& report, const std::string& who) {
  const auto found = std::ranges::find(report.people, who, &Standing::who);
  return found == report.people.end() ? nullptr : &*found;
}

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(engine_); }
  bool chance(int percent) { return below(100) < percent; }

 private:
  std::mt19937 engine_;
};

/// The day so many days before the Monday of the tests.
std::string ago(int days) { return to_string(kMonday - Days{days}); }

/// A figure as the second computation has it: how many days ago each was, and whether it was good.
using Times = std::vector<std::pair<int, bool>>;
/// The figures of each contact by their names.
using Figures = std::map<std::string, std::map<std::string, Times>>;

/// A life of three years, and what it comes to, added up while it is diced.
class Life {
 public:
  explicit Life(unsigned seed) : dice_(seed) {
    for (int i = 0; i < 25; ++i) promise(i);
    for (int i = 0; i < 12; ++i) heard_.push_back(hear());
    for (int day = 1100; day > 0; day -= 1 + dice_.below(30)) interaction(day);
    gaps();
  }

  std::string book() const {
    std::string contacts = R"({"id":"acme","name":"Acme","kind":"org","every":"3w"},)"
                           "\n";
    contacts += R"({"id":"ana","name":"Ana","was":["a"],"org":"acme","every":"10d","heard":[)";
    for (std::size_t i = 0; i < heard_.size(); ++i) contacts += (i > 0 ? "," : "") + heard_[i];
    contacts += R"(]},)"
                "\n"
                R"({"id":"bo","name":"Bo"},)"
                "\n"
                R"({"id":"me","name":"Jan"})";
    return book_of(contacts, joined(promises_), joined(interactions_));
  }

  Figures figures;
  std::map<std::string, std::pair<int, int>> deeds;  ///< Given and got.

 private:
  static std::string joined(const std::vector<std::string>& records) {
    std::string text;
    for (const std::string& each : records) text += (text.empty() ? "" : ",\n") + each;
    return text;
  }
  std::string someone() { return dice_.chance(60) ? "ana" : dice_.chance(50) ? "bo" : "acme"; }
  void count(const std::string& who, const std::string& figure, int day, bool good) {
    figures[who][figure].emplace_back(day, good);
  }

  void promise(int number) {
    const std::string who = someone();
    const bool follow_up = dice_.chance(10);
    const bool theirs = !follow_up && dice_.chance(15);
    const int made = 100 + dice_.below(900);
    const int due = made - 1 - dice_.below(30);
    const bool dated = dice_.chance(80);
    const int closed = due + 10 - dice_.below(20);
    const int told = due + 10 - dice_.below(20);
    const bool is_told = dice_.chance(40);
    const int kind = dice_.below(4);
    json record{{"id", "p" + std::to_string(number)},
                {"by", theirs ? who : "me"},
                {"to", theirs || follow_up                ? "me"
                       : who == "ana" && dice_.chance(30) ? "a"
                                                          : who},
                {"text", "x"},
                {"made", ago(made)}};
    if (dated) record["due"] = ago(due);
    if (is_told) record["told"] = {{{"on", ago(told)}, {"text", "so"}}};
    const char* const status[]{"kept", "broken", "released", ""};
    if (kind < 3) {
      record["status"] = status[kind];
      record["closed"] = ago(closed);
    }
    promises_.push_back(record.dump());
    if (follow_up || theirs) return;
    if (kind < 2) count(who, "kept", closed, kind == 0);
    const bool closed_late = kind < 3 && dated && closed < due;
    if (kind == 0 && dated) count(who, "on_time", closed, !closed_late);
    const bool is_late = kind == 3 && dated && due > 0;
    if (!closed_late && !is_late && kind != 1) return;
    const int known = is_told ? told : kind < 3 ? closed : due;
    count(who, "told", known, is_told && (!dated || told >= due));
  }

  std::string hear() {
    const int on = dice_.below(1000);
    json heard{{"text", "t" + std::to_string(heard_.size())}, {"on", ago(on)}};
    const bool reflected = dice_.chance(50);
    const bool retired = dice_.chance(30);
    if (reflected) heard["reflected"] = ago(on / 2);
    if (retired) heard["retired"] = ago(on / 3);
    if (reflected || !retired) count("ana", "said_back", on, reflected);
    return heard.dump();
  }

  void interaction(int day) {
    const std::string who = someone();
    json record{
        {"id", "i" + std::to_string(interactions_.size())}, {"at", ago(day)}, {"with", {who}}};
    if (dice_.chance(30) && who != "bo") record["with"].push_back("bo");
    const bool note = dice_.chance(20);
    const bool by_bo = dice_.chance(10);
    if (note) record["via"] = "note";
    if (dice_.chance(40)) {
      record["went"] = dice_.chance(60) ? "well" : "badly";
    }
    if (by_bo) record["by"] = "bo";
    if (note && dice_.chance(60)) {
      json deed{{"kind", "advice"}, {"dir", dice_.chance(50) ? "gave" : "got"}};
      if (dice_.chance(50)) deed["thanked"] = ago(day - 1);
      if (dice_.chance(20)) deed["even"] = true;
      record["deed"] = deed;
    }
    interactions_.push_back(record.dump());
    if (by_bo) return;
    for (const json& with : record["with"]) count_interaction(record, with, day, note);
  }

  void count_interaction(const json& record, const std::string& who, int day, bool note) {
    if (!note) {
      met_[who].insert(day);
      if (who == "ana") met_["acme"].insert(day);
      if (record.contains("went")) count(who, "went_well", day, record["went"] == "well");
    }
    if (!record.contains("deed") || record["deed"].contains("even")) return;
    const bool gave = record["deed"]["dir"] == "gave";
    ++(gave ? deeds[who].first : deeds[who].second);
    if (!gave) count(who, "thanked", day, record["deed"].contains("thanked"));
  }

  /// Times without contact that ended within two years of 365 days.
  void gaps() {
    for (const auto& [who, every] : std::map<std::string, int>{{"acme", 21}, {"ana", 10}}) {
      int before = -1;
      for (auto day = met_[who].rbegin(); day != met_[who].rend(); ++day) {
        if (before >= 0 && *day < 730) count(who, "in_touch", *day, before - *day <= every);
        before = *day;
      }
      if (before > every) count(who, "in_touch", 0, false);
    }
  }

  Dice dice_;
  std::vector<std::string> promises_;
  std::vector<std::string> interactions_;
  std::vector<std::string> heard_;
  std::map<std::string, std::set<int>> met_;
};

Share share_of(const Times& times, int from, int to) {
  Share share;
  for (const auto& [day, good] : times) {
    if (day < from || to <= day) continue;
    ++share.all;
    share.good += good ? 1U : 0U;
  }
  return share;
}

/// One year before the Monday of the tests has 365 days, as has the one before it.
constexpr int kYear = 365;

void compare(const Life& life, const StandingReport& report) {
  for (const auto& [handle, figures] : life.figures) {
    const std::string& who = handle;
    CAPTURE(who);
    const Standing* standing = find(report, who);
    REQUIRE(standing != nullptr);
    CHECK(standing->figures.size() == figures.size());
    for (const Figure& figure : standing->figures) {
      CAPTURE(word_of(figure.kind));
      const Times& times = figures.at(std::string(word_of(figure.kind)));
      CHECK(figure.share == share_of(times, -100000, 100000));
      CHECK(figure.last_year == share_of(times, 0, kYear));
      CHECK(figure.year_before == share_of(times, kYear, 2 * kYear));
      CHECK(figure.evidence.size() == times.size());
      const auto good = std::ranges::count(figure.evidence, true, &Evidence::good);
      CHECK(static_cast<std::size_t>(good) == figure.share.good);
    }
    const auto deeds = life.deeds.find(who);
    const auto [gave, got] = deeds == life.deeds.end() ? std::pair(0, 0) : deeds->second;
    CHECK(standing->gave == static_cast<std::size_t>(gave));
    CHECK(standing->got == static_cast<std::size_t>(got));
  }
}

}  // namespace

TEST_CASE("each figure of standing is what a second computation says, over random lives") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const Life life(seed);
    compare(life, report_of(life.book(), {.explain = true}));
  }
}

TEST_CASE("one contact has the same figures alone as among all") {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const std::string text = Life(seed).book();
    const StandingReport all = report_of(text);
    for (const char* who : {"acme", "ana", "bo"}) {
      const StandingReport one = report_of(text, {.who = who});
      REQUIRE(!one.people.empty());
      const Standing* among = find(all, who);
      if (among != nullptr) CHECK(one.people.front() == *among);
    }
  }
}

TEST_CASE("Wilson's interval has the values that were published") {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
  // Medicine 17 (1998), table I, the score method without continuity correction.
  const auto is = [](Share share, double low, double high) {
    const Interval interval = wilson_interval(share);
    CHECK(interval.low == doctest::Approx(low).epsilon(0.0005));
    CHECK(interval.high == doctest::Approx(high).epsilon(0.0005));
  };
  is({81, 263}, 0.2553, 0.3662);
  is({15, 148}, 0.0624, 0.1605);
  is({0, 20}, 0, 0.1611);
  is({1, 29}, 0.0061, 0.1718);
  // By hand: all of n, from n / (n + z²) on.
  is({1, 1}, 1 / (1 + 1.96 * 1.96), 1);
  is({0, 1}, 0, 1.96 * 1.96 / (1 + 1.96 * 1.96));
  CHECK(wilson_interval({}) == Interval{0, 1});
}

TEST_CASE("a year is better or worse where the shares are more than a tenth apart") {
  const auto trend = [](Share now, Share before) {
    return word_of(trend_of({.last_year = now, .year_before = before}));
  };
  CHECK(trend({9, 10}, {8, 10}) == "same");
  CHECK(trend({9, 10}, {15, 20}) == "better");
  CHECK(trend({8, 10}, {9, 10}) == "same");
  CHECK(trend({7, 10}, {9, 10}) == "worse");
  CHECK(trend({1, 1}, {}) == "unknown");
  CHECK(trend({}, {1, 1}) == "unknown");
}

namespace {

/// What would help with Ana most.
std::string help_of(const std::string& ana, const std::string& promises,
                    const std::string& interactions) {
  const std::string text =
      book_of(R"({"id":"ana","name":"Ana")" + ana + "},\n" + R"({"id":"me","name":"Jan"})",
              promises, interactions);
  const StandingReport report = report_of(text, {.who = "ana"});
  const std::optional<Help>& help = report.people.front().help;
  return help ? std::string(word_of(help->kind)) + ": " + help->text + ": " + help->command : "";
}

const std::string kLate =
    R"({"id":"p1","by":"me","to":"ana","text":"estimate","made":"2026-07-01","due":"2026-07-31")";
const std::string kTold = R"(,"told":[{"on":"2026-07-30","text":"soon"}])";
const std::string kAsks =
    R"({"id":"i1","at":"2026-07-30","with":["ana"],"from":"them","needs_reply":true,"text":"how?"})";

}  // namespace

TEST_CASE("the one thing that would help is what is most pressing") {
  CHECK(help_of("", kLate + "}", "") ==
        "tell: tell them how 'estimate' stands: it is 3 days late: stead tell p1");
  CHECK(help_of("", kLate + kTold + "}", "") ==
        "keep: deliver 'estimate': it is 3 days late: stead keep p1");
  CHECK(help_of(R"(,"reply_within":"1d")", kLate + kTold + "}", kAsks) ==
        "answer: answer them: 'how?': stead log ana answered");
  CHECK(help_of("", kLate + kTold + "}", kAsks).substr(0, 5) == "keep:");
  CHECK(help_of("", "", kAsks) == "reply: answer them: 'how?': stead log ana answered");
  CHECK(help_of("", "", R"({"id":"i1","at":"2026-07-30","with":["ana"],"went":"badly"})") ==
        "ask: ask how it is now: the last time, Thu 2026-07-30, went badly for them: stead log "
        "ana called");
  CHECK(help_of("", "",
                R"({"id":"i1","at":"2026-07-30","with":["ana"],"went":"badly"},)"
                R"({"id":"i2","at":"2026-07-31","with":["ana"]})") == "");
  CHECK(help_of(R"(,"every":"1w")", "", R"({"id":"i1","at":"2026-07-20","with":["ana"]})") ==
        "reconnect: reconnect: the last time was 2 weeks ago: stead log ana called");
  CHECK(help_of(R"(,"every":"1w")", "", "") ==
        "reconnect: get in touch: there was no contact yet: stead log ana called");
  CHECK(help_of(R"(,"every":"1w","snoozed":{"reconnect":"2026-08-10"})", "", "") == "");
  CHECK(
      help_of(R"(,"every":"1w","heard":[{"text":"one page"}],"snoozed":{"reconnect":"2026-08-10"})",
              "", "") == "reflect: let them know that you heard: 'one page': stead reflect ana");
  CHECK(help_of(R"(,"heard":[{"text":"one page"}])", "", "") ==
        "reflect: let them know that you heard: 'one page': stead reflect ana");
  const std::string got =
      R"({"id":"i1","at":"2026-07-30","with":["ana"],"via":"note","deed":{"kind":"referral","dir":"got")";
  CHECK(help_of("", "", got + "}}") == "thank: thank them for a referral: stead thank ana");
  CHECK(help_of("", "", got + R"(,"thanked":"2026-07-31"}})") == "");
  CHECK(help_of("", "",
                R"({"id":"i1","at":"2026-06-30","with":["ana"],"via":"note",)"
                R"("deed":{"kind":"referral","dir":"got","thanked":"2026-07-31"}})") ==
        "give: do something for them: they gave you a referral, and less of that went back: stead "
        "gave ana favour");
  CHECK(help_of(R"(,"tags":["client"])", "", "") == "begin: get in touch: stead log ana called");
  CHECK(help_of("", "", "") == "");
}

TEST_CASE("the list has those with evidence or a tag, whom something would help first") {
  const std::string text = book_of(
      R"({"id":"acme","name":"Acme","kind":"org"},
{"id":"ana","name":"Ana","org":"acme"},
{"id":"bo","name":"Bo"},
{"id":"cem","name":"Cem","tags":["colleague"]},
{"id":"dee","name":"Dee"},
{"id":"me","name":"Jan"},
{"id":"old","name":"Old","archived":"2026-01-01"})",
      R"({"id":"p1","by":"me","to":"ana","text":"plan","made":"2026-07-01","status":"kept","closed":"2026-07-02"},
{"id":"p2","by":"me","to":"bo","text":"plan","made":"2026-07-01","due":"2026-07-30"},
{"id":"p3","by":"me","to":"old","text":"plan","made":"2026-07-01","due":"2026-07-30"},
{"id":"p4","by":"me","to":"me","for":"dee","text":"call","made":"2026-07-01"})",
      "");
  std::vector<std::string> who;
  for (const Standing& each : report_of(text).people) who.push_back(each.who);
  CHECK(who == std::vector<std::string>{"bo", "cem", "ana"});
  // Asked for by name, an archived one is there, and an organisation with its people.
  CHECK(report_of(text, {.who = "old"}).people.front().promises.late == 1);
  who.clear();
  for (const Standing& each : report_of(text, {.who = "acme"}).people) who.push_back(each.who);
  CHECK(who == std::vector<std::string>{"acme", "ana"});
}

TEST_CASE("standing refuses whoever is unknown, and you") {
  Harness stead(stead::test::small_practice());
  CHECK(stead.run("standing me") ==
        Result{2, "",
               "stead: it is always about where you stand with somebody else\nhint: stead "
               "standing\n"});
  CHECK(stead.run("standing nobody").status == 2);
}

TEST_CASE("a long list ends with how many more there are, and --all has them") {
  std::string contacts;
  for (int i = 10; i < 35; ++i) {
    contacts += R"({"id":"c)" + std::to_string(i) + R"(","name":"C)" + std::to_string(i) +
                R"(","heard":[{"text":"x"}]},)" + "\n";
  }
  Harness stead(book_of(contacts + R"({"id":"me","name":"Jan"})", "", ""));
  const std::string out = stead.run("standing").out;
  CHECK(out.find("and 5 more: stead standing --all\n") != std::string::npos);
  CHECK(out.find("C30:") == std::string::npos);
  CHECK(stead.run("standing --all").out.find("C34:") != std::string::npos);
  CHECK(json::parse(stead.run("standing --json").out)["people"].size() == 25);
}
