#include "stead/plan.h"

#include "random_model.h"
#include "stead/covering.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace {

using stead::Book;
using stead::Contact;
using stead::Cover;
using stead::Day;
using stead::Days;
using stead::Period;
using stead::PlannedClient;
using stead::PlanReport;
using stead::PlanState;
using stead::PlanStretch;
using stead::random_model::Dice;

const Day kMonday{std::chrono::year{2026} / 8 / 10};
const std::vector<std::string> kWords{"backups", "macs", "network"};

std::string book_with(const std::string& contacts, const std::string& interactions = "") {
  return "{\n\"stead\": 1,\n\"contacts\": [\n" + contacts + "\n],\n\"promises\": [\n],\n" +
         "\"interactions\": [\n" + interactions + (interactions.empty() ? "" : "\n") + "]\n}\n";
}

std::vector<std::string> some_words(Dice& dice) {
  std::vector<std::string> words;
  std::ranges::copy_if(kWords, std::back_inserter(words),
                       [&](const auto&) { return dice.chance(40); });
  return words;
}

Day some_day(Dice& dice) { return kMonday + Days(static_cast<int>(dice.below(10)) - 2); }

Cover some_cover(Dice& dice, const std::string& by) {
  Cover cover{.by = by, .offered = kMonday - Days(30), .scope = {}, .note = {}};
  if (dice.chance(50)) cover.agreed = kMonday - Days(20);
  if (dice.chance(70)) {
    cover.from = some_day(dice);
    cover.to = *cover.from + Days(static_cast<int>(dice.below(5)));
  }
  if (dice.chance(30)) cover.scope = {dice.one_of(kWords)};
  return cover;
}

/// Some of the colleagues p0, p1 …, maybe one twice.
void add_covers(Dice& dice, Contact& contact, std::size_t colleagues) {
  for (std::size_t n = dice.below(3); n > 0; --n) {
    contact.cover.push_back(some_cover(dice, "p" + std::to_string(dice.below(colleagues))));
  }
}

/// Clients, some of which are also colleagues' or archived, and colleagues with all that can be in
/// their way.
std::string random_book(Dice& dice) {
  const std::string empty = stead::new_book_text({.id = "me", .name = "Jan Hale"});
  const Book book = Book::strict(empty, "");
  stead::Edits edits(book, [] { return 1; });
  const std::size_t colleagues = 1 + dice.below(5);
  for (std::size_t i = 0; i < colleagues; ++i) {
    Contact who{.id = "p" + std::to_string(i), .name = "P", .tags = {"colleague"}};
    // Not the owner of other clients: what covers them would cover those as well.
    if (i > 0 && dice.chance(10)) who.tags.push_back("client");
    if (dice.chance(10)) who.archived = kMonday - Days(9);
    if (dice.chance(70)) who.capacity = 1 + static_cast<int>(dice.below(3));
    who.skills = some_words(dice);
    for (std::size_t n = dice.below(3); n > 0; --n) {
      const Day from = some_day(dice);
      stead::Absence absence{{from, {}}, {}, ""};
      if (dice.chance(80)) absence.to = {from + Days(static_cast<int>(dice.below(4))), {}};
      who.away.push_back(absence);
    }
    edits.put(who);
  }
  for (std::size_t n = 1 + dice.below(7), i = 0; i < n; ++i) {
    Contact client{.id = "c" + std::to_string(i), .name = "C", .tags = {"client"}};
    client.needs = some_words(dice);
    if (dice.chance(20)) client.client_of = "p0";
    if (dice.chance(10)) client.archived = kMonday - Days(9);
    add_covers(dice, client, colleagues);
    edits.put(client);
  }
  Contact me = book.me();
  if (dice.chance(30)) me.cover.push_back(some_cover(dice, "p0"));
  edits.put(me);
  return with_changes(book, edits.changes()).joined();
}

// A second look at what a plan may do, from the records alone.

