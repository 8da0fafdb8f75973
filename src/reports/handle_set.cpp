#include "reports/handle_set.h"

#include "stead/record.h"
#include "stead/text.h"

#include <algorithm>

namespace stead {

bool HandleSet::may_be_in(std::string_view record) const {
  const auto is_there = [&](const std::string& handle) {
    return find_part(record, handle) != std::string_view::npos;
  };
  return std::ranges::any_of(handles_, is_there) || find_hidden(record) < record.size();
}

}  // namespace stead
