#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace stead {

/// What is wrong with a text, and at which byte of it.
class Fault : public std::runtime_error {
 public:
  Fault(std::size_t offset, const std::string& what) : std::runtime_error(what), offset_(offset) {}
  std::size_t offset() const { return offset_; }

 private:
  std::size_t offset_;
};

/// A JSON string as it stands in the text, without its quotes.
struct JsonString {
  std::string_view raw;
  bool escaped = false;  ///< Has a backslash in it, so that `raw` is not yet the value.

  /// The value: escapes resolved, UTF-8.
  std::string value() const;

  /// Is the value `text`?
  bool operator==(std::string_view text) const {
    if (escaped) return is_written(text);
    // The size first, here: for a record's key all names of fields are tried.
    return raw.size() == text.size() && raw == text;
  }

 private:
  bool is_written(std::string_view text) const;
};

/// The keys of one object, to notice one that comes twice.
class Keys {
 public:
  /// Takes one more key; false where it was there already.
  bool add(const JsonString& key) {
    if (key.escaped || key.raw.empty() || size_ == kFew) return add_to_many(key);
    // Keys that differ in length and first letter are told apart by a bit, the usual case.
    const auto bit = std::uint64_t{1} << ((key.raw.size() * 7 + std::size_t(key.raw[0])) % 64);
    if ((bits_ & bit) != 0 && is_among_few(key.raw)) return false;
    bits_ |= bit;
    few_[size_++] = {key.raw.data(), key.raw.size()};
    return true;
  }

 private:
  bool is_among_few(std::string_view key) const;
  bool add_to_many(const JsonString& key);

  static constexpr std::size_t kFew = 24;
  std::size_t size_ = 0;
  std::uint64_t bits_ = 0;
  struct Key {  // not a std::string_view, which would be cleared for each object
    const char* begin;
    std::size_t size;
  };
  std::array<Key, kFew> few_;  ///< While there are few, and none has an escape.
  std::unique_ptr<std::unordered_set<std::string>> many_;  ///< From then on.
};

/// The only parser of our own: walks JSON text once, front to back, and says where things lie.
///
/// The grammar is RFC 8259 in its strict reading (I-JSON, RFC 7493): UTF-8 without exception, no
/// duplicate keys, no half surrogates, no NUL, not deeper than 128 levels. Every function skips
/// blanks first, takes what it names, and throws Fault with the byte where the text departs from
/// that. Values are not built: the caller gets views of the text.
class Scanner {
 public:
  static constexpr int kDepth = 128;

  /// Begins at byte `at` of `text`; faults count from the front of `text`.
  explicit Scanner(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

  /// Where the next byte will be taken from.
  std::size_t at() const { return at_; }

  /// The next byte that is not blank, without taking it; NUL at the end of the text.
  char peek() {
    for (; at_ < text_.size(); ++at_) {
      const char next = text_[at_];
      if (next > ' ' || !is_blank(next)) return next;
    }
    return '\0';
  }

  /// Takes a value of any kind, all of it checked; returns its text.
  std::string_view value();

  /// Takes a string.
  JsonString string();

  /// Takes an object. `member(key)` is called behind each colon and must take the value.
  template <typename Member>
  void object(Member&& member);

  /// Takes an array. `element()` is called at each element and must take it.
  template <typename Element>
  void array(Element&& element);

  /// Nothing but blanks may follow.
  void end();

 private:
  static bool is_blank(char c) {
    return c <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t');
  }

  static std::size_t plain_end(std::string_view text, std::size_t at);
  bool open(char bracket, char closing);
  bool more(char closing);
  JsonString key(Keys& keys);
  void number();
  void literal(std::string_view word);
  JsonString special_string(std::size_t begin, std::size_t end);
  std::size_t special_length() const;
  void escape();
  unsigned code_unit();
  [[noreturn]] void fail(std::size_t offset, const char* what) const;
  [[noreturn]] void duplicate(const JsonString& key) const;
  [[noreturn]] void expected(const char* what) const;

  std::string_view text_;
  std::size_t at_;
  int depth_ = 0;
};

inline JsonString Scanner::string() {
  if (peek() != '"') expected("a text in double quotes");
  const std::size_t begin = at_ + 1;
  const std::size_t end = plain_end(text_, begin);
  if (end == text_.size() || text_[end] != '"') return special_string(begin, end);
  at_ = end + 1;
  return {{text_.data() + begin, end - begin}, false};
}

/// Takes a comma; false where it is the closing bracket that was taken.
inline bool Scanner::more(char closing) {
  const char next = peek();
  if (next != ',' && next != closing) {
    expected(closing == '}' ? "a comma or '}'" : "a comma or ']'");
  }
  ++at_;
  if (next == closing) --depth_;
  return next == ',';
}

/// Takes a key and its colon.
inline JsonString Scanner::key(Keys& keys) {
  const JsonString key = string();
  if (!keys.add(key)) duplicate(key);
  if (peek() != ':') expected("a colon");
  ++at_;
  return key;
}

template <typename Member>
void Scanner::object(Member&& member) {
  Keys keys;
  for (bool next = open('{', '}'); next; next = more('}')) {
    const JsonString name = key(keys);
    member(name);
  }
}

template <typename Element>
void Scanner::array(Element&& element) {
  for (bool next = open('[', ']'); next; next = more(']')) element();
}

/// Line and column (both from 1, columns in code points) of byte `offset` of `text`.
std::pair<std::size_t, std::size_t> line_and_column(std::string_view text, std::size_t offset);

}  // namespace stead
