#include <doctest/doctest.h>

#include <string>

#include "stead/render.h"

// Pictures made of signs, as text and as Markdown; test_render_svg.cpp has the drawn ones.

using namespace stead;

namespace {

HeatMap three_weeks() {
  const auto day = [](std::int64_t value) { return HeatCell{"a day", value}; };
  return {{"Mon", "Tue"},
          {{"Aug", {std::nullopt, day(1)}}, {"", {day(0), day(3)}}, {"Sep", {day(2), {}}}}};
}

Stacks two_months() {
  return {{{"on time", Tone::good}, {"late", Tone::warning}, {"broken", Tone::bad}},
          {{"2026-07", {2, 1, 0}}, {"2026-08", {1, 0, 0}}}};
}

}  // namespace

TEST_CASE("a calendar has its months above, its days beside it and its shades below") {
  CHECK(render_text(Document{{three_weeks()}}, {.width = 60}) ==
        "     Aug Sep\n"
        "Mon    · ▓▓\n"
        "Tue  ▒▒██\n"
        "\n"
        "     · 0  ▒ 1  ▓ 2  █ 3\n");
  CHECK(render_text(Document{{three_weeks()}}, {.width = 60, .ascii = true}) ==
        "     Aug Sep\n"
        "Mon    - ++\n"
        "Tue  ::##\n"
        "\n"
        "     - 0  : 1  + 2  # 3\n");
}

TEST_CASE("a calendar that is wider than the page goes on below, with the same shades") {
  HeatMap map{{"Mon"}, {}};
  for (int i = 0; i < 40; ++i) {
    map.weeks.push_back({i == 0 ? "Aug" : "", {HeatCell{"a day", i == 39 ? 2 : 1}}});
  }
  CHECK(render_text(Document{{map}}, {.width = 30}) ==
        "     Aug\n"
        "Mon  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓\n"
        "\n"
        "\n"
        "Mon  ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓█\n"
        "\n"
        "     ▓ 1  █ 2\n");
}

TEST_CASE("a stack has a sign for each part, as many for each thing as there is room") {
  CHECK(render_text(Document{{two_months()}}, {.width = 60}) ==
        "█ 3 on time  ▓ 1 late\n"
        "\n"
        "2026-07  3  ██████▓▓▓\n"
        "2026-08  1  ███\n");
  Stacks many = two_months();
  many.stacks[0].values = {500, 1, 0};
  const std::string page = render_text(Document{{many}}, {.width = 60});
  // What is not nothing can be seen.
  CHECK(page.find("█▓\n") != std::string::npos);
  CHECK(page.find("2026-08    1  █\n") != std::string::npos);
}

TEST_CASE("each tone of a stack has its colour") {
  const std::string page = render_text(Document{{two_months()}}, {.width = 60, .colour = true});
  CHECK(page.find("\x1b[32m██████\x1b[0m\x1b[35m▓▓▓\x1b[0m") != std::string::npos);
}

TEST_CASE("a mark stands across its bar, or behind its end") {
  const Bars bars{{{"a", 40, "40", Tone::accent, 20}, {"b", 10, "10", Tone::accent, 20}}};
  CHECK(render_text(Document{{bars}}, {.width = 28}) ==
        "a  40  ━━━━━━━━━━│━━━━━━━━━━\n"
        "b  10  ━━━━━     │\n");
}

TEST_CASE("pictures in Markdown are tables and blocks of signs") {
  CHECK(render_markdown(Document{{two_months()}}) ==
        "|  | on time | late | broken |\n"
        "| --- | --: | --: | --: |\n"
        "| 2026-07 | 2 | 1 | 0 |\n"
        "| 2026-08 | 1 | 0 | 0 |\n");
  CHECK(render_markdown(Document{{HeatStrip{{{"Mon", 1}, {"Tue", 0}}}}}) == "Mon █ 1  Tue ·\n");
  CHECK(render_markdown(Document{{three_weeks()}}).starts_with("```\n     Aug Sep\n"));
}

TEST_CASE("pictures in HTML keep their colours where a mail reader drops the style sheet") {
  const std::string page =
      render_html(Document{{two_months(), HeatStrip{{{"Mon", 1}}}, three_weeks()}});
  CHECK(page.find("class=\"fill-good\" title=\"2 on time\" "
                  "style=\"display:inline-block;width:66.7%;") != std::string::npos);
  CHECK(page.find("<span class=\"heat4\" style=\"display:inline-block;") != std::string::npos);
  CHECK(page.find("aria-label=\"2 on time, 1 late\"") != std::string::npos);
  CHECK(page.find("<svg viewBox=\"0 0 736 ") != std::string::npos);
}
