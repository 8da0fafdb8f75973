#pragma once

#include "stead/book.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// May `begun` become `text`: is it the front of it, or of any word of it? As names are matched:
/// case and accents do not matter, several words are the fronts of several in a row. An empty one
/// may become anything.
bool may_become(std::string_view begun, std::string_view text);

/// The same of a contact: its name, an alias or its handle.
bool may_become(std::string_view begun, const ContactNames& names);

/// A contact that somebody may be about to name.
struct NameOffer {
  std::string_view id;
  /// What to type: the name; the handle where the name would be taken for somebody else's, for
  /// several, or for something else than a name; `me` for the owner.
  std::string text;
  /// Who that is: beside a name the org, where there is none the handle; beside a handle the name.
  std::string about;

  bool operator==(const NameOffer&) const = default;
};

/// The contacts for which `begun` may be the beginning of a name, in the order of the book.
/// Archived ones only where no other fits, the owner only where something is begun. Behind an `@`
/// all but the owner are offered by their handles, with the `@`. Those that are not `wanted` are
/// left out.
std::vector<NameOffer> offer_names(
    const Book& book, std::string_view begun,
    const std::function<bool(const ContactNames&)>& wanted = [](const ContactNames&) {
      return true;
    });

}  // namespace stead
