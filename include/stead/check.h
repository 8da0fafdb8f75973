#pragma once

#include "stead/change.h"
#include "stead/error.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// One thing that `check` has to say about a book.
struct Finding {
  /// A note is no fault: the book is right as it stands, but a person may want to know.
  enum class Severity { fault, note };

  Severity severity = Severity::fault;
  Place place;                           ///< Where it is, or where the record begins.
  std::optional<Collection> collection;  ///< Of the record; absent: it is about the whole file.
  std::string id;                        ///< Of the record; empty where that cannot be told.
  std::string message;                   ///< As an Error's text: no capital, no full stop.
  std::string hint;                      ///< What to do about it; may be empty.

  bool operator==(const Finding&) const = default;
};

/// All that `check` has to say, in the order of the file.
struct CheckReport {
  std::vector<Finding> findings;
  /// Can the file be opened as a book? Where it can't, no writer takes it (status 3), and the
  /// faults that are listed need not be all: what stands behind broken grammar cannot be read.
  bool is_book = true;

  bool operator==(const CheckReport&) const = default;
  std::size_t faults() const;
  std::size_t notes() const;
};

/// Looks at everything in the text of a book: its grammar, the type of each known field, what the
/// references name, and what fields demand of each other; stead-book(5), "FAULTS". `file` goes into
/// the places. It never throws for what the text holds.
CheckReport check(std::string_view text, const std::string& file);

}  // namespace stead
