#include "exchange/packet_cover.h"

#include "stead/periods.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

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
  result.concerned.erase("me");
  return result;
}

std::vector<std::string> take_cover(const Book& book, Contact& client,
                                    const std::vector<Cover>& theirs, Day today) {
  std::set<CoverKey> mine;
  for (const Cover& each : client.cover) {
    if (is_mine(book, each)) mine.insert(key_of(each));
  }
  std::vector<Cover> earlier = client.cover;
  std::set<CoverKey> brought;
  std::vector<Period> added;
  for (Cover cover : theirs) {
    brought.insert(key_of(cover));
    if (!mine.insert(key_of(cover)).second) continue;
    added.push_back({*cover.from, *cover.to});
    cover.by = "me";
    if (!cover.agreed) cover.agreed = today;
    if (!cover.briefed) cover.briefed = today;
    client.cover.push_back(std::move(cover));
  }
  if (added.empty()) return {};
  client.archived.reset();
  added = joined(std::move(added));
  std::vector<std::string> stays;
  for (const Cover& each : earlier) {
    if (brought.contains(key_of(each)) || !is_mine(book, each) || !meets(each, added)) continue;
    stays.push_back(fmt::format(
        "{}: you cover it from {} to {} as well, as was said before; 'stead uncover {} me {}' ends "
        "that",
        client.name, to_string(*each.from), to_string(*each.to), client.id,
        typed({*each.from, *each.to})));
  }
  return stays;
}

}  // namespace stead
