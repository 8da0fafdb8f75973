#pragma once

#include "stead/book.h"
#include "stead/document.h"
#include "stead/promise_life.h"
#include "stead/time.h"

#include <optional>
#include <string>
#include <vector>

namespace stead {

/// What a timeline is of.
struct TimelineRequest {
  std::vector<std::string> who;  ///< Ids of contacts; of an org, its people count too. Empty: all.
  std::optional<Period> period;
  bool ids = false;  ///< Show the ids of what can be changed by one.
};

/// A contact in a timeline, by its id and its name; the id of the owner is `me`.
struct TimelinePerson {
  std::string id;
  std::string name;

  bool operator==(const TimelinePerson&) const = default;
};

/// One thing that happened, or is to come.
struct TimelineEntry {
  enum class Kind {
    interaction,
    promised,
    told,
    part,
    kept,
    released,
    broken,
    due,    ///< An open promise, on its due date.
    heard,  ///< Something that matters to `by`, in their words.
    away,   ///< `by` is away from here on.
  };

  Kind kind = Kind::interaction;
  When at;
  std::string id;                    ///< Of the interaction or the promise.
  std::optional<TimelinePerson> by;  ///< Absent from an interaction of the owner's.
  std::vector<TimelinePerson> with;  ///< Of a promise: to whom.
  std::vector<TimelinePerson> about;
  std::optional<TimelinePerson> for_whom;
  std::string via;
  std::string from;
  bool needs_reply = false;
  bool urgent = false;
  std::string went;
  std::optional<Deed> deed;
  std::string text;
  std::string promise;           ///< Of a telling and a part: what was promised.
  std::optional<When> until;     ///< Of a promise its due date, of an absence its last day.
  std::optional<When> due_was;   ///< Of a telling that moved the date: the one before.
  std::optional<Timing> timing;  ///< Of a kept promise.
};

/// Everything by date, the newest first.
struct Timeline {
  Day today;
  std::vector<TimelinePerson> who;
  std::optional<Period> period;
  bool ids = false;
  std::vector<TimelineEntry> entries;
};

Timeline timeline_report(const Book& book, const Now& now, const TimelineRequest& request);

Document to_document(const Timeline& timeline);
/// `stead.timeline/1`; stead-json(7).
std::string to_json(const Timeline& timeline);

}  // namespace stead