bool is_away(const Contact& who, Day day) {
  return std::ranges::any_of(who.away, [&](const stead::Absence& absence) {
    return absence.from.day <= day && (!absence.to || day <= absence.to->day);
  });
}

/// Of the client's needs; or they have agreed to stand in for it on whatever day.
bool knows_something(const Contact& who, const Contact& client) {
  const std::set<std::string> skills(who.skills.begin(), who.skills.end());
  for (const Cover& cover : client.cover) {
    if (cover.agreed && cover.by == who.id) return true;
  }
  return client.needs.empty() || std::ranges::any_of(client.needs, [&](const std::string& need) {
           return skills.contains(need);
         });
}

/// For how many clients somebody could be called on a day: each that they have an arrangement for
/// which is not out, or that falls to them from its owner's list.
std::size_t load_of(const Book& book, const std::string& who, Day day) {
  std::size_t load = 0;
  for (std::size_t i = 0; i < book.size(stead::Collection::contacts); ++i) {
    const Contact& client = book.contact(i);
    if (!client.has_tag("client") || client.archived) continue;
    const stead::Covering covering = stead::covering(book, client.id, day);
    const stead::Candidate* answer = covering.answer();
    const bool is_answer =
        answer != nullptr && answer->who == who && (!answer->by_owner || answer->cover.agreed);
    const bool is_on_list = std::ranges::any_of(client.cover, [&](const Cover& cover) {
      const bool is_on = (!cover.from || *cover.from <= day) && (!cover.to || day <= *cover.to);
      const bool is_for_it = cover.scope.empty() || client.needs.empty() ||
                             std::ranges::find(client.needs, cover.scope[0]) != client.needs.end();
      return cover.by == who && who != covering.owner && is_on && is_for_it;
    });
    if (is_answer || is_on_list) ++load;
  }
  return load;
}

/// Each client and day of a plan with its stretch.
std::vector<std::pair<const PlannedClient*, std::pair<Day, const PlanStretch*>>> days_of(
    const PlanReport& report) {
  std::vector<std::pair<const PlannedClient*, std::pair<Day, const PlanStretch*>>> days;
  for (const PlannedClient& client : report.clients) {
    Day next = report.period.first;
    for (const PlanStretch& stretch : client.stretches) {
      REQUIRE(stretch.days.first == next);
      for (; next <= stretch.days.last; next += Days(1))
        days.push_back({&client, {next, &stretch}});
    }
    REQUIRE(next == report.period.last + Days(1));
  }
  return days;
}

/// Could somebody take one client more on a day?
bool could(const Book& applied, const Contact& who, const Contact& client, Day day) {
  const std::size_t load = load_of(applied, who.id, day);
  return who.has_tag("colleague") && !who.archived && who.id != client.id && !is_away(who, day) &&
         knows_something(who, client) &&
         (!who.capacity || load < static_cast<std::size_t>(*who.capacity));
}

void check_day(const Book& book, const Book& applied, const Contact& client, Day day,
               const PlanStretch& stretch) {
  const stead::Covering before = stead::covering(book, client.id, day);
  const stead::Covering after = stead::covering(applied, client.id, day);
  if (stretch.state == PlanState::agreed || stretch.state == PlanState::asked) {
    REQUIRE(before.answer() != nullptr);
    REQUIRE(before.answer()->who == stretch.who);
    REQUIRE(before.is_agreed() == (stretch.state == PlanState::agreed));
    REQUIRE(after.answer()->cover == before.answer()->cover);
    if (before.is_agreed() || !before.answer()->by_owner) return;
  } else {
    REQUIRE((before.answer() == nullptr || (before.answer()->by_owner && !before.is_agreed())));
  }
  if (stretch.state != PlanState::proposed) {
    REQUIRE((after.answer() == nullptr) == (stretch.state == PlanState::nobody));
    for (std::size_t i = 0; i < book.size(stead::Collection::contacts); ++i) {
      REQUIRE_FALSE(could(applied, book.contact(i), client, day));
    }
    return;
  }
  REQUIRE(after.answer() != nullptr);
  REQUIRE(after.answer()->who == stretch.who);
  REQUIRE_FALSE(after.is_agreed());
  REQUIRE(after.answer()->cover.offered == kMonday);
  const Contact& who = *book.contact(stretch.who);
  REQUIRE_FALSE(is_away(who, day));
  REQUIRE_FALSE(who.archived);
  REQUIRE(knows_something(who, client));
  const std::size_t load = load_of(applied, who.id, day);
  REQUIRE((!who.capacity || load <= static_cast<std::size_t>(*who.capacity)));
}

