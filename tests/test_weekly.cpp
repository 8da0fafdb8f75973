#include "stead/weekly.h"

#include "harness.h"
#include "stead/book.h"
#include "stead/edits.h"
#include "stead/text.h"
#include "week_of.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace stead;
using stead::test::kMonday;
using stead::test::morning_of;
using stead::test::week_of;

/// A small practice that the dice made, as plain records: what the report says is computed from
/// them a second time, each question by looking at all of them.
struct Practice {
  std::vector<Contact> contacts;
  std::vector<Promise> promises;
  std::vector<Interaction> interactions;

  std::string text() const {
    const std::string empty = new_book_text({.id = "me", .name = "Me"});
    const Book book = Book::strict(empty, "");
    Edits edits(book, [] { return std::uint64_t{0}; });
    for (const Contact& contact : contacts) edits.put(contact);
    for (const Promise& promise : promises) edits.put(promise);
    for (const Interaction& interaction : interactions) edits.put(interaction);
    return with_changes(book, edits.changes()).joined();
  }

  const Contact& contact(const std::string& handle) const {
    return *std::ranges::find_if(contacts, [&](const Contact& one) {
      return one.id == handle || std::ranges::find(one.was, handle) != one.was.end();
    });
  }

  bool is_with(const Interaction& interaction, const std::string& id) const {
    return std::ranges::any_of(interaction.with,
                               [&](const std::string& handle) { return contact(handle).id == id; });
  }
};

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}

  int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
  bool one_in(int count) { return below(count) == 0; }
  template <typename T>
  T one_of(std::vector<T> things) {
    return things[static_cast<std::size_t>(below(static_cast<int>(things.size())))];
  }
  When when(Day first, int days) {
    const Day day = first + Days{below(days)};
    if (one_in(2)) return {day, {}};
    return {day, TimeOfDay{below(1440), one_of(std::vector<int>{-480, 0, 120, 720})}};
  }

 private:
  std::mt19937 random_;
};

const std::vector<std::string> kPeople{"ana", "bo", "cem", "deb", "old-ana"};

Practice random_practice(Dice& dice) {
  Practice practice;
  Contact me{.id = "me", .name = "Me", .rules = {}};
  me.rules.push_back({.tag = "slow", .reply_within = Work{4, Work::Unit::hour}});
  me.rules.push_back({.tag = "client", .every = Span{1, Span::Unit::week}});
  me.rules.push_back(
      {.tag = "slow", .every = Span{1, Span::Unit::month}, .at_most = Span{5, Span::Unit::week}});
  practice.contacts.push_back(me);
  practice.contacts.push_back({.id = "acme", .name = "Acme", .kind = "org"});
  for (const char* id : {"ana", "bo", "cem", "deb"}) {
    practice.contacts.push_back({.id = id, .name = std::string("N ") + id});
  }
  practice.contacts[2].was = {"old-ana"};
  for (std::size_t i = 1; i < practice.contacts.size(); ++i) {
    Contact& contact = practice.contacts[i];
    if (i > 1 && dice.one_in(2)) contact.org = "acme";
    if (dice.one_in(2)) contact.tags.push_back("slow");
    if (dice.one_in(3)) contact.tags.push_back("client");
    if (dice.one_in(4)) contact.every = Span{1 + dice.below(20), Span::Unit::day};
    if (dice.one_in(4)) contact.at_most = Span{1 + dice.below(40), Span::Unit::day};
    if (dice.one_in(6)) contact.archived = kMonday;
    if (dice.one_in(5)) contact.snoozed = {{"reconnect", kMonday + Days{dice.below(4) - 2}}};
    if (dice.one_in(5)) contact.snoozed.emplace_back("reflect", kMonday + Days{dice.below(4) - 2});
    for (int n = dice.below(4); n > 0; --n) {
      Heard heard{.text = dice.one_of<std::string>({"tea", "Tea", "no calls"})};
      if (!dice.one_in(4)) heard.on = kMonday - Days{dice.below(30)};
      if (dice.one_in(3)) heard.reflected = kMonday;
      if (dice.one_in(5)) heard.retired = kMonday;
      contact.heard.push_back(heard);
    }
  }
  for (int i = 0; i < dice.below(9); ++i) {
    const bool mine = dice.one_in(2);
    Promise promise{.id = "p22222" + std::to_string(i + 2), .text = "a text"};
    promise.by = mine ? "me" : dice.one_of(kPeople);
    promise.to = !mine || dice.one_in(4) ? "me" : dice.one_of(kPeople);
    promise.made = dice.when(kMonday - Days{60}, 30);
    if (!dice.one_in(4)) promise.due = dice.when(kMonday - Days{20}, 40);
    if (dice.one_in(2)) {
      promise.status = dice.one_of<std::string>({"kept", "released", "broken"});
      promise.closed = dice.when(kMonday - Days{20}, 20);
    }
    practice.promises.push_back(promise);
  }
  for (int i = 0; i < dice.below(25); ++i) {
    Interaction interaction{.id = "i2222" + std::to_string(100 + i), .text = "a text"};
    interaction.at = dice.when(kMonday - Days{40}, dice.one_in(3) ? 4 : 41);
    interaction.with = {dice.one_of(kPeople)};
    if (dice.one_in(4)) interaction.with.push_back("acme");
    interaction.via = dice.one_of<std::string>({"", "call", "note", "mail"});
    interaction.from = dice.one_of<std::string>({"", "me", "them", "them"});
    interaction.needs_reply = interaction.from == "them" && dice.one_in(2);
    if (dice.one_in(5)) interaction.by = dice.one_of<std::string>({"bo", "me"});
    practice.interactions.push_back(interaction);
  }
  return practice;
}

