#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "stead/document.h"
#include "stead/render.h"

namespace stead {

/// A stretch of one line, safe to print.
struct Fragment {
  std::string text;
  Tone tone = Tone::plain;
  bool bold = false;
};

/// One line on its way to a terminal.
class Line {
 public:
  Line() = default;
  /// `text`, made safe and, where the style wants it, ASCII. Plain runs take the tone `base`.
  Line(const Text& text, const TextStyle& style, Tone base = Tone::plain);

  const std::vector<Fragment>& fragments() const { return fragments_; }
  bool empty() const { return fragments_.empty(); }
  std::size_t width() const { return width_; }  ///< In columns.
  std::string plain() const;

  /// The same line in bold.
  Line bold() &&;

  Line& operator+=(const Line& more);
  Line& operator+=(Fragment fragment);

  /// Adds blanks until it is `width` columns wide.
  Line& pad(std::size_t width);

  /// The bytes `from` up to `from + length` of its plain text.
  Line part(std::size_t from, std::size_t length) const;

 private:
  std::vector<Fragment> fragments_;
  std::size_t width_ = 0;
};

/// The line broken as `wrap` breaks text; a command that has room on a line is not broken.
std::vector<Line> wrapped(const Line& line, std::size_t width);

/// The line cut as `cut` cuts text.
Line cut(const Line& line, std::size_t width, const TextStyle& style);

/// Adds `indent` blanks, a line and its newline to `out`, without blanks at its end: with colours
/// where the style has them; on a terminal, text that runs from right to left is kept to its place.
void print(std::string& out, const Line& line, const TextStyle& style, std::size_t indent = 0);

/// The lines of a table, no wider than `width` where its columns allow that.
std::vector<Line> table_lines(const Table& table, std::size_t width, const TextStyle& style);

}  // namespace stead
