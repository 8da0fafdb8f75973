#pragma once

#include <cstddef>

namespace stead {

/// So many of so many.
struct Share {
  std::size_t good = 0;
  std::size_t all = 0;

  bool operator==(const Share&) const = default;
};

/// Where a proportion lies, from 0 to 1.
struct Interval {
  double low = 0;
  double high = 1;

  bool operator==(const Interval&) const = default;
};

/// The score interval at 95 % for the proportion behind a share: E. B. Wilson, "Probable Inference,
/// the Law of Succession, and Statistical Inference", Journal of the American Statistical
/// Association 22 (1927), 209-212. Unlike the share itself it says how much is known: one of one is
/// not 100 % but 21 % to 100 %. Of nothing it is 0 to 1.
Interval wilson_interval(Share share);

}  // namespace stead
