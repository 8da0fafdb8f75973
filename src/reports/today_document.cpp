#include "reports/nudge_document.h"
#include "reports/nudge_sources.h"
#include "reports/page_words.h"
#include "stead/phrases.h"

#include <fmt/format.h>

namespace stead {
namespace {

/// What the day is about: `2 promises due, 1 late, Ana Ruiz waits since Fri 2026-07-31`.
Text head_words(const TodayReport& report) {
  std::vector<Text> parts;
  if (report.waiting > 0) {
    Text text(report.waiting_name, Tone::strong);
    text += " has waited for your answer since " + Text(long_date(report.waiting_since->day));
    if (report.waiting > 1) {
      text += fmt::format(", and {} more", report.waiting - 1);
    }
    parts.push_back(text);
  }
  if (report.late > 0) {
    parts.emplace_back(counted(report.late, "promise") + " late", Tone::bad);
  }
  if (report.due > 0) parts.emplace_back(counted(report.due, "promise") + " due today");
  return joined(parts, "; ");
}

/// `until Fri 2026-08-21`, `from today to …`, `today`.
std::string span_words(const Absence& absence, Day today) {
  if (absence.from.time || (absence.to && absence.to->time)) return words_for(absence);
  const bool begins = absence.from.day == today;
  if (absence.to && absence.to->day == today) return begins ? "today" : "today is the last day";
  const std::string until = absence.to ? "until " + long_date(absence.to->day) : "no end is set";
  return begins ? "from today on, " + until : until;
}

Items on_today(const TodayReport& report) {
  Items items;
  for (const AbsenceRow& row : report.away) {
    const bool is_mine = row.who == "me";
    Text text =
        Text(is_mine ? "You" : row.name, Tone::strong) + (is_mine ? " are" : " is") + " away";
    if (!row.absence.why.empty()) text += ": " + Text(front_line(row.absence.why));
    items.items.push_back(
        {.text = text, .aside = span_words(row.absence, report.today), .below = {}, .lead = {}});
  }
  for (const HeldFort& fort : report.held) {
    items.items.push_back({.text = "You stand in for " + Text(fort.name, Tone::strong),
                           .aside = Text(fort.owner + "'s client"),
                           .below = {},
                           .lead = {}});
  }
  for (const YearlyDay& day : report.dates) {
    Text text = Text(day.name, Tone::strong) + ": " + front_line(day.what);
    if (day.years) text += ", " + counted(static_cast<std::size_t>(*day.years), "year");
    items.items.push_back({.text = text, .aside = {}, .below = {}, .lead = {}});
  }
  return items;
}

}  // namespace

Document to_document(const TodayReport& report) {
  Document document;
  document.add(title("Today", Text(long_date(report.today))));
  const Text head = head_words(report);
  if (!head.empty()) {
    document.add(Paragraph{head + "."});
  } else if (!report.asks_for_something()) {
    document.add(Paragraph{"Nothing has to be done today."});
  }
  const Items on = on_today(report);
  if (!on.items.empty()) {
    document.add(section("On today"));
    document.add(on);
  }
  if (report.asks_for_something()) {
    document.add(section("Do today", report.nudges.size() + report.more));
    document.add(nudge_items(report.nudges));
    if (report.more > 0) {
      document.add(Paragraph{
          more(report.more, fmt::format("stead next {}", report.nudges.size() + report.more))});
    }
  }
  if (report.spare) {
    document.add(section("If there is time"));
    document.add(nudge_items({&*report.spare, 1}));
  }
  return document;
}

}  // namespace stead
