#include "stead/promise_list.h"

#include "reports/others_client.h"
#include "stead/sort_by.h"

#include <algorithm>
#include <tuple>

namespace stead {
namespace {

using Stage = ListedPromise::Stage;

Stage stage_of(const Promise& promise, const Now& now) {
  if (!promise.is_open()) return Stage::closed;
  if (!promise.due) return Stage::undated;
  if (is_late(promise, now)) return Stage::late;
  if (promise.due->day == now.today) return Stage::today;
  return promise.due->day < monday_of(now.today) + Days{7} ? Stage::this_week : Stage::later;
}

bool is_wanted(const ListedPromise& listed, const PromiseListRequest& request) {
  using Side = PromiseListRequest::Side;
  const Promise& promise = listed.promise;
  if (request.side != Side::both && promise.is_mine() != (request.side == Side::mine)) return false;
  if (request.due && !(promise.due && request.due->contains(promise.due->day))) return false;
  const bool was_late = listed.timing && !listed.timing->on_time;
  if (request.late && listed.stage != Stage::late && !was_late) return false;
  return !request.filter || request.filter(promise);
}

ListedPromise row_of(const Book& book, const Now& now, Promise promise) {
  ListedPromise listed;
  listed.stage = stage_of(promise, now);
  if (listed.stage == Stage::late) {
    listed.days_late = static_cast<int>((now.today - promise.due->day).count());
  }
  listed.timing = timing_at_end(promise);
  listed.told = telling_of(promise);
  listed.needs_telling = needs_telling(promise, now);
  listed.who = book.name_of(promise.other_side());
  if (!promise.is_follow_up() && !promise.for_whom.empty()) {
    const Contact* who = book.contact(promise.other_side());
    listed.for_whom = book.name_of(promise.for_whom);
    listed.for_their_org = who != nullptr && !who->org.empty() &&
                           book.canonical(who->org) == book.canonical(promise.for_whom);
  }
  if (const Contact* client = client_of_another(book, promise)) {
    listed.owner = book.canonical(client->client_of);
    listed.owner_name = book.name_of(client->client_of);
  }
  listed.promise = std::move(promise);
  return listed;
}

/// What comes first: by section, then by date; closed ones with the newest first.
auto place_in_list(const ListedPromise& listed) {
  const Promise& promise = listed.promise;
  const std::optional<When>& date = listed.stage == Stage::closed ? promise.closed : promise.due;
  const auto days = date ? date->day.time_since_epoch().count() : 0;
  const int minute = date && date->time ? date->time->minute : -1;
  const int direction = listed.stage == Stage::closed ? -1 : 1;
  return std::tuple(listed.stage, direction * days, direction * minute);
}

}  // namespace

std::size_t PromiseList::count() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      promises, [](const ListedPromise& each) { return !each.promise.is_follow_up(); }));
}

PromiseList promise_list_report(const Book& book, const Now& now,
                                const PromiseListRequest& request) {
  PromiseList list{.today = now.today, .closed = request.closed};
  list.narrowed = request.filter || request.due || request.late;
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
    if (book.promise_state(i).is_open() == request.closed) continue;
    ListedPromise each = row_of(book, now, book.promise(i));
    if (is_wanted(each, request)) list.promises.push_back(std::move(each));
  }
  sort_by(list.promises, place_in_list);
  list.side = request.side;
  if (request.closed) list.sums = promise_sums(book, now, request.filter);
  list.sums_have_more = list.sums && (request.due || request.late);
  return list;
}

}  // namespace stead
