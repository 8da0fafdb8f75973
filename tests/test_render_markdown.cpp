#include <doctest/doctest.h>

#include <string>

#include "sample_documents.h"
#include "stead/render.h"
#include "stead/text.h"

using namespace stead;

namespace {

std::string markdown_of(const Block& block) { return render_markdown(Document{{block}}); }
std::string markdown_of(const char* text) { return markdown_of(Paragraph{text}); }

}  // namespace

TEST_CASE("a page as Markdown") {
  CHECK(render_markdown(sample::weekly()) == R"(# Your week · Mon 2026-08-03 – Sun 2026-08-09

> **!** **Borealis** has nobody from 10 to 21 August

> **!** Ana Ruiz has waited for an answer three working hours longer than she likes

> everybody else has been answered in time

## Promises to keep · 3

- migration estimate, to **Ana Ruiz** · **2 days late**\
  she does not know yet · `stead tell ana --by DATE`
- everything that came out of the review of the backups, with prices, to **山田太郎** · Fri 2026-08-07
- the diagram, to **שרה לוי**, a – b · Sat 2026-08-08

## Away · and who covers

| Client | Days | Stand-in | State |
| --- | --: | --- | --- |
| Acme Dental | 10 | Sam Ortiz | agreed, briefed |
| Borealis | 10 | **nobody** | Bo Lind knows backups, and is here in both weeks |
| 東京データセンター株式会社 | 5 | Zoë Ångström | offered |
| משרד עורכי דין | 5 |  |  |

## Last talks

- Mon 2026-08-03 10:15 · call with Bo Lind\
  agreed the cut-over is on Friday, and that nobody touches the firewall before\
  Ana has the list
- Fri 2026-07-31 · mail ← Ana · waits

## Where work came from

|  |  |
| --- | --: |
| Ana Ruiz | 7 |
| 山田太郎 | 3 |
| Cem Ay | 0 |

## If you cannot go

### Acme Dental

- **phone**: +1 555 0100\
  +1 555 0101
- **matters**: the X-ray room closes at four, and whoever comes later rings twice

```
$ stead who covers acme
└─ Sam Ortiz
```

Nothing else. `stead heard WHO TEXT` keeps what matters to somebody.
)");
}

TEST_CASE("Markdown keeps what it would take for its own signs as text") {
  CHECK(markdown_of("*a* _b_ [c](d) `e` ~f~ $g$ h|i \\j") ==
        "\\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\~f\\~ \\$g\\$ h\\|i \\\\j\n");
  CHECK(markdown_of("<b> & &amp;") == "&lt;b&gt; &amp; &amp;amp;\n");
  CHECK(markdown_of("# a") == "\\# a\n");
  CHECK(markdown_of("- a") == "\\- a\n");
  CHECK(markdown_of("+ a") == "\\+ a\n");
  CHECK(markdown_of("===") == "\\===\n");
  CHECK(markdown_of("12. a") == "12\\. a\n");
  CHECK(markdown_of("1) a") == "1\\) a\n");
  CHECK(markdown_of("    a") == "a\n");
  CHECK(markdown_of(Fields{{{"    a", {"    b"}}}}) == "- **a**: b\n");
  CHECK(markdown_of("+34 600 - 2. # a") == "+34 600 - 2. # a\n");
  CHECK(markdown_of("a\nb\x1b[m") == "a\\\\nb\\\\u{1b}\\[m\n");
}

TEST_CASE("Markdown has code as it is, whatever backticks are in it") {
  CHECK(markdown_of(Paragraph{Text("stead log *x* <y>", Tone::code)}) == "`stead log *x* <y>`\n");
  CHECK(markdown_of(Paragraph{Text("a ``b`` `", Tone::code)}) == "``` a ``b`` ` ```\n");
  CHECK(markdown_of(Verbatim{{"```", "a"}}) == "````\n```\na\n````\n");
  CHECK(markdown_of(Table{{{"a|b"}}, {{Text("c|d", Tone::code)}}}) ==
        "| a\\|b |\n| --- |\n| `c\\|d` |\n");
}

TEST_CASE("Markdown has a tree as lists in lists") {
  CHECK(markdown_of(Tree{
            {{"Ana", {"- x"}, {{"Delta", {"in June"}, {{"Eta", {}, {}}}}}}, {"Bo", {}, {}}}}) ==
        "- Ana\\\n"
        "  \\- x\n"
        "  - Delta\\\n"
        "    in June\n"
        "    - Eta\n"
        "- Bo\n");
}

TEST_CASE("Markdown has its bold signs next to the words") {
  CHECK(markdown_of(Paragraph{"a" + Text(" b ", Tone::strong) + "c"}) == "a **b** c\n");
  CHECK(markdown_of(Paragraph{"a" + Text("  ", Tone::bad) + "c"}) == "a  c\n");
}

TEST_CASE("nothing hostile is in Markdown, from whichever place") {
  for (const std::string& hostile : sample::hostile_texts()) {
    const std::string page = render_markdown(sample::filled_with(hostile));
    CHECK(shown(page, true) == page);
  }
}
