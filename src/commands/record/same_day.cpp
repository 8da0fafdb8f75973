#include "commands/record/same_day.h"

#include "commands/record/sentences.h"
#include "stead/waiting.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace stead {
namespace {

constexpr int kHour = 60;

/// What has no time and could answer a question on its day, of those that `who` took part in, in
/// the order of the book.
std::vector<std::string> without_time(const Book& book, const Interaction& question,
                                      const std::string& who) {
  std::vector<std::string> ids;
  const std::optional<std::size_t> contact = book.find_contact(who);
  if (!contact) return ids;
  book.newest_first([&](const Talk& talk) {
    if (talk.at.day != question.at.day) return talk.at.day > question.at.day;
    const bool is_with_them = std::ranges::find(talk.with, *contact) != talk.with.end();
    if (!talk.may_answer || talk.at.time || !is_with_them) return true;
    std::string id(book.id(Collection::interactions, talk.index));
    if (id != question.id) ids.push_back(std::move(id));
    return true;
  });
  std::ranges::reverse(ids);
  return ids;
}

/// `--at 9:15`, or `--at '2026-08-02 9:15'` for another day than today.
std::string at_option(const Session& session, Day day, int minute) {
  const std::string time = fmt::format("{}:{:02}", minute / kHour, minute % kHour);
  if (day == session.now.today) return "--at " + time;
  return fmt::format("--at '{} {}'", to_string(day), time);
}

}  // namespace

void hint_of_answers(Session& session, const Interaction& question) {
  if (!question.at.time) return;
  const int before = std::max(question.at.time->minute - kHour, 0);
  const std::string option = at_option(session, question.at.day, before);
  for (const std::string& who : question.with) {
    std::vector<std::string> commands;
    for (const std::string& id : without_time(session.book(), question, who)) {
      commands.push_back(fmt::format("stead set {} {}", id, option));
    }
    if (commands.empty()) continue;
    session.hint(
        fmt::format("what was logged with {} that day counts as the answer; if it came before, say "
                    "when it was: {}",
                    name_in_full(session, who), fmt::join(commands, "; ")));
  }
}

void hint_of_questions(Session& session, const Interaction& answer) {
  const bool may_answer = answer.via != "note" && answer.from != "them";
  if (!may_answer || !answer.at.time) return;
  const int before = std::max(answer.at.time->minute - kHour, 0);
  for (const Waiting& waiting : waiting_in(session.book(), session.now)) {
    const bool is_theirs = std::ranges::find(answer.with, waiting.who) != answer.with.end();
    if (!is_theirs || waiting.at.time || waiting.at.day != answer.at.day) continue;
    session.hint(fmt::format(
        "'{}' of that day has no time and still waits; if this answers it, say when it "
        "came: stead set {} {}",
        first_line(waiting.text), waiting.id, at_option(session, waiting.at.day, before)));
  }
}

}  // namespace stead
