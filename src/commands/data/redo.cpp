#include "cli/command.h"
#include "commands/data/change_words.h"
#include "commands/data/take_over.h"
#include "stead/journal.h"
#include "stead/store.h"

namespace stead {

Action redo_command(Syntax& syntax) {
  syntax.example(
      "$ stead keep ana -q\n"
      "$ stead undo -q\n"
      "$ stead redo\n"
      "Did again: stead keep ana -q\n"
      "~ promise k7q2wd4: status nothing → kept\n"
      "~ promise k7q2wd4: closed nothing → 2026-08-03");
  return [](Session& session) {
    const auto reversal = journal_of(session).redo(digest(session.book().text()));
    if (!reversal) throw Error::usage("there is nothing to redo");
    take_over(session, *reversal, Step::Kind::redone);
    session.say("Did again: " + Text(command_line(reversal->step), Tone::code));
    for (const Text& line : words_of(reversal->changes)) session.say(line);
    session.hint_of_undo("'stead undo' takes it back");
  };
}

}  // namespace stead
