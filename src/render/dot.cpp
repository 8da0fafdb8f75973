#include <fmt/format.h>

#include <string>
#include <string_view>

#include "stead/render.h"
#include "stead/text.h"

namespace stead {
namespace {

/// A quoted string of DOT. In a label `\` begins an escape and `&` an entity; HTML is only what is
/// in angle brackets in the place of quotes. (graphviz.org/doc/info/lang.html, attribute type
/// escString.)
std::string in_quotes(std::string_view text) {
  std::string safe = "\"";
  for (const char c : shown(text)) {
    if (c == '&') {
      safe += "&amp;";
      continue;
    }
    if (c == '"' || c == '\\') safe += '\\';
    safe += c;
  }
  return safe + '"';
}

std::string_view style_of(Stroke stroke) {
  switch (stroke) {
    case Stroke::plain: return "";
    case Stroke::strong: return " style=bold";
    case Stroke::faint: return " style=dashed";
  }
  return "";
}

}  // namespace

std::string render_dot(const Graph& graph) {
  std::string out = "digraph stead {\n";
  out += fmt::format("  graph [label={} labelloc=t rankdir=LR];\n", in_quotes(graph.title));
  out += "  node [fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\" fontsize=10];\n";
  for (const GraphNode& node : graph.nodes) {
    out += fmt::format("  {} [label={} shape={}{}];\n", in_quotes(node.id), in_quotes(node.label),
                       node.is_box ? "box" : "ellipse", style_of(node.stroke));
  }
  for (const GraphEdge& edge : graph.edges) {
    out += fmt::format("  {} -> {} [label={}{}];\n", in_quotes(graph.nodes[edge.from].id),
                       in_quotes(graph.nodes[edge.to].id), in_quotes(edge.label),
                       style_of(edge.stroke));
  }
  return out + "}\n";
}

}  // namespace stead
