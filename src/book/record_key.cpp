#include "book/record_key.h"

#include "stead/scanner.h"
#include "stead/time.h"

#include <cstring>

namespace stead {
namespace {

// Members of a record that is known to have no escapes, as stead-book(5) writes them.

/// Takes `front`, if it is there. (Compared by memcmp with a length that the compiler knows:
/// `starts_with` would be a call.)
template <std::size_t size>
bool take(std::string_view& record, const char (&front)[size]) {
  constexpr std::size_t kLength = size - 1;
  if (record.size() < kLength || std::memcmp(record.data(), front, kLength) != 0) return false;
  record.remove_prefix(kLength);
  return true;
}

/// Takes `front` and the text that follows it, with its closing quote; an empty view where
/// something else is there.
template <std::size_t size>
std::string_view take_text(std::string_view& record, const char (&front)[size]) {
  std::string_view rest = record;
  if (!take(rest, front)) return {};
  const std::size_t end = rest.find('"');
  if (end == std::string_view::npos) return {};
  record = rest.substr(end + 1);
  return rest.substr(0, end);
}

/// Takes `front` and the list of handles that follows it, if they are there. False where the list
/// is laid out otherwise.
template <std::size_t size>
bool take_handles(std::string_view& record, const char (&front)[size],
                  std::vector<std::string_view>& handles) {
  handles.clear();
  if (!take(record, front)) return true;
  std::string_view handle = take_text(record, "[\"");
  while (!handle.empty()) {
    handles.push_back(handle);
    handle = take_text(record, ",\"");
  }
  return take(record, "]");
}

/// Is nothing left but the text, and a deed of plain members?
bool is_last_text(std::string_view rest) {
  if (rest == "}") return true;
  if (take_text(rest, ",\"text\":\"").empty()) return false;
  if (rest == "}") return true;
  return take(rest, ",\"deed\":{") && rest.find('}') + 2 == rest.size() && rest.back() == '}';
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
  const std::string_view id = take_text(rest, "{\"id\":\"");
  const bool is_plain = !id.empty() && id.find('\\') == std::string_view::npos;
  return is_plain ? id : key_of(text, record, decoded).id;
}

std::string_view time_of(std::string_view text, Extent record, std::deque<std::string>& decoded) {
  const std::string_view whole = record.of(text);
  std::string_view rest = whole;
  const bool has_id = !take_text(rest, "{\"id\":\"").empty();
  const std::string_view at = take_text(rest, ",\"at\":\"");
  const std::string_view taken = whole.substr(0, whole.size() - rest.size());
  const bool is_plain = has_id && !at.empty() && taken.find('\\') == std::string_view::npos;
  return is_plain ? at : key_of(text, record, decoded).at;
}

bool read_as_written(std::string_view record, Meeting& meeting) {
  if (record.find('\\') != std::string_view::npos) return false;
  if (take_text(record, "{\"id\":\"").empty()) return false;
  const auto at = when_from(take_text(record, ",\"at\":\""));
  if (!at) return false;
  meeting.at = *at;
  if (!take_handles(record, ",\"with\":", meeting.with)) return false;
  if (!take_handles(record, ",\"about\":", meeting.about)) return false;
  meeting.for_client = take_text(record, ",\"for\":\"");
  meeting.via = take_text(record, ",\"via\":\"");
  meeting.from = take_text(record, ",\"from\":\"");
  meeting.needs_reply = false;
  meeting.by = {};
  return is_last_text(record);
}

}  // namespace stead
