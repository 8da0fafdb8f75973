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
  /// Is the text a day or a time, as `when_from` reads it? Then it is put into `when`.
  bool read(std::string_view text, When& when) {
    if (is_of_same_day(text) && has_clock(text)) {
      before_ = text;
      last_.time->minute = 60 * two_digits(text, kClock) + two_digits(text, kClock + 3);
      when = last_;
      return true;
    }
    return read_anew(text, when);
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

  /// Does `10:15` stand where the time of day is?
  static bool has_clock(std::string_view text) {
    const auto digit = [&](std::size_t i) { return unsigned(text[i]) - unsigned{'0'}; };
    return digit(kClock) < 3 && digit(kClock + 1) < 10 && two_digits(text, kClock) < 24 &&
           text[kClock + 2] == ':' && digit(kClock + 3) < 6 && digit(kClock + 4) < 10;
  }

  static int two_digits(std::string_view text, std::size_t at) {
    return 10 * (text[at] - '0') + (text[at + 1] - '0');
  }

  bool read_anew(std::string_view text, When& when) {
    const std::optional<When> read = when_from(text);
    if (!read) return false;
    when = *read;
    if (!when.time || text.size() != kSize) return true;
    before_ = text;
    last_ = when;
    return true;
  }

  std::string_view before_;  ///< The last text of the usual length, and what it says.
  When last_;
};

}  // namespace stead
