#include "stead/balance.h"

#include "reports/card_words.h"
#include "reports/handle_set.h"
#include "stead/deed.h"
#include "stead/people.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace stead {
namespace {

using Kinds = std::pair<std::string, std::string>;  // whom, and the kind of help

/// With whom the owner was even on what, and when the last time.
class Evens {
 public:
  explicit Evens(const std::vector<Interaction>& deeds) {
    for (const Interaction& each : deeds) {
      if (!each.deed->even) continue;
      for (const std::string& who : each.with) {
        const auto [even, is_first] = evens_.try_emplace({who, each.deed->kind}, each.at);
        if (!is_first && before(even->second, each.at)) even->second = each.at;
      }
    }
  }

  bool has_settled(const Interaction& deed, const std::string& who) const {
    const auto even = evens_.find({who, deed.deed->kind});
    return even != evens_.end() && !before(even->second, deed.at);
  }

 private:
  std::map<Kinds, When> evens_;
};

/// Deeds of the owner and for the owner with some of them, settlements too.
std::vector<Interaction> deeds_with(const Book& book,
                                    const std::function<bool(std::string_view)>& is_theirs) {
  std::vector<Interaction> deeds;
  for (const std::size_t i : book.holding(Collection::interactions, "\"deed\"")) {
    if (is_theirs && std::ranges::none_of(book.meeting(i).with, is_theirs)) continue;
    Interaction each = book.interaction(i);
    if (!each.deed || !(each.by.empty() || book.canonical(each.by) == "me")) continue;
    std::vector<std::string> with;
    for (const std::string& handle : each.with) {
      std::string who(book.canonical(handle));
      const bool is_new = std::ranges::find(with, who) == with.end();
      if (is_new && who != "me" && (!is_theirs || is_theirs(handle)))
        with.push_back(std::move(who));
    }
    each.with = std::move(with);
    if (!each.with.empty()) deeds.push_back(std::move(each));
  }
  return deeds;
}

Leaning leaning_of(const std::vector<HelpSum>& sums) {
  const bool to_them =
      std::ranges::any_of(sums, [](const HelpSum& sum) { return sum.gave < sum.got; });
  const bool to_me =
      std::ranges::any_of(sums, [](const HelpSum& sum) { return sum.gave > sum.got; });
  if (to_them == to_me) return Leaning::level;
  return to_them ? Leaning::theirs : Leaning::mine;
}

/// Did the owner give anything?
bool has_given(const Balance& balance) {
  return std::ranges::any_of(balance.sums, [](const HelpSum& sum) { return sum.gave > 0; });
}

/// The balance with one contact, from what is not settled with it, in the order of time.
Balance balance_of(const Book& book, const std::string& who, std::vector<Interaction> help) {
  Balance balance{.who = who, .name = book.name_of(who), .sums = help_sums(help)};
  if (const Contact* contact = book.contact(who); contact != nullptr && !contact->phone.empty()) {
    balance.phone = contact->phone.front();
  }
  balance.leaning = leaning_of(balance.sums);
  balance.since = help.back().at.day;
  if (balance.leaning == Leaning::theirs) {
    const auto first =
        std::ranges::find_if(help, [](const Interaction& each) { return each.deed->dir == "got"; });
    balance.since = first->at.day;
  }
  std::ranges::reverse(help);
  balance.help = std::move(help);
  return balance;
}

bool is_archived(const Book& book, const std::string& who) {
  const Contact* contact = book.contact(who);
  return contact != nullptr && contact->archived;
}

/// Whoever waits longest for something to go back first, then the newest help.
void put_in_order(std::vector<Balance>& people) {
  sort_by(people, [](const Balance& balance) {
    const bool is_theirs = balance.leaning == Leaning::theirs;
    return std::tuple(balance.leaning, is_theirs && has_given(balance),
                      is_theirs ? balance.since - kFirstDay : kLastDay - balance.since,
                      fold(balance.name));
  });
}

/// `you gave 5 days, they gave 3 days: 2 days in your favour`, with the verb that is handed in.
std::string both_sides(const HelpSum& sum, std::string_view verb) {
  const auto words = [&](std::int64_t thousandths) {
    return in_words(Amount{thousandths, sum.unit});
  };
  if (sum.gave == sum.got) return fmt::format("even, {} each", words(sum.gave));
  std::string gave = fmt::format("you {} {}", verb, words(sum.gave));
  std::string got = fmt::format("they {} {}", verb, words(sum.got));
  if (sum.got == 0) return gave;
  if (sum.gave == 0) return got;
  const bool is_mine = sum.gave > sum.got;
  return fmt::format("{}, {}: {} in {} favour", gave, got,
                     words(is_mine ? sum.gave - sum.got : sum.got - sum.gave),
                     is_mine ? "your" : "their");
}

/// What names the contact, and of an organisation those who work there.
HandleSet handles_of(const Book& book, std::string_view who) {
  HandleSet theirs;
  for (const std::size_t i : people_of(book, *book.find_contact(who))) {
    const ContactNames names = book.names(i);
    theirs.add(names.id);
    for (const std::string_view was : names.was) theirs.add(was);
  }
  return theirs;
}

}  // namespace

