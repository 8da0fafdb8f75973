#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <vector>

namespace stead {

// Phrases that sentences of several pages are made of.

/// `Acme Dental`, `Acme Dental and Delta GmbH`, `Acme Dental, Borealis and Delta GmbH`.
std::string in_a_row(const std::vector<std::string>& parts);

/// `once`, `twice`, `3 times`.
std::string times(std::size_t count);

/// So many of something.
struct Counted {
  std::size_t count;
  std::string what;
};

/// `2 early, 1 late`: those of the counts that are not 0.
std::string counts(std::initializer_list<Counted> all);

/// ` (2 early)`, to be put behind a word; empty where there is no text.
std::string in_brackets(const std::string& text);

}  // namespace stead
