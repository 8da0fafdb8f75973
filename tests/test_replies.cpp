#include "stead/replies.h"

#include "harness.h"
#include "stead/text.h"
#include "week_of.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using stead::Book;
using stead::RepliesReport;
using stead::Reply;
using stead::Waiting;
using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

/// A book of these contacts and interactions.
std::string book_of(const std::string& contacts, const std::string& interactions) {
  return "{\n\"stead\": 1,\n\"contacts\": [\n" + contacts + "\n],\n\"promises\": [\n],\n" +
         "\"interactions\": [\n" + interactions + "\n]\n}\n";
}

const std::string kPeople =
    R"({"id":"acme","name":"Acme","kind":"org","reply_within":"4h"},
{"id":"ana","name":"Ana","org":"acme","was":["ana-old"]},
{"id":"bo","name":"Bo","reply_within":"1d"},
{"id":"cem","name":"Cem","tags":["client"]},
{"id":"me","name":"Me","rules":[{"tag":"client","every":"1mon"},{"tag":"client","reply_within":"2h"}]},
{"id":"sam","name":"Sam"})";

std::string asks(const std::string& id, const std::string& at, const std::string& with,
                 const std::string& more = "") {
  return R"({"id":")" + id + R"(","at":")" + at + R"(","with":[")" + with +
         R"("],"from":"them","needs_reply":true)" + more + "}";
}

std::string meets(const std::string& id, const std::string& at, const std::string& with,
                  const std::string& more = "") {
  return R"({"id":")" + id + R"(","at":")" + at + R"(","with":[")" + with + "\"]" + more + "}";
}

/// `question answer took`, a line for each reply, with `in time` or `late`.
std::string replies_of(const std::string& interactions) {
  const std::string text = book_of(kPeople, interactions);
  const Book book = Book::strict(text, "book.json");
  std::string lines;
  for (const Reply& reply :
       replies_in(book, stead::test::morning_of(stead::test::kMonday), [](auto) { return true; })) {
    lines += reply.who + ' ' + reply.question + ' ' + reply.answer + ", " +
             in_words(reply.took, 480) +
             (!reply.within   ? ""
              : reply.in_time ? ", in time"
                              : ", late") +
             '\n';
  }
  return lines;
}

TEST_CASE("the next interaction that is no note and not from them answers a question") {
  const std::string question = asks("q", "2026-07-31T18:00+02:00", "ana");
  const auto answered_by = [&](const std::string& more) {
    return replies_of(question + ",\n" + more);
  };
  CHECK(answered_by(meets("a", "2026-08-03T11:00+02:00", "ana")) == "ana q a, 2h, in time\n");
  CHECK(answered_by(meets("a", "2026-08-03T13:00+02:00", "ana")) == "ana q a, 4h, in time\n");
  CHECK(answered_by(meets("a", "2026-08-03T13:01+02:00", "ana")) == "ana q a, 4h 1min, late\n");
  CHECK(answered_by(meets("a", "2026-08-03T11:00+02:00", "ana-old")) == "ana q a, 2h, in time\n");
  CHECK(answered_by(meets("a", "2026-08-03T11:00+02:00", "ana", R"(,"via":"note")")) == "");
  CHECK(answered_by(meets("a", "2026-08-03T11:00+02:00", "ana", R"(,"from":"them")")) == "");
  CHECK(answered_by(meets("a", "2026-08-03T11:00+02:00", "bo")) == "");
  CHECK(answered_by(meets("a", "2026-07-31T17:59+02:00", "ana")) == "");
  CHECK(answered_by(meets("a", "2026-08-03T11:00+02:00", "ana", R"(,"by":"sam")")) ==
        "ana q a, 2h, in time\n");
  CHECK(answered_by(meets("a", "2026-08-03T11:00+02:00", "ana", R"(,"from":"me")") + ",\n" +
                    meets("b", "2026-08-03T12:00+02:00", "ana")) == "ana q a, 2h, in time\n");
}