/// Client, days, who: a line a stretch.
std::string in_lines(const PlanReport& report) {
  constexpr std::array kStates{" agreed ", " asked ", " proposed ", " nobody"};
  std::string lines;
  for (const PlannedClient& client : report.clients) {
    for (const PlanStretch& stretch : client.stretches) {
      lines += client.id + ' ' + stead::to_string(stretch.days.first).substr(8) + ".." +
               stead::to_string(stretch.days.last).substr(8) +
               kStates[static_cast<std::size_t>(stretch.state)] + stretch.who + '\n';
    }
  }
  return lines;
}

std::string plan_of(const std::string& text, int days = 3) {
  const Book book = Book::strict(text, "book.json");
  return in_lines(stead::plan_report(book, {kMonday, kMonday + Days(days - 1)}));
}

}  // namespace

TEST_CASE(
    "a plan names only who is there, knows something and has room, and whoever could is named") {
  Dice dice(20260803);
  for (int i = 0; i < 400; ++i) {
    const std::string text = random_book(dice);
    CAPTURE(text);
    const Book book = Book::strict(text, "book.json");
    const PlanReport report =
        stead::plan_report(book, {kMonday, kMonday + Days(static_cast<int>(dice.below(7)))});
    stead::Edits edits(book, [] { return 1; });
    stead::apply_plan(edits, report, kMonday);
    const std::string after = with_changes(book, edits.changes()).joined();
    const Book applied = Book::strict(after, "book.json");
    for (const auto& [client, day] : days_of(report)) {
      check_day(book, applied, *book.contact(client->id), day.first, *day.second);
    }
    // Once it is written there is nothing more to write.
    REQUIRE_FALSE(stead::plan_report(applied, report.period).proposes());
  }
}

TEST_CASE("a plan prefers help before agreement, all skills, acquaintance, load and balance") {
  const std::string people =
      R"({"id":"a","name":"A","tags":["client"],"needs":["macs","mail"],"cover":[{"by":"bo","to":"2026-01-02","agreed":"2026-01-01"}]},
{"id":"bo","name":"Bo","tags":["colleague"],"skills":["macs"]},
{"id":"cy","name":"Cy","tags":["colleague"],"skills":["macs","mail"]},
{"id":"di","name":"Di","tags":["colleague"],"skills":["macs","mail"]},
{"id":"me","name":"Jan Hale"})";
  const auto deed = [](const std::string& who, const std::string& dir,
                       const std::string& more = "") {
    return R"({"id":")" + who + dir + R"(","at":"2026-02-01","with":[")" + who +
           R"("],"via":"note")" + more + R"(,"deed":{"kind":"favour","dir":")" + dir + "\"}}";
  };
  CHECK(plan_of(book_with(people)) == "a 10..12 proposed bo\n");
  std::string without = people;
  without.replace(
      without.find(R"(,"cover")"),
      std::string(R"(,"cover":[{"by":"bo","to":"2026-01-02","agreed":"2026-01-01"}])").size(), "");
  // With nobody was there ever any help: the first who knows all.
  CHECK(plan_of(book_with(without)) == "a 10..12 proposed cy\n");
  // Help counts before what they know.
  CHECK(plan_of(book_with(without, deed("bo", "got"))) == "a 10..12 proposed bo\n");
  // Who knows all comes before who knows a part, and whom I helped more before others.
  CHECK(plan_of(book_with(without, deed("bo", "gave") + ",\n" + deed("cy", "got") + ",\n" +
                                       deed("di", "gave"))) == "a 10..12 proposed di\n");
  // Acquaintance with the client comes before that.
  const std::string knows = R"({"id":"k","at":"2026-01-09","with":["cy"],"for":"a","via":"call"})";
  CHECK(plan_of(book_with(without, knows + ",\n" + deed("cy", "got") + ",\n" +
                                       deed("di", "gave"))) == "a 10..12 proposed cy\n");
}

