#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

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
  bool operator==(std::string_view text) const { return escaped ? value() == text : raw == text; }
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
  char peek();

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

  [[noreturn]] void fail(std::size_t offset, const std::string& what) const {
    throw Fault(offset, what);
  }

 private:
  void open(char bracket, const char* what);
  bool close(char bracket);
  void separator(char bracket);
  void colon();
  void unique_key(std::size_t frame, const JsonString& key, std::size_t key_at);
  void number();
  void literal(std::string_view word);
  void escape();
  void code_unit(unsigned& unit);

  std::string_view text_;
  std::size_t at_;
  int depth_ = 0;
  std::vector<JsonString> keys_;               ///< Of the objects that are open, innermost last.
  std::unordered_set<std::string> many_keys_;  ///< Of the object `many_frame_`, when it has many.
  std::size_t many_frame_ = 0;
};

template <typename Member>
void Scanner::object(Member&& member) {
  open('{', "an object");
  const std::size_t frame = keys_.size();
  while (!close('}')) {
    const std::size_t key_at = at_;
    const JsonString key = string();
    unique_key(frame, key, key_at);
    colon();
    member(key);
    separator('}');
  }
  keys_.resize(frame);
}

template <typename Element>
void Scanner::array(Element&& element) {
  open('[', "a list");
  while (!close(']')) {
    element();
    separator(']');
  }
}

/// Line and column (both from 1, columns in code points) of byte `offset` of `text`.
std::pair<std::size_t, std::size_t> line_and_column(std::string_view text, std::size_t offset);

}  // namespace stead
