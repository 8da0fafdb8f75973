#include "exchange/packet_cover.h"

#include "stead/periods.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace stead {
namespace {

using CoverKey = std::tuple<std::optional<Day>, std::optional<Day>, std::vector<std::string>>;

CoverKey key_of(const Cover& cover) { return {cover.from, cover.to, cover.scope}; }

bool is_mine(const Book& book, const Cover& cover) { return book.canonical(cover.by) == "me"; }

/// Is the arrangement on a day of one of these periods, which are in order and apart?
bool meets(const Cover& cover, const std::vector<Period>& periods) {
  if (!cover.from || !cover.to) return false;
  const auto near = std::ranges::lower_bound(periods, *cover.from, {}, &Period::last);
  return near != periods.end() && near->first <= *cover.to;
}

bool has_cover_by(const Book& book, const Contact& contact, std::string_view who, Period period) {
  return std::ranges::any_of(contact.cover, [&](const Cover& cover) {
    return book.canonical(cover.by) == who && cover.from.value_or(kFirstDay) <= period.last &&
           period.first <= cover.to.value_or(kLastDay);
  });
}

/// Takes in what a packet says of my days for one client.
class CoverTaking {
 public:
  CoverTaking(const Book& book, Contact& client, std::vector<Cover>& said,
              const std::vector<Cover>& theirs, Day today)
      : book_(book), client_(client), said_(said), theirs_(theirs), today_(today) {
    for (const Cover& each : theirs) brought_.emplace(key_of(each), &each);
  }

  CoverTaken run(const std::vector<Period>& told) {
    sort_out(told);
    add_new();
    said_ = std::move(still_said_);
    return std::move(taken_);
  }

 private:
  bool is_said(const Cover& cover, const std::multimap<CoverKey, Cover>& said) const {
    const auto [first, last] = said.equal_range(key_of(cover));
    return std::any_of(first, last, [&](const auto& each) { return each.second == cover; });
  }

  /// Cuts what was said before and is not any more, and keeps the rest.
  void sort_out(const std::vector<Period>& told) {
    std::multimap<CoverKey, Cover> said;
    for (Cover& each : said_) said.emplace(key_of(each), std::move(each));
    std::vector<Period> gone;
    for (Cover& each : std::exchange(client_.cover, {})) {
      const auto same = brought_.find(key_of(each));
      const bool is_brought = is_mine(book_, each) && same != brought_.end();
      const bool was_said = is_mine(book_, each) && is_said(each, said);
      if (is_brought ? same->second->note == each.note : was_said) {
        if (!is_brought && meets(each, told)) {
          keep_what_is_not(told, each, gone);
          continue;
        }
        still_said_.push_back(each);
      }
      client_.cover.push_back(std::move(each));
    }
    taken_.withdrawn = without(joined(std::move(gone)), days_of_mine());
  }

  /// Of the arrangement, the days that are not in `told`; the others are `gone`.
  void keep_what_is_not(const std::vector<Period>& told, const Cover& cover,
                        std::vector<Period>& gone) {
    const std::vector<Period> whole{{*cover.from, *cover.to}};
    const std::vector<Period> kept = without(whole, told);
    std::ranges::move(without(whole, kept), std::back_inserter(gone));
    for (const Period& days : kept) {
      Cover part = cover;
      part.from = days.first;
      part.to = days.last;
      still_said_.push_back(part);
      client_.cover.push_back(std::move(part));
    }
  }

  /// The days on which I cover the client in the end.
  std::vector<Period> days_of_mine() const {
    std::vector<Period> days;
    for (const Cover& each : client_.cover) {
      if (!is_mine(book_, each)) continue;
      days.push_back({each.from.value_or(kFirstDay), each.to.value_or(kLastDay)});
    }
    for (const Cover& each : theirs_) days.push_back({*each.from, *each.to});
    return joined(std::move(days));
  }

  void add_new() {
    std::set<CoverKey> mine;
    for (const Cover& each : client_.cover) {
      if (is_mine(book_, each)) mine.insert(key_of(each));
    }
    const std::vector<Cover> earlier = client_.cover;
    std::vector<Period> added;
    for (Cover cover : theirs_) {
      if (!mine.insert(key_of(cover)).second) continue;
      added.push_back({*cover.from, *cover.to});
      cover.by = "me";
      taken_.is_my_yes = taken_.is_my_yes || !cover.agreed;
      if (!cover.agreed) cover.agreed = today_;
      if (!cover.briefed) cover.briefed = today_;
      still_said_.push_back(cover);
      client_.cover.push_back(std::move(cover));
    }
    if (added.empty()) return;
    client_.archived.reset();
    say_what_stays(earlier, joined(std::move(added)));
  }

  void say_what_stays(const std::vector<Cover>& earlier, const std::vector<Period>& added) {
    for (const Cover& each : earlier) {
      if (brought_.contains(key_of(each)) || !is_mine(book_, each) || !meets(each, added)) continue;
      taken_.stays.push_back(fmt::format(
          "{}: you cover it from {} to {} as well, as was said before; 'stead uncover {} me {}' "
          "ends that",
          client_.name, to_string(*each.from), to_string(*each.to), client_.id,
          typed({*each.from, *each.to})));
    }
  }

  const Book& book_;
  Contact& client_;
  std::vector<Cover>& said_;
  const std::vector<Cover>& theirs_;
  Day today_;
  std::map<CoverKey, const Cover*> brought_;
  std::vector<Cover> still_said_;
  CoverTaken taken_;
};

}  // namespace

Covered covered_by(const Book& book, std::string_view who, Period period) {
  Covered result;
  const bool all = has_cover_by(book, book.me(), who, period);
  for (const std::size_t i : book.holding(Collection::contacts, "\"client\"")) {
    const Contact& contact = book.contact(i);
    if (!contact.has_tag("client") || !contact.client_of.empty()) continue;
    if (!all && !has_cover_by(book, contact, who, period)) continue;
    result.clients.insert(contact.id);
    result.concerned.insert(contact.id);
    if (!contact.org.empty()) result.concerned.emplace(book.canonical(contact.org));
  }
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    const ContactNames names = book.names(i);
    if (!names.org.empty() && result.clients.contains(book.canonical(names.org))) {
      result.concerned.emplace(names.id);
    }
  }
  for (const std::size_t i : book.holding(Collection::contacts, "\"past\"")) {
    const Contact& contact = book.contact(i);
    const auto was_there_then = [&](const PastOrg& past) {
      return past.until.value_or(kLastDay) >= period.first &&
             result.clients.contains(book.canonical(past.org));
    };
    if (std::ranges::any_of(contact.past, was_there_then)) result.concerned.insert(contact.id);
  }
  result.concerned.erase("me");
  return result;
}

CoverTaken take_cover(const Book& book, Contact& client, std::vector<Cover>& said,
                      const std::vector<Cover>& theirs, const std::vector<Period>& told,
                      Day today) {
  return CoverTaking(book, client, said, theirs, today).run(told);
}

}  // namespace stead
