#include "book/record_key.h"

#include "stead/scanner.h"

namespace stead {
namespace {

/// Takes `front` and the string without escapes that follows it; an empty view where `text` is
/// another one.
std::string_view take_plain(std::string_view& text, std::string_view front) {
  if (!text.starts_with(front)) return {};
  const std::string_view rest = text.substr(front.size());
  const std::string_view value = rest.substr(0, rest.find('"'));
  if (value.size() == rest.size() || value.find('\\') != std::string_view::npos) return {};
  text = rest.substr(value.size());
  return value;
}

}  // namespace

RecordKey key_of(std::string_view text, Extent record, std::deque<std::string>& decoded) {
  RecordKey result;
  Scanner scanner(text.substr(0, record.end), record.begin);
  scanner.object([&](const JsonString& key) {
    std::string_view* member = key == "id"     ? &result.id
                               : key == "made" ? &result.made
                               : key == "at"   ? &result.at
                                               : nullptr;
    if (member == nullptr || scanner.peek() != '"') {
      scanner.value();
      return;
    }
    const JsonString value = scanner.string();
    *member = value.escaped ? decoded.emplace_back(value.value()) : value.raw;
  });
  return result;
}

std::string_view id_of(std::string_view text, Extent record, std::deque<std::string>& decoded) {
  std::string_view rest = record.of(text);
  const std::string_view id = take_plain(rest, "{\"id\":\"");
  return id.empty() ? key_of(text, record, decoded).id : id;
}

std::string_view time_of(std::string_view text, Extent record, std::deque<std::string>& decoded) {
  std::string_view rest = record.of(text);
  const std::string_view id = take_plain(rest, "{\"id\":\"");
  const std::string_view at = id.empty() ? id : take_plain(rest, "\",\"at\":\"");
  return at.empty() ? key_of(text, record, decoded).at : at;
}

}  // namespace stead
