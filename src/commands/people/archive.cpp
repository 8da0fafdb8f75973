#include "cli/command.h"
#include "stead/names.h"

namespace stead {
namespace {

std::size_t open_promises_with(const Book& book, std::string_view who) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
    const Promise promise = book.promise(i);
    if (promise.is_open() && book.canonical(promise.other_side()) == who) ++count;
  }
  return count;
}

void archive(const std::string& id, Session& session) {
  Contact contact = *session.edits().contact(id);
  const Text name(contact.name, Tone::strong);
  if (id == "me") throw Error::usage("you cannot be archived: it is your book");
  if (contact.archived) {
    return session.say(name + " has been archived since " + long_date(*contact.archived) +
                       ": nothing to change.");
  }
  contact.archived = session.now.today;
  session.edits().put(contact);
  session.say("Archived " + name + ": hidden from lists and reports; the history stays. " +
              "Bring back: " + Text("stead set " + id + " --unset archived", Tone::code));
  if (const std::size_t open = open_promises_with(session.book(), id); open > 0) {
    session.hint(fmt::format("{} promise{} with {} still open: stead promises {}", open,
                             open == 1 ? "" : "s", contact.name + (open == 1 ? " is" : " are"),
                             id));
  }
}

}  // namespace

Action archive_command(Syntax& syntax) {
  auto who = std::make_shared<std::string>();
  syntax.required("who", "WHO", *who, "Whom; several with commas between them");
  syntax.example(
      "$ stead archive delta\n"
      "Archived Delta GmbH: hidden from lists and reports; the history stays. Bring\n"
      "back: stead set delta-gmbh --unset archived");
  return [who](Session& session) {
    for (const std::string& id : contacts_named(session.book(), *who, Archived::found)) {
      archive(id, session);
    }
  };
}

}  // namespace stead
