#include "stead/calendar_words.h"
#include "stead/replies.h"

#include <fmt/format.h>

namespace stead {
namespace {

/// What they waited for, or since when they do.
Text age(const When& at, Day today) {
  const auto days = static_cast<int>((today - at.day).count());
  return days == 0 ? Text("today") : days < 0 ? Text(long_date(at.day)) : Text(length_of(days));
}

Item item_of(const Waiting& waiting, const RepliesReport& report) {
  Text text(waiting.name, Tone::strong);
  if (waiting.urgent) text += Text(" (urgent)", Tone::bad);
  if (!waiting.phone.empty()) text += Text("  " + waiting.phone, Tone::faint);
  Item item{.text = std::move(text),
            .aside = until_words(waiting, report.now.today, report.working_day),
            .below = {},
            .lead = age(waiting.at, report.now.today)};
  std::string said = long_date(waiting.at);
  if (!waiting.text.empty()) said += ": " + waiting.text;
  item.below.emplace_back(said);
  if (waiting.limit) {
    item.below.emplace_back("expects an answer within " + in_words(*waiting.limit), Tone::faint);
  }
  item.below.emplace_back(fmt::format("stead log {} answered", waiting.who), Tone::code);
  return item;
}

void add_waiting(Document& document, const RepliesReport& report) {
  document.add(title("Waiting for your answer", Text(report.whom)));
  if (report.waiting.empty()) {
    document.add(Paragraph{Text("Nobody waits for you.", Tone::faint)});
    return;
  }
  Items items;
  for (const Waiting& waiting : report.waiting) items.items.push_back(item_of(waiting, report));
  document.add(std::move(items));
}

/// `4 of 5`, `5`: how many were in time, of those with a limit.
Text in_time_cell(const ReplySums& sums) {
  if (sums.with_limit == 0) return {};
  return {fmt::format("{} of {}", sums.in_time, sums.with_limit),
          sums.in_time == sums.with_limit ? Tone::good : Tone::warning};
}

/// `3h 20min`, or `2 days` and `same day` of what is known to the day alone.
Text length_cell(const Worked& took, int working_day) {
  if (!took.whole_days) return {in_words(took, working_day)};
  if (took.count == 0) return {"same day"};
  return {fmt::format("{} day{}", took.count, took.count == 1 ? "" : "s")};
}

/// `after 3h 20min`, or `the same day`.
std::string after_words(const Worked& took, int working_day) {
  const std::string length = in_words(took, working_day);
  return took.whole_days && took.count == 0 ? length : "after " + length;
}

std::vector<Text> row_of(Text name, const ReplySums& sums, std::string expects, int working_day) {
  return {std::move(name),
          Text(std::to_string(sums.answered)),
          in_time_cell(sums),
          length_cell(*sums.median, working_day),
          length_cell(sums.slowest->took, working_day) +
              Text(", " + to_string(sums.slowest->asked.day), Tone::faint),
          Text(std::move(expects), Tone::faint)};
}

void add_answered(Document& document, const RepliesReport& report) {
  document.add(title("How soon you answered", Text(report.whom)));
  if (report.people.empty()) {
    document.add(Paragraph{Text("No question has been answered yet.", Tone::faint)});
    return;
  }
  Table table{{{"who", Align::left, Fit::shrink},
               {"answered", Align::right, Fit::whole},
               {"in time", Align::right, Fit::whole},
               {"median", Align::left, Fit::whole},
               {"slowest", Align::left, Fit::wrap},
               {"expects", Align::left, Fit::shrink}},
              {}};
  for (const PersonReplies& person : report.people) {
    table.rows.push_back(row_of(Text(person.name), person.sums,
                                person.limit ? in_words(*person.limit) : "", report.working_day));
  }
  if (report.people.size() > 1) {
    table.rows.push_back(row_of(Text("all", Tone::strong), report.sums, "", report.working_day));
  }
  document.add(std::move(table));
  const int not_in_days = report.working_day + 1;
  document.add(Paragraph{
      Text(fmt::format("In working time; a d has {}. What has no time of day is counted in whole "
                       "working days. The day is that of the question.",
                       in_words(Worked{report.working_day, false}, not_in_days)),
           Tone::faint)});
}

/// How long it took, in the two columns that a table has for it: minutes, or days.
void add_worked(std::vector<Text>& row, const Worked& worked) {
  const Text count(std::to_string(worked.count));
  row.push_back(worked.whole_days ? Text() : count);
  row.push_back(worked.whole_days ? count : Text());
}

Table table_with(const std::vector<const char*>& titles) {
  Table table;
  for (const char* title : titles) table.columns.push_back({.title = title, .fit = Fit::whole});
  return table;
}

Table table_of_waiting(const RepliesReport& report) {
  Table table = table_with({"interaction", "who", "name", "phone", "at", "text", "urgent", "within",
                            "due", "late", "over_minutes", "over_days"});
  for (const Waiting& one : report.waiting) {
    std::vector<Text>& row = table.rows.emplace_back();
    row = {one.id,
           one.who,
           one.name,
           one.phone,
           to_string(one.at),
           one.text,
           one.urgent ? "yes" : "no",
           one.limit ? to_string(one.limit->within) : "",
           one.due ? to_string(*one.due) : "",
           one.late ? "yes" : "no"};
    if (one.late) add_worked(row, one.over);
  }
  return table;
}

Table table_of_answered(const RepliesReport& report) {
  Table table =
      table_with({"who", "name", "within", "answered", "with_limit", "in_time", "median_minutes",
                  "median_days", "slowest_minutes", "slowest_days", "slowest_asked"});
  for (const PersonReplies& person : report.people) {
    const ReplySums& sums = person.sums;
    std::vector<Text>& row = table.rows.emplace_back();
    row = {person.who,
           person.name,
           person.limit ? to_string(person.limit->within) : "",
           std::to_string(sums.answered),
           std::to_string(sums.with_limit),
           std::to_string(sums.in_time)};
    add_worked(row, *sums.median);
    add_worked(row, sums.slowest->took);
    row.emplace_back(to_string(sums.slowest->asked));
  }
  return table;
}

}  // namespace

Table to_table(const RepliesReport& report) {
  return report.answered ? table_of_answered(report) : table_of_waiting(report);
}

std::string in_words(const ReplySums& sums, int working_day) {
  if (sums.answered == 0) return {};
  std::string words =
      sums.with_limit == 0
          ? fmt::format("you answered {} time{}", sums.answered, sums.answered == 1 ? "" : "s")
          : fmt::format("you answered {} of {} in time", sums.in_time, sums.with_limit);
  const std::string median = after_words(*sums.median, working_day);
  if (sums.answered == 1) return words + ", " + median;
  return words + fmt::format(", the median {}, the slowest {}", median,
                             after_words(sums.slowest->took, working_day));
}

Document to_document(const RepliesReport& report) {
  Document document;
  if (report.answered) {
    add_answered(document, report);
    return document;
  }
  add_waiting(document, report);
  std::string sums = in_words(report.sums, report.working_day);
  if (sums.empty()) return document;
  sums.front() = 'Y';
  document.add(
      Paragraph{Text(sums + ": ", Tone::faint) + Text("stead who waits --answered", Tone::code)});
  return document;
}

}  // namespace stead
