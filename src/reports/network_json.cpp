#include "stead/network.h"

#include "reports/json_parts.h"

namespace stead {
namespace {

std::string_view word_of(Tie tie) {
  switch (tie) {
    case Tie::client_of: return "client_of";
    case Tie::works_at: return "works_at";
    case Tie::covers: return "covers";
    case Tie::sent: return "sent";
    case Tie::introduced: return "introduced";
    case Tie::sent_on: return "sent_on";
    case Tie::introduced_to: return "introduced_to";
    case Tie::known_through: return "known_through";
  }
  return "";
}

std::string_view label_of(const NetworkTie& tie) {
  switch (tie.tie) {
    case Tie::client_of: return "client of";
    case Tie::works_at: return "works at";
    case Tie::covers: return tie.is_firm ? "covers" : "offered to cover";
    case Tie::sent: return "sent";
    case Tie::introduced: return "introduced";
    case Tie::sent_on: return "sent by you to";
    case Tie::introduced_to: return "introduced by you to";
    case Tie::known_through: return "brought you together with";
  }
  return "";
}

}  // namespace

std::string to_json(const NetworkReport& report) {
  Json json = object({{"schema", "stead.network/1"},
                      {"around", report.around.empty() ? Json() : Json(report.around)},
                      {"contacts", Json::array()},
                      {"ties", Json::array()},
                      {"alone", report.alone}});
  for (const NetworkNode& node : report.nodes) {
    json["contacts"].push_back(object(
        {{"id", node.id}, {"name", node.name}, {"org", node.is_org}, {"client", node.is_client}}));
  }
  for (const NetworkTie& tie : report.ties) {
    json["ties"].push_back(object({{"from", report.nodes[tie.from].id},
                                   {"to", report.nodes[tie.to].id},
                                   {"kind", word_of(tie.tie)},
                                   {"firm", tie.is_firm}}));
  }
  return json.dump(2) + "\n";
}

Graph to_graph(const NetworkReport& report) {
  Graph graph;
  for (const NetworkNode& node : report.nodes) {
    const bool is_middle = node.id == (report.around.empty() ? "me" : report.around);
    graph.nodes.push_back(
        {node.id, node.name, node.is_org, is_middle ? Stroke::strong : Stroke::plain});
    if (is_middle) graph.title = node.name;
  }
  for (const NetworkTie& tie : report.ties) {
    graph.edges.push_back({tie.from, tie.to, std::string(label_of(tie)),
                           tie.is_firm ? Stroke::plain : Stroke::faint});
  }
  return graph;
}

}  // namespace stead
