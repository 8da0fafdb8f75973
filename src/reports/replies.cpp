#include "stead/replies.h"

#include "reports/handle_set.h"
#include "stead/contact_times.h"
#include "stead/people.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace stead {
namespace {

/// What may answer somebody.
using AnswersByPerson = std::map<std::size_t, std::vector<Moment>>;

/// All that may answer those who asked, found from the newest interaction back to the first
/// question.
AnswersByPerson answers_to(const Book& book, const std::vector<Waiting>& questions) {
  AnswersByPerson answers;
  Day first = kLastDay;
  for (const Waiting& question : questions) {
    answers[*book.find_contact(question.who)];
    first = std::min(first, question.at.day);
  }
  if (questions.empty()) return answers;
  book.newest_first([&](const Talk& talk) {
    if (talk.at.day + kClocksApart < first) return false;
    if (!talk.may_answer) return true;
    for (const std::size_t contact : talk.with) {
      const auto found = answers.find(contact);
      if (found != answers.end()) found->second.push_back({talk.at, talk.index});
    }
    return true;
  });
  for (auto& [person, all] : answers) {
    // A day without a time is taken for the end of that day.
    sort_by(all, [](const Moment& answer) {
      return std::tuple(answer.at.day, !answer.at.time, answer.at.instant(), answer.index);
    });
  }
  return answers;
}

const Moment* answer_to(const Waiting& question, const std::vector<Moment>& answers) {
  // Of those before it many may be, but few on its day.
  const auto near = std::ranges::lower_bound(answers, question.at.day - kClocksApart, {},
                                             [](const Moment& answer) { return answer.at.day; });
  const auto found = std::find_if(near, answers.end(), [&](const Moment& answer) {
    return comes_after(answer, {question.at, question.index});
  });
  return found == answers.end() ? nullptr : &*found;
}

Reply reply_to(const Book& book, const Waiting& question, const Moment& answer,
               const WorkingTime& working) {
  Reply reply{.question = question.id,
              .answer = std::string(book.id(Collection::interactions, answer.index)),
              .who = question.who,
              .name = question.name,
              .asked = question.at,
              .answered = answer.at,
              .took = working.between(question.at, answer.at),
              .within = {},
              .in_time = false};
  const auto limit = reply_limit_of(book, *book.contact(question.who));
  if (!limit) return reply;
  reply.within = limit->within;
  const auto due = working.end_of(limit->within, question.at);
  reply.in_time = !due || !before(*due, answer.at);
  return reply;
}

/// The contact, and of an org whoever works there.
HandleSet theirs(const Book& book, std::string_view who) {
  HandleSet handles;
  for (const std::size_t i : people_of(book, *book.find_contact(who))) {
    handles.add(book.id(Collection::contacts, i));
  }
  return handles;
}

std::vector<PersonReplies> by_person(const Book& book, const std::vector<Reply>& replies,
                                     const WorkingTime& working) {
  std::map<std::string, std::vector<Reply>> of_person;
  for (const Reply& reply : replies) of_person[reply.who].push_back(reply);
  std::vector<PersonReplies> people;
  for (const auto& [who, theirs] : of_person) {
    people.push_back({who, theirs.front().name, reply_limit_of(book, *book.contact(who)),
                      sums_of(theirs, working)});
  }
  sort_by(people, [](const PersonReplies& person) {
    const std::size_t late = person.sums.with_limit - person.sums.in_time;
    return std::tuple(-static_cast<std::int64_t>(late), fold(person.name));
  });
  return people;
}

/// The middle of some that are in order of length, and not none.
Worked middle_of(const std::vector<const Reply*>& by_length, const WorkingTime& working) {
  const Worked& below = by_length[(by_length.size() - 1) / 2]->took;
  const Worked& above = by_length[by_length.size() / 2]->took;
  if (below == above) return below;
  if (below.whole_days && above.whole_days && (below.count + above.count) % 2 == 0) {
    return {(below.count + above.count) / 2, true};
  }
  return {(working.minutes_of(below) + working.minutes_of(above)) / 2, false};
}

}  // namespace

std::vector<Reply> replies_in(const Book& book, const Now& now,
                              const std::function<bool(std::string_view)>& is_wanted) {
  std::vector<Waiting> questions = questions_in(book);
  std::erase_if(questions, [&](const Waiting& question) { return !is_wanted(question.who); });
  return replies_to(book, now, questions);
}

std::vector<Reply> replies_to(const Book& book, const Now& now,
                              const std::vector<Waiting>& questions) {
  const AnswersByPerson answers = answers_to(book, questions);
  const WorkingTime working(book.me(), now);
  std::vector<Reply> replies;
  for (const Waiting& question : questions) {
    const Moment* answer = answer_to(question, answers.at(*book.find_contact(question.who)));
    if (answer != nullptr) replies.push_back(reply_to(book, question, *answer, working));
  }
  sort_by(replies,
          [](const Reply& reply) { return std::tuple(reply.asked.day, reply.asked.instant()); });
  return replies;
}

ReplySums sums_of(const std::vector<Reply>& replies, const WorkingTime& working) {
  ReplySums sums{
      .answered = replies.size(), .with_limit = 0, .in_time = 0, .median = {}, .slowest = {}};
  if (replies.empty()) return sums;
  std::vector<const Reply*> by_length;
  for (const Reply& reply : replies) {
    by_length.push_back(&reply);
    sums.with_limit += reply.within ? 1U : 0U;
    sums.in_time += reply.within && reply.in_time ? 1U : 0U;
  }
  sort_by(by_length, [&](const Reply* reply) { return working.minutes_of(reply->took); });
  sums.median = middle_of(by_length, working);
  const auto slowest = std::ranges::max_element(
      replies, {}, [&](const Reply& reply) { return working.minutes_of(reply.took); });
  sums.slowest = *slowest;
  return sums;
}

RepliesReport replies_report(const Book& book, const Now& now, const RepliesRequest& request) {
  const WorkingTime working(book.me(), now);
  const HandleSet wanted = request.who.empty() ? HandleSet() : theirs(book, request.who);
  const auto is_wanted = [&](std::string_view handle) {
    return request.who.empty() || wanted.has(handle);
  };
  RepliesReport report{.now = now,
                       .working_day = working.day_length(),
                       .whom = request.who.empty() ? "" : book.name_of(request.who),
                       .answered = request.answered,
                       .waiting = waiting_in(book, now),
                       .sums = {},
                       .people = {},
                       .replies = replies_in(book, now, is_wanted)};
  std::erase_if(report.waiting, [&](const Waiting& waiting) { return !is_wanted(waiting.who); });
  report.sums = sums_of(report.replies, working);
  if (request.answered) report.people = by_person(book, report.replies, working);
  return report;
}

}  // namespace stead
