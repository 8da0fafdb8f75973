#include "stead/stats.h"

#include "harness.h"
#include "random_model.h"
#include "stead/contact_calendar.h"
#include "stead/promise_months.h"
#include "stead/render.h"
#include "stead/reply_months.h"
#include "stead/text.h"
#include "week_of.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

// `stats` and `chart`: every figure of them is counted a second time, from the letters of the
// records.

using namespace stead;

namespace {

using nlohmann::json;
using stead::random_model::Dice;
using stead::test::Harness;
using stead::test::kMonday;
using stead::test::morning_of;
using stead::test::Result;

const json kContacts = json::array(
    {{{"id", "acme"}, {"name", "Acme"}, {"kind", "org"}, {"tags", {"client"}}},
     {{"id", "ana"}, {"name", "Ana"}, {"org", "acme"}, {"tags", {"vip"}}},
     {{"id", "bo"}, {"name", "Bo"}, {"was", {"old-bo"}}, {"tags", {"colleague", "vip"}}},
     {{"id", "cem"}, {"name", "Cem"}, {"archived", "2026-01-01"}, {"tags", {"vip"}}},
     {{"id", "delta"}, {"name", "Delta"}, {"reply_within", "4h"}, {"tags", {"client"}}},
     {{"id", "me"}, {"name", "Jan"}}});

struct RandomBook {
  json promises = json::array();
  json interactions = json::array();

  std::string text() const {
    return json{{"stead", 1},
                {"contacts", kContacts},
                {"promises", promises},
                {"interactions", interactions}}
        .dump();
  }
};

std::string random_day(Dice& dice) {
  return fmt::format("202{}-{:02}-{:02}", 5 + dice.below(2), 1 + dice.below(12),
                     1 + dice.below(28));
}

constexpr std::array<const char*, 6> kWho{"ana", "bo", "old-bo", "acme", "cem", "delta"};

json random_interaction(Dice& dice, int index) {
  constexpr std::array<const char*, 5> kVia{"", "call", "mail", "note", "meeting"};
  constexpr std::array<const char*, 3> kFrom{"", "me", "them"};
  json each{{"id", fmt::format("i{}", index)}, {"at", random_day(dice)}};
  std::vector<std::string> with;
  for (std::size_t n = dice.below(3); n > 0; --n) with.emplace_back(kWho.at(dice.below(6)));
  each["with"] = with;
  const std::string via = kVia.at(dice.below(5));
  const std::string from = kFrom.at(dice.below(3));
  if (!via.empty()) each["via"] = via;
  if (!from.empty()) each["from"] = from;
  if (from == "them" && dice.chance(50)) each["needs_reply"] = true;
  if (dice.chance(15)) each["by"] = dice.chance(50) ? "bo" : "me";
  if (dice.chance(20)) {
    each["deed"] = {{"kind", dice.chance(50) ? "cover" : "advice"},
                    {"dir", dice.chance(50) ? "gave" : "got"}};
  }
  return each;
}

json random_closed_promise(Dice& dice, int index) {
  const bool mine = dice.chance(50);
  const std::string who = kWho.at(dice.below(6));
  json each{{"id", fmt::format("p{}", index)},
            {"by", mine ? "me" : who},
            {"to", mine ? who : "me"},
            {"text", "something"},
            {"made", "2025-01-01"}};
  if (dice.chance(10)) {
    each["by"] = each["to"] = "me";
    each["for"] = who;
  }
  if (dice.chance(80)) each["due"] = random_day(dice);
  if (dice.chance(80)) {
    constexpr std::array<const char*, 3> kStatus{"kept", "released", "broken"};
    each["status"] = kStatus.at(dice.below(3));
    each["closed"] = random_day(dice);
  }
  return each;
}

RandomBook random_book(Dice& dice) {
  RandomBook book;
  for (int i = 0, n = static_cast<int>(dice.below(30)); i < n; ++i) {
    book.promises.push_back(random_closed_promise(dice, i));
  }
  for (int i = 0, n = static_cast<int>(dice.below(60)); i < n; ++i) {
    book.interactions.push_back(random_interaction(dice, i));
  }
  std::stable_sort(book.interactions.begin(), book.interactions.end(),
                   [](const json& a, const json& b) {
                     return a["at"].get<std::string>() < b["at"].get<std::string>();
                   });
  return book;
}

/// Whom a report is about, by what it was asked for.
std::set<std::string> members_of(const std::string& who) {
  if (who.empty()) return {"acme", "ana", "bo", "old-bo", "cem", "delta"};
  if (who == "acme") return {"acme", "ana"};
  if (who == "bo") return {"bo", "old-bo"};
  return {who};
}

std::string id_of(const std::string& handle) { return handle == "old-bo" ? "bo" : handle; }

/// One thing that was asked of a book.
struct Question {
  std::string who;
  std::string first;  ///< Empty, with `last`: no period.
  std::string last;

