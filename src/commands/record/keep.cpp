#include "commands/record/sentences.h"
#include "stead/dates.h"
#include "stead/names.h"
#include "stead/promise_life.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace stead {
namespace {

struct Options {
  std::vector<std::string> promise;
  std::string on;
  std::string part;
};

/// `2 days early`, `on time`, `1 day late`; a time of day may make a day of lateness none.
std::string words_for(const Timing& timing) {
  const int days = std::max(timing.days, -timing.days);
  if (days == 0) return timing.on_time ? "on time" : "late, but on the day";
  return fmt::format("{} {} {}", days, days == 1 ? "day" : "days",
                     timing.on_time ? "early" : "late");
}

Text whose(Session& session, const Promise& promise) {
  if (promise.is_follow_up()) return ", about " + people(session, {promise.for_whom});
  if (promise.is_mine()) return ", to " + people(session, {promise.to});
  return ", from " + people(session, {promise.by});
}

/// What they were told, where anything was.
std::string telling(const Promise& promise) {
  const std::string who = promise.is_mine() ? "You let them know" : "They let you know";
  switch (telling_of(promise)) {
    case Telling::never: return "";
    case Telling::late: return fmt::format(" {} after it was due.", who);
    case Telling::in_time: return fmt::format(" {} in time.", who);
  }
  return {};
}

/// `, on Sun 2026-08-02`, where it was said when it was.
Text day_of(const std::optional<When>& on) {
  return on ? ", on " + Text(long_date(*on), Tone::strong) : Text();
}

/// `on` is the day that was said; nothing for today.
Text kept_sentence(Session& session, const Promise& promise, const std::optional<When>& on) {
  if (promise.is_follow_up()) {
    return "Done: " + Text(first_line(promise.text)) + whose(session, promise) + day_of(on) + ".";
  }
  const std::optional<Timing> timing = timing_of(promise);
  Text text = "Kept";
  if (timing) {
    text += " ";
    text += Text(words_for(*timing), timing->on_time ? Tone::good : Tone::warning);
  }
  text += ": " + Text(first_line(promise.text)) + whose(session, promise);
  if (timing) text += ", due " + Text(long_date(*due_that_counts(promise)));
  text += day_of(on);
  return text + "." + Text(telling(promise));
}

void keep_part(Session& session, Promise promise, const std::optional<When>& on,
               const std::string& text) {
  if (text.empty()) throw Error::usage("the part is empty");
  promise.parts.push_back({on.value_or(When{session.now.today, {}}), text});
  session.edits().put(promise);
  session.say("In part: " + Text(first_line(text)) + day_of(on) +
              ". Still open: " + first_line(promise.text) + whose(session, promise) +
              (promise.due ? ", due " + Text(long_date(*promise.due)) : Text()) + ".");
}

void keep(Session& session, Promise promise, const std::optional<When>& on) {
  promise.status = "kept";
  promise.closed = on.value_or(When{session.now.today, {}});
  session.edits().put(promise);
  session.say(kept_sentence(session, promise, on));
  std::optional<Promise> next = next_of_series(promise);
  if (!next) return;
  next->id = session.edits().new_promise_id();
  session.edits().put(*next);
  session.say("Next: " + Text(first_line(next->text)) + ", due " +
              Text(long_date(*next->due), Tone::strong) + ".");
}

}  // namespace

Action keep_command(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.footer(
      "$ stead keep bo\n"
      "Kept 2 days early: VPN credentials, from Bo Lind, due Wed 2026-08-05.");
  app.add_option("promise", options->promise,
                 "WHO and words of it where there are several, or its id")
      ->type_name("PROMISE")
      ->required();
  app.add_option("--on", options->on, "When it was kept; looks back; else today")
      ->type_name("WHEN");
  app.add_option("--part", options->part, "Only this part is done; it stays open")
      ->type_name("TEXT");
  return [options](Session& session) {
    std::optional<When> on;
    if (!options->on.empty()) on = read_when(options->on, session.now, Direction::back);
    if (on) warn_of_future(session, *on);
    const std::string part = session.text_argument({options->part}, "the part");
    for (const Promise& promise : promises_named(session.book(), options->promise)) {
      if (options->part.empty()) {
        keep(session, promise, on);
      } else {
        keep_part(session, promise, on, part);
      }
    }
  };
}

}  // namespace stead
