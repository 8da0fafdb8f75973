#pragma once

#include "stead/scanner.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// A second opinion on JSON text, by a parser that shares nothing with the scanner.
namespace stead::test {

using Json = nlohmann::ordered_json;

/// The value that the scanner sees at its place, for another parser to agree with.
inline Json taken(Scanner& scanner) {
  switch (scanner.peek()) {
    case '{': {
      Json object = Json::object();
      scanner.object([&](const JsonString& key) { object[key.value()] = taken(scanner); });
      return object;
    }
    case '[': {
      Json array = Json::array();
      scanner.array([&] { array.push_back(taken(scanner)); });
      return array;
    }
    case '"': return scanner.string().value();
    default: return Json::parse(scanner.value());
  }
}

/// What the scanner sees in a text; nothing where it refuses it, or a number is out of range.
inline std::optional<Json> scanned(std::string_view text) {
  try {
    Scanner scanner(text);
    Json json = taken(scanner);
    scanner.end();
    return json;
  } catch (const Fault&) {
    return std::nullopt;
  } catch (const Json::out_of_range&) {  // a number that only its text can hold
    return std::nullopt;
  }
}

/// What nlohmann reads, made as strict as we are: no duplicate keys, no NUL in a text.
inline std::optional<Json> parsed_by_another(std::string_view text) {
  if (!Json::accept(text)) return std::nullopt;  // without the price of an exception
  std::vector<std::set<std::string>> keys;
  bool strict = true;
  const auto watch = [&](int, Json::parse_event_t event, Json& value) {
    if (event == Json::parse_event_t::object_start) keys.emplace_back();
    if (event == Json::parse_event_t::object_end) keys.pop_back();
    if (event == Json::parse_event_t::key) {
      strict = strict && keys.back().insert(value.get<std::string>()).second;
    }
    const bool is_text = event == Json::parse_event_t::key ||
                         (event == Json::parse_event_t::value && value.is_string());
    if (is_text && value.get_ref<const std::string&>().find('\0') != std::string::npos) {
      strict = false;
    }
    return true;
  };
  try {
    Json json = Json::parse(text, watch);
    return strict ? std::optional(json) : std::nullopt;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace stead::test