  bool is_in(const std::string& day) const {
    return first.empty() || (first <= day && day <= last);
  }
  std::optional<Period> period() const {
    if (first.empty()) return std::nullopt;
    return Period{*day_from(first), *day_from(last)};
  }
  Subject subject(const Book& book) const {
    return who.empty() ? subject_of(book, std::vector<std::string>{})
                       : subject_of(book, std::vector<std::string>{who});
  }
};

Question random_question(Dice& dice) {
  constexpr std::array<const char*, 5> kAsked{"", "ana", "bo", "acme", "delta"};
  Question question{kAsked.at(dice.below(5)), "", ""};
  if (dice.chance(60)) {
    question.first = random_day(dice);
    question.last = random_day(dice);
    if (question.last < question.first) std::swap(question.first, question.last);
  }
  return question;
}

bool is_about(const json& interaction, const std::set<std::string>& members) {
  for (const json& who : interaction["with"]) {
    if (members.contains(who)) return true;
  }
  return members.size() == 6;  // everybody was asked for
}

bool is_contact(const json& interaction) {
  return interaction.value("via", "") != "note" && interaction.value("by", "me") == "me";
}

using Counts = std::map<std::string, std::size_t>;

/// Everything that `stats` counts of interactions, by a name for it.
Counts second_contacts(const RandomBook& book, const Question& question) {
  const std::set<std::string> members = members_of(question.who);
  Counts counts;
  std::set<std::string> met;
  for (const json& each : book.interactions) {
    const std::string day = each["at"];
    if (!question.is_in(day) || !is_about(each, members)) continue;
    if (each.value("via", "") == "note") {
      ++counts["notes"];
      continue;
    }
    if (!is_contact(each)) {
      ++counts["by_others"];
      continue;
    }
    const std::string from = each.value("from", "both");
    ++counts["from " + from];
    ++counts["via " + each.value("via", "")];
    const bool is_drawn = !question.first.empty() || ("2025-09-01" <= day && day <= "2026-08-03");
    if (is_drawn) ++counts[day.substr(0, 7) + " from " + from];
    for (const json& who : each["with"]) {
      if (members.contains(who)) met.insert(id_of(who));
    }
  }
  if (!met.empty()) counts["people"] = met.size();
  for (const json& each : book.interactions) {
    if (!each.contains("deed") || !question.is_in(each["at"])) continue;
    if (each.value("by", "me") != "me" || each["with"].empty()) continue;
    if (!is_about(each, members)) continue;
    ++counts[each["deed"]["dir"].get<std::string>() + " " +
             each["deed"]["kind"].get<std::string>()];
  }
  return counts;
}

void put_count(Counts& counts, const std::string& name, std::size_t count) {
  if (count > 0) counts[name] = count;
}

Counts contacts_in(const Stats& stats) {
  Counts counts;
  const ContactFigures& figures = stats.contacts;
  put_count(counts, "notes", figures.notes);
  put_count(counts, "by_others", figures.by_others);
  put_count(counts, "from me", figures.counts.from_me);
  put_count(counts, "from them", figures.counts.from_them);
  put_count(counts, "from both", figures.counts.both);
  put_count(counts, "people", figures.people);
  for (const NamedCount& kind : figures.kinds) counts["via " + kind.name] = kind.count;
  for (std::size_t i = 0; i < figures.by_step.size(); ++i) {
    const std::string month = stats.steps.name(i);
    put_count(counts, month + " from me", figures.by_step[i].from_me);
    put_count(counts, month + " from them", figures.by_step[i].from_them);
    put_count(counts, month + " from both", figures.by_step[i].both);
  }
  for (const DeedFigures& deed : stats.deeds) {
    put_count(counts, "gave " + deed.kind, deed.gave);
    put_count(counts, "got " + deed.kind, deed.got);
  }
  return counts;
}

/// How the promises of each month ended: `2026-08 me late`.
Counts second_promises(const RandomBook& book, const Question& question) {
  const std::set<std::string> members = members_of(question.who);
  Counts counts;
  for (const json& each : book.promises) {
    if (each["by"] == "me" && each["to"] == "me") continue;
    const std::string side = each["by"] == "me" ? "me" : "them";
    if (!members.contains(each[side == "me" ? "to" : "by"])) continue;
    if (!each.contains("status")) continue;
    const std::string closed = each["closed"];
    const bool is_asked = question.first.empty() ? "2025-09-01" <= closed && closed <= "2026-08-03"
                                                 : question.is_in(closed);
    if (!is_asked) continue;
    std::string how = each["status"];
    if (how == "kept") {
      how = !each.contains("due")                      ? "undated"
            : closed <= each["due"].get<std::string>() ? "on time"
                                                       : "late";
    }
    ++counts[closed.substr(0, 7) + ' ' + side + ' ' + how];
  }
  return counts;
}

void put_history(Counts& counts, const PromiseMonths& report, const PromiseHistory& history,
                 const std::string& side) {
  for (std::size_t i = 0; i < history.months.size(); ++i) {
    const std::string front = report.steps.name(i) + ' ' + side + ' ';
    const SideSums& sums = history.months[i];
    put_count(counts, front + "on time", sums.kept_early + sums.kept_on_the_day);
    put_count(counts, front + "late", sums.kept_late);
    put_count(counts, front + "undated", sums.kept_undated);
    put_count(counts, front + "broken", sums.broken);
    put_count(counts, front + "released", sums.released);
  }
}

/// Contacts by day.
Counts second_days(const RandomBook& book, const Question& question) {
  const std::set<std::string> members = members_of(question.who);
  Counts counts;
  for (const json& each : book.interactions) {
    const std::string day = each["at"];
    // 52 weeks before Monday 2026-08-03.
    const bool is_asked =
        question.first.empty() ? "2025-08-04" <= day && day <= "2026-08-03" : question.is_in(day);
    if (is_asked && is_contact(each) && is_about(each, members)) ++counts[day];
  }
  return counts;
}

Counts days_in_calendar(const ContactCalendar& calendar) {
  Counts counts;
  for (const CalendarDay& day : calendar.days) counts[to_string(day.day)] = day.contacts;
  return counts;
}

}  // namespace

