#include "commands/record/deeds.h"

namespace stead {

Action gave_command(Syntax& syntax) {
  const auto words = std::make_shared<DeedWords>();
  syntax.example(
      "$ stead gave bo cover 5 days his holiday\n"
      "You gave Bo Lind cover, 5 days, Mon 2026-08-03: his holiday. Take it back:\n"
      "stead undo");
  add_deed_words(syntax, *words, "Whom you helped; several are ana,bo");
  return [words](Session& session) { note_deed(session, *words, "gave"); };
}

}  // namespace stead
