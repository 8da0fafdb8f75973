#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "stead/text.h"

namespace stead {
namespace {

/// What a book has most of: what JSON stands between, digits, and the letters that are most
/// frequent in English (P. Norvig, "English Letter Frequency Counts",
/// https://norvig.com/mayzner.html).
constexpr std::string_view kMostUsualFirst = "\" etaoinsrh:,ldcumfpgwyb0123456789-{}[]v.k";
constexpr std::size_t kVeryUsual = 16;  ///< Of those, whose look-up would stop too often.

/// For each byte its place in kMostUsualFirst; a high number where it is not there.
constexpr std::array<unsigned char, 256> kRarity = [] {
  std::array<unsigned char, 256> rarity{};
  rarity.fill(kMostUsualFirst.size());
  for (std::size_t i = 0; i < kMostUsualFirst.size(); ++i) {
    rarity[static_cast<unsigned char>(kMostUsualFirst[i])] = static_cast<unsigned char>(i);
  }
  return rarity;
}();

std::size_t rarity(char byte) { return kRarity[static_cast<unsigned char>(byte)]; }

std::size_t find_from_front(std::string_view text, std::string_view part) {
  const void* found = ::memmem(text.data(), text.size(), part.data(), part.size());
  if (found == nullptr) return std::string_view::npos;
  return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

}  // namespace

// The C library finds a single byte ten times as fast as a part. So it is asked for the byte that
// the text will have least of, and the part is compared only there. A wrong guess costs time alone.
std::size_t find_part(std::string_view text, std::string_view part, std::size_t at) {
  std::size_t rarest = 0;
  for (std::size_t i = 1; i < part.size(); ++i) {
    if (rarity(part[i]) > rarity(part[rarest])) rarest = i;
  }
  if (part.empty() || rarity(part[rarest]) < kVeryUsual) {
    const std::size_t found = find_from_front(text.substr(at), part);
    return found == std::string_view::npos ? found : at + found;
  }
  for (at = text.find(part[rarest], at + rarest); at < text.size();
       at = text.find(part[rarest], at + 1)) {
    if (text.substr(at - rarest, part.size()) == part) return at - rarest;
  }
  return std::string_view::npos;
}

}  // namespace stead
