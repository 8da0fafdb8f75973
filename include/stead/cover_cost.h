#pragma once

#include <compare>
#include <cstdint>

namespace stead {

/// What it costs that somebody stands in for a client, in levels: one counts only where all before
/// it are equal. Each level is summed apart from the others, so that no weights are needed and
/// nothing can overflow: a level of a single choice is at most the number of clients, of a whole
/// plan (or of a path in its network) at most its square, times the days where days are counted.
///
/// Sums, differences and the order of such costs go together as those of integers do (an ordered
/// group), which is all that shortest paths and dynamic programming ask of a cost.
struct CoverCost {
  std::int64_t left_out = 0;      ///< Clients without a stand-in; in a split, days without one.
  std::int64_t handovers = 0;     ///< In a split: how often somebody takes over.
  std::int64_t never_helped = 0;  ///< Between them and me there was never any help.
  std::int64_t not_agreed = 0;    ///< They never agreed to stand in for this client.
  std::int64_t in_part = 0;       ///< They know a part of what the client needs.
  std::int64_t not_known = 0;     ///< They do not know the client from the log.
  std::int64_t load = 0;          ///< The n-th client of a stand-in costs n.
  std::int64_t help = 0;          ///< 0: I helped them more often than they me; 1: even; 2: less.

  auto operator<=>(const CoverCost&) const = default;
  // In the header, because a plan adds and compares hundreds of millions of them.
  CoverCost& operator+=(const CoverCost& other) {
    left_out += other.left_out;
    handovers += other.handovers;
    never_helped += other.never_helped;
    not_agreed += other.not_agreed;
    in_part += other.in_part;
    not_known += other.not_known;
    load += other.load;
    help += other.help;
    return *this;
  }
  CoverCost& operator-=(const CoverCost& other) {
    left_out -= other.left_out;
    handovers -= other.handovers;
    never_helped -= other.never_helped;
    not_agreed -= other.not_agreed;
    in_part -= other.in_part;
    not_known -= other.not_known;
    load -= other.load;
    help -= other.help;
    return *this;
  }
  friend CoverCost operator+(CoverCost a, const CoverCost& b) { return a += b; }
  friend CoverCost operator-(CoverCost a, const CoverCost& b) { return a -= b; }
};

}  // namespace stead
