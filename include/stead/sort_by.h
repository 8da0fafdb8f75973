#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace stead {

/// Sorts a list by the key of each element, for keys that take long: each is made once. What is
/// equal stays in its order.
template <typename Element, typename KeyOf>
void sort_by(std::vector<Element>& list, KeyOf key_of) {
  using Key = decltype(key_of(list.front()));
  std::vector<std::pair<Key, std::size_t>> order;
  order.reserve(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) order.emplace_back(key_of(list[i]), i);
  std::ranges::sort(order);
  std::vector<Element> sorted;
  sorted.reserve(list.size());
  for (const auto& [key, index] : order) sorted.push_back(std::move(list[index]));
  list = std::move(sorted);
}

}  // namespace stead
