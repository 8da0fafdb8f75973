#pragma once

#include "stead/book.h"
#include "stead/document.h"
#include "stead/reply_limit.h"
#include "stead/time.h"
#include "stead/working_time.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace stead {

/// Somebody who waits for an answer from me; stead-book(5), "Meaning" 2.
struct Waiting {
  std::string id;  ///< Of the interaction that asks.
  std::string who;
  std::string name;
  std::string phone;
  When at;
  std::size_t index = 0;  ///< Which of the book's interactions.
  std::string text;
  bool urgent = false;
  std::optional<ReplyLimit> limit;  ///< Absent: nothing is said of how soon they expect it.
  std::optional<When> due;          ///< When that is over; the day alone where `at` is one.
  bool late = false;
  Worked over;  ///< From `due` to now, where that is over; else none.

  bool operator==(const Waiting&) const = default;
};

/// When an interaction took place, and which of the book's it is.
struct Moment {
  When at;
  std::size_t index = 0;
};

/// Does an answer come after a question? A day without a time is taken for the end of that day; of
/// two such, and of two at the same minute, the one that was written into the book later is the
/// later one.
bool comes_after(const Moment& answer, const Moment& question);

/// Whether an interaction, the book's number `index`, is a question that was put to the owner: what
/// `questions_in` has of it; else nothing.
std::vector<Waiting> questions_of(const Book& book, const Interaction& interaction,
                                  std::size_t index);

/// Each question that was put to the owner, answered or not, once for everybody who asked it;
/// limits are not looked for yet.
std::vector<Waiting> questions_in(const Book& book);

/// Everybody who waits for an answer from the owner, archived ones left out: urgent ones first,
/// then those whose limit is over, the longest over first, then those with time left, the least
/// first, then those without a limit, by time.
/// An answer is what `comes_after` the question.
std::vector<Waiting> waiting_in(const Book& book, const Now& now);

/// The same, of these questions.
std::vector<Waiting> waiting_among(std::vector<Waiting> questions, const Book& book,
                                   const Now& now);

/// By when the first of these contacts expects an answer to what was asked then; nothing where none
/// of them has a limit.
std::optional<When> answer_due(const Book& book, const Now& now,
                               const std::vector<std::string>& who, const When& asked);

/// The JSON object that reports have of it; stead-json(7).
std::string to_json(const Waiting& waiting);

/// `2h over`, `by 13:00`, `by Tue 2026-08-04`: until when the answer is expected, in the tone of
/// it; empty where nothing is said of that. A working day has `working_day` minutes.
Text until_words(const Waiting& waiting, Day today, int working_day);

}  // namespace stead
