#pragma once

#include "stead/book.h"
#include "stead/document.h"
#include "stead/time.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stead {

/// Why somebody who has an arrangement does not stand in on a day.
enum class Unfit {
  owner,  ///< It is the owner who needs the stand-in.
  archived,
  away,
  scope,    ///< The arrangement is for other needs than the client's.
  unknown,  ///< The book has no such contact: a fault, which `check` names.
};

/// What is not ready about a stand-in. It is said, and never a reason to leave somebody out.
enum class Doubt {
  only_offered,
  agreed_long_ago,  ///< Over a year.
  not_briefed,
  scope_in_part,  ///< Not for all of the client's needs; or it says none.
  over_capacity,  ///< With this client it would be more on that day than they can take.
  client_not_told,
  no_phone,  ///< And so it is never said of the owner of the book.
};

/// Somebody with an arrangement in force on the day.
struct Candidate {
  std::string who;
  std::string name;
  std::vector<std::string> phone;
  std::vector<std::string> email;
  Cover cover;
  /// From the owner's own record, for whatever has nobody. Not where that record was asked about.
  bool by_owner = false;
  std::optional<Unfit> unfit;
  std::optional<Absence> absence;  ///< With Unfit::away, if the book has it.
  std::vector<Doubt> doubts;       ///< Of those who are fit.

  bool operator==(const Candidate&) const = default;
};

/// Who stands in for a client's owner on one day; book-fields, "Meaning" 3 and 4.
struct Covering {
  std::string client;  ///< Whose cover was looked at: who was asked for, or their org.
  std::string client_name;
  /// The client's `client_of`, else `me`. A colleague who is no client, and anybody else for whom
  /// I hold the fort, is asked about as an owner and so is their own.
  std::string owner;
  std::string owner_name;
  std::vector<std::string> owner_phone;
  std::optional<Absence> owner_away;
  std::vector<Candidate> candidates;  ///< Those who are fit first, in their order; then the others.

  bool operator==(const Covering&) const = default;
  /// Who is to be called; nullptr: nobody.
  const Candidate* answer() const;
  /// Has somebody who is fit agreed?
  bool is_agreed() const;
};

/// For how many clients somebody has agreed to stand in, by day.
class Load {
 public:
  /// An agreement about the client that is contact number `client` of a book.
  struct Agreement {
    std::size_t client = 0;
    Period days;
  };
  explicit Load(std::vector<Agreement> agreements);

  int on(Day day) const;
  /// The first days in the period with another number than the day before, and maybe some more.
  std::vector<Day> turning_days(Period period) const;

 private:
  // In order; a client has no two stretches that touch.
  std::vector<Day> begins_;
  std::vector<Day> ends_;  ///< The first days without.
};

/// The book, and what everybody in it has agreed to. That is gathered when it is first asked for;
/// the book has to outlive it. Whoever asks who covers many clients makes one of it for all of
/// them; for a single question the book itself will do.
class Agreements {
 public:
  /// An agreement of somebody's, by their id.
  using Theirs = std::pair<std::string, Load::Agreement>;

  Agreements(const Book& book) : book_(book) {}
  /// What it would be if those in `also` were agreed, too.
  Agreements(const Book& book, std::vector<Theirs> also) : book_(book), also_(std::move(also)) {}

  const Book& book() const { return book_; }
  /// That of the contact with this id, from clients that are not archived.
  const Load& of(std::string_view who) const;

 private:
  void gather() const;

  const Book& book_;
  std::vector<Theirs> also_;
  mutable std::optional<std::map<std::string, Load, std::less<>>> by_who_;
};

/// Contacts, by id, who count as away whatever the book says.
using TakenAway = std::vector<std::string>;

/// Who covers the contact with this handle on `day`. The contact has to be in the book.
Covering covering(const Agreements& agreements, std::string_view handle, Day day,
                  const TakenAway& taken_away = {});

/// The same answer for all days of a period.
struct CoverStretch {
  Period period;
  Covering covering;

  bool operator==(const CoverStretch&) const = default;
};

/// Who covers the contact in a period: stretches of days with the same answer, without a gap
/// between them.
std::vector<CoverStretch> covering_in(const Agreements& agreements, std::string_view handle,
                                      Period period, const TakenAway& taken_away = {});