TEST_CASE("where a time of day is missing, whole working days are counted") {
  CHECK(replies_of(asks("q", "2026-07-31", "ana") + ",\n" + meets("a", "2026-08-03", "ana")) ==
        "ana q a, 1 working day, in time\n");
  CHECK(replies_of(asks("q", "2026-07-31", "ana") + ",\n" + meets("a", "2026-08-04", "ana")) ==
        "ana q a, 2 working days, late\n");
  CHECK(replies_of(asks("q", "2026-07-31T09:00+02:00", "ana") + ",\n" +
                   meets("a", "2026-07-31", "ana")) == "ana q a, the same day, in time\n");
  CHECK(replies_of(asks("q", "2026-07-31T09:00+02:00", "ana") + ",\n" +
                   meets("a", "2026-08-03", "ana")) == "ana q a, 1 working day, late\n");
  // Of two answers on the day the one with a time is sure to come after the question.
  CHECK(replies_of(asks("q", "2026-07-31T09:00+02:00", "ana") + ",\n" +
                   meets("a", "2026-07-31", "ana") + ",\n" +
                   meets("b", "2026-07-31T10:00+02:00", "ana")) == "ana q b, 1h, in time\n");
}

TEST_CASE("the limit is their own, else that of their org, else that of a rule") {
  const std::string text = book_of(kPeople, "");
  const Book book = Book::strict(text, "book.json");
  const auto limit = [&](const char* who) {
    const auto found = reply_limit_of(book, *book.contact(who));
    return found ? in_words(*found) : "";
  };
  CHECK(limit("acme") == "4h");
  CHECK(limit("ana") == "4h (as Acme)");
  CHECK(limit("bo") == "1d");
  CHECK(limit("cem") == "2h (rule for client)");
  CHECK(limit("sam") == "");
}

TEST_CASE("a rule for an organisation's tag holds for its people") {
  const std::string text = book_of(
      R"({"id":"acme","name":"Acme","kind":"org","tags":["client"]},
{"id":"ana","name":"Ana","org":"acme"},
{"id":"me","name":"Me","rules":[{"tag":"client","reply_within":"2h"}]})",
      "");
  const Book book = Book::strict(text, "book.json");
  CHECK(in_words(*reply_limit_of(book, *book.contact("ana"))) == "2h (rule for client)");
}

TEST_CASE("urgent ones come first, then the longest over, then the least left, then the others") {
  const std::string text =
      book_of(kPeople, asks("q1", "2026-07-30T09:00+02:00", "sam") + ",\n" +
                           asks("q2", "2026-07-31T18:00+02:00", "ana") + ",\n" +
                           asks("q3", "2026-07-31T18:00+02:00", "bo") + ",\n" +
                           asks("q4", "2026-07-29T09:00+02:00", "cem") + ",\n" +
                           asks("q5", "2026-08-02", "sam", R"(,"urgent":true)") + ",\n" +
                           asks("q6", "2026-07-29T10:00+02:00", "bo"));
  std::string order;
  const Book book = Book::strict(text, "book.json");
  for (const Waiting& one : waiting_in(book, stead::test::morning_of(stead::test::kMonday))) {
    order += one.id + ' ' + until_words(one, stead::test::kMonday, 480).plain() + '\n';
  }
  CHECK(order == "q5 \nq4 2d 7h over\nq6 2d over\nq2 by 13:00\nq3 by 17:00\nq1 \n");
}

/// One thing of a random life with one person, of which every time of day is known.
struct Event {
  int minute = 0;  ///< Since Monday, 2026-03-23 00:00 UTC.
  enum Kind { question, answers, note, theirs, by_other } kind = question;
};

std::string time_of(int minute) {
  const stead::Day day = stead::Day{std::chrono::year{2026} / 3 / 23} + stead::Days{minute / 1440};
  return stead::to_string(stead::When{day, stead::TimeOfDay{minute % 1440, 0}});
}

/// The middle of all lengths, counted anew: of no other length are fewer longer, and as many
/// shorter; of an even number, half-way.
void check_median(const RepliesReport& report) {
  std::multiset<std::int64_t> lengths;
  for (const Reply& reply : report.replies) lengths.insert(reply.took.count);
  while (lengths.size() > 2) {
    lengths.erase(lengths.begin());
    lengths.erase(std::prev(lengths.end()));
  }
  REQUIRE(report.sums.median.has_value() == !lengths.empty());
  if (lengths.empty()) return;
  CHECK(report.sums.median->count == (*lengths.begin() + *lengths.rbegin()) / 2);
}

