#pragma once

#include "reports/snoozed.h"
#include "stead/nudge.h"
#include "stead/weekly.h"

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// How many nudges a list of them has, or one more if that is all.
inline constexpr std::size_t kMostNudges = 10;

/// What reports found that asks for something; what was found for a page is not looked for again.
struct NudgeSources {
  std::span<const Waiting> waiting;
  std::span<const DuePromise> promises;
  std::span<const Reconnect> reconnect;
  std::span<const Unreflected> unreflected;
  std::span<const WeeklyAbsence> absences;
  std::span<const StoodIn> stood_in;
};

/// All of that, looked for where there is no page that has it.
struct Findings {
  std::vector<Waiting> waiting;
  std::vector<DuePromise> promises;  ///< Due within seven days, or late.
  std::vector<Reconnect> reconnect;  ///< The same.
  std::vector<Unreflected> unreflected;
  std::vector<WeeklyAbsence> absences;  ///< Of the next five weeks.
  std::vector<StoodIn> stood_in;

  NudgeSources sources() const {
    return {waiting, promises, reconnect, unreflected, absences, stood_in};
  }
};
Findings findings_in(const Clients& clients, const Now& now);

/// The nudges that come of these and of what only nudges look for, as `nudges_in` has them.
std::vector<Nudge> nudges_from(const Clients& clients, const Now& now, const NudgeSources& sources);

/// A nudge under way.
class NudgeMaker {
 public:
  NudgeMaker(const Book& book, const Now& now) : book_(book), now_(now) {}

  const Book& book() const { return book_; }
  const Now& now() const { return now_; }
  Day today() const { return now_.today; }

  /// One with the points of its kind, of its due day, and of a client if `who` is one or, as with a
  /// gap, one is what it is for.
  Nudge make(NudgeKind kind, Collection collection, std::string_view record, std::string_view who,
             std::optional<Day> due = {}) const;
  /// The same about the contact whose record it is.
  Nudge make(NudgeKind kind, std::string_view who, std::optional<Day> due = {}) const {
    return make(kind, Collection::contacts, who, who, due);
  }

  /// Is it a client, or somebody who works at one?
  bool is_client(std::string_view who) const;

 private:
  const Book& book_;
  const Now& now_;
};

// Each of these adds what comes of its sources.
void add_questions(std::vector<Nudge>& nudges, const NudgeMaker& maker,
                   const NudgeSources& sources);
void add_promises(std::vector<Nudge>& nudges, const NudgeMaker& maker, const NudgeSources& sources);
void add_people(std::vector<Nudge>& nudges, const NudgeMaker& maker, const NudgeSources& sources);
void add_absences(std::vector<Nudge>& nudges, const NudgeMaker& maker, const NudgeSources& sources);
void add_briefings(std::vector<Nudge>& nudges, const NudgeMaker& maker, const Clients& clients);
void add_help(std::vector<Nudge>& nudges, const NudgeMaker& maker, const Clients& clients,
              const NudgeSources& sources);
void add_dates(std::vector<Nudge>& nudges, const NudgeMaker& maker);
void add_moves(std::vector<Nudge>& nudges, const NudgeMaker& maker);

/// The days of `yearly_days_in` on which somebody is to be written to: none of a record that keeps
/// it quiet today, and of today's none of somebody with whom there was contact today.
std::vector<YearlyDay> days_to_write_on(const Book& book, Day today, Period period);

/// The command that notes that somebody was written to on such a day.
std::string command_for(const YearlyDay& day);

/// Is a record to be left out: is this kind quiet on the day, or did two books differ about it?
template <typename Record>
bool is_quiet(const Record& record, NudgeKind kind, Day today) {
  return !record.conflict.empty() || is_snoozed(record.snoozed, word_of(kind), today);
}

/// With whom the owner had contact since a day, by id; contact with somebody counts for their org.
std::set<std::string> met_since(const Book& book, Day since);

/// Adds points, if there are any.
void add_points(Nudge& nudge, UrgencyPart::What what, int points);

/// The first line of a text.
std::string front_line(const std::string& text);

}  // namespace stead
