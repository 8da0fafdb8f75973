#include "reports/handle_set.h"

#include <algorithm>

namespace stead {

std::vector<std::size_t> HandleSet::holding(const Book& book, Collection collection) const {
  std::vector<std::size_t> records;
  for (const std::string_view handle : handles_) {
    // As far as it looks the same in JSON.
    const std::string_view front = handle.substr(0, handle.find_first_of("\"\\"));
    const std::vector<std::size_t> some = book.holding(collection, front);
    records.insert(records.end(), some.begin(), some.end());
  }
  std::ranges::sort(records);
  records.erase(std::unique(records.begin(), records.end()), records.end());
  return records;
}

}  // namespace stead