TEST_CASE(
    "who waits, who was answered and after how long: the same as from the days as they went") {
  std::mt19937 dice(4);
  const auto roll = [&dice](int sides) {
    return static_cast<int>(dice() % static_cast<unsigned>(sides));
  };
  const stead::Now now{
      stead::Day{std::chrono::year{2026} / 6 / 1}, {0, 0}, [](stead::Day, int) { return 0; }};
  for (int round = 0; round < 200; ++round) {
    std::vector<std::pair<std::string, Event>> events;
    for (const char* who : {"ana", "bo", "sam"}) {
      for (int i = roll(12); i > 0; --i) {
        events.push_back({who, {roll(60 * 1440), static_cast<Event::Kind>(roll(5))}});
      }
    }
    std::ranges::stable_sort(events, {}, [](const auto& event) { return event.second.minute; });
    // As it went: a person's open questions, each of which the next answer closes.
    std::string lines;
    std::map<std::string, std::vector<std::pair<std::string, int>>> open;
    std::vector<std::string> replied;
    for (std::size_t i = 0; i < events.size(); ++i) {
      const auto& [who, event] = events[i];
      const std::string id = "i" + std::to_string(100 + i);
      const std::string at = time_of(event.minute);
      lines += lines.empty() ? "" : ",\n";
      switch (event.kind) {
        case Event::question:
          lines += asks(id, at, who);
          open[who].push_back({id, event.minute});
          continue;
        case Event::note: lines += meets(id, at, who, R"(,"via":"note")"); continue;
        case Event::theirs: lines += meets(id, at, who, R"(,"from":"them")"); continue;
        case Event::answers: lines += meets(id, at, who, R"(,"via":"call")"); break;
        case Event::by_other: lines += meets(id, at, who, R"(,"by":"acme")"); break;
      }
      for (const auto& [question, asked] : open[who]) {
        int worked = 0;
        for (int minute = asked; minute < event.minute; ++minute) {
          const bool weekday = minute / 1440 % 7 < 5;
          worked += weekday && 540 <= minute % 1440 && minute % 1440 < 1020 ? 1 : 0;
        }
        replied.push_back(question + ' ' + id + ' ' + std::to_string(worked));
      }
      open[who].clear();
    }
    std::vector<std::string> unanswered;
    for (const auto& [who, questions] : open) {
      for (const auto& [question, asked] : questions) unanswered.push_back(question);
    }
    const std::string text = book_of(kPeople, lines);
    const Book book = Book::strict(text, "book.json");
    const RepliesReport report = replies_report(book, now, {.who = {}, .answered = true});
    std::vector<std::string> found;
    std::vector<std::string> waiting;
    for (const Reply& reply : report.replies) {
      found.push_back(reply.question + ' ' + reply.answer + ' ' + std::to_string(reply.took.count));
    }
    for (const Waiting& one : report.waiting) waiting.push_back(one.id);
    check_median(report);
    for (auto* list : {&found, &waiting, &replied, &unanswered}) std::ranges::sort(*list);
    CAPTURE(text);
    CHECK(found == replied);
    CHECK(waiting == unanswered);
    CHECK(report.sums.answered == replied.size());
    std::size_t of_people = 0;
    for (const stead::PersonReplies& person : report.people) of_people += person.sums.answered;
    CHECK(of_people == replied.size());
  }
}

TEST_CASE("the median of an even number of replies is half-way between the two in the middle") {
  const std::string text = book_of(
      kPeople, asks("q1", "2026-07-27T09:00+02:00", "ana") + ",\n" +
                   meets("a1", "2026-07-27T10:00+02:00", "ana") + ",\n" +
                   asks("q2", "2026-07-28T09:00+02:00", "ana") + ",\n" +
                   meets("a2", "2026-07-28T15:00+02:00", "ana") + ",\n" +
                   asks("q3", "2026-07-29", "sam") + ",\n" + meets("a3", "2026-07-31", "sam"));
  const Book book = Book::strict(text, "book.json");
  const auto report = replies_report(book, stead::test::morning_of(stead::test::kMonday),
                                     {.who = {}, .answered = true});
  CHECK(report.sums.answered == 3);
  CHECK(report.sums.with_limit == 2);
  CHECK(report.sums.in_time == 1);
  CHECK(report.sums.median == stead::Worked{360, false});
  CHECK(report.sums.slowest->question == "q3");
  CHECK(in_words(report.sums, 480) ==
        "you answered 1 of 2 in time, the median after 6h, the slowest after 2 working days");
  REQUIRE(report.people.size() == 2);
  CHECK(report.people[0].name == "Ana");  // late once
  CHECK(report.people[0].sums.median == stead::Worked{210, false});
  CHECK(in_words(report.people[0].sums, 480) ==
        "you answered 1 of 2 in time, the median after 3h 30min, the slowest after 6h");
  CHECK(in_words(report.people[1].sums, 480) == "you answered 1 time, after 2 working days");
  CHECK(in_words(stead::ReplySums{}, 480) == "");
}

