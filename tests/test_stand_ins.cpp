#include "stead/stand_ins.h"

#include "random_model.h"
#include "stead/min_cost_flow.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace {

using stead::CoverCost;
using stead::StandInOption;
using stead::StandInRoom;
using stead::random_model::Dice;

using Options = std::vector<std::vector<StandInOption>>;
using Chosen = std::vector<std::optional<std::size_t>>;

constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::max();

/// The same levels as one number, which is enough for a few clients and days: no level of a sum
/// reaches 200.
std::int64_t number(const CoverCost& cost) {
  std::int64_t sum = 0;
  for (const std::int64_t level :
       {cost.left_out, cost.handovers, cost.never_helped, cost.not_agreed, cost.in_part,
        cost.not_known, cost.load, cost.help}) {
    sum = sum * 200 + level;
  }
  return sum;
}
const std::int64_t kLeftOut = number({.left_out = 1});
const std::int64_t kHandover = number({.handovers = 1});
const std::int64_t kLoad = number({.load = 1});

std::optional<std::int64_t> cost_of(const std::vector<StandInOption>& options, std::size_t who) {
  for (const StandInOption& option : options) {
    if (option.who == who) return number(option.cost);
  }
  return std::nullopt;
}

/// What a plan for the whole period costs; nothing where it is none.
std::optional<std::int64_t> cost_of(const Chosen& chosen, const Options& clients,
                                    std::vector<StandInRoom> rooms) {
  std::int64_t sum = 0;
  for (std::size_t client = 0; client < clients.size(); ++client) {
    if (!chosen[client]) {
      sum += kLeftOut;
      continue;
    }
    StandInRoom& stand_in = rooms[*chosen[client]];
    const auto cost = cost_of(clients[client], *chosen[client]);
    if (!cost || stand_in.room-- == 0) return std::nullopt;
    sum += *cost + ++stand_in.load * kLoad;
  }
  return sum;
}

/// The least cost, by giving each stand-in every set of clients that there is.
std::int64_t least_cost(const Options& clients, const std::vector<StandInRoom>& rooms) {
  const std::size_t sets = std::size_t{1} << clients.size();
  std::vector<std::int64_t> least(sets, kNone);  // of those in the set, by the stand-ins so far
  for (std::size_t set = 0; set < sets; ++set) {
    least[set] = static_cast<std::int64_t>(std::popcount(set)) * kLeftOut;
  }
  for (std::size_t who = 0; who < rooms.size(); ++who) {
    std::vector<std::int64_t> theirs(sets, kNone);
    for (std::size_t set = 0; set < sets; ++set) {
      if (std::popcount(set) > rooms[who].room) continue;
      std::int64_t sum = 0;
      int load = rooms[who].load;
      for (std::size_t client = 0; client < clients.size() && sum != kNone; ++client) {
        if ((set >> client & 1U) == 0) continue;
        const auto cost = cost_of(clients[client], who);
        sum = cost ? sum + *cost + ++load * kLoad : kNone;
      }
      theirs[set] = sum;
    }
    std::vector<std::int64_t> next = least;
    for (std::size_t set = 0; set < sets; ++set) {
      for (std::size_t part = set; part != 0; part = (part - 1) & set) {
        if (theirs[part] != kNone)
          next[set] = std::min(next[set], least[set ^ part] + theirs[part]);
      }
    }
    least = std::move(next);
  }
  return least.back();
}

CoverCost random_cost(Dice& dice) {
  const auto up_to = [&](std::size_t most) {
    return static_cast<std::int64_t>(dice.below(most + 1));
  };
  return {.never_helped = up_to(1),
          .not_agreed = up_to(1),
          .in_part = up_to(1),
          .not_known = up_to(1),
          .help = up_to(2)};
}

std::vector<StandInOption> random_options(Dice& dice, std::size_t stand_ins, std::size_t percent) {
  std::vector<StandInOption> options;
  for (std::size_t who = 0; who < stand_ins; ++who) {
    if (dice.chance(percent)) options.push_back({who, random_cost(dice)});
  }
  return options;
}

