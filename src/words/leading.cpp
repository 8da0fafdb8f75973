#include "words/leading.h"

#include <algorithm>

namespace stead::words {
namespace {

// "the 12th of august 2026 .. the 14th of august 2026" and the like, with every sign on its own.
constexpr std::size_t kMostWords = 16;

}  // namespace

std::vector<std::string_view> fronts(std::string_view text) {
  std::vector<std::string_view> result;
  std::size_t at = 0;
  while (result.size() < kMostWords &&
         (at = text.find_first_not_of(kBlanks, at)) != std::string_view::npos) {
    at = std::min(text.find_first_of(kBlanks, at), text.size());
    result.push_back(text.substr(0, at));
  }
  std::ranges::reverse(result);
  return result;
}

}  // namespace stead::words
