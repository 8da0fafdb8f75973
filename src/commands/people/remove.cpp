#include "cli/command.h"
#include "stead/names.h"
#include "stead/phrases.h"
#include "stead/removal.h"
#include "stead/text.h"

namespace stead {
namespace {

struct RemoveOptions {
  std::string who;
  bool with_history = false;
  bool forget = false;
};

constexpr std::size_t kLongestText = 48;

/// `3 interactions, 1 promise and 2 contacts`; empty where all are none.
std::string history(std::size_t interactions, std::size_t promises, std::size_t contacts) {
  std::vector<std::string> parts;
  if (interactions > 0) parts.push_back(counted(interactions, "interaction"));
  if (promises > 0) parts.push_back(counted(promises, "promise"));
  if (contacts > 0) parts.push_back(counted(contacts, "contact"));
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  }
  return text;
}

void refuse_to_orphan(const Book& book, const Contact& contact) {
  const References found = references_to(book, contact.id);
  if (found.empty()) return;
  throw Error::usage(
      "{} is named in {}", contact.name,
      history(found.interactions.size(), found.promises.size(), found.contacts.size()))
      .with_hint(fmt::format("'stead archive {0}' hides them and keeps the history; 'stead remove "
                             "{0} --with-history' removes that, too",
                             contact.id));
}

/// What goes and what changes, for the question and for the echo.
std::string extent_of(const Removal& removal) {
  const std::string gone =
      history(removal.gone_interactions.size(), removal.gone_promises.size(), 0);
  std::string text = gone.empty() ? "" : " with " + gone;
  if (removal.changed() > 0) {
    text += fmt::format(", and every mention of them in {}",
                        counted(removal.changed(), "other record"));
  }
  return text;
}

void carry_out(const Removal& removal, Edits& edits) {
  for (const Contact& contact : removal.contacts) edits.put(contact);
  for (const Promise& promise : removal.promises) edits.put(promise);
  for (const Interaction& interaction : removal.interactions) edits.put(interaction);
  for (const std::string& id : removal.gone_promises) edits.remove(Collection::promises, id);
  for (const std::string& id : removal.gone_interactions) {
    edits.remove(Collection::interactions, id);
  }
}

void remove_contact(const std::string& id, const RemoveOptions& options, Session& session) {
  const Book& book = session.book();
  const Contact contact = *session.edits().contact(id);
  if (id == "me") throw Error::usage("you cannot be removed: it is your book");
  if (!options.with_history) refuse_to_orphan(book, contact);
  const Removal removal = removal_of(book, id);
  const std::string extent = extent_of(removal);
  if (options.with_history || options.forget) {
    if (!session.confirm(fmt::format("Remove {}{}?", contact.name, extent))) {
      return session.say("Nothing was removed.");
    }
  }
  carry_out(removal, session.edits());
  session.edits().remove(Collection::contacts, id);
  session.say("Removed " + Text(contact.name, Tone::strong) + extent + ".");
  if (!options.forget) return;
  session.forget = contact.was;
  session.forget.push_back(id);
}

/// The promise that came after it in its series comes after the one before it now.
void relink(const Promise& gone, Session& session) {
  const Book& book = session.book();
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
    Promise next = book.promise(i);
    if (next.after != gone.id) continue;
    next.after = gone.after;
    session.edits().put(next);
  }
}

/// What is forgotten cannot be taken back, so that it is asked for; false: it is not to be.
bool is_to_go(const std::string& what, const RemoveOptions& options, Session& session) {
  if (!options.forget || session.confirm(fmt::format("Remove {} for good?", what))) return true;
  session.say("Nothing was removed.");
  return false;
}

void remove_promise(const std::string& id, const RemoveOptions& options, Session& session) {
  const Promise promise = *session.edits().promise(id);
  const std::string what = "the promise '" + cut(promise.text, kLongestText) + "'";
  if (!is_to_go(what, options, session)) return;
  relink(promise, session);
  session.edits().remove(Collection::promises, id);
  session.say("Removed " + what + ", " +
              (promise.is_follow_up() ? "about "
               : promise.is_mine()    ? "to "
                                      : "from ") +
              session.book().name_of(promise.other_side()) + ", made " + long_date(promise.made) +
              ".");
  if (options.forget) session.forget = {id};
}

void remove_interaction(const std::string& id, const RemoveOptions& options, Session& session) {
  const Interaction interaction = *session.edits().interaction(id);
  std::vector<Text> who;
  for (const std::string& handle : interaction.with) {
    who.emplace_back(session.book().name_of(handle));
  }
  const std::string what = "what was logged on " + long_date(interaction.at);
  if (!is_to_go(what, options, session)) return;
  session.edits().remove(Collection::interactions, id);
  Text said = "Removed " + what;
  if (!who.empty()) said += " with " + joined(who);
  session.say(said + ": '" + cut(interaction.text, kLongestText) + "'.");
  if (options.forget) session.forget = {id};
}

}  // namespace

Action remove_command(Syntax& syntax) {
  auto options = std::make_shared<RemoveOptions>();
  syntax.required("who", "WHO|ID", options->who,
                  "A contact, or the id of a promise or an interaction");
  syntax.flag("--with-history", options->with_history,
              "A contact with all that is about nobody else");
  syntax.flag("--forget", options->forget, "Out of the journal too: then it cannot be undone");
  syntax.example(
      "$ stead remove p6d\n"
      "Removed what was logged on Thu 2026-07-30 10:00 with Jo Park: 'talked about\n"
      "backups'.");
  return [options](Session& session) {
    const RecordRef record = record_named(session.book(), options->who);
    switch (record.collection) {
      case Collection::contacts: return remove_contact(record.id, *options, session);
      case Collection::promises: return remove_promise(record.id, *options, session);
      case Collection::interactions: return remove_interaction(record.id, *options, session);
    }
  };
}

}  // namespace stead
