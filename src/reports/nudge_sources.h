#pragma once

#include "reports/snoozed.h"
#include "stead/balance.h"
#include "stead/nudge.h"
#include "stead/weekly.h"

#include <array>
#include <cstddef>
#include <functional>
#include <numeric>
#include <optional>
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
  std::span<const StoodIn> stood_in;    ///< As `stood_in_before` has them,
  std::span<const StoodIn> i_stood_in;  ///< and the other direction.
  std::span<const Account> accounts;    ///< With everybody.
  std::span<const YearlyDay> dates;     ///< To write on: of the next seven days, maybe of more.
};

/// All of that, looked for where there is no page that has it.
struct Findings {
  std::vector<Waiting> waiting;
  std::vector<DuePromise> promises;  ///< Due within seven days, or late.
  std::vector<Reconnect> reconnect;  ///< The same.
  std::vector<Unreflected> unreflected;
  std::vector<WeeklyAbsence> absences;  ///< Of the next five weeks.
  std::vector<StoodIn> stood_in;
  std::vector<StoodIn> i_stood_in;
  std::vector<Account> accounts;
  std::vector<YearlyDay> dates;

  NudgeSources sources() const {
    return {waiting,  promises,   reconnect, unreflected, absences,
            stood_in, i_stood_in, accounts,  dates};
  }
};
Findings findings_in(const Clients& clients, const Now& now);

/// Today and the six days after it: nudges look no further for dates and promises.
Period week_from(Day today);

class NudgeMaker;
struct NudgeDraft;

/// What a nudge says.
struct NudgeWords {
  std::string what;
  std::string why;
  std::string command;
  std::string message = {};
};
using MakeWords = std::function<NudgeWords(const NudgeMaker& maker, const NudgeDraft& draft)>;

/// A nudge as it is counted and put in order. Most are not shown, so that its words are made when
/// they are asked for; what it came of has to be there until then.
struct NudgeDraft {
  static constexpr std::size_t kParts = static_cast<std::size_t>(UrgencyPart::What::here) + 1;

  NudgeKind kind = NudgeKind::answer;
  Collection collection = Collection::contacts;
  std::string_view record;
  std::string_view who;
  std::string name;
  std::optional<Day> due;
  std::array<int, kParts> points{};  ///< Of its urgency, by what they are for.
  /// What its command has of its own; empty where the record tells that.
  std::string by = {};
  MakeWords words = {};
  std::size_t more = 0;      ///< How many more are done by the same command, or kept quiet with it.
  bool is_left_out = false;  ///< Is the contact archived, or quiet where it is the record?

  int urgency() const { return std::accumulate(points.begin(), points.end(), 0); }
  void add(UrgencyPart::What what, int more_points) {
    points[static_cast<std::size_t>(what)] += more_points;
  }
  /// Is its day today or past, or does somebody wait?
  bool belongs_to(Day today) const { return kind == NudgeKind::answer || (due && *due <= today); }
};

/// Begins drafts.
class NudgeMaker {
 public:
  NudgeMaker(const Book& book, const Now& now) : book_(book), now_(now) {}

  const Book& book() const { return book_; }
  const Now& now() const { return now_; }
  Day today() const { return now_.today; }

  /// One with the points of its kind, of its due day, and of a client if `who` is one or, as with a
  /// gap, one is what it is for.
  NudgeDraft make(NudgeKind kind, Collection collection, std::string_view record,
                  std::string_view who, std::optional<Day> due = {}) const;
  /// The same about the contact whose record it is.
  NudgeDraft make(NudgeKind kind, std::string_view who, std::optional<Day> due = {}) const {
    return make(kind, Collection::contacts, who, who, due);
  }

  /// Is it a client, or somebody who works at one?
  bool is_client(std::string_view who) const { return is_client(book_.contact(who)); }

 private:
  bool is_client(const Contact* who) const;

  const Book& book_;
  const Now& now_;
};

using NudgeDrafts = std::vector<NudgeDraft>;

/// All nudges that come of the sources and of what only nudges look for, in the order of
/// `nudges_in`. The sources and the maker have to outlive it.
class NudgeList {
 public:
  NudgeList(const Clients& clients, const NudgeMaker& maker, const NudgeSources& sources);

  std::size_t size() const { return drafts_.size(); }
  /// The kind and the due day of number `index`. The rest may be that of another one that is as
  /// urgent, of the same kind and due on the same day.
  const NudgeDraft& operator[](std::size_t index) const { return drafts_[index]; }
  /// Number `index`, with its words. Where several are equal but for their names, those are put in
  /// order now: that takes long, and most are never shown.
  Nudge worded(std::size_t index);

 private:
  const NudgeMaker& maker_;
  NudgeDrafts drafts_;
  std::vector<bool> is_in_order_;  ///< By name, too.
};

// Each of these adds what comes of its sources.
void add_questions(NudgeDrafts& drafts, const NudgeMaker& maker, const NudgeSources& sources);
void add_promises(NudgeDrafts& drafts, const NudgeMaker& maker, const NudgeSources& sources);
void add_people(NudgeDrafts& drafts, const NudgeMaker& maker, const NudgeSources& sources);
void add_absences(NudgeDrafts& drafts, const NudgeMaker& maker, const NudgeSources& sources);
void add_briefings(NudgeDrafts& drafts, const NudgeMaker& maker, const Clients& clients);
void add_help(NudgeDrafts& drafts, const NudgeMaker& maker, const NudgeSources& sources);
void add_dates(NudgeDrafts& drafts, const NudgeMaker& maker, const NudgeSources& sources);
void add_moves(NudgeDrafts& drafts, const NudgeMaker& maker);

/// The days of `yearly_days_in` on which somebody is to be written to: none of a record that keeps
/// it quiet today, and of today's none of somebody with whom there was contact today.
std::vector<YearlyDay> days_to_write_on(const Book& book, Day today, Period period);

/// The command that notes that somebody was written to on such a day.
std::string command_for(const YearlyDay& day);

/// Is this kind of nudge about a record quiet on the day?
template <typename Record>
bool is_quiet(const Record& record, NudgeKind kind, Day today) {
  return is_snoozed(record.snoozed, word_of(kind), today);
}

/// With whom the owner had contact since a day, by id; contact with somebody counts for their org.
std::set<std::string> met_since(const Book& book, Day since);

/// The first line of a text.
std::string front_line(const std::string& text);

}  // namespace stead
