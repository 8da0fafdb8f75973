#include "stead/nearest.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "stead/text.h"

namespace stead {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string points;
  while (!text.empty()) {
    if (utf8_length(text) > 0) {
      points += take_code_point(text);
    } else {
      points += static_cast<unsigned char>(text.front());
      text.remove_prefix(1);
    }
  }
  return points;
}

std::size_t distance(std::u32string_view a, std::u32string_view b) {
  // Rows of the table of distances between the fronts of both: the last but one, the last, this.
  std::vector<std::size_t> older, last(b.size() + 1), row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t wrong = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + wrong});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], older[j - 2] + 1);
      }
    }
    older = std::exchange(last, row);
  }
  return last.back();
}

/// How far `candidate` is from `word`, or nothing when it is too far to be meant.
std::optional<std::size_t> slips(std::u32string_view word, std::u32string_view candidate) {
  if (word.size() >= 2 && candidate.starts_with(word)) return candidate == word ? 0 : 1;
  const auto [shorter, longer] = std::minmax({word.size(), candidate.size()});
  const std::size_t forgiven = longer / 3;
  if (longer - shorter > forgiven) return std::nullopt;
  const std::size_t found = distance(word, candidate);
  return found <= forgiven ? std::optional{found} : std::nullopt;
}

template <typename Text>
std::vector<std::string> nearest_of(std::string_view word, std::span<const Text> candidates,
                                    std::size_t limit) {
  const std::u32string typed = code_points(fold(word));
  std::vector<std::string> found;
  std::size_t least = typed.size() + 1;
  for (const Text& candidate : candidates) {
    const auto away = slips(typed, code_points(fold(candidate)));
    if (!away || *away > least) continue;
    if (*away < least) found.clear();
    least = *away;
    if (found.size() < limit) found.emplace_back(candidate);
  }
  return found;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return distance(code_points(a), code_points(b));
}

std::vector<std::string> nearest(std::string_view word,
                                 std::span<const std::string_view> candidates, std::size_t limit) {
  return nearest_of(word, candidates, limit);
}

std::vector<std::string> nearest(std::string_view word, std::span<const std::string> candidates,
                                 std::size_t limit) {
  return nearest_of(word, candidates, limit);
}

std::string did_you_mean(std::span<const std::string> names) {
  if (names.empty()) return "";
  std::string hint = "did you mean ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) hint += i + 1 == names.size() ? " or " : ", ";
    hint += "'" + names[i] + "'";
  }
  return hint + "?";
}

}  // namespace stead
