#include "commands/record/reopening.h"

#include "commands/record/closing.h"
#include "commands/record/sentences.h"
#include "stead/layout.h"
#include "stead/names.h"
#include "stead/promise_life.h"
#include "stead/record.h"

namespace stead {
namespace {

/// Is the record what closing the promise wrote, to the letter but for its layout? So is nothing
/// that somebody changed, or gave a field unknown to stead.
bool is_as_made(const Book& book, const Promise& follower, const Promise& closed) {
  std::optional<Promise> made = next_of_series(closed);
  if (!made) return false;
  made->id = follower.id;
  const std::size_t index = *book.find(Collection::promises, follower.id);
  return on_one_line(book.record(Collection::promises, index)) == write_record(*made);
}

void take_back_next(Session& session, const Promise& closed) {
  for (const Promise& follower : followers_of(session.book(), closed.id)) {
    const std::string due = follower.due ? ", due " + long_date(*follower.due) : "";
    if (is_as_made(session.book(), follower, closed)) {
      session.edits().remove(Collection::promises, follower.id);
      session.say("Taken out: the next of the series" + due + ".");
    } else {
      session.say("The next of the series stays, for it was changed: " +
                  Text(follower.id, Tone::code) + due + ".");
    }
  }
}

void reopen(Session& session, const Promise& closed) {
  Promise promise = closed;
  promise.status.clear();
  promise.closed.reset();
  promise.done_by.clear();
  session.edits().put(promise);
  Text text = "Open again: " + Text(first_line(promise.text)) + other_side_words(session, promise);
  if (promise.due) text += ", due " + Text(long_date(*promise.due), Tone::strong);
  session.say(text + ".");
  take_back_next(session, closed);
}

}  // namespace

void reopen_promises(Session& session, const std::vector<std::string>& words) {
  constexpr bool kClosed = true;
  for (const Promise& promise : promises_named(session.book(), words, kClosed)) {
    reopen(session, promise);
  }
}

}  // namespace stead
