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

TEST_CASE("what was told after a promise was closed does not decide whether it was on time") {
  const Promise put_off = moved(due_on("2026-08-07"), "2026-08-06", "2026-08-20");
  CHECK(timing_of(kept_on(put_off, "2026-08-05")) == Timing{true, -2});
  CHECK(due_that_counts(kept_on(put_off, "2026-08-05")) == on("2026-08-07"));
  const Promise nearer = moved(due_on("2026-08-20"), "2026-08-06", "2026-08-04");
  CHECK(timing_of(kept_on(nearer, "2026-08-05")) == Timing{true, -15});
  CHECK(timing_of(kept_on(nearer, "2026-08-07")) == Timing{false, 3});
  // On the day itself the new date is in force.
  CHECK(due_that_counts(kept_on(put_off, "2026-08-06")) == on("2026-08-20"));
  CHECK(due_that_counts(kept_on(moved(due_on("2026-08-07"), "2026-08-06T11:00+02:00", "2026-08-20"),
                                "2026-08-06T10:00+02:00")) == on("2026-08-07"));
  Promise dated = moved(Promise{}, "2026-08-06", "2026-08-20");
  CHECK_FALSE(timing_of(kept_on(dated, "2026-08-05")));
}

TEST_CASE("a promise that was released or broken after its date was late then") {
  Promise ended = kept_on(due_on("2026-08-07"), "2026-08-09");
  for (const char* status : {"released", "broken"}) {
    ended.status = status;
    CHECK(timing_at_end(ended) == Timing{false, 2});
    CHECK_FALSE(timing_of(ended));
  }
  CHECK_FALSE(timing_at_end(due_on("2026-08-07")));
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

TEST_CASE("what was told is in order of time, each with the date in force until then") {
  Promise promise = due_on("2026-08-20");
  promise.told = {
      {.on = on("2026-08-09"), .text = "b", .due_was = on("2026-08-10"), .due = on("2026-08-20")},
      {.on = on("2026-08-08T09:00+02:00"),
       .text = "a2",
       .due_was = on("2026-08-07"),
       .due = on("2026-08-10")},
      {.on = on("2026-08-08"), .text = "a1", .due_was = {}, .due = {}}};
  const std::vector<ToldStep> steps = told_in_order(promise);
  REQUIRE(steps.size() == 3);
  CHECK(steps[0].told.text == "a1");
  CHECK(steps[0].due_then == on("2026-08-07"));
  CHECK_FALSE(steps[0].is_in_time());
  CHECK(steps[1].told.text == "a2");
  CHECK(steps[1].due_then == on("2026-08-07"));
  CHECK(steps[2].told.text == "b");
  CHECK(steps[2].due_then == on("2026-08-10"));
  CHECK(steps[2].is_in_time());
  CHECK(days_moved(steps[0].told) == std::nullopt);
  CHECK(days_moved(steps[2].told) == 10);
}

TEST_CASE("the other side has to be told of what is late, broken or moved") {
  const Now now = at("2026-08-10T10:00+02:00");
  CHECK(needs_telling(due_on("2026-08-09"), now));
  CHECK_FALSE(needs_telling(due_on("2026-08-10"), now));
  CHECK(needs_telling(moved(due_on("2026-08-09"), "2026-08-07", "2026-08-20"), now));
  CHECK(needs_telling(kept_on(due_on("2026-08-07"), "2026-08-08"), now));
  const Promise dated = moved(Promise{}, "2026-08-05", "2026-08-20");
  CHECK_FALSE(needs_telling(dated, now));
  CHECK(moves_of(dated) == Moves{});
  Promise taken = due_on("2026-08-20");
  taken.told.push_back({.on = on("2026-08-06"), .text = "", .due_was = taken.due, .due = {}});
  taken.due.reset();
  CHECK(needs_telling(taken, now));
  CHECK_FALSE(needs_telling(kept_on(due_on("2026-08-07"), "2026-08-07"), now));
  Promise ended = kept_on(due_on("2026-08-07"), "2026-08-09");
  ended.status = "broken";
  CHECK(needs_telling(ended, now));
  ended.status = "released";
  CHECK(needs_telling(ended, now));
  ended.closed = on("2026-08-07");
  CHECK_FALSE(needs_telling(ended, now));
  Promise follow_up = due_on("2026-08-07");
  follow_up.to = "me";
  CHECK_FALSE(needs_telling(follow_up, now));
}

TEST_CASE("a series comes on the same day of each month, or on the last of a shorter one") {
  // Each as a calendar on the wall has it.
  const std::vector<const char*> by_month{"2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30",
                                          "2027-05-31", "2027-06-30", "2027-07-31", "2027-08-31",
                                          "2027-09-30", "2027-10-31", "2027-11-30", "2027-12-31",
                                          "2028-01-31", "2028-02-29", "2028-03-31"};
  const std::vector<const char*> by_year{"2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28",
                                         "2028-02-29"};
  const std::vector<const char*> by_quarter{"2027-11-30", "2028-02-29", "2028-05-30", "2028-08-30"};
  const std::vector<const char*> by_fortnight{"2028-02-15", "2028-02-29", "2028-03-14"};
  using Unit = Span::Unit;
  for (const auto& [span, days] : {std::pair(Span{1, Unit::month}, by_month),
                                   {Span{1, Unit::year}, by_year},
                                   {Span{3, Unit::month}, by_quarter},
                                   {Span{2, Unit::week}, by_fortnight}}) {
    Promise each = due_on(days.front());
    each.every = span;
    each.first_due = day_from(days.front());
    for (std::size_t i = 1; i < days.size(); ++i) {
      // A date that was moved, near or far, does not move the series.
      if (i % 2 == 0) each = moved(each, "2024-01-01", i % 4 == 0 ? "2024-01-02" : "2030-01-01");
      each = *next_of_series(kept_on(each, "2027-02-02"));
      CHECK(each.due == on(days[i]));
      CHECK(each.first_due == day_from(days.front()));
    }
  }
}
