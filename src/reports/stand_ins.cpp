#include "stead/stand_ins.h"

#include "stead/min_cost_flow.h"

#include <utility>

namespace stead {
namespace {

/// The network: a node for each stand-in and each client, and one where all of it comes together.
/// Of equal ways that by a stand-in comes first, and is the shorter one to the end.
class StandInFlow {
 public:
  StandInFlow(const std::vector<std::vector<StandInOption>>& clients,
              std::vector<StandInRoom> stand_ins)
      : clients_(clients),
        stand_ins_(std::move(stand_ins)),
        arcs_(clients.size()),
        last_(stand_ins_.size()),
        end_(clients.size() + stand_ins_.size()),
        flow_(end_ + 1) {
    for (std::size_t client = 0; client < clients_.size(); ++client) {
      for (const StandInOption& option : clients_[client]) {
        arcs_[client].push_back(flow_.add_arc(node_of(client), option.who, 1, option.cost));
      }
      flow_.add_arc(node_of(client), end_, 1, {.left_out = 1});
    }
    for (std::size_t who = 0; who < stand_ins_.size(); ++who) open_next(who);
  }

  std::vector<std::optional<std::size_t>> solve() {
    for (std::size_t client = 0; client < clients_.size(); ++client) {
      flow_.send(node_of(client), end_);
      for (std::size_t who = 0; who < stand_ins_.size(); ++who) {
        if (last_[who] && flow_.flow(*last_[who]) == 1) open_next(who);
      }
    }
    std::vector<std::optional<std::size_t>> chosen(clients_.size());
    for (std::size_t client = 0; client < clients_.size(); ++client) {
      for (std::size_t i = 0; i < arcs_[client].size(); ++i) {
        if (flow_.flow(arcs_[client][i]) == 1) chosen[client] = clients_[client][i].who;
      }
    }
    return chosen;
  }

 private:
  MinCostFlow::Node node_of(std::size_t client) const { return stand_ins_.size() + client; }

  /// Room for one client more. As each costs more than the one before, the next is of use only when
  /// that is taken, and there need not be hundreds of them from the start.
  void open_next(std::size_t who) {
    StandInRoom& stand_in = stand_ins_[who];
    last_[who].reset();
    if (stand_in.room == 0) return;
    --stand_in.room;
    ++stand_in.load;
    last_[who] = flow_.add_arc(who, end_, 1, {.load = stand_in.load});
  }

  const std::vector<std::vector<StandInOption>>& clients_;
  std::vector<StandInRoom> stand_ins_;
  std::vector<std::vector<std::size_t>> arcs_;    ///< Of each client, one an option.
  std::vector<std::optional<std::size_t>> last_;  ///< Of each stand-in: the arc opened last.
  MinCostFlow::Node end_;
  MinCostFlow flow_;
};

/// The best plan up to a day that ends in one way.
struct Step {
  CoverCost cost;
  bool is_possible = false;
  std::size_t from = 0;  ///< How the plan ends on the day before.
};

/// The place of the least cost among the steps; the first of equals.
std::size_t best_of(const std::vector<Step>& steps) {
  std::size_t best = steps.size() - 1;  // nobody is always possible
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool is_better = steps[i].cost < steps[best].cost;
    if (steps[i].is_possible && is_better) best = i;
  }
  return best;
}

/// The steps of one day. A plan ends with a stand-in by number or, the number after those, nobody.
std::vector<Step> next_steps(const std::vector<Step>& before,
                             const std::vector<StandInOption>& options) {
  const std::size_t best = best_of(before);
  std::vector<Step> steps(before.size());
  steps.back() = {before[best].cost + CoverCost{.left_out = 1}, true, best};
  for (const StandInOption& option : options) {
    const CoverCost taking_over = before[best].cost + CoverCost{.handovers = 1};
    const bool goes_on = before[option.who].is_possible && before[option.who].cost <= taking_over;
    steps[option.who] = goes_on ? Step{before[option.who].cost + option.cost, true, option.who}
                                : Step{taking_over + option.cost, true, best};
  }
  return steps;
}

}  // namespace

std::vector<std::optional<std::size_t>> stand_ins_for_period(
    const std::vector<std::vector<StandInOption>>& clients, std::vector<StandInRoom> stand_ins) {
  return StandInFlow(clients, std::move(stand_ins)).solve();
}

std::vector<std::optional<std::size_t>> stand_ins_by_day(
    const std::vector<std::vector<StandInOption>>& days, std::size_t stand_ins) {
  std::vector<Step> nobody(stand_ins + 1);
  nobody.back().is_possible = true;
  std::vector<std::vector<Step>> steps{std::move(nobody)};
  for (const std::vector<StandInOption>& options : days) {
    steps.push_back(next_steps(steps.back(), options));
  }
  std::vector<std::optional<std::size_t>> chosen(days.size());
  std::size_t end = best_of(steps.back());
  for (std::size_t day = days.size(); day > 0; --day) {
    if (end != stand_ins) chosen[day - 1] = end;
    end = steps[day][end].from;
  }
  return chosen;
}

}  // namespace stead
