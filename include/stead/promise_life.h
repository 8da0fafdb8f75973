#pragma once

#include "stead/model.h"
#include "stead/time.h"

#include <optional>
#include <string>
#include <vector>

namespace stead {

/// Is the promise open, and is it past the end of its due date?
bool is_late(const Promise& promise, const Now& now);

/// The due date that a promise began with, before it was moved; nothing where it had none.
std::optional<When> original_due(const Promise& promise);

/// The due date by which it counts whether a promise was kept on time: the one in force when it was
/// closed, whatever was told after that; but a date that was moved after it had passed stays.
/// Nothing where there is none.
std::optional<When> due_that_counts(const Promise& promise);

/// How a promise stood against the due date that counts when it was closed.
struct Timing {
  bool on_time = true;
  int days = 0;  ///< From the due day to the day it was closed; negative: so many days early.

  bool operator==(const Timing&) const = default;
};

/// Nothing unless the promise was closed, whatever became of it, and had a date.
std::optional<Timing> timing_at_end(const Promise& promise);

/// The same, of what was kept alone.
std::optional<Timing> timing_of(const Promise& promise);

/// `2 days early`, `on the day`, `1 day late`, and `late on the day` where the hour was missed.
std::string in_words(const Timing& timing);

/// One time that the other side was told, and the due date that it speaks of: the one in force
/// until then.
struct ToldStep {
  Told told;
  std::optional<When> due_then;

  bool operator==(const ToldStep&) const = default;
  /// Was it told by that date? What has no date is never late.
  bool is_in_time() const { return !due_then || !before(*due_then, told.on); }
};

/// What was told, in order of time; a day alone comes before the times of that day.
std::vector<ToldStep> told_in_order(const Promise& promise);

/// Was one telling before another, in that order?
bool is_told_before(const Told& a, const Told& b);

/// Does a telling change the due date: move it, take it away or set a first one?
bool changes_the_date(const Told& told);
/// Is that a move? A first date for what had none is not: nobody waited for another day.
bool moves_the_date(const Told& told);

/// By how many days; less than 0 for an earlier date. Nothing unless there is a date before and
/// after.
std::optional<int> days_moved(const Told& told);

/// How often the date of a promise was moved or taken away, and by how many days in all.
struct Moves {
  int count = 0;
  int days = 0;  ///< Less than 0 where it came nearer.

  bool operator==(const Moves&) const = default;
};
Moves moves_of(const Promise& promise);

/// `2 days later`, `1 day nearer`, `to the same day`.
std::string moved_in_words(int days);

/// Did the side that promised let the other know, and was that by the due date it speaks of? One
/// telling in time is enough.
enum class Telling { never, late, in_time };
Telling telling_of(const Promise& promise);

/// Was the other side told of the due date in force? What moved a date there speaks of the one
/// before: whoever is late again has to say so again.
bool is_told_of_due(const Promise& promise);

/// Was there something that the other side had to be told? So it is where a promise is late, or was
/// when it was closed, was broken, or had its date moved; never where it is a follow-up.
bool needs_telling(const Promise& promise, const Now& now);

/// The promise that follows in its series once this one is kept or broken: due on the next date of
/// the series after the original due date, even if that is past. It has no id yet. Nothing where
/// the promise does not repeat, or the calendar ends.
std::optional<Promise> next_of_series(const Promise& promise);

}  // namespace stead
