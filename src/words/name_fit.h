#pragma once

#include "stead/names.h"

#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// How well a contact fits what was typed, from the worst to the best.
enum class NameFit { none, front_of_owner, front, whole_but_archived, whole };

/// What was typed for a name, made ready to be compared with many.
struct TypedName {
  explicit TypedName(std::string_view text);

  std::string folded;
  std::vector<std::string> words;  ///< Folded.
};

/// How well a text fits: it is the whole of it, or each word is the front of one of the text's, in
/// a row.
NameFit fit_of(const TypedName& typed, std::string_view text);

/// How well a contact fits, by its name, an alias, its handle or a former one.
NameFit fit_of(const TypedName& typed, const ContactNames& names, Archived archived);

}  // namespace stead
