#include "reports/brought.h"

#include "stead/deed.h"

#include <set>
#include <string_view>
#include <utility>

namespace stead {

Brought brought_to_me(const Book& book) {
  Brought brought;
  for (const std::size_t i : book.with_deeds()) {
    Interaction each = book.interaction(i);
    const bool mine = each.by.empty() || book.canonical(each.by) == "me";
    if (!mine || !each.deed || each.deed->dir != "got" || each.deed->even) continue;
    if (each.with.empty() || !brings_somebody(each.deed->kind)) continue;
    std::set<std::string> about;
    for (const std::string& handle : each.about) about.emplace(book.canonical(handle));
    const std::size_t place = brought.deeds.size();
    for (const std::string& who : about) {
      brought.by_whom[who].push_back(place);
      if (each.deed->kind == "referral") brought.referrals[who].push_back(place);
      if (each.deed->kind == "introduction") {
        brought.introduced_by.try_emplace(who, each.with.front());
      }
    }
    brought.deeds.push_back(std::move(each));
  }
  return brought;
}

Company::Company(const Book& book) : book_(book) {
  for (const std::size_t i : book.holding(Collection::contacts, "\"org\"")) {
    const ContactNames names = book.names(i);
    if (!names.org.empty()) people_[std::string(book.canonical(names.org))].emplace_back(names.id);
  }
}

std::vector<std::string> Company::of(const std::string& who) const {
  std::vector<std::string> all{who};
  const Contact* contact = book_.contact(who);
  if (contact == nullptr) return all;
  if (!contact->org.empty()) all.emplace_back(book_.canonical(contact->org));
  if (const auto found = people_.find(who); contact->is_org() && found != people_.end()) {
    all.insert(all.end(), found->second.begin(), found->second.end());
  }
  return all;
}

}  // namespace stead
