#pragma once

#include "stead/change.h"
#include "stead/error.h"
#include "stead/model.h"
#include "stead/splice.h"
#include "stead/talks.h"
#include "stead/time_reader.h"
#include "stead/views.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace stead {

class IdTable;
class HandleTable;

/// One book: the text of a file, and where its records lie in it. Records are read when they are
/// asked for; the text is the truth and must outlive the Book.
///
/// Whatever finds the text broken throws Error (Status::unreadable) with file, line and column: the
/// opening what it scans, every accessor the record that it reads.
class Book {
 public:
  /// In the layout of stead-book(5) this line ends the front of a file: contacts and promises.
  static constexpr std::string_view kFrontEnd = "\n\"interactions\": [\n";

  /// Opens a book for writing: the grammar of the whole text is checked, the three collections and
  /// the ids of all records.
  static Book strict(std::string_view text, std::string file);

  /// Opens a book for reading. Where its layout is that of stead-book(5), records are found by
  /// their lines and only those are checked that are read; else the same as `strict`.
  static Book reading(std::string_view text, std::string file);

  /// The same for questions that walk over all interactions: what newest_first shows of each is
  /// read while its line is found, in one go over the text.
  static Book walking(std::string_view text, std::string file);

  /// Opens the front of a book, up to kFrontEnd, for questions that need no interactions.
  /// Nothing where `text` cannot be taken for that: the whole text has to be opened then.
  static std::optional<Book> front(std::string_view text, std::string file);

  /// Does it have the interactions, too?
  bool is_whole() const { return section(Collection::interactions).brackets.end != 0; }

  const std::string& file() const { return file_; }
  std::string_view text() const { return text_; }

  /// How many records a collection has.
  std::size_t size(Collection collection) const;
  /// A record's text. Contacts and promises come in the order of the file, interactions in order of
  /// time, equals in the order of the file.
  std::string_view record(Collection collection, std::size_t index) const;
  std::string_view id(Collection collection, std::size_t index) const;
  /// Where the record with this very id is. Throws Error where two contacts have it.
  std::optional<std::size_t> find(Collection collection, std::string_view id) const;
  /// The same as an index of `section(collection).records`, which have the order of the file.
  std::optional<std::size_t> find_in_file(Collection collection, std::string_view id) const;

  /// The contact that a reference names, by its id or by one it had before a merge.
  std::optional<std::size_t> find_contact(std::string_view handle) const;
  /// The id in force of the contact that a reference names; the reference itself where there is
  /// none.
  std::string_view canonical(std::string_view handle) const;
  /// The same contact as `find_contact`'s, read; nullptr where there is none. It lives as long as
  /// the Book.
  const Contact* contact(std::string_view handle) const;
  const Contact& contact(std::size_t index) const;
  /// The same, read anew and not kept: for walks over all of them.
  Contact read_contact(std::size_t index) const;
  /// The owner. Throws Error where the book has none.
  const Contact& me() const;
  /// For each contact the org that it works at now, both by index; kNoContact where there is none.
  const std::vector<std::uint32_t>& orgs() const;
  static constexpr std::uint32_t kNoContact = 0xffffffff;
  /// What people call a contact: its name; the reference itself where there is no such contact.
  std::string name_of(std::string_view handle) const;

  ContactNames names(std::size_t index) const;
  ContactKind kind(std::size_t index) const;
  Promise promise(std::size_t index) const;
  /// Read once, and kept as long as the Book.
  const PromiseState& promise_state(std::size_t index) const;
  Interaction interaction(std::size_t index) const;
  Meeting meeting(std::size_t index) const;
  /// Only how it took place.
  std::string_view via(std::size_t index) const;
  HelpView help(std::size_t index) const;

  /// Calls `visit(talk)` for each interaction from the newest back, until it returns false. Each is
  /// read once, however many walks there are, and none behind the one where the longest stops.
  template <typename Visit>
  void newest_first(Visit&& visit) const {
    const std::size_t count = size(Collection::interactions);
    for (std::size_t place = 0; place < count; ++place) {
      if (place == talks_.size()) read_talk(count - 1 - place);
      if (!visit(talks_[place])) return;
    }
  }

