#include "reports/done.h"
#include "reports/nudge_document.h"
#include "reports/nudge_sources.h"
#include "reports/page_words.h"
#include "stead/calendar_words.h"
#include "stead/periods.h"
#include "stead/phrases.h"
#include "stead/sort_by.h"
#include "stead/text.h"
#include "stead/weekly.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace stead {
namespace {

// How much of each list there is room for, so that a full week is a page of 64 lines.
constexpr std::size_t kMostOfSection = 8;
constexpr std::size_t kMostToSayBack = 2;
constexpr std::size_t kMostHelp = 2;
constexpr std::size_t kMostDone = 3;
constexpr std::size_t kMostGaps = 4;
constexpr std::size_t kMostUntold = 3;
constexpr std::size_t kMostUnbriefed = 2;

/// Beside a heading: how much there is, and where all of it is: `8 of 12; all: stead who waits`.
/// What was `said` above does not count. 'next' looks at days of its own and makes one of what one
/// command does, so that its number is another one: `2; more: stead next --kind reflect`.
Text count_words(std::size_t rows, std::size_t all, std::size_t said, const std::string& where) {
  const std::string more = said > 0 ? " more" : "";
  if (rows == all) return Text(fmt::format("{}{}", all, more));
  if (where.starts_with("stead next")) {
    return Text(fmt::format("{}; more: ", rows)) + command(where);
  }
  return Text(fmt::format("{} of {}{}; all: ", rows, all, more)) + command(where);
}

template <typename Thing>
std::vector<const Thing*> pointers_to(const std::vector<Thing>& things) {
  std::vector<const Thing*> all;
  all.reserve(things.size());
  for (const Thing& thing : things) all.push_back(&thing);
  return all;
}

/// A section of a page: the first of the things in it, and where to find the rest. What is to be
/// done first, `is_first` says, is not said again.
template <typename Thing, typename ItemOf, typename IsFirst>
void add_section(Document& document, const std::string& heading, std::vector<const Thing*> things,
                 const std::string& all, ItemOf item_of, std::size_t most, IsFirst is_first) {
  const std::size_t said = std::erase_if(things, [&](const Thing* one) { return is_first(*one); });
  if (things.empty()) return;
  const std::size_t rows = shown_of(things.size(), most);
  document.add(section(heading, count_words(rows, things.size(), said, all)));
  Items items;
  for (std::size_t i = 0; i < rows; ++i) items.items.push_back(item_of(*things[i]));
  document.add(std::move(items));
}

/// Is it among what is to be done first?
bool is_first(const WeeklyReport& report, NudgeKind kind, std::string_view record) {
  return std::ranges::any_of(report.first, [&](const Nudge& nudge) {
    return nudge.kind == kind && nudge.record == record;
  });
}

bool has_command(const WeeklyReport& report, const std::string& command) {
  return std::ranges::find(report.first, command, &Nudge::command) != report.first.end();
}

std::string command_for(const Waiting& waiting) {
  return fmt::format("stead log {} answered", waiting.who);
}

std::string command_for(const Unreflected& thing) {
  const std::string reflect = "stead reflect " + thing.who;
  return thing.is_only ? reflect : reflect + " " + shell_word(thing.text);
}

bool is_first(const WeeklyReport& report, const DuePromise& promise) {
  return std::ranges::any_of(std::array{NudgeKind::late, NudgeKind::due, NudgeKind::ask},
                             [&](NudgeKind kind) { return is_first(report, kind, promise.id); });
}

Item waiting_item(const Waiting& waiting, const WeeklyReport& report) {
  Text text = Text(waiting.name, Tone::strong);
  if (waiting.urgent) text += Text(" (urgent)", Tone::bad);
  if (!waiting.text.empty()) text += ": " + Text(waiting.text);
  const int days = static_cast<int>((report.today - waiting.at.day).count());
  return {.text = text,
          .aside = until_words(waiting, report.today, report.working_day),
          .below = {command(command_for(waiting))},
          .lead = days == 0  ? Text("today")
                  : days < 0 ? Text(long_date(waiting.at.day))
                             : Text(length_of(days))};
}

/// `3 days late`, `today`, else the date.
Text due_words(const DuePromise& promise, Day today) {
  if (promise.days_late > 0) {
    return {counted(static_cast<std::size_t>(promise.days_late), "day") + " late", Tone::bad};
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
  // What others are late with is to be asked for, once; it was not delivered.
  if (promise.late && !promise.mine && !promise.asked)
    item.aside = command("stead log " + promise.who + " asked");
  if (promise.late && promise.mine && !promise.follow_up && !promise.is_told_of_due) {
    item.below.push_back(Text(promise.name + " has not been told yet: ", Tone::faint) +
                         command("stead tell " + promise.id));
  }
  if (promise.before_leaving && !promise.late && *promise.before_leaving < promise.due.day) {
    const Day last = *promise.before_leaving;
    Text words("you are away then; best done " +
                   (last == today ? std::string("today") : "by " + long_date(last)),
               Tone::faint);
    if (!promise.follow_up)
      words += Text(", or: ", Tone::faint) + command("stead tell " + promise.id);
    item.below.push_back(std::move(words));
  }
  return item;
}

Item reconnect_item(const Reconnect& person, Day today) {
  Text text(person.name, Tone::strong);
  if (!person.phone.empty()) text += Text("  " + person.phone, Tone::faint);
  const Text quiet = !person.last            ? Text("no contact yet")
                     : today < *person.due   ? Text(long_date(*person.due))
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
  if (thing.is_only) {
    item.aside = command(command_for(thing));
  } else {
    item.below.push_back(command(command_for(thing)));
  }
  if (!thing.on) return item;
  const int days = static_cast<int>((today - *thing.on).count());
  item.lead = days == 0  ? Text("today")
              : days < 0 ? Text(long_date(*thing.on))
                         : Text(length_of(days));
  return item;
}

Text gap_words(const CoverGap& gap, const Absence& absence) {
  Text text(gap.name, Tone::strong);
  if (gap.owner_is_there && gap.offered.empty()) {
    text += ": " + Text("nobody but you", Tone::warning);
  } else if (gap.offered.empty()) {
    text += ": " + Text("nobody covers", Tone::bad);
  } else {
    text += ": " + Text(gap.offered.front() +
                            (gap.offered.size() > 1         ? " and others have"
                             : gap.offered.front() == "you" ? " have"
                                                            : " has") +
                            " not agreed yet",
                        Tone::warning);
  }
  const bool whole =
      absence.from.day == gap.period.first && absence.to && absence.to->day == gap.period.last;
  return whole ? text : text + ", " + long_period(gap.period);
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
    if (is_planned || gap.owner_is_there) continue;
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
  if (absence.offered) {
    item.below.push_back(
        Text(fmt::format("you offered on {}, not agreed yet: ", long_date(*absence.offered)),
             Tone::faint) +
        command("stead who covers " + absence.row.who + " --on " + days));
  }
  const std::size_t told = shown_of(absence.untold.size(), kMostUntold);
  for (std::size_t i = 0; i < told; ++i) {
    const UntoldClient& each = absence.untold[i];
    item.below.push_back(Text(fmt::format("tell {}: ", each.name), Tone::faint) +
                         command(each.command));
  }
  if (told < absence.untold.size()) {
    item.below.push_back(more(absence.untold.size() - told, "stead next --kind tell"));
  }
  const std::size_t briefed = shown_of(absence.unbriefed.size(), kMostUnbriefed);
  for (std::size_t i = 0; i < briefed; ++i) {
    const Unbriefed& each = absence.unbriefed[i];
    const std::string whom = each.who == kMe ? "be briefed" : "brief " + each.stand_in;
    item.below.push_back(Text(whom + ": ", Tone::faint) + command(each.command));
  }
  if (briefed < absence.unbriefed.size()) {
    item.below.push_back(more(absence.unbriefed.size() - briefed, "stead next --kind brief"));
  }
}

/// Whom I cover while a colleague is away, in front of what is open: the page is short of lines.
void add_what_is_mine(Item& item, const WeeklyAbsence& absence) {
  if (absence.covered_by_me.empty()) return;
  const Text mine = "you cover " + clients_in_a_row(absence.covered_by_me);
  if (item.below.empty()) {
    item.below.push_back(mine);
  } else {
    item.below.front() = mine + "; " + item.below.front();
  }
}

/// `you, family`, and when.
Item head_of(const AbsenceRow& row) {
  const Absence& away = row.absence;
  Text text(row.who == kMe ? "you" : row.name, Tone::strong);
  if (!away.why.empty()) text += ", " + Text(away.why);
  return {.text = text,
          .aside = away.from.time || (away.to && away.to->time) ? Text(words_for(away))
                   : away.to ? Text(long_period({away.from.day, away.to->day}))
                             : Text("from " + long_date(away.from.day)),
          .below = {},
          .lead = {}};
}

/// One that is over: there is nothing left to do about it.
Item past_absence_item(const WeeklyAbsence& absence) {
  Item item = head_of(absence.row);
  std::vector<std::string> without;
  for (const CoverGap& gap : absence.gaps) {
    if (!gap.owner_is_there) without.push_back(gap.name);
  }
  without.erase(std::unique(without.begin(), without.end()), without.end());
  if (!absence.covered_by_me.empty()) {
    item.below.emplace_back("you covered " + clients_in_a_row(absence.covered_by_me));
  }
  if (!without.empty()) {
    item.below.emplace_back("nobody had agreed to cover " + clients_in_a_row(without));
  }
  return item;
}

Item absence_item(const WeeklyAbsence& whole, const WeeklyReport& report) {
  const Day today = report.today;
  WeeklyAbsence absence = whole;
  if (is_first(report, NudgeKind::gap, absence.row.who)) absence.gaps.clear();
  std::erase_if(absence.untold, [&](const UntoldClient& each) {
    return is_first(report, NudgeKind::tell, each.client);
  });
  std::erase_if(absence.unbriefed,
                [&](const Unbriefed& each) { return has_command(report, each.command); });
  if (is_first(report, NudgeKind::offer, absence.row.who)) {
    absence.can_offer = false;
    absence.offered.reset();
  }
  Item item = head_of(absence.row);
  add_gaps(item, absence, today);
  add_what_is_mine(item, absence);
  if (absence.covered && absence.clients > absence.covered_by_me.size()) {
    item.below.emplace_back(
        absence.clients == 1 ? "the client whom it touches is covered"
        : absence.clients == 2
            ? "both clients whom it touches are covered"
            : fmt::format("all {} clients whom it touches are covered", absence.clients),
        Tone::good);
  }
  add_nudges(item, absence, today);
  return item;
}

/// What it is, and below the reason and the command, as they fit on a line.
Item first_item(const Nudge& nudge) {
  Item item = nudge_item(nudge);
  item.below = {item.below.front() + Text(": ", Tone::faint) + item.below.back()};
  return item;
}

/// What it is, and the command at its end.
Item help_item(const Nudge& nudge) {
  Item item = nudge_item(nudge);
  item.below.erase(item.below.begin());
  if (nudge.kind == NudgeKind::give) item.text += Text(": " + nudge.why, Tone::faint);
  std::swap(item.aside, item.below.front());
  item.below.clear();
  return item;
}

Item date_item(const YearlyDay& day, Day today) {
  Text text = Text(day.name, Tone::strong) + ": " + front_line(day.what);
  if (day.years) text += ", " + counted(static_cast<std::size_t>(*day.years), "year");
  return {.text = text,
          .aside = command(command_for(day)),
          .below = {},
          .lead = Text(day.on == today ? "today" : long_date(day.on))};
}

void add_promises(Document& document, const WeeklyReport& report) {
  std::vector<const DuePromise*> mine;
  std::vector<const DuePromise*> theirs;
  std::vector<const DuePromise*> follow_ups;
  for (const DuePromise& promise : report.promises) {
    (promise.follow_up ? follow_ups : promise.mine ? mine : theirs).push_back(&promise);
  }
  const auto item = [&](const DuePromise& promise) { return promise_item(promise, report.today); };
  const auto is_said = [&](const DuePromise& promise) { return is_first(report, promise); };
  add_section(document, "You promised", mine, "stead promises --mine", item, kMostOfSection,
              is_said);
  add_section(document, "Promised to you", theirs, "stead promises --theirs", item, kMostOfSection,
              is_said);
  add_section(document, "Come back to", follow_ups, "stead promises --mine", item, kMostOfSection,
              is_said);
}

/// Is it a briefing that stands below with the absence it is for?
bool is_said_of_an_absence(const WeeklyReport& report, const Nudge& nudge) {
  return nudge.kind == NudgeKind::brief &&
         std::ranges::any_of(report.absences, [&](const WeeklyAbsence& absence) {
           return std::ranges::find(absence.unbriefed, nudge.command, &Unbriefed::command) !=
                  absence.unbriefed.end();
         });
}

void add_people(Document& document, const WeeklyReport& report) {
  // 'next' knows nothing of what is more than a week ahead.
  const bool is_ahead = report.today < report.period.first;
  const bool goes_on = week_from(report.today).last < report.period.last;
  const std::string whole = fmt::format("stead weekly {} --json", typed(report.period));
  const auto all = [&](const char* kinds) {
    return is_ahead ? whole : fmt::format("stead next --kind {}", kinds);
  };
  add_section(
      document, "Reconnect with", pointers_to(report.reconnect), goes_on ? whole : all("reconnect"),
      [&](const Reconnect& person) { return reconnect_item(person, report.today); }, kMostOfSection,
      [&](const Reconnect& person) { return is_first(report, NudgeKind::reconnect, person.who); });
  add_section(
      document, "Say back what you heard", pointers_to(report.unreflected), all("reflect"),
      [&](const Unreflected& thing) { return unreflected_item(thing, report.today); },
      kMostToSayBack,
      [&](const Unreflected& thing) {
        return is_first(report, NudgeKind::reflect, thing.who) &&
               has_command(report, command_for(thing));
      });
  add_section(
      document, "Write on the day", pointers_to(report.dates), whole,
      [&](const YearlyDay& day) { return date_item(day, report.today); }, kMostOfSection,
      [&](const YearlyDay& day) {
        return is_first(report, day.is_birthday ? NudgeKind::birthday : NudgeKind::date, day.who);
      });
  std::vector<const Nudge*> cover;
  std::vector<const Nudge*> help;
  for (const Nudge& nudge : report.help) {
    const bool is_cover = nudge.kind == NudgeKind::brief || nudge.kind == NudgeKind::note;
    if (!is_said_of_an_absence(report, nudge)) (is_cover ? cover : help).push_back(&nudge);
  }
  const auto is_said = [&](const Nudge& nudge) {
    return is_first(report, nudge.kind, nudge.record);
  };
  add_section(document, "Brief and note", cover, all("brief,note"), help_item, kMostHelp, is_said);
  add_section(document, "Give and thank", help, all("move,thank,give"), help_item, kMostHelp,
              is_said);
}

void add_absences(Document& document, const WeeklyReport& report) {
  const bool is_past = report.ahead.last < report.today;
  add_section(
      document, is_past ? "Who was away" : "Away until " + long_date(report.ahead.last),
      pointers_to(report.absences), "stead who away " + typed(report.ahead),
      [&](const WeeklyAbsence& absence) {
        return is_past ? past_absence_item(absence) : absence_item(absence, report);
      },
      kMostOfSection, [](const WeeklyAbsence&) { return false; });
}

Text title_of(const WeeklyReport& report) {
  constexpr Days kLongestWeek{9};  // from a Saturday on
  if (report.period.last < report.today) return "Looking back";
  if (report.today < report.period.first) return "Looking ahead";
  return report.period.last - report.period.first < kLongestWeek ? "Your week" : "Your days";
}

std::string quiet_words(const WeeklyReport& report) {
  if (report.period.last < report.today)
    return "Nothing that was due, asked or said then is left open.";
  if (report.today < report.period.first) {
    return "Nothing is due, nobody has a birthday, and there is no gap in cover.";
  }
  return "Nothing is due, nobody waits for you, and there is no gap in cover. A good day to call "
         "somebody you like.";
}

}  // namespace

Document to_document(const WeeklyReport& report) {
  Document document;
  document.add(title(title_of(report), own(long_period(report.period))));
  if (!report.asks_for_something()) document.add(Paragraph{quiet_words(report)});
  if (!report.first.empty()) {
    document.add(
        section("Do first", count_words(report.first.size(), report.nudges, 0, "stead next")));
    Items items;
    for (const Nudge& nudge : report.first) items.items.push_back(first_item(nudge));
    document.add(std::move(items));
  }
  add_section(
      document, "Waiting for your answer", pointers_to(report.waiting), "stead who waits",
      [&](const Waiting& waiting) { return waiting_item(waiting, report); }, kMostOfSection,
      [&](const Waiting& waiting) { return has_command(report, command_for(waiting)); });
  add_promises(document, report);
  add_people(document, report);
  add_absences(document, report);
  if (!report.done) return document;
  const std::size_t happened = happened_in(*report.done);
  const bool is_past = report.period.last < report.today;
  add_done(document, *report.done,
           is_past                 ? kMostOfSection
           : happened <= kMostDone ? kMostDone
                                   : 0,
           report.working_day);
  return document;
}

}  // namespace stead
