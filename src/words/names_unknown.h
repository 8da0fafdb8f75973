#pragma once

#include "stead/book.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// How many of many are named in a message.
inline constexpr std::size_t kNamedAtMost = 5;

/// `a`, `a or b`, `a, b or c`; of more than kNamedAtMost the first, `and 12 more`.
std::string either_of(const std::vector<std::string>& names);

/// For a name that is nobody's in force: throws Error (usage) where it is an archived contact's,
/// with how to bring that one back.
void refuse_archived(const Book& book, std::string_view text);

/// The contacts that may have been meant by a name that is nobody's, as a question: `did you mean
/// 'Ana Ruiz'?`; empty where none comes near.
std::string who_was_meant(const Book& book, std::string_view text);

/// What to do about a name that is nobody's: the contacts that may have been meant, and how to add
/// a new one.
std::string hint_for_unknown(const Book& book, std::string_view text,
                             std::string_view new_option = {});

}  // namespace stead
