#pragma once

#include "stead/absences.h"
#include "stead/book.h"
#include "stead/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

// What is worth doing for those who stand in for me, and for whom I could.

/// Could the owner offer to be the one to call while this contact is away on these days? That is
/// for a colleague, not archived, who has no arrangement with the owner that meets those days, and
/// on a day of which the owner is there.
bool can_offer_to_cover(const Book& book, const Contact& who, Period days);

/// The arrangement by which I offered to be the one to call while this contact is away on days of
/// `days`, and to which they have not agreed; nullptr: there is none, or they have to another one.
const Cover* unanswered_offer(const Book& book, const Contact& who, Period days);

/// Is somebody who stands in to be briefed: have they agreed, and were they never briefed, or over
/// a year ago?
bool is_to_brief(const Cover& cover, Day today);

/// Days that are over, on which somebody stood in for the owner, or the owner for them.
struct StoodIn {
  std::string who;
  std::string name;
  std::vector<std::string> clients;  ///< Names of those for whom they had agreed to.
  std::string only_client;           ///< The id, where there is one.
  int days = 0;           ///< On how many working days (`me.hours`) for at least one of them.
  Absence absence;        ///< Of whoever's clients they are, or the days of the arrangement itself.
  bool was_away = true;   ///< Is such an absence in the book?
  bool is_noted = false;  ///< Is there a deed of it?

  bool operator==(const StoodIn&) const = default;
};

/// Whoever had agreed to stand in for clients of the owner on days that ended within the year
/// before `today`: those of an absence, and those that an arrangement has of its own (a first and a
/// last one) and that meet no absence. A deed of kind `cover` since they began notes them, and the
/// next ones before them where its days are enough for both. Left out is what was thanked for or
/// settled since; by first day, then by name.
std::vector<StoodIn> stood_in_before(const Clients& clients, Day today);

/// The other direction: contacts, not archived, whose clients the owner stood in for on such days,
/// or who had named the owner for whatever has nobody; `clients` are theirs then, or the contact
/// alone. Here thanks leave nothing out.
std::vector<StoodIn> i_stood_in_before(const Clients& clients, Day today);

/// What somebody did who had agreed to stand in, on the days of a period, which `absence` has.
StoodIn stood_in_from(const Clients& clients, const std::string& who, Period period);

/// The command that notes such help, `got` or `gave`: `stead got sam-ortiz cover 10d --for acme`.
std::string how_to_note(const StoodIn& stood_in, std::string_view dir = "got");

}  // namespace stead
