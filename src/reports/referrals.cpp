#include "stead/referrals.h"

#include "reports/brought.h"
#include "reports/card_words.h"
#include "stead/contact.h"
#include "stead/deed.h"

#include <algorithm>
#include <map>
#include <utility>

namespace stead {
namespace {

/// Gathers them from a book.
class ReferralsMaker {
 public:
  ReferralsMaker(const Book& book, Day today) : book_(book), company_(book) {
    report_.today = today;
  }

  ReferralsReport make() {
    find_got();
    find_given();
    return std::move(report_);
  }

 private:
  std::vector<std::string> in_force(const std::vector<std::string>& handles) {
    std::vector<std::string> all;
    for (const std::string& handle : handles) {
      std::string who(book_.canonical(handle));
      if (std::ranges::find(all, who) != all.end()) continue;
      add_name(report_.names, book_, who);
      all.push_back(std::move(who));
    }
    return all;
  }

  /// One for each of those whom the deed was with. Whoever recommends themselves did not send it.
  std::vector<Referral> sides_of(const Interaction& deed) {
    std::vector<Referral> sides;
    const std::vector<std::string> whom = in_force(deed.about);
    std::vector<std::string> with = in_force(deed.with);
    std::erase_if(with, [&](const std::string& other) {
      return whom.empty() || other == kMe || std::ranges::find(whom, other) != whom.end();
    });
    for (const std::string& other : with) {
      std::vector<std::string> together = with;
      std::erase(together, other);
      sides.push_back({deed.id,
                       deed.at,
                       deed.deed->kind,
                       other,
                       std::move(together),
                       whom,
                       deed.text,
                       deed.deed->outcome,
                       deed.deed->outcome_on,
                       deed.deed->thanked,
                       {}});
    }
    return sides;
  }

  Referrer& referrer(const std::string& who) {
    const auto [place, is_new] = places_.try_emplace(who, report_.referrers.size());
    if (is_new) {
      const Contact* contact = book_.contact(who);
      report_.referrers.push_back(
          {.who = who, .archived = contact != nullptr && contact->archived.has_value()});
    }
    return report_.referrers[place->second];
  }

  /// The first deed that brought this one, or their organisation or its people.
  std::optional<std::size_t> brought_by(const std::string& who, const Brought& brought) {
    const auto [known, is_new] = brought_by_.try_emplace(who);
    if (!is_new) return known->second;
    for (const std::string& each : company_.of(who)) {
      const auto found = brought.by_whom.find(each);
      if (found == brought.by_whom.end()) continue;
      const std::size_t first = found->second.front();
      if (!known->second || first < *known->second) known->second = first;
    }
    return known->second;
  }

  void find_got() {
    const Brought brought = brought_to_me(book_);
    std::map<std::size_t, std::size_t> first_side;  // of a deed, in the report
    for (std::size_t i = 0; i < brought.deeds.size(); ++i) {
      std::vector<Referral> sides = sides_of(brought.deeds[i]);
      if (!sides.empty() && sides.front().kind == "referral") {
        ++report_.came;
        if (sides.front().outcome == "won") ++report_.won;
      }
      for (Referral& side : sides) {
        // What led to it came before: so nothing goes round in a circle.
        const auto by = brought_by(side.other, brought);
        if (by && *by < i && first_side.contains(*by)) side.came_of = first_side.at(*by);
        Referrer& from = referrer(side.other);
        if (side.kind == "referral") {
          ++from.came;
          if (side.outcome == "won") ++from.won;
        }
        first_side.try_emplace(i, report_.got.size());
        report_.got.push_back(std::move(side));
      }
    }
  }

  void find_given() {
    for (const Interaction& deed : deeds_in(book_, {.dir = "gave"})) {
      if (!brings_somebody(deed.deed->kind)) continue;
      for (Referral& side : sides_of(deed)) {
        const auto known = places_.find(side.other);
        const bool is_referral = side.kind == "referral";
        if (is_referral && known != places_.end()) ++report_.referrers[known->second].sent_back;
        report_.gave.push_back(std::move(side));
      }
    }
  }

  const Book& book_;
  Company company_;
  ReferralsReport report_;
  std::map<std::string, std::size_t> places_;  ///< Of the referrers in the report.
  std::map<std::string, std::optional<std::size_t>> brought_by_;
};

}  // namespace

ReferralsReport referrals_report(const Book& book, Day today) {
  return ReferralsMaker(book, today).make();
}

}  // namespace stead
