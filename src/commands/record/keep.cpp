#include "commands/record/closing.h"
#include "commands/record/sentences.h"
#include "stead/names.h"
#include "stead/promise_life.h"

#include <algorithm>

namespace stead {
namespace {

struct KeepOptions {
  Closing closing;
  std::string part;
};

Text kept_sentence(Session& session, const Promise& promise, const std::optional<When>& on) {
  if (promise.is_follow_up()) {
    return "Done: " + Text(first_line(promise.text)) + other_side_words(session, promise) +
           time_words(on) + ".";
  }
  const std::optional<Timing> timing = timing_of(promise);
  Text text = "Kept";
  if (timing) {
    text += " ";
    text += Text(in_words(*timing), timing->on_time ? Tone::good : Tone::warning);
  }
  text += ": " + Text(first_line(promise.text)) + other_side_words(session, promise);
  if (timing) text += ", due " + Text(long_date(*due_that_counts(promise)));
  text += time_words(on);
  return text + "." + Text(telling_words(promise));
}

void keep_part(Session& session, Promise promise, const std::optional<When>& on,
               const std::string& text) {
  const Part part{on.value_or(When{session.now.today, {}}), text};
  if (std::ranges::find(promise.parts, part) != promise.parts.end()) {
    throw Error::usage("that part was noted for {} already", long_date(part.on))
        .with_hint(fmt::format("'stead show {}' shows it", promise.id));
  }
  promise.parts.push_back(part);
  session.edits().put(promise);
  session.say("In part: " + Text(first_line(text)) + time_words(on) +
              ". Still open: " + first_line(promise.text) + other_side_words(session, promise) +
              (promise.due ? ", due " + Text(long_date(*promise.due)) : Text()) + ".");
}

void keep_parts(Session& session, const KeepOptions& options) {
  const std::optional<When> on = time_said(session, options.closing.on);
  const std::string part = session.text_argument({options.part}, "the part");
  if (part.empty()) throw Error::usage("the part is empty");
  for (const Promise& promise : promises_named(session.book(), options.closing.promise)) {
    keep_part(session, promise, on, part);
  }
}

}  // namespace

Action keep_command(Syntax& syntax) {
  const auto options = std::make_shared<KeepOptions>();
  syntax.example(
      "$ stead keep bo\n"
      "Kept 2 days early: VPN credentials, from Bo Lind, due Wed 2026-08-05.");
  add_closing_options(syntax, options->closing, "When it was kept; looks back; else today");
  syntax.option("--part", "TEXT", options->part, "Only this part is done; it stays open");
  return [options](Session& session) {
    if (!options->part.empty()) return keep_parts(session, *options);
    close_promises(session, options->closing, "kept", kept_sentence);
  };
}

}  // namespace stead