using Lines = std::multiset<std::string>;

/// Is an answer one that comes after a question, of the same list of records?
bool comes_after(const Interaction& answer, const Interaction& question) {
  if (before(answer.at, question.at)) return false;
  if (before(question.at, answer.at)) return true;
  if (answer.at.time.has_value() != question.at.time.has_value()) return !answer.at.time;
  return &answer > &question;
}

Lines waiting_of(const Practice& practice) {
  Lines lines;
  for (const Interaction& question : practice.interactions) {
    if (!question.needs_reply) continue;
    for (const std::string& handle : question.with) {
      const Contact& who = practice.contact(handle);
      const bool answered = std::ranges::any_of(practice.interactions, [&](const Interaction& one) {
        return one.via != "note" && one.from != "them" && practice.is_with(one, who.id) &&
               comes_after(one, question);
      });
      if (!answered && !who.archived) lines.insert(who.id + " " + question.id);
    }
  }
  return lines;
}

Lines due_of(const Practice& practice, Day today, Day last) {
  Lines lines;
  for (const Promise& promise : practice.promises) {
    if (!promise.status.empty() || !promise.due || promise.due->day > last) continue;
    const bool late = promise.due->time
                          ? promise.due->instant() < morning_of(today).moment().instant()
                          : promise.due->day < today;
    lines.insert(promise.id + (promise.by == "me" ? " mine" : " theirs") + (late ? " late" : ""));
  }
  return lines;
}

std::optional<When> last_with(const Practice& practice, const Contact& who) {
  std::optional<When> last;
  for (const Interaction& one : practice.interactions) {
    if (one.via == "note" || one.by == "bo") continue;
    const bool counts = std::ranges::any_of(one.with, [&](const std::string& handle) {
      const Contact& with = practice.contact(handle);
      return with.id == who.id || with.org == who.id;
    });
    if (counts && (!last || before(*last, one.at))) last = one.at;
  }
  return last;
}

/// A person's rhythm, by the set of weeks with contact; kMonday's is week 0.
std::optional<Span> rhythm_of(const Practice& practice, const Contact& who, Day today) {
  std::set<int> weeks;
  for (const Interaction& one : practice.interactions) {
    if (one.via == "note" || one.by == "bo" || !practice.is_with(one, who.id)) continue;
    weeks.insert(static_cast<int>((one.at.day - (kMonday - Days{700})).count() / 7) - 100);
  }
  if (weeks.size() < 5) return std::nullopt;
  std::multiset<int> gaps;
  for (auto week = std::next(weeks.begin()); week != weeks.end(); ++week) {
    gaps.insert(*week - *std::prev(week));
  }
  const int median = *std::next(gaps.begin(), static_cast<std::ptrdiff_t>(gaps.size() / 2));
  if (static_cast<int>((today - kMonday).count() / 7) - *weeks.rbegin() > 8 * median) {
    return std::nullopt;
  }
  return Span{median, Span::Unit::week};
}

