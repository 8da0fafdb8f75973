#pragma once

#include "stead/time.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace stead {

/// An interaction as walks over many see it.
struct Talk {
  std::uint32_t index = 0;  ///< Which of the book's interactions.
  bool is_note : 1 = false;
  bool is_contact : 1 = false;  ///< Did the owner have contact with them? "Meaning" 1.
  bool may_answer : 1 = false;  ///< Neither a note nor from them: "Meaning" 2.
  bool is_from_me : 1 = false;
  bool is_from_them : 1 = false;
  bool has_deed : 1 = false;
  bool tells_how_it_went : 1 = false;
  When at;
  std::span<const std::uint32_t> with;  ///< Contacts of the book, by their index.
};

/// What a Talk is made of, as it stands in the text.
struct TalkFront {
  std::string_view written_at;  ///< The text of `at`.
  When at;
  std::vector<std::string_view> with;
  std::string_view by;
  bool is_note = false;
  bool is_from_me = false;
  bool is_from_them = false;
  bool has_deed = false;
  bool tells_how_it_went = false;
};

/// Talks that were read, the newest first: walks over a book share them. A hundred thousand take
/// 5 MB, so each says only what several walks ask for.
class Talks {
 public:
  void reserve(std::size_t count) { talks_.reserve(count); }
  std::size_t size() const { return talks_.size(); }
  const Talk& operator[](std::size_t place) const { return talks_[place]; }

  /// Where they were added the oldest first.
  void reverse() { std::ranges::reverse(talks_); }

  /// Adds one more; `with` is copied.
  void add(Talk talk, const std::vector<std::uint32_t>& with) {
    if (contacts_.capacity() - contacts_.size() < with.size()) {
      full_.push_back(std::exchange(contacts_, {}));  // what looks into it may go on
      contacts_.reserve(std::max(kBlock, with.size()));
    }
    const std::size_t begin = contacts_.size();
    for (const std::uint32_t contact : with) contacts_.push_back(contact);
    talk.with = {contacts_.data() + begin, with.size()};
    talks_.push_back(talk);
  }

 private:
  static constexpr std::size_t kBlock = 4096;

  std::vector<Talk> talks_;
  std::vector<std::uint32_t> contacts_;  ///< Never moved while there are talks that look into it.
  std::vector<std::vector<std::uint32_t>> full_;
};

}  // namespace stead
