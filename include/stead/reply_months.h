#pragma once

#include "stead/book.h"
#include "stead/document.h"
#include "stead/periods.h"
#include "stead/replies.h"
#include "stead/subject.h"
#include "stead/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace stead {

/// How soon questions were answered, and how soon that was expected.
struct ReplyMonth {
  ReplySums sums;
  /// In minutes of working time, in the middle over the answers to whoever expects one within a
  /// time; nothing where nobody does.
  std::optional<std::int64_t> expected;

  bool operator==(const ReplyMonth&) const = default;
};

/// How soon the owner, or a stand-in, answered, month by month, by the day of the question;
/// "Meaning" 2.
struct ReplyMonths {
  Day today;
  Period period;
  Steps steps;
  Subject subject;
  int working_day = 480;  ///< Its minutes.
  std::vector<ReplyMonth> months;
  ReplyMonth all;
  std::size_t waiting = 0;  ///< How many questions wait for an answer now.
};

/// The months of a period; without one, the last twelve.
ReplyMonths reply_months(const Book& book, const Now& now, Subject subject,
                         std::optional<Period> period = std::nullopt);

Document to_document(const ReplyMonths& report);
/// A row a month.
Table to_table(const ReplyMonths& report);
/// `stead.chart-replies/1`; stead-json(7).
std::string to_json(const ReplyMonths& report);

}  // namespace stead
