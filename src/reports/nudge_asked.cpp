#include "reports/nudge_sources.h"
#include "reports/page_words.h"
#include "stead/calendar_words.h"
#include "stead/phrases.h"
#include "stead/text.h"
#include "stead/working_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace stead {
namespace {

using What = UrgencyPart::What;

constexpr int kUrgent = 30;
constexpr int kOver = 15;
constexpr int kUntold = 15;
constexpr int kQuiet = 10;
constexpr int kFollowUp = -30;
constexpr int kClientOfPromise = 10;

std::string ago(Day today, Day day) {
  const int days = static_cast<int>((today - day).count());
  if (days < 0) return "on " + long_date(day);
  return days == 0 ? "today" : length_of(days) + " ago";
}

/// `: text`, or nothing where there is none.
std::string with_text(const std::string& text) {
  return text.empty() ? "" : ": " + front_line(text);
}

// Questions.

std::string reason(const Waiting& waiting, Day today, int working_day) {
  std::string why = (waiting.urgent ? "urgent, asked " : "asked ") + ago(today, waiting.at.day);
  const std::string until = until_words(waiting, today, working_day).plain();
  return until.empty() ? why : why + ", " + until;
}

// Promises.

std::string due_day(Day today, const When& due) {
  return due.day == today ? "due today" : "due " + long_date(due);
}

/// What to do about a promise that falls due while I am away; empty of others.
std::string while_away(const DuePromise& promise, Day today) {
  if (!promise.before_leaving) return {};
  const Day last = *promise.before_leaving;
  const std::string what = promise.follow_up ? ": do it" : ": keep it or tell them";
  if (last == promise.due.day) return ", and you are away" + what;
  return ", when you are away" + what + (last == today ? " today" : " by " + long_date(last));
}

std::string late_words(const DuePromise& promise) {
  if (promise.days_late == 0) return "late since today";
  return counted(static_cast<std::size_t>(promise.days_late), "day") + " late";
}

Nudge promise_nudge(const NudgeMaker& maker, const DuePromise& promise) {
  const NudgeKind kind = !promise.mine  ? NudgeKind::ask
                         : promise.late ? NudgeKind::late
                                        : NudgeKind::due;
  Nudge nudge = maker.make(kind, Collection::promises, promise.id, promise.who, promise.best_by());
  const bool is_for_client = !maker.is_client(promise.who) && maker.is_client(promise.for_whom);
  if (is_for_client) add_points(nudge, What::client, kClientOfPromise);
  if (promise.follow_up) add_points(nudge, What::follow_up, kFollowUp);
  return nudge;
}

Nudge mine(const NudgeMaker& maker, const DuePromise& promise) {
  Nudge nudge = promise_nudge(maker, promise);
  nudge.why = promise.late
                  ? late_words(promise)
                  : due_day(maker.today(), promise.due) + while_away(promise, maker.today());
  nudge.command = "stead keep " + promise.id;
  if (promise.follow_up) {
    nudge.what =
        (promise.name.empty() ? "Do" : "Come back to " + promise.name) + with_text(promise.text);
    return nudge;
  }
  nudge.what = "Keep your promise to " + promise.name + with_text(promise.text);
  if (promise.late && !promise.is_told_of_due) {
    add_points(nudge, What::untold, kUntold);
    nudge.what = "Tell " + promise.name + " how it stands" + with_text(promise.text);
    nudge.why += promise.told == Telling::never ? ", and they have not been told"
                                                : ", and they were told of an earlier date only";
    nudge.command = "stead tell " + promise.id;
  }
  return nudge;
}

Nudge theirs(const NudgeMaker& maker, const DuePromise& promise) {
  Nudge nudge = promise_nudge(maker, promise);
  nudge.what = "Ask " + promise.name + with_text(promise.text);
  nudge.why = "they promised it, " + late_words(promise);
  if (promise.is_told_of_due) nudge.why += "; they have let you know";
  nudge.command = fmt::format("stead log {} asked", promise.who);
  return nudge;
}

// People.

Nudge reconnect_nudge(const NudgeMaker& maker, const Reconnect& person) {
  Nudge nudge = maker.make(NudgeKind::reconnect, person.who, person.due);
  if (person.urgent) add_points(nudge, What::quiet, kQuiet);
  nudge.what = "Reconnect with " + person.name;
  if (!person.phone.empty()) nudge.what += ", " + person.phone;
  const std::string last =
      person.last ? "last contact " + ago(maker.today(), person.last->day) : "no contact yet";
  nudge.why = last + ", " + in_words(person.cadence);
  nudge.command = fmt::format("stead log {} called", person.who);
  return nudge;
}

Nudge reflect_nudge(const NudgeMaker& maker, const Unreflected& thing) {
  Nudge nudge = maker.make(NudgeKind::reflect, thing.who);
  nudge.what = "Say back to " + thing.name + with_text(thing.text);
  nudge.why = thing.on ? "they said it " + ago(maker.today(), *thing.on) : "they said it once";
  nudge.command = "stead reflect " + thing.who;
  if (!thing.is_only) nudge.command += " " + shell_word(thing.text);
  return nudge;
}

}  // namespace

void add_questions(std::vector<Nudge>& nudges, const NudgeMaker& maker,
                   const NudgeSources& sources) {
  const int working_day = WorkingTime(maker.book().me(), maker.now()).day_length();
  std::map<std::string_view, std::size_t> places;  // of interactions that several asked in
  std::vector<std::string> who;
  const std::size_t first = nudges.size();
  for (const Waiting& waiting : sources.waiting) {
    const auto [place, is_new] = places.try_emplace(waiting.id, who.size());
    if (!is_new) {
      who[place->second] += "," + waiting.who;
      nudges[first + place->second].name += ", " + waiting.name;
      continue;
    }
    Nudge nudge = maker.make(NudgeKind::answer, Collection::interactions, waiting.id, waiting.who,
                             waiting.due ? waiting.due->day : waiting.at.day);
    if (waiting.urgent) add_points(nudge, What::urgent, kUrgent);
    if (waiting.late) add_points(nudge, What::over, kOver);
    nudge.what = with_text(waiting.text);
    nudge.why = reason(waiting, maker.today(), working_day);
    nudges.push_back(std::move(nudge));
    who.push_back(waiting.who);
  }
  for (std::size_t i = 0; i < who.size(); ++i) {
    Nudge& nudge = nudges[first + i];
    nudge.what = "Answer " + nudge.name + nudge.what;
    nudge.command = fmt::format("stead log {} answered", who[i]);
  }
}

void add_promises(std::vector<Nudge>& nudges, const NudgeMaker& maker,
                  const NudgeSources& sources) {
  for (const DuePromise& promise : sources.promises) {
    if (promise.mine) {
      nudges.push_back(mine(maker, promise));
    } else if (promise.late && !promise.asked) {
      nudges.push_back(theirs(maker, promise));
    }
  }
}

void add_people(std::vector<Nudge>& nudges, const NudgeMaker& maker, const NudgeSources& sources) {
  for (const Reconnect& person : sources.reconnect) {
    nudges.push_back(reconnect_nudge(maker, person));
  }
  for (const Unreflected& thing : sources.unreflected) {
    nudges.push_back(reflect_nudge(maker, thing));
  }
}

}  // namespace stead
