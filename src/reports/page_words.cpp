#include "reports/page_words.h"

#include <fmt/format.h>

#include <utility>

namespace stead {

std::size_t shown_of(std::size_t count, std::size_t most) {
  return count <= most + 1 ? count : most;
}

Text command(std::string text) { return Text(std::move(text), Tone::code); }

Text more(std::size_t count, std::string where) {
  return Text(fmt::format("and {} more: ", count), Tone::faint) + command(std::move(where));
}

}  // namespace stead
