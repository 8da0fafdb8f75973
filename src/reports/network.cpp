#include "stead/network.h"

#include "reports/brought.h"
#include "stead/deed.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace stead {
namespace {

/// The network of a whole book, archived contacts left out but for the one in the middle.
class NetworkMaker {
 public:
  NetworkMaker(const Book& book, const std::string& around, Day today)
      : book_(book), around_(around), today_(today) {}

  NetworkReport make() {
    report_.around = around_;
    for (std::size_t i = 0; i < book_.size(Collection::contacts); ++i) add_node(i);
    for (const Contact& contact : contacts_) add_ties_of(contact);
    contacts_.clear();
    for (const Interaction& deed : brought_to_me(book_).deeds) {
      add_deed(deed, deed.deed->kind == "referral" ? Tie::sent : Tie::introduced);
    }
    for (const Interaction& deed : deeds_in(book_, {.dir = "gave"})) {
      if (!brings_somebody(deed.deed->kind)) continue;
      add_deed(deed, deed.deed->kind == "referral" ? Tie::sent_on : Tie::introduced_to);
    }
    return std::move(report_);
  }

 private:
  void add_node(std::size_t index) {
    Contact contact = book_.read_contact(index);
    if (contact.archived && contact.id != around_) return;
    places_.emplace(contact.id, report_.nodes.size());
    report_.nodes.push_back(
        {contact.id, contact.name, contact.is_org(), contact.has_tag("client")});
    contacts_.push_back(std::move(contact));
  }

  std::optional<std::size_t> place_of(std::string_view handle) const {
    const auto found = places_.find(book_.canonical(handle));
    return found == places_.end() ? std::nullopt : std::optional(found->second);
  }

  void add(std::string_view from, std::string_view to, Tie tie, bool is_firm = true) {
    const auto one = place_of(from);
    const auto other = place_of(to);
    if (!one || !other || *one == *other) return;
    const auto [known, is_new] = ties_.try_emplace({*one, *other, tie}, report_.ties.size());
    if (is_new) {
      report_.ties.push_back({*one, *other, tie, is_firm});
    } else if (is_firm) {
      report_.ties[known->second].is_firm = true;
    }
  }

  void add_ties_of(const Contact& contact) {
    if (contact.has_tag("client")) {
      add(contact.id, contact.client_of.empty() ? "me" : contact.client_of, Tie::client_of);
    }
    if (!contact.org.empty()) add(contact.id, contact.org, Tie::works_at);
    for (const Cover& cover : contact.cover) {
      if (cover.to && *cover.to < today_) continue;
      add(cover.by, contact.id, Tie::covers, cover.agreed.has_value());
    }
    if (!contact.via_whom.empty()) add(contact.via_whom, contact.id, Tie::known_through);
  }

  void add_deed(const Interaction& deed, Tie tie) {
    const bool is_got = tie == Tie::sent || tie == Tie::introduced;
    for (const std::string& other : deed.with) {
      for (const std::string& whom : deed.about) {
        is_got ? add(other, whom, tie) : add(whom, other, tie);
      }
    }
  }

  const Book& book_;
  std::string around_;
  Day today_;
  NetworkReport report_;
  std::vector<Contact> contacts_;
  std::map<std::string, std::size_t, std::less<>> places_;
  std::map<std::tuple<std::size_t, std::size_t, Tie>, std::size_t> ties_;
};

/// Which nodes are within the steps from the one in the middle.
std::vector<bool> near(const NetworkReport& report, std::size_t middle) {
  std::vector<std::vector<std::size_t>> neighbours(report.nodes.size());
  for (const NetworkTie& tie : report.ties) {
    neighbours[tie.from].push_back(tie.to);
    neighbours[tie.to].push_back(tie.from);
  }
  std::vector<bool> is_near(report.nodes.size());
  is_near[middle] = true;
  std::vector<std::size_t> edge{middle};
  for (int step = 0; step < kNetworkSteps; ++step) {
    std::vector<std::size_t> next;
    for (const std::size_t node : edge) {
      if (node != middle && report.nodes[node].id == "me") continue;
      for (const std::size_t other : neighbours[node]) {
        if (is_near[other]) continue;
        is_near[other] = true;
        next.push_back(other);
      }
    }
    edge = std::move(next);
  }
  return is_near;
}

std::vector<bool> with_ties(const NetworkReport& report) {
  std::vector<bool> has_tie(report.nodes.size());
  for (const NetworkTie& tie : report.ties) has_tie[tie.from] = has_tie[tie.to] = true;
  return has_tie;
}

/// The report with these nodes alone.
void keep(NetworkReport& report, const std::vector<bool>& kept) {
  std::vector<std::size_t> places(report.nodes.size());
  std::vector<NetworkNode> nodes;
  for (std::size_t i = 0; i < report.nodes.size(); ++i) {
    places[i] = nodes.size();
    if (kept[i]) nodes.push_back(std::move(report.nodes[i]));
  }
  report.nodes = std::move(nodes);
  std::erase_if(report.ties,
                [&](const NetworkTie& tie) { return !kept[tie.from] || !kept[tie.to]; });
  for (NetworkTie& tie : report.ties) {
    tie.from = places[tie.from];
    tie.to = places[tie.to];
  }
}

}  // namespace

NetworkReport network_report(const Book& book, std::string_view around, Day today) {
  const std::string middle(around.empty() ? "" : book.canonical(around));
  NetworkReport report = NetworkMaker(book, middle, today).make();
  if (!middle.empty()) {
    const auto found = std::ranges::find(report.nodes, middle, &NetworkNode::id);
    keep(report, near(report, static_cast<std::size_t>(found - report.nodes.begin())));
    return report;
  }
  const std::vector<bool> has_tie = with_ties(report);
  for (std::size_t i = 0; i < report.nodes.size(); ++i) {
    if (!has_tie[i] && report.nodes[i].id != "me") ++report.alone;
  }
  keep(report, has_tie);
  return report;
}

}  // namespace stead
