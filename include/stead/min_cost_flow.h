#pragma once

#include "stead/cover_cost.h"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace stead {

/// A network of arcs with capacities and costs, and the cheapest flow of each amount through it, by
/// successive shortest paths: every further unit takes a cheapest path of what the flow so far
/// leaves room for, which may send some of it another way. Potentials at the nodes keep all costs
/// from being negative, so that Dijkstra's algorithm finds the path; it ends at the target.
///
/// Sources: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, Network Flows (1993), 9.7; the potentials are
/// from J. Edmonds, R. M. Karp, Theoretical improvements in algorithmic efficiency for network flow
/// problems, J. ACM 19 (1972).
class MinCostFlow {
 public:
  using Node = std::size_t;

  explicit MinCostFlow(std::size_t nodes) : leaving_(nodes), potential_(nodes) {}

  /// Returns the arc's number, for `flow`. The cost of a unit is not negative. An arc may be added
  /// when there is flow already, if it costs no less than one between the same two nodes that is
  /// full: the flow stays the cheapest.
  std::size_t add_arc(Node from, Node to, int capacity, const CoverCost& cost);

  /// Sends one more unit; false: there is no room for it, and nothing is changed. With n nodes and
  /// m arcs it takes O(m log n) steps at most, fewer where the path is short.
  bool send(Node from, Node to);

  /// How much goes through an arc.
  int flow(std::size_t arc) const { return arcs_[opposite(2 * arc)].room; }

 private:
  /// One of a pair: an arc, at an even place, and behind it the way back, with room for what flows.
  struct Arc {
    Node to = 0;
    int room = 0;
    CoverCost cost;
  };
  /// What the search knows of a node.
  struct Label {
    CoverCost distance;
    std::size_t arc = 0;  ///< By which it was reached.
    bool is_final = false;
  };
  using Labels = std::vector<std::optional<Label>>;

  static std::size_t opposite(std::size_t arc) { return arc ^ 1U; }
  Labels shortest_paths(Node from, Node to) const;
  /// Sends one unit through an arc that has room.
  void push(std::size_t arc);
  void raise_potentials(const Labels& labels, Node to);

  std::vector<Arc> arcs_;
  /// The arcs of each node that have room, in rising order.
  std::vector<std::vector<std::size_t>> leaving_;
  std::vector<CoverCost> potential_;
};

}  // namespace stead
