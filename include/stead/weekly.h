#pragma once

#include "stead/absences.h"
#include "stead/book.h"
#include "stead/cadence.h"
#include "stead/cover_nudges.h"
#include "stead/document.h"
#include "stead/nudge.h"
#include "stead/promise_life.h"
#include "stead/replies.h"
#include "stead/time.h"
#include "stead/waiting.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace stead {

/// An open promise that is due.
struct DuePromise {
  std::string id;
  std::string text;
  bool mine = false;
  bool follow_up = false;  ///< Mine to myself, about `who`.
  std::string who;         ///< The other side; empty for an intention about nobody.
  std::string name;
  std::string for_whom;  ///< Whom else it concerns; mostly empty.
  When due;
  bool late = false;
  int days_late = 0;  ///< From the due day to today.
  Telling told = Telling::never;
  bool is_told_of_due = false;  ///< Of the date in force, not only of an earlier one.
  /// Of mine, that falls due while I am away: the last day before I go; while I am away already,
  /// the day it is due.
  std::optional<Day> before_leaving;
  /// Of theirs, that is late: was there contact with them in the last three days, so that they have
  /// been asked?
  bool asked = false;

  bool operator==(const DuePromise&) const = default;
  /// By when it is best done.
  Day best_by() const { return before_leaving.value_or(due.day); }
};

/// Somebody to be in contact with again: the last contact is one `cadence.every` ago by the end of
/// the period.
struct Reconnect {
  std::string who;
  std::string name;
  std::string phone;
  std::optional<When> last;  ///< Absent: there was none yet.
  std::optional<Day> due;    ///< `last` and `cadence.every`; absent with it.
  Cadence cadence;
  int days_quiet = 0;   ///< From the last contact to today.
  bool urgent = false;  ///< Quiet longer than `cadence` has it at most.

  bool operator==(const Reconnect&) const = default;
};

/// Something that a contact said, that matters, and that was not yet said back to them.
struct Unreflected {
  std::string who;
  std::string name;
  std::string text;
  std::optional<Day> on;  ///< Said on.
  bool is_only = false;   ///< Is there nothing else of theirs that was not said back?

  bool operator==(const Unreflected&) const = default;
};

/// Days on which nobody has agreed to stand in for a client while somebody is away.
struct CoverGap {
  std::string client;
  std::string name;
  Period period;
  std::vector<std::string> offered;  ///< Names of those who have not agreed yet, but are first.
  /// Is it a client of mine, and am I there on all of those days? Then somebody is only missing if
  /// I cannot go.
  bool owner_is_there = false;

  bool operator==(const CoverGap&) const = default;
};

/// A client with a stand-in who has agreed, that does not know whom to call.
struct UntoldClient {
  std::string client;
  std::string name;
  std::string stand_in;  ///< Their name; of the first, where there are several.
  std::string command;   ///< Notes that the client was told.

  bool operator==(const UntoldClient&) const = default;
};

/// A stand-in who has agreed and was not briefed on a client, or over a year ago.
struct Unbriefed {
  std::string client;
  std::string name;
  std::string who;  ///< `me`, where the client is somebody else's.
  std::string stand_in;
  std::string command;  ///< Notes that they were briefed.

  bool operator==(const Unbriefed&) const = default;
};

/// An absence, and what it leaves open from today on. What an absence of mine leaves open is not
/// said again of the stand-in who is away as well.
struct WeeklyAbsence {
  AbsenceRow row;
  std::size_t clients = 0;  ///< How many are touched by it.
  bool covered = false;     ///< Has somebody agreed for each of them, on all days from today on?
  std::vector<CoverGap> gaps;
  std::vector<UntoldClient> untold;  ///< Of mine.
  std::vector<Unbriefed> unbriefed;  ///< Those who stand in for me then, or I for them.
  /// Of a colleague: the names of their clients that I am the one to call for then.
  std::vector<std::string> covered_by_me;
  /// Of a colleague for none of whose clients I am the one to call: see `can_offer_to_cover`.
  bool can_offer = false;
  /// Of a colleague: when I offered to be the one to call, where they have not agreed to it yet.
  std::optional<Day> offered;

  bool operator==(const WeeklyAbsence&) const = default;
};

