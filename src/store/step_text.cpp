#include "store/step_text.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "stead/scanner.h"

namespace stead {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 3> kKinds{"done", "undone", "redone"};

Json json_of(const Change& change) {
  Json json{{"collection", name_of(change.collection)}, {"id", change.id}};
  if (change.before) json["before"] = *change.before;
  if (change.after) json["after"] = *change.after;
  if (change.before_follows) json["before_follows"] = *change.before_follows;
  if (change.after_follows) json["after_follows"] = *change.after_follows;
  return json;
}

std::optional<std::string> text_in(const Json& json, const char* key) {
  if (!json.contains(key)) return std::nullopt;
  return json[key].get<std::string>();
}

/// Is `text` an object with this id, and nothing around it?
bool is_record(const std::string& text, const std::string& id) {
  if (!text.starts_with('{') || !text.ends_with('}')) return false;
  try {
    std::string found;
    Scanner scanner(text);
    scanner.object([&](const JsonString& key) {
      if (key == "id" && scanner.peek() == '"') {
        found = scanner.string().value();
      } else {
        scanner.value();
      }
    });
    return scanner.at() == text.size() && found == id;
  } catch (const Fault&) {
    return false;
  }
}

std::optional<Change> change_from(const Json& json) {
  const auto collection =
      std::ranges::find(kCollections, json.at("collection").get<std::string>(), name_of);
  if (collection == kCollections.end()) return std::nullopt;
  Change change{*collection, json.at("id").get<std::string>(), text_in(json, "before"),
                text_in(json, "after")};
  change.before_follows = text_in(json, "before_follows");
  change.after_follows = text_in(json, "after_follows");
  for (const auto& record : {change.before, change.after}) {
    if (record && !is_record(*record, change.id)) return std::nullopt;
  }
  if (!change.before && !change.after) return std::nullopt;
  return change;
}

std::optional<Step> step_in(const Json& json) {
  const auto kind = std::ranges::find(kKinds, json.at("kind").get<std::string>());
  if (kind == kKinds.end()) return std::nullopt;
  Step step;
  step.id = json.at("id").get<std::string>();
  step.at = json.at("at").get<std::string>();
  step.words = json.at("words").get<std::vector<std::string>>();
  step.kind = static_cast<Step::Kind>(kind - kKinds.begin());
  step.of = text_in(json, "of").value_or("");
  step.before = json.at("before").get<std::string>();
  step.after = json.at("after").get<std::string>();
  step.text = text_in(json, "text");
  for (const Json& entry : json.at("changes")) {
    std::optional<Change> change = change_from(entry);
    if (!change) return std::nullopt;
    step.changes.push_back(std::move(*change));
  }
  return step;
}

}  // namespace

std::string to_line(const Step& step) {
  Json json{{"id", step.id}, {"at", step.at}, {"words", step.words}};
  json["kind"] = kKinds[static_cast<std::size_t>(step.kind)];
  if (!step.of.empty()) json["of"] = step.of;
  json["before"] = step.before;
  json["after"] = step.after;
  json["changes"] = Json::array();
  for (const Change& change : step.changes) json["changes"].push_back(json_of(change));
  if (step.text) json["text"] = *step.text;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::optional<Step> step_from(std::string_view line) {
  try {
    return step_in(Json::parse(line));
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace stead
