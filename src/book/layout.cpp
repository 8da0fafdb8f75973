#include "stead/layout.h"

#include "stead/scanner.h"

namespace stead {
namespace {

/// The JSON with no other blank outside of texts than `behind` every comma and colon.
std::string spaced(std::string_view json, std::string_view behind) {
  std::string out;
  bool in_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_text && c == '\\') out += json[i++];
    if (c == '"') in_text = !in_text;
    if (in_text || std::string_view(" \t\r\n").find(c) == std::string_view::npos) out += json[i];
    if (!in_text && (c == ',' || c == ':')) out += behind;
  }
  return out;
}

std::string in_a_line(std::string_view json) { return spaced(json, " "); }

bool is_list_of_objects(std::string_view value) {
  if (!value.starts_with('[')) return false;
  Scanner scanner(value, 1);
  return scanner.peek() == '{';
}

std::string element_a_line(std::string_view list) {
  std::string out = "[";
  const char* separator = "\n    ";
  Scanner scanner(list);
  scanner.array([&] {
    out += separator + in_a_line(scanner.value());
    separator = ",\n    ";
  });
  return out + "\n  ]";
}

}  // namespace

std::string laid_out(std::string_view record) {
  std::string out = "{";
  const char* separator = "\n  ";
  Scanner scanner(record);
  scanner.object([&](const JsonString& key) {
    const std::string_view value = scanner.value();
    out += separator + ('"' + std::string(key.raw)) +
           "\": " + (is_list_of_objects(value) ? element_a_line(value) : in_a_line(value));
    separator = ",\n  ";
  });
  return out + "\n}\n";
}

std::string on_one_line(std::string_view json) { return spaced(json, ""); }

}  // namespace stead
