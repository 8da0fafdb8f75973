#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "stead/store.h"
#include "store/location.h"

namespace stead {

/// The name of a temporary file for a book whose text has `digest`: hidden, with half of the digest
/// and sixteen digits that nobody can guess.
std::string temporary_name(const Location& book, std::string_view digest);

/// Gives the file `name` beside the book a name that a person finds (`NAME.conflict-…`) and says
/// so, for it may be the only copy of what somebody wrote. Returns false when that failed.
bool keep_aside(const Location& book, const std::string& name,
                const std::function<void(std::string_view)>& notice);

/// Removes the temporary files of writers that were killed; nobody else can have one while the book
/// is locked. What came out of an exchange and is not what that writer had read is kept aside.
void sweep(const Location& book, const std::function<void(std::string_view)>& notice);

}  // namespace stead
