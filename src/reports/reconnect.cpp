#include "reports/reconnect.h"

#include "stead/contact_times.h"
#include "stead/record.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>

namespace stead {
namespace {

struct Cadence {
  Span every;
  std::optional<Span> at_most;
};

/// What the contact itself says, else the first rule for one of its tags.
std::optional<Cadence> cadence_of(const Contact& contact, const std::vector<Rule>& rules) {
  if (contact.every) return Cadence{*contact.every, contact.at_most};
  for (const Rule& rule : rules) {
    if (!rule.every || !contact.has_tag(rule.tag)) continue;
    return Cadence{*rule.every, contact.at_most ? contact.at_most : rule.at_most};
  }
  return std::nullopt;
}

bool is_snoozed(const Contact& contact, Day today) {
  return std::ranges::any_of(contact.snoozed, [&](const auto& snoozed) {
    return snoozed.first == "reconnect" && today < snoozed.second;
  });
}

/// Could the record's contact have a cadence? Most have none and need not be read.
bool may_have_cadence(std::string_view record, const std::vector<Rule>& rules) {
  return may_hold(record, "\"every\"") || std::ranges::any_of(rules, [&](const Rule& rule) {
           return rule.every && may_hold(record, rule.tag);
         });
}

/// A contact that is to be met every so often.
struct InTouch {
  std::size_t index;
  Cadence cadence;
};

/// All of them, but those that are left alone today.
std::vector<InTouch> kept_in_touch(const Book& book, Day today) {
  const std::vector<Rule>& rules = book.me().rules;
  std::vector<InTouch> kept;
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    if (!may_have_cadence(book.record(Collection::contacts, i), rules)) continue;
    const Contact& contact = book.contact(i);
    if (contact.archived || contact.id == "me" || is_snoozed(contact, today)) continue;
    if (const auto cadence = cadence_of(contact, rules)) kept.push_back({i, *cadence});
  }
  return kept;
}

Reconnect reconnect_with(const Contact& contact, const Cadence& cadence,
                         const std::optional<When>& last, Day today) {
  Reconnect reconnect{.who = contact.id,
                      .name = contact.name,
                      .phone = contact.phone.empty() ? "" : contact.phone.front(),
                      .last = last,
                      .due = {},
                      .every = cadence.every};
  if (!last) return reconnect;
  reconnect.due = add(last->day, cadence.every);
  reconnect.days_quiet = static_cast<int>((today - last->day).count());
  const Day latest =
      cadence.at_most ? add(last->day, *cadence.at_most) : add(last->day, cadence.every, 2);
  reconnect.urgent = latest < today;
  return reconnect;
}

}  // namespace

std::vector<Reconnect> reconnect_in(const Book& book, Day today, Period due) {
  const std::vector<InTouch> kept = kept_in_touch(book, today);
  std::vector<std::size_t> indices;
  std::ranges::transform(kept, std::back_inserter(indices), &InTouch::index);
  const LastContacts last(book, indices);
  std::vector<Reconnect> all;
  for (const InTouch& one : kept) {
    Reconnect reconnect =
        reconnect_with(book.contact(one.index), one.cadence, last.with(one.index), today);
    if (!reconnect.due || due.contains(*reconnect.due)) all.push_back(std::move(reconnect));
  }
  sort_by(all, [](const Reconnect& one) {
    return std::tuple(!one.urgent, one.last ? one.last->day : kLastDay, fold(one.name));
  });
  return all;
}

}  // namespace stead
