#pragma once

#include "stead/book.h"
#include "stead/time.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace stead {

/// How the promises of one side stand and ended, and how well the other side was kept in the loop.
struct SideSums {
  // Kept, by the date that counts (`due_that_counts`).
  std::size_t kept_early = 0;
  std::size_t kept_on_the_day = 0;
  std::size_t kept_late = 0;
  std::size_t kept_undated = 0;
  std::size_t released = 0;
  std::size_t released_late = 0;  ///< How many of these after the date that counts.
  std::size_t broken = 0;
  std::size_t open = 0;  ///< Late ones are among them.
  std::size_t late = 0;

  // Of those of which the other side had to be told (`needs_telling`), by `telling_of`.
  std::size_t told_in_time = 0;
  std::size_t told_late = 0;
  std::size_t never_told = 0;

  std::size_t moves = 0;  ///< How often a date was moved, set or taken away.
  int days_moved = 0;     ///< Over all moves from one date to another; less than 0 for earlier.
  std::optional<double> median_days;  ///< Of one such move; nothing where there is none.

  bool operator==(const SideSums&) const = default;
  std::size_t kept() const { return kept_early + kept_on_the_day + kept_late + kept_undated; }
  std::size_t all() const { return kept() + released + broken + open; }
  std::size_t to_tell() const { return told_in_time + told_late + never_told; }
};

/// The sums of both sides. Follow-ups are in none of them.
struct PromiseSums {
  SideSums mine;
  SideSums theirs;

  bool operator==(const PromiseSums&) const = default;
};

/// The sums over promises of one side.
SideSums sums_of(const std::vector<Promise>& promises, const Now& now);

/// The sums over the promises that are wanted, open and closed; without a question over all.
PromiseSums promise_sums(const Book& book, const Now& now,
                         const std::function<bool(const Promise&)>& wanted = {});

}  // namespace stead
