#include "cli/book_values.h"

#include "stead/heard_age.h"
#include "stead/name_offers.h"
#include "stead/names.h"

#include <map>
#include <set>

namespace stead {
namespace {

std::string due(const Promise& promise) {
  return promise.due ? "due " + long_date(*promise.due) : "no date";
}

std::vector<std::string> own_fields_of(const Contact& contact) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : contact.custom) keys.push_back(key);
  return keys;
}

}  // namespace

// People.

bool BookValues::people_if(const Wanted& wanted) {
  std::vector<NameOffer> offers;
  if (const std::size_t comma = begun().rfind(','); comma != std::string::npos) {
    // A name that has a comma in it is found in a list, too.
    offers = offer_names(book(), begun(), [&](const ContactNames& names) {
      return names.name.find(',') != std::string_view::npos && wanted(names);
    });
    for (const NameOffer& offer : offers) candidates_.offer(offer.text, offer.about);
    candidates_.keep(comma + 1);
  }
  offers = offer_names(book(), begun(), wanted);
  for (const NameOffer& offer : offers) candidates_.offer(offer.text, offer.about);
  return !offers.empty();
}

void BookValues::people() {
  people_if([](const ContactNames&) { return true; });
}

void BookValues::clients() {
  std::set<std::string_view> clients;
  for (const std::size_t i : book().holding(Collection::contacts, "\"client\"")) {
    if (book().contact(i).has_tag("client")) clients.insert(book().id(Collection::contacts, i));
  }
  if (!people_if([&](const ContactNames& names) { return clients.contains(names.id); })) people();
}

void BookValues::orgs() {
  if (!people_if([](const ContactNames& names) { return names.kind == "org"; })) people();
}

void BookValues::mentions() {
  const std::size_t blank = begun().find_last_of(" \t\n");
  const std::size_t piece = blank == std::string::npos ? 0 : blank + 1;
  if (piece == begun().size() || begun()[piece] != '@') return;
  candidates_.keep(piece);
  for (const NameOffer& offer : offer_names(book(), begun())) {
    candidates_.offer(offer.text, offer.about);
  }
}

// Promises, and what is found by its id.

std::vector<Promise> BookValues::promises_that(bool are_open) {
  std::vector<Promise> found;
  for (std::size_t i = 0; i < book().size(Collection::promises); ++i) {
    if (book().promise_state(i).is_open() == are_open) found.push_back(book().promise(i));
  }
  return found;
}

std::string BookValues::in_words(const Promise& promise) {
  return fmt::format("{}{}: {}, {}", promise.is_mine() ? "to " : "from ",
                     book().name_of(promise.other_side()), promise.text, due(promise));
}

void BookValues::open_promises() {
  if (!before_.empty()) return words_of_promise();
  offer_promises(promises_that(true));
}

void BookValues::closed_promises() { offer_promises(promises_that(false)); }

void BookValues::offer_promises(const std::vector<Promise>& promises) {
  std::set<std::string, std::less<>> people;
  for (const Promise& each : promises) people.emplace(book().canonical(each.other_side()));
  if (begun().find(',') == std::string::npos) {
    people_if([&](const ContactNames& names) { return people.contains(names.id); });
  } else {
    candidates_.keep(begun().rfind(',') + 1);
  }
  for (const Promise& each : promises) {
    const bool by_text = !begun().empty() && may_become(begun(), each.text);
    if (by_text || each.id.starts_with(begun())) candidates_.offer(each.id, in_words(each));
  }
}

/// Behind a person, what was promised.
void BookValues::words_of_promise() {
  const std::string who = contact_named(book(), before_.front());
  if (before_.size() > 1) return;
  for (const Promise& each : promises_that(true)) {
    if (book().canonical(each.other_side()) == who) candidates_.add(each.text, due(each));
  }
}

void BookValues::heard() {
  if (before_.size() != 1) return;
  const Contact& contact = *book().contact(contact_named(book(), before_.front()));
  for (const Heard& each : contact.heard) {
    if (!each.retired) candidates_.add(each.text, heard_age(each, context_.now().today));
  }
}

void BookValues::ids() {
  if (begun().empty()) return;
  for (std::size_t i = 0; i < book().size(Collection::promises); ++i) {
    if (!book().id(Collection::promises, i).starts_with(begun())) continue;
    const Promise promise = book().promise(i);
    candidates_.offer(promise.id, in_words(promise));
  }
}

// What contacts have.

/// The words that contacts have in a field of the book, with how many do.
template <typename WordsOf>
void BookValues::words_in_use(std::initializer_list<std::string_view> fields, WordsOf words_of) {
  std::map<std::string, int> uses;
  std::set<std::size_t> having;
  for (const std::string_view field : fields) {
    for (const std::size_t i : book().holding(Collection::contacts, field)) having.insert(i);
  }
  for (const std::size_t i : having) {
    for (const std::string& word : words_of(book().contact(i))) ++uses[word];
  }
  for (const auto& [word, count] : uses) {
    candidates_.add(word, fmt::format("{} contact{}", count, count == 1 ? "" : "s"));
  }
}

void BookValues::tags() {
  words_in_use({"\"tags\""}, [](const Contact& contact) { return contact.tags; });
}

void BookValues::skills() {
  words_in_use({"\"skills\"", "\"needs\""}, [](const Contact& contact) {
    std::vector<std::string> words = contact.skills;
    words.insert(words.end(), contact.needs.begin(), contact.needs.end());
    return words;
  });
}

void BookValues::places() {
  words_in_use({"\"place\""}, [](const Contact& contact) { return std::vector{contact.place}; });
}

void BookValues::own_fields() {
  words_in_use({"\"custom\""}, [](const Contact& contact) {
    std::vector<std::string> keys = own_fields_of(contact);
    for (std::string& key : keys) key += '=';
    return keys;
  });
}

void BookValues::column() {
  if (begun().starts_with('-')) candidates_.keep(1);  // the other way round
  columns();
}

void BookValues::columns() {
  if (const std::size_t comma = begun().rfind(','); comma != std::string::npos) {
    candidates_.keep(comma + 1);
  }
  each_field<Contact>([&](const FieldSpec& field, auto) { candidates_.add(field.name); });
  candidates_.add("last", "the last contact");
  candidates_.add("birthday", "the next birthday");
  candidates_.add("turns", "how old they will be then");
  words_in_use({"\"custom\""}, own_fields_of);
}

template <typename Record>
void BookValues::fields_of() {
  each_field<Record>([&](const FieldSpec& field, auto) { candidates_.add(field.name); });
}

void BookValues::fields() {
  switch (context_.listed()) {
    case Collection::contacts: return fields_of<Contact>();
    case Collection::promises: return fields_of<Promise>();
    case Collection::interactions: return fields_of<Interaction>();
  }
}

}  // namespace stead
