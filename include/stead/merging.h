#pragma once

#include "stead/book.h"

#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// What becomes of the book when one contact goes into another.
struct Merging {
  Contact contact;                ///< The one that stays, with all of both.
  std::vector<Contact> contacts;  ///< Others that named the one that goes,
  std::vector<Promise> promises;  ///< and now name the one that stays.
  std::vector<Interaction> interactions;
  std::vector<std::string> differing;  ///< Fields in which the two differed, as `conflict` has.

  std::size_t changed() const { return contacts.size() + promises.size() + interactions.size(); }
};

/// Works it out; both handles name contacts of the book, and not the same one.
///
/// Of single values the one of `into` stays, and that of `from` takes its place where it is empty;
/// where both are there and differ, the other goes to `conflict`, as in a merge of two books
/// (stead-book(5), "Meaning" 11). Lists are united by the keys of their elements, notes are joined,
/// another name becomes an alias, and the handles of `from` go to `was`. The two together are
/// archived only where both were, and a client of the owner's does not become somebody else's.
/// Members that stead does not know go to `conflict`, too.
///
/// Records that name `from` name `into` instead, once where they named both. What would name the
/// contact to itself, such as a stand-in for oneself, goes.
Merging merging_of(const Book& book, std::string_view into, std::string_view from);

}  // namespace stead
