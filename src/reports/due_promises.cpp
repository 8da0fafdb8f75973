#include "reports/due_promises.h"

#include "reports/others_client.h"
#include "stead/sort_by.h"

#include <tuple>

namespace stead {
namespace {

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
          .is_told_of_due = is_told_of_due(promise)};
}

/// Is it the owner's business again, because my cover of a client of theirs is over?
bool is_given_back(const Book& book, const Promise& promise, Day today) {
  const Contact* client = client_of_another(book, promise);
  return client != nullptr && is_cover_over(book, *client, today);
}

}  // namespace

std::vector<DuePromise> promises_due(const Book& book, const Now& now, Period due) {
  std::vector<DuePromise> promises;
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
    const PromiseState& state = book.promise_state(i);
    if (!state.is_open() || !state.due || !due.contains(state.due->day)) continue;
    const Promise promise = book.promise(i);
    if (is_given_back(book, promise, now.today)) continue;
    promises.push_back(due_promise(book, promise, now));
  }
  sort_by(promises, [](const DuePromise& promise) {
    return std::tuple(promise.due.day, promise.due.instant());
  });
  return promises;
}

}  // namespace stead
