#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "sample_documents.h"
#include "stead/render.h"
#include "stead/text.h"

using namespace stead;

namespace {

std::vector<std::string> lines_in(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    REQUIRE(end != std::string_view::npos);
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return lines;
}

/// The text without the colours that stead puts in.
std::string without_colours(std::string text) {
  for (std::size_t at = 0; (at = text.find("\x1b[", at)) != std::string::npos;) {
    std::size_t end = at + 2;
    while (end < text.size() && (text[end] == ';' || ('0' <= text[end] && text[end] <= '9'))) ++end;
    REQUIRE(text[end] == 'm');
    text.erase(at, end + 1 - at);
  }
  return text;
}

std::string without_isolates(std::string text) {
  for (const std::string_view mark : {"\u2068", "\u2069"}) {
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos;) {
      text.erase(at, mark.size());
    }
  }
  return text;
}

std::string text_of(const Block& block, const TextStyle& style = {}) {
  return render_text(Document{{block}}, style);
}

}  // namespace

TEST_CASE("a page as text at 80 columns") {
  CHECK(render_text(sample::weekly(), {.width = 80}) ==
        R"(Your week  Mon 2026-08-03 – Sun 2026-08-09

! Borealis has nobody from 10 to 21 August
! Ana Ruiz has waited for an answer three working hours longer than she likes
✓ everybody else has been answered in time

Promises to keep  3
  migration estimate, to Ana Ruiz                                    2 days late
    she does not know yet · stead tell ana --by DATE
  everything that came out of the review of the backups, with     Fri 2026-08-07
    prices, to 山田太郎
  the diagram, to שרה לוי, a – b                                  Sat 2026-08-08

Away  and who covers
  Client                      Days  Stand-in      State
  Acme Dental                   10  Sam Ortiz     agreed, briefed
  Borealis                      10  nobody        Bo Lind knows backups, and is
                                                  here in both weeks
  東京データセンター株式会社     5  Zoë Ångström  offered
  משרד עורכי דין                 5

Last talks
  Mon 2026-08-03 10:15  call with Bo Lind
                        agreed the cut-over is on Friday, and that nobody
                        touches the firewall before
                        Ana has the list
  Fri 2026-07-31        mail ← Ana                                         waits

Where work came from
  Ana Ruiz  7  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
  山田太郎  3  ━━━━━━━━━━━━━━━━━
  Cem Ay    0

If you cannot go
  Acme Dental
    phone    +1 555 0100
             +1 555 0101
    matters  the X-ray room closes at four, and whoever comes later rings twice

    $ stead who covers acme
    └─ Sam Ortiz

    Nothing else. stead heard WHO TEXT keeps what matters to somebody.
)");
}

