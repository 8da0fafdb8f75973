#include "harness.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;
using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("plan writes nothing, and plan --apply all that it proposes as one step") {
  Harness stead(small_practice());
  stead.run("set delta --needs backups -q");
  const std::string before = stead.book();
  const Result plan = stead.run("plan 10aug..21aug");
  CHECK(plan.status == 0);
  CHECK(has(plan.out, "Delta GmbH: Bo Lind"));
  CHECK(stead.run("plan 10aug..21aug --apply -n").status == 0);
  CHECK(stead.book() == before);

  const json changes = json::parse(stead.run("plan 10aug..21aug --apply --json").out);
  REQUIRE(changes["changes"].size() == 1);
  CHECK(changes["changes"][0]["after"]["cover"] == json::parse(R"([{"by":"bo-lind",
      "from":"2026-08-10","to":"2026-08-21","offered":"2026-08-03"}])"));
  const std::string applied = stead.book();
  CHECK(stead.run("plan 10aug..21aug --apply") ==
        Result{0, "Nothing is written: the plan adds nothing to what is in force.\n", ""});
  CHECK(stead.book() == applied);
  CHECK(stead.run("undo -q").status == 0);
  CHECK(stead.book() == before);
}

TEST_CASE("plan --ask shows a message to each, in every format, and --apply goes before it") {
  Harness stead(small_practice());
  stead.run("set delta --needs backups -q");
  const std::string before = stead.book();
  const json asked = json::parse(stead.run("plan 10aug..21aug --ask --json").out);
  CHECK(asked["schema"] == "stead.plan-messages/1");
  REQUIRE(asked["messages"].size() == 1);
  CHECK(asked["messages"][0]["id"] == "bo-lind");
  CHECK(asked["messages"][0]["offer_first"] == true);
  CHECK(asked["messages"][0]["clients"][0]["asked"] == nullptr);
  CHECK(has(stead.run("plan 10aug..21aug --ask --format md").out, "## To Bo Lind"));
  CHECK(has(stead.run("plan 10aug..21aug --ask --format html").out, "<h2"));
  CHECK(stead.book() == before);

  const Result both = stead.run("plan 10aug..21aug --apply --ask");
  CHECK(both.out.find("1 arrangement is written as offered") < both.out.find("To Bo Lind"));
  const json again = json::parse(stead.run("plan 10aug..21aug --ask --json").out);
  CHECK(again["messages"][0]["clients"][0]["asked"] == "2026-08-03");
  CHECK(again["messages"][0]["text"] == asked["messages"][0]["text"]);
}

TEST_CASE("plan says what is to be doubted about an agreement, in words and in JSON") {
  Harness stead(small_practice());
  stead.run("set delta --needs backups -q");
  const std::string page = stead.run("plan 10aug..21aug").out;
  CAPTURE(page);
  CHECK(has(page, "Acme Dental: Sam Ortiz"));
  stead.run("set sam --unset phone -q");
  const std::string doubted = stead.run("plan 10aug..21aug").out;
  CAPTURE(doubted);
  CHECK(has(doubted, "No phone number"));
  const json plan = json::parse(stead.run("plan 10aug..21aug --json").out);
  CHECK(plan["clients"][0]["stretches"][0]["doubts"].back() == "no_phone");
}

TEST_CASE("whom you never helped, nor they you, is named last, with what to do first") {
  Harness stead(small_practice());
  stead.run("add Aron Able --tag colleague --skill macs -q");
  stead.run("set delta --needs macs -q");
  stead.run("add Zeta --kind org --tag client --needs backups -q");
  stead.run("gave bo advice -q");
  const std::string page = stead.run("plan 10aug..21aug").out;
  CAPTURE(page);
  CHECK(page.find("Zeta: Bo Lind") < page.find("Delta GmbH: Aron Able"));
  CHECK(page.find("Delta GmbH: Aron Able") < page.find("offer something first"));
  const json asked = json::parse(stead.run("plan 10aug..21aug --ask --json").out);
  CHECK(asked["messages"].back()["id"] == "aron-able");
  CHECK(asked["messages"].front()["id"] == "bo-lind");
}

TEST_CASE("plan leaves out the days that are over, and says where there is nothing to plan") {
  Harness stead(small_practice());
  const json plan = json::parse(stead.run("plan 1aug..5aug --json").out);
  CHECK(plan["from"] == "2026-08-03");
  CHECK(plan["to"] == "2026-08-05");
  CHECK(stead.run("plan 20jul..31jul").status == 0);  // looks forward: those of next year
  CHECK(stead.run("plan 2026-07-20..2026-07-31").status == 2);
  CHECK(stead.run("plan 2026-08-10..2027-08-10").status == 2);
  CHECK(stead.run("plan 2026-08-10..2027-08-09").status < 2);

  Harness alone(
      "{\n\"stead\": 1,\n\"contacts\": [\n{\"id\":\"me\",\"name\":\"Jan Hale\"}\n],\n"
      "\"promises\": [\n],\n\"interactions\": [\n]\n}\n");
  CHECK(alone.run("plan fri") ==
        Result{0,
               "Who stands in for you  Fri 2026-08-07\n\n"
               "There is nothing to plan: no client in the book is yours.\n",
               "hint: a client is a contact with this tag: stead set WHO --tag client\n"});
}

