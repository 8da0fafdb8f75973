#pragma once

#include "stead/absences.h"
#include "stead/interaction.h"
#include "stead/promise_sums.h"
#include "stead/subject.h"
#include "stead/time.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

// Parts that the JSON of several reports has. Only sources that write JSON include this.

namespace stead {

using Json = nlohmann::ordered_json;

/// The value as the book writes it, or null.
template <typename Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(to_string(*value)) : Json(nullptr);
}

/// The text, or null where it is empty.
Json text_or_null(const std::string& text);

/// A list with what `json_of_one` makes of each.
template <typename Things, typename JsonOf>
Json list_of(const Things& things, JsonOf json_of_one) {
  Json list = Json::array();
  for (const auto& thing : things) list.push_back(json_of_one(thing));
  return list;
}

/// `from` and `to`.
Json period_json(Period period);

/// `from`, `to` and `why`; `to` is null while no end is known.
Json absence_json(const Absence& absence);

/// The same, or null.
Json absence_json(const std::optional<Absence>& absence);

/// The members that every report of figures begins with: `schema`, `at`, `who`, `filter`, `from`
/// and `to`; stead-json(7).
Json head_json(const char* schema, Day today, const Subject& subject, Period period);

/// The counts of one side that reports take in: how promises were kept and ended, and who was told;
/// stead-json(7). Moves of dates are not in it.
Json counts_json(const SideSums& sums);

/// An interaction as a page of talks has it.
Json talk_json(const Interaction& talk);

}  // namespace stead
