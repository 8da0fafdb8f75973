#include "stead/change.h"

#include "book/record_key.h"
#include "stead/book.h"
#include "stead/error.h"
#include "stead/record.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace stead {
namespace {

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

/// Does the record go from where it is to another place?
bool moves(const Change& change) {
  return change.before && change.after &&
         order_key(change.collection, *change.before) !=
             order_key(change.collection, *change.after);
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
    if (!change.before) return add(change);
    const std::size_t index = position(change.id);
    if (!change.after) return splice_.remove(index);
    if (!moves(change)) return splice_.replace(index, *change.after);
    splice_.remove(index);
    add(change);
  }

  /// All changes are made: puts new records where they belong.
  Splice& finish() {
    list_followers();
    for (const auto& [slot, record] : behind_those_of_the_file()) put(slot, *record);
    std::vector<Added*> by_order;
    for (Added& record : added_) {
      if (!record.follows) by_order.push_back(&record);
    }
    std::ranges::stable_sort(by_order, {}, &Added::key);
    // What belongs before another goes no further back in the file: one walk finds all places.
    std::vector<std::size_t> places(by_order.size(), section_.records.size());
    for (std::size_t i = by_order.size(); i-- > 0;) {
      places[i] = place_of(by_order[i]->key, i + 1 < by_order.size() ? places[i + 1] : places[i]);
    }
    for (std::size_t i = 0; i < by_order.size(); ++i) put(places[i], *by_order[i]);
    // Records that follow each other in a ring: none may be lost.
    for (Added& record : added_) {
      if (!record.is_put) put(place_of(record.key, section_.records.size()), record);
    }
    return splice_;
  }

 private:
  struct Added {
    std::string id;
    std::string key;
    std::string record;
    std::optional<std::string> follows;  ///< The id of the record that it goes behind.
    bool is_put = false;
  };

  std::size_t position(std::string_view id) const {
    if (const auto index = book_.find_in_file(collection_, id)) return *index;
    throw Error(Status::unwritable, "the record '{}' is not in the book any more", id);
  }

  void add(const Change& change) {
    added_.push_back(
        {change.id, order_key(collection_, *change.after), *change.after, change.after_follows});
  }

  /// Finds out who goes behind whom; what two want to follow, only the first of them does.
  void list_followers() {
    for (Added& record : added_) {
      ids_.insert(record.id);
      if (record.follows && !followers_.emplace(*record.follows, &record).second) {
        record.follows.reset();
      }
    }
  }

  /// What goes behind a record that stays, with its slot; who follows nobody that is there is left
  /// to the order.
  std::vector<std::pair<std::size_t, Added*>> behind_those_of_the_file() {
    std::vector<std::pair<std::size_t, Added*>> found;
    for (Added& record : added_) {
      if (!record.follows || ids_.contains(*record.follows)) continue;
      const auto index =
          record.follows->empty() ? std::nullopt : book_.find_in_file(collection_, *record.follows);
      if (index || record.follows->empty()) {
        found.emplace_back(index ? *index + 1 : 0, &record);
      } else {
        record.follows.reset();
      }
    }
    return found;
  }

  /// Puts a record into a slot, and behind it those that follow it.
  void put(std::size_t slot, Added& record) {
    for (Added* next = &record; next != nullptr && !next->is_put;) {
      next->is_put = true;
      splice_.insert(slot, std::move(next->record));
      const auto follower = followers_.find(next->id);
      next = follower == followers_.end() ? nullptr : follower->second;
    }
  }

  /// Behind the last of the first `place` records that does not come after it.
  std::size_t place_of(const std::string& key, std::size_t place) const {
    const auto comes_after = [&](Extent record) {
      return order_key(collection_, book_.text(), record) > key;
    };
    while (place > 0 && comes_after(section_.records[place - 1])) --place;
    return place;
  }

  const Book& book_;
  Collection collection_;
  const Book::Section& section_;
  Splice splice_;
  std::vector<Added> added_;
  std::unordered_set<std::string> ids_;  ///< Of those in `added_`.
  std::unordered_map<std::string, Added*> followers_;
};

}  // namespace

Changes with_places(const Book& book, Changes changes) {
  for (Change& change : changes) {
    if (!change.before || (change.after && !moves(change))) continue;
    const auto index = book.find_in_file(change.collection, change.id);
    if (!index) continue;
    const auto& records = book.section(change.collection).records;
    std::deque<std::string> decoded;
    change.before_follows =
        *index == 0 ? "" : std::string(id_of(book.text(), records[*index - 1], decoded));
  }
  return changes;
}

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
