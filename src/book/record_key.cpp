#include "book/record_key.h"

#include "stead/scanner.h"
#include "stead/time.h"

namespace stead {
namespace {

/// Takes `front` and the string without escapes that follows it; an empty view where `text` is
/// another one.
inline std::string_view take_plain(std::string_view& text, std::string_view front) {
  if (!text.starts_with(front)) return {};
  const std::string_view rest = text.substr(front.size());
  const std::string_view value = rest.substr(0, rest.find('"'));
  if (value.size() == rest.size() || value.find('\\') != std::string_view::npos) return {};
  text = rest.substr(value.size());
  return value;
}

/// Takes `name` and the list of handles that follows it, if it is there. False where it cannot be
/// told.
bool take_handles(std::string_view& text, std::string_view name,
                  std::vector<std::string_view>& handles) {
  if (!text.starts_with(name)) return true;
  text.remove_prefix(name.size());
  for (std::string_view front = "[\""; !text.starts_with(']'); front = ",\"") {
    const std::string_view handle = take_plain(text, front);
    if (handle.empty()) return false;
    text.remove_prefix(1);
    handles.push_back(handle);
  }
  text.remove_prefix(1);
  return true;
}

/// Takes `front` and the text that follows it, if it is there.
inline std::string_view take_word(std::string_view& text, std::string_view front) {
  const std::string_view word = take_plain(text, front);
  if (!word.empty()) text.remove_prefix(1);
  return word;
}

/// Is this the last text of a record, without escapes?
bool is_last_text(std::string_view text) {
  constexpr std::string_view kText = ",\"text\":\"";
  if (text == "}") return true;
  return text.starts_with(kText) && text.ends_with("\"}") &&
         text.find('"', kText.size()) == text.size() - 2;
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

std::optional<Meeting> meeting_as_written(std::string_view record) {
  if (take_word(record, "{\"id\":\"").empty()) return std::nullopt;
  const auto at = when_from(take_word(record, ",\"at\":\""));
  if (!at) return std::nullopt;
  Meeting meeting{.at = *at, .with = {}, .via = {}, .from = {}, .needs_reply = false, .by = {}};
  std::vector<std::string_view> about;
  if (!take_handles(record, ",\"with\":", meeting.with)) return std::nullopt;
  if (!take_handles(record, ",\"about\":", about)) return std::nullopt;
  take_word(record, ",\"for\":\"");
  meeting.via = take_word(record, ",\"via\":\"");
  meeting.from = take_word(record, ",\"from\":\"");
  return is_last_text(record) ? std::optional(std::move(meeting)) : std::nullopt;
}

}  // namespace stead
