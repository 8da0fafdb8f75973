#include "cli/command.h"
#include "commands/people/field_readers.h"
#include "stead/names.h"
#include "stead/text.h"

#include <algorithm>

namespace stead {
namespace {

struct RenameOptions {
  std::string who;
  std::vector<std::string> words;
  bool forget_old = false;
};

/// Is somebody else called so, too?
bool is_taken(const Book& book, const Contact& contact) {
  const std::string folded = fold(contact.name);
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    const ContactNames names = book.names(i);
    if (names.id != contact.id && fold(names.name) == folded) return true;
  }
  return false;
}

/// The new name in place of the old one, which goes on finding them unless it is only another
/// spelling. True where it does.
bool rename(Contact& contact, const std::string& name, bool keep_old) {
  const std::string old = std::exchange(contact.name, name);
  const std::string folded = fold(name);
  std::erase_if(contact.aliases, [&](const std::string& alias) { return fold(alias) == folded; });
  std::erase_if(contact.conflict, [](const auto& lost) { return lost.first == "name"; });
  const bool keeps = keep_old && fold(old) != folded;
  if (keeps) contact.aliases.push_back(old);
  return keeps;
}

}  // namespace

Action rename_command(Syntax& syntax) {
  auto options = std::make_shared<RenameOptions>();
  syntax.required("who", "WHO", options->who, "Whom");
  syntax.required("name", "NAME", options->words, "The new name");
  syntax.flag("--forget-old", options->forget_old, "The old name was wrong: do not keep it");
  syntax.example(
      "$ stead rename joanna Joanna Berg\n"
      "Joanna Wit is now Joanna Berg. 'Joanna Wit' still finds them, and so does the\n"
      "handle joanna-wit.");
  return [options](Session& session) {
    const std::string id = contact_named(session.book(), options->who, Archived::found);
    const Contact before = *session.edits().contact(id);
    Contact after = before;
    const bool keeps = rename(after, read_name(options->words), !options->forget_old);
    const Text old(before.name, Tone::strong);
    if (after == before) return session.say(old + " is the name already: nothing to change.");
    session.edits().put(after);
    Text said = old + " is now " + Text(after.name, Tone::strong) + ". ";
    said += keeps ? Text("'" + before.name + "' still finds them, and so does the handle ")
                  : Text("The handle stays ");
    session.say(said + Text(id, Tone::code) + ".");
    if (is_taken(session.book(), after)) {
      session.hint(fmt::format("somebody else is called {}, too: their handles tell them apart",
                               after.name));
    }
  };
}

}  // namespace stead
