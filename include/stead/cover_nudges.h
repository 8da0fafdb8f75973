#pragma once

#include "stead/absences.h"
#include "stead/book.h"
#include "stead/time.h"

#include <string>
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

/// What to write to somebody to offer that: `Bo Lind, you are away from … to …. Shall I be the one
/// to call for your clients? They stay yours.`
std::string offer_to_cover(const Contact& who, Period days);
/// What to write to a client before I am away: who stands in, and how to reach them, if that is
/// known.
std::string whom_to_call(const std::string& stand_in, const std::string& reach, Period days);

/// Somebody who stood in for the owner during an absence that is over, and was not thanked yet.
struct StoodIn {
  std::string who;
  std::string name;
  std::vector<std::string> clients;  ///< Names of those for whom they had agreed to.
  std::string only_client;           ///< The id, where there is one.
  int days = 0;  ///< On how many working days (`me.hours`) for at least one of them.
  Absence absence;
  bool is_noted = false;  ///< Is there a deed of it?

  bool operator==(const StoodIn&) const = default;
};

/// Whoever had agreed to stand in for clients of the owner on days of an absence that ended within
/// the two weeks before `today`, unless they were thanked for a deed of kind `cover` since that
/// absence began; by absence, then by name.
std::vector<StoodIn> stood_in_before(const Clients& clients, Day today);

/// The other direction: colleagues, not archived, whose clients the owner stood in for on days of
/// an absence of theirs that ended within the two weeks before `today`, or who had named the owner
/// for whatever has nobody; `clients` are theirs then, or the colleague alone. With whether a deed
/// of kind `cover` for them is noted since that absence began; in the order of the book.
std::vector<StoodIn> i_stood_in_before(const Clients& clients, Day today);

/// What somebody did who had agreed to stand in, on the days of a period; `absence` is that of
/// nobody.
StoodIn stood_in_from(const Clients& clients, const std::string& who, Period period);

/// The command that notes such help: `stead got sam-ortiz cover 10d --for acme`.
std::string how_to_note(const StoodIn& stood_in);

}  // namespace stead
