#pragma once

#include "stead/book.h"
#include "stead/scanner.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_set>

namespace stead {

/// Scans the whole text of a book: its grammar, its version, where its sections and records are,
/// and that each record has an id of its own. What a record says is not read.
class SectionScan {
 public:
  /// `file` is only for the message about a version.
  SectionScan(std::string_view text, const std::string& file)
      : text_(text), file_(file), scanner_(text) {}

  /// Throws Fault, or Error where the book is of a newer version.
  void run();

  std::array<Book::Section, 3> sections;

 private:
  void top_member(const JsonString& key);
  void version();
  void records(Collection collection);
  void record(Collection collection);
  void check_whole();

  std::string_view text_;
  const std::string& file_;
  Scanner scanner_;
  bool has_version_ = false;
  bool has_me_ = false;
  std::array<bool, 3> has_section_{};
  std::unordered_set<std::string_view> handles_;
  std::unordered_set<std::string_view> ids_;  ///< Of promises and interactions.
  std::deque<std::string> decoded_;
};

}  // namespace stead
