#include "reports/handle_set.h"

#include <algorithm>

namespace stead {

std::vector<std::size_t> HandleSet::holding(const Book& book, Collection collection) const {
  std::vector<std::size_t> records;
  for (const std::string& handle : handles_) {
    const std::vector<std::size_t> some = book.holding(collection, handle);
    records.insert(records.end(), some.begin(), some.end());
  }
  std::ranges::sort(records);
  records.erase(std::unique(records.begin(), records.end()), records.end());
  return records;
}

}  // namespace stead
