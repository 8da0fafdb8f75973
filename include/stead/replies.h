#pragma once

#include "stead/book.h"
#include "stead/document.h"
#include "stead/reply_limit.h"
#include "stead/time.h"
#include "stead/waiting.h"
#include "stead/working_time.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// A question that was answered; stead-book(5), "Meaning" 2.
struct Reply {
  std::string question;  ///< The interaction that asked,
  std::string answer;    ///< and the one that answered.
  std::string who;
  std::string name;
  When asked;
  When answered;
  Worked took;
  std::optional<Work> within;  ///< How soon they expect an answer now; absent: not said.
  bool in_time = false;        ///< Was it not after the end of that?

  bool operator==(const Reply&) const = default;
};

/// Questions and answers in sum.
struct ReplySums {
  std::size_t answered = 0;
  std::size_t with_limit = 0;  ///< How many of them by somebody who expects it within a time,
  std::size_t in_time = 0;     ///< and how many of those were in time.
  /// How long it took in the middle. Of an even number it is half-way between the two in the
  /// middle: in whole days where that is one, and both are; else in minutes, of which a half is
  /// dropped.
  std::optional<Worked> median;
  std::optional<Reply> slowest;  ///< Of equals the first.

  bool operator==(const ReplySums&) const = default;
};

/// How soon one person was answered.
struct PersonReplies {
  std::string who;
  std::string name;
  std::optional<ReplyLimit> limit;
  ReplySums sums;

  bool operator==(const PersonReplies&) const = default;
};

/// Who waits for an answer from the owner, and how soon others got theirs.
struct RepliesReport {
  Now now;
  int working_day = 480;  ///< Its minutes.
  std::string whom;       ///< The name of whom it is about; empty: everybody.
  bool answered = false;  ///< Is it about those who were answered?
  std::vector<Waiting> waiting;
  ReplySums sums;
  std::vector<PersonReplies> people;  ///< Who was late most often first, then by name.
  std::vector<Reply> replies;         ///< By the time they were asked.
};

/// What a report is asked for.
struct RepliesRequest {
  std::string who;        ///< The id of a contact, and of an org also of its people; empty: all.
  bool answered = false;  ///< Also those who were answered, one by one.
};

/// Every question that was answered, in the order in which they were asked. The answer is the next
/// interaction that is not before the question, with that person, by the owner or a stand-in, and
/// neither a note nor from them.
std::vector<Reply> replies_in(const Book& book, const Now& now,
                              const std::function<bool(std::string_view handle)>& is_wanted);

/// The same, of these questions.
std::vector<Reply> replies_to(const Book& book, const Now& now,
                              const std::vector<Waiting>& questions);

ReplySums sums_of(const std::vector<Reply>& replies, const WorkingTime& working);

RepliesReport replies_report(const Book& book, const Now& now, const RepliesRequest& request);

/// `you answered 4 of 5 in time, the median after 3h, the slowest after 2d`; nothing of no answers.
std::string in_words(const ReplySums& sums, int working_day);

/// The JSON object that reports have of them, and of how soon the answer is expected;
/// stead-json(7).
std::string to_json(const ReplySums& sums, const std::optional<ReplyLimit>& limit);

Document to_document(const RepliesReport& report);
/// A row for everybody who waits, or for each person that was answered, for CSV and TSV.
Table to_table(const RepliesReport& report);
/// `stead.waits/1`; stead-json(7).
std::string to_json(const RepliesReport& report);

}  // namespace stead