TEST_CASE("a plan shares the load") {
  const std::string text = book_with(
      R"({"id":"a","name":"A","tags":["client"]},
{"id":"b","name":"B","tags":["client"]},
{"id":"bo","name":"Bo","tags":["colleague"]},
{"id":"c","name":"C","tags":["client"],"cover":[{"by":"bo","offered":"2026-08-01"}]},
{"id":"cy","name":"Cy","tags":["colleague"]},
{"id":"d","name":"D","tags":["client"]},
{"id":"me","name":"Jan Hale"})");
  const std::string plan = plan_of(text);
  CHECK(std::ranges::count(plan, '\n') == 4);
  const Book book = Book::strict(text, "book.json");
  std::map<std::string, int> clients;
  for (const PlannedClient& client : stead::plan_report(book, {kMonday, kMonday}).clients) {
    ++clients[client.stretches.front().who];
  }
  CHECK(clients == std::map<std::string, int>{{"bo", 2}, {"cy", 2}});
}

TEST_CASE("whoever is left is split by days, and the nearest help is named") {
  const std::string text = book_with(
      R"({"id":"a","name":"A","tags":["client"],"needs":["macs"]},
{"id":"b","name":"B","tags":["client"],"needs":["mail"]},
{"id":"bo","name":"Bo","tags":["colleague"],"skills":["macs"],"capacity":1,"away":[{"from":"2026-08-12","to":"2026-08-13","why":"fair"},{"from":"2026-08-14","to":"2026-08-15"}]},
{"id":"c","name":"C","tags":["client"],"needs":["macs"]},
{"id":"cy","name":"Cy","phone":["1"],"tags":["colleague"]},
{"id":"me","name":"Jan Hale","away":[{"from":"2026-08-01","why":"sea"}]})");
  CHECK(plan_of(text, 4) ==
        "a 10..11 proposed bo\na 12..13 nobody\nb 10..13 nobody\nc 10..13 nobody\n");
  const Book book = Book::strict(text, "book.json");
  const PlanReport report = stead::plan_report(book, {kMonday, kMonday + Days(3)});
  CHECK(report.away == book.me().away.front());
  CHECK(report.has_gaps());
  const stead::NearMiss bo{"bo", "Bo", {}};
  const stead::NearMiss cy{"cy", "Cy", {"1"}};
  // One absence follows the other at once.
  const stead::Absence both{{kMonday + Days(2), {}}, stead::When{kMonday + Days(5), {}}, "fair"};
  const auto back = [&](bool full) {
    return stead::PlanHelp::Back{bo, both, kMonday + Days(6), full};
  };
  stead::PlanHelp::Back mixed = back(true);
  const auto help = [&](std::size_t client) {
    return report.clients[client].stretches.back().help;
  };
  CHECK(help(0) == stead::PlanHelp{false, back(false), {}, cy});
  CHECK(help(1) == stead::PlanHelp{true, {}, {}, cy});
  CHECK(help(2) == stead::PlanHelp{false, mixed, {}, cy});
  const Book before = Book::strict(text, "book.json");
  const PlanReport two_days = stead::plan_report(before, {kMonday, kMonday + Days(1)});
  CHECK(two_days.clients[2].stretches.back().help ==
        stead::PlanHelp{false, {}, stead::PlanHelp::Full{bo, 1, 2}, cy});
}

