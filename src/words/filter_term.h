#pragma once

#include "stead/book.h"
#include "stead/filter.h"
#include "stead/time.h"

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

namespace stead {

/// What one term asks of each kind of record; without a question it holds for none of that kind.
struct FilterTerm {
  std::function<bool(const Contact&)> contact;
  std::function<bool(const Promise&)> promise;
  std::function<bool(const Interaction&)> interaction;

  /// Does it say something about such records?
  bool asks(Collection collection) const;
};

/// What a value is read with. The terms look into the book, but not at the clock.
struct FilterContext {
  const Book& book;
  const Now& now;
  std::optional<Collection> listed = {};  ///< The only kind of record that is asked, if it is one.
};

/// A key: what help says of it, and what its value asks. Reading a value throws as Filter does.
struct FilterKey {
  Filter::Key key;
  FilterTerm (*read)(const FilterContext& context, std::string_view value);
  /// The values that say something about contacts, promises and interactions; empty: none does.
  std::array<std::string_view, 3> values;
};

/// All keys, in the order of the alphabet.
std::span<const FilterKey> filter_keys();

/// What a term without a key asks.
FilterTerm has_text(const FilterContext& context, std::string_view value);

}  // namespace stead
