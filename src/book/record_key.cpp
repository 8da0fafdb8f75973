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

constexpr char kText[] = ",\"text\":\"";

/// Is `front` there? (Compared by memcmp with a length that the compiler knows: `starts_with` would
/// be a call.)
template <std::size_t size>
[[gnu::always_inline]] inline bool begins(std::string_view record, const char (&front)[size]) {
  constexpr std::size_t kLength = size - 1;
  return record.size() >= kLength && std::memcmp(record.data(), front, kLength) == 0;
}

/// Takes `front`, if it is there.
template <std::size_t size>
[[gnu::always_inline]] inline bool take(std::string_view& record, const char (&front)[size]) {
  if (!begins(record, front)) return false;
  record = {record.data() + (size - 1), record.size() - (size - 1)};
  return true;
}

/// Takes `front` and the text that follows it, with its closing quote; an empty view where
/// something else is there, an empty text or one with an escape.
template <std::size_t size>
[[gnu::always_inline]] inline std::string_view take_text(std::string_view& record,
                                                         const char (&front)[size]) {
  if (!begins(record, front)) return {};
  const char* const begin = record.data() + (size - 1);
  const char* const end = record.data() + record.size();
  const char* const quote = closing_quote(begin, end);
  if (quote == nullptr || quote == begin) return {};
  record = {quote + 1, static_cast<std::size_t>(end - quote - 1)};
  return {begin, static_cast<std::size_t>(quote - begin)};
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
[[gnu::always_inline]] inline bool skip_texts(std::string_view& record, const char (&front)[size]) {
  if (!take(record, front)) return true;
  for (bool more = !take_text(record, "[\"").empty(); more;) {
    more = !take_text(record, ",\"").empty();
  }
  return take(record, "]");
}

/// Takes the members of an interaction between `via` and its text; most have none of them. False
/// where a word is none of those that there are.
[[gnu::always_inline]] inline bool take_answer(std::string_view& record, Meeting& meeting) {
  meeting.from = meeting.went = meeting.by = {};
  meeting.needs_reply = false;
  if (begins(record, kText)) return true;
  meeting.from = take_text(record, ",\"from\":\"");
  meeting.needs_reply = take(record, ",\"needs_reply\":true");
  take(record, ",\"urgent\":true");
  meeting.went = take_text(record, ",\"went\":\"");
  meeting.by = take_text(record, ",\"by\":\"");
  const bool is_from_one = meeting.from.empty() || meeting.from == "me" || meeting.from == "them";
  return is_from_one && (meeting.went.empty() || meeting.went == "well" || meeting.went == "badly");
}

/// Is nothing left but the text, and a deed of plain members? Takes both, and says what is the
/// deed.
bool is_last_text(std::string_view rest, std::string_view& deed) {
  deed = {};
  if (take(rest, kText)) {
    const std::size_t end = rest.find('"');
    if (end == 0 || end == std::string_view::npos || rest[end - 1] == '\\') return false;
    rest.remove_prefix(end + 1);
  }
  if (rest.size() == 1) return rest.front() == '}';
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
  if (!times.read(take_text(record, ",\"at\":\""), meeting.at)) return false;
  if (!take_handles(record, ",\"with\":", meeting.with)) return false;
  if (!take_handles(record, ",\"about\":", meeting.about)) return false;
  meeting.for_client = take_text(record, ",\"for\":\"");
  meeting.via = take_text(record, ",\"via\":\"");
  if (!take_answer(record, meeting)) return false;
  return is_last_text(record, meeting.deed);
}

bool read_as_written(std::string_view record, TalkFront& talk, TimeReader& times) {
  if (take_text(record, "{\"id\":\"").empty()) return false;
  talk.written_at = take_text(record, ",\"at\":\"");
  if (!times.read(talk.written_at, talk.at)) return false;
  if (!take_handles(record, ",\"with\":", talk.with)) return false;
  if (!skip_texts(record, ",\"about\":")) return false;
  take_text(record, ",\"for\":\"");
  talk.is_note = take(record, ",\"via\":\"note\"");
  if (!talk.is_note) take_text(record, ",\"via\":\"");
  if (begins(record, kText)) {
    talk.is_from_me = talk.is_from_them = talk.tells_how_it_went = false;
    talk.by = {};
  } else {
    talk.is_from_me = take(record, ",\"from\":\"me\"");
    talk.is_from_them = !talk.is_from_me && take(record, ",\"from\":\"them\"");
    take(record, ",\"needs_reply\":true");
    take(record, ",\"urgent\":true");
    talk.tells_how_it_went =
        take(record, ",\"went\":\"well\"") || take(record, ",\"went\":\"badly\"");
    talk.by = take_text(record, ",\"by\":\"");
  }
  std::string_view deed;
  if (!is_last_text(record, deed)) return false;
  talk.has_deed = !deed.empty();
  return true;
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
