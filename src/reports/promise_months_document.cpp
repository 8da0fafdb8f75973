#include "reports/page_words.h"
#include "stead/periods.h"
#include "stead/phrases.h"
#include "stead/promise_months.h"

#include <fmt/format.h>

namespace stead {
namespace {

/// How a promise ended, in the order in which a stack has the parts.
std::vector<std::int64_t> endings_of(const SideSums& sums) {
  const auto number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
  return {number(sums.kept_early + sums.kept_on_the_day), number(sums.kept_late),
          number(sums.broken), number(sums.kept_undated), number(sums.released)};
}

void add_history(Document& document, const PromiseMonths& report, const PromiseHistory& history,
                 const std::string& heading) {
  const SideSums& all = history.all;
  document.add(section(heading, all.all() - all.open));
  if (all.all() == all.open) {
    document.add(Paragraph{Text("None was closed in this time.", Tone::faint)});
  } else {
    Stacks stacks{{{"on time", Tone::good},
                   {"late", Tone::warning},
                   {"not delivered", Tone::bad},
                   {"no date said", Tone::accent},
                   {"no longer wanted", Tone::faint}},
                  {}};
    for (std::size_t i = 0; i < history.months.size(); ++i) {
      stacks.stacks.push_back({report.steps.name(i), endings_of(history.months[i])});
    }
    document.add(std::move(stacks));
  }
  std::string words;
  if (all.to_tell() > 0) {
    words = fmt::format("Of {} late, broken or moved: {}. ", all.to_tell(),
                        counts({{all.told_in_time, "told in time"},
                                {all.told_late, "told late"},
                                {all.never_told, "never told"}}));
  }
  if (all.open > 0) {
    words += fmt::format("Open now: {}{}.", all.open,
                         all.late == 0 ? "" : fmt::format(", {} of them late", all.late));
  }
  if (!words.empty()) document.add(Paragraph{Text(words, Tone::faint)});
}

void add_rows(Table& table, const PromiseMonths& report, const PromiseHistory& history,
              const char* by) {
  for (std::size_t i = 0; i < history.months.size(); ++i) {
    std::vector<Text>& row = table.rows.emplace_back();
    row = {report.steps.name(i), by};
    for (const std::int64_t count : endings_of(history.months[i])) {
      row.emplace_back(fmt::format("{}", count));
    }
  }
}

}  // namespace

Document to_document(const PromiseMonths& report) {
  Document document;
  document.add(
      title(Text("Promises" + report.subject.words("with")), own(long_period(report.period))));
  if (report.sides != PromiseSides::theirs) {
    add_history(document, report, report.mine, "Yours");
  }
  if (report.sides != PromiseSides::mine) {
    add_history(document, report, report.theirs, "Theirs");
  }
  return document;
}

Table to_table(const PromiseMonths& report) {
  Table table{{{.title = report.steps.are_years ? "year" : "month"}, {.title = "by"}}, {}};
  for (const char* title : {"on_time", "late", "broken", "undated", "released"}) {
    table.columns.push_back({.title = title, .align = Align::right});
  }
  add_rows(table, report, report.mine, "me");
  add_rows(table, report, report.theirs, "them");
  return table;
}

}  // namespace stead
