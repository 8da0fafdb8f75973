#include "reports/due_promises.h"

#include "reports/nudge_sources.h"
#include "reports/others_client.h"
#include "stead/periods.h"
#include "stead/sort_by.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace stead {
namespace {

/// The absence that takes the whole of a day, on which nobody leaves or comes back.
const Absence* absence_all_day(const Contact& me, Day day) {
  const auto found = std::ranges::find_if(me.away, [day](const Absence& absence) {
    const bool leaves = absence.from.time && absence.from.day == day;
    const bool comes_back = absence.to && absence.to->time && absence.to->day == day;
    return absence.contains(day) && !leaves && !comes_back;
  });
  return found == me.away.end() ? nullptr : &*found;
}

/// See `DuePromise::before_leaving`.
std::optional<Day> before_leaving(const Contact& me, Day due, Day today) {
  const Absence* away = due < today ? nullptr : absence_all_day(me, due);
  if (away == nullptr) return std::nullopt;
  Day last = due;
  for (; away != nullptr; away = absence_all_day(me, last)) {  // one may follow on another
    const Day first = away->from.day;
    if (first < today || (first == today && !away->from.time)) return due;
    last = away->from.time ? first : first - kDay;
  }
  return last;
}

/// The last day on which something may be due for which the last day before I go is in the period.
Day last_day_away(const Contact& me, Period period) {
  Day last = period.last;
  if (me.away.empty()) return last;
  std::vector<Period> away;
  for (const Absence& absence : me.away) {
    away.push_back({absence.from.day, absence.to ? absence.to->day : kLastDay});
  }
  for (const Period& days : joined(std::move(away))) {
    if (days.first - kDay <= period.last) last = std::max(last, days.last);
  }
  return last;
}

DuePromise due_promise(const Book& book, const Promise& promise, const Now& now) {
  const bool mine = book.canonical(promise.by) == "me";
  const bool follow_up = mine && book.canonical(promise.to) == "me";
  const std::string& other = follow_up ? promise.for_whom : mine ? promise.to : promise.by;
  const bool late = is_late(promise, now);
  return {.id = promise.id,
          .text = promise.text,
          .mine = mine,
          .follow_up = follow_up,
          .who = std::string(book.canonical(other)),
          .name = other.empty() ? "" : book.name_of(other),
          .for_whom = follow_up ? "" : std::string(book.canonical(promise.for_whom)),
          .due = *promise.due,
          .late = late,
          .days_late = late ? static_cast<int>((now.today - promise.due->day).count()) : 0,
          .told = telling_of(promise),
          .is_told_of_due = is_told_of_due(promise),
          .before_leaving =
              mine ? before_leaving(book.me(), promise.due->day, now.today) : std::nullopt,
          .asked = false};
}

/// Whoever was spoken to just now has been asked for what is late.
void note_who_was_asked(std::vector<DuePromise>& promises, const Book& book, Day today) {
  constexpr Days kJustNow{2};
  std::optional<std::set<std::string>> met;
  for (DuePromise& promise : promises) {
    if (promise.mine || !promise.late) continue;
    if (!met) met = met_since(book, today - kJustNow);
    promise.asked = met->contains(promise.who);
  }
}

/// Is it the owner's business again, because my cover of a client of theirs is over?
bool is_given_back(const Book& book, const Promise& promise, Day today) {
  const Contact* client = client_of_another(book, promise);
  return client != nullptr && is_cover_over(book, *client, today);
}

}  // namespace

std::vector<DuePromise> promises_due(const Book& book, const Now& now, Period due) {
  std::vector<DuePromise> promises;
  const Day last_due = last_day_away(book.me(), due);
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
    const PromiseState& state = book.promise_state(i);
    if (!state.is_open() || !state.due || state.due->day < due.first) continue;
    if (last_due < state.due->day) continue;
    const Promise promise = book.promise(i);
    if (is_given_back(book, promise, now.today)) continue;
    DuePromise found = due_promise(book, promise, now);
    if (due.contains(found.due.day) || due.contains(found.best_by())) {
      promises.push_back(std::move(found));
    }
  }
  note_who_was_asked(promises, book, now.today);
  sort_by(promises, [](const DuePromise& promise) {
    return std::tuple(promise.due.day, promise.due.instant());
  });
  return promises;
}

}  // namespace stead
