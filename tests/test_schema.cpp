#include "stead/model.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

// The model, the JSON Schema and the manual say the same of every field.

namespace {

using namespace stead;
using Json = nlohmann::ordered_json;

std::string file_text(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

const std::filesystem::path kSource = STEAD_SOURCE_DIR;
const std::filesystem::path kSchema = "schema/stead-book.schema.json";

/// The name of a type in the schema and in the manual.
std::string name_of(Type type) {
  switch (type) {
    case Type::handle: return "handle";
    case Type::id: return "id";
    case Type::text: return "text";
    case Type::word: return "word";
    case Type::flag: return "flag";
    case Type::number: return "number";
    case Type::day: return "day";
    case Type::when: return "when";
    case Type::year_day: return "yearday";
    case Type::span: return "span";
    case Type::work: return "work";
    case Type::amount: return "amount";
    case Type::hours: return "hours";
    case Type::object: return "object";
    case Type::texts: return "texts";
    case Type::days: return "days";
    case Type::values: return "values";
  }
  return "";
}

template <typename Value>
constexpr bool kIsList = false;
template <typename Element>
constexpr bool kIsList<std::vector<Element>> = true;
template <typename Value>
constexpr bool kIsList<std::vector<std::pair<std::string, Value>>> = false;

/// All that is said of a field, in one line, as the model has it.
std::string line_of(const FieldSpec& field, bool is_list) {
  std::string line = std::string(field.name) + ':';
  if (is_list) line += " list of";
  line += ' ' + name_of(field.type);
  if (!field.words.empty()) line += " (" + std::string(field.words) + ')';
  if (field.type == Type::number) {
    line += ' ' + std::to_string(field.least) + '-' + std::to_string(field.most);
  }
  if (field.required) line += " required";
  return line;
}

template <typename Record>
std::vector<std::string> lines_of_model() {
  std::vector<std::string> lines;
  const Record record;
  each_field<Record>([&](const FieldSpec& field, auto member) {
    lines.push_back(line_of(field, kIsList<std::remove_cvref_t<decltype(record.*member)>>));
  });
  return lines;
}

/// The same as the schema has it.
std::vector<std::string> lines_of_schema(const std::string& object) {
  constexpr std::string_view kDefs = "#/$defs/";
  const Json schema = Json::parse(file_text(kSource / kSchema));
  const Json& definition = schema.at("$defs").at(object);
  const Json& defs = schema.at("$defs");
  CHECK_FALSE(definition.contains("additionalProperties"));
  std::vector<std::string> lines;
  for (const auto& [name, property] : definition.at("properties").items()) {
    CHECK(property.at("description").get<std::string>().size() > 3);
    const bool is_list = property.contains("items");
    const Json& core = is_list ? property.at("items") : property;
    std::string line = name + ':' + (is_list ? " list of" : "");
    if (core.contains("$ref")) {
      const std::string type = core.at("$ref").get<std::string>().substr(kDefs.size());
      REQUIRE(defs.contains(type));
      line += ' ' + (defs.at(type).contains("properties") ? "object" : type);
    } else if (core.contains("enum")) {
      line += " word (";
      for (const Json& word : core.at("enum")) {
        line += (line.back() == '(' ? "" : " ") + word.get<std::string>();
      }
      line += ')';
    } else {
      CHECK(core.at("type") == "integer");
      line += " number " + core.at("minimum").dump() + '-' + core.at("maximum").dump();
    }
    const Json& required = definition.at("required");
    if (std::find(required.begin(), required.end(), name) != required.end()) line += " required";
    lines.push_back(line);
  }
  return lines;
}

/// The fields under each heading of the manual: what they are called, their type and their keys.
std::map<std::string, std::vector<std::string>> tables_of_manual() {
  std::map<std::string, std::vector<std::string>> tables;
  std::istringstream manual(file_text(kSource / "man/stead-book.5"));
  std::vector<std::string>* table = nullptr;
  for (std::string line; std::getline(manual, line);) {
    if (line.starts_with(".Sh ") || line.starts_with(".Ss ")) {
      table = &tables[line.substr(4)];
    } else if (line.starts_with(".It Ic ")) {
      std::string field = line.substr(7);
      field.replace(field.find(" Ar "), 4, ": ");
      table->push_back(field);
    } else if (line == "Required." || line == "Key.") {
      table->back() += line == "Key." ? " key" : " required";
    }
  }
  return tables;
}

std::string manual_type(const FieldSpec& field, bool is_list) {
  switch (field.type) {
    case Type::texts: return "object of text";
    case Type::days: return "object of day";
    case Type::values: return "object";
    default: return (is_list ? "list of " : "") + name_of(field.type);
  }
}

template <typename Record>
std::vector<std::string> manual_lines_of_model() {
  std::vector<std::string> lines;
  const Record record;
  each_field<Record>([&](const FieldSpec& field, auto member) {
    const bool is_list = kIsList<std::remove_cvref_t<decltype(record.*member)>>;
    lines.push_back(std::string(field.name) + ": " + manual_type(field, is_list) +
                    (field.required ? " required" : "") + (field.key ? " key" : ""));
  });
  return lines;
}

/// What is wrong with a value by the schema, as far as ours uses schemas; nothing where it is
/// right.
std::string invalid(const Json& schema, const Json& root, const Json& value) {
  if (schema.contains("$ref")) {
    const Json::json_pointer pointer(schema.at("$ref").get<std::string>().substr(1));
    if (std::string fault = invalid(root.at(pointer), root, value); !fault.empty()) return fault;
  }
  if (schema.contains("const") && value != schema.at("const")) return value.dump() + " is another";
  if (schema.contains("enum")) {
    const Json& words = schema.at("enum");
    if (std::find(words.begin(), words.end(), value) == words.end())
      return value.dump() + " is no choice";
  }
  const std::string type = schema.value("type", "");
  if (type == "object" && !value.is_object()) return value.dump() + " is no object";
  if (type == "array" && !value.is_array()) return value.dump() + " is no array";
  if (type == "string" && !value.is_string()) return value.dump() + " is no string";
  if (type == "integer" && !value.is_number_integer()) return value.dump() + " is no integer";
  if (schema.contains("minimum") && value < schema.at("minimum"))
    return value.dump() + " is too small";
  if (schema.contains("maximum") && value > schema.at("maximum"))
    return value.dump() + " is too large";
  if (schema.contains("pattern") &&
      !std::regex_search(value.get<std::string>(),
                         std::regex(schema.at("pattern").get<std::string>()))) {
    return value.dump() + " is not of the form";
  }
  for (const Json& name : schema.value("required", Json::array())) {
    if (!value.contains(name)) return name.get<std::string>() + " is missing";
  }
  for (const auto& element : value.is_array() && schema.contains("items") ? value : Json::array()) {
    if (std::string fault = invalid(schema.at("items"), root, element); !fault.empty())
      return fault;
  }
  if (!value.is_object()) return "";
  const Json properties = schema.value("properties", Json::object());
  for (const auto& [name, member] : value.items()) {
    const Json others = schema.value("additionalProperties", Json::object());
    std::string fault =
        invalid(properties.contains(name) ? properties.at(name) : others, root, member);
    if (!fault.empty()) return name + ": " + fault;
  }
  return "";
}

std::string invalid(const std::string& book) {
  const Json schema = Json::parse(file_text(kSource / kSchema));
  return invalid(schema, schema, Json::parse(book));
}

}  // namespace

TEST_CASE("the schema has the fields of the model, in their order and with their types") {
  CHECK(lines_of_schema("contact") == lines_of_model<Contact>());
  CHECK(lines_of_schema("promise") == lines_of_model<Promise>());
  CHECK(lines_of_schema("interaction") == lines_of_model<Interaction>());
  CHECK(lines_of_schema("past") == lines_of_model<PastOrg>());
  CHECK(lines_of_schema("dates") == lines_of_model<YearlyDate>());
  CHECK(lines_of_schema("away") == lines_of_model<Absence>());
  CHECK(lines_of_schema("cover") == lines_of_model<Cover>());
  CHECK(lines_of_schema("heard") == lines_of_model<Heard>());
  CHECK(lines_of_schema("origin") == lines_of_model<Origin>());
  CHECK(lines_of_schema("rules") == lines_of_model<Rule>());
  CHECK(lines_of_schema("told") == lines_of_model<Told>());
  CHECK(lines_of_schema("parts") == lines_of_model<Part>());
  CHECK(lines_of_schema("deed") == lines_of_model<Deed>());
}

TEST_CASE("the manual has the fields of the model, in their order and with their types") {
  auto tables = tables_of_manual();
  CHECK(tables["CONTACTS"] == manual_lines_of_model<Contact>());
  CHECK(tables["PROMISES"] == manual_lines_of_model<Promise>());
  CHECK(tables["INTERACTIONS"] == manual_lines_of_model<Interaction>());
  CHECK(tables["An element of past"] == manual_lines_of_model<PastOrg>());
  CHECK(tables["An element of dates"] == manual_lines_of_model<YearlyDate>());
  CHECK(tables["An element of away"] == manual_lines_of_model<Absence>());
  CHECK(tables["An element of cover"] == manual_lines_of_model<Cover>());
  CHECK(tables["An element of heard"] == manual_lines_of_model<Heard>());
  CHECK(tables["The object origin"] == manual_lines_of_model<Origin>());
  CHECK(tables["An element of rules"] == manual_lines_of_model<Rule>());
  CHECK(tables["An element of told"] == manual_lines_of_model<Told>());
  CHECK(tables["An element of parts"] == manual_lines_of_model<Part>());
  CHECK(tables["The object deed"] == manual_lines_of_model<Deed>());
}

TEST_CASE(
    "the example of the manual is valid by the schema, and what it says of its values holds") {
  const std::string manual = file_text(kSource / "man/stead-book.5");
  const std::size_t begin = manual.find(".Bd -literal\n{") + 13;
  const std::string book = manual.substr(begin, manual.find(".Ed", begin) - begin);
  CHECK(invalid(book) == "");
  const auto with = [&](const std::string& what, const std::string& other) {
    std::string changed = book;
    REQUIRE(changed.find(what) != std::string::npos);
    return changed.replace(changed.find(what), what.size(), other);
  };
  CHECK(invalid(with("\"x-desk\":12", "\"x-desk\":[null]")) == "");
  CHECK(invalid(with("\"stead\": 1", "\"stead\": 2")) == "stead: 2 is another");
  CHECK(invalid(with("\"kind\":\"org\"", "\"kind\":\"firm\"")) ==
        "contacts: kind: \"firm\" is no choice");
  CHECK(invalid(with("\"2026-08-03\"", "\"soon\"")) ==
        "promises: made: \"soon\" is not of the form");
  CHECK(invalid(with("\"name\":\"Jan Hale\",", "")) == "contacts: name is missing");
}

TEST_CASE("the example of the specification is valid by the schema") {
  const std::filesystem::path fields = kSource / "../shared/book-fields.md";
  if (!std::filesystem::exists(fields)) {
    MESSAGE("left out: no ../shared here");
    return;
  }
  const std::string text = file_text(fields);
  const std::size_t begin = text.find("```json\n{") + 8;
  CHECK(invalid(text.substr(begin, text.find("```", begin) - begin)) == "");
}
