#pragma once

#include "stead/book.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace stead {

/// The records that refer to a contact, by its id or by one that it had before, as their indexes in
/// the book. The contact's own record is not among them.
struct References {
  std::vector<std::size_t> contacts;
  std::vector<std::size_t> promises;
  std::vector<std::size_t> interactions;

  bool empty() const { return contacts.empty() && promises.empty() && interactions.empty(); }
};

/// Looks through the whole book, but reads only those records whose text may have the handle.
References references_to(const Book& book, std::string_view handle);

/// What becomes of the records that refer to a contact when it goes with its history: those that
/// concern nobody else go too, the contact is taken out of the others.
struct Removal {
  std::vector<Contact> contacts;
  std::vector<Promise> promises;
  std::vector<Interaction> interactions;
  std::vector<std::string> gone_promises;
  std::vector<std::string> gone_interactions;

  std::size_t changed() const { return contacts.size() + promises.size() + interactions.size(); }
};

/// Works it out. A promise made with the contact about somebody else becomes an intention of mine
/// about them. What the contact did in my place becomes a note, since I had no contact there; help
/// that went to nobody else is no deed any more. A client of the contact's is a client no more,
/// rather than mine.
Removal removal_of(const Book& book, std::string_view handle);

}  // namespace stead
