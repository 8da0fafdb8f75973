#pragma once

#include "stead/book.h"
#include "stead/change.h"
#include "stead/model.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace stead {

/// Where random numbers come from: all 64 bits are random.
using Random = std::function<std::uint64_t()>;

/// Collects what one command changes. The book stays as it is; what was put here is seen by the
/// getters, so that a command may change a record twice.
class Edits {
 public:
  Edits(const Book& book, Random random) : book_(book), random_(std::move(random)) {}

  const Book& book() const { return book_; }

  /// A record as it stands after what was put so far; nothing where there is none.
  std::optional<Contact> contact(std::string_view handle) const;
  std::optional<Promise> promise(std::string_view id) const;
  std::optional<Interaction> interaction(std::string_view id) const;

  /// Sets a record to these values: changes the one with its id, or adds it where there is none.
  /// What is equal to the book is no change.
  void put(const Contact& contact);
  void put(const Promise& promise);
  void put(const Interaction& interaction);

  /// Takes a record out; one that is not there is no change.
  void remove(Collection collection, std::string_view id);

  /// Makes a change to the letter, as undo does: true where the record is as `change.before` has
  /// it; else false, and nothing is changed.
  bool apply(const Change& change);

  /// A handle for a new contact with this name: `ana-ruiz`, `ana-ruiz-2` where that is taken.
  std::string new_handle(std::string_view name) const;
  /// A random id that no promise and no interaction has.
  std::string new_promise_id();
  std::string new_interaction_id();
  /// A random name for a book, 12 signs.
  std::string new_book_id();

  const Changes& changes() const { return changes_; }

 private:
  std::string new_id(std::size_t length);
  std::optional<std::size_t> find(Collection collection, std::string_view id) const;
  bool is_taken(std::string_view id) const;
  std::optional<std::string> text(Collection collection, std::string_view id) const;
  void set(Collection collection, const std::string& id, std::optional<std::string> after);
  std::optional<Contact> exact_contact(std::string_view id) const;
  const Change* changed(Collection collection, std::string_view id) const;
  template <typename Record, typename Read>
  std::optional<Record> get(Collection collection, std::string_view id, Read read) const;
  template <typename Record>
  void put_record(Collection collection, const std::optional<Record>& before, const Record& record);

  const Book& book_;
  Random random_;
  Changes changes_;
  std::set<std::string, std::less<>> new_ids_;  ///< Known not to be in the book.
  /// Where in `changes_` the change to a record is.
  std::map<std::pair<Collection, std::string>, std::size_t> places_;
};

}  // namespace stead
