#include "cli/command.h"
#include "commands/data/change_words.h"
#include "commands/data/take_over.h"
#include "stead/journal.h"
#include "stead/store.h"

namespace stead {

Action undo_command(Syntax& syntax) {
  syntax.example(
      "$ stead keep ana -q\n"
      "$ stead undo\n"
      "Took back: stead keep ana -q\n"
      "~ promise k7q2wd4: status kept → nothing\n"
      "~ promise k7q2wd4: closed 2026-08-03 → nothing");
  return [](Session& session) {
    const auto reversal = journal_of(session).undo(digest(session.book().text()));
    if (!reversal) throw Error::usage("there is nothing to undo");
    take_over(session, *reversal, Step::Kind::undone);
    session.say("Took back: " + Text(command_line(reversal->step), Tone::code));
    for (const Text& line : words_of(reversal->changes)) session.say(line);
    session.hint_of_undo("'stead redo' does it again");
  };
}

}  // namespace stead
