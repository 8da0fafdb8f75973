#include "stead/calendar_words.h"
#include "stead/sort_by.h"
#include "stead/text.h"
#include "stead/weekly.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace stead {
namespace {

// How much of each list there is room for, so that a full week is a page of 64 lines.
constexpr std::size_t kMostRows = 8;
constexpr std::size_t kMostToSayBack = 2;
constexpr std::size_t kMostDone = 3;
constexpr std::size_t kMostGaps = 4;

/// How many of a list are shown: one more than the most is shown rather than counted.
std::size_t shown_of(std::size_t count, std::size_t most) {
  return count <= most + 1 ? count : most;
}

std::string words(Period period) {
  if (period.first == period.last) return long_date(period.first);
  return long_date(period.first) + " to " + long_date(period.last);
}

std::string count_of(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string count_of(std::size_t count, std::string_view one) {
  return count_of(count, one, std::string(one) + "s");
}

Text command(std::string text) { return Text(std::move(text), Tone::code); }

/// What ends a list that goes on elsewhere.
Text more(std::size_t count, std::string where) {
  return Text(fmt::format("and {} more: ", count), Tone::faint) + command(std::move(where));
}

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

void add_gap(Item& item, const CoverGap& gap, const Absence& absence) {
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
  if (!whole) text += ", " + words(gap.period);
  item.below.push_back(std::move(text));
  const std::string days =
      gap.period.first == gap.period.last
          ? to_string(gap.period.first)
          : fmt::format("{}..{}", to_string(gap.period.first), to_string(gap.period.last));
  item.below.push_back(command(fmt::format("stead who covers {} --on {}", gap.client, days)));
}

Item absence_item(const WeeklyAbsence& absence) {
  const Absence& away = absence.row.absence;
  Text text(absence.row.who == "me" ? "you" : absence.row.name, Tone::strong);
  if (!away.why.empty()) text += ", " + Text(away.why);
  Item item{.text = text,
            .aside = away.to ? Text(words({away.from.day, away.to->day}))
                             : Text("from " + long_date(away.from.day)),
            .below = {},
            .lead = {}};
  const std::size_t gaps = shown_of(absence.gaps.size(), kMostGaps);
  for (std::size_t i = 0; i < gaps; ++i) add_gap(item, absence.gaps[i], away);
  if (gaps < absence.gaps.size()) {
    item.below.push_back(more(absence.gaps.size() - gaps, "stead weekly --json"));
  }
  if (absence.covered && absence.clients > 0) {
    item.below.emplace_back(
        absence.clients == 1
            ? "the client whom it touches is covered"
            : fmt::format("all {} clients whom it touches are covered", absence.clients),
        Tone::good);
  }
  return item;
}

std::string people(const DoneInteraction& done) {
  std::string text;
  for (std::size_t i = 0; i < done.names.size(); ++i) {
    text += i == 0 ? "" : i + 1 == done.names.size() ? " and " : ", ";
    text += done.names[i];
  }
  return text;
}

/// `call with Ana Ruiz`, `mail from Bo Lind`, `favour to Cem Ay`.
std::string what_was_done(const DoneInteraction& done) {
  std::string what = !done.deed.empty() ? done.deed : done.via.empty() ? "contact" : done.via;
  if (done.deed == "even") what = "settled";
  if (!done.by.empty()) what = fmt::format("{}: {}", done.by, what);
  const bool from_them = done.deed.empty() ? done.from == "them" : !done.gave;
  const bool to_them = done.deed.empty() ? done.from == "me" : done.gave;
  if (done.names.empty()) return what;
  const bool about = done.deed.empty() && done.via == "note";
  return what +
         (done.deed == "even" ? " with "
          : about             ? " on "
          : from_them         ? " from "
          : to_them           ? " to "
                              : " with ") +
         people(done);
}

/// What was done, with the promises that were closed in between, by day.
struct DoneRow {
  Day day;
  Text text;
};

/// `kept`, `Bo Lind kept`, `not delivered`: how a promise ended.
Text ending_of(const ClosedPromise& promise) {
  if (promise.status == "kept") {
    return {promise.follow_up ? "done"
            : promise.mine    ? "kept"
                              : promise.name + " kept",
            Tone::good};
  }
  if (promise.follow_up) return promise.status == "broken" ? "not done" : "dropped";
  return promise.status == "broken" ? Text("not delivered", Tone::warning) : "no longer wanted";
}

Text closed_words(const ClosedPromise& promise) {
  Text text = ending_of(promise) + ": " + Text(promise.text);
  const bool is_named = promise.status == "kept" && !promise.mine;
  if (promise.name.empty() || is_named) return text;
  return text +
         (promise.follow_up ? ", about "
          : promise.mine    ? ", to "
                            : ", from ") +
         Text(promise.name);
}

std::vector<DoneRow> rows_of(const Done& done) {
  std::vector<DoneRow> rows;
  for (const DoneInteraction& interaction : done.interactions) {
    Text text(what_was_done(interaction), Tone::strong);
    if (!interaction.text.empty()) text += ": " + Text(interaction.text);
    rows.push_back({interaction.at.day, text});
  }
  for (const auto* closed : {&done.kept, &done.ended}) {
    for (const ClosedPromise& each : *closed) {
      rows.push_back({each.closed.day, closed_words(each)});
    }
  }
  sort_by(rows, [](const DoneRow& row) { return row.day; });
  return rows;
}

std::string figures(const Done& done) {
  const auto kept = [&done](bool mine) {
    return static_cast<std::size_t>(std::ranges::count_if(
        done.kept,
        [mine](const ClosedPromise& each) { return each.mine == mine && !each.follow_up; }));
  };
  const std::size_t mine = kept(true);
  const std::size_t theirs = kept(false);
  std::string text =
      done.contacts == 0
          ? "In contact with nobody."
          : "In contact " +
                (done.contacts == 1 ? std::string("once") : count_of(done.contacts, "time")) +
                " with " + count_of(done.people, "person", "people") + ".";
  if (mine > 0) text += " You kept " + count_of(mine, "promise") + ".";
  if (theirs > 0) text += " Others kept " + count_of(theirs, "promise") + " to you.";
  return text;
}

void add_done(Document& document, const Done& done, std::size_t most) {
  const std::vector<DoneRow> rows = rows_of(done);
  document.add(section("Done", own(words(done.period))));
  if (rows.empty()) {
    document.add(Paragraph{Text("Nothing is in the book.", Tone::faint)});
    return;
  }
  document.add(Paragraph{Text(figures(done), Tone::faint)});
  const std::size_t shown_rows = shown_of(rows.size(), most);
  Items items;
  for (std::size_t i = 0; i < shown_rows; ++i) {
    items.items.push_back({.text = rows[i].text,
                           .aside = {},
                           .below = {},
                           .lead = Text(long_date(rows[i].day), Tone::faint)});
  }
  document.add(std::move(items));
  if (shown_rows == rows.size()) return;
  const std::string days =
      fmt::format("{}..{}", to_string(done.period.first), to_string(done.period.last));
  document.add(Paragraph{more(rows.size() - shown_rows, "stead timeline " + days)});
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
  add_section(document, "Away until " + long_date(report.ahead.last), report.absences,
              "stead who away", absence_item);
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
  note(report.waiting.size(), Tone::bad,
       count_of(report.waiting.size(), "person waits for your answer",
                "people wait for your answer"));
  note(late, Tone::bad, count_of(late, "promise is late", "promises are late"));
  note(due, Tone::plain, count_of(due, "promise is due", "promises are due"));
  note(report.reconnect.size(), Tone::plain,
       count_of(report.reconnect.size(), "person to reconnect with", "people to reconnect with"));
  note(
      report.unreflected.size(), Tone::plain,
      count_of(report.unreflected.size(), "thing", "things") + " you heard and have not said back");
  note(report.gaps(), Tone::bad, count_of(report.gaps(), "gap in cover", "gaps in cover"));
  document.add(Paragraph{Text("The whole page: ", Tone::faint) + command("stead weekly")});
  return document;
}

}  // namespace stead
