#pragma once

#include "stead/ascii.h"

#include <algorithm>
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

/// The closing quote of the text in JSON that begins at `begin`; nullptr where an escape comes
/// before it, or `end`.
inline const char* closing_quote(const char* begin, const char* end) {
#ifdef __SSE2__
  for (; end - begin >= static_cast<std::ptrdiff_t>(sizeof(__m128i)); begin += sizeof(__m128i)) {
    const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(begin));
    const auto hits = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')),
                                   _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(hits));
    if (found == 0) continue;
    begin += static_cast<unsigned>(std::countr_zero(found));
    return *begin == '"' ? begin : nullptr;
  }
#endif
  while (begin != end && *begin != '"' && *begin != '\\') ++begin;
  return begin != end && *begin == '"' ? begin : nullptr;
}

/// Where, from byte `at` on, the first brace is; the end of the text where there is none. Of ASCII
/// nothing but `|`, `~` and DEL comes behind `z` as braces do, and as a signed number no other byte
/// does, so that one comparison finds both; of the rare signs beside them each gets a second look.
inline std::size_t find_brace(std::string_view text, std::size_t at) {
#ifdef __SSE2__
  constexpr std::size_t kWidth = sizeof(__m128i);
  const auto behind_z = [&](std::size_t from) {
    const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + from));
    return _mm_cmpgt_epi8(bytes, _mm_set1_epi8('z'));
  };
  for (; at + 2 * kWidth <= text.size(); at += 2 * kWidth) {
    const auto first = behind_z(at);
    const auto second = behind_z(at + kWidth);
    if (_mm_movemask_epi8(_mm_or_si128(first, second)) == 0) continue;
    auto found = static_cast<unsigned>(_mm_movemask_epi8(first)) |
                 static_cast<unsigned>(_mm_movemask_epi8(second)) << kWidth;
    for (; found != 0; found &= found - 1) {
      const std::size_t here = at + static_cast<unsigned>(std::countr_zero(found));
      if (text[here] == '{' || text[here] == '}') return here;
    }
  }
#endif
  return find_any<'{', '}'>(text, at);
}

/// Where, from byte `at` on, the first byte that is not ASCII is; the end of the text where all
/// are.
inline std::size_t find_not_ascii(std::string_view text, std::size_t at) {
#ifdef __SSE2__
  for (; at + sizeof(__m128i) <= text.size(); at += sizeof(__m128i)) {
    const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(bytes));
    if (found != 0) return at + static_cast<unsigned>(std::countr_zero(found));
  }
#endif
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

/// Is `before <= after`? Of texts as long as a day and a minute are, the first byte that differs
/// says so, without a call.
inline bool is_ordered(std::string_view before, std::string_view after) {
#ifdef __SSE2__
  if (before.size() >= sizeof(__m128i) && after.size() >= sizeof(__m128i)) {
    const auto load = [](std::string_view text) {
      return _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data()));
    };
    const auto equal = _mm_cmpeq_epi8(load(before), load(after));
    const auto differ = ~static_cast<unsigned>(_mm_movemask_epi8(equal)) & 0xFFFFU;
    const auto first = static_cast<unsigned>(std::countr_zero(differ));
    const auto byte = [first](std::string_view text) {
      return static_cast<unsigned char>(text[first]);
    };
    if (differ != 0) return byte(before) < byte(after);
  }
#endif
  return before <= after;
}

/// Is `part`, which has no capitals and is not empty, in `text`, whose ASCII capitals are taken for
/// the small letters? The first and the last byte of the part are looked for together, at sixteen
/// places at once (W. Mula, "SIMD-friendly algorithms for substring searching", 2016).
inline bool has_lowered(std::string_view text, std::string_view part) {
  const std::size_t last = part.size() - 1;
  const auto is_here = [&](std::size_t at) {
    return std::ranges::equal(text.substr(at, part.size()), part, {}, lower_ascii);
  };
  std::size_t at = 0;
#ifdef __SSE2__
  // One bit is all that tells a capital from a small letter; that it makes other signs alike, too,
  // costs no more than a second look.
  const auto without_case = [](__m128i bytes) { return _mm_or_si128(bytes, _mm_set1_epi8(0x20)); };
  const auto first_sign = without_case(_mm_set1_epi8(part.front()));
  const auto last_sign = without_case(_mm_set1_epi8(part.back()));
  const auto load = [&](std::size_t from) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + from));
  };
  for (; at + last + sizeof(__m128i) <= text.size(); at += sizeof(__m128i)) {
    const auto firsts = _mm_cmpeq_epi8(without_case(load(at)), first_sign);
    const auto lasts = _mm_cmpeq_epi8(without_case(load(at + last)), last_sign);
    auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_and_si128(firsts, lasts)));
    for (; found != 0; found &= found - 1) {
      if (is_here(at + static_cast<unsigned>(std::countr_zero(found)))) return true;
    }
  }
#endif
  for (; at + last < text.size(); ++at) {
    if (is_here(at)) return true;
  }
  return false;
}

}  // namespace stead