TEST_CASE("the figures of random books are those of a second count from their letters") {
  Dice dice(11);
  for (int i = 0; i < 400; ++i) {
    const RandomBook random = random_book(dice);
    const std::string text = random.text();
    const Book book = Book::strict(text, "book.json");
    const Question question = random_question(dice);
    CAPTURE(text);
    CAPTURE(question.who + ' ' + question.first + ' ' + question.last);
    const Now now = morning_of(kMonday);
    const Stats stats = stats_of(book, now, question.subject(book), question.period());
    CHECK(contacts_in(stats) == second_contacts(random, question));

    const ContactCalendar calendar =
        contact_calendar(book, kMonday, question.subject(book), question.period());
    CHECK(days_in_calendar(calendar) == second_days(random, question));

    const PromiseMonths promises =
        promise_months(book, now, question.subject(book), PromiseSides::both, question.period());
    Counts endings;
    put_history(endings, promises, promises.mine, "me");
    put_history(endings, promises, promises.theirs, "them");
    CHECK(endings == second_promises(random, question));

    // What is answered is counted in test_replies.cpp; here it is put into months.
    const ReplyMonths replies = reply_months(book, now, question.subject(book), question.period());
    std::size_t answered = 0;
    std::size_t in_time = 0;
    for (const ReplyMonth& month : replies.months) {
      answered += month.sums.answered;
      in_time += month.sums.in_time;
    }
    CHECK(answered == replies.all.sums.answered);
    CHECK(in_time == replies.all.sums.in_time);
    if (question.period()) CHECK(stats.replies == replies.all.sums);
  }
}

