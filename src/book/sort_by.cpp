#include "stead/sort_by.h"

#include <algorithm>
#include <numeric>

namespace stead {

std::vector<std::size_t> sorted_indices(std::size_t count, const void* keys, KeyBefore before) {
  std::vector<std::size_t> indices(count);
  std::iota(indices.begin(), indices.end(), std::size_t{0});
  std::ranges::stable_sort(indices,
                           [&](std::size_t a, std::size_t b) { return before(keys, a, b); });
  return indices;
}

}  // namespace stead