/// The cadence as the practice above has it: `client` goes before `slow`, and that before what a
/// person's rhythm is.
std::optional<Span> every_of(const Practice& practice, const Contact& who, Day today) {
  if (who.every) return who.every;
  if (who.has_tag("client")) return Span{1, Span::Unit::week};
  if (who.has_tag("slow")) return Span{1, Span::Unit::month};
  return who.is_org() ? std::nullopt : rhythm_of(practice, who, today);
}

bool is_urgent(const Contact& who, Span every, Day last, Day today) {
  if (who.at_most) return add(last, *who.at_most) < today;
  const bool by_slow_rule = !who.every && !who.has_tag("client") && who.has_tag("slow");
  return (by_slow_rule ? last + Days{35} : add(last, every, 2)) < today;
}

Lines reconnect_of(const Practice& practice, Day today, Day until) {
  Lines lines;
  for (const Contact& who : practice.contacts) {
    const auto every = every_of(practice, who, today);
    const bool quiet = !who.snoozed.empty() && who.snoozed[0].first == "reconnect" &&
                       today < who.snoozed[0].second;
    if (who.id == "me" || who.archived || quiet || !every) continue;
    const auto last = last_with(practice, who);
    if (last && add(last->day, *every) > until) continue;
    lines.insert(who.id + (!last                                      ? " never"
                           : is_urgent(who, *every, last->day, today) ? " urgent"
                                                                      : ""));
  }
  return lines;
}

/// What was not said back: each text once for each who said it.
Lines unreflected_of(const Practice& practice, Day today) {
  std::set<std::string> lines;
  for (const Contact& who : practice.contacts) {
    const bool is_quiet = std::ranges::any_of(who.snoozed, [&](const auto& kind_and_day) {
      return kind_and_day.first == "reflect" && today < kind_and_day.second;
    });
    if (who.archived || is_quiet) continue;
    for (const Heard& heard : who.heard) {
      if (!heard.retired && !heard.reflected) lines.insert(who.id + " " + fold(heard.text));
    }
  }
  return {lines.begin(), lines.end()};
}

struct Figures {
  std::size_t contacts = 0;
  std::set<std::string> people;
  std::set<std::string> interactions;
  std::set<std::string> kept;
  std::set<std::string> ended;  ///< Each with how.
};

Figures done_of(const Practice& practice, Period period) {
  Figures figures;
  for (const Interaction& one : practice.interactions) {
    if (!period.contains(one.at.day)) continue;
    figures.interactions.insert(one.id);
    if (one.via == "note" || one.by == "bo") continue;
    ++figures.contacts;
    for (const std::string& handle : one.with) figures.people.insert(practice.contact(handle).id);
  }
  for (const Promise& promise : practice.promises) {
    if (promise.is_open() || !period.contains(promise.closed->day)) continue;
    if (promise.status == "kept") {
      figures.kept.insert(promise.id);
    } else {
      figures.ended.insert(promise.id + promise.status);
    }
  }
  return figures;
}

/// Makes help of some of the interactions.
void add_deeds(Practice& practice, Dice& dice) {
  for (Interaction& one : practice.interactions) {
    if (!dice.one_in(3)) continue;
    one.needs_reply = false;
    Deed deed{.kind = dice.one_of<std::string>({"advice", "referral"})};
    deed.dir = dice.one_of<std::string>({"gave", "got"});
    if (deed.kind == "referral") {
      one.about = {"deb"};
      deed.outcome = dice.one_of<std::string>({"", "asked", "won", "won", "lost"});
      if (!deed.outcome.empty()) deed.outcome_on = kMonday - Days{dice.below(20)};
    } else {
      deed.even = dice.one_in(4);
    }
    one.deed = deed;
  }
}