TEST_CASE("stats count people, organisations and tags, and archived contacts apart") {
  const std::string text = RandomBook{}.text();
  const Book book = Book::strict(text, "book.json");
  const auto figures = [&](const Subject& subject) {
    return stats_of(book, morning_of(kMonday), subject).people;
  };
  CHECK(figures(subject_of(book, std::vector<std::string>{})) ==
        PeopleFigures{3, 1, 1, {{"client", 2}, {"vip", 2}, {"colleague", 1}}});
  CHECK(figures(subject_of(book, std::vector<std::string>{"acme"})) ==
        PeopleFigures{1, 1, 0, {{"client", 1}, {"vip", 1}}});
  CHECK(figures(subject_of(book, "tag:vip", [](const Contact& contact) {
          return contact.has_tag("vip");
        })) == PeopleFigures{2, 0, 1, {{"vip", 2}, {"colleague", 1}}});
}

TEST_CASE("a month of answers has the middle of what they took, and of what was expected") {
  const std::string text = R"({"stead":1,"contacts":[{"id":"ana","name":"Ana","reply_within":"2h"},
{"id":"bo","name":"Bo","reply_within":"1d"},{"id":"me","name":"Jan"},{"id":"sam","name":"Sam"}],"promises":[],"interactions":[
{"id":"q1","at":"2026-06-01T09:00+02:00","with":["ana"],"from":"them","needs_reply":true},
{"id":"a1","at":"2026-06-01T10:00+02:00","with":["ana"],"from":"me"},
{"id":"q2","at":"2026-06-02T09:00+02:00","with":["bo"],"from":"them","needs_reply":true},
{"id":"a2","at":"2026-06-02T14:00+02:00","with":["bo"],"from":"me"},
{"id":"q3","at":"2026-07-02T09:00+02:00","with":["sam"],"from":"them","needs_reply":true},
{"id":"a3","at":"2026-07-02T16:00+02:00","with":["sam"],"from":"me"},
{"id":"q4","at":"2026-07-03T09:00+02:00","with":["sam"],"from":"them","needs_reply":true}]})";
  const Book book = Book::strict(text, "book.json");
  const ReplyMonths report =
      reply_months(book, morning_of(kMonday), {}, Period{*day_from("2026-06-01"), kMonday});
  REQUIRE(report.months.size() == 3);
  CHECK(report.months[0].sums.median == Worked{180, false});
  CHECK(report.months[0].sums.in_time == 2);
  CHECK(report.months[0].expected == (120 + 480) / 2);
  CHECK(report.months[1].sums.median == Worked{420, false});
  CHECK(report.months[1].expected == std::nullopt);
  CHECK(report.months[2] == ReplyMonth{});
  CHECK(report.waiting == 1);
}

TEST_CASE("a calendar knows its busiest day and the longest time without contact") {
  const std::string text =
      R"({"stead":1,"contacts":[{"id":"ana","name":"Ana"},{"id":"me","name":"Jan"}],"promises":[],"interactions":[
{"id":"i1","at":"2026-07-01","with":["ana"]},
{"id":"i2","at":"2026-07-05","with":["ana"]},
{"id":"i3","at":"2026-07-05","with":["ana"]},
{"id":"i4","at":"2026-07-20","with":["ana"],"via":"note"},
{"id":"i5","at":"2026-07-28","with":["ana"]}]})";
  const Book book = Book::strict(text, "book.json");
  const ContactCalendar calendar = contact_calendar(book, kMonday, {});
  CHECK(calendar.period == Period{*day_from("2025-08-04"), kMonday});
  CHECK(calendar.busiest() == CalendarDay{*day_from("2026-07-05"), 2});
  CHECK(calendar.quiet == Period{*day_from("2026-07-06"), *day_from("2026-07-27")});
  CHECK(calendar.contacts == 4);
  CHECK(calendar.people == 1);
  // Of many years, those that are worth drawing.
  const Period all{kFirstDay, kLastDay};
  CHECK(contact_calendar(book, kMonday, {}, all).drawn() ==
        Period{*day_from("2026-07-01"), kMonday});
  CHECK(contact_calendar(book, kFirstDay, {}, all).drawn() ==
        Period{*day_from("2026-07-01"), *day_from("2026-07-28")});
}

