#include "reports/done.h"
#include "reports/page_words.h"
#include "stead/calendar_words.h"
#include "stead/sort_by.h"
#include "stead/text.h"
#include "stead/weekly.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace stead {
namespace {

// How much of each list there is room for, so that a full week is a page of 64 lines.
constexpr std::size_t kMostRows = 8;
constexpr std::size_t kMostToSayBack = 2;
constexpr std::size_t kMostDone = 3;
constexpr std::size_t kMostGaps = 4;

/// A section of a page: the first of the things in it, and where to find the rest.
template <typename Thing, typename ItemOf>
void add_section(Document& document, const std::string& heading, const std::vector<Thing>& things,
                 const std::string& all, ItemOf item_of, std::size_t most = kMostRows) {
  if (things.empty()) return;
  document.add(section(heading, things.size()));
  Items items;
  const std::size_t rows = shown_of(things.size(), most);
  for (std::size_t i = 0; i < rows; ++i) items.items.push_back(item_of(things[i]));
  document.add(std::move(items));
  if (rows == things.size()) return;
  document.add(Paragraph{more(things.size() - rows, all)});
}

Item waiting_item(const Waiting& waiting, const WeeklyReport& report) {
  Text text = Text(waiting.name, Tone::strong);
  if (waiting.urgent) text += Text(" (urgent)", Tone::bad);
  if (!waiting.text.empty()) text += ": " + Text(waiting.text);
  const int days = static_cast<int>((report.today - waiting.at.day).count());
  return {.text = text,
          .aside = until_words(waiting, report.today, report.working_day),
          .below = {command(fmt::format("stead log {} answered", waiting.who))},
          .lead = days == 0  ? Text("today")
                  : days < 0 ? Text(long_date(waiting.at.day))
                             : Text(length_of(days))};
}

/// `3 days late`, `today`, else the date.
Text due_words(const DuePromise& promise, Day today) {
  if (promise.days_late > 0) {
    return {count_of(static_cast<std::size_t>(promise.days_late), "day") + " late", Tone::bad};
  }
  if (promise.due.day != today) return {long_date(promise.due)};
  const std::string time = promise.due.time ? long_date(promise.due).substr(14) : "";
  return {"today" + time, promise.late ? Tone::bad : Tone::warning};
}

Item promise_item(const DuePromise& promise, Day today) {
  const Text text(promise.text);
  Item item{.text = promise.name.empty() ? text : Text(promise.name, Tone::strong) + ": " + text,
            .aside = command("stead keep " + promise.id),
            .below = {},
            .lead = due_words(promise, today)};
  if (promise.late && promise.mine && !promise.follow_up && promise.told == Telling::never) {
    item.below.push_back(Text(promise.name + " has not been told yet: ", Tone::faint) +
                         command("stead tell " + promise.id));
  }
  return item;
}

Item reconnect_item(const Reconnect& person) {
  Text text(person.name, Tone::strong);
  if (!person.phone.empty()) text += Text("  " + person.phone, Tone::faint);
  const Text quiet = !person.last            ? Text("no contact yet")
                     : person.days_quiet > 0 ? Text(length_of(person.days_quiet))
                                             : Text(long_date(person.last->day));
  const bool is_learned = person.cadence.source == Cadence::Source::learned;
  return {.text = text,
          .aside = command(fmt::format("stead log {} called", person.who)),
          .below = is_learned ? std::vector{Text(in_words(person.cadence), Tone::faint)}
                              : std::vector<Text>{},
          .lead = person.urgent ? Text(quiet.plain(), Tone::warning) : quiet};
}

Item unreflected_item(const Unreflected& thing, Day today) {
  Item item{.text = Text(thing.name, Tone::strong) + ": " + Text(thing.text),
            .aside = {},
            .below = {},
            .lead = {}};
  const std::string reflect = "stead reflect " + thing.who;
  if (thing.is_only) {
    item.aside = command(reflect);
  } else {
    item.below.push_back(command(reflect + " " + shell_word(thing.text)));
  }
  if (!thing.on) return item;
  const int days = static_cast<int>((today - *thing.on).count());
  item.lead = days == 0  ? Text("today")
              : days < 0 ? Text(long_date(*thing.on))
                         : Text(length_of(days));
  return item;
}

/// `2026-08-10..2026-08-14`, as a command takes it.
std::string typed(Period period) {
  if (period.first == period.last) return to_string(period.first);
  return to_string(period.first) + ".." + (period.last == kLastDay ? "" : to_string(period.last));
}

Text gap_words(const CoverGap& gap, const Absence& absence) {
  Text text(gap.name, Tone::strong);
  if (gap.offered.empty()) {
    text += ": " + Text("nobody covers", Tone::bad);
  } else {
    text +=
        ": " + Text(fmt::format("{}", gap.offered.front()) +
                        (gap.offered.size() == 1 ? " has" : " and others have") + " not agreed yet",
                    Tone::warning);
  }
  const bool whole =
      absence.from.day == gap.period.first && absence.to && absence.to->day == gap.period.last;
  return whole ? text : text + ", " + words(gap.period);
}

/// The days of an absence that are not over.
Period days_left(const Absence& absence, Day today) {
  return {std::max(absence.from.day, today), absence.to ? absence.to->day : kLastDay};
}

/// What an absence leaves open. For one of mine a plan is made for all of it; a plan has to end.
void add_gaps(Item& item, const WeeklyAbsence& absence, Day today) {
  const Absence& away = absence.row.absence;
  const bool is_planned = absence.row.who == "me" && away.to;
  const std::size_t gaps = shown_of(absence.gaps.size(), kMostGaps);
  for (std::size_t i = 0; i < gaps; ++i) {
    const CoverGap& gap = absence.gaps[i];
    item.below.push_back(gap_words(gap, away));
    if (is_planned) continue;
    item.below.push_back(
        command(fmt::format("stead who covers {} --on {}", gap.client, typed(gap.period))));
  }
  if (gaps < absence.gaps.size()) {
    item.below.push_back(more(absence.gaps.size() - gaps, "stead weekly --json"));
  }
  if (is_planned && gaps > 0) {
    item.below.push_back(command("stead plan " + typed(days_left(away, today))));
  }
}

/// What is worth doing about it besides.
void add_nudges(Item& item, const WeeklyAbsence& absence, Day today) {
  const std::string days = typed(days_left(absence.row.absence, today));
  if (absence.can_offer) {
    item.below.push_back(Text("offer first: ", Tone::faint) +
                         command(fmt::format("stead cover {} me {}", absence.row.who, days)));
  }
  if (absence.untold > 0) {
    item.below.push_back(
        Text(count_of(absence.untold, "client does", "clients do") + " not know whom to call: ",
             Tone::faint) +
        command("stead ready --on " + days));
  }
}

Item absence_item(const WeeklyAbsence& absence, Day today) {
  const Absence& away = absence.row.absence;
  Text text(absence.row.who == "me" ? "you" : absence.row.name, Tone::strong);
  if (!away.why.empty()) text += ", " + Text(away.why);
  Item item{.text = text,
            .aside = away.from.time || (away.to && away.to->time) ? Text(words_for(away))
                     : away.to ? Text(words({away.from.day, away.to->day}))
                               : Text("from " + long_date(away.from.day)),
            .below = {},
            .lead = {}};
  add_gaps(item, absence, today);
  if (absence.covered && absence.clients > 0) {
    item.below.emplace_back(
        absence.clients == 1
            ? "the client whom it touches is covered"
            : fmt::format("all {} clients whom it touches are covered", absence.clients),
        Tone::good);
  }
  add_nudges(item, absence, today);
  return item;
}

Item thanks_item(const StoodIn& stood_in) {
  const std::string thank = "stead thank " + stood_in.who;
  const std::string got = fmt::format("stead got {} cover {}d", stood_in.who, stood_in.days);
  Item item{.text = Text(stood_in.name, Tone::strong) + " covered " +
                    Text(stood_in.clients.size() == 1
                             ? stood_in.clients.front()
                             : fmt::format("{} clients", stood_in.clients.size())) +
                    " while you were away",
            .aside = stood_in.is_noted ? command(thank) : Text(),
            .below = {},
            .lead = {}};
  if (!stood_in.is_noted) item.below.push_back(command(got) + "; " + command(thank));
  return item;
}

void add_promises(Document& document, const WeeklyReport& report) {
  std::vector<DuePromise> mine;
  std::vector<DuePromise> theirs;
  std::vector<DuePromise> follow_ups;
  for (const DuePromise& promise : report.promises) {
    (promise.follow_up ? follow_ups : promise.mine ? mine : theirs).push_back(promise);
  }
  const auto item = [&](const DuePromise& promise) { return promise_item(promise, report.today); };
  add_section(document, "You promised", mine, "stead promises --mine", item);
  add_section(document, "Promised to you", theirs, "stead promises --theirs", item);
  add_section(document, "Come back to", follow_ups, "stead promises --mine", item);
}

Text title_of(const WeeklyReport& report) {
  constexpr Days kLongestWeek{9};  // from a Saturday on
  if (report.period.last < report.today) return "Looking back";
  if (report.today < report.period.first) return "Looking ahead";
  return report.period.last - report.period.first < kLongestWeek ? "Your week" : "Your days";
}

std::string quiet_words(const WeeklyReport& report) {
  if (report.period.last < report.today) return "Nothing is left open.";
  if (report.today < report.period.first) return "Nothing is due, and there is no gap in cover.";
  return "Nothing is due, nobody waits for you, and there is no gap in cover. A good day to call "
         "somebody you like.";
}

}  // namespace

