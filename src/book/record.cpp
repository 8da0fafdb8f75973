#include "stead/record.h"

#include "book/record_reader.h"
#include "book/unicode.h"
#include "stead/text.h"
#include "stead/views.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace stead {
namespace {

/// Three letters of a day of the week as a number, Monday is 0; or nothing.
std::optional<unsigned> weekday_from(std::string_view text) {
  constexpr std::array<std::string_view, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  const auto* found = std::ranges::find(kDays, text);
  if (found == kDays.end()) return std::nullopt;
  return static_cast<unsigned>(found - kDays.begin());
}

/// `mon-fri` or `sat`, as bits; nothing where it is neither. A stretch may pass Sunday.
std::optional<unsigned> days_from(std::string_view text) {
  const auto first = weekday_from(text.substr(0, 3));
  const auto last =
      text.size() == 3 ? first : weekday_from(text.substr(std::min<std::size_t>(4, text.size())));
  if (!first || !last || (text.size() != 3 && text[3] != '-')) return std::nullopt;
  unsigned days = 1U << *last;
  for (unsigned day = *first; day != *last; day = (day + 1) % 7) days |= 1U << day;
  return days;
}

/// `09:00` as minutes, up to 24:00; or nothing.
std::optional<int> minutes_from(std::string_view text) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) {
    return std::nullopt;
  }
  const int hour = (text[0] - '0') * 10 + (text[1] - '0');
  const int minute = (text[3] - '0') * 10 + (text[4] - '0');
  if (minute > 59 || hour * 60 + minute > 24 * 60) return std::nullopt;
  return hour * 60 + minute;
}

bool is_one_of(std::string_view word, std::string_view words) {
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t blank = std::min(words.find(' ', at), words.size());
    if (words.substr(at, blank - at) == word) return true;
    at = blank + 1;
  }
  return false;
}

std::string choice(std::string_view words) {
  std::string result;
  for (const char c : words) result += c == ' ' ? "', '" : std::string(1, c);
  const bool several = words.find(' ') != std::string_view::npos;
  return (several ? "one of '" : "'") + result + "'";
}

/// Letters in lower case, or without case, that NFC leaves alone whatever letters stand beside
/// them: those of Latin (of Vietnam, too), Greek, Cyrillic, Hebrew and Arabic, Han, and the
/// syllables of Hangul.
bool is_plain_letter(char32_t code) {
  const auto in = [code](char32_t first, char32_t last) { return first <= code && code <= last; };
  if (in(0x100, 0x17F) || in(0x1EA0, 0x1EF9))
    return properties_of(code).category == UTF8PROC_CATEGORY_LL;
  return (in(0xDF, 0xFF) && code != 0xF7) || in(0x3AC, 0x3CE) || in(0x430, 0x45F) ||
         in(0x5D0, 0x5EA) || in(0x620, 0x63A) || in(0x641, 0x64A) || in(0x4E00, 0x9FA5) ||
         in(0xAC00, 0xD7A3);
}

bool has_plain_letters_only(std::string_view text) {
  while (!text.empty()) {
    const char32_t code = take_code_point(text);
    if (code >= 0x80 && !is_plain_letter(code)) return false;
  }
  return true;
}

}  // namespace

bool may_hold(std::string_view record, std::string_view text) {
  return find_part(record, text) != std::string_view::npos || find_hidden(record) < record.size();
}

std::size_t find_hidden(std::string_view json, std::size_t at) {
  for (at = json.find('\\', at); at < json.size(); at = json.find('\\', at + 2)) {
    if (at + 1 < json.size() && (json[at + 1] == 'u' || json[at + 1] == '/')) return at;
  }
  return json.size();
}

bool is_word(std::string_view text) {
  return !text.empty() && std::ranges::none_of(text, [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || (c >= 'A' && c <= 'Z');
  });
}

bool is_handle(std::string_view text) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  if (text.empty() || text.front() == '-' || text.back() == '-') return false;
  bool ascii = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) >= 0x80) {
      ascii = false;
    } else if (!plain(text[i]) && (text[i] != '-' || text[i - 1] == '-')) {
      return false;
    }
  }
  return ascii || has_plain_letters_only(text) || handle_from(text) == text;
}

