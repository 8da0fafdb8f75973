#include "stead/promise_sums.h"

#include "stead/promise_life.h"

#include <algorithm>

namespace stead {
namespace {

std::optional<double> median(std::vector<int> values) {
  if (values.empty()) return std::nullopt;
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  if (values.size() % 2 == 1) return values[half];
  return (values[half - 1] + values[half]) / 2.0;
}

/// Adds up the promises of one side.
class SideCounter {
 public:
  explicit SideCounter(const Now& now) : now_(now) {}

  void add(const Promise& promise) {
    add_ending(promise);
    if (needs_telling(promise, now_)) ++of_telling(telling_of(promise));
    for (const Told& told : promise.told) {
      if (!moves_the_date(told)) continue;
      ++sums_.moves;
      if (const auto days = days_moved(told)) days_.push_back(*days);
    }
  }

  SideSums sums() {
    for (const int days : days_) sums_.days_moved += days;
    sums_.median_days = median(days_);
    return sums_;
  }

 private:
  void add_ending(const Promise& promise) {
    if (promise.status == "kept") {
      ++of_timing(timing_of(promise));
    } else if (promise.status == "released") {
      const std::optional<Timing> timing = timing_at_end(promise);
      ++sums_.released;
      if (timing && !timing->on_time) ++sums_.released_late;
    } else if (promise.status == "broken") {
      ++sums_.broken;
    } else {
      ++sums_.open;
      if (is_late(promise, now_)) ++sums_.late;
    }
  }

  std::size_t& of_timing(const std::optional<Timing>& timing) {
    if (!timing) return sums_.kept_undated;
    if (!timing->on_time) return sums_.kept_late;
    return timing->days < 0 ? sums_.kept_early : sums_.kept_on_the_day;
  }

  std::size_t& of_telling(Telling telling) {
    switch (telling) {
      case Telling::in_time: return sums_.told_in_time;
      case Telling::late: return sums_.told_late;
      case Telling::never: break;
    }
    return sums_.never_told;
  }

  const Now& now_;
  SideSums sums_;
  std::vector<int> days_;
};

}  // namespace

SideSums sums_of(const std::vector<Promise>& promises, const Now& now) {
  SideCounter side(now);
  for (const Promise& promise : promises) {
    if (!promise.is_follow_up()) side.add(promise);
  }
  return side.sums();
}

PromiseSums promise_sums(const Book& book, const Now& now,
                         const std::function<bool(const Promise&)>& wanted) {
  SideCounter mine(now);
  SideCounter theirs(now);
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
    const Promise promise = book.promise(i);
    if (promise.is_follow_up() || (wanted && !wanted(promise))) continue;
    (promise.is_mine() ? mine : theirs).add(promise);
  }
  return {mine.sums(), theirs.sums()};
}

}  // namespace stead
