#pragma once

#include "stead/document.h"

namespace sample {

using namespace stead;

/// A page with every block, and names that are wide, that combine, and that run from right to left.
inline Document weekly() {
  Document page;
  page.add(title("Your week", own("Mon 2026-08-03 – Sun 2026-08-09")));
  page.add(Note{Text("Borealis", Tone::strong) + " has nobody from 10 to 21 August", Tone::bad});
  page.add(Note{"Ana Ruiz has waited for an answer three working hours longer than she likes"});
  page.add(Note{"everybody else has been answered in time", Tone::good});

  page.add(section("Promises to keep", 3));
  page.add(Items{{
      {.text = "migration estimate, to " + Text("Ana Ruiz", Tone::strong),
       .aside = {"2 days late", Tone::bad},
       .below = {Text("she does not know yet", Tone::faint) + own(" · ", Tone::faint) +
                 Text("stead tell ana --by DATE", Tone::code)}},
      {.text = "everything that came out of the review of the backups, with prices, to " +
               Text("山田太郎", Tone::strong),
       .aside = "Fri 2026-08-07"},
      {.text = "the diagram, to " + Text("שרה לוי", Tone::strong) + ", a – b",
       .aside = "Sat 2026-08-08"},
  }});

  page.add(section("Away", own("and who covers")));
  Table away{{{"Client"},
              {"Days", Align::right, Fit::whole},
              {"Stand-in"},
              {"State", Align::left, Fit::wrap}},
             {}};
  away.rows.push_back({"Acme Dental", "10", "Sam Ortiz", Text("agreed, briefed", Tone::good)});
  away.rows.push_back({"Borealis", "10", Text("nobody", Tone::bad),
                       "Bo Lind knows backups, and is here in both weeks"});
  away.rows.push_back(
      {"東京データセンター株式会社", "5", "Zoe\u0308 A\u030Angstro\u0308m", "offered"});
  away.rows.push_back({"משרד עורכי דין", "5"});
  page.add(std::move(away));

  page.add(section("Last talks"));
  page.add(Items{{
      {.text = Text("call", Tone::accent) + " with Bo Lind",
       .below = lines_of(
           "agreed the cut-over is on Friday, and that nobody touches the firewall before\n"
           "Ana has the list"),
       .lead = {"Mon 2026-08-03 10:15", Tone::faint}},
      {.text = Text("mail", Tone::accent) + own(" ← Ana"),
       .aside = {"waits", Tone::warning},
       .lead = {"Fri 2026-07-31", Tone::faint}},
  }});

  page.add(section("Where work came from"));
  page.add(Bars{{{"Ana Ruiz", 7, "7"}, {"山田太郎", 3, "3"}, {"Cem Ay", 0, "0"}}});

  page.add(section("If you cannot go"));
  page.add(Heading{"Acme Dental", {}, 3});
  page.add(Fields{
      {{"phone", {"+1 555 0100", "+1 555 0101"}},
       {"matters", {"the X-ray room closes at four, and whoever comes later rings twice"}}}});
  page.add(Verbatim{{Text("$ stead who covers acme", Tone::code), own("└─ Sam Ortiz")}});
  page.add(Paragraph{Text("Nothing else. ") + Text("stead heard WHO TEXT", Tone::code) +
                     Text(" keeps what matters to somebody.", Tone::faint)});
  return page;
}

/// A page with the same text, tone after tone, wherever a block takes one.
inline Document filled_with(const std::string& text) {
  Document page;
  page.add(title(text, text)).add(section(text, text));
  for (const Tone tone : {Tone::plain, Tone::strong, Tone::faint, Tone::good, Tone::warning,
                          Tone::bad, Tone::accent, Tone::code}) {
    const Text toned(text, tone);
    page.add(Paragraph{toned}).add(Note{toned, tone});
    page.add(Items{{{.text = toned, .aside = toned, .below = {toned, toned}, .lead = toned}}});
    page.add(Fields{{{toned, {toned, toned}}}});
    page.add(Table{{{text}, {text, Align::right, Fit::wrap}}, {{toned, toned}, {toned}}});
    page.add(Bars{{{toned, 1, toned, tone}}});
    page.add(Bars{{{toned, 1, toned, tone, 2}}});
    page.add(Stacks{{{text, tone}, {text, Tone::bad}}, {{toned, {1, 2}}, {toned, {0, 0}}}});
    page.add(HeatStrip{{{text, 0}, {text, 7}}});
    page.add(HeatMap{{text, text}, {{text, {HeatCell{text, 1}, std::nullopt}}, {"", {{}, {}}}}});
    page.add(Verbatim{{toned}});
    page.add(Tree{{{toned, {toned}, {{toned, {}, {}}, {toned, {toned}, {}}}}}});
  }
  return page;
}

/// Strings that would do harm if a renderer let them through.
inline const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts{
      "\x1b[2J\x1b]0;owned\x07",
      "a\nb\r\nc\td\v\f\x7f",
      "\u009b31m\u0085\u0090",
      "\u202Egpj.exe\u2066\u2069\u200F\u061C",
      "\u2028\u2029\uFEFF\U000E0041",
      "\xff\xc3(\xed\xa0\x80",
      "<script>alert('x')</script><img src=x onerror=\"y\">&lt;",
      "](javascript:alert(1)) ![x](http://x) **b** _i_ ~~s~~ `c` ``d`` $x$ | a | \\",
      "# h",
      "- l",
      "+ l",
      "* l",
      "1. l",
      "2) l",
      "> q",
      "===",
      "---",
      "```",
      "    code",
      "| t |",
      "=1+1",
      "@SUM(A1)",
      "'; DROP TABLE contacts; --",
      "--></style></title></pre>",
      "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
  };
  return texts;
}

}  // namespace sample
