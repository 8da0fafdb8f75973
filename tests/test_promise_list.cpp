#include "stead/promise_list.h"

#include "harness.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace {

using namespace stead;
using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

constexpr const char* kBook = R"({
"stead": 1,
"contacts": [
{"id":"acme","name":"Acme Dental","kind":"org"},
{"id":"ana","name":"Ana Ruiz","org":"acme"},
{"id":"bo","name":"Bo Lind"},
{"id":"me","name":"Jan Hale"}
],
"promises": [
{"id":"p2later","by":"me","to":"bo","for":"acme","text":"report","made":"2026-08-01","due":"2026-08-31","every":"1mon","first_due":"2026-08-31"},
{"id":"p3today","by":"me","to":"ana","for":"acme","text":"plan","made":"2026-08-01","due":"2026-08-03"},
{"id":"p4hours","by":"bo","to":"me","text":"keys","made":"2026-08-01","due":"2026-08-03T10:00+02:00"},
{"id":"p5older","by":"me","to":"ana","text":"estimate","made":"2026-08-01","due":"2026-07-31","parts":[{"on":"2026-08-01","text":"half of it"}]},
{"id":"p6never","by":"me","to":"me","for":"ana","text":"ask about the audit","made":"2026-08-01"},
{"id":"p7weeks","by":"me","to":"ana","text":"slides","made":"2026-08-01","due":"2026-08-09"},
{"id":"p8after","by":"me","to":"ana","text":"notes","made":"2026-08-01","due":"2026-08-10"},
{"id":"q2ontim","by":"me","to":"ana","text":"offer","made":"2026-07-01","due":"2026-07-10","status":"kept","closed":"2026-07-10"},
{"id":"q3wlate","by":"me","to":"ana","text":"bill","made":"2026-07-01","due":"2026-07-10","status":"kept","closed":"2026-07-11"},
{"id":"q4bust","by":"bo","to":"me","text":"visit","made":"2026-07-01","due":"2026-07-10","status":"broken","closed":"2026-07-12"}
],
"interactions": [
]
}
)";

Now monday() {
  return {*day_from("2026-08-03"), {10 * 60 + 15, 120}, [](Day, int) { return 120; }};
}

