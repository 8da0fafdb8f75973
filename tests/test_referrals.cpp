#include "stead/referrals.h"

#include "harness.h"
#include "stead/text.h"
#include "stead/who_sent.h"
#include "week_of.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace stead;

namespace {

using nlohmann::json;
using stead::test::Harness;
using stead::test::kMonday;
using stead::test::Result;

/// A practice in which Ana sent Delta, whose Lan sent Epsilon, who sent Zeta.
Harness& chain(Harness& stead) {
  stead.run("got ana referral 'Delta GmbH' data platform --on 2026-03-02 -q");
  stead.run("outcome delta won --on 2026-04-01 -q");
  stead.run("thank ana delta --on 2026-04-02 -q");
  stead.run("add Lan --org delta-gmbh -q");
  stead.run("got lan referral Epsilon --on 2026-05-04 -q");
  stead.run("outcome epsilon asked --on 2026-05-05 -q");
  stead.run("got epsilon referral Zeta --on 2026-06-01 -q");
  stead.run("got bo introduction 'Kim Cho' --on 2026-06-02 -q");
  stead.run("gave bo referral Eta too far for me --on 2026-06-03 -q");
  return stead;
}

std::string book_of(const json& interactions) {
  json contacts = json::array({{{"id", "me"}, {"name", "Jan"}}});
  for (const char* id : {"a", "b", "c", "d", "e", "f"}) {
    contacts.push_back({{"id", id}, {"name", id}, {"kind", "org"}});
  }
  return json{{"stead", 1},
              {"contacts", contacts},
              {"promises", json::array()},
              {"interactions", interactions}}
      .dump();
}

json got(int month, const std::string& by, const std::string& whom) {
  return {{"id", fmt::format("i{}{}{}", month, by, whom)},
          {"at", fmt::format("2026-{:02}-01", month)},
          {"with", {by}},
          {"about", {whom}},
          {"via", "note"},
          {"deed", {{"kind", "referral"}, {"dir", "got"}}}};
}

}  // namespace

TEST_CASE("referrals are a tree of who brought whom, and of what that led to") {
  Harness stead(test::small_practice());
  const Result result = chain(stead).run("referrals");
  CHECK(result.out.find("Ana Ruiz\n"
                        "  └─ Delta GmbH: became work on") != std::string::npos);
  CHECK(stead.run("referrals --ascii").out.find("└") == std::string::npos);
  CHECK(stead.run("referrals --format md").out.find("\n  - **Delta GmbH**: became work") !=
        std::string::npos);
  CHECK(stead.run("referrals --format html").out.find("<li><strong>Delta GmbH</strong>: ") !=
        std::string::npos);
}

TEST_CASE("referrals name whom to thank, with the command, and to whom no work went back") {
  Harness stead(test::small_practice());
  const std::string page = chain(stead).run("referrals").out;
  const std::size_t thank = page.find("\nThank  ");
  const std::size_t send = page.find("\nSend them somebody one day");
  REQUIRE(thank != std::string::npos);
  REQUIRE(send != std::string::npos);
  const std::string to_thank = page.substr(thank, send - thank);
  for (const std::string line :
       {"stead thank lan epsilon", "stead thank epsilon zeta", "stead thank bo-lind kim-cho"}) {
    CAPTURE(to_thank);
    CHECK(to_thank.find(line) != std::string::npos);
    CHECK(stead.run(line.substr(6)).status == 0);
  }
  CHECK(stead.run("referrals").out.find("\nThank  ") == std::string::npos);
  CHECK(page.substr(send).find("stead brief lan\n") != std::string::npos);
  stead.run("gave lan referral Theta -q");
  CHECK(stead.run("referrals").out.find("stead brief lan\n") == std::string::npos);
}

