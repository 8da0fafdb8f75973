#include "harness.h"

#include "stead/book.h"

#include <doctest/doctest.h>

using stead::test::Harness;
using stead::test::Result;

TEST_CASE("init --sample begins a book of somebody who is made up") {
  Harness stead;
  const Result result = stead.run("init --sample");
  CHECK(result ==
        Result{0, "A sample practice, Jan Hale's, is at " + stead.book_path().string() + ".\n",
               "hint: look around: stead weekly; stead list; stead who covers acme\n"});
  const std::string text = stead.book();
  const stead::Book book = stead::Book::strict(text, "book.json");
  CHECK(book.me().name == "Jan Hale");
  CHECK(stead.run("check").status == 0);
}

TEST_CASE("nothing in the sample stands in the way of a first promise to Ana, or one of Bo's") {
  Harness stead;
  stead.run("init --sample -q");
  CHECK(stead.run("promise ana migration estimate --by fri") ==
        Result{0, "You promised Ana Ruiz (Acme Dental): migration estimate, due Fri 2026-08-07.\n",
               ""});
  CHECK(stead.run("tell ana \"needs two days more\" --by tue --now 2026-08-06T10:00") ==
        Result{0,
               "Told Ana Ruiz (Acme Dental) in time: needs two days more. migration estimate,\n"
               "now due Tue 2026-08-11, was Fri 2026-08-07.\n",
               ""});
  CHECK(stead.run("undo -q").status == 0);
  // The nearest Tuesday is before that Friday, and is taken as it was said.
  CHECK(stead.run("tell ana \"needs two days more\" --by tue") ==
        Result{0,
               "Told Ana Ruiz (Acme Dental) in time: needs two days more. migration estimate,\n"
               "now due Tue 2026-08-04, earlier than Fri 2026-08-07.\n",
               "hint: if a later day is meant: stead undo, then --by 2026-08-11\n"});
  CHECK(stead.run("keep ana").status == 0);
  CHECK(stead.run("promise --from bo VPN credentials --by wed") ==
        Result{0, "Bo Lind promised you: VPN credentials, due Wed 2026-08-05.\n", ""});
}

TEST_CASE("init --sample does not touch a book that is there") {
  Harness stead("mine\n");
  CHECK(stead.run("init --sample").status != 0);
  CHECK(stead.book() == "mine\n");
}

TEST_CASE("the sample is Jan Hale's: no other owner can be named") {
  Harness stead;
  const Result result = stead.run("init --sample \"Ana Ruiz\"");
  CHECK(result.status == 2);
  CHECK(result.out == "");
}
