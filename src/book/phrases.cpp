#include "stead/phrases.h"

#include <fmt/ranges.h>

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

std::string listed(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string clients_in_a_row(const std::vector<std::string>& names) {
  return names.size() > 3 ? fmt::format("{} clients", names.size()) : in_a_row(names);
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  if (count == 1) return fmt::format("1 {}", one);
  return many.empty() ? fmt::format("{} {}s", count, one) : fmt::format("{} {}", count, many);
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
