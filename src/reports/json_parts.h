#pragma once

#include "stead/absences.h"
#include "stead/interaction.h"
#include "stead/promise_sums.h"
#include "stead/subject.h"
#include "stead/time.h"

#include <nlohmann/json.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

// Parts that the JSON of several reports has. Only sources that write JSON include this.

namespace stead {

using Json = nlohmann::ordered_json;

/// What a member of an object gets: looked at where it is, and moved from where it is a Json of its
/// own. It lives no longer than the expression that it stands in.
class JsonPart {
 public:
  JsonPart(std::nullptr_t) : value_(nullptr) {}
  JsonPart(bool value) : value_(value) {}
  template <std::integral Number>
  JsonPart(Number value)
      : value_(
            static_cast<std::conditional_t<std::is_signed_v<Number>, std::int64_t, std::uint64_t>>(
                value)) {}
  JsonPart(double value) : value_(value) {}
  JsonPart(const char* text) : value_(std::string_view(text)) {}
  JsonPart(std::string_view text) : value_(text) {}
  JsonPart(const std::string& text) : value_(std::string_view(text)) {}
  JsonPart(const std::vector<std::string>& texts) : value_(&texts) {}
  JsonPart(const Json& json) : value_(&json) {}
  JsonPart(Json&& json) : value_(&json) {}
  /// Null where there is none.
  template <typename Value>
  JsonPart(const std::optional<Value>& value) : JsonPart(value ? JsonPart(*value) : nullptr) {}

  Json json() const;

 private:
  std::variant<std::nullptr_t, bool, std::int64_t, std::uint64_t, double, std::string_view,
               const std::vector<std::string>*, const Json*, Json*>
      value_;
};

struct JsonMember {
  const char* key;
  JsonPart value;
};

/// An object of these members, in this order: `object({{"id", id}, {"name", name}})`. The library's
/// own lists in braces do the same in four times the instructions.
Json object(std::initializer_list<JsonMember> members);

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
