#pragma once

#include "stead/book.h"
#include "stead/document.h"

#include <functional>
#include <string>
#include <vector>

namespace stead {

/// Which contacts to list, what to say of each, and in what order.
struct ContactListRequest {
  /// Fields by their names in the book, `last` for the last contact, or keys of `custom`.
  std::vector<std::string> columns{"name", "org", "tags", "last"};
  std::string sort = "name";  ///< One of the same.
  bool reverse = false;
  bool archived = false;  ///< Archived ones, too.
  std::function<bool(const Contact&)> wanted = [](const Contact&) { return true; };
};

/// What is said of one contact in one column.
struct ContactCell {
  std::vector<std::string> values;  ///< As people read them: names for references, ISO dates.
  std::string json;                 ///< The same as the book has it; `null` where it is not there.

  bool operator==(const ContactCell&) const = default;
};

struct ContactRow {
  std::string id;
  std::string name;
  std::vector<ContactCell> cells;

  bool operator==(const ContactRow&) const = default;
};

/// The contacts of a book, without its owner.
struct ContactList {
  std::vector<std::string> columns;
  std::vector<ContactRow> rows;

  bool operator==(const ContactList&) const = default;
};

/// Interactions are looked at only where the last contact is asked for. Numbers and lengths sort by
/// what they are, everything else by its words; whoever has nothing in the field comes last, but
/// whoever there never was a contact with is the one it is longest ago with. Equals are by name.
ContactList contact_list(const Book& book, const ContactListRequest& request);

/// Is there such a column: a field of contacts, `last`, or a key that some contact has?
bool is_column(const Book& book, std::string_view name);

Document to_document(const ContactList& list);
std::string to_json(const ContactList& list);

}  // namespace stead
