#pragma once

#include "stead/book.h"
#include "stead/document.h"
#include "stead/time.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace stead {

/// Which contacts to list, what to say of each, and in what order.
struct ContactListRequest {
  /// Fields by their names in the book, `last` for the last contact, `birthday` for the next one
  /// from today on and `turns` for how old they will be, or keys of `custom`.
  std::vector<std::string> columns{"name", "org", "tags", "last"};
  std::string sort = "name";  ///< One of the same.
  std::string group = {};     ///< One of the same; empty: no groups.
  Day today{};
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

/// The contacts that have one value in the field by which they are grouped.
struct ContactGroup {
  std::string value;              ///< Empty: those who have nothing in it.
  std::vector<std::size_t> rows;  ///< Their places in the list.

  bool operator==(const ContactGroup&) const = default;
};

/// The contacts of a book, without its owner.
struct ContactList {
  std::vector<std::string> columns;
  std::vector<ContactRow> rows;
  std::string group{};                 ///< The column of the groups; empty: there are none.
  std::vector<ContactGroup> groups{};  ///< In the order of a list sorted by it.

  bool operator==(const ContactList&) const = default;
};

/// Whoever has several values in the column of the groups is in several of them.
///
/// Interactions are looked at only where the last contact is asked for. Numbers and lengths sort by
/// what they are, everything else by its words; whoever has nothing in the field comes last, but
/// whoever there never was a contact with is the one it is longest ago with. Equals are by name.
ContactList contact_list(const Book& book, const ContactListRequest& request);

/// Is there such a column: a field of contacts, `last`, `birthday`, `turns`, or a key that some
/// contact has?
bool is_column(const Book& book, std::string_view name);

Document to_document(const ContactList& list);
/// The whole list, with the groups as a first column where there are some.
Table to_table(const ContactList& list);
std::string to_json(const ContactList& list);

}  // namespace stead
