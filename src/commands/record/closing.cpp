#include "commands/record/closing.h"

#include "commands/record/sentences.h"
#include "stead/dates.h"
#include "stead/names.h"
#include "stead/promise_life.h"

#include <algorithm>

namespace stead {
namespace {

/// A promise that was opened again may have been followed already.
void make_next(Session& session, const Promise& closed) {
  std::optional<Promise> next = next_of_series(closed);
  if (!next || !followers_of(session.book(), closed.id).empty()) return;
  next->id = session.edits().new_promise_id();
  session.edits().put(*next);
  session.say("Next: " + Text(first_line(next->text)) + ", due " +
              Text(long_date(*next->due), Tone::strong) + ".");
}

}  // namespace

void add_closing_options(Syntax& syntax, Closing& closing, const std::string& on_help) {
  syntax.required("promise", "PROMISE", closing.promise,
                  "WHO and words of it where there are several, or its id");
  syntax.option("--on", "WHEN", closing.on, on_help);
}

std::optional<When> time_said(Session& session, const std::string& on) {
  if (on.empty()) return std::nullopt;
  const When when = read_when(on, session.now, Direction::back);
  warn_of_future(session, when);
  return when;
}

When noted_now(const Session& session, const Promise& promise) {
  const std::optional<When> counts = due_that_counts(promise);
  const bool has_time = (promise.due && promise.due->time) || (counts && counts->time);
  return has_time ? session.now.moment() : When{session.now.today, {}};
}

void hint_if_before(Session& session, const Promise& promise, const std::optional<When>& on) {
  if (!on || !before(*on, promise.made)) return;
  session.hint(fmt::format("{} is before it was promised, {}; it is taken as it stands",
                           long_date(*on), long_date(promise.made)));
}

void close_promises(Session& session, const Closing& closing, std::string_view status,
                    EndingSentence sentence) {
  const std::optional<When> on = time_said(session, closing.on);
  for (Promise& promise : promises_named(session.book(), closing.promise)) {
    hint_if_before(session, promise, on);
    promise.closed = on.value_or(noted_now(session, promise));
    promise.status = status;
    session.edits().put(promise);
    session.say(sentence(session, promise, on));
    if (status != "released") make_next(session, promise);
  }
}

std::vector<Promise> followers_of(const Book& book, const std::string& id) {
  std::vector<Promise> followers;
  for (const std::size_t index : book.holding(Collection::promises, id)) {
    Promise promise = book.promise(index);
    if (promise.after == id) followers.push_back(std::move(promise));
  }
  return followers;
}

Text other_side_words(Session& session, const Promise& promise) {
  if (promise.is_follow_up()) return ", about " + people(session, {promise.for_whom});
  if (promise.is_mine()) return ", to " + people(session, {promise.to});
  return ", from " + people(session, {promise.by});
}

std::string telling_words(const Promise& promise) {
  const std::string who = promise.is_mine() ? "You let them know" : "They let you know";
  switch (telling_of(promise)) {
    case Telling::never: return "";
    case Telling::late: return fmt::format(" {} after it was due.", who);
    case Telling::in_time: return fmt::format(" {} in time.", who);
  }
  return {};
}

}  // namespace stead
