#pragma once

#include <bit>
#include <cstddef>
#include <string_view>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace stead {

/// Where, from byte `at` on, the first of these signs is; the end of the text where there is none.
/// For signs that come soon, or several at once: the C library looks for one, and to call it costs
/// more than to pass over a handle.
template <char... signs>
inline std::size_t find_any(std::string_view text, std::size_t at) {
#ifdef __SSE2__
  for (; at + sizeof(__m128i) <= text.size(); at += sizeof(__m128i)) {
    const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    auto hits = _mm_setzero_si128();
    ((hits = _mm_or_si128(hits, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(signs)))), ...);
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(hits));
    if (found != 0) return at + static_cast<unsigned>(std::countr_zero(found));
  }
#endif
  while (at < text.size() && ((text[at] != signs) && ...)) ++at;
  return at;
}

}  // namespace stead
