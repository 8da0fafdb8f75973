#include "commands/record/deeds.h"

namespace stead {

Action got_command(Syntax& syntax) {
  const auto words = std::make_shared<DeedWords>();
  syntax.example(
      "$ stead got ana referral delta data platform\n"
      "Ana Ruiz (Acme Dental) gave you a referral of Delta GmbH, Mon 2026-08-03: data\n"
      "platform. Take it back: stead undo");
  add_deed_words(syntax, *words, "Who helped you; several are ana,bo");
  return [words](Session& session) { note_deed(session, *words, "got"); };
}

}  // namespace stead
