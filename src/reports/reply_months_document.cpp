#include "reports/page_words.h"
#include "stead/periods.h"
#include "stead/phrases.h"
#include "stead/reply_months.h"

#include <fmt/format.h>

namespace stead {
namespace {

std::int64_t minutes_in(const ReplyMonths& report, const Worked& worked) {
  return worked.whole_days ? worked.count * report.working_day : worked.count;
}

/// How long it took in the middle, beside what was expected.
Bars medians_of(const ReplyMonths& report) {
  Bars bars;
  for (std::size_t i = 0; i < report.months.size(); ++i) {
    const ReplyMonth& month = report.months[i];
    Bar& bar = bars.bars.emplace_back();
    bar.label = report.steps.name(i);
    if (!month.sums.median) {
      bar.text = own("–", Tone::faint);
      continue;
    }
    bar.value = minutes_in(report, *month.sums.median);
    std::string words = in_words(*month.sums.median, report.working_day);
    if (month.expected) {
      words += " / " + in_words(Worked{*month.expected, false}, report.working_day);
    }
    bar.text = words;
    bar.mark = month.expected;
    if (month.expected) bar.tone = bar.value <= *month.expected ? Tone::good : Tone::warning;
  }
  return bars;
}

Stacks counts_of(const ReplyMonths& report) {
  Stacks stacks{{{"in time", Tone::good},
                 {"later than expected", Tone::warning},
                 {"with no time expected", Tone::faint}},
                {}};
  for (std::size_t i = 0; i < report.months.size(); ++i) {
    const ReplySums& sums = report.months[i].sums;
    const auto number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
    stacks.stacks.push_back({report.steps.name(i),
                             {number(sums.in_time), number(sums.with_limit - sums.in_time),
                              number(sums.answered - sums.with_limit)}});
  }
  return stacks;
}

}  // namespace

Document to_document(const ReplyMonths& report) {
  Document document;
  document.add(
      title(Text("Your answers" + report.subject.words("to")), own(long_period(report.period))));
  if (report.all.sums.answered == 0) {
    document.add(Paragraph{Text("No question was answered in this time.", Tone::faint)});
  } else {
    document.add(section(report.all.expected ? "How soon / how soon they expected it" : "How soon",
                         "in the middle, in working time"));
    document.add(medians_of(report));
    document.add(section("How many", report.all.sums.answered));
    document.add(counts_of(report));
  }
  std::string sum = in_words(report.all.sums, report.working_day);
  if (!sum.empty()) sum.front() = static_cast<char>(sum.front() - 'a' + 'A');
  if (!sum.empty()) sum += ". ";
  if (report.waiting > 0) {
    sum += counted(report.waiting, "question waits", "questions wait") + " for your answer now.";
  }
  if (!sum.empty()) document.add(Paragraph{Text(sum, Tone::faint)});
  return document;
}

Table to_table(const ReplyMonths& report) {
  Table table{{{.title = report.steps.are_years ? "year" : "month"}}, {}};
  for (const char* title :
       {"answered", "with_limit", "in_time", "median_minutes", "expected_minutes"}) {
    table.columns.push_back({.title = title, .align = Align::right});
  }
  for (std::size_t i = 0; i < report.months.size(); ++i) {
    const ReplyMonth& month = report.months[i];
    const auto number = [](auto count) { return Text(fmt::format("{}", count)); };
    table.rows.push_back(
        {report.steps.name(i), number(month.sums.answered), number(month.sums.with_limit),
         number(month.sums.in_time),
         month.sums.median ? number(minutes_in(report, *month.sums.median)) : Text(),
         month.expected ? number(*month.expected) : Text()});
  }
  return table;
}

}  // namespace stead
