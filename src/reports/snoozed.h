#pragma once

#include "stead/field_spec.h"
#include "stead/time.h"

#include <algorithm>
#include <string_view>

namespace stead {

/// Is a kind of nudge to be quiet today, as a record has it in `snoozed`?
inline bool is_snoozed(const NamedDays& snoozed, std::string_view kind, Day today) {
  return std::ranges::any_of(
      snoozed, [&](const auto& one) { return one.first == kind && today < one.second; });
}

}  // namespace stead
