#include "reports/handle_set.h"

#include "stead/record.h"

#include <algorithm>
#include <cstring>

namespace stead {

bool HandleSet::may_be_in(std::string_view record) const {
  return std::ranges::any_of(handles_,
                             [&](const std::string& handle) {
                               return ::memmem(record.data(), record.size(), handle.data(),
                                               handle.size()) != nullptr;
                             }) ||
         find_hidden(record) < record.size();
}

}  // namespace stead
