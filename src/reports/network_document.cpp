#include "reports/page_words.h"
#include "stead/network.h"
#include "stead/phrases.h"
#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace stead {
namespace {

/// What is farther from the root begins a tree of its own: there would be no room for words.
constexpr int kDeepest = 6;

/// What the lower of two is to the upper one. `is_down`: does the tie go from the upper one?
std::string_view words_of(const NetworkTie& tie, bool is_down, bool is_me_above, bool is_me_below) {
  switch (tie.tie) {
    case Tie::client_of:
      return is_down ? "whose client they are" : is_me_above ? "your client" : "their client";
    case Tie::works_at:
      return is_down ? "where they work" : is_me_below ? "you work there" : "works there";
    case Tie::covers:
      if (is_down && is_me_above) {
        return tie.is_firm ? "for whom you stand in" : "for whom you may stand in";
      }
      if (is_down) return tie.is_firm ? "for whom they stand in" : "for whom they may stand in";
      if (is_me_above) return tie.is_firm ? "your stand-in" : "your stand-in, not agreed yet";
      return tie.is_firm ? "stand-in" : "stand-in, not agreed yet";
    case Tie::sent: return is_down ? "sent to you by them" : "who sent them to you";
    case Tie::introduced: return is_down ? "introduced to you by them" : "who introduced them";
    case Tie::sent_on: return is_down ? "to whom you sent them" : "whom you sent to them";
    case Tie::introduced_to:
      return is_down ? "to whom you introduced them" : "whom you introduced to them";
    case Tie::known_through:
      return is_down ? "whom you know through them" : "through whom you know them";
  }
  return "";
}

/// Finds a place for everybody: as near to a root as can be, each once.
class NetworkTree {
 public:
  explicit NetworkTree(const NetworkReport& report)
      : report_(report),
        neighbours_(report.nodes.size()),
        above_(report.nodes.size()),
        order_(report.nodes.size()) {
    for (std::size_t i = 0; i < report.ties.size(); ++i) {
      const NetworkTie& tie = report.ties[i];
      neighbours_[tie.from][tie.to].push_back(i);
      neighbours_[tie.to][tie.from].push_back(i);
    }
  }

  Tree take() {
    const std::string middle = report_.around.empty() ? "me" : report_.around;
    std::vector<std::size_t> roots;
    const auto begin = [&](std::size_t node) {
      if (order_[node] != 0) return;
      roots.push_back(node);
      place_all_from(node);
    };
    for (std::size_t i = 0; i < report_.nodes.size(); ++i) {
      if (report_.nodes[i].id == middle) begin(i);
    }
    for (std::size_t i = 0; i < report_.nodes.size(); ++i) begin(i);
    Tree tree;
    for (const std::size_t root : roots) {
      tree.branches.push_back(grown(root, Text(name(root), Tone::strong)));
    }
    return tree;
  }

 private:
  bool is_me(std::size_t node) const { return report_.nodes[node].id == "me"; }
  std::string name(std::size_t node) const {
    return is_me(node) ? "You" : report_.nodes[node].name;
  }

  /// The others that a node hangs together with, by what holds them together, then by name.
  std::vector<std::size_t> others(std::size_t node) const {
    std::vector<std::tuple<Tie, std::string, std::size_t>> keys;
    for (const auto& [other, ties] : neighbours_[node]) {
      keys.emplace_back(report_.ties[ties.front()].tie, fold(report_.nodes[other].name), other);
    }
    std::ranges::sort(keys);
    std::vector<std::size_t> all;
    for (const auto& [tie, name, other] : keys) all.push_back(other);
    return all;
  }

  /// In breadth, so that everybody is as near as can be.
  void place_all_from(std::size_t root) {
    order_[root] = ++placed_;
    std::deque<std::pair<std::size_t, int>> open{{root, 0}};
    for (; !open.empty(); open.pop_front()) {
      const auto [node, depth] = open.front();
      if (depth == kDeepest) continue;
      for (const std::size_t other : others(node)) {
        if (order_[other] != 0) continue;
        order_[other] = ++placed_;
        above_[other] = node;
        open.emplace_back(other, depth + 1);
      }
    }
  }

  /// `Ana Ruiz, works there, whom you know through them`.
  Text line(std::size_t node, std::size_t above, Tone tone) const {
    Text text(name(node), tone);
    for (const std::size_t i : neighbours_[above].at(node)) {
      const NetworkTie& tie = report_.ties[i];
      text += Text(", ", Tone::faint) +
              Text(words_of(tie, tie.from == above, is_me(above), is_me(node)),
                   tie.is_firm ? Tone::faint : Tone::warning);
    }
    return text;
  }

  Branch grown(std::size_t node, Text text) const {
    Branch branch{std::move(text), {}, {}};
    for (const std::size_t other : others(node)) {
      if (above_[other] == node) {
        branch.branches.push_back(grown(other, line(other, node, Tone::strong)));
      } else if (above_[node] != other && order_[node] < order_[other]) {
        branch.branches.push_back({line(other, node, Tone::plain), {}, {}});
      }
    }
    return branch;
  }

  const NetworkReport& report_;
  std::vector<std::map<std::size_t, std::vector<std::size_t>>> neighbours_;  ///< And their ties.
  std::vector<std::optional<std::size_t>> above_;
  std::vector<std::size_t> order_;  ///< From 1 on; 0: not placed yet.
  std::size_t placed_ = 0;
};

std::string name_of_middle(const NetworkReport& report) {
  const auto found = std::ranges::find(report.nodes, report.around, &NetworkNode::id);
  return found == report.nodes.end() ? report.around : found->name;
}

}  // namespace

Document to_document(const NetworkReport& report) {
  Document document;
  const bool is_whole = report.around.empty();
  const Text much(fmt::format("{}, {}", counted(report.nodes.size(), "contact"),
                              counted(report.ties.size(), "tie")));
  document.add(title(is_whole ? Text("Your network") : "Around " + Text(name_of_middle(report)),
                     is_whole ? much : much + ", within two steps"));
  if (report.nodes.empty()) {
    document.add(Paragraph{"Nobody hangs together with anybody yet."});
  } else {
    document.add(NetworkTree(report).take());
  }
  if (report.alone > 0) {
    document.add(Paragraph{
        Text(fmt::format("{} without a tie: ", counted(report.alone, "contact")), Tone::faint) +
        command("stead list")});
  }
  return document;
}

}  // namespace stead
