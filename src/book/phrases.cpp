#include "stead/phrases.h"

#include <fmt/format.h>

namespace stead {

std::string in_a_row(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 < parts.size() ? ", " : " and ";
    text += parts[i];
  }
  return text;
}

std::string times(std::size_t count) {
  return count == 1 ? "once" : count == 2 ? "twice" : fmt::format("{} times", count);
}

std::string counts(std::initializer_list<Counted> all) {
  std::string text;
  for (const Counted& each : all) {
    if (each.count == 0) continue;
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", each.count, each.what);
  }
  return text;
}

std::string in_brackets(const std::string& text) { return text.empty() ? "" : " (" + text + ")"; }

}  // namespace stead
