#include "stead/balance.h"

#include "harness.h"
#include "random_model.h"
#include "stead/render.h"
#include "week_of.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>
#include <vector>

using namespace stead;

namespace {

using nlohmann::json;
using stead::random_model::Dice;
using stead::test::Harness;
using stead::test::kMonday;
using stead::test::Result;

std::string book_of(const json& interactions) {
  const json contacts = json::array({{{"id", "acme"}, {"name", "Acme"}, {"kind", "org"}},
                                     {{"id", "ana"}, {"name", "Ana"}, {"org", "acme"}},
                                     {{"id", "bo"}, {"name", "Bo"}, {"was", {"old-bo"}}},
                                     {{"id", "cem"}, {"name", "Cem"}, {"archived", "2026-01-01"}},
                                     {{"id", "me"}, {"name", "Jan"}}});
  return json{{"stead", 1},
              {"contacts", contacts},
              {"promises", json::array()},
              {"interactions", interactions}}
      .dump();
}

BalanceReport balance_in(const std::string& text, const std::string& who = {}) {
  return balance_report(Book::strict(text, "book.json"), who, kMonday);
}

json deed(const std::string& at, const std::vector<std::string>& with, json deed) {
  static int count = 0;
  return {{"id", "i" + std::to_string(++count)},
          {"at", at},
          {"with", with},
          {"via", "note"},
          {"deed", std::move(deed)}};
}

json gave(const std::string& kind, const std::string& amount = {}) {
  json deed{{"kind", kind}, {"dir", "gave"}};
  if (!amount.empty()) deed["amount"] = amount;
  return deed;
}

json got(const std::string& kind, const std::string& amount = {}) {
  json deed = gave(kind, amount);
  deed["dir"] = "got";
  return deed;
}

std::string random_when(Dice& dice) {
  const std::string day = fmt::format("2026-0{}-{:02}", 1 + dice.below(2), 1 + dice.below(9));
  if (dice.chance(60)) return day;
  return fmt::format("{}T{:02}:30+0{}:00", day, dice.below(24), dice.below(4));
}

json random_deed(Dice& dice) {
  constexpr std::array<const char*, 5> kWho{"ana", "bo", "old-bo", "acme", "cem"};
  constexpr std::array<const char*, 3> kKinds{"cover", "advice", "favour"};
  constexpr std::array<const char*, 5> kAmounts{"", "2d", "1.5h", "3d", "2x"};
  std::vector<std::string> with;
  for (std::size_t n = 1 + dice.below(3); n > 0; --n) with.emplace_back(kWho.at(dice.below(5)));
  json one = dice.chance(50) ? gave(kKinds.at(dice.below(3)), kAmounts.at(dice.below(5)))
                             : got(kKinds.at(dice.below(3)), kAmounts.at(dice.below(5)));
  if (dice.chance(15)) {
    one.erase("amount");
    one["even"] = true;
  }
  json interaction = deed(random_when(dice), with, one);
  if (dice.chance(10)) interaction["by"] = dice.chance(50) ? "bo" : "me";
  return interaction;
}

/// Minutes of a time from the letters of it, in UTC; February of 2026 follows January.
int minutes_of(const std::string& at) {
  const int day = (at[6] - '1') * 31 + std::stoi(at.substr(8, 2));
  if (at.size() == 10) return day * 24 * 60;
  return day * 24 * 60 + std::stoi(at.substr(11, 2)) * 60 + 30 - (at[18] - '0') * 60;
}

/// Days compare as days where one side has no time.
bool is_after(const std::string& a, const std::string& b) {
  if (a.size() == 10 || b.size() == 10) return a.substr(0, 10) > b.substr(0, 10);
  return minutes_of(a) > minutes_of(b);
}

/// Who, kind and unit: given and got in thousandths, from the letters of the records.
using Sums = std::map<std::tuple<std::string, std::string, char>, std::pair<long, long>>;

Sums second_sums(const json& interactions) {
  Sums sums;
  for (const std::string who : {"acme", "ana", "bo", "cem"}) {
    const auto has = [&](const json& each) {
      if (each.value("by", "me") != "me") return false;
      for (const json& one : each["with"]) {
        if (one == who || (who == "bo" && one == "old-bo")) return true;
      }
      return false;
    };
    for (const json& each : interactions) {
      if (!has(each) || each["deed"].contains("even")) continue;
      bool is_settled = false;
      for (const json& other : interactions) {
        is_settled = is_settled || (has(other) && other["deed"].contains("even") &&
                                    other["deed"]["kind"] == each["deed"]["kind"] &&
                                    !is_after(each["at"], other["at"]));
      }
      if (is_settled) continue;
      const std::string amount = each["deed"].value("amount", "1x");
      const long thousandths = std::lround(std::stod(amount) * 1000);
      auto& sum = sums[{who, each["deed"]["kind"], amount.back()}];
      (each["deed"]["dir"] == "gave" ? sum.first : sum.second) += thousandths;
    }
  }
  return sums;
}

Sums sums_in(const BalanceReport& report) {
  Sums sums;
  for (const Balance& balance : report.people) {
    for (const HelpSum& sum : balance.sums) {
      const char unit = "hdwx"[static_cast<int>(sum.unit)];
      sums[{balance.who, sum.kind, unit}] = {sum.gave, sum.got};
    }
  }
  return sums;
}

std::string words(const Sums& sums) {
  std::string text;
  for (const auto& [key, sum] : sums) {
    text += fmt::format("{} {} {}: {} {}\n", std::get<0>(key), std::get<1>(key), std::get<2>(key),
                        sum.first, sum.second);
  }
  return text;
}

/// `ana theirs`: everybody in the order of the page.
std::vector<std::string> leanings(const BalanceReport& report) {
  std::vector<std::string> all;
  const json page = json::parse(to_json(report));
  for (const json& each : page["people"]) {
    all.push_back(each["who"].get<std::string>() + " " + each["leans"].get<std::string>());
  }
  return all;
}

}  // namespace