/// Something that happened.
struct DoneInteraction {
  std::string id;
  When at;
  std::vector<std::string> with;
  std::vector<std::string> names;  ///< Of those.
  std::string via;
  std::string from;
  std::string by;    ///< The name of whoever did it; empty: me.
  std::string deed;  ///< Its kind; empty: none.
  bool gave = false;
  std::vector<std::string> about;        ///< Of a deed: who was referred or introduced.
  std::vector<std::string> about_names;  ///< Their names.
  std::string text;

  bool operator==(const DoneInteraction&) const = default;
};

/// A referral that became work.
struct WonReferral {
  std::string id;
  Day on;
  bool gave = false;               ///< I sent them; else they were sent to me.
  std::vector<std::string> about;  ///< Names of whom.
  std::vector<std::string> with;   ///< Names of those who sent them, or to whom I did.

  bool operator==(const WonReferral&) const = default;
};

/// A promise that was closed.
struct ClosedPromise {
  std::string id;
  std::string text;
  bool mine = false;
  bool follow_up = false;  ///< Mine to myself, about `who`.
  std::string who;
  std::string name;
  When closed;
  std::string status;
  std::optional<Timing> timing;

  bool operator==(const ClosedPromise&) const = default;
};

/// A day, and how many interactions on it are contact.
struct ContactDay {
  Day day;
  std::size_t contacts = 0;

  bool operator==(const ContactDay&) const = default;
};

/// What was done in a period.
struct Done {
  Period period;
  std::vector<DoneInteraction> interactions;  ///< By time.
  std::vector<ClosedPromise> kept;            ///< By day.
  std::vector<ClosedPromise> ended;           ///< Released and broken ones, by day.
  std::size_t contacts = 0;                   ///< Interactions that are contact ("Meaning" 1).
  std::size_t people = 0;                     ///< With how many contacts those were.
  std::vector<ContactDay> contact_days;       ///< The days that had some.
  ReplySums replies;             ///< Of questions that were asked in it and are answered.
  std::size_t gave = 0;          ///< How often I helped somebody,
  std::size_t got = 0;           ///< and somebody me: deeds between us, what settles none of them.
  std::vector<WonReferral> won;  ///< By day.

  bool operator==(const Done&) const = default;
};

/// How far the page of the week looks for absences: who is to be away in a month is named.
inline constexpr Days kLookAhead{35};

/// The page of a week, or of another period.
///
/// Where today is in the period, it asks for all that is late, too, looks five weeks ahead for
/// absences, and tells what was done in the period before it; of more than a week, what was done in
/// it so far. A period that is past tells what was done in it and what of it is still open:
/// promises that were due in it, what was asked in it and what was said in it; one to come, what is
/// due in it and who is away.
struct WeeklyReport {
  Day today;
  Period period;
  Period ahead;                          ///< Where absences are looked for.
  int working_day = 480;                 ///< Its minutes; what is counted as working time is by it.
  std::vector<Waiting> waiting;          ///< As `waiting_in` has them.
  std::vector<DuePromise> promises;      ///< Both sides', by due date.
  std::vector<Reconnect> reconnect;      ///< Urgent ones first, then by last contact.
  std::vector<Unreflected> unreflected;  ///< The newest first.
  std::vector<WeeklyAbsence> absences;   ///< By first day.
  std::vector<StoodIn> to_thank;         ///< As `stood_in_before` has them.
  std::vector<Nudge> first;              ///< The first three of `nudges_in`, where today is in it.
  std::size_t nudges = 0;                ///< How many of those there are in all.
  std::vector<YearlyDay> dates;          ///< To write to somebody on, from today on; by day.
  std::vector<Nudge> help;  ///< All nudges to brief, note help, thank, give, and of moves.
  std::optional<Done> done;

  bool operator==(const WeeklyReport&) const = default;
  std::size_t gaps() const;
  /// Is there anything due, waiting, to reconnect, to say back, to write or to do first, or a gap
  /// in cover?
  bool asks_for_something() const;
};

/// The page of `period`. Without one it is this week, Monday to Sunday; on a Saturday or Sunday,
/// the rest of it and the next, and what was done is this week's.
WeeklyReport weekly_report(const Book& book, const Now& now,
                           std::optional<Period> period = std::nullopt);

Document to_document(const WeeklyReport& report);
std::string to_json(const WeeklyReport& report);

}  // namespace stead
