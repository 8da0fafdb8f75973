#pragma once

#include "stead/book.h"
#include "stead/time.h"

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
  /// Those, where one works that is a person, and who works at one or did then; never me.
  Handles concerned;
};

/// My clients that somebody has cover for on a day of the period, also as one who takes whatever
/// has nobody.
Covered covered_by(const Book& book, std::string_view who, Period period);

/// What a packet changed of my days for a client of its sender.
struct CoverTaken {
  /// A sentence for each earlier arrangement of mine that stays, on days of what is new.
  std::vector<std::string> stays;
  std::vector<Period> withdrawn;  ///< Days on which I no longer cover the client; in order, apart.
  bool is_my_yes = false;  ///< Something is new that I had not agreed to, as far as they know.
};

/// Takes over, as cover by me, what a packet says of my days for a client of its sender, unless it
/// is known; each has both days. Whoever takes a packet in has agreed and is briefed. The client is
/// no longer archived where anything is new.
///
/// Of the days in `told`, which are in order and apart, the packet says all: what earlier packets
/// brought for them and it does not have is taken out, unless it was changed here. `said` is what
/// earlier packets brought, as it was taken in, and becomes that with this one.
CoverTaken take_cover(const Book& book, Contact& client, std::vector<Cover>& said,
                      const std::vector<Cover>& theirs, const std::vector<Period>& told, Day today);

}  // namespace stead
