#include "stead/scanner.h"

#include "stead/text.h"

#include <algorithm>
#include <bit>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace stead {
namespace {

constexpr unsigned kNoUnit = ~0U;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Is a letter of two bytes here? In the scripts of Europe and the Near East most letters that are
/// not ASCII are.
bool is_pair(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  return first >= 0xC2 && first < 0xE0 && at + 1 < text.size() && (text[at + 1] & 0xC0) == 0x80;
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

unsigned unit_at(std::string_view text, std::size_t at) {
  unsigned unit = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const int digit = i < text.size() ? hex_value(text[i]) : -1;
    if (digit < 0) return kNoUnit;
    unit = unit * 16 + static_cast<unsigned>(digit);
  }
  return unit;
}

bool is_high_surrogate(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

char plain_escape(char letter) {
  constexpr std::string_view kLetters = "\"\\/bfnrt";
  constexpr std::string_view kValues = "\"\\/\b\f\n\r\t";
  const std::size_t which = kLetters.find(letter);
  return which == std::string_view::npos ? '\0' : kValues[which];
}

}  // namespace

std::string JsonString::value() const {
  if (!escaped) return std::string(raw);
  std::string result;
  for (std::size_t at = 0; at < raw.size(); ++at) {
    if (raw[at] != '\\') {
      result += raw[at];
    } else if (raw[++at] != 'u') {
      result += plain_escape(raw[at]);
    } else {
      char32_t code = unit_at(raw, at + 1);
      at += 4;
      if (is_high_surrogate(code)) {
        code = 0x10000 + ((code - 0xD800) << 10) + (unit_at(raw, at + 3) - 0xDC00);
        at += 6;
      }
      append_utf8(result, code);
    }
  }
  return result;
}

bool JsonString::is_written(std::string_view text) const { return value() == text; }

bool Keys::is_among_few(std::string_view key) const {
  for (std::size_t i = 0; i < size_; ++i) {
    if (std::string_view(few_[i].begin, few_[i].size) == key) return true;
  }
  return false;
}

bool Keys::add_to_many(const JsonString& key) {
  if (many_ == nullptr) {
    many_ = std::make_unique<std::unordered_set<std::string>>();
    for (std::size_t i = 0; i < size_; ++i) many_->emplace(few_[i].begin, few_[i].size);
    size_ = kFew;
  }
  return many_->insert(key.value()).second;
}

/// The first byte from `at` on that does not stand for itself inside a string, or the end. As a
/// signed number, a control and every byte that is not ASCII is less than a blank.
std::size_t Scanner::plain_end(std::string_view text, std::size_t at) {
#ifdef __SSE2__  // sixteen bytes in one go; the sign of each answers
  for (; at + sizeof(__m128i) <= text.size(); at += sizeof(__m128i)) {
    const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const auto low = _mm_subs_epi8(bytes, _mm_set1_epi8(' '));
    const auto quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
    const auto backslash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
    const int found = _mm_movemask_epi8(_mm_or_si128(low, _mm_or_si128(quote, backslash)));
    if (found != 0) return at + static_cast<unsigned>(std::countr_zero(unsigned(found)));
  }
#endif
  const auto is_plain = [](char c) {
    return static_cast<signed char>(c) >= ' ' && c != '"' && c != '\\';
  };
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

std::string_view Scanner::value() {
  const char first = peek();
  const std::size_t begin = at_;
  switch (first) {
    case '{': object([this](const JsonString&) { value(); }); break;
    case '[': array([this] { value(); }); break;
    case '"': string(); break;
    case 't': literal("true"); break;
    case 'f': literal("false"); break;
    case 'n': literal("null"); break;
    default: number();
  }
  return text_.substr(begin, at_ - begin);
}

/// Takes the rest of a string that began at `begin`, from what stands at `end` and needs a look.
JsonString Scanner::special_string(std::size_t begin, std::size_t end) {
  bool escaped = false;
  for (at_ = end; at_ < text_.size() && text_[at_] != '"'; at_ = plain_end(text_, at_)) {
    if (is_pair(text_, at_)) {
      do at_ += 2;
      while (at_ < text_.size() && is_pair(text_, at_));  // a word of them
    } else if (text_[at_] == '\\') {
      escaped = true;
      escape();
    } else {
      at_ += special_length();
    }
  }
  if (at_ == text_.size()) fail(begin - 1, "this text has no closing quote");
  ++at_;
  return {{text_.data() + begin, at_ - 1 - begin}, escaped};
}

/// How long the character here is, which is no ASCII that stands for itself.
std::size_t Scanner::special_length() const {
  const auto first = static_cast<unsigned char>(text_[at_]);
  if (first == '\n' || first == '\r') fail(at_, "the line ends inside a text");
  if (first < ' ') fail(at_, "a control character stands bare in a text");
  const std::size_t length = utf8_length(text_.substr(at_, 4));
  if (length == 0) fail(at_, "this is not UTF-8");
  return length;
}

void Scanner::escape() {
  const std::size_t begin = at_++;
  const char letter = at_ < text_.size() ? text_[at_] : '\0';
  ++at_;
  if (letter != 'u') {
    if (plain_escape(letter) == '\0') fail(begin, "no such escape in a text");
    return;
  }
  const unsigned unit = code_unit();
  if (unit == 0) fail(begin, "a NUL character in a text");
  if (is_low_surrogate(unit)) fail(begin, "half of a surrogate pair");
  if (!is_high_surrogate(unit)) return;
  if (text_.substr(at_, 2) != "\\u") fail(begin, "half of a surrogate pair");
  at_ += 2;
  if (!is_low_surrogate(code_unit())) fail(begin, "half of a surrogate pair");
}

unsigned Scanner::code_unit() {
  const unsigned unit = unit_at(text_, at_);
  if (unit == kNoUnit) fail(at_, "\\u needs four hexadecimal digits");
  at_ += 4;
  return unit;
}

void Scanner::number() {
  const std::size_t begin = at_;
  const auto next_is = [this](char c) { return at_ < text_.size() && text_[at_] == c; };
  const auto digits = [this] {
    const std::size_t first = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    return at_ > first;
  };
  if (next_is('-')) ++at_;
  const std::size_t first = at_;
  bool sound = digits();
  if (!sound && at_ == begin) expected("a value");
  if (sound && text_[first] == '0' && at_ > first + 1) sound = false;
  if (sound && next_is('.')) {
    ++at_;
    sound = digits();
  }
  if (sound && (next_is('e') || next_is('E'))) {
    ++at_;
    if (next_is('+') || next_is('-')) ++at_;
    sound = digits();
  }
  if (!sound) fail(begin, "this is not a number as JSON writes it");
}

void Scanner::literal(std::string_view word) {
  if (text_.substr(at_, word.size()) != word) expected("a value");
  at_ += word.size();
}

/// Takes an opening bracket; false where the closing one follows at once, which is taken too.
bool Scanner::open(char bracket, char closing) {
  if (peek() != bracket) expected(bracket == '{' ? "an object" : "a list");
  if (depth_ == kDepth) fail(at_, "nested deeper than 128 levels");
  ++at_;
  if (peek() == closing) {
    ++at_;
    return false;
  }
  ++depth_;
  return true;
}

void Scanner::fail(std::size_t offset, const char* what) const { throw Fault(offset, what); }

void Scanner::duplicate(const JsonString& key) const {
  throw Fault(static_cast<std::size_t>(key.raw.data() - text_.data()) - 1,
              "the key '" + key.value() + "' is here a second time");
}

void Scanner::expected(const char* what) const {
  if (at_ == text_.size()) fail(at_, "the file ends too early");
  const std::size_t before = text_.substr(0, at_).find_last_not_of(" \n\r\t");
  const bool closes = text_[at_] == '}' || text_[at_] == ']';
  if (closes && before != std::string_view::npos && text_[before] == ',') {
    fail(before, "a comma with nothing behind it");
  }
  throw Fault(at_, std::string(what) + " is expected here");
}

void Scanner::end() {
  peek();
  if (at_ < text_.size()) fail(at_, "something follows behind the end");
}

std::pair<std::size_t, std::size_t> line_and_column(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  const auto is_lead = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  const auto lines = std::ranges::count(before, '\n');
  const auto column = std::ranges::count_if(before.substr(line_start), is_lead);
  return {static_cast<std::size_t>(lines) + 1, static_cast<std::size_t>(column) + 1};
}

}  // namespace stead