TEST_CASE("whole days in the middle stay days as long as half-way is a whole one") {
  const auto sums = [](const char* first, const char* second) {
    const std::string text = book_of(
        kPeople, asks("q1", "2026-07-27", "sam") + ",\n" + meets("a1", first, "sam") + ",\n" +
                     asks("q2", "2026-07-29", "sam") + ",\n" + meets("a2", second, "sam"));
    const Book book = Book::strict(text, "book.json");
    return in_words(replies_report(book, stead::test::morning_of(stead::test::kMonday), {}).sums,
                    480);
  };
  CHECK(sums("2026-07-27", "2026-07-29") ==
        "you answered 2 times, the median the same day, the slowest the same day");
  CHECK(sums("2026-07-27", "2026-07-31") ==
        "you answered 2 times, the median after 1 working day, the slowest after 2 working days");
  CHECK(sums("2026-07-28", "2026-07-31") ==
        "you answered 2 times, the median after 1d 4h, the slowest after 2 working days");
}

TEST_CASE("who waits shows one contact, or an organisation with its people, archived or not") {
  Harness stead(stead::test::small_practice());
  stead.run("log sam --from-them --needs-reply does it run again?");
  CHECK(stead.run("who waits acme").out ==
        "Waiting for your answer  Acme Dental\n"
        "\n"
        "4 weeks  Ana Ruiz  +34 600 111 222  18d 6h over\n"
        "         Mon 2026-07-06 16:00: asks about DNS\n"
        "         expects an answer within 4h (as Acme Dental)\n"
        "         stead log ana-ruiz answered\n");
  CHECK(stead.run("who waits bo-lind") ==
        Result{0, "Waiting for your answer  Bo Lind\n\nNobody waits for you.\n", ""});
  stead.run("archive jo-park");
  CHECK(stead.run("who waits jo-park").status == 0);
  CHECK(stead.run("who waits nobody").status == 2);
  CHECK(stead.run("who waits").out.find("Sam Ortiz") != std::string::npos);
}

TEST_CASE("who waits has a row for everybody who waits, and for each who was answered") {
  Harness stead(small_practice());
  CHECK(stead.run("who waits --format csv").out ==
        "interaction,who,name,phone,at,text,urgent,within,due,late,over_minutes,over_days\n"
        "m3x8r7vd,ana-ruiz,Ana Ruiz,'+34 600 111 222,2026-07-06T16:00+02:00,asks about "
        "DNS,no,4h,2026-07-07T12:00+02:00,yes,9015,\n");
  stead.run("log ana answered --at 10:00 -q");
  stead.run("log bo --from-them --needs-reply --at 2026-07-31 when? -q");
  stead.run("log bo today -q");
  CHECK(stead.run("who waits --answered --format tsv --raw").out ==
        "who\tname\twithin\tanswered\twith_limit\tin_time\tmedian_minutes\tmedian_days\t"
        "slowest_minutes\tslowest_days\tslowest_asked\n"
        "ana-ruiz\tAna Ruiz\t4h\t1\t1\t0\t9240\t\t9240\t\t2026-07-06T16:00+02:00\n"
        "bo-lind\tBo Lind\t\t1\t0\t0\t\t1\t\t1\t2026-07-31\n");
}

TEST_CASE("how soon you answered fits into 60 columns") {
  Harness stead(small_practice());
  stead.environment["COLUMNS"] = "60";
  stead.run("log ana answered --at 10:00 -q");
  std::istringstream out(stead.run("who waits --answered").out);
  for (std::string line; std::getline(out, line);) CHECK(stead::columns(line) <= 60);
}

TEST_CASE("who waits --answered says so when there is nothing to tell") {
  Harness stead(stead::test::small_practice());
  CHECK(stead.run("who waits --answered") ==
        Result{0, "How soon you answered\n\nNo question has been answered yet.\n", ""});
}

