#pragma once

#include <cstdio>
#include <cstdlib>

namespace stead::fuzz {

/// Ends the program, so that the fuzzer keeps the input, where what has to hold does not.
inline void expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "expected: %s\n", what);
  std::abort();
}

}  // namespace stead::fuzz
