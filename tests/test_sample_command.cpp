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
