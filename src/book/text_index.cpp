#include "book/text_index.h"

#include <xxhash.h>

#include <utility>

namespace stead {

std::uint32_t TextIndex::hash_of(std::string_view text) {
  return static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size()));
}

void TextIndex::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
  for (const Slot slot : old) {
    if (slot.next != 0) slots_[place(slot.hash, [](std::uint32_t) { return false; })] = slot;
  }
}

}  // namespace stead