/// A tally by words.
using Counts = std::map<std::string, std::size_t>;

/// When a promise without moves was to be kept, as the book has it: a day is due at its end.
bool is_kept_late(const Promise& promise) {
  if (!promise.due) return false;
  const When& due = *promise.due;
  if (!due.time || !promise.closed->time) return promise.closed->day > due.day;
  return promise.closed->instant() > due.instant();
}

Counts counts_of(const Practice& practice, Period period) {
  Counts counts;
  for (const Interaction& one : practice.interactions) {
    const bool is_mine = one.by != "bo";
    if (one.deed && is_mine) {
      if (!one.deed->even && period.contains(one.at.day)) ++counts[one.deed->dir];
      if (one.deed->outcome == "won" && period.contains(*one.deed->outcome_on)) ++counts["won"];
    }
    if (!one.needs_reply || !period.contains(one.at.day)) continue;
    for (const std::string& handle : one.with) {
      const std::string& who = practice.contact(handle).id;
      const bool is_answered =
          std::ranges::any_of(practice.interactions, [&](const Interaction& other) {
            return other.via != "note" && other.from != "them" && practice.is_with(other, who) &&
                   comes_after(other, one);
          });
      if (is_answered) ++counts["answered"];
    }
  }
  for (const Promise& promise : practice.promises) {
    if (promise.is_open() || !period.contains(promise.closed->day)) continue;
    if (promise.by == "me" && promise.to == "me") continue;
    const std::string side = promise.by == "me" ? "mine " : "theirs ";
    const bool is_late = promise.status == "kept" && is_kept_late(promise);
    ++counts[side + (is_late ? "late" : promise.status)];
  }
  return counts;
}

Counts counts_in(const Done& done) {
  Counts counts;
  const auto put = [&](const char* what, std::size_t count) {
    if (count > 0) counts[what] = count;
  };
  put("gave", done.gave);
  put("got", done.got);
  put("won", done.won.size());
  put("answered", done.replies.answered);
  for (const auto* closed : {&done.kept, &done.ended}) {
    for (const ClosedPromise& one : *closed) {
      if (one.follow_up) continue;
      const bool is_late = one.status == "kept" && one.timing && !one.timing->on_time;
      ++counts[(one.mine ? "mine " : "theirs ") + (is_late ? "late" : one.status)];
    }
  }
  return counts;
}

}  // namespace

TEST_CASE("help, answers, promises and referrals won are those of a plain count") {
  Dice dice(17);
  Counts seen;
  for (int round = 0; round < 1000; ++round) {
    Practice practice = random_practice(dice);
    add_deeds(practice, dice);
    const std::string text = practice.text();
    const Period period{kMonday - Days{14}, kMonday - Days{1 + dice.below(5)}};
    CAPTURE(text);
    const Counts counts = counts_of(practice, period);
    CHECK(counts_in(*week_of(text, kMonday, period).done) == counts);
    for (const auto& [what, count] : counts) seen[what] += count;
  }
  CHECK(seen.size() == 12);
}

TEST_CASE("the figures of the week are those of a plain count over the records") {
  Dice dice(11);
  for (int round = 0; round < 3000; ++round) {
    const Practice practice = random_practice(dice);
    const Day today = kMonday + Days{dice.below(5)};
    const std::string text = practice.text();
    const WeeklyReport report = week_of(text, today);
    CAPTURE(text);
    CAPTURE(to_string(today));
    const Day sunday = kMonday + Days{6};
    CHECK(report.period == Period{kMonday, sunday});

    Lines waiting;
    for (const Waiting& one : report.waiting) waiting.insert(one.who + " " + one.id);
    CHECK(waiting == waiting_of(practice));

    Lines due;
    for (const DuePromise& one : report.promises) {
      due.insert(one.id + (one.mine ? " mine" : " theirs") + (one.late ? " late" : ""));
    }
    CHECK(due == due_of(practice, today, sunday));

    Lines reconnect;
    for (const Reconnect& one : report.reconnect) {
      reconnect.insert(one.who + (!one.last ? " never" : one.urgent ? " urgent" : ""));
    }
    CHECK(reconnect == reconnect_of(practice, today, sunday));

    Lines unreflected;
    for (const Unreflected& one : report.unreflected) {
      unreflected.insert(one.who + " " + fold(one.text));
    }
    CHECK(unreflected == unreflected_of(practice, today));

    const Figures figures = done_of(practice, {kMonday - Days{7}, kMonday - Days{1}});
    REQUIRE(report.done.has_value());
    CHECK(report.done->contacts == figures.contacts);
    CHECK(report.done->people == figures.people.size());
    std::set<std::string> interactions;
    for (const DoneInteraction& one : report.done->interactions) interactions.insert(one.id);
    CHECK(interactions == figures.interactions);
    std::set<std::string> kept;
    for (const ClosedPromise& one : report.done->kept) kept.insert(one.id);
    CHECK(kept == figures.kept);
    std::set<std::string> ended;
    for (const ClosedPromise& one : report.done->ended) ended.insert(one.id + one.status);
    CHECK(ended == figures.ended);
    CHECK(report.asks_for_something() ==
          !(waiting.empty() && due.empty() && reconnect.empty() && unreflected.empty()));
  }
}

