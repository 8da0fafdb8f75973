#pragma once

#include "stead/book.h"
#include "stead/document.h"
#include "stead/promise_life.h"
#include "stead/promise_sums.h"
#include "stead/time.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Which promises are listed. What is not set leaves all in.
struct PromiseListRequest {
  enum class Side { both, mine, theirs };

  std::function<bool(const Promise&)> filter;
  Side side = Side::both;
  std::optional<Period> due;  ///< Only those due in it.
  bool closed = false;        ///< The closed ones instead of the open ones.
  bool late = false;          ///< Only those that are late, or were when they were closed.
};

/// A promise in the list, with names for its handles.
struct ListedPromise {
  /// The sections of the list, in its order.
  enum class Stage { late, today, this_week, later, undated, closed };

  Promise promise;
  std::string who;       ///< Whoever is on the other side of it.
  std::string for_whom;  ///< Empty where it is nobody else.
  std::string owner;     ///< Whose client it is about, where that is somebody else's.
  std::string owner_name;
  bool for_their_org = false;  ///< Does `who` work at `for_whom`?
  Stage stage = Stage::undated;
  int days_late = 0;             ///< Of an open one: how many days ago it was due.
  std::optional<Timing> timing;  ///< Of a closed one.
  Telling told = Telling::never;
  bool needs_telling = false;
};

/// The word for a stage in JSON and CSV: `this_week`.
std::string_view word_of(ListedPromise::Stage stage);

/// The same for how the other side was told: `in_time`, `late`, `never`.
std::string_view word_of(Telling telling);

/// The promises by when they are due; closed ones with the one closed last first.
struct PromiseList {
  Day today;
  bool closed = false;
  bool narrowed = false;  ///< Was anything asked for but all open, or all closed ones of a side?
  PromiseListRequest::Side side = PromiseListRequest::Side::both;
  std::vector<ListedPromise> promises;
  /// With the closed ones: over all of the side and the filter, open ones and others, too.
  std::optional<PromiseSums> sums;
  bool sums_have_more = false;  ///< Was the list narrowed by dates, which the sums are not?

  /// How many there are, without follow-ups: those are promises to nobody else.
  std::size_t count() const;
};

PromiseList promise_list_report(const Book& book, const Now& now,
                                const PromiseListRequest& request);

Document to_document(const PromiseList& list);
/// One row a promise, with the ISO dates that the book has, for CSV and TSV.
Table to_table(const PromiseList& list);
/// `stead.promises/1`; stead-json(7).
std::string to_json(const PromiseList& list);

}  // namespace stead
