// Names of people, promises and records, and FILTER terms, one a line: what is found is in the
// book, what is not is a mistake of the user, and a filter keeps to its logic.
#include "stead/names.h"

#include "stead/filter.h"

#include "expect.h"
#include "practice.h"

#include <sstream>

namespace {

using namespace stead;
using stead::fuzz::expect;
using stead::fuzz::monday;
using stead::fuzz::practice;

template <typename Read>
auto attempt(const Read& read) -> std::optional<decltype(read())> {
  try {
    return read();
  } catch (const Error& error) {
    expect(error.status() == Status::usage, "a name that is none is a mistake of the call");
    return std::nullopt;
  }
}

void name_contacts(std::string_view text) {
  for (const Archived archived : {Archived::hidden, Archived::found}) {
    const auto one = attempt([&] { return contact_named(practice(), text, archived); });
    const auto perhaps = attempt([&] { return find_contact_named(practice(), text, archived); });
    if (one) {
      expect(practice().contact(*one) != nullptr, "who is named is in the book");
      expect(perhaps && *perhaps == one, "both ways name the same contact");
    }
    if (const auto list = attempt([&] { return contacts_named(practice(), text, archived); })) {
      for (const std::string& id : *list) {
        expect(practice().contact(id) != nullptr, "who is in a list is in the book");
      }
    }
  }
  if (const auto mentioned = attempt([&] { return contacts_mentioned(practice(), text); })) {
    for (const std::string& id : *mentioned) {
      expect(id != "me" && practice().contact(id) != nullptr, "who is mentioned is in the book");
    }
  }
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::istringstream stream{std::string(text)};
  std::vector<std::string> parts;
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

void name_records(std::string_view text) {
  attempt([&] { return promises_named(practice(), split(text, ' ')).size(); });
  attempt([&] { return promises_named(practice(), split(text, ' '), true).size(); });
  attempt([&] { return promises_to_tell_of(practice(), split(text, ' ')).words.size(); });
  if (const auto record = attempt([&] { return record_named(practice(), text); })) {
    expect(practice().find(record->collection, record->id).has_value(), "the record is there");
  }
}

/// Which of all records a filter lets through.
std::vector<bool> matches(const Filter& filter) {
  std::vector<bool> result;
  const Book& book = practice();
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    result.push_back(filter.matches(book.contact(i)));
  }
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
    result.push_back(filter.matches(book.promise(i)));
  }
  for (std::size_t i = 0; i < book.size(Collection::interactions); ++i) {
    result.push_back(filter.matches(book.interaction(i)));
  }
  return result;
}

void filter(const std::vector<std::string>& terms) {
  const auto read = [](std::vector<std::string> all) {
    return attempt([&] { return Filter(practice(), all, monday()); });
  };
  const auto once = read(terms);
  if (!once) return;
  std::vector<std::string> twice = terms;
  twice.insert(twice.end(), terms.begin(), terms.end());
  const auto both = read(twice);
  expect(both && matches(*both) == matches(*once), "saying it twice changes nothing");
  if (terms.size() != 1) return;
  const auto either = read({terms[0], "or", terms[0]});
  expect(either && matches(*either) == matches(*once), "one or itself is itself");
  const auto neither = read({"not", terms[0]});
  expect(neither.has_value(), "what can be said can be denied");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const char* data, std::size_t size) {
  const std::string_view text(data, size);
  name_contacts(text);
  name_records(text);
  filter(split(text, '\n'));
  return 0;
}