TEST_CASE("what was logged earlier on a day is no answer to what is asked on it later") {
  Harness stead(stead::test::small_practice());
  CHECK(stead.run("log sam called -q").err == "");
  CHECK(stead.run("log sam --from-them --urgent --needs-reply the server is down -q").err == "");
  const auto lists_the_server = [&](const std::string& line) {
    return stead.run(line).out.find("the server is down") != std::string::npos;
  };
  CHECK(lists_the_server("who waits sam"));
  CHECK(lists_the_server("brief sam"));
  CHECK(lists_the_server("weekly"));
  CHECK(lists_the_server("today --json"));
  CHECK(stead.run("stats sam").out.find("1 question waits now") != std::string::npos);
  CHECK(stead.run("standing sam").out.find("1 question waits for your answer") !=
        std::string::npos);
  CHECK(stead.run("who waits sam --answered").out.find("No question has been answered yet.") !=
        std::string::npos);
  // What is logged after it answers it, and what is taken back no longer does.
  CHECK(stead.run("log sam told him which switch -q").status == 0);
  CHECK_FALSE(lists_the_server("who waits sam"));
  CHECK(stead.run("who waits sam").out.find("after the same day") == std::string::npos);
  CHECK(stead.run("undo").status == 0);
  CHECK(lists_the_server("who waits sam"));
  CHECK(stead.run("redo").status == 0);
  CHECK_FALSE(lists_the_server("who waits sam"));
}

TEST_CASE("a question and an answer at the same minute go by which was logged first") {
  CHECK(replies_of(asks("q", "2026-07-31T09:00+02:00", "ana") + ",\n" +
                   meets("a", "2026-07-31T09:00+02:00", "ana")) == "ana q a, 0min, in time\n");
  CHECK(replies_of(meets("a", "2026-07-31T09:00+02:00", "ana") + ",\n" +
                   asks("q", "2026-07-31T09:00+02:00", "ana")) == "");
  CHECK(replies_of(meets("a", "2026-07-31", "ana") + ",\n" + asks("q", "2026-07-31", "ana")) == "");
  CHECK(replies_of(asks("q", "2026-07-31", "ana") + ",\n" + meets("a", "2026-07-31", "ana")) ==
        "ana q a, the same day, in time\n");
}

TEST_CASE(
    "what has no time is taken for the end of its day, and a hint says so where that matters") {
  Harness stead(small_practice());
  const auto lists = [&](const char* who, const char* question) {
    return stead.run(std::string("who waits ") + who).out.find(question) != std::string::npos;
  };
  CHECK(stead.run("log sam called --at 9:00 -q").err == "");
  CHECK(stead.run("log sam --from-them --needs-reply --urgent asks for the password").err == "");
  CHECK(lists("sam", "asks for the password"));
  const Result answered = stead.run("log sam --at 10:00 told him the password");
  const std::string still =
      "hint: 'asks for the password' of that day has no time and still waits; if this answers it, "
      "say when it came: stead set ";
  REQUIRE(answered.err.starts_with(still));
  CHECK(answered.err.ends_with(" --at 9:00\n"));
  CHECK(lists("sam", "asks for the password"));
  CHECK(stead.run(answered.err.substr(answered.err.find("set "))).status == 0);
  CHECK_FALSE(lists("sam", "asks for the password"));

  CHECK(stead.run("log bo called -q").err == "");
  const auto asked = stead.run("log bo --from-them --needs-reply --at 10:00 asks for a number");
  const std::string hint =
      "hint: what was logged with Bo Lind that day counts as the answer; if it came before, say "
      "when it was: stead set ";
  REQUIRE(asked.err.starts_with(hint));
  CHECK_FALSE(lists("bo", "asks for a number"));
  CHECK(stead.run(asked.err.substr(asked.err.find("set "))).status == 0);
  CHECK(lists("bo", "asks for a number"));
}

/// The letters of random records of one person, in the order of a book: by `at`, equals as they
/// come. So do days alone meet times of those days, and one another.
std::vector<std::pair<std::string, bool>> random_days(std::mt19937& dice) {
  std::vector<std::pair<std::string, bool>> records;  // at, and is it a question?
  for (unsigned i = 0; i < 8; ++i) {
    std::string at = "2026-07-0" + std::to_string(1 + dice() % 3);
    if (dice() % 2 == 0) at += "T1" + std::to_string(dice() % 3) + ":00+02:00";
    records.emplace_back(at, dice() % 2 == 0);
  }
  std::ranges::stable_sort(records, {}, [](const auto& record) { return record.first; });
  return records;
}

