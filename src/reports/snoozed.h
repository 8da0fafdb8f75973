#pragma once

#include "stead/field_spec.h"
#include "stead/time.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace stead {

/// The day until which a kind of nudge is to be quiet, as a record has it in `snoozed`; nothing
/// where it is not, today.
inline std::optional<Day> quiet_until(const NamedDays& snoozed, std::string_view kind, Day today) {
  const auto found = std::ranges::find_if(
      snoozed, [&](const auto& one) { return one.first == kind && today < one.second; });
  return found == snoozed.end() ? std::nullopt : std::optional(found->second);
}

/// Is a kind of nudge to be quiet today?
inline bool is_snoozed(const NamedDays& snoozed, std::string_view kind, Day today) {
  return quiet_until(snoozed, kind, today).has_value();
}

}  // namespace stead