TEST_CASE("the balances of random books are those of a second computation from their letters") {
  for (unsigned seed = 1; seed <= 400; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    json interactions = json::array();
    for (std::size_t n = dice.below(14); n > 0; --n) interactions.push_back(random_deed(dice));
    const std::string text = book_of(interactions);
    CAPTURE(text);
    const Sums expected = second_sums(interactions);
    Sums of_each;
    for (const char* who : {"ana", "bo", "cem"}) {
      for (const auto& [key, sum] : sums_in(balance_in(text, who))) of_each[key] = sum;
    }
    Sums without_acme = expected;
    std::erase_if(without_acme, [](const auto& each) { return std::get<0>(each.first) == "acme"; });
    CHECK(words(of_each) == words(without_acme));
    Sums not_archived = expected;
    std::erase_if(not_archived, [](const auto& each) { return std::get<0>(each.first) == "cem"; });
    CHECK(words(sums_in(balance_in(text))) == words(not_archived));
    Sums at_acme = not_archived;
    std::erase_if(at_acme, [](const auto& each) { return std::get<0>(each.first) == "bo"; });
    CHECK(words(sums_in(balance_in(text, "acme"))) == words(at_acme));
  }
}

TEST_CASE("those to whom nothing went back come first, and whoever waits longest before others") {
  const std::string text = book_of({
      deed("2026-01-02", {"bo"}, got("cover", "2d")),
      deed("2026-02-02", {"bo"}, gave("cover", "1d")),
      deed("2026-03-02", {"acme"}, got("credit")),
      deed("2026-04-02", {"ana"}, got("advice")),
  });
  CHECK(leanings(balance_in(text)) ==
        std::vector<std::string>{"acme theirs", "ana theirs", "bo theirs"});
}

TEST_CASE("kinds are not weighed against each other: a favour makes no nine days of cover good") {
  const std::string text = book_of({
      deed("2026-01-02", {"ana"}, gave("favour")),
      deed("2026-01-02", {"bo"}, got("cover", "9d")),
      deed("2026-02-02", {"bo"}, gave("favour")),
      deed("2026-03-02", {"acme"}, got("credit")),
      deed("2026-03-03", {"acme"}, gave("credit")),
  });
  CHECK(leanings(balance_in(text)) ==
        std::vector<std::string>{"bo theirs", "ana mine", "acme level"});
}

TEST_CASE("balance says in words what went either way, how long ago, and what to do") {
  Harness stead(test::small_practice());
  stead.run("gave bo cover 5 days his week in Leeds --on 2026-04-02 -q");
  stead.run("got bo cover 3 days --for acme --on 2026-05-06 -q");
  stead.run("got bo introduction Eta --on 2026-05-08 -q");
  stead.run("got bo advice 1h --on 2026-05-08 -q");
  const Result result = stead.run("balance bo");
  CHECK(result ==
        Result{0,
               "You and Bo Lind\n"
               "\n"
               "they gave you advice, 1 hour, in May, not returned yet\n"
               "  Fri 2026-05-08, they: 1 hour\n"
               "you covered 5 days, they covered 3 days: 2 days in your favour, the last time in\n"
               "  May\n"
               "  Wed 2026-05-06, they: 3 days, for Acme Dental\n"
               "  Thu 2026-04-02, you: 5 days: his week in Leeds\n"
               "they introduced you to Eta in May, not returned yet\n"
               "  Fri 2026-05-08, they: about Eta\n"
               "\n"
               "thank them            stead thank bo-lind\n"
               "what would help them  stead brief bo-lind\n"
               "when you did it       stead gave bo-lind favour\n"
               "call it even          stead gave bo-lind cover --even\n",
               ""});
}

TEST_CASE("each command that balance offers can be pasted") {
  Harness stead(test::small_practice());
  stead.run("gave bo cover 5 days --on 2026-04-02 -q");
  stead.run("got bo cover 3 days --on 2026-05-06 -q");
  for (const char* line : {"thank bo-lind", "brief bo-lind", "gave bo-lind cover --even"}) {
    CAPTURE(line);
    CHECK(stead.run("balance bo").out.find(std::string("stead ") + line + "\n") !=
          std::string::npos);
    CHECK(stead.run(line).status == 0);
  }
  CHECK(stead.run("balance bo").out ==
        "You and Bo Lind\n"
        "\n"
        "No help either way is noted, or all of it is settled.\n"
        "\n"
        "to note some  stead gave bo-lind KIND TEXT\n"
        "\n"
        "You are even on cover since Mon 2026-08-03.\n");
  CHECK(stead.run("balance").out.find("Bo Lind") == std::string::npos);
}

TEST_CASE("balance is between you and others") {
  Harness stead(test::small_practice());
  CHECK(stead.run("balance me") == Result{2, "",
                                          "stead: help goes between you and others\n"
                                          "hint: 'stead balance' shows all of them\n"});
  CHECK(stead.run("balance nobody").status == 2);
}

TEST_CASE("the pages of balance never say that somebody owes something") {
  Harness stead;
  stead.run("init --sample -q");
  for (const char* line : {"balance", "balance bo", "balance ana", "balance cem"}) {
    const std::string page = stead.run(line).out;
    CHECK(page.find("owe") == std::string::npos);
    CHECK(page.find("debt") == std::string::npos);
  }
}
