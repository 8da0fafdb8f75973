#include "commands/record/closing.h"
#include "commands/record/sentences.h"
#include "stead/promise_life.h"

namespace stead {
namespace {

Text broken_sentence(Session& session, const Promise& promise, const std::optional<When>& on) {
  const bool follow_up = promise.is_follow_up();
  Text text = Text(follow_up ? "Not done" : "Not delivered", Tone::warning) + ": " +
              first_line(promise.text) + other_side_words(session, promise);
  if (promise.due) text += ", due " + Text(long_date(*promise.due));
  text += time_words(on) + ".";
  if (follow_up) return text;
  if (promise.is_mine() && telling_of(promise) == Telling::never) {
    return text + " They have not been told.";
  }
  return text + telling_words(promise);
}

}  // namespace

Action break_command(Syntax& syntax) {
  const auto closing = std::make_shared<Closing>();
  syntax.example(
      "$ stead break ana\n"
      "Not delivered: migration estimate, to Ana Ruiz (Acme Dental), due Fri\n"
      "2026-07-31. They have not been told.");
  add_closing_options(syntax, *closing, "When that was clear; looks back; else today");
  return
      [closing](Session& session) { close_promises(session, *closing, "broken", broken_sentence); };
}

}  // namespace stead