TEST_CASE("what is agreed is doubted where there is reason, for any of the days") {
  const std::string text = book_with(
      R"({"id":"a","name":"A","tags":["client"],"cover":[{"by":"bo","agreed":"2025-08-11"}]},
{"id":"b","name":"B","tags":["client"],"cover":[{"by":"bo","agreed":"2026-08-01","briefed":"2026-08-02","from":"2026-08-12","to":"2026-08-12"}]},
{"id":"bo","name":"Bo","tags":["colleague"],"capacity":1},
{"id":"c","name":"C","tags":["client"],"cover":[{"by":"cy","agreed":"2026-08-01","briefed":"2026-08-02"}]},
{"id":"cy","name":"Cy","phone":["1"],"tags":["colleague"]},
{"id":"me","name":"Jan Hale"})");
  const Book book = Book::strict(text, "book.json");
  const PlanReport report = stead::plan_report(book, {kMonday, kMonday + Days(3)});
  using stead::Doubt;
  CHECK(report.clients[0].stretches.front().doubts ==
        std::vector{Doubt::agreed_long_ago, Doubt::not_briefed, Doubt::over_capacity,
                    Doubt::no_phone});
  CHECK(report.clients[1].stretches[1].doubts ==
        std::vector{Doubt::over_capacity, Doubt::no_phone});
  CHECK(report.clients[2].stretches.front().doubts.empty());
}

TEST_CASE("who knows a client, and what help there was, is read from the log") {
  const std::string text = book_with(
      R"({"id":"acme","name":"Acme","kind":"org","tags":["client"],"cover":[{"by":"sam","agreed":"2026-01-01"}]},
{"id":"ana","name":"Ana","org":"acme","was":["annie"]},
{"id":"bo","name":"Bo","cover":[{"by":"me","agreed":"2026-01-01"}]},
{"id":"cy","name":"Cy"},
{"id":"me","name":"Jan Hale"},
{"id":"sam","name":"Sam"})",
      R"({"id":"a","at":"2026-01-01","with":["cy","acme"],"via":"note"},
{"id":"b","at":"2026-02-01","with":["annie","bo"],"via":"call"},
{"id":"c","at":"2026-03-01","with":["bo"],"about":["ana"],"for":"acme"},
{"id":"d","at":"2026-03-02","with":["acme"],"via":"visit","by":"sam"},
{"id":"e","at":"2026-03-03","with":["bo"],"for":"acme","via":"note","deed":{"kind":"cover","dir":"got"}},
{"id":"f","at":"2026-03-03","with":["sam"],"via":"note","deed":{"kind":"cover","dir":"gave"}},
{"id":"g","at":"2026-03-03","with":["sam"],"via":"note","deed":{"kind":"cover","dir":"gave","even":true}},
{"id":"h","at":"2026-03-03","with":["sam"],"via":"note","deed":{"kind":"advice","dir":"gave"}},
{"id":"i","at":"2026-03-04","with":["sam"],"via":"note","deed":{"kind":"cover","dir":"got"}},
{"id":"j","at":"2026-03-05","with":["cy"],"via":"call"})");
  const Book book = Book::strict(text, "book.json");
  const stead::Acquaintance found(book, {"bo", "cy", "sam"}, {"acme"});
  const Day february{std::chrono::year{2026} / 2 / 1};
  CHECK(found.known(0, 0) == stead::Known{3, february, {february + Days(30), {}}});
  CHECK(found.known(1, 0) == stead::Known{});
  CHECK(found.known(2, 0) == stead::Known{1, february + Days(29), {february + Days(29), {}}});
  CHECK(found.help(0) == stead::HelpBetween{0, 1, true});
  CHECK(found.help(1) == stead::HelpBetween{0, 0, false});
  CHECK(found.help(2) == stead::HelpBetween{1, 1, true});
}
