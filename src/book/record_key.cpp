#include "book/record_key.h"

#include "book/find_any.h"
#include "stead/scanner.h"
#include "stead/time.h"

#include <cstring>
#include <utility>

namespace stead {
namespace {

// Members as stead-book(5) writes them, without escapes.

// Those that take are short, and are called for each member of a hundred thousand records: a call
// would cost as much as what it does.

/// Takes `front`, if it is there. (Compared by memcmp with a length that the compiler knows:
/// `starts_with` would be a call.)
template <std::size_t size>
[[gnu::always_inline]] inline bool take(std::string_view& record, const char (&front)[size]) {
  constexpr std::size_t kLength = size - 1;
  if (record.size() < kLength || std::memcmp(record.data(), front, kLength) != 0) return false;
  record.remove_prefix(kLength);
  return true;
}

/// Takes `front` and the text that follows it, with its closing quote; an empty view where
/// something else is there, an empty text or one with an escape.
template <std::size_t size>
[[gnu::always_inline]] inline std::string_view take_text(std::string_view& record,
                                                         const char (&front)[size]) {
  std::string_view rest = record;
  if (!take(rest, front)) return {};
  const std::size_t end = find_any<'"', '\\'>(rest, 0);
  if (end == 0 || end == rest.size() || rest[end] != '"') return {};
  record = rest.substr(end + 1);
  return rest.substr(0, end);
}

/// Takes `front` and the list of handles that follows it, if they are there. False where the list
/// is laid out otherwise.
template <std::size_t size>
[[gnu::always_inline]] inline bool take_handles(std::string_view& record, const char (&front)[size],
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

/// Takes `front` and the list of texts that follows it, if they are there. False where the list is
/// laid out otherwise.
template <std::size_t size>
bool skip_texts(std::string_view& record, const char (&front)[size]) {
  if (!take(record, front)) return true;
  for (bool more = !take_text(record, "[\"").empty(); more;) {
    more = !take_text(record, ",\"").empty();
  }
  return take(record, "]");
}

/// Is nothing left but the text, and a deed of plain members? Takes both, and says what is the
/// deed.
bool is_last_text(std::string_view rest, std::string_view& deed) {
  deed = {};
  if (rest == "}") return true;
  if (take(rest, ",\"text\":\"")) {
    const std::size_t end = rest.find('"');
    if (end == 0 || end == std::string_view::npos || rest[end - 1] == '\\') return false;
    rest.remove_prefix(end + 1);
    if (rest == "}") return true;
  }
  if (!take(rest, ",\"deed\":") || !rest.starts_with('{')) return false;
  if (rest.find('}') + 2 != rest.size() || rest.back() != '}') return false;
  deed = rest.substr(0, rest.size() - 1);
  return true;
}

/// Reads a deed.
bool read_as_written(std::string_view json, DeedView& deed) {
  deed.kind = take_text(json, "{\"kind\":\"");
  deed.dir = take_text(json, ",\"dir\":\"");
  if (deed.kind.empty() || (deed.dir != "gave" && deed.dir != "got")) return false;
  const std::string_view amount = take_text(json, ",\"amount\":\"");
  deed.amount = amount_from(amount);
  deed.unasked = take(json, ",\"unasked\":true");
  deed.even = take(json, ",\"even\":true");
  take_text(json, ",\"outcome\":\"");
  take_text(json, ",\"outcome_on\":\"");
  const std::string_view thanked = take_text(json, ",\"thanked\":\"");
  deed.thanked = day_from(thanked);
  return json == "}" && deed.amount.has_value() != amount.empty() &&
         deed.thanked.has_value() != thanked.empty();
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
  return !id.empty() ? id : key_of(text, record, decoded).id;
}

std::string_view time_as_written(std::string_view record) {
  const bool has_id = !take_text(record, "{\"id\":\"").empty();
  return has_id ? take_text(record, ",\"at\":\"") : std::string_view();
}

std::string_view time_of(std::string_view text, Extent record, std::deque<std::string>& decoded) {
  const std::string_view at = time_as_written(record.of(text));
  return !at.empty() ? at : key_of(text, record, decoded).at;
}

std::optional<std::string_view> name_as_written(std::string_view record) {
  if (take_text(record, "{\"id\":\"").empty()) return std::nullopt;
  const std::string_view name = take_text(record, ",\"name\":\"");
  return name.empty() ? std::nullopt : std::optional(name);
}

std::optional<std::string_view> org_as_written(std::string_view record) {
  if (take_text(record, "{\"id\":\"").empty()) return std::nullopt;
  if (take_text(record, ",\"name\":\"").empty()) return std::nullopt;
  take_text(record, ",\"kind\":\"");
  if (!skip_texts(record, ",\"aliases\":") || !skip_texts(record, ",\"was\":")) return std::nullopt;
  const std::string_view org = take_text(record, ",\"org\":\"");
  return org.empty() ? std::nullopt : std::optional(org);
}

bool read_as_written(std::string_view record, Meeting& meeting, TimeReader& times) {
  if (take_text(record, "{\"id\":\"").empty()) return false;
  const auto at = times.read(take_text(record, ",\"at\":\""));
  if (!at) return false;
  meeting.at = *at;
  if (!take_handles(record, ",\"with\":", meeting.with)) return false;
  if (!take_handles(record, ",\"about\":", meeting.about)) return false;
  meeting.for_client = take_text(record, ",\"for\":\"");
  meeting.via = take_text(record, ",\"via\":\"");
  meeting.from = take_text(record, ",\"from\":\"");
  meeting.needs_reply = take(record, ",\"needs_reply\":true");
  take(record, ",\"urgent\":true");
  meeting.went = take_text(record, ",\"went\":\"");
  meeting.by = take_text(record, ",\"by\":\"");
  const bool is_from_one = meeting.from.empty() || meeting.from == "me" || meeting.from == "them";
  const bool is_known = meeting.went.empty() || meeting.went == "well" || meeting.went == "badly";
  return is_from_one && is_known && is_last_text(record, meeting.deed);
}

bool read_as_written(std::string_view record, HelpView& help, TimeReader& times) {
  Meeting meeting;
  if (!read_as_written(record, meeting, times)) return false;
  help.at = meeting.at;
  help.with = std::move(meeting.with);
  help.by = meeting.by;
  if (meeting.deed.empty()) return true;
  return read_as_written(meeting.deed, help.deed.emplace());
}

bool read_as_written(std::string_view record, PromiseState& state) {
  if (take_text(record, "{\"id\":\"").empty()) return false;
  take_text(record, ",\"by\":\"");
  take_text(record, ",\"to\":\"");
  take_text(record, ",\"for\":\"");
  take_text(record, ",\"text\":\"");
  take_text(record, ",\"made\":\"");
  const std::string_view due = take_text(record, ",\"due\":\"");
  state.due = when_from(due);
  take_text(record, ",\"every\":\"");
  take_text(record, ",\"first_due\":\"");
  take_text(record, ",\"after\":\"");
  state.status = take_text(record, ",\"status\":\"");
  const std::string_view closed = take_text(record, ",\"closed\":\"");
  state.closed = when_from(closed);
  take_text(record, ",\"done_by\":\"");
  return record == "}" && state.due.has_value() != due.empty() &&
         state.closed.has_value() != closed.empty();
}

}  // namespace stead
