#include "stead/scanner.h"

#include "stead/text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace stead {
namespace {

constexpr std::size_t kFewKeys = 32;
constexpr unsigned kNoUnit = ~0U;

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Every byte that does not stand for itself inside a string has its high bit set in the result
/// (others may too, behind the first one): quote, backslash, controls, and what is not ASCII.
std::uint64_t special_bytes(std::uint64_t word) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighs = 0x8080808080808080;
  const std::uint64_t quote = word ^ (kOnes * '"');
  const std::uint64_t backslash = word ^ (kOnes * '\\');
  const std::uint64_t zeros = ((quote - kOnes) & ~quote) | ((backslash - kOnes) & ~backslash);
  const std::uint64_t controls = (word - kOnes * 0x20) & ~word;
  return (zeros | controls | word) & kHighs;
}

/// The first byte from `at` on that needs a look, or the end.
std::size_t plain_run_end(std::string_view text, std::size_t at) {
  static_assert(std::endian::native == std::endian::little);
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    if (const std::uint64_t special = special_bytes(word); special != 0) {
      return at + static_cast<std::size_t>(std::countr_zero(special)) / 8;
    }
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x20 && text[at] != '"' &&
         text[at] != '\\' && static_cast<unsigned char>(text[at]) < 0x80) {
    ++at;
  }
  return at;
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

char Scanner::peek() {
  while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  return at_ < text_.size() ? text_[at_] : '\0';
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

JsonString Scanner::string() {
  if (peek() != '"')
    fail(at_, at_ < text_.size() ? "a text in double quotes is expected here"
                                 : "the file ends too early");
  const std::size_t quote = at_;
  bool escaped = false;
  for (++at_;;) {
    at_ = plain_run_end(text_, at_);
    if (at_ == text_.size()) fail(quote, "this text has no closing quote");
    const char c = text_[at_];
    if (c == '"') break;
    if (c == '\\') {
      escaped = true;
      escape();
    } else if (static_cast<unsigned char>(c) < 0x20) {
      fail(at_, c == '\n' || c == '\r' ? "the line ends inside a text"
                                       : "a control character stands bare in a text");
    } else {
      const std::size_t length = utf8_length(text_.substr(at_, 4));
      if (length == 0) fail(at_, "this is not UTF-8");
      at_ += length;
    }
  }
  ++at_;
  return {text_.substr(quote + 1, at_ - quote - 2), escaped};
}

void Scanner::escape() {
  const std::size_t begin = at_++;
  const char letter = at_ < text_.size() ? text_[at_] : '\0';
  ++at_;
  if (letter != 'u') {
    if (plain_escape(letter) == '\0') fail(begin, "no such escape in a text");
    return;
  }
  unsigned unit = 0;
  code_unit(unit);
  if (unit == 0) fail(begin, "a NUL character in a text");
  if (is_low_surrogate(unit)) fail(begin, "half of a surrogate pair");
  if (!is_high_surrogate(unit)) return;
  if (text_.substr(at_, 2) != "\\u") fail(begin, "half of a surrogate pair");
  at_ += 2;
  code_unit(unit);
  if (!is_low_surrogate(unit)) fail(begin, "half of a surrogate pair");
}

void Scanner::code_unit(unsigned& unit) {
  unit = unit_at(text_, at_);
  if (unit == kNoUnit) fail(at_, "\\u needs four hexadecimal digits");
  at_ += 4;
}

void Scanner::number() {
  const std::size_t begin = at_;
  const auto digits = [this] {
    const std::size_t first = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    return at_ > first;
  };
  const auto next_is = [this](char c) { return at_ < text_.size() && text_[at_] == c; };
  if (begin == text_.size()) fail(begin, "the file ends too early");
  if (next_is('-')) ++at_;
  const bool zero = next_is('0');
  bool sound = digits();
  if (!sound && at_ == begin) fail(begin, "a value is expected here");
  if (zero && at_ - begin > (text_[begin] == '-' ? 2U : 1U)) sound = false;
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
  if (text_.substr(at_, word.size()) != word) fail(at_, "a value is expected here");
  at_ += word.size();
}

void Scanner::open(char bracket, const char* what) {
  if (peek() != bracket) {
    fail(at_,
         at_ < text_.size() ? std::string(what) + " is expected here" : "the file ends too early");
  }
  if (++depth_ > kDepth) fail(at_, "nested deeper than 128 levels");
  ++at_;
}

bool Scanner::close(char bracket) {
  if (peek() != bracket) return false;
  // A comma that separates nothing: `separator` has let it pass, so it is found here.
  std::size_t before = at_ - 1;
  while (is_blank(text_[before])) --before;
  if (text_[before] == ',') fail(before, "a comma with nothing behind it");
  ++at_;
  --depth_;
  return true;
}

void Scanner::separator(char bracket) {
  const char next = peek();
  if (next == ',') {
    ++at_;
  } else if (next != bracket) {
    fail(at_, at_ < text_.size() ? std::string("a comma or '") + bracket + "' is expected here"
                                 : "the file ends too early");
  }
}

void Scanner::colon() {
  if (peek() != ':') fail(at_, "a colon is expected here");
  ++at_;
}

void Scanner::unique_key(std::size_t frame, const JsonString& key, std::size_t key_at) {
  const auto duplicate = [&] {
    fail(text_.find('"', key_at), "the key '" + key.value() + "' is here a second time");
  };
  if (keys_.size() - frame < kFewKeys) {
    for (std::size_t i = frame; i < keys_.size(); ++i) {
      const JsonString& other = keys_[i];
      if (!other.escaped ? key == other.raw : other == key.value()) duplicate();
    }
    keys_.push_back(key);
    return;
  }
  // A set of strings where comparing each with each would take for ever. An object with many keys
  // inside another such one makes it anew; that is slow, but no book has that.
  if (many_frame_ != frame + 1 || many_keys_.size() != keys_.size() - frame) {
    many_keys_.clear();
    for (std::size_t i = frame; i < keys_.size(); ++i) many_keys_.insert(keys_[i].value());
    many_frame_ = frame + 1;
  }
  if (!many_keys_.insert(key.value()).second) duplicate();
  keys_.push_back(key);
}

void Scanner::end() {
  if (peek() != '\0' || at_ < text_.size()) fail(at_, "something follows behind the end");
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
