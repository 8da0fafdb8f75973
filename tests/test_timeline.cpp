#include "stead/timeline.h"

#include "harness.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace {

using namespace stead;
using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

constexpr const char* kBook = R"({
"stead": 1,
"contacts": [
{"id":"acme","name":"Acme Dental","kind":"org"},
{"id":"ana","name":"Ana Ruiz","was":["a-ruiz"],"org":"acme","heard":[{"text":"no mail","on":"2026-06-01"},{"text":"old","on":"2026-06-01","retired":"2026-07-01"}]},
{"id":"ana-b","name":"Berta Ana","away":[{"from":"2026-08-20","to":"2026-08-21","why":"leave"}]},
{"id":"may-li","name":"May Li"},
{"id":"me","name":"Jan Hale","away":[{"from":"2026-07-03"}]}
],
"promises": [
{"id":"p2","by":"me","to":"a-ruiz","text":"plan","made":"2026-06-01","due":"2026-06-20","told":[{"on":"2026-06-10","text":"later","due_was":"2026-06-12","due":"2026-06-20"}],"parts":[{"on":"2026-06-11","text":"half"}],"status":"kept","closed":"2026-06-21"},
{"id":"p3","by":"ana-b","to":"me","for":"acme","text":"keys","made":"2026-06-02","due":"2026-08-20"},
{"id":"p4","by":"me","to":"me","for":"ana","text":"ask","made":"2026-06-03","due":"2026-08-25"},
{"id":"p5","by":"me","to":"ana","text":"bill","made":"2026-06-04","status":"broken","closed":"2026-06-05"}
],
"interactions": [
{"id":"i2","at":"2026-05-01","with":["ana"],"text":"met"},
{"id":"i3","at":"2026-05-01T09:00+02:00","with":["a-ruiz","ana-b"],"via":"call","text":"spoke of \"ana-b\""},
{"id":"i4","at":"2026-05-02","with":["ana-b"],"about":["ana"],"via":"mail","from":"me","text":"wrote"},
{"id":"i5","at":"2026-05-03","with":["ana-b"],"via":"visit","by":"ana","text":"went"},
{"id":"i6","at":"2026-05-04","with":["\u0061na"],"via":"note","text":"first\nsecond","deed":{"kind":"cover","dir":"got","amount":"2d"}},
{"id":"i7","at":"2026-05-05","with":["may-li"],"for":"acme","from":"them","needs_reply":true,"text":"asks"}
]
}
)";

Now monday() {
  return {*day_from("2026-08-03"), {10 * 60 + 15, 120}, [](Day, int) { return 120; }};
}

