#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

// Phrases that sentences of several pages are made of.

/// `Acme Dental`, `Acme Dental and Delta GmbH`, `Acme Dental, Borealis and Delta GmbH`.
std::string in_a_row(const std::vector<std::string>& parts);

/// `once`, `twice`, `3 times`.
std::string times(std::size_t count);

/// `Acme Dental, Borealis`.
std::string listed(const std::vector<std::string>& words);

/// Up to three names in a row; more are `5 clients`.
std::string clients_in_a_row(const std::vector<std::string>& names);

/// `1 promise`, `3 promises`; `one` is the word for one, and `many` that for more where it is not
/// the same with an s.
std::string counted(std::size_t count, std::string_view one, std::string_view many = {});

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
