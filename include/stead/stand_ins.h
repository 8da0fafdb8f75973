#pragma once

#include "stead/cover_cost.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace stead {

// Who stands in for whom, as a problem of numbers: clients, stand-ins and days are places in lists.

/// Somebody who could stand in for a client, and what that costs: no `load`, which depends on the
/// rest of the plan, and nothing left out.
struct StandInOption {
  std::size_t who = 0;
  CoverCost cost;
};

/// How much somebody can do for a whole period.
struct StandInRoom {
  int load = 0;  ///< Clients that they cover already.
  int room = 0;  ///< How many more they can take.
};

/// A stand-in for each client for the whole period, nothing where a client is left out; the sum of
/// all costs, a unit of `left_out` for each of those among them, is the least there is. The n-th
/// client of a stand-in costs n units of `load`, those counted that they have already: costs rise,
/// so that load is shared.
///
/// A minimum-cost flow: client → stand-in → together, and each client → left out → together. With n
/// clients and m options it takes n searches of O((n + m) log n).
std::vector<std::optional<std::size_t>> stand_ins_for_period(
    const std::vector<std::vector<StandInOption>>& clients, std::vector<StandInRoom> stand_ins);

/// A stand-in for each day of one client, nothing where a day is left out; the sum of all costs is
/// the least there is: first the fewest days left out, then the fewest times that somebody takes
/// over from nobody or somebody else, then what is preferred. `days` has the options of each day.
///
/// Dynamic programming over the days (R. Bellman, 1957): the best plan up to a day that ends with a
/// stand-in continues the best one up to the day before that ends with the same one, or the best of
/// all. O(days × stand-ins).
std::vector<std::optional<std::size_t>> stand_ins_by_day(
    const std::vector<std::vector<StandInOption>>& days, std::size_t stand_ins);

}  // namespace stead
