#include "commands/record/sentences.h"

#include "stead/calendar_words.h"
#include "stead/dates.h"
#include "stead/names.h"
#include "stead/promise_life.h"
#include "stead/text.h"

#include <algorithm>
#include <sstream>

namespace stead {
namespace {

/// The name of the org where somebody works; empty where that is not known.
std::string org_of(Session& session, const std::string& handle) {
  const Contact* contact = session.book().contact(handle);
  if (contact == nullptr || contact->org.empty() || contact->id == "me") return {};
  return session.book().name_of(contact->org);
}

/// The handle of a contact of this name that this very command adds.
std::string added(Session& session, const std::string& name) {
  for (const Change& change : session.edits().changes()) {
    if (change.collection != Collection::contacts || change.before) continue;
    if (fold(session.edits().contact(change.id)->name) == fold(name)) return change.id;
  }
  require_name(name);
  Contact contact;
  contact.id = session.edits().new_handle(name);
  contact.name = name;
  session.edits().put(contact);
  session.say("New in the book, as a person: " + Text(name, Tone::strong) + " (" +
              Text(contact.id, Tone::code) + ").");
  return contact.id;
}

Text verb_of(Session& session, const Promise& promise) {
  if (promise.is_follow_up()) {
    return "You get back to " + people(session, {promise.for_whom}) + ": ";
  }
  if (promise.is_mine()) return "You promised " + people(session, {promise.to}) + ": ";
  return people(session, {promise.by}) + " promised you: ";
}

}  // namespace

std::string name_in_full(Session& session, const std::string& handle) {
  if (handle == "me") return "you";
  const std::optional<Contact> contact = session.edits().contact(handle);
  return contact ? contact->name : handle;
}

Text people(Session& session, const std::vector<std::string>& handles) {
  Text text;
  for (std::size_t i = 0; i < handles.size(); ++i) {
    const bool last = i + 1 == handles.size();
    if (i > 0) text += last ? " and " : ", ";
    text += Text(name_in_full(session, handles[i]), Tone::strong);
    const std::string org = org_of(session, handles[i]);
    if (!org.empty() && (last || org_of(session, handles[i + 1]) != org)) {
      text += Text(" (" + org + ")");
    }
  }
  return text;
}

Text promise_sentence(Session& session, const Promise& promise, MadeOn made) {
  Text text = verb_of(session, promise);
  text += first_line(promise.text);
  if (!promise.for_whom.empty() && !promise.is_follow_up()) {
    text += ", for " + people(session, {promise.for_whom});
  }
  if (made == MadeOn::said) text += ", made " + Text(long_date(promise.made), Tone::strong);
  if (promise.due) text += ", due " + Text(long_date(*promise.due), Tone::strong);
  if (promise.every) text += ", " + every(*promise.every);
  return text += ".";
}

void hint_if_promised_already(Session& session, const Promise& promise) {
  const Book& book = session.book();
  const auto is_same = [&](const std::string& a, const std::string& b) {
    return book.canonical(a) == book.canonical(b);
  };
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
    if (!book.promise_state(i).is_open()) continue;
    const Promise other = book.promise(i);
    if (other.due != promise.due || fold(other.text) != fold(promise.text)) continue;
    if (!is_same(other.by, promise.by) || !is_same(other.to, promise.to)) continue;
    if (promise.is_follow_up() && !is_same(other.for_whom, promise.for_whom)) continue;
    return session.hint_of_undo(fmt::format(
        "the same promise is open already, as {}; if it is that one: stead undo", other.id));
  }
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

DatedWords words_by_date(const std::string& text, const Now& now) {
  constexpr std::string_view kBy = "by ";
  const std::size_t at = text.rfind(kBy);
  if (at == std::string::npos || (at > 0 && text[at - 1] != ' ')) return {text, {}};
  const std::string date = text.substr(at + kBy.size());
  if (!find_period(date, now, Direction::forward) && !find_when(date, now, Direction::forward)) {
    return {text, {}};
  }
  const std::string words = text.substr(0, at);
  return {words.substr(0, words.find_last_not_of(" ,") + 1),
          read_when(date, now, Direction::forward)};
}

std::vector<std::string> named(Session& session, const std::string& list, Unknown unknown) {
  if (list == "-") {
    throw Error::usage("'-' is a text: say with whom first")
        .with_hint("for example: stead log ana -");
  }
  if (unknown == Unknown::refused) {
    return contacts_named(session.book(), list, Archived::hidden, "--new");
  }
  if (const auto whole = find_contact_named(session.book(), list)) return {*whole};
  std::vector<std::string> handles;
  std::istringstream names(list);
  for (std::string name; std::getline(names, name, ',');) {
    const std::size_t begin = name.find_first_not_of(" @");
    if (begin == std::string::npos) {
      throw Error::usage("a name is empty").with_hint("names look like ana, or ana,bo for several");
    }
    name = name.substr(begin, name.find_last_not_of(' ') + 1 - begin);
    const auto known = find_contact_named(session.book(), name);
    std::string handle = known ? *known : added(session, name);
    if (std::ranges::find(handles, handle) == handles.end()) handles.push_back(std::move(handle));
  }
  return handles;
}

std::string one_named(Session& session, const std::string& name, Unknown unknown,
                      std::string_view what) {
  const std::vector<std::string> handles = named(session, name, unknown);
  if (handles.size() == 1) return handles.front();
  throw Error::usage("{} is with one at a time, not with '{}'", what, name)
      .with_hint("say it once for each of them");
}

void warn_of_future(Session& session, const When& when) {
  if (before(session.now.moment(), when)) {
    session.hint(fmt::format("{} is still to come; it is taken as it stands", long_date(when)));
  }
}

void hint_if_past(Session& session, const std::optional<When>& due) {
  if (due && before(*due, session.now.moment())) {
    session.hint(fmt::format("{} is past already", long_date(*due)));
  }
}

Text time_words(const std::optional<When>& on) {
  return on ? ", on " + Text(long_date(*on), Tone::strong) : Text();
}

}  // namespace stead
