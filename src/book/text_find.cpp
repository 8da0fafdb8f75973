#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "stead/text.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace stead {
namespace {

/// What a book has most of: what JSON stands between, digits, and the letters that are most
/// frequent in English (P. Norvig, "English Letter Frequency Counts",
/// https://norvig.com/mayzner.html).
constexpr std::string_view kMostUsualFirst = "\" etaoinsrh:,ldcumfpgwyb0123456789-{}[]v.k";

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

/// Where in a part the byte is that a book has least of, but for the one at `beside`.
std::size_t rarest_in(std::string_view part, std::size_t beside) {
  std::size_t rarest = beside == 0 ? 1 : 0;
  for (std::size_t i = rarest + 1; i < part.size(); ++i) {
    if (i != beside && rarity(part[i]) > rarity(part[rarest])) rarest = i;
  }
  return rarest;
}

/// Looks for the byte at `rare` of the part, by the C library, which is the fastest to find one
/// byte.
std::size_t find_by_one(std::string_view text, std::string_view part, std::size_t at,
                        std::size_t rare) {
  for (at = text.find(part[rare], at + rare); at < text.size();
       at = text.find(part[rare], at + 1)) {
    if (text.substr(at - rare, part.size()) == part) return at - rare;
  }
  return std::string_view::npos;
}

/// Looks for two bytes of the part together, at 32 places at once (W. Mula, "SIMD-friendly
/// algorithms for substring searching", 2016).
std::size_t find_by_two(std::string_view text, std::string_view part, std::size_t at,
                        std::size_t first, std::size_t second) {
#ifdef __SSE2__
  constexpr std::size_t kHalf = sizeof(__m128i);
  const auto first_sign = _mm_set1_epi8(part[first]);
  const auto second_sign = _mm_set1_epi8(part[second]);
  const auto hits = [&](const char* begin) {
    const auto load = [](const char* from) {
      return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
    };
    const auto firsts = _mm_cmpeq_epi8(load(begin + first), first_sign);
    const auto seconds = _mm_cmpeq_epi8(load(begin + second), second_sign);
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_and_si128(firsts, seconds)));
  };
  for (; at + part.size() + 2 * kHalf <= text.size(); at += 2 * kHalf) {
    auto found = hits(text.data() + at) | hits(text.data() + at + kHalf) << kHalf;
    for (; found != 0; found &= found - 1) {
      const std::size_t here = at + static_cast<unsigned>(std::countr_zero(found));
      if (std::memcmp(text.data() + here, part.data(), part.size()) == 0) return here;
    }
  }
#else
  static_cast<void>(second);
#endif
  return find_by_one(text, part, at, first);
}

}  // namespace

// What a book has none of but in few places is found fastest by a byte of it that is as rare.
std::size_t find_part(std::string_view text, std::string_view part, std::size_t at) {
  if (part.size() < 2) return text.find(part, at);
  const std::size_t rarest = rarest_in(part, part.size());
  if (rarity(part[rarest]) == kMostUsualFirst.size()) return find_by_one(text, part, at, rarest);
  return find_by_two(text, part, at, rarest, rarest_in(part, rarest));
}

}  // namespace stead
