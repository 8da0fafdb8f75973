#include "reports/page_words.h"

#include <fmt/format.h>

#include <utility>

namespace stead {

std::size_t shown_of(std::size_t count, std::size_t most) {
  return count <= most + 1 ? count : most;
}

std::string words(Period period) {
  if (period.first == period.last) return long_date(period.first);
  return long_date(period.first) + " to " + long_date(period.last);
}

std::string count_of(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string count_of(std::size_t count, std::string_view one) {
  return count_of(count, one, std::string(one) + "s");
}

Text command(std::string text) { return Text(std::move(text), Tone::code); }

Text more(std::size_t count, std::string where) {
  return Text(fmt::format("and {} more: ", count), Tone::faint) + command(std::move(where));
}

}  // namespace stead
