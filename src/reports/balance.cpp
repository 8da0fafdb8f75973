#include "stead/balance.h"

#include "reports/card_words.h"
#include "reports/handle_set.h"
#include "stead/deed.h"
#include "stead/people.h"
#include "stead/record.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace stead {
namespace {

/// So long after help was got, or given, it is time to give something.
constexpr Days kLong{30};

using Kind = std::pair<std::string_view, std::string_view>;  // whom, and the kind of help

/// With whom the owner was even on what, and when the last time.
class Evens {
 public:
  explicit Evens(const std::vector<OpenHelp>& deeds) {
    for (const OpenHelp& each : deeds) {
      if (!each.deed.even) continue;
      for (const std::string_view who : each.with) {
        const auto [even, is_first] = evens_.try_emplace({who, each.deed.kind}, each.at);
        if (!is_first && before(even->second, each.at)) even->second = each.at;
      }
    }
  }

  bool has_settled(const OpenHelp& help, std::string_view who) const {
    const auto even = evens_.find({who, help.deed.kind});
    return even != evens_.end() && !before(even->second, help.at);
  }

  const std::map<Kind, When>& all() const { return evens_; }

 private:
  std::map<Kind, When> evens_;
};

Leaning leaning_of(const std::vector<HelpSum>& sums) {
  const bool to_them =
      std::ranges::any_of(sums, [](const HelpSum& sum) { return sum.gave < sum.got; });
  const bool to_me =
      std::ranges::any_of(sums, [](const HelpSum& sum) { return sum.gave > sum.got; });
  if (to_them) return Leaning::theirs;
  return to_me ? Leaning::mine : Leaning::level;
}

/// Is it help of theirs of which less went back?
bool is_not_returned(const OpenHelp& help, const std::vector<HelpSum>& sums) {
  if (help.deed.dir != "got") return false;
  const Amount::Unit unit = help.deed.amount.value_or(Amount{}).unit;
  return std::ranges::any_of(sums, [&](const HelpSum& sum) {
    return sum.kind == help.deed.kind && sum.unit == unit && sum.gave < sum.got;
  });
}

/// Did the owner give anything?
bool has_given(const Account& account) {
  return std::ranges::any_of(account.sums, [](const HelpSum& sum) { return sum.gave > 0; });
}

/// Completes an account that has its help in the order of time.
void sum_up(Account& account, const Book& book) {
  account.name = book.name_of(account.who);
  account.sums = help_sums(account.help);
  account.leaning = leaning_of(account.sums);
  account.since = account.help.back().at.day;
  if (account.leaning == Leaning::theirs) {
    account.since = std::ranges::find_if(account.help, [&](const OpenHelp& each) {
                      return is_not_returned(each, account.sums);
                    })->at.day;
  }
  std::ranges::reverse(account.help);
}

/// For each person what is not settled with them.
std::vector<Account> split_by_person(std::vector<OpenHelp> open) {
  std::vector<Account> accounts;
  std::unordered_map<std::string_view, std::size_t> places;
  for (OpenHelp& each : open) {
    const std::vector<std::string_view> with = std::exchange(each.with, {});
    for (const std::string_view who : with) {
      const auto [place, is_new] = places.try_emplace(who, accounts.size());
      if (is_new) accounts.push_back({.who = who, .name = {}, .sums = {}, .help = {}});
      accounts[place->second].help.push_back(each);
    }
  }
  return accounts;
}

/// What the report says of an account.
Balance balance_of(const Book& book, Account account) {
  Balance balance{.who = std::string(account.who),
                  .name = std::move(account.name),
                  .phone = {},
                  .leaning = account.leaning,
                  .since = account.since,
                  .sums = std::move(account.sums),
                  .help = {}};
  if (const Contact* contact = book.contact(account.who);
      contact != nullptr && !contact->phone.empty()) {
    balance.phone = contact->phone.front();
  }
  for (const OpenHelp& each : account.help) {
    balance.help.push_back(book.interaction(each.index));
    balance.help.back().with = {balance.who};
  }
  return balance;
}

bool is_archived(const Book& book, std::string_view who) {
  const auto contact = book.find_contact(who);
  return contact && may_hold(book.record(Collection::contacts, *contact), "archived") &&
         !book.names(*contact).archived.empty();
}

/// Whoever waits longest for something to go back first, then the newest help.
void put_in_order(std::vector<Account>& accounts) {
  sort_by(accounts, [](const Account& account) {
    const bool is_theirs = account.leaning == Leaning::theirs;
    return std::tuple(account.leaning, is_theirs && has_given(account),
                      is_theirs ? account.since - kFirstDay : kLastDay - account.since,
                      fold(account.name), account.who);
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

void add_settled(BalanceReport& report, const Book& book,
                 const std::function<bool(std::string_view)>& is_theirs) {
  const Evens evens(deeds_with(book, is_theirs));
  for (const auto& [kind, on] : evens.all()) {
    report.settled.push_back({std::string(kind.first), std::string(kind.second), on});
    add_name(report.names, book, report.settled.back().who);
  }
  sort_by(report.settled, [&](const Settled& each) {
    return std::tuple(fold(called(report.names, each.who)), each.who, each.kind);
  });
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

std::vector<OpenHelp> deeds_with(const Book& book,
                                 const std::function<bool(std::string_view)>& is_theirs) {
  std::vector<OpenHelp> deeds;
  for (const std::size_t i : book.with_deeds()) {
    const HelpView each = book.help(i);
    if (!each.deed || !(each.by.empty() || book.canonical(each.by) == kMe)) continue;
    std::vector<std::string_view> with;
    for (const std::string_view handle : each.with) {
      const std::string_view who = book.canonical(handle);
      const bool is_new = std::ranges::find(with, who) == with.end();
      if (is_new && who != kMe && (!is_theirs || is_theirs(handle))) with.push_back(who);
    }
    if (!with.empty()) deeds.push_back({i, each.at, *each.deed, std::move(with)});
  }
  return deeds;
}

std::optional<When> even_since(const Book& book, std::string_view who, std::string_view kind) {
  const Evens evens(
      deeds_with(book, [&](std::string_view handle) { return book.canonical(handle) == who; }));
  const auto even = evens.all().find({who, kind});
  return even == evens.all().end() ? std::nullopt : std::optional(even->second);
}

std::vector<OpenHelp> open_help(std::vector<OpenHelp> deeds) {
  const Evens evens(deeds);
  for (OpenHelp& each : deeds) {
    std::erase_if(each.with, [&](std::string_view who) { return evens.has_settled(each, who); });
  }
  std::erase_if(deeds, [](const OpenHelp& each) { return each.deed.even || each.with.empty(); });
  return deeds;
}

std::vector<OpenHelp> open_help(const Book& book,
                                const std::function<bool(std::string_view)>& is_theirs) {
  return open_help(deeds_with(book, is_theirs));
}

std::vector<HelpSum> help_sums(const std::vector<OpenHelp>& help) {
  std::vector<HelpSum> sums;  // a few
  for (const OpenHelp& each : help) {
    const Amount amount = each.deed.amount.value_or(Amount{});
    auto sum = std::ranges::find_if(sums, [&](const HelpSum& one) {
      return one.unit == amount.unit && one.kind == each.deed.kind;
    });
    if (sum == sums.end()) {
      sum = sums.insert(sum, {.kind = std::string(each.deed.kind), .unit = amount.unit});
    }
    sum->last = std::max(sum->last, each.at.day);
    (each.deed.dir == "gave" ? sum->gave : sum->got) += amount.thousandths;
  }
  std::ranges::sort(sums, {}, [](const HelpSum& sum) { return std::tie(sum.kind, sum.unit); });
  return sums;
}

std::vector<Account> accounts_in(const Book& book,
                                 const std::function<bool(std::string_view)>& is_theirs) {
  std::vector<Account> accounts = accounts_of(book, deeds_with(book, is_theirs));
  if (!is_theirs) {
    std::erase_if(accounts, [&](const Account& one) { return is_archived(book, one.who); });
  }
  return accounts;
}

std::vector<Account> accounts_of(const Book& book, std::vector<OpenHelp> deeds) {
  std::vector<Account> accounts = split_by_person(open_help(std::move(deeds)));
  for (Account& account : accounts) sum_up(account, book);
  put_in_order(accounts);
  return accounts;
}

const OpenHelp* not_returned(const Account& account) {
  const auto found = std::ranges::find_if(
      account.help, [&](const OpenHelp& each) { return is_not_returned(each, account.sums); });
  return found == account.help.end() ? nullptr : &*found;
}

bool is_time_to_give(const Account& account, Day today) {
  if (account.leaning != Leaning::theirs || today < account.since + kLong) return false;
  return std::ranges::none_of(account.help, [&](const OpenHelp& each) {
    return each.deed.dir == "gave" && today < each.at.day + kLong;
  });
}

std::string how_to_give(std::string_view who) { return fmt::format("stead gave {} favour", who); }

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
  if (is_theirs) add_settled(report, book, is_theirs);
  for (Account& account : accounts_in(book, is_theirs)) {
    report.people.push_back(balance_of(book, std::move(account)));
    for (const Interaction& each : report.people.back().help) {
      for (const std::string& about : each.about) add_name(report.names, book, about);
      add_name(report.names, book, each.for_client);
    }
  }
  return report;
}

}  // namespace stead
