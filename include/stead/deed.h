#pragma once

#include "stead/book.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// The kinds of help that have a meaning or a name of their own in stead; any other word will do.
inline constexpr std::array<std::string_view, 7> kKnownDeeds{
    "cover", "referral", "introduction", "advice", "credit", "favour", "invitation"};

/// Is somebody sent or introduced by help of this kind?
bool brings_somebody(std::string_view kind);

/// The owner's own deeds, or those that others did for the owner, by time; what settled an account
/// (`even`) is none. stead-book(5), deed.
struct DeedQuery {
  std::string who = {};    ///< With this contact only, by its id; empty: with anybody.
  std::string about = {};  ///< About this one only.
  std::string kind = {};   ///< Of this kind only.
  std::string dir = {};    ///< `gave` or `got` only.
};
std::vector<Interaction> deeds_in(const Book& book, const DeedQuery& query);

/// `5 days`, `1.5 hours`, `once`, `3 times`.
std::string in_words(Amount amount);

/// A kind of help as it is given: `a referral`, `advice`.
std::string one_of_kind(std::string_view kind);

/// The names of those with whom it was, in a row: `Ana Ruiz and Bo Lind`.
std::string people_in(const Book& book, const Interaction& interaction);

/// What it was, and about whom: `cover, 5 days, for Borealis: his Delta week`.
std::string deed_in_words(const Book& book, const Interaction& interaction);

}  // namespace stead