TEST_CASE("what was not said back is listed from the newest on, with the words that name it") {
  const std::string text =
      R"({"stead":1,"contacts":[{"id":"ana","name":"Ana","heard":[{"text":"hates calls","on":"2026-05-01"},{"text":"likes tea","on":"2026-08-01"},{"text":"Likes tea","on":"2026-07-01"}]},
{"id":"bo","name":"Bo","heard":[{"text":"no mail"},{"text":"old","on":"2026-01-01","retired":"2026-02-01"},{"text":"said","reflected":"2026-02-01"}]},
{"id":"me","name":"Me"}],"promises":[],"interactions":[]})";
  const std::vector<Unreflected> expected{
      {"ana", "Ana", "Likes tea", day_from("2026-08-01"), false},
      {"ana", "Ana", "hates calls", day_from("2026-05-01"), false},
      {"bo", "Bo", "no mail", {}, true}};
  CHECK(week_of(text, kMonday).unreflected == expected);
}

TEST_CASE("a page for each part of the week: what it looks back and ahead to") {
  const std::string text = stead::test::small_practice();
  struct Example {
    int today;
    int first;
    int last;
    int done_first;
    int done_last;
  };
  // Days from a Monday; a weekend has the week that ends behind it and the next one before it.
  constexpr Example kExamples[] = {
      {0, 0, 6, -7, -1}, {4, 0, 6, -7, -1}, {5, 5, 13, 0, 5}, {6, 6, 13, 0, 6}, {7, 7, 13, 0, 6},
  };
  for (const Example& example : kExamples) {
    CAPTURE(example.today);
    const Day today = kMonday + Days{example.today};
    const WeeklyReport report = week_of(text, today);
    CHECK(report.period == Period{kMonday + Days{example.first}, kMonday + Days{example.last}});
    CHECK(report.ahead == Period{today, today + Days{34}});
    REQUIRE(report.done.has_value());
    CHECK(report.done->period ==
          Period{kMonday + Days{example.done_first}, kMonday + Days{example.done_last}});
  }
}

TEST_CASE("a period that is past tells what was done in it, one to come what is due in it") {
  const std::string text = stead::test::small_practice();
  const Period july{kMonday - Days{33}, kMonday - Days{3}};
  const WeeklyReport past = week_of(text, kMonday, july);
  REQUIRE(past.done.has_value());
  CHECK(past.done->period == july);
  CHECK(past.done->interactions.size() == 2);
  REQUIRE(past.promises.size() == 1);
  CHECK(past.promises[0].text == "migration estimate");
  REQUIRE(past.waiting.size() == 1);
  CHECK(past.waiting[0].text == "asks about DNS");
  CHECK(past.reconnect.empty());
  CHECK(past.absences.empty());

  const Period september{kMonday + Days{29}, kMonday + Days{58}};
  const WeeklyReport coming = week_of(text, kMonday, september);
  CHECK(!coming.done);
  CHECK(coming.promises.empty());
  CHECK(coming.waiting.empty());
  REQUIRE(coming.absences.size() == 1);
  CHECK(coming.absences[0].row.who == "bo-lind");
}