std::vector<Interaction> open_help(const Book& book,
                                   const std::function<bool(std::string_view)>& is_theirs) {
  std::vector<Interaction> deeds = deeds_with(book, is_theirs);
  const Evens evens(deeds);
  for (Interaction& each : deeds) {
    std::erase_if(each.with, [&](const std::string& who) { return evens.has_settled(each, who); });
  }
  std::erase_if(deeds,
                [](const Interaction& each) { return each.deed->even || each.with.empty(); });
  return deeds;
}

std::vector<HelpSum> help_sums(const std::vector<Interaction>& help) {
  std::map<std::pair<std::string, Amount::Unit>, HelpSum> sums;
  for (const Interaction& each : help) {
    const Amount amount = each.deed->amount.value_or(Amount{});
    HelpSum& sum = sums[{each.deed->kind, amount.unit}];
    sum.kind = each.deed->kind;
    sum.unit = amount.unit;
    sum.last = std::max(sum.last, each.at.day);
    (each.deed->dir == "gave" ? sum.gave : sum.got) += amount.thousandths;
  }
  std::vector<HelpSum> list;
  list.reserve(sums.size());
  for (auto& [key, sum] : sums) list.push_back(std::move(sum));
  return list;
}

std::string help_words(const HelpSum& sum) { return sum.kind + ": " + both_sides(sum, "gave"); }

std::string help_sentence(const HelpSum& sum) {
  const bool is_even = sum.gave == sum.got;
  return sum.kind == "cover" && !is_even ? both_sides(sum, "covered") : help_words(sum);
}

bool Balance::is_to_thank() const {
  return std::ranges::any_of(
      help, [](const Interaction& each) { return each.deed->dir == "got" && !each.deed->thanked; });
}

BalanceReport balance_report(const Book& book, std::string_view who, Day today) {
  BalanceReport report{.today = today, .asked = std::string(who)};
  std::function<bool(std::string_view)> is_theirs;
  if (!who.empty()) {
    report.asked = std::string(book.canonical(who));
    report.asked_name = book.name_of(who);
    is_theirs = [theirs = handles_of(book, who)](std::string_view handle) {
      return theirs.has(handle);
    };
  }
  std::map<std::string, std::vector<Interaction>> by_person;
  for (Interaction& each : open_help(book, is_theirs)) {
    if (who.empty()) {
      std::erase_if(each.with, [&](const std::string& one) { return is_archived(book, one); });
    }
    if (each.with.empty()) continue;
    for (const std::string& about : each.about) add_name(report.names, book, about);
    add_name(report.names, book, each.for_client);
    const std::vector<std::string> with = std::exchange(each.with, {});
    for (const std::string& one : with) {
      by_person[one].emplace_back(each).with = {one};
    }
  }
  for (auto& [one, help] : by_person) {
    report.people.push_back(balance_of(book, one, std::move(help)));
  }
  put_in_order(report.people);
  return report;
}

}  // namespace stead
