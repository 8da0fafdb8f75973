#include "stead/sort_by.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace stead;

TEST_CASE("a list sorted by a key is what a stable sort makes of it") {
  std::mt19937 random(7);
  for (std::size_t size = 0; size < 60; ++size) {
    std::vector<std::pair<unsigned, std::string>> list;
    for (std::size_t i = 0; i < size; ++i) {
      // Longer than what a text holds in itself, so that one moved from is empty.
      list.emplace_back(random() % (size + 1), std::string(40, 'x') + std::to_string(i));
    }
    auto expected = list;
    std::ranges::stable_sort(expected, {}, [](const auto& each) { return each.first; });
    sort_by(list, [](const auto& each) { return each.first; });
    CHECK(list == expected);
  }
}