TEST_CASE("a gap is shown once where the stand-in is away with me, and from today on") {
  const std::string text = R"({
"stead": 1,
"contacts": [
{"id":"acme","name":"Acme","kind":"org","tags":["client"],"cover":[{"by":"bo","agreed":"2026-01-01"}]},
{"id":"bo","name":"Bo","away":[{"from":"2026-08-04","to":"2026-08-06"}]},
{"id":"dot","name":"Dot","kind":"org","tags":["client"],"cover":[{"by":"eva","offered":"2026-07-01"}]},
{"id":"eva","name":"Eva"},
{"id":"me","name":"Me","away":[{"from":"2026-08-01","to":"2026-08-07","why":"rest"}]}
],
"promises": [
],
"interactions": [
]
}
)";
  const WeeklyReport report = week_of(text, kMonday);
  REQUIRE(report.absences.size() == 2);
  CHECK(report.absences[0].row.who == "me");
  CHECK(report.absences[0].clients == 2);
  CHECK(report.absences[0].gaps ==
        std::vector<CoverGap>{{"acme", "Acme", {kMonday + Days{1}, kMonday + Days{3}}, {}},
                              {"dot", "Dot", {kMonday, kMonday + Days{4}}, {"Eva"}}});
  CHECK(report.absences[1].row.who == "bo");
  CHECK(report.absences[1].clients == 1);
  CHECK(report.absences[1].gaps.empty());
  CHECK(!report.absences[1].covered);
  CHECK(report.gaps() == 2);
}

TEST_CASE("the page tells how promises ended, and counts follow-ups among no promises") {
  stead::test::Harness stead(stead::test::small_practice());
  for (const char* line :
       {"promise sam plan -q", "promise sam flyer -q", "promise --from sam keys -q",
        "promise --from sam list -q", "promise me call --for sam -q",
        "promise me write --for sam -q", "promise me ask --for sam -q", "keep ana -q",
        "break sam plan -q", "release sam flyer -q", "break sam keys -q", "release sam list -q",
        "keep sam call -q", "break sam write -q", "release sam ask -q"}) {
    CAPTURE(line);
    REQUIRE(stead.run(line).status == 0);
  }
  const std::string page = stead.run("weekly 2026-08-03..2026-08-09 --now 2026-08-10").out;
  CHECK(page.substr(page.find("Done  ")) ==
        "Done  Mon 2026-08-03 to Sun 2026-08-09\n"
        "  In contact with nobody. Your promises: 1 kept (1 late), 1 not delivered, 1 no\n"
        "  longer wanted. Promised to you: 1 not delivered, 1 no longer wanted.\n"
        "\n"
        "  Mon 2026-08-03  kept: migration estimate, to Ana Ruiz\n"
        "  Mon 2026-08-03  done: call, about Sam Ortiz\n"
        "  Mon 2026-08-03  not delivered: plan, to Sam Ortiz\n"
        "  Mon 2026-08-03  no longer wanted: flyer, to Sam Ortiz\n"
        "  Mon 2026-08-03  not delivered: keys, from Sam Ortiz\n"
        "  Mon 2026-08-03  no longer wanted: list, from Sam Ortiz\n"
        "  Mon 2026-08-03  not done: write, about Sam Ortiz\n"
        "  Mon 2026-08-03  dropped: ask, about Sam Ortiz\n"
        "\n"
        "How your promises ended  3\n"
        "  kept late         1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n"
        "  not delivered     1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n"
        "  no longer wanted  1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━\n");
  const std::vector<ClosedPromise> ended = week_of(stead.book(), kMonday + Days{7}).done->ended;
  REQUIRE(ended.size() == 6);
  CHECK(ended[0].status == "broken");
  CHECK(ended[0].mine);
  CHECK(ended[5].follow_up);
}

