#include "reports/card_words.h"
#include "reports/page_words.h"
#include "stead/phrases.h"
#include "stead/referrals.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace stead {
namespace {

/// What is deeper begins a tree of its own: there would be no room for words.
constexpr int kDeepestTree = 7;

Text outcome_words(const Referral& referral) {
  const std::string on = referral.outcome_on ? " on " + long_date(*referral.outcome_on) : "";
  if (referral.outcome == "won") return {"became work" + on, Tone::good};
  if (referral.outcome == "lost") return "did not become work";
  if (referral.outcome == "none") return "no answer";
  if (referral.outcome == "asked") return {"they asked" + on, Tone::accent};
  return {referral.kind == "introduction" ? "introduced" : "not known what became of it",
          Tone::faint};
}

/// Is it a deed that was shown already, from the side of another one in it?
bool is_another_side(const std::vector<Referral>& referrals, std::size_t i) {
  return i > 0 && referrals[i - 1].interaction == referrals[i].interaction;
}

std::size_t deeds_among(const std::vector<Referral>& referrals) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < referrals.size(); ++i) {
    if (!is_another_side(referrals, i)) ++count;
  }
  return count;
}

class ReferralsPage {
 public:
  explicit ReferralsPage(const ReferralsReport& report) : report_(report) {}

  Document take() {
    head();
    if (report_.got.empty() && report_.gave.empty()) return std::move(page_);
    if (!report_.got.empty()) {
      page_.add(section("Sent to you", deeds_among(report_.got))).add(tree_of_got());
    }
    if (!report_.gave.empty()) {
      page_.add(section("Sent by you", deeds_among(report_.gave))).add(tree_of_given());
    }
    add_thanks();
    add_never_sent_back();
    return std::move(page_);
  }

 private:
  std::string name(const std::string& who) const { return called(report_.names, who); }

  void head() {
    Text aside;
    if (report_.came > 0) {
      aside = fmt::format("{}, {} became work",
                          counted(static_cast<std::size_t>(report_.came), "referral"), report_.won);
    }
    page_.add(title("Where work comes from", aside));
    if (!report_.got.empty() || !report_.gave.empty()) return;
    page_.add(Paragraph{"Nobody is noted who was sent to you, or by you. The next time:"});
    page_.add(Paragraph{command("stead got WHO referral NAME TEXT")});
  }

  /// Who was sent, what became of it, and below when that was and what was said.
  Branch branch_of(const Referral& referral, const std::string& by) const {
    Text text(all_called(report_.names, referral.whom), Tone::strong);
    if (!by.empty()) text += ", by " + by;
    if (!referral.together.empty()) {
      text += (by.empty() ? ", with " : " and ") + all_called(report_.names, referral.together);
    }
    text += Text(": ") + outcome_words(referral);
    Text when(long_date(referral.at.day), Tone::faint);
    if (!referral.text.empty()) {
      when += Text(": " + referral.text.substr(0, referral.text.find('\n')), Tone::faint);
    }
    return {std::move(text), {std::move(when)}, {}};
  }

  /// Does the branch above name who sent it?
  bool is_named_above(const Referral& referral) const {
    const std::vector<std::string>& above = report_.got[*referral.came_of].whom;
    return above.size() == 1 && above.front() == referral.other;
  }

