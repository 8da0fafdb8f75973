#include "stead/subject.h"

#include "stead/people.h"
#include "stead/phrases.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace stead {

bool Subject::has(const Book& book, std::string_view handle) const {
  if (is_all()) return true;
  const auto contact = book.find_contact(handle);
  return contact && is_in[*contact];
}

std::string Subject::words(std::string_view preposition) const {
  if (is_all()) return {};
  return fmt::format(" {} {}", preposition, filter.empty() ? in_a_row(names) : filter);
}

Subject subject_of(const Book& book, const std::vector<std::string>& who) {
  Subject subject;
  subject.who = who;
  if (who.empty()) return subject;
  subject.is_in.resize(book.size(Collection::contacts));
  for (const std::string& id : who) {
    subject.names.push_back(book.name_of(id));
    for (const std::size_t contact : people_of(book, *book.find_contact(id))) {
      subject.is_in[contact] = true;
    }
  }
  return subject;
}

Subject subject_of(const Book& book, std::string filter,
                   const std::function<bool(const Contact&)>& wanted) {
  Subject subject;
  subject.filter = std::move(filter);
  subject.is_in.resize(book.size(Collection::contacts));
  std::vector<std::optional<std::size_t>> orgs(subject.is_in.size());
  for (std::size_t i = 0; i < subject.is_in.size(); ++i) {
    const Contact contact = book.read_contact(i);
    subject.is_in[i] = contact.id != "me" && wanted(contact);
    if (!contact.org.empty()) orgs[i] = book.find_contact(contact.org);
  }
  const std::vector<bool> named = subject.is_in;
  for (std::size_t i = 0; i < orgs.size(); ++i) {
    if (orgs[i] && named[*orgs[i]] && book.id(Collection::contacts, i) != "me") {
      subject.is_in[i] = true;
    }
  }
  return subject;
}

}  // namespace stead
