#include "stead/splice.h"

#include "stead/scanner.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace stead;

/// The list `text` with changes made to its elements.
std::string spliced(std::string_view text, const std::function<void(Splice&)>& change) {
  std::vector<Extent> items;
  Scanner scanner(text);
  scanner.array([&] {
    scanner.peek();
    const std::size_t begin = scanner.at();
    scanner.value();
    items.push_back({begin, scanner.at()});
  });
  Splice splice(text, {0, scanner.at()}, items);
  change(splice);
  EditedText out;
  splice.write(out);
  return out.joined();
}

}  // namespace

TEST_CASE("a list without changes is written as it was") {
  for (const std::string_view text : {"[]", "[ ]", "[\n]", "[1]", "[ 1 , 2\n,3 ]"}) {
    CHECK(spliced(text, [](Splice& splice) { CHECK_FALSE(splice.changes_something()); }) == text);
  }
}

TEST_CASE("items are replaced, removed and inserted, commas where they belong") {
  const std::string_view text = "[\n1,\n2,\n3\n]";
  CHECK(spliced(text, [](Splice& s) { s.replace(1, "two"); }) == "[\n1,\ntwo,\n3\n]");
  CHECK(spliced(text, [](Splice& s) { s.remove(0); }) == "[\n2,\n3\n]");
  CHECK(spliced(text, [](Splice& s) { s.remove(2); }) == "[\n1,\n2\n]");
  CHECK(spliced(text, [](Splice& s) {
          s.remove(0);
          s.remove(1);
          s.remove(2);
        }) == "[\n]");
  CHECK(spliced(text, [](Splice& s) { s.insert(0, "0"); }) == "[\n0,\n1,\n2,\n3\n]");
  CHECK(spliced(text, [](Splice& s) { s.insert(3, "4"); }) == "[\n1,\n2,\n3,\n4\n]");
  CHECK(spliced(text, [](Splice& s) {
          s.insert(1, "a");
          s.insert(1, "b");
          s.remove(1);
          s.replace(2, "c");
          s.insert(3, "d");
        }) == "[\n1,\na,\nb,\nc,\nd\n]");
}

TEST_CASE("an empty list takes its first item where its own layout wants it") {
  CHECK(spliced("[]", [](Splice& s) { s.insert(0, "1"); }) == "[1]");
  CHECK(spliced("[\n]", [](Splice& s) {
          s.insert(0, "1");
          s.insert(0, "2");
        }) == "[\n1,\n2\n]");
}

TEST_CASE("a new item is laid out as its neighbour, and blanks before commas stay") {
  CHECK(spliced("[\n    1,\n    2\n  ]", [](Splice& s) { s.insert(2, "3"); }) ==
        "[\n    1,\n    2,\n    3\n  ]");
  CHECK(spliced("[1 , 2 ,3]", [](Splice& s) { s.replace(1, "x"); }) == "[1 , x ,3]");
  CHECK(spliced("[1 , 2 ,3]", [](Splice& s) { s.insert(1, "x"); }) == "[1 , x, 2 ,3]");
  CHECK(spliced("[1 , 2 ,3]", [](Splice& s) { s.remove(1); }) == "[1 ,3]");
  CHECK(spliced("[\r\n1,\r\n2\r\n]", [](Splice& s) { s.insert(1, "x"); }) ==
        "[\r\n1,\r\nx,\r\n2\r\n]");
}

TEST_CASE("an edited text has its pieces in order and keeps what it was given") {
  EditedText text;
  text.view("one ");
  text.own(std::string("two "));
  text.view("");
  text.view("three");
  CHECK(text.views().size() == 3);
  CHECK(text.joined() == "one two three");
}
