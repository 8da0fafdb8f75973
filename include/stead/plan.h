#pragma once

#include "stead/acquaintance.h"
#include "stead/book.h"
#include "stead/covering.h"
#include "stead/document.h"
#include "stead/edits.h"
#include "stead/time.h"

#include <optional>
#include <string>
#include <vector>

namespace stead {

/// How a client fares on some days of a plan.
enum class PlanState {
  agreed,    ///< Somebody has agreed; it stays as it is.
  asked,     ///< Somebody is offered already, but has not agreed; that stays, too.
  proposed,  ///< The plan's own.
  nobody,
};

/// Why a stand-in is proposed, and what speaks against them.
struct PlanReason {
  bool never_helped = false;           ///< See HelpBetween::ever.
  std::optional<Day> agreed;           ///< When they last agreed to stand in for this client.
  std::vector<std::string> knows;      ///< Of what the client needs.
  std::vector<std::string> knows_not;  ///< The rest of it.
  Known known;
  int others = 0;  ///< How many other clients they cover at most on one of the days.
  HelpBetween help;

  bool operator==(const PlanReason&) const = default;
};

/// Somebody with whom it could be done if one thing were otherwise.
struct NearMiss {
  std::string who;
  std::string name;
  std::vector<std::string> phone;

  bool operator==(const NearMiss&) const = default;
};

/// The nearest things that would help where nobody can.
struct PlanHelp {
  bool nobody_knows = false;  ///< Nobody in the book knows anything of what is needed.
  /// Whoever of those who know something is away and back first; no day: no end is known.
  struct Back {
    NearMiss who;
    Absence absence;  ///< The last that is in the way.
    std::optional<Day> back;
    bool full_otherwise = false;  ///< They are there on some of the days, but have no room then.

    bool operator==(const Back&) const = default;
  };
  std::optional<Back> back;
  /// Whoever is there and knows something, but would need room for more clients on one day.
  struct Full {
    NearMiss who;
    int capacity = 0;
    int wanted = 0;

    bool operator==(const Full&) const = default;
  };
  std::optional<Full> full;
  /// Whoever is there and has room but knows nothing of what is needed: they could be called.
  std::optional<NearMiss> free;

  bool operator==(const PlanHelp&) const = default;
};

/// Days of a client that have the same answer.
struct PlanStretch {
  Period days;
  PlanState state = PlanState::nobody;
  std::string who;  ///< Empty, like the next ones, where it is nobody.
  std::string name;
  std::vector<std::string> phone;
  std::vector<std::string> email;
  std::optional<Day> since;          ///< When it was agreed or offered, of what is in force.
  bool by_owner = false;             ///< They were asked to take whatever has nobody.
  std::vector<std::string> scope;    ///< Only for these needs; empty: for all.
  std::vector<Doubt> doubts;         ///< About whoever is in force, on any of the days.
  std::optional<PlanReason> reason;  ///< With PlanState::proposed, and asked of colleagues.
  std::optional<PlanHelp> help;      ///< With PlanState::nobody.

  bool operator==(const PlanStretch&) const = default;
};

/// One of my clients, and who covers it on each day.
struct PlannedClient {
  std::string id;
  std::string name;
  std::vector<std::string> needs;
  std::vector<PlanStretch> stretches;  ///< Without a gap between them.

  bool operator==(const PlannedClient&) const = default;
};

/// Who could stand in for me in a period.
struct PlanReport {
  Period period;
  std::string owner;                   ///< My name.
  std::optional<Absence> away;         ///< The first of my absences in the period.
  std::vector<PlannedClient> clients;  ///< All of mine, by name.

  bool operator==(const PlanReport&) const = default;
  /// Is there a client with a day that has nobody, neither in force nor proposed?
  bool has_gaps() const;
  /// Does it propose anything?
  bool proposes() const;
};

/// The best cover for all my clients on each day of the period, which has at most some hundred
/// days.
///
/// What is in force stays: a day is open where `covering` knows nobody, or only somebody who was
/// asked to take whatever has nobody and has not agreed. A colleague (or whoever has
/// agreed to stand in for a client of mine before) is proposed for open days only if they are not
/// archived, not away on any of them, know enough of what the client needs (`knows_enough`), and
/// have room on each: with the clients for which they could be called on that day already, by an
/// arrangement that is agreed or only offered, and the rest of the plan, it is no more than their
/// capacity. Whoever knows a part of what the client needs is offered for that part.
///
/// Preferred is, in this order: that there was any help between us ever; that they have agreed to
/// stand in for the client before; that they know all that it needs; that they know it from the
/// log; that load is shared; that I helped them more often than they helped me. See CoverCost.
///
/// First, stand-ins for all open days of a client at once (`stand_ins_for_period`; room is that of
/// their fullest day). Whoever is left is split by days (`stand_ins_by_day`), one client after the
/// other, first the one with the fewest days of stand-ins that could, then by name.
PlanReport plan_report(const Book& book, Period period);

Document to_document(const PlanReport& report);
std::string to_json(const PlanReport& report);

/// Writes what is proposed, as offered on `today`.
void apply_plan(Edits& edits, const PlanReport& report, Day today);

/// What was written: a client, its stand-in and the days a line.
Document written_document(const PlanReport& report);

/// What to write to one of the stand-ins.
struct PlanMessage {
  struct Part {
    std::string client;
    std::string name;
    std::vector<Period> days;        ///< In order; none touches the next.
    std::vector<std::string> needs;  ///< What it is about; the scope where there is one.
    std::optional<Day> asked;        ///< Since when they are offered already, for all of the days.

    bool operator==(const Part&) const = default;
  };
  std::string who;
  std::string name;
  std::vector<std::string> phone;
  std::vector<std::string> email;
  bool offer_first = false;          ///< There was never any help either way.
  std::vector<std::string> opening;  ///< A paragraph each.
  std::vector<Part> parts;           ///< A line each: see `line_of`.
  std::vector<std::string> closing;

  bool operator==(const PlanMessage&) const = default;
};

/// A message to everybody who is proposed, or offered already and has not agreed; by name, those
/// with whom there was never any help last.
struct PlanMessages {
  Period period;
  std::vector<PlanMessage> messages;

  bool operator==(const PlanMessages&) const = default;
};
PlanMessages plan_messages(const PlanReport& report);

Document to_document(const PlanMessages& messages);
std::string to_json(const PlanMessages& messages);

}  // namespace stead