TEST_CASE("who waits and who was answered agree with the letters of days and times") {
  constexpr std::size_t kDay = 10;  // of `2026-07-01`
  std::mt19937 dice(17);
  for (int round = 0; round < 500; ++round) {
    const auto records = random_days(dice);
    const auto is_answer = [&](std::size_t answer, std::size_t question) {
      const std::string& later = records[answer].first;
      const std::string& asked = records[question].first;
      if (records[answer].second) return false;
      // A letter behind all digits makes the end of the day of what has no time.
      const auto end_of_day = [](const std::string& at) {
        return at.size() > kDay ? at : at + "z";
      };
      return std::pair(end_of_day(later), answer) > std::pair(end_of_day(asked), question);
    };
    std::string lines;
    std::vector<std::string> answered;
    std::vector<std::string> unanswered;
    for (std::size_t i = 0; i < records.size(); ++i) {
      const std::string id = "i" + std::to_string(i);
      const auto& [at, is_question] = records[i];
      lines += (i == 0 ? "" : ",\n") + (is_question ? asks(id, at, "sam") : meets(id, at, "sam"));
      if (!is_question) continue;
      bool has_answer = false;
      for (std::size_t j = 0; j < records.size(); ++j) has_answer = has_answer || is_answer(j, i);
      (has_answer ? answered : unanswered).push_back(id);
    }
    const std::string text = book_of(kPeople, lines);
    const Book book = Book::strict(text, "book.json");
    const RepliesReport report = replies_report(book, stead::test::morning_of(stead::test::kMonday),
                                                {.who = {}, .answered = true});
    std::vector<std::string> found;
    std::vector<std::string> waiting;
    for (const Reply& reply : report.replies) {
      found.push_back(reply.question);
      CHECK(is_answer(std::stoul(reply.answer.substr(1)), std::stoul(reply.question.substr(1))));
    }
    for (const Waiting& one : report.waiting) waiting.push_back(one.id);
    for (auto* list : {&found, &waiting}) std::ranges::sort(*list);
    CAPTURE(text);
    CHECK(found == answered);
    CHECK(waiting == unanswered);
  }
}

TEST_CASE("nothing is said of what is known to come before, and of what answers nobody") {
  Harness stead(stead::test::small_practice());
  CHECK(stead.run("log sam called --at 9:00 -q").status == 0);
  CHECK(stead.run("log sam a thought --via note -q").status == 0);
  CHECK(stead.run("log sam wrote --from-them -q").status == 0);
  CHECK(stead.run("log bo called -q").status == 0);
  CHECK(stead.run("log sam asks --from-them --needs-reply --at 10:00").err == "");
  CHECK(stead.run("log sam asks --from-them --needs-reply --at yesterday").err == "");
}

TEST_CASE("a log that needs an answer says by when, where that is known") {
  Harness stead(stead::test::small_practice());
  CHECK(stead.run("log ana --via mail --at '2026-07-31 18:00' --from-them --needs-reply is it up?")
            .out ==
        "Logged a mail from Ana Ruiz (Acme Dental), Fri 2026-07-31 18:00, an answer is\n"
        "expected by Mon 2026-08-03 13:00. Take it back: stead undo\n");
  CHECK(stead.run("log sam --from-them --needs-reply is it up?").out ==
        "Logged from Sam Ortiz, Mon 2026-08-03, an answer is expected. Take it back:\n"
        "stead undo\n");
}

TEST_CASE("a hostile number of questions and answers is looked through at once") {
  std::string interactions;
  for (int i = 0; i < 20000; ++i) {
    const std::string id = std::to_string(100000 + i);
    interactions += (i == 0 ? "" : ",\n") + asks("q" + id, "0001-01-01", "ana") + ",\n" +
                    meets("a" + id, "9999-12-31", "ana");
  }
  const std::string text = book_of(kPeople, interactions);
  const Book book = Book::strict(text, "book.json");
  const auto report = replies_report(book, stead::test::morning_of(stead::test::kMonday), {});
  CHECK(report.sums.answered == 20000);
  CHECK(report.waiting.empty());
}

}  // namespace

TEST_CASE("who waits counts on the clock of my own time zone, and tells it by the local one") {
  stead::test::Harness stead(stead::test::small_practice());
  const auto due = [&stead] {
    const auto json = nlohmann::json::parse(stead.run("who waits --json").out);
    return json["waiting"][0]["due"].get<std::string>();
  };
  CHECK(due() == "2026-07-07T12:00+02:00");
  stead.run("set me --tz Japan -q");
  CHECK(due() == "2026-07-07T06:00+02:00");
}