/// The ids in their order, each with its stage.
std::string ids(const PromiseListRequest& request) {
  const Book book = Book::strict(kBook, "book.json");
  const auto json = nlohmann::json::parse(to_json(promise_list_report(book, monday(), request)));
  CHECK(json["schema"] == "stead.promises/1");
  std::string text;
  for (const auto& promise : json["promises"]) {
    text += promise["id"].get<std::string>() + " " + promise["when"].get<std::string>() + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("open promises are grouped by when they are due, the first due first") {
  CHECK(ids({}) ==
        "p5older late\n"
        "p4hours late\n"
        "p3today today\n"
        "p7weeks this_week\n"
        "p8after later\n"
        "p2later later\n"
        "p6never undated\n");
}

TEST_CASE("closed promises come with the one closed last first") {
  CHECK(ids({.closed = true}) == "q4bust closed\nq3wlate closed\nq2ontim closed\n");
  CHECK(ids({.closed = true, .late = true}) == "q4bust closed\nq3wlate closed\n");
}

TEST_CASE("a closed promise without its day is listed all the same") {
  std::string text = kBook;
  const std::string closed = R"("status":"kept","closed":)";
  const std::size_t at = text.find(closed);
  REQUIRE(at != std::string::npos);
  text.erase(at + 15, text.find('"', at + closed.size() + 1) + 1 - (at + 15));
  const Book book = Book::strict(text, "book.json");
  const PromiseList list = promise_list_report(book, monday(), {.closed = true});
  CHECK(to_json(list).find(R"("closed": null)") != std::string::npos);
  CHECK(!to_document(list).blocks.empty());
}

TEST_CASE("a list of promises can be narrowed") {
  using Side = PromiseListRequest::Side;
  CHECK(ids({.late = true}) == "p5older late\np4hours late\n");
  CHECK(ids({.side = Side::theirs}) == "p4hours late\n");
  CHECK(ids({.side = Side::mine, .late = true}) == "p5older late\n");
  const Period week{*day_from("2026-08-03"), *day_from("2026-08-09")};
  CHECK(ids({.due = week}) == "p4hours late\np3today today\np7weeks this_week\n");
  CHECK(ids({.filter = [](const Promise& each) { return each.text == "plan"; }}) ==
        "p3today today\n");
}

TEST_CASE("promises prints each with its id, side and date") {
  Harness stead(kBook);
  CHECK(stead.run("promises").out ==
        "Promises  6\n"
        "\n"
        "Late  2\n"
        "  p5older  to Ana Ruiz: estimate                Fri 2026-07-31, 3 days late\n"
        "           done Sat 2026-08-01: half of it\n"
        "           they have not been told\n"
        "  p4hours  from Bo Lind: keys                          Mon 2026-08-03 10:00\n"
        "           you were not told\n"
        "\n"
        "Today  1\n"
        "  p3today  to Ana Ruiz: plan                                 Mon 2026-08-03\n"
        "\n"
        "This week  1\n"
        "  p7weeks  to Ana Ruiz: slides                               Sun 2026-08-09\n"
        "\n"
        "Later  2\n"
        "  p8after  to Ana Ruiz: notes                                Mon 2026-08-10\n"
        "  p2later  to Bo Lind: report, for Acme Dental, every month  Mon 2026-08-31\n"
        "\n"
        "Come back to  1\n"
        "  p6never  about Ana Ruiz: ask about the audit\n");
  CHECK(stead.run("promises --closed").out ==
        "Closed promises  3\n"
        "\n"
        "q4bust   from Bo Lind: visit          broken, Sun 2026-07-12\n"
        "         you were not told\n"
        "q3wlate  to Ana Ruiz: bill   kept 1 day late, Sat 2026-07-11\n"
        "         they were not told\n"
        "q2ontim  to Ana Ruiz: offer  kept on the day, Fri 2026-07-10\n"
        "\n"
        "In sum\n"
        "  yours   2 kept (1 on the day, 1 late), 5 open (1 late)\n"
        "          of 2 late, broken or moved: 2 never told\n"
        "  theirs  1 broken, 1 open (1 late)\n"
        "          of 2 late, broken or moved: 2 never told\n");
}

TEST_CASE("promises --late answers with its status") {
  Harness stead(small_practice());
  CHECK(stead.run("promises --late").status == 1);
  CHECK(stead.run("promises --late bo-lind") == Result{0, "Promises\n\nNo promise fits.\n", ""});
  CHECK(stead.run("promises").status == 0);
}

TEST_CASE("promises takes the terms of every list") {
  Harness stead(small_practice());
  CHECK(stead.run("promises ana --format csv").out ==
        "id,by,to,who,for,text,made,due,when,status,closed,told,moves,days_moved,needs_telling,"
        "days_late,every,owner\n"
        "k7q2wd4,me,ana-ruiz,Ana Ruiz,acme,migration "
        "estimate,2026-07-20,2026-07-31,late,,,never,0,0,yes,3,,\n");
  CHECK(stead.run("promises for:acme --due ..2026-07-31 --format csv").out.find("k7q2wd4") !=
        std::string::npos);
  CHECK(stead.run("promises --due 'next week'").out == "Promises\n\nNo promise fits.\n");
  CHECK(stead.run("promises --mine --theirs") ==
        Result{2, "",
               "stead: --mine and --theirs exclude each other\n"
               "hint: leave both out for all promises\n"});
  CHECK(stead.run("promises --due soon").status == 2);
  CHECK(stead.run("promises wih:ana").status == 2);
}

TEST_CASE("a first term that names people is those people, not their letters") {
  Harness stead(stead::test::small_practice());
  const auto ids = [&](const std::string& line) {
    std::string found;
    const auto list = nlohmann::json::parse(stead.run(line + " --json").out);
    for (const auto& promise : list["promises"]) {
      found += (found.empty() ? "" : " ") + promise["id"].get<std::string>();
    }
    return found;
  };
  CHECK(ids("promises ana,bo-lind") == "k7q2wd4 v3x9pqa");
  CHECK(ids("promises acme") == "k7q2wd4");
  CHECK(ids("promises Ani estimate") == "k7q2wd4");
  CHECK(ids("promises ana vpn") == "");
  CHECK(ids("promises me") == "");  // no intentions of my own, and Acme is not meant
  CHECK(stead.run("log sam called --again 2w -q").status == 0);
  CHECK(stead.run("promises me").out.find("follow up: called") != std::string::npos);
  CHECK(ids("promises ana or vpn") == "k7q2wd4 v3x9pqa");
  CHECK(ids("promises estimate") == "k7q2wd4");
  const stead::test::Result nobody = stead.run("promises nobody");
  CHECK(nobody.status == 0);
  CHECK(stead.run("promises tag:clinet").err == "hint: did you mean 'tag:client'?\n");
  CHECK(nobody.err == "hint: nobody is called 'nobody'; 'stead list' shows the names\n");
  CHECK(stead.run("promises ana,nobody").status == 2);
  CHECK(stead.run("promises jo").status == 2);
}

TEST_CASE("promises in JSON has dates and numbers") {
  Harness stead(small_practice());
  CHECK(stead.run("promises --json --late").out == R"({
  "schema": "stead.promises/1",
  "today": "2026-08-03",
  "promises": [
    {
      "id": "k7q2wd4",
      "by": "me",
      "to": "ana-ruiz",
      "who": "Ana Ruiz",
      "text": "migration estimate",
      "made": "2026-07-20",
      "for": "acme",
      "owner": "",
      "due": "2026-07-31",
      "when": "late",
      "days_late": 3,
      "needs_telling": true,
      "told": "never"
    }
  ]
}
)");
}

TEST_CASE("waiting is what others promised me, with the options of promises") {
  Harness stead(kBook);
  CHECK(stead.run("waiting") == Result{0,
                                       "Promised to you  1\n"
                                       "\n"
                                       "Late  1\n"
                                       "  p4hours  from Bo Lind: keys  Mon 2026-08-03 10:00\n"
                                       "           you were not told\n",
                                       ""});
  for (const std::string options :
       {"", " --late", " --closed", " bo", " ana", " --due fri", " --json", " --format csv",
        " --closed --json", " is:late", " nobody", " wih:ana", " --format md"}) {
    CAPTURE(options);
    CHECK(stead.run("waiting" + options) == stead.run("promises --theirs" + options));
  }
  CHECK(stead.run("waiting --late").status == 1);
  CHECK(stead.run("waiting --late ana") == Result{0, "Promised to you\n\nNo promise fits.\n", ""});
  CHECK(stead.run("waiting --mine").status == 2);
}

TEST_CASE("what nobody promised is said in words of its own") {
  Harness stead(small_practice());
  stead.run("keep bo -q");
  CHECK(stead.run("waiting").out ==
        "Promised to you\n\nNobody has promised you anything that is open.\n");
  stead.run("keep ana -q");
  CHECK(stead.run("promises --mine").out ==
        "Promises\n\nYou have promised nothing that is open.\n");
}

TEST_CASE("follow-ups stand apart, are not counted, and are late without a status of their own") {
  Harness stead(small_practice());
  stead.run("keep ana -q");
  stead.run("log ana called --again 2026-08-04 -q");
  const Result list = stead.run("promises ana");
  CHECK(list.out.starts_with("Promises\n\nNo promise fits.\n\nCome back to  1\n  "));
  const Result late = stead.run("promises ana --late --now 2026-08-10");
  CHECK(late.status == 0);
  CHECK(late.out.find("6 days late") != std::string::npos);
}

TEST_CASE("a closed promise and its page say alike how it was kept, and how its date moved") {
  Harness stead(small_practice());
  stead.run("tell bo --by fri -q");
  stead.run("tell bo a day less --by thu -q");
  CHECK(stead.run("keep bo").out.starts_with("Kept 3 days early: VPN credentials"));
  CHECK(stead.run("promises --closed bo").out.find("kept 3 days early, Mon 2026-08-03") !=
        std::string::npos);
  const std::string page = stead.run("show v3x").out;
  CHECK(page.find("Mon 2026-08-03, 3 days early\n") != std::string::npos);
  CHECK(page.find("twice, 1 day later in all\n") != std::string::npos);
  CHECK(stead.run("promises --closed bo --format csv").out.ends_with(",in_time,2,1,yes,-3,,\n"));
}

TEST_CASE("sums are of every date, and say so where the list is not") {
  Harness stead(small_practice());
  CHECK(stead.run("keep bo -q").status == 0);
  CHECK(stead.run("promises --closed").out.find("\nIn sum\n") != std::string::npos);
  for (const char* narrowed : {"--late", "--due 2026-08"}) {
    CAPTURE(narrowed);
    const std::string page = stead.run(std::string("promises --closed ") + narrowed).out;
    CHECK(page.find("\nIn sum  of every date\n") != std::string::npos);
  }
}

TEST_CASE("a list as JSON has each telling, the dates before and after it, and the parts done") {
  Harness stead(small_practice());
  stead.run("keep bo --part 'user name' --on 2026-07-30 -q");
  stead.run("tell bo he is on it --on 2026-07-31 -q");
  stead.run("tell bo needs more --by fri -q");
  stead.run("tell bo --by none --now 2026-08-08 -q");
  const auto json = nlohmann::json::parse(stead.run("promises bo --json").out)["promises"][0];
  CHECK(
      json["tellings"].dump() ==
      R"([{"due":"2026-08-05","due_was":"2026-08-05","in_time":true,"on":"2026-07-31","text":"he is on it"},)"
      R"({"due":"2026-08-07","due_was":"2026-08-05","in_time":true,"on":"2026-08-03","text":"needs more"},)"
      R"({"due":null,"due_was":"2026-08-07","in_time":false,"on":"2026-08-08","text":""}])");
  CHECK(json["parts"].dump() == R"([{"on":"2026-07-30","text":"user name"}])");
  const auto ana = nlohmann::json::parse(stead.run("promises ana --json").out)["promises"][0];
  CHECK_FALSE(ana.contains("tellings"));
  CHECK_FALSE(ana.contains("parts"));
}

TEST_CASE("released after its date, a promise is in the lists, sums and words as late") {
  Harness stead(small_practice());
  CHECK(stead.run("release ana -q").status == 0);
  const Result late = stead.run("promises --closed --late");
  CHECK(late.status == 1);
  CHECK(late.out ==
        "Closed promises  1\n"
        "\n"
        "k7q2wd4  to Ana Ruiz: migration estimate  released, 3 days late, Mon 2026-08-03\n"
        "         they were not told\n"
        "\n"
        "In sum  of every date\n"
        "  yours   1 no longer wanted (1 late)\n"
        "          of 1 late, broken or moved: 1 never told\n"
        "  theirs  1 open\n");
  CHECK(stead.run("show k7q").out.find("no longer wanted  Mon 2026-08-03, 3 days late\n") !=
        std::string::npos);
  const auto json = nlohmann::json::parse(stead.run("promises --closed --json").out);
  CHECK(json["promises"][0]["days_late"] == 3);
  CHECK(json["promises"][0]["needs_telling"] == true);
  CHECK(json["promises"][0]["told"] == "never");
  CHECK(json["sums"][0]["released_late"] == 1);
  CHECK(json["sums"][0]["never_told"] == 1);
}

TEST_CASE("a list shows what the other side was told") {
  Harness stead(small_practice());
  CHECK(stead.run("tell ana two numbers are missing -q").status == 0);
  CHECK(stead.run("tell bo he needs more --by fri -q").status == 0);
  CHECK(stead.run("promises").out ==
        "Promises  2\n"
        "\n"
        "Late  1\n"
        "  k7q2wd4  to Ana Ruiz: migration estimate  Fri 2026-07-31, 3 days late\n"
        "           told Mon 2026-08-03, late: two numbers are missing\n"
        "\n"
        "This week  1\n"
        "  v3x9pqa  from Bo Lind: VPN credentials                 Fri 2026-08-07\n"
        "           told you Mon 2026-08-03, in time: he needs more; from Wed 2026-08-05\n"
        "           to Fri 2026-08-07\n");
  const auto json = nlohmann::json::parse(stead.run("promises --json").out);
  CHECK(json["promises"][0]["told"] == "late");
  CHECK(json["promises"][1]["told"] == "in_time");
  CHECK(json["promises"][1]["needs_telling"] == true);
  CHECK(json["promises"][1]["moves"] == 1);
  CHECK(json["promises"][1]["days_moved"] == 2);
  CHECK_FALSE(json.contains("sums"));
}

TEST_CASE("the sums are of the side and of the terms that were asked for") {
  Harness stead(kBook);
  const auto sums = [&](const std::string& line) {
    return nlohmann::json::parse(stead.run("promises --closed --json " + line).out)["sums"];
  };
  CHECK(sums("").size() == 2);
  CHECK(sums("")[0]["side"] == "mine");
  CHECK(sums("")[0]["kept_on_the_day"] == 1);
  CHECK(sums("")[0]["kept_late"] == 1);
  CHECK(sums("")[0]["open"] == 5);
  CHECK(sums("ana")[0]["open"] == 4);
  CHECK(sums("ana")[1]["broken"] == 0);
  CHECK(sums("--late") == sums(""));  // narrows the list alone
  CHECK(sums("--theirs").size() == 1);
  CHECK(sums("--theirs")[0]["broken"] == 1);
  CHECK(stead.run("promises --closed --mine").out.find("\n  theirs") == std::string::npos);
}

TEST_CASE("what is kept in somebody's place says in JSON and CSV whose client it is about") {
  Harness stead(small_practice());
  stead.run("add Kestrel --kind org --tag client --client-of bo -q");
  stead.run("promise kestrel 'list of licences' --by fri -q");
  CHECK(nlohmann::json::parse(stead.run("promises kestrel --json").out)["promises"][0]["owner"] ==
        "bo-lind");
  CHECK(stead.run("promises kestrel --format csv").out.ends_with(",bo-lind\n"));
  CHECK(nlohmann::json::parse(stead.run("promises ana --json").out)["promises"][0]["owner"] == "");
}

TEST_CASE("a first date for what had none is no move") {
  Harness stead(small_practice());
  stead.run("promise jo-park 'a drawing' -q");
  stead.run("tell jo-park 'on its way' --by fri -q");
  const auto dated = nlohmann::json::parse(stead.run("promises jo-park --json").out)["promises"][0];
  CHECK(dated["due"] == "2026-08-07");
  CHECK(dated["needs_telling"] == false);
  CHECK(!dated.contains("moves"));
  stead.run("tell jo-park 'a day more' --by 2026-08-08 --on '2026-08-03 12:00' -q");
  CHECK(nlohmann::json::parse(stead.run("promises jo-park --json").out)["promises"][0]["moves"] ==
        1);
}
