#include "stead/waiting.h"

#include "stead/contact_times.h"
#include "stead/sort_by.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

namespace stead {
namespace {

/// The latest answers to one person, which are added from the newest back.
struct LatestAnswers {
  std::optional<Moment> any;
  std::optional<Moment> on_a_day;
  std::optional<Moment> at_a_time;

  void add(const Moment& answer) {
    if (!any) any = answer;
    std::optional<Moment>& alike = answer.at.time ? at_a_time : on_a_day;
    // Where clocks of far places meet, the newest by the clock is not always the latest.
    if (!alike || (answer.at.time && comes_after(answer, *alike))) alike = answer;
  }

  bool has_one_to(const Moment& question) const {
    return std::ranges::any_of(std::array{any, on_a_day, at_a_time},
                               [&](const std::optional<Moment>& answer) {
                                 return answer && comes_after(*answer, question);
                               });
  }
};

/// The answers to those who ask, looked for from the newest interaction back.
std::map<std::size_t, LatestAnswers> answers_to(const Book& book,
                                                const std::vector<Waiting>& questions) {
  std::map<std::size_t, LatestAnswers> answers;
  Day stop = kLastDay;
  for (const Waiting& question : questions) {
    answers[*book.find_contact(question.who)];
    stop = std::min(stop, question.at.day);
  }
  std::size_t without = answers.size();  // nobody looks behind the last one's first answer
  book.newest_first([&](const Talk& talk) {
    if (talk.at.day + kClocksApart < stop) return false;
    if (!talk.may_answer) return true;
    for (const std::size_t contact : talk.with) {
      const auto found = answers.find(contact);
      if (found == answers.end()) continue;
      if (!found->second.any && --without == 0) stop = std::max(stop, talk.at.day);
      found->second.add({talk.at, talk.index});
    }
    return true;
  });
  return answers;
}

/// Says until when they expect the answer, and for how long that is over.
void find_limit(Waiting& question, const Book& book, const WorkingTime& working, const Now& now) {
  const Contact& contact = *book.contact(question.who);
  if (!contact.phone.empty()) question.phone = contact.phone.front();
  question.limit = reply_limit_of(book, contact);
  if (!question.limit) return;
  question.due = working.end_of(question.limit->within, question.at);
  question.late = question.due && before(*question.due, now.moment());
  if (question.late) question.over = working.between(*question.due, now.moment());
}

}  // namespace

bool comes_after(const Moment& answer, const Moment& question) {
  if (answer.at.time && question.at.time) {
    return std::pair(answer.at.instant(), answer.index) >
           std::pair(question.at.instant(), question.index);
  }
  if (answer.at.day != question.at.day) return answer.at.day > question.at.day;
  return !answer.at.time && (question.at.time || answer.index > question.index);
}

std::vector<Waiting> questions_of(const Book& book, const Interaction& interaction,
                                  std::size_t index) {
  std::vector<Waiting> questions;
  if (!interaction.needs_reply || interaction.from != "them") return questions;
  for (const std::string& handle : interaction.with) {
    const Contact* contact = book.contact(handle);
    if (contact == nullptr || contact->id == "me") continue;
    questions.push_back({.id = interaction.id,
                         .who = contact->id,
                         .name = contact->name,
                         .phone = {},
                         .at = interaction.at,
                         .index = index,
                         .text = interaction.text,
                         .urgent = interaction.urgent,
                         .limit = {},
                         .due = {},
                         .late = false,
                         .over = {}});
  }
  return questions;
}

std::vector<Waiting> questions_in(const Book& book) {
  std::vector<Waiting> questions;
  for (const std::size_t i : book.holding(Collection::interactions, "\"needs_reply\"")) {
    std::ranges::move(questions_of(book, book.interaction(i), i), std::back_inserter(questions));
  }
  return questions;
}

std::vector<Waiting> waiting_in(const Book& book, const Now& now) {
  return waiting_among(questions_in(book), book, now);
}

std::vector<Waiting> waiting_among(std::vector<Waiting> questions, const Book& book,
                                   const Now& now) {
  std::erase_if(questions, [&](const Waiting& question) {
    return book.contact(question.who)->archived.has_value();
  });
  const std::map<std::size_t, LatestAnswers> answers = answers_to(book, questions);
  std::erase_if(questions, [&](const Waiting& question) {
    return answers.at(*book.find_contact(question.who)).has_one_to({question.at, question.index});
  });
  const WorkingTime working(book.me(), now);
  for (Waiting& question : questions) find_limit(question, book, working, now);
  sort_by(questions, [&](const Waiting& question) {
    const When due = question.due.value_or(When{kLastDay, {}});
    return std::tuple(!question.urgent, !question.late, -working.minutes_of(question.over), due.day,
                      due.instant(), question.at.day, question.at.instant());
  });
  return questions;
}

std::optional<When> answer_due(const Book& book, const Now& now,
                               const std::vector<std::string>& who, const When& asked) {
  const WorkingTime working(book.me(), now);
  std::optional<When> first;
  for (const std::string& handle : who) {
    const Contact* contact = book.contact(handle);
    const auto limit = contact == nullptr ? std::nullopt : reply_limit_of(book, *contact);
    const auto due = limit ? working.end_of(limit->within, asked) : std::nullopt;
    if (due && (!first || before(*due, *first))) first = due;
  }
  return first;
}

Text until_words(const Waiting& waiting, Day today, int working_day) {
  if (!waiting.due) return {};
  if (waiting.late) {
    return {waiting.over.count == 0 ? "just over" : in_words(waiting.over, working_day) + " over",
            Tone::bad};
  }
  const std::string due = long_date(*waiting.due);
  if (waiting.due->day != today) return {"by " + due};
  constexpr std::size_t kDate = 14;  // of `Mon 2026-08-03 13:00`
  return {waiting.due->time ? "by " + due.substr(kDate + 1) : "by today", Tone::warning};
}

}  // namespace stead