TEST_CASE("the page of a period to come names the days to write to somebody on") {
  const std::string text = R"({
"stead": 1,
"contacts": [
{"id":"ana","name":"Ana","born":"1976-08-12"},
{"id":"bo","name":"Bo","dates":[{"on":"01-02","what":"office opened"}]},
{"id":"cem","name":"Cem","born":"08-13","snoozed":{"birthday":"2026-08-04"}},
{"id":"deb","name":"Deb","born":"08-13","archived":"2026-01-01"},
{"id":"me","name":"Me","born":"08-12"}
],
"promises": [
],
"interactions": [
]
}
)";
  const auto dates = [&](const char* today, const char* first, const char* last) {
    std::string all;
    const WeeklyReport report =
        week_of(text, *day_from(today), Period{*day_from(first), *day_from(last)});
    CHECK(report.asks_for_something() == !report.dates.empty());
    for (const YearlyDay& day : report.dates) all += day.who + " " + to_string(day.on) + "\n";
    return all;
  };
  const std::string ana = "ana 2026-08-12\n";
  CHECK(dates("2026-08-03", "2026-08-10", "2026-08-16") == ana);
  CHECK(dates("2026-08-03", "2026-08-01", "2026-08-31") == ana);
  CHECK(dates("2026-08-04", "2026-08-10", "2026-08-16") == ana + "cem 2026-08-13\n");
  CHECK(dates("2026-08-13", "2026-08-10", "2026-08-16") == "cem 2026-08-13\n");
  CHECK(dates("2026-08-20", "2026-08-10", "2026-08-16").empty());
  CHECK(dates("2026-12-28", "2027-01-01", "2027-01-31") == "bo 2027-01-02\n");
  CHECK(dates("2026-12-28", "2027-01-01", "2029-12-31") ==
        "bo 2027-01-02\nana 2027-08-12\ncem 2027-08-13\n");
}

TEST_CASE("a review has what is open now of what was due, asked and said in its period") {
  const std::string text = R"({
"stead": 1,
"contacts": [
{"id":"ana","name":"Ana","reply_within":"4h","heard":[{"text":"no calls","on":"2026-07-22"},{"text":"tea","on":"2026-06-22"},{"text":"print"}]},
{"id":"me","name":"Me"}
],
"promises": [
],
"interactions": [
{"id":"q2","at":"2026-06-22","with":["ana"],"from":"them","needs_reply":true,"text":"in June"},
{"id":"q3","at":"2026-07-22","with":["ana"],"from":"them","needs_reply":true,"text":"in July"}
]
}
)";
  const auto open = [&](const char* first, const char* last) {
    std::string all;
    const WeeklyReport report = week_of(text, kMonday, Period{*day_from(first), *day_from(last)});
    for (const Waiting& waiting : report.waiting) all += waiting.text + "; ";
    for (const Unreflected& thing : report.unreflected) all += thing.text + "; ";
    CHECK(report.asks_for_something() == !all.empty());
    return all;
  };
  CHECK(open("2026-07-01", "2026-07-31") == "in July; no calls; ");
  CHECK(open("2026-07-20", "2026-07-26") == "in July; no calls; ");
  CHECK(open("2026-06-01", "2026-07-31") == "in June; in July; no calls; tea; ");
  CHECK(open("2026-07-23", "2026-07-31").empty());
}

