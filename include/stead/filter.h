#pragma once

#include "stead/book.h"
#include "stead/time.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Which records a list shows: FILTER terms of the command line, the same for every list. All terms
/// have to hold.
///
/// Plain words are looked for in names and texts; `tag:client`, `org:acme`, `via:call`, `kind:org`,
/// `with:ana`, `about:`, `for:`, `skill:`, `place:`, `quiet:30d` (no contact that long), `since:aug`,
/// `until:fri`, `on:today`, `due:..fri`, `no:cover` (a field, or cover, that is empty), `is:late`,
/// `is:open`, `is:archived`. A term that means nothing for a kind of record lets it through only
/// where that is said at the term.
class Filter {
 public:
  /// Reads the terms. Throws Error (usage) for a key that is none (with the nearest), for a name that
  /// is unknown or ambiguous, for a date that is none.
  Filter(const Book& book, const std::vector<std::string>& terms, const Now& now);

  bool matches(const Contact& contact) const;
  bool matches(const Promise& promise) const;
  bool matches(const Interaction& interaction) const;

  bool empty() const;

  /// The keys of terms, for completion and help, with one line each.
  struct Key {
    std::string_view name;
    std::string_view meaning;
  };
  static const std::vector<Key>& keys();

 private:
  struct Term;
  std::shared_ptr<const std::vector<Term>> terms_;
};

}  // namespace stead
