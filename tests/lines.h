#pragma once

#include <initializer_list>
#include <ostream>
#include <string>
#include <vector>

/// Lines of text that a test can compare and doctest can print.
struct Lines {
  Lines() = default;
  Lines(std::initializer_list<std::string> lines) : all(lines) {}

  bool operator==(const Lines&) const = default;
  friend std::ostream& operator<<(std::ostream& out, const Lines& lines) {
    for (const std::string& line : lines.all) out << "\n    " << line;
    return out;
  }

  std::vector<std::string> all;
};