TEST_CASE("a referral of several people is one, with all of their names") {
  Harness stead(test::small_practice());
  stead.run("got ana,bo referral Iota joint --on 2026-04-01 -q");
  stead.run("outcome iota won --on 2026-05-04 -q");
  stead.run("gave ana,bo referral Kappa --on 2026-06-03 -q");
  CHECK(stead.run("referrals").out ==
        "Where work comes from  1 referral, 1 became work\n"
        "\n"
        "Sent to you  1\n"
        "  Ana Ruiz\n"
        "  └─ Iota, with Bo Lind: became work on Mon 2026-05-04\n"
        "        Wed 2026-04-01: joint\n"
        "\n"
        "Sent by you  1\n"
        "  to Ana Ruiz\n"
        "  └─ Kappa, with Bo Lind: not known what became of it\n"
        "        Wed 2026-06-03\n"
        "\n"
        "Thank  1\n"
        "  Ana Ruiz and Bo Lind, for Iota  stead thank ana-ruiz iota\n");
  const json page = json::parse(stead.run("referrals --json").out);
  CHECK(page["came"] == 1);
  CHECK(page["won"] == 1);
  CHECK(page["got"].size() == 2);
}

TEST_CASE("a circle of referrals, and one of oneself, end") {
  const std::string text =
      book_of({got(1, "a", "b"), got(2, "b", "a"), got(3, "a", "b"), got(4, "c", "c")});
  const ReferralsReport report = referrals_report(Book::strict(text, ""), kMonday);
  REQUIRE(report.got.size() == 3);
  CHECK(!report.got[0].came_of);
  CHECK(report.got[1].came_of == 0);
  CHECK(report.got[2].came_of == 1);
}

TEST_CASE("a chain that is too deep for the page goes on as a tree of its own, nothing left out") {
  json interactions = json::array();
  json contacts = json::array({{{"id", "me"}, {"name", "Jan"}}});
  for (int i = 0; i < 60; ++i) {
    contacts.push_back({{"id", fmt::format("n{:02}", i)}, {"name", fmt::format("Nr {:02}", i)}});
    if (i > 0) {
      json deed = got(1, fmt::format("n{:02}", i - 1), fmt::format("n{:02}", i));
      deed["at"] = fmt::format("2026-0{}-{:02}", 1 + i / 28, 1 + i % 28);
      interactions.push_back(deed);
    }
  }
  Harness stead(json{{"stead", 1},
                     {"contacts", contacts},
                     {"promises", json::array()},
                     {"interactions", interactions}}
                    .dump());
  stead.environment["COLUMNS"] = "60";
  const std::string page = stead.run("referrals").out;
  for (int i = 1; i < 60; ++i) {
    CHECK(page.find(fmt::format("Nr {:02}:", i)) + page.find(fmt::format("Nr {:02}, by", i)) !=
          2 * std::string::npos);
  }
  std::size_t begin = 0;
  for (std::size_t end; (end = page.find('\n', begin)) != std::string::npos; begin = end + 1) {
    CHECK(columns(page.substr(begin, end - begin)) <= 60);
  }
}

TEST_CASE("what led to a referral is among those whom 'who sent' names for it") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    std::mt19937 dice(seed);
    constexpr std::array<const char*, 6> kIds{"a", "b", "c", "d", "e", "f"};
    json interactions = json::array();
    for (int month = 1; month <= 9; ++month) {
      interactions.push_back(got(month, kIds.at(dice() % 6), kIds.at(dice() % 6)));
    }
    const std::string text = book_of(interactions);
    const Book book = Book::strict(text, "");
    const ReferralsReport report = referrals_report(book, kMonday);
    std::set<std::string> all;
    for (const Referral& each : report.got) {
      all.insert(each.interaction);
      std::set<std::string> chain;
      for (const Sent& sent : sent_report(book, each.whom.front()).chain) {
        chain.insert(sent.interaction);
      }
      CHECK(chain.contains(each.interaction));
      if (each.came_of) CHECK(chain.contains(report.got[*each.came_of].interaction));
    }
    std::set<std::string> expected;
    for (const json& each : interactions) {
      if (each["with"] != each["about"]) expected.insert(each["id"]);
    }
    CHECK(all == expected);
  }
}
