#pragma once

#include "stead/time.h"

#include <cstddef>
#include <cstring>
#include <optional>
#include <string_view>

namespace stead {

/// Reads times one after the other, faster than `when_from` where the next one is of the same day
/// and zone: so are most in a book. A text has to live until the next one is read.
class TimeReader {
 public:
  /// The same as `when_from(text)`.
  std::optional<When> read(std::string_view text) {
    if (is_of_same_day(text)) {
      const auto digit = [&](std::size_t i) { return unsigned(text[i]) - unsigned{'0'}; };
      const unsigned hour = 10 * digit(kClock) + digit(kClock + 1);
      const unsigned minute = 10 * digit(kClock + 3) + digit(kClock + 4);
      const bool are_digits = digit(kClock) < 3 && digit(kClock + 1) < 10 &&
                              digit(kClock + 3) < 6 && digit(kClock + 4) < 10;
      if (are_digits && hour < 24 && text[kClock + 2] == ':') {
        before_ = text;
        last_.time->minute = static_cast<int>(60 * hour + minute);
        return last_;
      }
    }
    const std::optional<When> when = when_from(text);
    if (!when || !when->time || text.size() != kSize) return when;
    before_ = text;
    last_ = *when;
    return when;
  }

 private:
  static constexpr std::size_t kClock = 11;  ///< `2026-08-07T` is before it,
  static constexpr std::size_t kZone = 16;   ///< `+02:00` behind.
  static constexpr std::size_t kSize = 22;

  bool is_of_same_day(std::string_view text) const {
    return text.size() == kSize && before_.size() == kSize &&
           std::memcmp(text.data(), before_.data(), kClock) == 0 &&
           std::memcmp(text.data() + kZone, before_.data() + kZone, kSize - kZone) == 0;
  }

  std::string_view before_;  ///< The last text of the usual length, and what it says.
  When last_;
};

}  // namespace stead
