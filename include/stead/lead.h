#pragma once

#include <cstddef>

namespace stead {

/// The columns that the lead of a list may take of so many: a third, but a date with its time stays
/// on one line where half of them are enough for it, and a period where more than half are left.
constexpr std::size_t widest_lead(std::size_t room) {
  constexpr std::size_t kDateAndTime = 20;  // `Sun 2026-08-02 11:00`
  constexpr std::size_t kPeriod = 32;       // `Mon 2026-08-10 to Fri 2026-08-21`
  if (room / 3 < kPeriod && kPeriod <= 5 * room / 12) return kPeriod;
  return room / 3 < kDateAndTime && kDateAndTime <= room / 2 ? kDateAndTime : room / 3;
}

}  // namespace stead