  /// Calls `visit(index, meeting)` for the first `count` interactions from the newest of them back,
  /// until it returns false: for a walk that needs more of each than a Talk has.
  template <typename Visit>
  void meetings_back_from(std::size_t count, Visit&& visit) const {
    Meeting meeting;  // one for all: most have the same room for handles
    for (std::size_t i = count; i-- > 0;) {
      read_meeting(i, meeting);
      if (!visit(i, std::as_const(meeting))) return;
    }
  }

  /// The interactions that may have a deed, by their indices in rising order; found without reading
  /// any, or among the talks where all of these were read already.
  std::vector<std::size_t> with_deeds() const;

  /// The records that may have `text` in them, in rising order, found without reading any. One in
  /// which an escape may hide it is among them.
  std::vector<std::size_t> holding(Collection collection, std::string_view text) const;

  /// Byte of the file at which a record begins, for messages.
  std::size_t offset(Collection collection, std::size_t index) const;
  /// The place of byte `offset`.
  Place place(std::size_t offset) const;

  /// Brackets of a collection's list, and its records in the order of the file.
  struct Section {
    Extent brackets;
    std::vector<Extent> records;
  };
  const Section& section(Collection collection) const { return sections_[index_of(collection)]; }

 private:
  Book(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {}

  static constexpr std::size_t index_of(Collection collection) {
    return static_cast<std::size_t>(collection);
  }
  std::optional<std::size_t> find_front();
  enum class Expected { records, walks };
  static Book reading_for(Expected expected, std::string_view text, std::string file);
  template <typename FindEnd, typename Visit>
  std::optional<std::size_t> find_lines(Collection collection, std::size_t begin, FindEnd find_end,
                                        Visit visit);
  bool find_interactions(std::size_t begin);
  bool find_talks(std::size_t begin);
  std::optional<std::size_t> end_of_talk(std::size_t begin) const;
  std::string_view id_at(Extent record) const;
  const std::vector<std::uint32_t>& time_order() const;
  Extent extent(Collection collection, std::size_t index) const {
    const bool is_as_in_file =
        collection != Collection::interactions || (time_order_ && time_order_->empty());
    return section(collection).records[is_as_in_file ? index : index_in_file(index)];
  }
  std::size_t index_in_file(std::size_t interaction) const;
  void list_handles() const;
  std::optional<std::size_t> find_handle(std::string_view handle) const;
  std::optional<std::size_t> find_former(std::string_view handle) const;
  void read_meeting(std::size_t index, Meeting& meeting) const;
  PromiseState read_promise_state(std::size_t index) const;
  void read_talk(std::size_t index) const;
  void read_talk_front(std::size_t index) const;
  void add_talk(std::size_t index) const;
  template <typename Read>
  auto read(Collection collection, std::size_t index, Read read_text) const;

  std::string_view text_;
  std::string file_;
  std::array<Section, 3> sections_;
  std::shared_ptr<const IdTable> ids_;  ///< Of all records, where the whole text was scanned.

  // What is made when it is first asked for.
  mutable std::deque<std::string> decoded_;
  mutable std::optional<std::vector<std::uint32_t>> time_order_;
  mutable std::shared_ptr<const HandleTable> handles_;
  mutable std::optional<std::unordered_map<std::string_view, std::size_t>> former_handles_;
  mutable std::unordered_map<std::size_t, std::unique_ptr<Contact>> contacts_;
  mutable std::optional<std::vector<std::uint32_t>> orgs_;
  mutable std::vector<std::optional<PromiseState>> promise_states_;
  mutable Talks talks_;
  mutable TimeReader times_;
  mutable Meeting meeting_;  ///< The one that was read last, for the room of its lists.
  mutable TalkFront front_;  ///< The same of the talk that was read last.
  mutable std::vector<std::uint32_t> with_;
};

/// The book's text with the changes made: each record that changed replaced, new ones put where
/// their order wants them, every other byte kept. The pieces look into the book's text.
EditedText with_changes(const Book& book, const Changes& changes);

/// The text of an empty book that holds the owner's record.
std::string new_book_text(const Contact& me);

}  // namespace stead
