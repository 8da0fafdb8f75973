#pragma once

#include "stead/contact.h"
#include "stead/time.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Where it is in `contact.heard`. What was said in the same words on several days is one thing,
/// and all its places are meant.
using HeardPlaces = std::vector<std::size_t>;

/// What was heard from a contact and is named by words of it, each the front of a word; the whole
/// text comes first. A written-out day behind the words means what was said on that day alone.
/// Nothing is meant that is retired.
///
/// Throws Error (usage) where nothing fits, which says so if what fits is retired, and where
/// several do: those are listed with their ages. `command` is what the words are typed behind, for
/// the hint: `stead reflect ana-ruiz`.
HeardPlaces heard_named(const Contact& contact, std::string_view words, std::string_view command,
                        Day today);

/// The one place of what is named so. Throws Error (usage) also where the same words were said on
/// several days: those are listed, to choose from by their day.
std::size_t heard_once_named(const Contact& contact, std::string_view words,
                             std::string_view command, Day today);

/// The only thing that was heard from a contact and is neither reflected nor retired. Throws as
/// `heard_named` does.
HeardPlaces heard_unreflected(const Contact& contact, std::string_view command, Day today);

}  // namespace stead