bool is_zone_name(std::string_view text) {
  constexpr std::size_t kLongest = 255;
  char before = '/';
  for (const char c : text) {
    const bool upper = 'A' <= c && c <= 'Z';
    const bool other = ('a' <= c && c <= 'z') || ('0' <= c && c <= '9');
    const bool sign = c == '/' || c == '_' || c == '-' || c == '+';
    if (before == '/' ? !upper : !(upper || other || sign)) return false;
    before = c;
  }
  return before != '/' && text.size() <= kLongest;
}

std::optional<Hours> hours_from(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  std::string_view days = text.substr(0, blank);
  const std::string_view times = text.substr(blank + 1);
  const auto from = minutes_from(times.substr(0, 5));
  const auto to =
      times.size() == 11 && times[5] == '-' ? minutes_from(times.substr(6)) : std::nullopt;
  if (!from || !to || *from >= *to) return std::nullopt;
  Hours hours{.days = 0, .from = *from, .to = *to};
  for (bool more = true; more;) {
    const std::size_t comma = days.find(',');
    more = comma != std::string_view::npos;
    const auto some = days_from(days.substr(0, comma));
    if (!some) return std::nullopt;
    hours.days |= *some;
    if (more) days.remove_prefix(comma + 1);
  }
  return hours;
}

bool is_valid(const FieldSpec& field, std::string_view text) {
  switch (field.type) {
    case Type::handle: return is_handle(text);
    case Type::id:
      return !text.empty() && std::ranges::none_of(text, [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
      });
    case Type::word: return field.words.empty() ? is_word(text) : is_one_of(text, field.words);
    case Type::hours: return hours_from(text).has_value();
    default: return true;
  }
}

std::string expectation(const FieldSpec& field) {
  switch (field.type) {
    case Type::handle: return "a handle such as 'ana-ruiz'";
    case Type::id: return "an id: a text without blanks";
    case Type::text: return "a text";
    case Type::word:
      return field.words.empty() ? "a word in lower case without blanks" : choice(field.words);
    case Type::flag: return "true, or not there at all";
    case Type::number: return fmt::format("a whole number from {} to {}", field.least, field.most);
    case Type::day: return "a day such as '2026-08-07'";
    case Type::when: return "a day or a time such as '2026-08-07' or '2026-08-07T10:15+02:00'";
    case Type::year_day: return "a day of the year such as '05-14' or '1980-05-14'";
    case Type::span: return "a length of time such as '10d', '2w', '1mon' or '1y'";
    case Type::work: return "working time such as '30min', '4h' or '2d'";
    case Type::amount: return "an amount such as '3h', '5d', '1w' or '2x'";
    case Type::hours: return "working hours such as 'mon-fri 09:00-17:00'";
    case Type::object: return "an object in braces";
    case Type::texts: return "an object of texts";
    case Type::days: return "an object of days";
    case Type::values: return "an object";
  }
  return {};
}

template <typename Record>
Record read_record(std::string_view text, std::size_t at) {
  Record record;
  RecordReader(text, at).read_whole(record);
  return record;
}

template <typename Record>
Record view_record(std::string_view text, std::size_t at, std::deque<std::string>& decoded) {
  Record record;
  RecordReader reader(text, at);
  reader.decode_into(decoded);
  reader.read_whole(record);
  return record;
}

template <typename Record>
Record read_record(std::string_view text, std::size_t at, std::vector<Fault>& faults) {
  Record record;
  RecordReader reader(text, at);
  reader.collect(faults);
  reader.read_whole(record);
  return record;
}

template Contact read_record(std::string_view, std::size_t);
template Promise read_record(std::string_view, std::size_t);
template Interaction read_record(std::string_view, std::size_t);
template Contact read_record(std::string_view, std::size_t, std::vector<Fault>&);
template Promise read_record(std::string_view, std::size_t, std::vector<Fault>&);
template Interaction read_record(std::string_view, std::size_t, std::vector<Fault>&);
template HelpView view_record(std::string_view, std::size_t, std::deque<std::string>&);
template Meeting view_record(std::string_view, std::size_t, std::deque<std::string>&);
template PromiseState view_record(std::string_view, std::size_t, std::deque<std::string>&);
template ContactKind view_record(std::string_view, std::size_t, std::deque<std::string>&);
template ContactNames view_record(std::string_view, std::size_t, std::deque<std::string>&);

}  // namespace stead
