#pragma once

#include "stead/nudge.h"

#include <nlohmann/json.hpp>

namespace stead {

/// A nudge as reports have it; stead-json(7).
nlohmann::ordered_json json_of(const Nudge& nudge);
nlohmann::ordered_json json_of(const std::vector<Nudge>& nudges);

}  // namespace stead
