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

/// Mine, that is late and that the other side does not know of?
bool is_untold(const DuePromise& promise) {
  return promise.mine && !promise.follow_up && promise.late && !promise.is_told_of_due;
}

NudgeDraft promise_draft(const NudgeMaker& maker, const DuePromise& promise) {
  const NudgeKind kind = !promise.mine  ? NudgeKind::ask
                         : promise.late ? NudgeKind::late
                                        : NudgeKind::due;
  NudgeDraft draft =
      maker.make(kind, Collection::promises, promise.id, promise.who, promise.best_by());
  if (!promise.for_whom.empty() && !maker.is_client(promise.who) &&
      maker.is_client(promise.for_whom)) {
    draft.add(What::client, kClientOfPromise);
  }
  if (promise.follow_up) draft.add(What::follow_up, kFollowUp);
  if (is_untold(promise)) draft.add(What::untold, kUntold);
  if (!promise.mine) draft.by = promise.who;
  return draft;
}

NudgeWords words_of_mine(Day today, const DuePromise& promise) {
  NudgeWords words{.what = {},
                   .why = promise.late ? late_words(promise)
                                       : due_day(today, promise.due) + while_away(promise, today),
                   .command = "stead keep " + promise.id};
  if (promise.follow_up) {
    words.what = promise.name.empty() ? "Do" : "Come back to " + promise.name;
  } else if (is_untold(promise)) {
    words.what = "Tell " + promise.name + " how it stands";
    words.why += promise.told == Telling::never ? ", and they have not been told"
                                                : ", and they were told of an earlier date only";
    words.command = "stead tell " + promise.id;
  } else {
    words.what = "Keep your promise to " + promise.name;
  }
  words.what += with_text(promise.text);
  return words;
}

NudgeWords words_of_theirs(const DuePromise& promise) {
  NudgeWords words{.what = "Ask " + promise.name + with_text(promise.text),
                   .why = "they promised it, " + late_words(promise),
                   .command = fmt::format("stead log {} asked", promise.who)};
  if (promise.is_told_of_due) words.why += "; they have let you know";
  return words;
}

// People.

NudgeWords reconnect_words(Day today, const Reconnect& person) {
  NudgeWords words{
      .what = "Reconnect with " + person.name,
      .why = person.last ? "last contact " + ago(today, person.last->day) : "no contact yet",
      .command = fmt::format("stead log {} called", person.who)};
  if (!person.phone.empty()) words.what += ", " + person.phone;
  words.why += ", " + in_words(person.cadence);
  return words;
}

NudgeWords reflect_words(Day today, const Unreflected& thing) {
  NudgeWords words{.what = "Say back to " + thing.name + with_text(thing.text),
                   .why = thing.on ? "they said it " + ago(today, *thing.on) : "they said it once",
                   .command = "stead reflect " + thing.who};
  if (!thing.is_only) words.command += " " + shell_word(thing.text);
  return words;
}

}  // namespace

void add_questions(NudgeDrafts& drafts, const NudgeMaker& maker, const NudgeSources& sources) {
  std::map<std::string_view, std::size_t> places;  // of interactions that several asked in
  for (const Waiting& waiting : sources.waiting) {
    const auto [place, is_new] = places.try_emplace(waiting.id, drafts.size());
    if (!is_new) {
      NudgeDraft& same = drafts[place->second];
      same.by += "," + waiting.who;
      same.name += ", " + waiting.name;
      continue;
    }
    NudgeDraft draft = maker.make(NudgeKind::answer, Collection::interactions, waiting.id,
                                  waiting.who, waiting.due ? waiting.due->day : waiting.at.day);
    if (waiting.urgent) draft.add(What::urgent, kUrgent);
    if (waiting.late) draft.add(What::over, kOver);
    draft.by = waiting.who;
    draft.words = [&waiting](const NudgeMaker& at, const NudgeDraft& of) {
      const int working_day = WorkingTime(at.book().me(), at.now()).day_length();
      return NudgeWords{.what = "Answer " + of.name + with_text(waiting.text),
                        .why = reason(waiting, at.today(), working_day),
                        .command = fmt::format("stead log {} answered", of.by)};
    };
    drafts.push_back(std::move(draft));
  }
}

void add_promises(NudgeDrafts& drafts, const NudgeMaker& maker, const NudgeSources& sources) {
  for (const DuePromise& promise : sources.promises) {
    if (!promise.mine && (!promise.late || promise.asked)) continue;
    drafts.push_back(promise_draft(maker, promise));
    drafts.back().words = [&promise](const NudgeMaker& at, const NudgeDraft&) {
      return promise.mine ? words_of_mine(at.today(), promise) : words_of_theirs(promise);
    };
  }
}

void add_people(NudgeDrafts& drafts, const NudgeMaker& maker, const NudgeSources& sources) {
  for (const Reconnect& person : sources.reconnect) {
    NudgeDraft draft = maker.make(NudgeKind::reconnect, person.who, person.due);
    if (person.urgent) draft.add(What::quiet, kQuiet);
    draft.words = [&person](const NudgeMaker& at, const NudgeDraft&) {
      return reconnect_words(at.today(), person);
    };
    drafts.push_back(std::move(draft));
  }
  for (const Unreflected& thing : sources.unreflected) {
    drafts.push_back(maker.make(NudgeKind::reflect, thing.who));
    drafts.back().words = [&thing](const NudgeMaker& at, const NudgeDraft&) {
      return reflect_words(at.today(), thing);
    };
  }
}

}  // namespace stead
