#pragma once

#include "stead/book.h"
#include "stead/time.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace stead {

/// How well somebody knows a client, as far as the log says.
struct Known {
  int times = 0;  ///< How often they had to do with it.
  Day first{};    ///< When that began, where it was at least once,
  When last{};    ///< and when it was the last time.

  bool operator==(const Known&) const = default;
};

/// Help between somebody and me.
struct HelpBetween {
  int gave = 0;  ///< How often I helped them, each kind since we were last even in it.
  int got = 0;   ///< How often they helped me.
  /// Was there ever any, also before we were even: a deed, an arrangement of cover that one of us
  /// agreed to for the other, or something that they did on my behalf.
  bool ever = false;

  bool operator==(const HelpBetween&) const = default;
};

/// Who of some people knows which of some clients, and what help there was between them and me.
///
/// Somebody had to do with a client by an interaction that they took part in, or did on my behalf
/// (I am in all that nobody else did), and that was with the client or somebody who works there,
/// about them or for them; a note counts only where it is a deed.
///
/// One walk over the interactions, made by the constructor, in which notes without a deed are not
/// looked at, and one over what contacts have of cover.
class Acquaintance {
 public:
  /// Both are ids of contacts of the book.
  Acquaintance(const Book& book, const std::vector<std::string>& people,
               const std::vector<std::string>& clients);

  /// By the places of the two in their lists.
  Known known(std::size_t person, std::size_t client) const;
  const HelpBetween& help(std::size_t person) const { return help_[person]; }

 private:
  friend class AcquaintanceWalk;

  std::size_t place_of(std::size_t person, std::size_t client) const {
    return client * help_.size() + person;
  }

  std::unordered_map<std::size_t, Known> known_;  ///< By place.
  std::vector<HelpBetween> help_;
};

}  // namespace stead
