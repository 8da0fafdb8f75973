#include "stead/min_cost_flow.h"

#include <cassert>
#include <functional>
#include <queue>

namespace stead {

std::size_t MinCostFlow::add_arc(Node from, Node to, int capacity, const CoverCost& cost) {
  assert(from != to && capacity >= 0 && cost >= CoverCost{});
  assert(cost + potential_[from] >= potential_[to]);
  leaving_[from].push_back(arcs_.size());
  arcs_.push_back({to, capacity, cost});
  leaving_[to].push_back(arcs_.size());
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
    labels[node]->is_final = true;
    if (node == to) break;
    for (const std::size_t leaving : leaving_[node]) {
      const Arc& arc = arcs_[leaving];
      if (arc.room == 0) continue;
      const CoverCost reduced = arc.cost + potential_[node] - potential_[arc.to];
      assert(reduced >= CoverCost{});
      const CoverCost there = distance + reduced;
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

bool MinCostFlow::send(Node from, Node to) {
  const Labels labels = shortest_paths(from, to);
  if (!labels[to]) return false;
  raise_potentials(labels, to);
  for (Node node = to; node != from;) {
    const std::size_t arc = labels[node]->arc;
    --arcs_[arc].room;
    ++arcs_[opposite(arc)].room;
    node = arcs_[opposite(arc)].to;
  }
  return true;
}

}  // namespace stead
