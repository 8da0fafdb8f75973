#include "stead/proportion.h"

#include <algorithm>
#include <cmath>

namespace stead {

Interval wilson_interval(Share share) {
  if (share.all == 0) return {};
  constexpr double kZ = 1.959963984540054;  // the quantile of the normal distribution at 97.5 %
  const auto n = static_cast<double>(share.all);
  const double p = static_cast<double>(share.good) / n;
  const double scale = 1 + kZ * kZ / n;
  const double middle = (p + kZ * kZ / (2 * n)) / scale;
  const double reach = kZ * std::sqrt(p * (1 - p) / n + kZ * kZ / (4 * n * n)) / scale;
  // Rounding must not carry a bound past what it is when all, or none, are good.
  return {share.good == 0 ? 0 : std::max(0.0, middle - reach),
          share.good == share.all ? 1 : std::min(1.0, middle + reach)};
}

}  // namespace stead
