#include "book/record_key.h"

#include "stead/scanner.h"
#include "stead/time.h"

namespace stead {
namespace {

// Members of a record that is known to have no escapes, as stead-book(5) writes them.

/// Takes `front` and the text that follows it, with its closing quote; an empty view where
/// something else is there.
template <std::size_t size>
std::string_view take_text(std::string_view& record, const char (&front)[size]) {
  constexpr std::size_t kLength = size - 1;
  if (!record.starts_with(std::string_view(front, kLength))) return {};
  const std::size_t end = record.find('"', kLength);
  if (end == std::string_view::npos) return {};
  const std::string_view text = record.substr(kLength, end - kLength);
  record.remove_prefix(end + 1);
  return text;
}

/// Takes `front` and the list of handles that follows it, if they are there. False where the list
/// is laid out otherwise.
template <std::size_t size, typename Add>
bool take_handles(std::string_view& record, const char (&front)[size], Add add) {
  if (!record.starts_with(std::string_view(front, size - 1))) return true;
  record.remove_prefix(size - 1);
  std::string_view handle = take_text(record, "[\"");
  while (!handle.empty()) {
    add(handle);
    handle = take_text(record, ",\"");
  }
  const bool whole = record.starts_with(']');
  record.remove_prefix(whole ? 1 : 0);
  return whole;
}

/// Is nothing left but the text?
bool is_last_text(std::string_view rest) {
  if (rest == "}") return true;
  return !take_text(rest, ",\"text\":\"").empty() && rest == "}";
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
  std::string_view rest = record.of(text);
  const std::string_view id = take_text(rest, "{\"id\":\"");
  const std::string_view at = take_text(rest, ",\"at\":\"");
  const bool is_plain = !id.empty() && !at.empty() && id.find('\\') == std::string_view::npos &&
                        at.find('\\') == std::string_view::npos;
  return is_plain ? at : key_of(text, record, decoded).at;
}

bool read_as_written(std::string_view record, Meeting& meeting) {
  if (record.find('\\') != std::string_view::npos) return false;
  if (take_text(record, "{\"id\":\"").empty()) return false;
  const auto at = when_from(take_text(record, ",\"at\":\""));
  if (!at) return false;
  meeting = {.at = *at, .with = std::move(meeting.with)};
  meeting.with.clear();
  const auto add = [&](std::string_view handle) { meeting.with.push_back(handle); };
  if (!take_handles(record, ",\"with\":", add)) return false;
  if (!take_handles(record, ",\"about\":", [](std::string_view) {})) return false;
  take_text(record, ",\"for\":\"");
  meeting.via = take_text(record, ",\"via\":\"");
  meeting.from = take_text(record, ",\"from\":\"");
  return is_last_text(record);
}

}  // namespace stead