/// What a split costs; nothing where it is none.
std::optional<std::int64_t> cost_of_split(const Chosen& chosen, const Options& days) {
  std::int64_t sum = 0;
  std::optional<std::size_t> before;
  for (std::size_t day = 0; day < days.size(); ++day) {
    if (!chosen[day]) {
      sum += kLeftOut;
    } else {
      const auto cost = cost_of(days[day], *chosen[day]);
      if (!cost) return std::nullopt;
      sum += *cost + (before == chosen[day] ? 0 : kHandover);
    }
    before = chosen[day];
  }
  return sum;
}

/// The least cost of all ways to fill the days from `day` on.
std::int64_t least_split(Chosen& chosen, std::size_t day, const Options& days) {
  if (day == days.size()) return cost_of_split(chosen, days).value_or(kNone);
  chosen[day].reset();
  std::int64_t least = least_split(chosen, day + 1, days);
  for (const StandInOption& option : days[day]) {
    chosen[day] = option.who;
    least = std::min(least, least_split(chosen, day + 1, days));
  }
  return least;
}

}  // namespace

TEST_CASE("stand-ins for a period cost as little as the best of all plans") {
  Dice dice(20260803);
  for (int i = 0; i < 10'000; ++i) {
    const std::size_t count = 1 + dice.below(7);
    const std::size_t percent = 20 + dice.below(81);
    Options clients(1 + dice.below(7));
    for (auto& options : clients) options = random_options(dice, count, percent);
    std::vector<StandInRoom> rooms(count);
    for (StandInRoom& stand_in : rooms) {
      stand_in = {static_cast<int>(dice.below(4)), static_cast<int>(dice.below(4))};
    }
    const Chosen chosen = stead::stand_ins_for_period(clients, rooms);
    REQUIRE(cost_of(chosen, clients, rooms) == least_cost(clients, rooms));
  }
}

TEST_CASE("a split by days costs as little as the best of all splits") {
  Dice dice(20260810);
  for (int i = 0; i < 10'000; ++i) {
    const std::size_t count = 1 + dice.below(3);
    const std::size_t percent = 20 + dice.below(81);
    Options days(1 + dice.below(5));
    for (auto& options : days) options = random_options(dice, count, percent);
    const Chosen chosen = stead::stand_ins_by_day(days, count);
    Chosen any(days.size());
    REQUIRE(cost_of_split(chosen, days) == least_split(any, 0, days));
  }
}

TEST_CASE("a level of cost outweighs whatever comes after it, however much of that there is") {
  constexpr std::int64_t kMuch = std::int64_t{1} << 40;
  CHECK(CoverCost{.left_out = 1} > CoverCost{.handovers = kMuch});
  CHECK(CoverCost{.never_helped = 1} > CoverCost{.not_agreed = kMuch, .load = kMuch});
  CHECK(CoverCost{.load = 1} + CoverCost{.load = 2, .help = 1} == CoverCost{.load = 3, .help = 1});
  CHECK(CoverCost{.load = 1} - CoverCost{.load = 2, .help = 1} ==
        CoverCost{.load = -1, .help = -1});
}

TEST_CASE("a flow sends what it sent before another way where that is cheaper for all") {
  stead::MinCostFlow flow(4);
  const std::size_t cheap = flow.add_arc(0, 1, 1, {.load = 1});
  flow.add_arc(0, 2, 1, {.load = 5});
  const std::size_t across = flow.add_arc(1, 2, 1, {.load = 1});
  flow.add_arc(1, 3, 1, {.load = 9});
  flow.add_arc(2, 3, 1, {.load = 1});
  CHECK(flow.send(0, 3));
  CHECK(flow.flow(across) == 1);
  CHECK(flow.send(0, 3));
  CHECK(flow.flow(across) == 0);
  CHECK(flow.flow(cheap) == 1);
  CHECK_FALSE(flow.send(0, 3));
  CHECK(flow.flow(cheap) == 1);
}