Document to_document(const WeeklyReport& report) {
  Document document;
  document.add(title(title_of(report), own(words(report.period))));
  if (!report.asks_for_something()) document.add(Paragraph{quiet_words(report)});
  add_section(document, "Waiting for your answer", report.waiting, "stead who waits",
              [&](const Waiting& waiting) { return waiting_item(waiting, report); });
  add_promises(document, report);
  add_section(document, "Reconnect with", report.reconnect, "stead weekly --json", reconnect_item);
  add_section(
      document, "Say back what you heard", report.unreflected, "stead weekly --json",
      [&](const Unreflected& thing) { return unreflected_item(thing, report.today); },
      kMostToSayBack);
  add_section(document, "Thank", report.to_thank, "stead weekly --json", thanks_item);
  add_section(document, "Away until " + long_date(report.ahead.last), report.absences,
              "stead who away",
              [&](const WeeklyAbsence& absence) { return absence_item(absence, report.today); });
  const bool is_past = report.period.last < report.today;
  if (report.done) add_done(document, *report.done, is_past ? kMostRows : kMostDone);
  return document;
}

Document weekly_head(const WeeklyReport& report) {
  Document document;
  document.add(title(title_of(report), own(words(report.period))));
  if (!report.asks_for_something()) {
    document.add(Paragraph{quiet_words(report)});
    return document;
  }
  const auto late = static_cast<std::size_t>(
      std::ranges::count_if(report.promises, [](const DuePromise& one) { return one.late; }));
  const std::size_t due = report.promises.size() - late;
  const auto note = [&](std::size_t count, Tone tone, const std::string& text) {
    if (count > 0) document.add(Note{text, tone});
  };
  std::set<std::string_view> waiting;
  for (const Waiting& each : report.waiting) waiting.insert(each.who);
  note(waiting.size(), Tone::bad,
       count_of(waiting.size(), "person waits for your answer", "people wait for your answer"));
  note(late, Tone::bad, count_of(late, "promise is late", "promises are late"));
  note(due, Tone::plain, count_of(due, "promise is due", "promises are due"));
  note(report.reconnect.size(), Tone::plain,
       count_of(report.reconnect.size(), "person to reconnect with", "people to reconnect with"));
  note(
      report.unreflected.size(), Tone::plain,
      count_of(report.unreflected.size(), "thing", "things") + " you heard and have not said back");
  note(report.to_thank.size(), Tone::plain,
       count_of(report.to_thank.size(), "person", "people") + " to thank");
  note(report.gaps(), Tone::bad, count_of(report.gaps(), "gap in cover", "gaps in cover"));
  document.add(Paragraph{Text("The whole page: ", Tone::faint) + command("stead weekly")});
  return document;
}

}  // namespace stead
