#include "commands/record/same_day.h"

#include "commands/record/sentences.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace stead {
namespace {

/// What may have come before a question as well as after it.
struct SameDay {
  bool is_any = false;
  std::vector<std::string> without_time;  ///< Their ids, in the order of the book.
};

/// Of those that `who` took part in on the day of the question, and that could answer it.
SameDay same_day(const Book& book, const Interaction& question, const std::string& who) {
  SameDay found;
  const std::optional<std::size_t> contact = book.find_contact(who);
  if (!contact) return found;
  book.newest_first([&](const Talk& talk) {
    if (talk.at.day != question.at.day) return talk.at.day > question.at.day;
    if (!talk.may_answer || (talk.at.time && question.at.time)) return true;
    const std::string id(book.id(Collection::interactions, talk.index));
    const bool is_with_them = std::ranges::find(talk.with, *contact) != talk.with.end();
    if (!is_with_them || id == question.id) return true;
    found.is_any = true;
    if (!talk.at.time) found.without_time.push_back(id);
    return true;
  });
  std::ranges::reverse(found.without_time);
  return found;
}

/// `--at 9:15`, or `--at '2026-08-02 9:15'` for another day than today.
std::string at_option(const Session& session, Day day, int minute) {
  constexpr int kHour = 60;
  const std::string time = fmt::format("{}:{:02}", minute / kHour, minute % kHour);
  if (day == session.now.today) return "--at " + time;
  return fmt::format("--at '{} {}'", to_string(day), time);
}

}  // namespace

void hint_of_same_day(Session& session, const Interaction& question) {
  constexpr int kHour = 60;
  const Day day = question.at.day;
  const int asked = question.at.time ? question.at.time->minute : session.now.time.minute;
  for (const std::string& who : question.with) {
    const SameDay answers = same_day(session.book(), question, who);
    if (!answers.is_any) continue;
    std::vector<std::string> commands;
    if (!question.at.time)
      commands.push_back("stead log --amend " + at_option(session, day, asked));
    const std::string before = at_option(session, day, std::max(asked - kHour, 0));
    for (const std::string& id : answers.without_time) {
      commands.push_back(fmt::format("stead set {} {}", id, before));
    }
    session.hint(
        fmt::format("what was logged with {} that day counts as the answer; if it came before, say "
                    "when each was: {}",
                    name_in_full(session, who), fmt::join(commands, "; ")));
  }
}

}  // namespace stead