TEST_CASE("a page as text at 60 columns, in ASCII but for names and texts") {
  CHECK(render_text(sample::weekly(), {.width = 60, .ascii = true}) ==
        R"(Your week  Mon 2026-08-03 - Sun 2026-08-09

! Borealis has nobody from 10 to 21 August
! Ana Ruiz has waited for an answer three working hours
  longer than she likes
+ everybody else has been answered in time

Promises to keep  3
  migration estimate, to Ana Ruiz                2 days late
    she does not know yet - stead tell ana --by DATE
  everything that came out of the review of   Fri 2026-08-07
    the backups, with prices, to 山田太郎
  the diagram, to שרה לוי, a – b              Sat 2026-08-08

Away  and who covers
  Client              Days  Stand-in      State
  Acme Dental           10  Sam Ortiz     agreed, briefed
  Borealis              10  nobody        Bo Lind knows
                                          backups, and is
                                          here in both weeks
  東京データセンター     5  Zoë Ångström  offered
  株式会社
  משרד עורכי דין         5

Last talks
  Mon 2026-08-03 10:15  call with Bo Lind
                        agreed the cut-over is on Friday,
                        and that nobody touches the firewall
                        before
                        Ana has the list
  Fri 2026-07-31        mail <- Ana                    waits

Where work came from
  Ana Ruiz  7  ========================================
  山田太郎  3  =================
  Cem Ay    0

If you cannot go
  Acme Dental
    phone    +1 555 0100
             +1 555 0101
    matters  the X-ray room closes at four, and whoever
             comes later rings twice

    $ stead who covers acme
    `- Sam Ortiz

    Nothing else. stead heard WHO TEXT keeps what matters to
    somebody.
)");
}

TEST_CASE("a page on a terminal of 60 columns has its tables cut") {
  CHECK(render_text(sample::weekly(), {.width = 60, .terminal = true}) ==
        R"(Your week  Mon 2026-08-03 – Sun 2026-08-09

! Borealis has nobody from 10 to 21 August
! Ana Ruiz has waited for an answer three working hours
  longer than she likes
✓ everybody else has been answered in time

Promises to keep  3
  migration estimate, to Ana Ruiz                2 days late
    she does not know yet · stead tell ana --by DATE
  everything that came out of the review of   Fri 2026-08-07
    the backups, with prices, to 山田太郎
  the diagram, to ⁨שרה לוי⁩, a – b              Sat 2026-08-08

Away  and who covers
  Client              Days  Stand-in      State
  Acme Dental           10  Sam Ortiz     agreed, briefed
  Borealis              10  nobody        Bo Lind knows
                                          backups, and is
                                          here in both weeks
  東京データセンタ…      5  Zoë Ångström  offered
  ⁨משרד עורכי דין⁩         5

Last talks
  Mon 2026-08-03 10:15  call with Bo Lind
                        agreed the cut-over is on Friday,
                        and that nobody touches the firewall
                        before
                        Ana has the list
  Fri 2026-07-31        mail ← Ana                     waits

Where work came from
  Ana Ruiz  7  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
  山田太郎  3  ━━━━━━━━━━━━━━━━━
  Cem Ay    0

If you cannot go
  Acme Dental
    phone    +1 555 0100
             +1 555 0101
    matters  the X-ray room closes at four, and whoever
             comes later rings twice

    $ stead who covers acme
    └─ Sam Ortiz

    Nothing else. stead heard WHO TEXT keeps what matters to
    somebody.
)");
}

TEST_CASE("prose stays narrow on a wide terminal, tables do not") {
  CHECK(render_text(sample::weekly(), {.width = 160}) ==
        R"(Your week  Mon 2026-08-03 – Sun 2026-08-09

! Borealis has nobody from 10 to 21 August
! Ana Ruiz has waited for an answer three working hours longer than she likes
✓ everybody else has been answered in time

Promises to keep  3
  migration estimate, to Ana Ruiz                                                    2 days late
    she does not know yet · stead tell ana --by DATE
  everything that came out of the review of the backups, with prices, to 山田太   Fri 2026-08-07
    郎
  the diagram, to שרה לוי, a – b                                                  Sat 2026-08-08

Away  and who covers
  Client                      Days  Stand-in      State
  Acme Dental                   10  Sam Ortiz     agreed, briefed
  Borealis                      10  nobody        Bo Lind knows backups, and is here in both weeks
  東京データセンター株式会社     5  Zoë Ångström  offered
  משרד עורכי דין                 5

Last talks
  Mon 2026-08-03 10:15  call with Bo Lind
                        agreed the cut-over is on Friday, and that nobody touches the firewall
                        before
                        Ana has the list
  Fri 2026-07-31        mail ← Ana                                                         waits

Where work came from
  Ana Ruiz  7  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
  山田太郎  3  ━━━━━━━━━━━━━━━━━
  Cem Ay    0

If you cannot go
  Acme Dental
    phone    +1 555 0100
             +1 555 0101
    matters  the X-ray room closes at four, and whoever comes later rings twice

    $ stead who covers acme
    └─ Sam Ortiz

    Nothing else. stead heard WHO TEXT keeps what matters to somebody.
)");
}

TEST_CASE("tones become the terminal's own colours") {
  Document page;
  page.add(title(Text("Sam Ortiz", Tone::good) + " covers Acme", "on Wed 2026-08-12"));
  page.add(Note{"Acme does not know whom to call", Tone::bad});
  page.add(Items{{{.text = Text("strong", Tone::strong) + ", " + Text("faint", Tone::faint),
                   .aside = {"late", Tone::warning},
                   .below = {Text("stead tell", Tone::code)}}}});
  page.add(Table{{{"Name"}}, {{Text("accent", Tone::accent)}}});
  CHECK(render_text(page, {.colour = true}) ==
        "\x1b[1;32mSam Ortiz\x1b[0m\x1b[1m covers Acme\x1b[0m  \x1b[2mon Wed 2026-08-12\x1b[0m\n"
        "\n"
        "\x1b[1;31m!\x1b[0m Acme does not know whom to call\n"
        "\n"
        "\x1b[1mstrong\x1b[0m, \x1b[2mfaint\x1b[0m  \x1b[35mlate\x1b[0m\n"
        "  \x1b[36mstead tell\x1b[0m\n"
        "\n"
        "\x1b[2mName\x1b[0m\n"
        "\x1b[36maccent\x1b[0m\n");
}

TEST_CASE("colours change nothing but the colours") {
  for (const std::size_t width : {40U, 60U, 80U, 160U}) {
    const std::string plain = render_text(sample::weekly(), {.width = width});
    const std::string coloured = render_text(sample::weekly(), {.width = width, .colour = true});
    CHECK(coloured != plain);
    CHECK(without_colours(coloured) == plain);
  }
}

TEST_CASE("text from right to left is kept to its place on a terminal alone") {
  const Block block = Paragraph{"to " + Text("שרה לוי", Tone::strong) + ", call"};
  CHECK(text_of(block, {.terminal = true}) == "to \u2068שרה לוי\u2069, call\n");
  CHECK(text_of(block) == "to שרה לוי, call\n");
}

TEST_CASE("ASCII is for stead's own words: those of others keep their signs") {
  const Block block = Paragraph{"Ana – Bo…" + own(" · 10–12 Aug → … — ✓ ✗ 2× █▓▒░■ │├└─ ━╸")};
  CHECK(text_of(block, {.ascii = true}) ==
        "Ana – Bo… - 10-12 Aug -> ... -- + x 2x #+:.# ||`- =-\n");
}

TEST_CASE("an aside that leaves no room goes below") {
  const Block block =
      Items{{{.text = "send the long list of everything", .aside = "two days late"}}};
  CHECK(text_of(block, {.width = 36}) ==
        "send the long list of everything\n"
        "  two days late\n");
  CHECK(text_of(block, {.width = 40}) ==
        "send the long list of      two days late\n"
        "  everything\n");
}

TEST_CASE("a date with its time is not broken where half of the room is enough for it") {
  const Block block = Items{{{.text = "wants one page", .lead = "Sun 2026-08-02 11:00"}}};
  CHECK(text_of(block, {.width = 40}) == "Sun 2026-08-02 11:00  wants one page\n");
  CHECK(text_of(block, {.width = 39}) ==
        "Sun            wants one page\n"
        "2026-08-02\n"
        "11:00\n");
}

TEST_CASE("asides of a page end in one column, as near as the longest line allows") {
  Document page;
  page.add(Items{
      {{.text = "Bo Lind", .aside = "offered"}, {.text = "Cem", .aside = "away till 21 Aug"}}});
  page.add(Items{{{.text = "no aside, and so it is of no account for where they end"}}});
  CHECK(render_text(page, {}) ==
        "Bo Lind       offered\n"
        "Cem  away till 21 Aug\n"
        "\n"
        "no aside, and so it is of no account for where they end\n");
}

TEST_CASE("commands beside the points of a list begin in one column, as far as there is room") {
  const auto command = [](const char* text) { return Text(text, Tone::code); };
  Document page;
  page.add(Items{{{.text = "Bo Lind", .aside = command("keep k7q2wd4")},
                  {.text = "Cem", .aside = command("log cem asked")},
                  {.text = "a text so long that it moves it", .aside = command("keep a")}}});
  CHECK(render_text(page, {.width = 40}) ==
        "Bo Lind                   keep k7q2wd4\n"
        "Cem                       log cem asked\n"
        "a text so long that it moves it  keep a\n");
}

TEST_CASE("columns that must stay whole do, the widest of the others gives way") {
  const Table table{
      {{"Name"}, {"Handle", Align::left, Fit::whole}, {"Text", Align::left, Fit::wrap}},
      {{"Bartholomew Featherstonehaugh", "bartholomew-featherstonehaugh", "likes to talk"}}};
  CHECK(text_of(table, {.width = 54, .terminal = true}) ==
        "Name           Handle                         Text\n"
        "Bartholomew…   bartholomew-featherstonehaugh  likes to\n"
        "                                              talk\n");
  CHECK(text_of(table, {.width = 57}) ==
        "Name              Handle                         Text\n"
        "Bartholomew       bartholomew-featherstonehaugh  likes to\n"
        "Featherstonehaug                                 talk\n"
        "h\n");
}

TEST_CASE("a table without titles has no line for them, and rows may end early") {
  CHECK(text_of(Table{{{}, {}}, {{"a", "b"}, {"c"}, {}}}) == "a  b\nc\n\n");
  CHECK(text_of(Table{}) == "");
}

TEST_CASE("bars share one scale and show the least that is not nothing") {
  const Block bars =
      Bars{{{"Ana", 1000000, "many"}, {"Bo", 500000, "half"}, {"Cy", 1, "1"}, {"Di", 0, "0"}}};
  CHECK(text_of(bars, {.width = 20}) ==
        "Ana  many  ━━━━━━━━━\n"
        "Bo   half  ━━━━╸\n"
        "Cy      1  ╸\n"
        "Di      0\n");
}

TEST_CASE("a label too long for its column goes over several lines") {
  const Block fields =
      Fields{{{"a label that is long", {"one", "two"}}, {"b", {"three"}}, {"c", {}}}};
  CHECK(text_of(fields, {.width = 24}) ==
        "a label that  one\n"
        "is long       two\n"
        "b             three\n"
        "c\n");
}

TEST_CASE(
    "a tree is drawn with the lines of each branch beside it, wrapped where there is no room") {
  Document page;
  page.add(Tree{
      {{"Ana",
        {"a colleague"},
        {{"Delta GmbH, the data platform", {"in June"}, {{"Eta", {}, {}}}}, {"Zeta", {"won"}, {}}}},
       {"Bo", {}, {}}}});
  CHECK(render_text(page, {.width = 24}) ==
        "Ana\n"
        "│  a colleague\n"
        "├─ Delta GmbH, the data\n"
        "│  │  platform\n"
        "│  │  in June\n"
        "│  └─ Eta\n"
        "└─ Zeta\n"
        "      won\n"
        "Bo\n");
}

TEST_CASE("an empty document is an empty text, and empty blocks leave no gap") {
  CHECK(render_text({}, {}) == "");
  Document page;
  page.add(Paragraph{"a"})
      .add(Items{})
      .add(Fields{})
      .add(Bars{})
      .add(Verbatim{})
      .add(Tree{})
      .add(Paragraph{"b"});
  CHECK(render_text(page, {}) == "a\n\nb\n");
}

TEST_CASE("no line of a page is wider than it may be, or ends in a blank") {
  for (std::size_t width = 45; width <= 170; ++width) {
    for (const bool terminal : {false, true}) {
      const std::string page =
          render_text(sample::weekly(), {.width = width, .terminal = terminal});
      for (const std::string& line : lines_in(page)) {
        CAPTURE(line);
        CHECK(columns(line) <= width);
        CHECK_FALSE(line.ends_with(' '));
      }
    }
  }
}

TEST_CASE("nothing hostile reaches the terminal, from whichever place") {
  for (const std::string& hostile : sample::hostile_texts()) {
    for (const std::size_t width : {1U, 20U, 80U}) {
      const TextStyle style{.width = width, .colour = true, .terminal = true};
      const std::string page = render_text(sample::filled_with(hostile), style);
      for (const std::string& line : lines_in(without_isolates(without_colours(page)))) {
        CAPTURE(line);
        CHECK(shown(line) == line);
      }
    }
  }
}
