#pragma once

#include "stead/book.h"
#include "stead/document.h"
#include "stead/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Why somebody who has an arrangement does not stand in on a day.
enum class Unfit {
  owner,  ///< It is the owner who needs the stand-in.
  archived,
  away,
  scope,  ///< The arrangement is for other needs than the client's.
};

/// What is not ready about a stand-in. It is said, and never a reason to leave somebody out.
enum class Doubt {
  only_offered,
  agreed_long_ago,  ///< Over a year.
  not_briefed,
  scope_in_part,  ///< Not for all of the client's needs.
  over_capacity,  ///< Has agreed to more clients on that day than they can take.
  client_not_told,
  no_phone,
};

/// Somebody with an arrangement in force on the day.
struct Candidate {
  std::string who;
  std::string name;
  std::vector<std::string> phone;
  std::vector<std::string> email;
  Cover cover;
  bool by_owner = false;  ///< From the owner's own record: for whatever has nobody.
  std::optional<Unfit> unfit;
  std::optional<Absence> absence;  ///< With Unfit::away, if the book has it.
  std::vector<Doubt> doubts;       ///< Of those who are fit.

  bool operator==(const Candidate&) const = default;
};

/// Who stands in for a client's owner on one day; book-fields, "Meaning" 3 and 4.
struct Covering {
  std::string client;  ///< Whose cover was looked at: who was asked for, or their org.
  std::string client_name;
  std::string owner;  ///< The client's `client_of`, else `me`.
  std::string owner_name;
  std::optional<Absence> owner_away;
  std::vector<Candidate> candidates;  ///< Those who are fit first, in their order; then the others.

  bool operator==(const Covering&) const = default;
  /// Who is to be called; nullptr: nobody.
  const Candidate* answer() const;
  /// Has somebody who is fit agreed?
  bool is_agreed() const;
};

/// Who covers the contact with this handle on `day`. The contact has to be in the book. Whoever is
/// `taken_away` (a contact's id) counts as away whatever the book says.
Covering covering(const Book& book, std::string_view handle, Day day,
                  std::string_view taken_away = {});

/// The same answer for all days of a period.
struct CoverStretch {
  Period period;
  Covering covering;

  bool operator==(const CoverStretch&) const = default;
};

/// Who covers the contact in a period: stretches of days with the same answer, without a gap
/// between them.
std::vector<CoverStretch> covering_in(const Book& book, std::string_view handle, Period period,
                                      std::string_view taken_away = {});

/// The contacts tagged `client` that are mine and not archived, by handle.
std::vector<std::string> my_clients(const Book& book);

/// Somebody who could be asked where nobody covers.
struct Possible {
  std::string who;
  std::string name;
  std::vector<std::string> skills;  ///< Those that the client needs.

  bool operator==(const Possible&) const = default;
};

/// What `who covers` answers.
struct CoveringReport {
  std::string asked;
  std::string asked_name;
  Period period;
  std::vector<CoverStretch> stretches;
  std::vector<Possible> possible;  ///< Colleagues who are there and fit, where it says nobody.

  /// Has somebody agreed for every day?
  bool is_covered() const;
};
CoveringReport covering_report(const Book& book, std::string_view handle, Period period);

Document to_document(const CoveringReport& report);
std::string to_json(const CoveringReport& report);

/// In a few words: `not briefed`.
std::string_view words_for(Doubt doubt);
std::string words_for(const Candidate& unfit);

}  // namespace stead
