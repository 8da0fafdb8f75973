#pragma once

#include "stead/book.h"
#include "stead/scanner.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// The ids of the records of a text, to notice one that comes twice. Holds where they are, not what
/// they are, so that a hundred thousand take little room.
class IdTable {
 public:
  explicit IdTable(std::string_view text) : text_(text), slots_(kLeast) {}

  /// Takes one more id of the text; false where an equal one was there already.
  bool add(const JsonString& id);

  /// The byte of the text at which this very id stands, with its quote.
  std::optional<std::size_t> find(std::string_view id) const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t at = 0;  ///< Byte of the opening quote; 0, where no id can be: the slot is free.
  };

  static constexpr std::size_t kLeast = 1024;
  static std::uint32_t hash_of(std::string_view id);
  std::size_t slot_of(std::uint32_t hash, std::string_view id) const;
  void grow();

  std::string_view text_;
  std::vector<Slot> slots_;  ///< A power of two; never more than half of them are taken.
  std::size_t taken_ = 0;
};

/// Scans the whole text of a book: its grammar, its version, where its sections and records are,
/// and that each record has an id of its own. What a record says is not read.
class SectionScan {
 public:
  /// `file` is only for the message about a version.
  SectionScan(std::string_view text, const std::string& file)
      : text_(text), file_(file), scanner_(text), handles_(text), ids_(text) {}

  /// From here on only broken grammar is thrown; what else is wrong is put there, and `lacks_id`
  /// set where a record has none.
  void collect(std::vector<Fault>& faults) { faults_ = &faults; }

  /// Throws Fault, or Error where the book is of a newer version.
  void run();

  std::array<Book::Section, 3> sections;
  bool lacks_id = false;

  /// The ids of promises and interactions.
  IdTable take_ids() { return std::move(ids_); }

 private:
  void top_member(const JsonString& key);
  void version();
  void records(Collection collection);
  void record(Collection collection);
  void check_whole();
  void fault(std::size_t offset, const std::string& what);

  std::string_view text_;
  const std::string& file_;
  Scanner scanner_;
  std::vector<Fault>* faults_ = nullptr;
  bool has_version_ = false;
  bool has_me_ = false;
  std::array<bool, 3> has_section_{};
  IdTable handles_;
  IdTable ids_;  ///< Of promises and interactions.
};

}  // namespace stead
