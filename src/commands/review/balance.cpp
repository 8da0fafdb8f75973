#include "stead/balance.h"
#include "cli/command.h"
#include "stead/names.h"

namespace stead {

Action balance_command(Syntax& syntax) {
  const auto who = std::make_shared<std::string>();
  syntax.example(
      "$ stead gave bo cover 5 days his week in Leeds -q\n"
      "$ stead balance bo\n"
      "You and Bo Lind\n"
      "\n"
      "you covered 5 days today\n"
      "  Mon 2026-08-03, you: 5 days: his week in Leeds\n"
      "…");
  syntax.argument("who", "WHO", *who, "Only they, and of an organisation its people");
  return [who](Session& session) {
    std::string handle;
    if (!who->empty()) handle = contact_named(session.book(), *who, Archived::found);
    if (handle == "me") {
      throw Error::usage("help goes between you and others")
          .with_hint("'stead balance' shows all of them");
    }
    session.show(balance_report(session.book(), handle, session.now.today));
  };
}

}  // namespace stead
