#include "stead/people.h"

#include <algorithm>

namespace stead {

std::vector<std::size_t> people_of(const Book& book, std::size_t index) {
  std::vector<std::size_t> people{index};
  const ContactNames contact = book.names(index);
  if (contact.kind != "org") return people;
  std::vector<std::string_view> handles = contact.was;
  handles.push_back(contact.id);
  for (const std::string_view handle : handles) {
    // As far as it looks the same in JSON.
    const std::string_view front = handle.substr(0, handle.find_first_of("\"\\"));
    for (const std::size_t i : book.holding(Collection::contacts, front)) {
      const std::string_view org = book.names(i).org;
      if (!org.empty() && book.find_contact(org) == index) people.push_back(i);
    }
  }
  std::ranges::sort(people);
  people.erase(std::unique(people.begin(), people.end()), people.end());
  return people;
}

}  // namespace stead
