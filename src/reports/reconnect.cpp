#include "reports/reconnect.h"

#include "reports/snoozed.h"
#include "stead/contact_times.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace stead {
namespace {

/// A contact that is to be met every so often.
struct InTouch {
  std::size_t index;
  Cadence cadence;
};

/// Those for whom a cadence is set, and those with whom the next contact is due by `last` as their
/// rhythm has it; nobody who is left alone today.
std::vector<InTouch> kept_in_touch(const Book& book, Day today, Day last) {
  const std::vector<Rule>& rules = book.me().rules;
  const std::vector<bool> may_be_set = may_have_cadence(book);
  const Rhythms rhythms(book, today);
  std::vector<InTouch> kept;
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    auto rhythm = rhythms.of(i);
    if (rhythm && last < add(rhythm->last_week, rhythm->every)) rhythm.reset();
    if (!rhythm && !may_be_set[i]) continue;
    const Contact& contact = book.contact(i);
    if (contact.archived || contact.id == "me" || is_snoozed(contact.snoozed, "reconnect", today))
      continue;
    if (const auto cadence = set_cadence_of(contact, rules)) {
      kept.push_back({i, *cadence});
    } else if (rhythm && !contact.is_org()) {
      kept.push_back({i, learned(*rhythm, contact)});
    }
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
                      .cadence = cadence};
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
  const std::vector<InTouch> kept = kept_in_touch(book, today, due.last);
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
