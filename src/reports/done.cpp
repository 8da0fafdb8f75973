#include "reports/done.h"

#include "stead/record.h"
#include "stead/sort_by.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

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
                       .about = {},
                       .about_names = {},
                       .text = interaction.text};
  for (const std::string& handle : interaction.with) {
    done.with.emplace_back(book.canonical(handle));
    done.names.push_back(book.name_of(handle));
  }
  if (interaction.deed) {
    done.deed = interaction.deed->even ? "even" : interaction.deed->kind;
    done.gave = interaction.deed->dir == "gave";
    for (const std::string& handle : interaction.about) {
      done.about.emplace_back(book.canonical(handle));
      done.about_names.push_back(book.name_of(handle));
    }
  }
  return done;
}

/// Adds what was given or got, between the owner and others.
void count_help(Done& done, const DoneInteraction& added) {
  if (added.deed.empty() || added.deed == "even" || !added.by.empty()) return;
  ++(added.gave ? done.gave : done.got);
}

void add_interactions(Done& done, const Book& book, const Now& now) {
  std::set<std::string> people;
  std::map<Day, std::size_t> contacts_on;
  std::vector<Waiting> questions;
  book.newest_first([&](const Talk& talk) {
    if (talk.at.day < done.period.first) return false;
    if (!done.period.contains(talk.at.day)) return true;
    Interaction interaction = book.interaction(talk.index);
    std::ranges::move(questions_of(book, interaction, talk.index), std::back_inserter(questions));
    done.interactions.push_back(told(book, std::move(interaction)));
    const DoneInteraction& added = done.interactions.back();
    count_help(done, added);
    if (!added.by.empty() || added.via == "note") return true;
    ++done.contacts;
    ++contacts_on[talk.at.day];
    people.insert(added.with.begin(), added.with.end());
    return true;
  });
  std::ranges::reverse(done.interactions);
  done.people = people.size();
  for (const auto& [day, contacts] : contacts_on) done.contact_days.push_back({day, contacts});
  std::ranges::reverse(questions);
  done.replies = sums_of(replies_to(book, now, questions), WorkingTime(book.me(), now));
}

std::vector<std::string> names_of(const Book& book, const std::vector<std::string>& handles) {
  std::vector<std::string> names;
  for (const std::string& handle : handles) names.push_back(book.name_of(handle));
  return names;
}

/// Work came of a referral long after that: all of them are looked at.
void add_won(Done& done, const Book& book) {
  for (const std::size_t i : book.with_deeds()) {
    if (!may_hold(book.record(Collection::interactions, i), "won")) continue;
    const Interaction interaction = book.interaction(i);
    if (!interaction.deed || interaction.deed->outcome != "won") continue;
    if (!name_of_other(book, interaction.by).empty()) continue;
    const std::optional<Day> on = interaction.deed->outcome_on;
    if (!on || !done.period.contains(*on)) continue;
    done.won.push_back({.id = interaction.id,
                        .on = *on,
                        .gave = interaction.deed->dir == "gave",
                        .about = names_of(book, interaction.about),
                        .with = names_of(book, interaction.with)});
  }
  sort_by(done.won, [](const WonReferral& won) { return won.on; });
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

std::size_t happened_in(const Done& done) {
  return done.interactions.size() + done.kept.size() + done.ended.size() + done.won.size();
}

Done done_in(const Book& book, const Now& now, Period period) {
  Done done{.period = period,
            .interactions = {},
            .kept = {},
            .ended = {},
            .contacts = 0,
            .people = 0,
            .contact_days = {},
            .replies = {},
            .gave = 0,
            .got = 0,
            .won = {}};
  add_interactions(done, book, now);
  add_closed(done, book);
  add_won(done, book);
  return done;
}

}  // namespace stead
