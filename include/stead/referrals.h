#pragma once

#include "stead/book.h"
#include "stead/contact_card.h"
#include "stead/document.h"
#include "stead/time.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace stead {

/// Somebody was sent or introduced: one deed, from the side of one of those in it.
struct Referral {
  std::string interaction;
  When at;
  std::string kind;   ///< `referral` or `introduction`.
  std::string other;  ///< Who sent them to the owner, or to whom the owner sent them.
  /// The others with whom the deed was, each of whom has the same from their side.
  std::vector<std::string> together;
  std::vector<std::string> whom;
  std::string text;
  std::string outcome;  ///< `asked won lost none`; empty: not known yet.
  std::optional<Day> outcome_on;
  std::optional<Day> thanked;
  /// Of those that were got: which one of them brought whoever sent this, or their organisation or
  /// its people, before; the first that did.
  std::optional<std::size_t> came_of;

  bool operator==(const Referral&) const = default;
};

/// Somebody who sent work or introduced somebody.
struct Referrer {
  std::string who;
  int came = 0;       ///< How many referrals came from them, also together with others,
  int won = 0;        ///< how many of those became work,
  int sent_back = 0;  ///< and how many they got from the owner.
  bool archived = false;

  bool operator==(const Referrer&) const = default;
};

/// Where work comes from; stead-book(5), "Meaning" 7. All by the ids in force.
struct ReferralsReport {
  Day today;
  int came = 0;                     ///< How many referrals the owner got, whoever was in each,
  int won = 0;                      ///< and how many of those became work.
  std::vector<Referral> got;        ///< The earliest first; the sides of a deed in a row.
  std::vector<Referral> gave;       ///< The same.
  std::vector<Referrer> referrers;  ///< In the order in which each was the first time.
  NamesByHandle names;
};
ReferralsReport referrals_report(const Book& book, Day today);

/// The tree of who brought whom, who was sent where, whom to thank, and to whom work never went
/// back.
Document to_document(const ReferralsReport& report);
/// `stead.referrals/1`; stead-json(7).
std::string to_json(const ReferralsReport& report);

}  // namespace stead
