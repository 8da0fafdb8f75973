#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace stead {

/// Handles to look for in many records, most of which have none of them.
class HandleSet {
 public:
  bool empty() const { return handles_.empty(); }
  void add(std::string_view handle) { handles_.emplace(handle); }
  bool has(std::string_view handle) const { return handles_.contains(std::string(handle)); }

  /// Can a record's text have one of the handles as a value? Where this says no, the record need
  /// not be read.
  bool may_be_in(std::string_view record) const;

 private:
  std::unordered_set<std::string> handles_;
};

}  // namespace stead
