#pragma once

#include "book/text_index.h"
#include "stead/book.h"
#include "stead/scanner.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stead {

/// Most records are longer; the room for those that will not come is never touched.
inline constexpr std::size_t kShortRecord = 128;

/// Some ids of a text, each once: the number of each is the byte of its opening quote.
class IdSet {
 public:
  /// With room for so many, before it has to grow.
  IdSet(std::string_view text, std::size_t expected) : text_(text), places_(expected) {}

  /// Takes one more id of the text; false where an equal one was there already.
  bool add(const JsonString& id);

  /// The byte of the text at which this very id stands, with its quote.
  std::optional<std::size_t> find(std::string_view id) const;

 private:
  bool put(std::string_view id, std::size_t at);
  bool is_at(std::size_t at, std::string_view id) const;

  std::string_view text_;
  TextIndex places_;
};

/// The ids of all records of a text: those of contacts, and those of promises and interactions,
/// each of which is one of its kind.
class IdTable {
 public:
  explicit IdTable(std::string_view text)
      : contacts_(text, text.size() / kUsualRecord / kUsualTalks),
        others_(text, text.size() / kUsualRecord) {}

  bool add(Collection collection, const JsonString& id) {
    return (collection == Collection::contacts ? contacts_ : others_).add(id);
  }
  /// The byte of the text at which this very id stands, with its quote; maybe in another collection
  /// of the same kind.
  std::optional<std::size_t> find(Collection collection, std::string_view id) const {
    return (collection == Collection::contacts ? contacts_ : others_).find(id);
  }

 private:
  static constexpr std::size_t kUsualRecord = 256;  ///< In bytes.
  static constexpr std::size_t kUsualTalks = 8;     ///< With a contact.

  IdSet contacts_;
  IdSet others_;
};

/// Scans the whole text of a book: its grammar, its version, where its sections and records are,
/// and that each record has an id of its own. What a record says is not read.
class SectionScan {
 public:
  /// `file` is only for the message about a version.
  SectionScan(std::string_view text, const std::string& file)
      : text_(text), file_(file), scanner_(text), ids_(text) {}

  /// From here on only broken grammar is thrown; what else is wrong is put there, and `lacks_id`
  /// set where a record has none.
  void collect(std::vector<Fault>& faults) { faults_ = &faults; }

  /// Throws Fault, or Error where the book is of a newer version.
  void run();

  std::array<Book::Section, 3> sections;
  bool lacks_id = false;

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
  IdTable ids_;
};

}  // namespace stead
