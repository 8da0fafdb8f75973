#include "stead/promise_life.h"

#include <doctest/doctest.h>

namespace {

using namespace stead;

When on(const char* text) { return *when_from(text); }

Promise due_on(const char* due) {
  Promise promise{.id = "p", .by = "me", .to = "ana-ruiz", .text = "estimate"};
  promise.made = on("2026-08-01");
  promise.due = on(due);
  return promise;
}

Promise kept_on(Promise promise, const char* closed) {
  promise.status = "kept";
  promise.closed = on(closed);
  return promise;
}

/// The date is moved: told on a day, from one due date to another.
Promise moved(Promise promise, const char* told, const char* due) {
  promise.told.push_back({.on = on(told), .text = "later", .due_was = promise.due, .due = on(due)});
  promise.due = on(due);
  return promise;
}

Now at(const char* text) {
  const When when = on(text);
  return {when.day, *when.time, [](Day, int) { return 120; }};
}

}  // namespace

TEST_CASE("a promise is late from the end of its due day, or from its time") {
  const Promise by_day = due_on("2026-08-07");
  CHECK_FALSE(is_late(by_day, at("2026-08-07T23:59+02:00")));
  CHECK(is_late(by_day, at("2026-08-08T00:00+02:00")));
  const Promise by_time = due_on("2026-08-07T14:00+02:00");
  CHECK_FALSE(is_late(by_time, at("2026-08-07T14:00+02:00")));
  CHECK(is_late(by_time, at("2026-08-07T14:01+02:00")));
  CHECK_FALSE(is_late(kept_on(by_day, "2026-08-09"), at("2026-08-10T10:00+02:00")));
  CHECK_FALSE(is_late(Promise{}, at("2026-08-10T10:00+02:00")));
}

TEST_CASE("days early and late are counted to the due date that counts") {
  CHECK(timing_of(kept_on(due_on("2026-08-07"), "2026-08-05")) == Timing{true, -2});
  CHECK(timing_of(kept_on(due_on("2026-08-07"), "2026-08-07")) == Timing{true, 0});
  CHECK(timing_of(kept_on(due_on("2026-08-07"), "2026-08-10")) == Timing{false, 3});
  CHECK(timing_of(kept_on(due_on("2026-08-07T09:00+02:00"), "2026-08-07T10:00+02:00")) ==
        Timing{false, 0});
  // A day beside a time compares as a day.
  CHECK(timing_of(kept_on(due_on("2026-08-07T09:00+02:00"), "2026-08-07")) == Timing{true, 0});
  CHECK_FALSE(timing_of(due_on("2026-08-07")));
  Promise released = kept_on(due_on("2026-08-07"), "2026-08-05");
  released.status = "released";
  CHECK_FALSE(timing_of(released));
}

TEST_CASE("a date moved in time counts, one moved after it had passed does not") {
  const Promise in_time = moved(due_on("2026-08-07"), "2026-08-07", "2026-08-11");
  CHECK(due_that_counts(in_time) == on("2026-08-11"));
  CHECK(timing_of(kept_on(in_time, "2026-08-11")) == Timing{true, 0});
  const Promise too_late = moved(due_on("2026-08-07"), "2026-08-08", "2026-08-11");
  CHECK(due_that_counts(too_late) == on("2026-08-07"));
  CHECK(timing_of(kept_on(too_late, "2026-08-11")) == Timing{false, 4});
  // Once it had passed, no later date counts any more.
  CHECK(due_that_counts(moved(too_late, "2026-08-10", "2026-08-20")) == on("2026-08-07"));
  CHECK(original_due(moved(in_time, "2026-08-10", "2026-08-20")) == on("2026-08-07"));
}

TEST_CASE("a date that was taken away, or came later, is in force like any other") {
  Promise undated = due_on("2026-08-07");
  undated.told.push_back({.on = on("2026-08-05"), .text = "", .due_was = undated.due, .due = {}});
  undated.due = {};
  CHECK_FALSE(due_that_counts(undated));
  CHECK_FALSE(timing_of(kept_on(undated, "2026-09-01")));
  Promise dated = due_on("2026-08-11");
  dated.told.push_back({.on = on("2026-08-05"), .text = "", .due_was = {}, .due = dated.due});
  CHECK_FALSE(original_due(dated));
  CHECK(due_that_counts(dated) == on("2026-08-11"));
}

TEST_CASE("who was told by the due date was told in time") {
  CHECK(telling_of(due_on("2026-08-07")) == Telling::never);
  CHECK(telling_of(moved(due_on("2026-08-07"), "2026-08-07", "2026-08-11")) == Telling::in_time);
  CHECK(telling_of(moved(due_on("2026-08-07"), "2026-08-08", "2026-08-11")) == Telling::late);
  Promise kept_in_the_loop = due_on("2026-08-07");
  kept_in_the_loop.told.push_back({.on = on("2026-08-06"), .text = "on its way"});
  CHECK(telling_of(kept_in_the_loop) == Telling::in_time);
  kept_in_the_loop.told.front().on = on("2026-08-09");
  CHECK(telling_of(kept_in_the_loop) == Telling::late);
}

TEST_CASE("a series keeps to its first date") {
  Promise report = due_on("2027-01-31");
  report.every = Span{1, Span::Unit::month};
  report.first_due = day_from("2027-01-31");
  report.for_whom = "acme";
  Promise next = *next_of_series(kept_on(report, "2027-02-02"));
  Promise expected = report;
  expected.id = "";
  expected.made = on("2027-02-02");
  expected.due = on("2027-02-28");
  expected.after = "p";
  CHECK(next == expected);
  CHECK(next_of_series(next)->due == on("2027-03-31"));
}

TEST_CASE("the next of a series follows the date that one began with, even if it is past") {
  Promise report = due_on("2026-05-29");
  report.every = Span{1, Span::Unit::week};
  report.first_due = day_from("2026-05-01");
  report = moved(report, "2026-05-28", "2026-07-31");
  CHECK(next_of_series(kept_on(report, "2026-08-03"))->due == on("2026-06-05"));
  CHECK_FALSE(next_of_series(due_on("2026-08-07")));
  Promise at_the_end = due_on("9999-12-30");
  at_the_end.every = Span{1, Span::Unit::year};
  at_the_end.first_due = day_from("9999-12-30");
  CHECK(next_of_series(at_the_end)->due == on("9999-12-31"));
  at_the_end.due = on("9999-12-31");
  CHECK_FALSE(next_of_series(at_the_end));
}
