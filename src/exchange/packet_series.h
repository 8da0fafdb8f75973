#pragma once

#include "stead/edits.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace stead {

/// Promises of a book that repeat. When both sides of a handoff keep one, each makes the next of
/// its series under an id of its own: here the two are known as one.
class PacketSeries {
 public:
  /// `edits` has to outlive it. Nothing is read before a promise that repeats is asked about.
  explicit PacketSeries(const Edits& edits) : edits_(edits) {}

  /// The id that the promise has here, with handles of this book: its own, unless it repeats, is
  /// not here, and another one is the same of its series.
  std::string id_of(const Promise& promise);

 private:
  /// Which of a series a promise is, whatever its id: with whom, how often, and the date that it
  /// began with.
  using Key = std::tuple<std::string, std::string, std::string, std::string, std::string>;
  Key key_of(const Promise& promise) const;

  void gather();

  const Edits& edits_;
  std::optional<std::map<Key, std::string>> ids_;
};

}  // namespace stead
