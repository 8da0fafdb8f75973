#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace stead {

/// Whether, of the keys that `keys` points to, that at `a` comes before that at `b`.
using KeyBefore = bool (*)(const void* keys, std::size_t a, std::size_t b);

/// The indices of `count` keys in the order of the keys. Those of equal keys stay in theirs.
std::vector<std::size_t> sorted_indices(std::size_t count, const void* keys, KeyBefore before);

/// Sorts a list by the key of each element, for keys that take long: each is made once. What is
/// equal stays in its order.
template <typename Element, typename KeyOf>
void sort_by(std::vector<Element>& list, KeyOf key_of) {
  if (list.size() < 2) return;
  // Indices are sorted, by code that is the same for all types: there are dozens of them.
  using KeyList = std::vector<decltype(key_of(list.front()))>;
  KeyList keys;
  keys.reserve(list.size());
  for (const Element& element : list) keys.push_back(key_of(element));
  const auto before = [](const void* all, std::size_t a, std::size_t b) {
    return (*static_cast<const KeyList*>(all))[a] < (*static_cast<const KeyList*>(all))[b];
  };
  // In place, ring after ring of those that take each other's: a second list may be of megabytes.
  std::vector<std::size_t> sources = sorted_indices(list.size(), &keys, before);
  for (std::size_t begin = 0; begin < list.size(); ++begin) {
    if (sources[begin] == begin) continue;
    Element first = std::move(list[begin]);
    std::size_t place = begin;
    for (std::size_t source = sources[place]; source != begin; source = sources[place]) {
      list[place] = std::move(list[source]);
      sources[place] = place;
      place = source;
    }
    list[place] = std::move(first);
    sources[place] = place;
  }
}

}  // namespace stead
