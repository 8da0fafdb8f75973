#include "reports/waiting.h"

#include "stead/contact_times.h"
#include "stead/sort_by.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace stead {
namespace {

/// The latest answers to one person.
struct Answers {
  std::optional<Day> day;        ///< With a time of day or without.
  std::optional<Day> day_alone;  ///< Without.
  std::optional<std::int64_t> instant;

  void add(const When& at) {
    day = std::max(day, std::optional(at.day));
    if (at.time) {
      instant = std::max(instant, std::optional(at.instant()));
    } else {
      day_alone = std::max(day_alone, std::optional(at.day));
    }
  }

  bool has_one_not_before(const When& question) const {
    if (!question.time) return day >= question.day;
    return day_alone >= question.day || instant >= question.instant();
  }
};

/// Each question that was asked, once for each person who asks.
std::vector<Waiting> questions_in(const Book& book) {
  std::vector<Waiting> questions;
  for (const std::size_t i : book.holding(Collection::interactions, "\"needs_reply\"")) {
    const Interaction interaction = book.interaction(i);
    if (!interaction.needs_reply || interaction.from != "them") continue;
    for (const std::string& handle : interaction.with) {
      const Contact* contact = book.contact(handle);
      if (contact == nullptr || contact->archived || contact->id == "me") continue;
      questions.push_back({interaction.id, contact->id, contact->name, interaction.at,
                           interaction.text, interaction.urgent});
    }
  }
  return questions;
}

/// The answers to those who ask, looked for from the newest interaction back.
std::map<std::size_t, Answers> answers_to(const Book& book, const std::vector<Waiting>& questions) {
  std::map<std::size_t, Answers> answers;
  Day stop = kLastDay;
  for (const Waiting& question : questions) {
    answers[*book.find_contact(question.who)];
    stop = std::min(stop, question.at.day);
  }
  std::size_t without = answers.size();  // nobody looks behind the last one's first answer
  book.newest_first([&](std::size_t, const Meeting& meeting) {
    if (meeting.at.day + kClocksApart < stop) return false;
    if (meeting.via == "note" || meeting.from == "them") return true;
    for (const std::string_view handle : meeting.with) {
      const auto index = book.find_contact(handle);
      const auto found = index ? answers.find(*index) : answers.end();
      if (found == answers.end()) continue;
      if (!found->second.day && --without == 0) stop = std::max(stop, meeting.at.day);
      found->second.add(meeting.at);
    }
    return true;
  });
  return answers;
}

}  // namespace

std::vector<Waiting> waiting_in(const Book& book) {
  std::vector<Waiting> questions = questions_in(book);
  const std::map<std::size_t, Answers> answers = answers_to(book, questions);
  std::erase_if(questions, [&](const Waiting& question) {
    return answers.at(*book.find_contact(question.who)).has_one_not_before(question.at);
  });
  sort_by(questions, [](const Waiting& question) {
    return std::tuple(!question.urgent, question.at.day, question.at.instant());
  });
  return questions;
}

}  // namespace stead
