#pragma once

#include "stead/absences.h"
#include "stead/book.h"
#include "stead/document.h"
#include "stead/time.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

// Things worth doing next, each with its reason and the command that does it; stead-next(1).

/// What kinds of nudges there are. Of two that are as urgent and due on the same day, the kind that
/// is listed first comes first.
enum class NudgeKind {
  answer,     ///< Somebody waits for my answer.
  late,       ///< What I promised is late.
  due,        ///< What I promised is due within a week.
  gap,        ///< Somebody will be away, and nobody else has agreed to stand in for a client.
  birthday,   ///< Somebody's is within a week.
  date,       ///< Another yearly date of theirs is.
  tell,       ///< I will be away, and clients do not know whom to call.
  ask,        ///< What they promised me is late.
  offer,      ///< A colleague will be away, and I could hold the fort, or offered to.
  move,       ///< They changed jobs in the last two weeks: write to them.
  thank,      ///< They helped me, and I have not thanked them.
  brief,      ///< Whoever stands in was never briefed, or over a year ago.
  note,       ///< Somebody stood in for me, or I for them, and it is not noted.
  reconnect,  ///< It is time to be in contact again.
  reflect,    ///< What they said matters to them, and I have not said it back.
  give,       ///< More help came from them than went back, since a month or more.
};
inline constexpr std::array kNudgeKinds{
    NudgeKind::answer,   NudgeKind::late,      NudgeKind::due,     NudgeKind::gap,
    NudgeKind::birthday, NudgeKind::date,      NudgeKind::tell,    NudgeKind::ask,
    NudgeKind::offer,    NudgeKind::move,      NudgeKind::thank,   NudgeKind::brief,
    NudgeKind::note,     NudgeKind::reconnect, NudgeKind::reflect, NudgeKind::give};

/// The word for a kind in ids and in `snoozed`: `reconnect`.
std::string_view word_of(NudgeKind kind);

/// Points of urgency, and what they are for.
struct UrgencyPart {
  enum class What {
    kind,       ///< Each kind has a number to begin with.
    days,       ///< One more for each day past `due`, ten at most; one less for each day until it.
    client,     ///< It is for a client of anybody's, or for somebody who works at one.
    urgent,     ///< They said that it is.
    over,       ///< The answer is past the time in which they expect it.
    follow_up,  ///< I promised it to nobody but myself.
    untold,     ///< It is late, and the other side has not been told.
    quiet,      ///< It has been quiet for longer than it should be at most.
    here,       ///< I am there myself: it is for when I cannot go.
  };
  What what = What::kind;
  int points = 0;

  bool operator==(const UrgencyPart&) const = default;
};
/// `kind`, `follow_up`: the word for it in JSON.
std::string_view word_of(UrgencyPart::What what);

/// Something worth doing next.
struct Nudge {
  NudgeKind kind = NudgeKind::answer;
  Collection collection = Collection::contacts;  ///< That the record is in.
  std::string record;      ///< The id of the one whose `snoozed` can keep it quiet.
  std::string who;         ///< Whom it is about, by handle; empty for an intention about nobody.
  std::string name;        ///< Theirs; with several, all names.
  std::string what;        ///< `Answer Ana Ruiz: asks about DNS`
  std::string why;         ///< `asked 3 days ago, 5h over`
  std::optional<Day> due;  ///< The day by which it is best done; absent: any day will do.
  std::string command;     ///< That does it, or notes that it was done.
  std::string message;     ///< Of an offer, and of telling a client whom to call: what to write.
  std::vector<UrgencyPart> parts;  ///< In the order of what they are for, each once.

  bool operator==(const Nudge&) const = default;
  /// `reconnect:ana-ruiz`; stead-book(5), "Meaning" 9.
  std::string id() const;
  /// The sum of its parts.
  int urgency() const;
};

/// Everything worth doing by the end of the next seven days, the most urgent first: by urgency,
/// then by due day (those without one last), then by kind, then by name and id. Left out are kinds
/// that are quiet today as their record has it in `snoozed`, records with a conflict, and whatever
/// is about an archived contact. Of one kind, what one command does or one record keeps quiet is
/// one nudge, the most urgent, and its reason says how many more there are.
std::vector<Nudge> nudges_in(const Book& book, const Now& now);

/// The JSON object that reports have of it; stead-json(7).
std::string to_json(const Nudge& nudge);

/// The first nudges; what `next` answers.
struct NextReport {
  Day today;
  std::vector<Nudge> nudges;
  std::size_t more = 0;          ///< How many more there are.
  std::vector<NudgeKind> kinds;  ///< Of which kinds they are; none: of all.
  bool is_explained = false;     ///< Does the page show the parts of each urgency?

  bool operator==(const NextReport&) const = default;
};
/// What `next` is asked for.
struct NextRequest {
  std::vector<NudgeKind> kinds;  ///< None: all.
  /// How many to show; absent: all of the `kinds`, and of all kinds ten, or eleven if that is all.
  std::optional<std::size_t> most;
};
NextReport next_report(const Book& book, const Now& now, const NextRequest& request);

Document to_document(const NextReport& report);
/// `stead.next/1`; stead-json(7).
std::string to_json(const NextReport& report);

/// A yearly date of somebody's.
struct YearlyDay {
  std::string who;
  std::string name;
  std::string what;  ///< `birthday`, else what the book says of it.
  bool is_birthday = false;
  Day on;
  std::optional<int> years;  ///< How many that day makes, where the year is known.

  bool operator==(const YearlyDay&) const = default;
};

/// Birthdays and other yearly dates of contacts that are not archived on days of `period`, of more
/// than a year each for the first time; by day, then by name. A 29 February is on the 28th in other
/// years, as a month of a span ends on its last day.
std::vector<YearlyDay> yearly_days_in(const Book& book, Period period);

/// A client of somebody else's for whom I am the one to call.
struct HeldFort {
  std::string client;
  std::string name;
  std::string owner;

  bool operator==(const HeldFort&) const = default;
};

/// What today asks for.
struct TodayReport {
  Day today;
  std::size_t late = 0;               ///< Promises of mine that are late.
  std::size_t due = 0;                ///< Promises of mine that are due today.
  std::size_t waiting = 0;            ///< How many wait for my answer.
  std::string waiting_name;           ///< Whom to answer first,
  std::optional<When> waiting_since;  ///< and since when they wait.
  std::vector<AbsenceRow> away;       ///< In force today.
  std::vector<HeldFort> held;         ///< By client.
  std::vector<YearlyDay> dates;       ///< Of today.
  std::vector<Nudge> nudges;          ///< Of today: the first ten, or eleven if that is all.
  std::size_t more = 0;               ///< How many more of them there are.
  std::optional<Nudge> spare;         ///< The first of the others, for when there is time.

  bool operator==(const TodayReport&) const = default;
  /// Is there a nudge that belongs to today?
  bool asks_for_something() const { return !nudges.empty(); }
};
TodayReport today_report(const Book& book, const Now& now);

Document to_document(const TodayReport& report);
/// `stead.today/1`; stead-json(7).
std::string to_json(const TodayReport& report);

}  // namespace stead
