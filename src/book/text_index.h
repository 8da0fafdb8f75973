#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

namespace stead {

/// Finds texts that stand elsewhere, each with its number: of each it holds a number and a hash, so
/// that a hundred thousand take little room. Whoever asks passes what tells whether a number is
/// that of the text.
class TextIndex {
 public:
  /// With room for so many, before it has to grow.
  explicit TextIndex(std::size_t expected)
      : slots_(std::bit_ceil(std::max(kLeast, 2 * expected))) {}

  /// The number of an equal text, if one was put; `is_it(number)` tells whether it is equal.
  template <typename IsIt>
  std::optional<std::uint32_t> find(std::string_view text, IsIt is_it) const {
    const Slot& slot = slots_[place(hash_of(text), is_it)];
    return slot.next == 0 ? std::nullopt : std::optional(slot.next - 1);
  }

  /// Puts one more text, which has this number; false where an equal one was there already.
  /// The largest std::uint32_t is no number.
  template <typename IsIt>
  bool put(std::string_view text, std::uint32_t number, IsIt is_it) {
    if (2 * (taken_ + 1) > slots_.size()) grow();
    const std::uint32_t hash = hash_of(text);
    Slot& slot = slots_[place(hash, is_it)];
    if (slot.next != 0) return false;
    slot = {hash, number + 1};
    ++taken_;
    return true;
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t next = 0;  ///< The number and one more; 0: the slot is free.
  };

  static constexpr std::size_t kLeast = 64;
  static std::uint32_t hash_of(std::string_view text);
  void grow();

  /// Where the text is, or the free slot where it would be.
  template <typename IsIt>
  std::size_t place(std::uint32_t hash, IsIt is_it) const {
    const std::size_t mask = slots_.size() - 1;
    const Slot* const slots = slots_.data();  // the mask keeps it inside
    std::size_t i = hash & mask;
    while (slots[i].next != 0 && !(slots[i].hash == hash && is_it(slots[i].next - 1))) {
      i = (i + 1) & mask;
    }
    return i;
  }

  std::vector<Slot> slots_;  ///< A power of two; never more than half of them are taken.
  std::size_t taken_ = 0;
};

/// Handles of contacts, numbered from 0 as they are added.
class HandleTable {
 public:
  explicit HandleTable(std::size_t expected) : index_(expected) { handles_.reserve(expected); }

  /// Takes the next one, which has to outlive this; false where an equal one was there already.
  bool add(std::string_view handle) {
    const auto number = static_cast<std::uint32_t>(handles_.size());
    handles_.push_back(handle);
    return index_.put(handle, number, [&](std::size_t i) { return handles_[i] == handle; });
  }
  std::optional<std::size_t> find(std::string_view handle) const {
    return index_.find(handle, [&](std::size_t i) { return is_same(handles_[i], handle); });
  }

 private:
  /// Of eight to sixteen bytes, as most are, two words that may overlap are all: they are compared
  /// without a call.
  static bool is_same(std::string_view a, std::string_view b) {
    constexpr std::size_t kWord = sizeof(std::uint64_t);
    if (a.size() != b.size()) return false;
    if (a.size() < kWord || a.size() > 2 * kWord) return a == b;
    const auto word = [](const char* at) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, at, kWord);
      return bytes;
    };
    const std::size_t last = a.size() - kWord;
    return word(a.data()) == word(b.data()) && word(a.data() + last) == word(b.data() + last);
  }

  TextIndex index_;
  std::vector<std::string_view> handles_;
};

}  // namespace stead