/// The contacts tagged `client` that are mine and not archived, in the order of the book; they live
/// as long as it.
std::vector<const Contact*> my_clients(const Book& book);

/// What somebody knows of what a client needs; all that they know where it says no needs.
std::vector<std::string> useful_skills(const Contact& client, const Contact& who);

/// Why somebody could not be asked.
enum class WhyNot {
  away,    ///< On all days of the period.
  skills,  ///< They know nothing of what the client needs.
};

/// Somebody who could be asked to stand in.
struct Possible {
  std::string who;
  std::string name;
  std::vector<std::string> phone;
  std::vector<std::string> skills;  ///< Those that the client needs; all, where it says no needs.
  std::vector<Period> days{};  ///< Of those asked about, on which they are there; in order, apart.
  std::optional<WhyNot> why_not{};
  std::optional<Absence> absence{};  ///< The first of those days, where they are not there on all.

  bool operator==(const Possible&) const = default;
  /// Could they be asked for all of the days?
  bool could_all(Period period) const { return !why_not && days == std::vector<Period>{period}; }
};

/// Those of a book who may be asked: whoever is tagged `colleague`, and whoever has agreed to stand
/// in for a client of mine on any day. The book has to outlive it. Whoever asks who could be asked
/// for many clients makes one of it for all of them; for a single one the book itself will do.
class Colleagues {
 public:
  Colleagues(const Book& book);

  const Book& book() const { return book_; }
  /// The numbers of those contacts, in rising order.
  const std::vector<std::size_t>& all() const { return all_; }

 private:
  const Book& book_;
  std::vector<std::size_t> all_;
};

/// Whoever there is to stand in for the owner of the client in `covering` on some day of a period:
/// one of `colleagues`, whoever has agreed to do it on any day, and me for somebody else's client;
/// nobody archived, not the client and not its owner. I come first; then those who are there on
/// all days, who know most of what is needed, then by handle. Those who could not be asked come
/// behind the others.
std::vector<Possible> possible_stand_ins(const Colleagues& colleagues, const Covering& covering,
                                         Period period);

/// Do they know enough of what a client needs? That is anything of it, or it says no needs; and who
/// has agreed to stand in for it, on whatever day, is taken to know it, and so am I.
bool knows_enough(const Book& book, const Contact& client, const Contact& who);

/// One of them: could they be asked?
Possible as_stand_in(const Book& book, const Contact& client, const Contact& who, Period period);

/// Of people who know too little, the one who could be called all the same: is there on all days
/// and has room, and covers fewest others. Nobody where one is there who knows enough.
std::optional<Possible> somebody_to_call(const Agreements& agreements, const Contact& client,
                                         const std::vector<Possible>& people, Period period);

/// For how many clients beside this one somebody has agreed to stand in, on the day of the period
/// on which those are most.
int other_clients(const Agreements& agreements, const Contact& client, const Contact& who,
                  Period period);

/// What `who covers` answers.
struct CoveringReport {
  std::string asked;
  std::string asked_name;
  Period period;
  std::vector<CoverStretch> stretches;
  std::vector<Period> open;  ///< The days that have nobody; in order, apart.
  /// For any of those: who of `possible_stand_ins` could be asked.
  std::vector<Possible> possible;
  std::optional<Possible> to_call;  ///< Where nobody could on the first: `somebody_to_call`.

  /// Has somebody agreed for every day?
  bool is_covered() const;
};
CoveringReport covering_report(const Book& book, std::string_view handle, Period period);

Document to_document(const CoveringReport& report);
/// A line for each stretch of days with the same answer.
Table to_table(const CoveringReport& report);
std::string to_json(const CoveringReport& report);

/// The word for a doubt in JSON: `not_briefed`.
std::string_view word_of(Doubt doubt);
/// In a few words: `not briefed`.
std::string_view words_for(Doubt doubt);
/// `you`, `Acme Dental`; whoever is covered as a whole is `Cem's clients`.
std::string client_in_words(const Covering& covering);
/// Why somebody is not fit: `away until Fri 2026-08-21 (family)`.
std::string words_for(const Candidate& unfit);

}  // namespace stead