/// Each entry as `2026-05-01 interaction i2`.
std::vector<std::string> entries(const std::string& text, const TimelineRequest& request) {
  const Book book = Book::reading(text, "book.json");
  const auto json = nlohmann::json::parse(to_json(timeline_report(book, monday(), request)));
  std::vector<std::string> lines;
  for (const auto& entry : json["entries"]) {
    lines.push_back(entry["at"].get<std::string>() + " " + entry["kind"].get<std::string>() + " " +
                    entry.value("id", "-"));
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("a timeline has all that concerns somebody, the newest first") {
  CHECK(joined(entries(kBook, {.who = {"ana"}})) ==
        "2026-08-25 due p4\n"
        "2026-06-21 kept p2\n"
        "2026-06-11 part p2\n"
        "2026-06-10 told p2\n"
        "2026-06-05 broken p5\n"
        "2026-06-04 promised p5\n"
        "2026-06-03 promised p4\n"
        "2026-06-01 promised p2\n"
        "2026-06-01 heard -\n"
        "2026-05-04 interaction i6\n"
        "2026-05-03 interaction i5\n"
        "2026-05-02 interaction i4\n"
        "2026-05-01T09:00+02:00 interaction i3\n"
        "2026-05-01 interaction i2\n");
}

TEST_CASE("the timeline of an org has that of its people too") {
  const auto of_acme = entries(kBook, {.who = {"acme"}});
  const auto has = [&](const std::string& line) {
    return std::ranges::find(of_acme, line) != of_acme.end();
  };
  for (const std::string& line : entries(kBook, {.who = {"ana"}})) {
    CAPTURE(line);
    CHECK(has(line));
  }
  CHECK(has("2026-05-05 interaction i7"));
  CHECK(has("2026-08-20 due p3"));
  CHECK(of_acme.size() == 17);
}

TEST_CASE("a period takes the days of it out of everything") {
  const Period june{*day_from("2026-06-01"), *day_from("2026-06-30")};
  const auto all = entries(kBook, {});
  std::vector<std::string> in_june;
  for (const std::string& line : all) {
    if (line.starts_with("2026-06")) in_june.push_back(line);
  }
  CHECK(entries(kBook, {.period = june}) == in_june);
  const Period first{*day_from("2026-05-01"), *day_from("2026-05-01")};
  CHECK(joined(entries(kBook, {.period = first})) ==
        "2026-05-01T09:00+02:00 interaction i3\n2026-05-01 interaction i2\n");
  CHECK(joined(entries(kBook, {.period = Period{kFirstDay, *day_from("2026-05-01")}})) ==
        "2026-05-01T09:00+02:00 interaction i3\n2026-05-01 interaction i2\n");
  CHECK(all.size() == 19);
}

TEST_CASE("a book of another layout has the same timeline") {
  const auto pretty = nlohmann::ordered_json::parse(kBook).dump(4);
  for (const char* who : {"ana", "acme", "ana-b", "me", "may-li"}) {
    CAPTURE(who);
    CHECK(entries(pretty, {.who = {who}}) == entries(kBook, {.who = {who}}));
  }
}

TEST_CASE("timeline says each thing in words, and does not name its person again") {
  Harness stead(kBook);
  CHECK(stead.run("timeline ana").out ==
        "Timeline of Ana Ruiz\n"
        "\n"
        "Ahead\n"
        "  Tue 2026-08-25  get back: ask\n"
        "\n"
        "June 2026\n"
        "  Sun 2026-06-21  kept 1 day late: plan\n"
        "  Thu 2026-06-11  done in part: half (plan)\n"
        "  Wed 2026-06-10  let them know: later (plan), now due Sat 2026-06-20, was Fri\n"
        "                  2026-06-12\n"
        "  Fri 2026-06-05  not delivered: bill\n"
        "  Thu 2026-06-04  promised: bill\n"
        "  Wed 2026-06-03  planned: ask, due Tue 2026-08-25\n"
        "  Mon 2026-06-01  promised: plan, due Fri 2026-06-12\n"
        "  Mon 2026-06-01  heard: no mail\n"
        "\n"
        "May 2026\n"
        "  Mon 2026-05-04        got cover 2d: first\n"
        "                        second\n"
        "  Sun 2026-05-03        visit with Berta Ana: went, by them\n"
        "  Sat 2026-05-02        mail to Berta Ana: wrote, about them\n"
        "  Fri 2026-05-01 09:00  call with Berta Ana: spoke of \"ana-b\"\n"
        "  Fri 2026-05-01        met\n");
  CHECK(stead.run("timeline 2026-08..").out ==
        "Timeline  from Sat 2026-08-01\n"
        "\n"
        "Ahead\n"
        "  Tue 2026-08-25  get back to Ana Ruiz: ask\n"
        "  Thu 2026-08-20  due from Berta Ana: keys, for Acme Dental\n"
        "  Thu 2026-08-20  Berta Ana is away until Fri 2026-08-21: leave\n");
}

TEST_CASE("timeline says where the period goes") {
  stead::test::Harness stead(stead::test::small_practice());
  CHECK(stead.run("timeline july ana") ==
        stead::test::Result{2, "",
                            "stead: nobody is called 'july ana'\n"
                            "hint: the period comes behind the name: stead timeline ana july\n"});
  CHECK(stead.run("timeline ana july").status == 0);
  CHECK(stead.run("timeline july dana").err.starts_with("stead: nobody is called 'july dana'\n"));
}

TEST_CASE("timeline shows ids where they are asked for") {
  Harness stead(small_practice());
  CHECK(stead.run("timeline ana july --ids").out ==
        "Timeline of Ana Ruiz  Wed 2026-07-01 to Fri 2026-07-31\n"
        "\n"
        "July 2026\n"
        "  Fri 2026-07-31        due: migration estimate, for Acme Dental        k7q2wd4\n"
        "  Mon 2026-07-20        promised: migration estimate, for Acme Dental,   k7q2wd4\n"
        "                        due Fri 2026-07-31\n"
        "  Mon 2026-07-06 16:00  mail from them: asks about DNS, answer wanted   m3x8r7vd\n");
}

TEST_CASE("what could be a name and a period is refused with both") {
  Harness stead(kBook);
  CHECK(stead.run("timeline may") ==
        Result{2, "",
               "stead: 'may' could be a name, May Li (may-li), and a period, "
               "2026-05-01..2026-05-31\n"
               "hint: stead timeline may-li, or write the dates out\n"});
  CHECK(stead.run("timeline may-li").out.starts_with("Timeline of May Li\n"));
  CHECK(stead.run("timeline jan").out.starts_with("Timeline  Thu 2026-01-01 to"));
  CHECK(stead.run("timeline berta may").out.starts_with("Timeline of Berta Ana  Fri 2026-05-01"));
  CHECK(stead.run("timeline ana ruiz").out.starts_with("Timeline of Ana Ruiz\n"));
  CHECK(stead.run("timeline nobody").status == 2);
  CHECK(stead.run("timeline may-li april").out ==
        "Timeline of May Li  Wed 2026-04-01 to Thu 2026-04-30\n\n"
        "Nothing is in the book for that.\n");
}
