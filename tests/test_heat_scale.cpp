#include "stead/heat_scale.h"

#include "random_model.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

using namespace stead;

namespace {

using Values = std::vector<std::int64_t>;

std::string steps_of_scale(const Values& values) {
  std::string text;
  for (const HeatScale::Step& step : HeatScale(values).steps()) {
    text += fmt::format("{}{}={}", text.empty() ? "" : " ", step.level, step.words);
  }
  return text;
}

}  // namespace

TEST_CASE("small numbers have a shade each, and larger ones a quarter of what there is") {
  CHECK(steps_of_scale({}).empty());
  CHECK(steps_of_scale({0, 0}) == "0=0");
  CHECK(steps_of_scale({0, 1, 1, 1}) == "0=0 4=1");
  CHECK(steps_of_scale({1, 2, 2}) == "3=1 4=2");
  CHECK(steps_of_scale({4, 3, 2, 1}) == "1=1 2=2 3=3 4=4");
  CHECK(steps_of_scale({1, 2, 3, 4, 5, 6, 7, 8}) == "1=1 to 2 2=3 to 4 3=5 to 6 4=7 or more");
}

TEST_CASE("one very large number does not make all others pale") {
  CHECK(steps_of_scale({1, 1, 1, 2, 2, 3, 100}) == "1=1 2=2 3=3 4=4 or more");
}

TEST_CASE("a larger number never has a paler shade, and only nothing has none") {
  random_model::Dice dice(7);
  for (int i = 0; i < 500; ++i) {
    Values values;
    for (std::size_t n = dice.below(30); n > 0; --n) {
      values.push_back(static_cast<std::int64_t>(dice.below(dice.chance(50) ? 5 : 1000)));
    }
    const HeatScale scale(values);
    std::size_t before = 0;
    bool is_rising = scale.level(0) == 0;
    for (std::int64_t value = 1; value < 1001; ++value) {
      const std::size_t level = scale.level(value);
      is_rising = is_rising && 0 < level && level < HeatScale::kLevels && before <= level;
      before = level;
    }
    CHECK(is_rising);
  }
}
