#include "stead/heat_scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace stead {

HeatScale::HeatScale(std::vector<std::int64_t> values) : values_(std::move(values)) {
  std::ranges::sort(values_);
  const auto first = std::ranges::upper_bound(values_, 0);
  const std::size_t count = static_cast<std::size_t>(values_.end() - first);
  std::int64_t below = 0;
  for (std::size_t i = 0; i < most_of_.size(); ++i) {
    const std::size_t place = (i + 1) * count / (kLevels - 1);
    const std::int64_t quantile =
        place == 0 ? 0 : *(first + static_cast<std::ptrdiff_t>(place) - 1);
    below = most_of_.at(i) = std::max(quantile, below + 1);
  }
  if (count > 0) shift_ = kLevels - 1 - quarter(values_.back());
}

std::size_t HeatScale::quarter(std::int64_t value) const {
  const auto* found = std::ranges::lower_bound(most_of_, value);
  return 1 + static_cast<std::size_t>(found - most_of_.begin());
}

std::size_t HeatScale::level(std::int64_t value) const {
  return value <= 0 ? 0 : std::min(quarter(value) + shift_, kLevels - 1);
}

std::vector<HeatScale::Step> HeatScale::steps() const {
  std::vector<Step> steps;
  for (const std::int64_t value : values_) {
    const std::size_t own = level(value);
    if (!steps.empty() && steps.back().level == own) continue;
    if (own == 0) {
      steps.push_back({0, "0"});
      continue;
    }
    const std::size_t place = own - shift_;
    const std::int64_t least = place == 1 ? 1 : most_of_.at(place - 2) + 1;
    const bool is_last = own == kLevels - 1;
    const std::int64_t most = is_last ? values_.back() : most_of_.at(place - 1);
    steps.push_back({own, least == most ? fmt::format("{}", least)
                          : is_last     ? fmt::format("{} or more", least)
                                        : fmt::format("{} to {}", least, most)});
  }
  return steps;
}

}  // namespace stead
