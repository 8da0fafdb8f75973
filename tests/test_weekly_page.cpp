#include "harness.h"
#include "stead/render.h"
#include "stead/sample.h"
#include "stead/text.h"
#include "week_of.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>

namespace {

using namespace stead;
using stead::test::kMonday;
using stead::test::morning_of;
using stead::test::week_of;

std::uint64_t next_random(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9e3779b97f4a7c15);  // SplitMix64
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111eb;
  return z ^ (z >> 31U);
}

std::string golden(const std::string& name) {
  return stead::test::contents_of(std::filesystem::path(STEAD_SOURCE_DIR) / "tests/pages" / name);
}

std::string sample_on(Day day) {
  std::uint64_t state = 1;
  return sample_book(morning_of(day), [&state] { return next_random(state); });
}

}  // namespace

TEST_CASE("the page of the sample's week, at 80 columns") {
  const std::string page =
      render_text(to_document(week_of(sample_on(kMonday), kMonday)), {.width = 80});
  CHECK(page == golden("weekly.txt"));
}

TEST_CASE("the sample's week is one page, keeps to the width, and is empty on no day") {
  for (int i = 0; i < 14; ++i) {
    const Day day = kMonday + Days{i};
    CAPTURE(to_string(day));
    const WeeklyReport report = week_of(sample_on(day), day);
    CHECK(!report.waiting.empty());
    CHECK(!report.promises.empty());
    CHECK(!report.reconnect.empty());
    CHECK(report.gaps() > 0);
    for (const std::size_t width : {60U, 80U, 160U}) {
      const std::string page = render_text(to_document(report), {.width = width});
      for (const Text& line : lines_of(page)) CHECK(columns(line.plain()) <= width);
      if (width == 80) CHECK(std::ranges::count(page, '\n') <= 64);
    }
  }
}

TEST_CASE("a week in Markdown, HTML and JSON") {
  const WeeklyReport report = week_of(stead::test::small_practice(), kMonday);
  CHECK(render_markdown(to_document(report)) == golden("weekly.md"));
  CHECK(to_json(report) == golden("weekly.json"));
  const std::string html = render_html(to_document(report));
  CHECK(html.substr(html.find("<body")) == golden("weekly.html"));
}

TEST_CASE("long lists end in where the rest is, on the page and not in the value") {
  std::string contacts;
  for (int i = 10; i < 30; ++i) {
    contacts += R"({"id":"c)" + std::to_string(i) + R"(","name":"N)" + std::to_string(i) +
                "\",\"every\":\"1w\"},\n";
  }
  const std::string text = "{\n\"stead\": 1,\n\"contacts\": [\n" + contacts +
                           R"({"id":"me","name":"Me"}
],
"promises": [
],
"interactions": [
]
}
)";
  const WeeklyReport report = week_of(text, kMonday);
  CHECK(report.reconnect.size() == 20);
  const std::string page = render_text(to_document(report), {.width = 80});
  CHECK(page.find("\nReconnect with  8; more: stead next --kind reconnect\n") != std::string::npos);
  CHECK(page.find("N20") != std::string::npos);
  CHECK(page.find("N21") == std::string::npos);
}

TEST_CASE("many gaps of one absence are one thing to do, and not said again") {
  std::string contacts;
  for (int i = 10; i < 20; ++i) {
    contacts += R"({"id":"c)" + std::to_string(i) + R"(","name":"N)" + std::to_string(i) +
                "\",\"tags\":[\"client\"]},\n";
  }
  const std::string text =
      "{\n\"stead\": 1,\n\"contacts\": [\n" + contacts +
      R"({"id":"me","name":"Me","away":[{"from":"2026-08-10","to":"2026-08-10"}]}
],
"promises": [
],
"interactions": [
]
}
)";
  const WeeklyReport report = week_of(text, kMonday);
  CHECK(report.gaps() == 10);
  const std::string page = render_text(to_document(report), {.width = 80});
  CHECK(page ==
        R"(Your week  Mon 2026-08-03 to Sun 2026-08-09

Do first  1
  Find somebody for 10 clients
    you are away on Mon 2026-08-10, and nobody has agreed yet:
    stead plan 2026-08-10

Away until Sun 2026-09-06  1
  you  Mon 2026-08-10

Done  Mon 2026-07-27 to Sun 2026-08-02
  Nothing is in the book.
)");
}

