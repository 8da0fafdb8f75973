#include "stead/dupes.h"

#include "cli/command.h"

namespace stead {

Action dupes_command(Syntax& syntax) {
  syntax.example(
      "$ stead dupes\n"
      "May be the same\n"
      "\n"
      "No two contacts look like the same one.");
  return [](Session& session) { session.show(dupes_report(session.book())); };
}

}  // namespace stead
