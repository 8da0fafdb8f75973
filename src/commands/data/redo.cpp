#include "cli/command.h"
#include "commands/data/change_words.h"
#include "stead/journal.h"
#include "stead/store.h"

#include <CLI/CLI.hpp>

namespace stead {

Action redo_command(CLI::App& app) {
  app.footer("$ stead redo");
  return [](Session& session) {
    const auto reversal = journal_of(session).redo(digest(session.book().text()));
    if (!reversal) throw Error::usage("there is nothing to redo");
    take_over(session, *reversal);
    session.step_kind = Step::Kind::redone;
    session.step_of = reversal->step.id;
    session.say("Did again: " + Text(command_line(reversal->step), Tone::code));
    for (const Text& line : words_of(reversal->changes)) session.say(line);
    session.hint("'stead undo' takes it back");
  };
}

}  // namespace stead
