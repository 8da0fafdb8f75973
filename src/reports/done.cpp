#include "reports/done.h"

#include "stead/sort_by.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace stead {
namespace {

std::string name_of_other(const Book& book, std::string_view handle) {
  return handle.empty() || book.canonical(handle) == "me" ? "" : book.name_of(handle);
}

DoneInteraction told(const Book& book, Interaction interaction) {
  DoneInteraction done{.id = interaction.id,
                       .at = interaction.at,
                       .with = {},
                       .names = {},
                       .via = interaction.via,
                       .from = interaction.from,
                       .by = name_of_other(book, interaction.by),
                       .deed = {},
                       .gave = false,
                       .text = interaction.text};
  for (const std::string& handle : interaction.with) {
    done.with.emplace_back(book.canonical(handle));
    done.names.push_back(book.name_of(handle));
  }
  if (interaction.deed) {
    done.deed = interaction.deed->even ? "even" : interaction.deed->kind;
    done.gave = interaction.deed->dir == "gave";
  }
  return done;
}

void add_interactions(Done& done, const Book& book) {
  std::set<std::string> people;
  std::map<Day, std::size_t> contacts_on;
  book.newest_first([&](const Talk& talk) {
    if (talk.at.day < done.period.first) return false;
    if (!done.period.contains(talk.at.day)) return true;
    done.interactions.push_back(told(book, book.interaction(talk.index)));
    const DoneInteraction& added = done.interactions.back();
    if (!added.by.empty() || added.via == "note") return true;
    ++done.contacts;
    ++contacts_on[talk.at.day];
    people.insert(added.with.begin(), added.with.end());
    return true;
  });
  std::ranges::reverse(done.interactions);
  done.people = people.size();
  for (const auto& [day, contacts] : contacts_on) done.contact_days.push_back({day, contacts});
}

ClosedPromise closed_promise(const Book& book, const Promise& promise) {
  const bool mine = book.canonical(promise.by) == "me";
  const bool follow_up = mine && book.canonical(promise.to) == "me";
  const std::string& other = follow_up ? promise.for_whom : mine ? promise.to : promise.by;
  return {.id = promise.id,
          .text = promise.text,
          .mine = mine,
          .follow_up = follow_up,
          .who = std::string(book.canonical(other)),
          .name = other.empty() ? "" : book.name_of(other),
          .closed = *promise.closed,
          .status = promise.status,
          .timing = timing_of(promise)};
}

void add_closed(Done& done, const Book& book) {
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
    const PromiseState& state = book.promise_state(i);
    if (state.is_open() || !state.closed) continue;
    if (!done.period.contains(state.closed->day)) continue;
    (state.status == "kept" ? done.kept : done.ended)
        .push_back(closed_promise(book, book.promise(i)));
  }
  for (auto* closed : {&done.kept, &done.ended}) {
    sort_by(*closed, [](const ClosedPromise& one) { return one.closed.day; });
  }
}

}  // namespace

Done done_in(const Book& book, Period period) {
  Done done{.period = period,
            .interactions = {},
            .kept = {},
            .ended = {},
            .contacts = 0,
            .people = 0,
            .contact_days = {}};
  add_interactions(done, book);
  add_closed(done, book);
  return done;
}

}  // namespace stead