  /// What came of another one grows from it, and the rest from who sent it.
  Tree tree_of_got() const {
    const std::size_t count = report_.got.size();
    std::vector<int> depths(count, 1);
    std::vector<std::vector<std::size_t>> led_to(count);
    std::map<std::string, std::vector<std::size_t>> by_sender;
    std::vector<std::string> senders;
    for (std::size_t i = 0; i < count; ++i) {
      if (is_another_side(report_.got, i)) continue;
      const Referral& each = report_.got[i];
      if (each.came_of && depths[*each.came_of] < kDeepestTree) {
        depths[i] = depths[*each.came_of] + 1;
        led_to[*each.came_of].push_back(i);
        continue;
      }
      std::vector<std::size_t>& theirs = by_sender[each.other];
      if (theirs.empty()) senders.push_back(each.other);
      theirs.push_back(i);
    }
    Tree tree;
    for (const std::string& sender : senders) {
      Branch root{Text(name(sender), Tone::strong), {}, {}};
      for (const std::size_t i : by_sender[sender]) {
        // Where it would be too deep, it goes on here.
        if (report_.got[i].came_of && root.branches.empty()) {
          root.text += Text(", who was sent to you too: see above", Tone::faint);
        }
        root.branches.push_back(grown(i, led_to, {}));
      }
      tree.branches.push_back(std::move(root));
    }
    return tree;
  }

  Branch grown(std::size_t i, const std::vector<std::vector<std::size_t>>& led_to,
               const std::string& by) const {
    Branch branch = branch_of(report_.got[i], by);
    for (const std::size_t next : led_to[i]) {
      const Referral& referral = report_.got[next];
      branch.branches.push_back(
          grown(next, led_to, is_named_above(referral) ? "them" : name(referral.other)));
    }
    return branch;
  }

  Tree tree_of_given() const {
    Tree tree;
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < report_.gave.size(); ++i) {
      if (is_another_side(report_.gave, i)) continue;
      const Referral& each = report_.gave[i];
      const auto [place, is_new] = places.try_emplace(each.other, tree.branches.size());
      if (is_new) {
        tree.branches.push_back({Text("to ") + Text(name(each.other), Tone::strong), {}, {}});
      }
      tree.branches[place->second].branches.push_back(branch_of(each, {}));
    }
    return tree;
  }

  bool is_archived(const std::string& who) const {
    return std::ranges::any_of(
        report_.referrers, [&](const Referrer& each) { return each.who == who && each.archived; });
  }

  /// Those in a deed who are not archived.
  std::vector<std::string> present_in(const Referral& referral) const {
    std::vector<std::string> all{referral.other};
    all.insert(all.end(), referral.together.begin(), referral.together.end());
    std::erase_if(all, [&](const std::string& who) { return is_archived(who); });
    return all;
  }

  std::vector<std::string> names_of(const std::vector<std::string>& handles) const {
    std::vector<std::string> names;
    for (const std::string& who : handles) names.push_back(name(who));
    return names;
  }

  void add_thanks() {
    Items items;
    for (std::size_t i = 0; i < report_.got.size(); ++i) {
      const Referral& each = report_.got[i];
      // The thanks for a deed are for everybody in it.
      if (is_another_side(report_.got, i)) continue;
      const std::vector<std::string> present = present_in(each);
      if (each.thanked || present.empty()) continue;
      items.items.push_back(
          {.text = Text(in_a_row(names_of(present)), Tone::strong) + ", for " +
                   all_called(report_.names, each.whom),
           .aside = command(fmt::format("stead thank {} {}", present.front(), each.whom.front())),
           .below = {},
           .lead = {}});
    }
    if (items.items.empty()) return;
    page_.add(section("Thank", items.items.size()));
    page_.add(std::move(items));
  }

  void add_never_sent_back() {
    Items items;
    for (const Referrer& each : report_.referrers) {
      if (each.came == 0 || each.sent_back > 0 || each.archived) continue;
      Text text(name(each.who), Tone::strong);
      text += fmt::format(": {} came", each.came);
      if (each.won > 0) text += fmt::format(", {} became work", each.won);
      items.items.push_back({.text = std::move(text),
                             .aside = command("stead brief " + each.who),
                             .below = {},
                             .lead = {}});
    }
    if (items.items.empty()) return;
    page_.add(section("Send them somebody one day", items.items.size()));
    page_.add(std::move(items));
  }

  const ReferralsReport& report_;
  Document page_;
};

}  // namespace

Document to_document(const ReferralsReport& report) { return ReferralsPage(report).take(); }

}  // namespace stead
