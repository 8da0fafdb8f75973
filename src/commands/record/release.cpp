#include "commands/record/closing.h"
#include "commands/record/sentences.h"
#include "stead/promise_life.h"

#include <fmt/format.h>

namespace stead {
namespace {

/// ` It was 3 days late by then. They had not been told.`; empty of what was not late.
std::string late_words_of(const Promise& promise) {
  const std::optional<Timing> timing = timing_at_end(promise);
  if (!timing || timing->on_time) return {};
  const std::string told = telling_words(promise);
  const std::string_view untold =
      promise.is_mine() ? " They had not been told." : " You had not been told.";
  return fmt::format(" It was {} by then.{}", in_words(*timing), told.empty() ? untold : told);
}

Text released_sentence(Session& session, const Promise& promise, const std::optional<When>& on) {
  Text text = promise.is_follow_up() ? "Dropped: " : "No longer wanted: ";
  text += first_line(promise.text) + other_side_words(session, promise);
  if (promise.due) text += ", due " + Text(long_date(*promise.due));
  text += time_words(on) + ".";
  if (!promise.is_follow_up()) text += late_words_of(promise);
  return promise.every ? text + " It does not come again." : text;
}

}  // namespace

Action release_command(Syntax& syntax) {
  const auto closing = std::make_shared<Closing>();
  syntax.example(
      "$ stead release bo\n"
      "No longer wanted: VPN credentials, from Bo Lind, due Wed 2026-08-05.");
  add_closing_options(syntax, *closing, "When it was released; looks back; else today");
  return [closing](Session& session) {
    close_promises(session, *closing, "released", released_sentence);
  };
}

}  // namespace stead
