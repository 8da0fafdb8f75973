#pragma once

#include "stead/edits.h"
#include "stead/time.h"

#include <string>

namespace stead {

/// The text of a book to try things on: the small practice of one Jan Hale, who looks after the
/// computers of a few clients. All of it is made up; telephone numbers come from ranges that are
/// kept for fiction, mail addresses from those of RFC 2606. Each field of stead-book(5) is in it
/// somewhere, but `conflict`. Its dates lie around `now.today`, so that there is something to do on
/// whatever day it is written; its ids come from `random`.
std::string sample_book(const Now& now, const Random& random);

}  // namespace stead
