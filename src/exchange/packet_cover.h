#pragma once

#include "stead/book.h"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

using Handles = std::set<std::string, std::less<>>;

/// What a stand-in has to do with, by ids of contacts.
struct Covered {
  Handles clients;
  Handles concerned;  ///< Those, where one works that is a person, and who works at one; never me.
};

/// My clients that somebody has cover for on a day of the period, also as one who takes whatever
/// has nobody.
Covered covered_by(const Book& book, std::string_view who, Period period);

/// Takes over, as cover by me, what a packet says of my days for a client of its sender, unless it
/// is known; each has both days. Whoever takes a packet in has agreed and is briefed. The client is
/// no longer archived where anything is new. Returns a sentence for each earlier arrangement of
/// mine that the packet says no longer, on days of what is new.
std::vector<std::string> take_cover(const Book& book, Contact& client,
                                    const std::vector<Cover>& theirs, Day today);

}  // namespace stead
