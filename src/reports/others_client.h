#pragma once

#include "stead/book.h"
#include "stead/time.h"

namespace stead {

/// The client of another owner whose matter a promise is, by `for`, else by the other side or where
/// they work; nullptr where it is nobody else's.
const Contact* client_of_another(const Book& book, const Promise& promise);

/// Has the owner of the book stood in for that client's owner, by an arrangement for the client or
/// for all that its owner has, of which the last day is before `today`, and has none that lasts or
/// is to come?
bool is_cover_over(const Book& book, const Contact& client, Day today);

}  // namespace stead
