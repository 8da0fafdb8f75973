#include "harness.h"

#include "stead/check.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace stead;
using stead::test::Harness;
using stead::test::Result;

/// What a day at work asks of the clock, and how many faults the book has after it.
void work_at(Harness& stead, const std::string& moment) {
  CAPTURE(moment);
  stead.environment["STEAD_NOW"] = moment;
  for (const char* line : {"log ana talked -q", "promise ana send the plan --by today -q",
                           "promise bo call again -q", "keep bo call -q", "away today -q"}) {
    const Result result = stead.run(std::string(line));
    CHECK_MESSAGE(result.status < 2, line << ": " << result.err);
  }
  for (const char* line : {"", "weekly", "promises", "timeline", "list", "show ana", "brief ana",
                           "history", "who covers acme", "search talked", "date fri"}) {
    const Result result = stead.run(std::string(line));
    CHECK_MESSAGE(result.status < 2, line << ": " << result.err);
  }
  CHECK(check(stead.book(), "book.json").faults() == 0);
}

}  // namespace

TEST_CASE("at any time that a clock may show, the book stays sound and is undone to the byte") {
  for (const char* moment : {"0001-01-01T00:00", "1969-12-31T23:59", "1970-01-01T00:00",
                             "2038-01-19T03:14", "2038-01-20T00:00", "9999-12-31T23:59"}) {
    Harness stead(stead::test::small_practice());
    work_at(stead, moment);
    for (int i = 0; i < 5; ++i) CHECK(stead.run("undo -q").status == 0);
    CHECK(stead.book() == stead::test::small_practice());
  }
}

TEST_CASE("a clock that jumps back changes neither which change was the last nor what it was") {
  Harness stead(stead::test::small_practice());
  stead.environment["STEAD_NOW"] = "2026-10-25T02:30+02:00";
  CHECK(stead.run("log ana first -q").status == 0);
  const std::string after_first = stead.book();
  // The same minute comes again when summer time ends; then somebody sets the clock to last year.
  for (const char* moment : {"2026-10-25T02:00+01:00", "2025-08-03T10:15+02:00"}) {
    CAPTURE(moment);
    stead.environment["STEAD_NOW"] = moment;
    CHECK(stead.run("log ana second -q").status == 0);
    CHECK(stead.run("log --amend 'the second' -q").status == 0);
    CHECK(stead.book().find("the second") != std::string::npos);
    CHECK(stead.book().find("\"first\"") != std::string::npos);
    CHECK(stead.run("undo -q").status == 0);
    CHECK(stead.run("undo -q").status == 0);
    CHECK(stead.book() == after_first);
  }
}
