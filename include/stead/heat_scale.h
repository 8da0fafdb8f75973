#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace stead {

/// Which shade a number has beside others: 0 is none; of the rest a quarter each has 1 to 4, as far
/// as numbers differ, and the largest has the darkest. So one day with very much does not make all
/// others pale.
class HeatScale {
 public:
  static constexpr std::size_t kLevels = 5;

  /// A scale for these numbers, none of which is negative; those that are 0 do not count.
  explicit HeatScale(std::vector<std::int64_t> values);

  std::size_t level(std::int64_t value) const;

  /// What one shade stands for.
  struct Step {
    std::size_t level = 0;
    std::string words{};  ///< `0`, `1`, `2 to 3`, `4 or more`.

    bool operator==(const Step&) const = default;
  };
  /// All shades that occur, from the palest on.
  std::vector<Step> steps() const;

 private:
  std::size_t quarter(std::int64_t value) const;

  std::vector<std::int64_t> values_;       ///< In ascending order.
  std::array<std::int64_t, 3> most_of_{};  ///< The most of the first three quarters.
  std::size_t shift_ = 0;  ///< How many shades darker the quarters are, where fewer than 4 occur.
};

}  // namespace stead
