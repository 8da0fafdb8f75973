#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// How many slips of the finger make `b` of `a`: a letter missing, one too many, a wrong one, or
/// two neighbours swapped, each part of the text touched once at most (the optimal string alignment
/// distance, L. Boytsov, "Indexing methods for approximate dictionary searching", ACM JEA 16, 2011,
/// after F. J. Damerau, CACM 7 (3), 1964). Counts code points; bytes that are no UTF-8 count one
/// each.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidates that somebody who typed `word` may have meant, at most `limit`, in their own
/// order; all are equally near, so that a clear favourite stands alone, as in git. Compared by
/// fold. One slip is forgiven for every three letters of the longer one, so none in `jo`; a
/// candidate of which `word` is the front (two letters or more) is as near as one slip.
std::vector<std::string> nearest(std::string_view word,
                                 std::span<const std::string_view> candidates,
                                 std::size_t limit = 3);
std::vector<std::string> nearest(std::string_view word, std::span<const std::string> candidates,
                                 std::size_t limit = 3);

/// Names as a hint offers them: `did you mean 'log'?`, `did you mean 'keep' or 'help'?`; empty
/// when there are none.
std::string did_you_mean(std::span<const std::string> names);

}  // namespace stead
