#pragma once

#include "stead/book.h"
#include "stead/time.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace stead {

/// Interactions come in the order of local time. Where clocks of far places meet, one of them can
/// be later than its neighbour by up to the difference of their offsets.
inline constexpr Days kClocksApart{2};

/// When the owner last had contact with each contact of a book; stead-book(5), "Meaning" 1: by
/// interactions of the owner's own that are no notes, with the contact or with somebody who works
/// there now. Those about or for a contact do not count.
///
/// One walk over the interactions, made by the constructor; the book has to outlive it.
class LastContacts {
 public:
  /// Looks at the interactions on `since` and after it only: a contact whose last one was before
  /// that day has none. Without a day, at all of them.
  explicit LastContacts(const Book& book, Day since = kFirstDay);

  /// Looks for the contacts at these indices of the book only; others have none, or not their last.
  LastContacts(const Book& book, const std::vector<std::size_t>& of);

  /// The last contact with the one that a reference names; nothing where there was none, or no such
  /// contact is in the book.
  std::optional<When> with(std::string_view handle) const;
  /// The same for the contact at `index` in the book.
  std::optional<When> with(std::size_t index) const { return last_[index]; }

 private:
  /// For whom a contact's interactions are looked at: for itself, and for its org.
  struct Wanted {
    bool itself = false;
    std::optional<std::size_t> org;
  };

  void want_orgs();
  void walk(Day since);
  void take(std::size_t index, const When& at);
  void take_for(std::size_t index, const When& at);
  bool is_known(std::size_t index, Day day) const;

  const Book& book_;
  std::vector<Wanted> wanted_;  ///< Of each contact; nothing where all is known.
  std::vector<std::optional<When>> last_;
  std::size_t without_ = 0;  ///< How many that are wanted were not met yet.
};

/// The last contact with one contact, found from the newest interaction back.
std::optional<When> last_contact(const Book& book, std::string_view handle);

}  // namespace stead
