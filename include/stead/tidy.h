#pragma once

#include "stead/book.h"

#include <string>

namespace stead {

/// The text of the book in the layout of stead-book(5): a record a line, contacts in the order of
/// their ids, promises of `made`, interactions of `at`, equals in the order of the file; fields in
/// the order of the model, empty ones left out, no escape that could be done without.
///
/// Nothing is lost: numbers keep their text, and whatever stead does not know is kept to the letter
/// but for the blanks between its tokens, of a record behind the fields, of the book at its end. A
/// record with a fault in it only loses such blanks. `book` has to be opened by Book::strict.
std::string tidy_text(const Book& book);

}  // namespace stead