TEST_CASE("a yes to what was asked for some things only is one for those") {
  Harness stead(small_practice());
  stead.run("cover delta bo --scope backups --scope mail -q");
  const std::string page = stead.run("plan 10aug..21aug --format md").out;
  CHECK(has(page,
            "stead cover delta-gmbh bo-lind 2026-08-10..2026-08-21 --scope backups --scope mail "
            "--agreed"));
}

TEST_CASE("all lines of a client stand together, and who was asked has the day and the reason") {
  Harness stead(small_practice());
  stead.run("set delta --needs backups -q");
  stead.run("cover delta bo 2026-08-10..2026-08-14 -q");
  stead.run("away 2026-08-20..2026-08-21 --who bo -q");
  const std::string plan = stead.run("plan 10aug..21aug").out;
  const std::size_t asked =
      plan.find("Mon 2026-08-10 to Fri 2026-08-14: asked on Mon 2026-08-03\n");
  const std::size_t nobody = plan.find("  Delta GmbH: nobody\n    Thu 2026-08-20");
  REQUIRE(asked != std::string::npos);
  REQUIRE(nobody != std::string::npos);
  CHECK(has(plan.substr(asked), "Knows backups;"));
  CHECK(has(plan.substr(asked), "when they agree:"));
  CHECK(
      has(plan.substr(asked), "stead cover delta-gmbh bo-lind 2026-08-10..2026-08-14 --agreed\n"));
  CHECK(asked < nobody);
  CHECK(nobody < plan.find("Agreed already  1\n"));
  CHECK(plan.find("Asked already") == std::string::npos);
}

TEST_CASE("who could be called where nobody knows enough is named for no more than they can take") {
  const std::string client = R"(","kind":"org","tags":["client"],"needs":["sap"]},)";
  Harness stead(
      "{\n\"stead\": 1,\n\"contacts\": [\n" + (R"({"id":"alpha","name":"Alpha)" + client) + "\n" +
      (R"({"id":"beta","name":"Beta)" + client) + "\n" +
      (R"({"id":"gamma","name":"Gamma)" + client) + "\n" +
      R"({"id":"kim","name":"Kim","tags":["colleague"],"capacity":1},)" + "\n" +
      R"({"id":"lee","name":"Lee","tags":["colleague"],"capacity":1},)" + "\n" +
      R"({"id":"me","name":"Jan"})" + "\n],\n\"promises\": [\n],\n\"interactions\": [\n]\n}\n");
  const std::string plan = stead.run("plan 10aug..21aug").out;
  CHECK(has(plan, "stead cover alpha kim 2026-08-10..2026-08-21"));
  CHECK(has(plan, "stead cover beta lee 2026-08-10..2026-08-21"));
  CHECK(!has(plan, "stead cover gamma"));
}

TEST_CASE("whom a plan proposes, for a part of the days too, who covers and who can name as well") {
  Harness stead(small_practice());
  stead.run("set delta --needs backups -q");
  stead.run("away 2026-08-12 --who bo -q");
  const std::string days = " 2026-08-10..2026-08-14";
  CHECK(has(stead.run("plan" + days).out, "Delta GmbH: Bo Lind"));
  for (const std::string who : {"who covers delta --on", "who can delta --on"}) {
    CAPTURE(who);
    const Result result = stead.run(who + days);
    CHECK(has(result.out, "stead cover delta-gmbh bo-lind 2026-08-10..2026-08-11\n"));
    CHECK(has(result.out, "stead cover delta-gmbh bo-lind 2026-08-13..2026-08-14\n"));
  }
  CHECK(stead.run("who can delta --on" + days).status == 0);
  CHECK(stead.run("who can delta --on 2026-08-12").status == 1);
}

TEST_CASE("where nobody knows enough, the plan and the questions name who could be called") {
  Harness stead(small_practice());
  stead.run("set delta --needs sap -q");
  for (const char* line :
       {"plan 2026-10-12", "who covers delta --on 2026-10-12", "who can delta --on 2026-10-12"}) {
    CAPTURE(line);
    const Result result = stead.run(line);
    CHECK(result.status == 1);
    CHECK(has(result.out, "is there and has room, if somebody to call is enough:"));
    CHECK(has(result.out, "stead cover delta-gmbh bo-lind 2026-10-12"));
  }
}

TEST_CASE("whoever is to be asked for days in a row is asked once, however these came to be open") {
  Harness stead(small_practice());
  stead.run("away 2026-08-12 --who sam -q");
  stead.run("cover me sam -q");  // asked for whatever has nobody: not on the day in the middle
  CHECK(stead.run("plan 10aug..14aug --apply").out ==
        "1 arrangement is written as offered, not agreed yet. Take it back: stead undo\n"
        "Delta GmbH: Bo Lind  Mon 2026-08-10 to Fri 2026-08-14\n");
}
