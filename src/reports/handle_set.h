#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace stead {

/// Handles to look for in many records, most of which have none of them.
class HandleSet {
 public:
  bool empty() const { return handles_.empty(); }
  void add(std::string_view handle) { handles_.emplace(handle); }
  bool has(std::string_view handle) const { return handles_.contains(handle); }

  /// Can a record's text have one of the handles as a value? Where this says no, the record need
  /// not be read.
  bool may_be_in(std::string_view record) const;

 private:
  std::set<std::string, std::less<>> handles_;
};

}  // namespace stead
