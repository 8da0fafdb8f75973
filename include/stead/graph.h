#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace stead {

/// How a node or a line of a graph is drawn.
enum class Stroke {
  plain,
  strong,  ///< The one that it is about.
  faint,   ///< Not agreed, not known yet.
};

struct GraphNode {
  std::string id;     ///< Of its own in the graph.
  std::string label;  ///< What people call it.
  bool is_box = false;
  Stroke stroke = Stroke::plain;

  bool operator==(const GraphNode&) const = default;
};

/// A line with an arrow.
struct GraphEdge {
  std::size_t from = 0;  ///< Places in the list of nodes.
  std::size_t to = 0;
  std::string label;
  Stroke stroke = Stroke::plain;

  bool operator==(const GraphEdge&) const = default;
};

/// Things and how they hang together, for a picture. What is in it may be anything that a book
/// holds: renderers make it safe.
struct Graph {
  std::string title;
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;

  bool operator==(const Graph&) const = default;
};

}  // namespace stead