TEST_CASE("a period that goes on for ever is drawn as far as there is something") {
  Harness stead;
  stead.run("init --sample -q");
  for (const char* line : {"chart contacts", "chart promises", "chart replies", "stats"}) {
    CAPTURE(line);
    const Result result = stead.run(std::string(line) + " 0001-01-01..9999-12-31");
    CHECK(result.status == 0);
    CHECK(result.out.size() < 6000);
  }
}

TEST_CASE("figures fit their page, have no bare score, and are the same facts in every format") {
  Harness stead;
  stead.run("init --sample -q");
  for (const char* width : {"60", "80", "160"}) {
    stead.environment["COLUMNS"] = width;
    for (const char* line : {"chart contacts", "chart promises", "chart replies", "stats",
                             "stats ana", "chart contacts ana"}) {
      CAPTURE(std::string(line) + " at " + width);
      const std::string page = stead.run(line).out;
      for (std::size_t begin = 0; begin < page.size();) {
        const std::size_t end = page.find('\n', begin);
        CHECK(columns(page.substr(begin, end - begin)) <= std::stoul(width));
        begin = end + 1;
      }
      CHECK(page.find('%') == std::string::npos);
      CHECK(page.find("score") == std::string::npos);
      const std::string plain = stead.run(std::string(line) + " --ascii").out;
      CHECK(plain.find("\u2588") == std::string::npos);
      CHECK(stead.run(std::string(line) + " --format md").status == 0);
      CHECK(stead.run(std::string(line) + " --format html").status == 0);
      CHECK(stead.run(std::string(line) + " --format tsv").status == 0);
    }
  }
}

TEST_CASE("charts and stats as CSV have a row for each figure") {
  Harness stead(test::small_practice());
  CHECK(stead.run("chart contacts ana --format csv").out == "day,contacts\n2026-07-06,1\n");
  const std::string promises = stead.run("chart promises jul --format csv").out;
  CHECK(promises.starts_with("month,by,on_time,late,broken,undated,released\n2026-07,me,"));
  CHECK(stead.run("chart replies jul --format csv").out ==
        "month,answered,with_limit,in_time,median_minutes,expected_minutes\n"
        "2026-07,0,0,0,,\n");
  CHECK(stead.run("stats --format csv").out.starts_with("part,figure,count\ncontacts,people,"));
}

TEST_CASE("whom and when figures are about is read as elsewhere, and what cannot be is refused") {
  Harness stead(test::small_practice());
  CHECK(stead.run("stats nobody").status == 2);
  CHECK(stead.run("stats jo").status == 2);
  CHECK(stead.run("chart contacts july ana") ==
        Result{2, "",
               "stead: nobody is called 'july ana'\n"
               "hint: the period comes behind the name: stead chart contacts ana july\n"});
  CHECK(stead.run("chart").status == 2);
  CHECK(stead.run("chart weather").status == 2);
  CHECK(stead.run("stats due:fri").status == 2);
  const auto subject_of_json = [&](const std::string& line) {
    const json page = json::parse(stead.run(line + " --json").out);
    return std::pair(page["who"], page["filter"]);
  };
  CHECK(subject_of_json("stats ana,bo july") ==
        std::pair<json, json>({"ana-ruiz", "bo-lind"}, nullptr));
  CHECK(subject_of_json("chart contacts tag:client or tag:colleague july") ==
        std::pair<json, json>(json::array(), "tag:client or tag:colleague"));
}
