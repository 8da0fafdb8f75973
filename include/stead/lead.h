#pragma once

#include <cstddef>

namespace stead {

/// The columns that the lead of a list may take of so many: a third, but a date with its time stays
/// on one line where half of them are enough for it.
constexpr std::size_t widest_lead(std::size_t room) {
  constexpr std::size_t kDateAndTime = 20;  // `Sun 2026-08-02 11:00`
  return room / 3 < kDateAndTime && kDateAndTime <= room / 2 ? kDateAndTime : room / 3;
}

}  // namespace stead