TEST_CASE("a week in figures, in every format") {
  stead::test::Harness stead(stead::test::small_practice());
  for (const char* line :
       {"add Ana2 --kind org -q", "got ana referral 'Delta GmbH' portal --on 2026-08-03 -q",
        "outcome delta won -q", "gave sam advice 1h --on 2026-08-04 -q",
        "got bo favour --on 2026-08-05 -q", "promise sam plan --by 2026-08-05 -q",
        "promise sam list --by 2026-08-05 -q", "promise sam flyer -q", "keep sam plan -q",
        "keep sam list --on 2026-08-06 -q", "release sam flyer -q",
        "log sam 2026-08-04: --from-them --needs-reply when -q",
        "log sam 2026-08-05: answered -q"}) {
    CAPTURE(line);
    REQUIRE(stead.run(line + std::string(" --now 2026-08-07T10:00")).status == 0);
  }
  const std::string week = "weekly 2026-08-03..2026-08-09 --now 2026-08-10 ";
  std::string page = stead.run(week).out;
  CHECK(page.substr(page.find("Done  ")) == R"(Done  Mon 2026-08-03 to Sun 2026-08-09
  In contact twice with 1 person. Your promises: 2 kept (2 late), 1 no longer
  wanted. You answered 1 time, after 1 working day. You helped once, and were
  helped twice. Became work: Delta GmbH, sent by Ana Ruiz.

  Mon ·  Tue █ 1  Wed █ 1  Thu ·  Fri ·  Sat ·  Sun ·

  Mon 2026-08-03  referral of Delta GmbH from Ana Ruiz: portal
  Tue 2026-08-04  advice to Sam Ortiz
  Tue 2026-08-04  contact from Sam Ortiz: when
  Wed 2026-08-05  favour from Bo Lind
  Wed 2026-08-05  contact with Sam Ortiz: answered
  Thu 2026-08-06  kept: list, to Sam Ortiz
  Fri 2026-08-07  kept: plan, to Sam Ortiz
  Fri 2026-08-07  no longer wanted: flyer, to Sam Ortiz
  Fri 2026-08-07  became work: Delta GmbH, sent by Ana Ruiz

How your promises ended  3
  kept late         2  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
  no longer wanted  1  ━━━━━━━━━━━━━━━━━━━━
)");
  page = stead.run(week + "--format md").out;
  CHECK(page.substr(page.find("## Done")) == R"(## Done · Mon 2026-08-03 to Sun 2026-08-09

In contact twice with 1 person. Your promises: 2 kept (2 late), 1 no longer wanted. You answered 1 time, after 1 working day. You helped once, and were helped twice. Became work: Delta GmbH, sent by Ana Ruiz.

Mon ·  Tue █ 1  Wed █ 1  Thu ·  Fri ·  Sat ·  Sun ·

- Mon 2026-08-03 · **referral of Delta GmbH from Ana Ruiz**: portal
- Tue 2026-08-04 · **advice to Sam Ortiz**
- Tue 2026-08-04 · **contact from Sam Ortiz**: when
- Wed 2026-08-05 · **favour from Bo Lind**
- Wed 2026-08-05 · **contact with Sam Ortiz**: answered
- Thu 2026-08-06 · kept: list, to Sam Ortiz
- Fri 2026-08-07 · kept: plan, to Sam Ortiz
- Fri 2026-08-07 · no longer wanted: flyer, to Sam Ortiz
- Fri 2026-08-07 · became work: Delta GmbH, sent by Ana Ruiz

## How your promises ended · 3

|  |  |
| --- | --: |
| kept late | 2 |
| no longer wanted | 1 |
)");
  page = stead.run(week + "--format html").out;
  CHECK(page.substr(page.find("<h2>How your")) ==
        R"(<h2>How your promises ended <span class="aside">3</span></h2>
<table role="presentation" class="bars">
<tr><td class="label">kept late</td><td class="aside">2</td><td class="rest" role="img" aria-label="kept late: 2" style="width:100%;white-space:nowrap"><div class="fill-warning" title="kept late: 2" style="display:inline-block;width:100.0%;min-width:2px;height:13px;vertical-align:middle;background:#9a6700"></div></td></tr>
<tr><td class="label">no longer wanted</td><td class="aside">1</td><td class="rest" role="img" aria-label="no longer wanted: 1" style="width:100%;white-space:nowrap"><div class="fill-faint" title="no longer wanted: 1" style="display:inline-block;width:50.0%;min-width:2px;height:13px;vertical-align:middle;background:#59636e"></div></td></tr>
</table>
</body>
</html>
)");
  page = stead.run(week + "--json").out;
  CHECK(page.substr(page.find("    \"replies\"")) == R"(    "replies": {
      "answered": 1,
      "with_limit": 0,
      "in_time": 0,
      "median_minutes": null,
      "median_days": 1,
      "slowest_minutes": null,
      "slowest_days": 1,
      "slowest": "h2t7mw5g"
    },
    "gave": 1,
    "got": 2,
    "won": [
      {
        "id": "f44kwhcv",
        "on": "2026-08-07",
        "gave": false,
        "about": [
          "Delta GmbH"
        ],
        "with": [
          "Ana Ruiz"
        ]
      }
    ]
  }
}
)");
}
