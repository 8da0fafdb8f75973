#pragma once

#include "stead/book.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Handles to look for in many records, most of which have none of them.
class HandleSet {
 public:
  bool empty() const { return handles_.empty(); }
  void add(std::string_view handle) {
    handles_.emplace(handle);
    signs_ |= sign_of(handle);
  }
  bool has(std::string_view handle) const {
    return (signs_ & sign_of(handle)) != 0 && handles_.contains(handle);
  }

  /// The records that may have one of the handles as a value, in rising order; the others need not
  /// be read.
  std::vector<std::size_t> holding(const Book& book, Collection collection) const;

 private:
  /// A bit of 64, which tells most handles from the few that are here.
  static std::uint64_t sign_of(std::string_view handle) {
    if (handle.empty()) return 1;
    const auto sum = std::size_t{7} * handle.size() + std::size_t{3} * std::size_t(handle.back()) +
                     std::size_t(handle.front()) + std::size_t(handle[handle.size() / 2]);
    return std::uint64_t{1} << (sum % 64);
  }

  std::uint64_t signs_ = 0;
  std::set<std::string, std::less<>> handles_;
};

}  // namespace stead
