#pragma once

#include "stead/book.h"
#include "stead/time.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Which records a list shows: FILTER terms of the command line, the same for every list.
///
/// A term is `KEY:VALUE` (see `keys`) or a word, which is looked for in names and texts; case and
/// accents do not matter. All terms have to hold; `or` between two joins these into one that either
/// fulfils, `not` turns the one behind it round: `tag:client place:leeds or not quiet:30d` is a
/// client, and in Leeds or not quiet. A term that says nothing about a kind of record holds for
/// none of that kind; where one kind alone is listed, it is refused.
class Filter {
 public:
  /// Reads the terms. Throws Error (usage) for a key that is none (with the nearest), a name that
  /// is unknown or ambiguous, a date that is none, an `or` or `not` without its terms; and for a
  /// term that says nothing about the records of `listed`, where that is the only kind in the list.
  /// The book has to outlive the filter.
  Filter(const Book& book, const std::vector<std::string>& terms, const Now& now,
         std::optional<Collection> listed = {});

  bool matches(const Contact& contact) const;
  bool matches(const Promise& promise) const;
  bool matches(const Interaction& interaction) const;

  /// Was there no term, so that everything matches?
  bool empty() const;
  /// For a list in which nothing was found: the first term with a value that nothing has, while
  /// another comes near, as a question: `did you mean 'tag:client'?`; empty where there is none.
  std::string did_you_mean() const;
  /// Is there the term `is:archived`, so that a list should not hide those?
  bool asks_for_archived() const;

  /// A key of terms, for completion and help.
  struct Key {
    std::string_view name;
    std::string_view example;  ///< A whole term.
    std::string_view meaning;  ///< A line: which records it holds for.
    std::string_view value;    ///< What its value is, as help names it: `WHO`, `person|org`.
  };
  static std::vector<Key> keys();
  /// Those that say something about one kind of record, each with the values that do.
  static std::vector<Key> keys(Collection listed);

 private:
  struct Terms;
  std::shared_ptr<const Terms> terms_;
};

}  // namespace stead