TEST_CASE("the page says what falls due while I am away, and asks nobody twice") {
  stead::test::Harness stead(R"({
"stead": 1,
"contacts": [
{"id":"ana","name":"Ana"},
{"id":"bo","name":"Bo","tags":["colleague"],"away":[{"from":"2026-08-20","to":"2026-08-21"}],"cover":[{"by":"me","from":"2026-08-20","to":"2026-08-21","offered":"2026-08-03"}]},
{"id":"dot","name":"Dot","tags":["client"],"cover":[{"by":"bo","agreed":"2026-07-01","client_told":"2026-07-01"}]},
{"id":"me","name":"Me","away":[{"from":"2026-08-08","to":"2026-08-14"}]},
{"id":"zoe","name":"Zoe"}
],
"promises": [
{"id":"p2","by":"me","to":"ana","text":"plan","made":"2026-07-01","due":"2026-08-03"},
{"id":"p3","by":"me","to":"ana","text":"list","made":"2026-07-01","due":"2026-08-03"},
{"id":"p4","by":"me","to":"ana","text":"note","made":"2026-07-01","due":"2026-08-03"},
{"id":"p5","by":"me","to":"ana","text":"map","made":"2026-07-01","due":"2026-08-12"},
{"id":"p6","by":"zoe","to":"me","text":"keys","made":"2026-07-01","due":"2026-08-01"}
],
"interactions": [
]
}
)");
  const auto part = [&](const std::string& first, const std::string& end) {
    const std::string page = stead.run("weekly --now 2026-08-03T10:15").out;
    const std::size_t begin = page.find(first);
    REQUIRE(begin != std::string::npos);
    return page.substr(begin, page.find(end, begin) - begin);
  };
  CHECK(part("You promised", "\nPromised") ==
        "You promised  1 more\n"
        "  Wed 2026-08-12  Ana: map      stead keep p5\n"
        "                  you are away then; best done by Fri 2026-08-07, or:\n"
        "                  stead tell p5\n");
  CHECK(part("Promised to you", "\n\n").find("stead log zoe asked") != std::string::npos);
  CHECK(part("Away until", "\n\n") ==
        "Away until Sun 2026-09-06  2\n"
        "  you        Sat 2026-08-08 to Fri 2026-08-14\n"
        "    the client whom it touches is covered\n"
        "    brief Bo: stead cover dot bo --briefed\n"
        "  Bo         Thu 2026-08-20 to Fri 2026-08-21\n"
        "    Dot: nobody but you\n"
        "    you offered on Mon 2026-08-03, not agreed yet:\n"
        "    stead who covers bo --on 2026-08-20..2026-08-21");
  REQUIRE(stead.run("log zoe asked -q --now 2026-08-03").status == 0);
  CHECK(part("Promised to you", "\n\n").find("stead keep p6") != std::string::npos);
}

TEST_CASE("absences that are over are told as such, and ask for nothing") {
  stead::test::Harness stead(R"({
"stead": 1,
"contacts": [
{"id":"bo","name":"Bo","tags":["colleague"],"away":[{"from":"2026-06-08","to":"2026-06-12","why":"leave"}]},
{"id":"dot","name":"Dot","tags":["client"],"client_of":"bo","cover":[{"by":"me","from":"2026-06-08","to":"2026-06-12","agreed":"2026-05-01"}]},
{"id":"me","name":"Me","away":[{"from":"2026-06-22","to":"2026-06-26"}]},
{"id":"zoe","name":"Zoe","tags":["client"]}
],
"promises": [
],
"interactions": [
]
}
)");
  CHECK(stead.run("weekly june --now 2026-08-03").out ==
        "Looking back  Mon 2026-06-01 to Tue 2026-06-30\n"
        "\n"
        "Nothing that was due, asked or said then is left open.\n"
        "\n"
        "Who was away  2\n"
        "  Bo, leave  Mon 2026-06-08 to Fri 2026-06-12\n"
        "    you covered Dot\n"
        "  you        Mon 2026-06-22 to Fri 2026-06-26\n"
        "    nobody had agreed to cover Zoe\n"
        "\n"
        "Done  Mon 2026-06-01 to Tue 2026-06-30\n"
        "  Nothing is in the book.\n");
}
