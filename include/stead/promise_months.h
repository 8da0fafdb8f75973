#pragma once

#include "stead/book.h"
#include "stead/document.h"
#include "stead/periods.h"
#include "stead/promise_sums.h"
#include "stead/subject.h"
#include "stead/time.h"

#include <optional>
#include <string>
#include <vector>

namespace stead {

/// Whose promises are asked for.
enum class PromiseSides { both, mine, theirs };

/// How the promises of one side ended.
struct PromiseHistory {
  std::vector<SideSums> months;  ///< Of those closed in each step of the period.
  SideSums all;                  ///< Of all of these, and of those that are open now.

  bool operator==(const PromiseHistory&) const = default;
};

/// How promises ended, month by month, by the day on which each was closed. Follow-ups are left
/// out, as in all figures of promises.
struct PromiseMonths {
  Day today;
  Period period;
  Steps steps;
  Subject subject;
  PromiseSides sides = PromiseSides::both;
  PromiseHistory mine;
  PromiseHistory theirs;
};

/// The months of a period; without one, the last twelve.
PromiseMonths promise_months(const Book& book, const Now& now, Subject subject, PromiseSides sides,
                             std::optional<Period> period = std::nullopt);

Document to_document(const PromiseMonths& report);
/// A row a month and side.
Table to_table(const PromiseMonths& report);
/// `stead.chart-promises/1`; stead-json(7).
std::string to_json(const PromiseMonths& report);

}  // namespace stead
