#include "stead/change.h"

#include "book/record_key.h"
#include "stead/book.h"
#include "stead/error.h"
#include "stead/record.h"

#include <algorithm>

namespace stead {
namespace {

constexpr std::array kCollections{Collection::contacts, Collection::promises,
                                  Collection::interactions};

/// What a record's place among its like is decided by.
std::string order_key(Collection collection, std::string_view text, Extent record) {
  std::deque<std::string> decoded;
  switch (collection) {
    case Collection::contacts: return std::string(id_of(text, record, decoded));
    case Collection::promises: return std::string(key_of(text, record, decoded).made);
    case Collection::interactions: return std::string(time_of(text, record, decoded));
  }
  return {};
}

std::string order_key(Collection collection, std::string_view record) {
  return order_key(collection, record, {0, record.size()});
}

/// Changes to one section of the book's text.
class SectionEdit {
 public:
  SectionEdit(const Book& book, Collection collection)
      : book_(book),
        collection_(collection),
        section_(book.section(collection)),
        splice_(book.text(), section_.brackets, section_.records) {}

  void make(const Change& change) {
    if (!change.before) return add(*change.after);
    const std::size_t index = position(change.id);
    if (!change.after) return splice_.remove(index);
    if (order_key(collection_, *change.before) == order_key(collection_, *change.after)) {
      return splice_.replace(index, *change.after);
    }
    splice_.remove(index);
    add(*change.after);
  }

  /// All changes are made: puts new records where they belong.
  Splice& finish() {
    std::ranges::stable_sort(added_, {}, &Added::key);
    // What belongs before another goes no further back in the file: one walk finds all places.
    std::vector<std::size_t> places(added_.size(), section_.records.size());
    for (std::size_t i = added_.size(); i-- > 0;) {
      places[i] = place_of(added_[i].key, i + 1 < added_.size() ? places[i + 1] : places[i]);
    }
    for (std::size_t i = 0; i < added_.size(); ++i) {
      splice_.insert(places[i], std::move(added_[i].record));
    }
    return splice_;
  }

 private:
  std::size_t position(std::string_view id) const {
    if (const auto index = book_.find_in_file(collection_, id)) return *index;
    throw Error(Status::unwritable, "the record '{}' is not in the book any more", id);
  }

  void add(const std::string& record) {
    added_.push_back({order_key(collection_, record), record});
  }

  /// Behind the last of the first `place` records that does not come after it.
  std::size_t place_of(const std::string& key, std::size_t place) const {
    const auto comes_after = [&](Extent record) {
      return order_key(collection_, book_.text(), record) > key;
    };
    while (place > 0 && comes_after(section_.records[place - 1])) --place;
    return place;
  }

  struct Added {
    std::string key;
    std::string record;
  };

  const Book& book_;
  Collection collection_;
  const Book::Section& section_;
  Splice splice_;
  std::vector<Added> added_;
};

}  // namespace

EditedText with_changes(const Book& book, const Changes& changes) {
  std::array<SectionEdit, 3> edits{SectionEdit(book, Collection::contacts),
                                   SectionEdit(book, Collection::promises),
                                   SectionEdit(book, Collection::interactions)};
  for (const Change& change : changes)
    edits[static_cast<std::size_t>(change.collection)].make(change);
  // The sections may stand in any order in the file.
  std::array<Collection, 3> order = kCollections;
  std::ranges::sort(order, {}, [&](Collection c) { return book.section(c).brackets.begin; });
  EditedText out;
  std::size_t written = 0;
  for (const Collection collection : order) {
    Splice& splice = edits[static_cast<std::size_t>(collection)].finish();
    if (!splice.changes_something()) continue;
    const Extent brackets = book.section(collection).brackets;
    out.view(book.text().substr(written, brackets.begin - written));
    splice.write(out);
    written = brackets.end;
  }
  out.view(book.text().substr(written));
  return out;
}

std::string new_book_text(const Contact& me) {
  return "{\n\"stead\": 1,\n\"contacts\": [\n" + write_record(me) +
         "\n],\n\"promises\": [\n],\n\"interactions\": [\n]\n}\n";
}

}  // namespace stead
