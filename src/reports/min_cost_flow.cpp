#include "stead/min_cost_flow.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <queue>

namespace stead {

std::size_t MinCostFlow::add_arc(Node from, Node to, int capacity, const CoverCost& cost) {
  assert(from != to && capacity >= 0 && cost >= CoverCost{});
  assert(cost + potential_[from] >= potential_[to]);
  if (capacity > 0) leaving_[from].push_back(arcs_.size());
  arcs_.push_back({to, capacity, cost});
  arcs_.push_back({from, 0, CoverCost{} - cost});
  return arcs_.size() / 2 - 1;
}

MinCostFlow::Labels MinCostFlow::shortest_paths(Node from, Node to) const {
  using Reached = std::pair<CoverCost, Node>;
  std::priority_queue<Reached, std::vector<Reached>, std::greater<>> queue;
  Labels labels(leaving_.size());
  labels[from] = Label{};
  queue.emplace(CoverCost{}, from);
  while (!queue.empty()) {
    const auto [distance, node] = queue.top();
    queue.pop();
    if (labels[node]->is_final) continue;  // a longer way, found earlier
    // What is as far as the target leads to no shorter way, and there may be hundreds of those.
    if (labels[to] && labels[to]->distance <= distance) {
      labels[to]->is_final = true;
      break;
    }
    labels[node]->is_final = true;
    const CoverCost here = distance + potential_[node];
    for (const std::size_t leaving : leaving_[node]) {
      const Arc& arc = arcs_[leaving];
      const CoverCost there = here + arc.cost - potential_[arc.to];
      assert(there >= distance);
      std::optional<Label>& label = labels[arc.to];
      if (label && label->distance <= there) continue;
      label = Label{there, leaving};
      queue.emplace(there, arc.to);
    }
  }
  return labels;
}

/// Where the search did not come, the distance is at least that of the target. Potentials that are
/// lower by that everywhere do the same, and leave those nodes as they are.
void MinCostFlow::raise_potentials(const Labels& labels, Node to) {
  for (Node node = 0; node < labels.size(); ++node) {
    if (!labels[node] || !labels[node]->is_final) continue;
    potential_[node] += labels[node]->distance - labels[to]->distance;
  }
}

void MinCostFlow::push(std::size_t arc) {
  const auto place = [this](std::size_t which) {
    std::vector<std::size_t>& leaving = leaving_[arcs_[opposite(which)].to];
    return std::pair(&leaving, std::ranges::lower_bound(leaving, which));
  };
  if (--arcs_[arc].room == 0) {
    const auto [leaving, at] = place(arc);
    leaving->erase(at);
  }
  if (arcs_[opposite(arc)].room++ == 0) {
    const auto [leaving, at] = place(opposite(arc));
    leaving->insert(at, opposite(arc));
  }
}

bool MinCostFlow::send(Node from, Node to) {
  const Labels labels = shortest_paths(from, to);
  if (!labels[to]) return false;
  raise_potentials(labels, to);
  for (Node node = to; node != from;) {
    const std::size_t arc = labels[node]->arc;
    push(arc);
    node = arcs_[opposite(arc)].to;
  }
  return true;
}

}  // namespace stead
