#pragma once

#include "stead/book.h"
#include "stead/document.h"
#include "stead/time.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// What people call the contacts that are spoken of, by the handles that name them.
using NamesByHandle = std::map<std::string, std::string, std::less<>>;

/// A client, or a colleague's clients, that somebody stands in for.
struct StandsInFor {
  std::string whom;     ///< The contact in whose record it is.
  bool client = false;  ///< Else it is for whichever of that contact's clients has nobody.
  Cover cover;

  bool operator==(const StandsInFor&) const = default;
};

/// All that a book has about one contact.
struct ContactCard {
  Now now;
  bool all = false;  ///< Also what is over: covers, absences, and what was heard and is retired.
  Contact contact;
  std::string record;                ///< Its text in the book.
  std::vector<std::string> unknown;  ///< Members of it that stead does not know.
  NamesByHandle names;
  std::optional<When> last;                      ///< The last contact.
  std::vector<std::string> people;               ///< Who works there, by name; of an organisation.
  std::vector<StandsInFor> stands_in_for;        ///< Unless `all`, what is not over.
  std::vector<Promise> promises;                 ///< The open ones with or about them, by due date.
  std::vector<Interaction> interactions;         ///< The newest five that they, or theirs, are in.
  std::vector<std::string> promise_records;      ///< The text of each of `promises`,
  std::vector<std::string> interaction_records;  ///< and of each of `interactions`.
};

/// The card of the contact with this handle, which has to be in the book. Reads interactions from
/// the newest back until it has five.
ContactCard contact_card(const Book& book, std::string_view handle, const Now& now,
                         bool all = false);

Document to_document(const ContactCard& card);
std::string to_json(const ContactCard& card);

}  // namespace stead
