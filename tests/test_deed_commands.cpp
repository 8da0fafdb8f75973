#include "harness.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace {

using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

/// The interactions that the book did not have before, without their ids.
nlohmann::json new_deeds(const Harness& stead) {
  const nlohmann::json before = nlohmann::json::parse(small_practice());
  nlohmann::json deeds = nlohmann::json::array();
  const nlohmann::json after = nlohmann::json::parse(stead.book());
  for (nlohmann::json one : after["interactions"]) {
    bool is_new = true;
    for (const auto& old : before["interactions"]) is_new = is_new && old["id"] != one["id"];
    if (!is_new) continue;
    one.erase("id");
    deeds.push_back(one);
  }
  return deeds;
}

/// A call that is refused, with its message, and leaves the book as it is.
void check_refused(Harness& stead, const std::string& line, const std::string& message) {
  CAPTURE(line);
  const std::string before = stead.book();
  CHECK(stead.run(line) == Result{2, "", message});
  CHECK(stead.book() == before);
}

}  // namespace

TEST_CASE("gave and got note help with its amount, its client and its day, and as no contact") {
  Harness stead(small_practice());
  CHECK(stead.run("gave bo cover 5 days his holiday --for acme --on fri") ==
        Result{0,
               "You gave Bo Lind cover, 5 days, for Acme Dental, Fri 2026-07-31: his holiday.\n"
               "Take it back: stead undo\n",
               ""});
  CHECK(stead.run("got ana,bo advice on backups --unasked").out ==
        "Ana Ruiz (Acme Dental) and Bo Lind gave you advice, unasked, Mon 2026-08-03: on\n"
        "backups. Take it back: stead undo\n");
  CHECK(stead.run("got sam Firewall 1.5h").out ==
        "Sam Ortiz gave you firewall, 1.5 hours, Mon 2026-08-03. Take it back: stead undo\n");
  CHECK(new_deeds(stead) == nlohmann::json::parse(R"([
    {"at":"2026-07-31","with":["bo-lind"],"for":"acme","via":"note","text":"his holiday",
     "deed":{"kind":"cover","dir":"gave","amount":"5d"}},
    {"at":"2026-08-03","with":["ana-ruiz","bo-lind"],"via":"note","text":"on backups",
     "deed":{"kind":"advice","dir":"got","unasked":true}},
    {"at":"2026-08-03","with":["sam-ortiz"],"via":"note",
     "deed":{"kind":"firewall","dir":"got","amount":"1.5h"}}])"));
  CHECK(stead.run("check -q").status == 0);
}

TEST_CASE("a referral brings whoever is new into the book, and is one deed for both") {
  Harness stead(small_practice());
  CHECK(stead.run("gave ana referral 'Zed Ltd' needs a clinic system").out ==
        "New in the book, as a person: Zed Ltd (zed-ltd).\n"
        "You gave Ana Ruiz (Acme Dental) a referral of Zed Ltd, Mon 2026-08-03: needs a\n"
        "clinic system. Take it back: stead undo\n");
  CHECK(stead.run("got bo introduction delta,sam at the fair").out ==
        "Bo Lind gave you an introduction of Delta GmbH and Sam Ortiz, Mon 2026-08-03: at\n"
        "the fair. Take it back: stead undo\n");
  CHECK(new_deeds(stead) == nlohmann::json::parse(R"([
    {"at":"2026-08-03","with":["ana-ruiz"],"about":["zed-ltd"],"via":"note",
     "text":"needs a clinic system","deed":{"kind":"referral","dir":"gave"}},
    {"at":"2026-08-03","with":["bo-lind"],"about":["delta-gmbh","sam-ortiz"],"via":"note",
     "text":"at the fair","deed":{"kind":"introduction","dir":"got"}}])"));
  CHECK(stead.run("show zed").status == 0);
}

TEST_CASE("--even settles a kind of help, and deletes nothing") {
  Harness stead(small_practice());
  REQUIRE(stead.run("gave bo cover 5d -q").status == 0);
  CHECK(stead.run("got bo cover --even over a cake").out ==
        "You and Bo Lind are even on cover, Mon 2026-08-03: over a cake. Take it back:\n"
        "stead undo\n");
  CHECK(new_deeds(stead) == nlohmann::json::parse(R"([
    {"at":"2026-08-03","with":["bo-lind"],"via":"note",
     "deed":{"kind":"cover","dir":"gave","amount":"5d"}},
    {"at":"2026-08-03","with":["bo-lind"],"via":"note","text":"over a cake",
     "deed":{"kind":"cover","dir":"got","even":true}}])"));
  check_refused(stead, "gave bo cover 3 days --even",
                "stead: --even settles all of it, so it has no amount\n"
                "hint: stead gave bo cover --even\n");
  check_refused(stead, "gave bo advice --even",
                "stead: there is no advice between you and Bo Lind to settle\n"
                "hint: what there is: cover\n");
  check_refused(stead, "gave sam cover --even",
                "stead: there is no cover between you and Sam Ortiz to settle\n"
                "hint: no help either way is in the book: stead brief sam-ortiz\n");
  check_refused(stead, "gave bo cover --even --unasked",
                "stead: --even settles what was done; nothing is unasked\n");
}

TEST_CASE("help that cannot be noted is refused with what to type") {
  Harness stead(small_practice());
  check_refused(stead, "gave me advice x",
                "stead: help goes from one to another, not to yourself\n"
                "hint: stead gave WHO KIND TEXT\n");
  check_refused(stead, "gave bo 5 days his holiday",
                "stead: the kind of help is one word, not '5'\n"
                "hint: such as cover, referral, introduction, advice, credit, favour, invitation: "
                "stead gave bo cover …\n");
  check_refused(stead, "got ana 'Delta GmbH'",
                "stead: the kind of help is one word, not 'Delta GmbH'\n"
                "hint: such as cover, referral, introduction, advice, credit, favour, invitation: "
                "stead got ana cover …\n");
  check_refused(stead, "got ana referral",
                "stead: whom was the referral about?\n"
                "hint: stead got ana referral NAME TEXT, the name as one word or in quotes\n");
  check_refused(stead, "got ana introduction ana",
                "stead: Ana Ruiz cannot be on both sides of it\n"
                "hint: stead got ana introduction NAME TEXT, where NAME is who was sent\n");
  check_refused(stead, "got ana referral me", "stead: nobody is sent to themselves\n");
  check_refused(stead, "gave bo cover 2d --for me", "stead: --for names a client, not yourself\n");
  CHECK(stead.run("gave bo covr 2d").err ==
        "hint: did you mean 'cover'? 'covr' is a kind of your own now\n");
}

TEST_CASE("outcome is of the last referral, and asks to thank who sent it") {
  Harness stead(small_practice());
  REQUIRE(stead.run("got sam referral delta -q --on 2026-01-02").status == 0);
  REQUIRE(stead.run("got ana referral delta -q --on 2026-03-04").status == 0);
  CHECK(stead.run("outcome delta won --on yesterday") ==
        Result{0,
               "Delta GmbH: won, on Sun 2026-08-02, sent by Ana Ruiz (Acme Dental) on Wed\n"
               "2026-03-04.\n",
               "hint: tell them, and thank them: stead thank ana-ruiz delta-gmbh\n"});
  CHECK(new_deeds(stead) == nlohmann::json::parse(R"([
    {"at":"2026-01-02","with":["sam-ortiz"],"about":["delta-gmbh"],"via":"note",
     "deed":{"kind":"referral","dir":"got"}},
    {"at":"2026-03-04","with":["ana-ruiz"],"about":["delta-gmbh"],"via":"note",
     "deed":{"kind":"referral","dir":"got","outcome":"won","outcome_on":"2026-08-02"}}])"));
  check_refused(stead, "outcome delta won",
                "stead: the referral of Delta GmbH is 'won' already, since Sun 2026-08-02\n"
                "hint: another outcome takes its place\n");
  check_refused(stead, "outcome delta wn",
                "stead: 'wn' is no outcome\nhint: did you mean 'won'?\n");
  check_refused(stead, "outcome delta perhaps",
                "stead: 'perhaps' is no outcome\nhint: it is asked, won, lost, none\n");
  check_refused(stead, "outcome bo won",
                "stead: no referral of Bo Lind is in the book\n"
                "hint: who sent them? stead got WHO referral bo-lind\n");
  REQUIRE(stead.run("gave bo referral jo-park -q").status == 0);
  CHECK(stead.run("outcome jo-park none") ==
        Result{0, "Jo Park (Acme Dental): none, sent to Bo Lind on Mon 2026-08-03.\n", ""});
}

TEST_CASE("thank is for all that was not thanked for, or for whom they brought") {
  Harness stead(small_practice());
  REQUIRE(stead.run("got ana referral delta a platform -q --on 2026-03-04").status == 0);
  REQUIRE(stead.run("got ana,bo advice 2h -q --on 2026-05-06").status == 0);
  REQUIRE(stead.run("gave ana advice 1h -q").status == 0);
  CHECK(stead.run("thank ana delta --on 2026-03-05") ==
        Result{0,
               "You thanked Ana Ruiz (Acme Dental), on Thu 2026-03-05: referral of Delta GmbH: a\n"
               "platform.\n",
               ""});
  CHECK(stead.run("thank ana").out ==
        "You thanked Ana Ruiz (Acme Dental) and Bo Lind: advice, 2 hours.\n");
  check_refused(stead, "thank ana",
                "stead: you thanked Ana Ruiz and Bo Lind on Mon 2026-08-03 already\n"
                "hint: help that came later: stead got ana-ruiz KIND TEXT\n");
  check_refused(stead, "thank bo",
                "stead: you thanked Ana Ruiz and Bo Lind on Mon 2026-08-03 already\n"
                "hint: help that came later: stead got bo-lind KIND TEXT\n");
  check_refused(stead, "thank bo delta",
                "stead: no help that Bo Lind gave you about Delta GmbH is in the book\n"
                "hint: stead got bo-lind KIND TEXT notes it\n");
  CHECK(stead.run("thank ana --json --dry-run").status == 2);
}

TEST_CASE("--json of a deed is the change that it makes") {
  Harness stead(small_practice());
  const auto json = nlohmann::json::parse(stead.run("got sam favour --json").out);
  CHECK(json["changes"].size() == 1);
  CHECK(json["changes"][0]["before"] == nullptr);
  CHECK(json["changes"][0]["after"]["deed"] ==
        nlohmann::json::parse(R"({"kind":"favour","dir":"got"})"));
  const auto thanks = nlohmann::json::parse(stead.run("thank sam --json").out);
  CHECK(thanks["changes"][0]["after"]["deed"]["thanked"] == "2026-08-03");
}

TEST_CASE("what begins with a number that is no amount is refused, and the book stays") {
  Harness stead(small_practice());
  const std::string before = stead.book();
  CHECK(stead.run("gave bo cover 100€") ==
        Result{2, "",
               "stead: '100€' does not begin with an amount of help\n"
               "hint: an amount is in hours, days, weeks or times, never money: "
               "stead gave bo cover 2 days TEXT, stead gave bo cover 1x TEXT\n"});
  CHECK(stead.run("got sam favour 90 min of debugging").status == 2);
  for (const char* money : {"€100", "$100", "'EUR 100'", "'£ 20 for tea'", "'eur 5'"}) {
    CAPTURE(money);
    CHECK(stead.run(std::string("gave bo favour ") + money).status == 2);
  }
  CHECK(stead.book() == before);
}

TEST_CASE("what is older than the day on which the two were even is said to be settled") {
  Harness stead(small_practice());
  REQUIRE(stead.run("gave bo cover 3d -q --on 2026-07-01").status == 0);
  REQUIRE(stead.run("gave bo cover --even -q --on 2026-07-27").status == 0);
  CHECK(stead.run("gave bo cover 2d --on 2026-07-20").err ==
        "hint: you and Bo Lind are even on cover since Mon 2026-07-27, so this is settled, too: "
        "stead balance bo-lind\n");
  CHECK(stead.run("gave bo cover 2d").err.empty());
  CHECK(stead.run("gave bo advice --on 2026-07-20").err.empty());
  CHECK(stead.run("gave bo favour found me €100 of savings -q").status == 0);
}

TEST_CASE("undo says of a deed what becomes of each part of it") {
  Harness stead(small_practice());
  stead.run("got ana referral delta a platform -q");
  stead.run("outcome delta won -q");
  const std::string out = stead.run("undo").out;
  CHECK(out.find(": deed outcome won → nothing\n") != std::string::npos);
  CHECK(out.find(": deed outcome_on 2026-08-03 → nothing\n") != std::string::npos);
  CHECK(out.find('{') == std::string::npos);
}

TEST_CASE(
    "who comes into the book by a referral is said to be a person, and how to say otherwise") {
  Harness stead(small_practice());
  const Result result = stead.run("got ana referral Zeta data platform");
  CHECK(result.out.starts_with("New in the book, as a person: Zeta (zeta).\n"));
  CHECK(result.err == "hint: if Zeta is an organisation: stead set zeta --kind org\n");
  CHECK(stead.run("set zeta --kind org").status == 0);
  CHECK(stead.run("got ana referral Zeta again").err == "");
}

TEST_CASE("what follows an amount or a period can come from standard input") {
  Harness stead(small_practice());
  CHECK(stead.run({"gave", "ana", "advice", "1h", "-"}, "on backups\n").status == 0);
  CHECK(stead.run({"got", "bo", "cover", "2", "days", "-"}, "his\nholiday\n").status == 0);
  stead.run({"away", "10aug..12aug:", "-"}, "the sea\n");
  CHECK(new_deeds(stead) == nlohmann::json::parse(R"([
    {"at":"2026-08-03","with":["ana-ruiz"],"via":"note","text":"on backups",
     "deed":{"kind":"advice","dir":"gave","amount":"1h"}},
    {"at":"2026-08-03","with":["bo-lind"],"via":"note","text":"his\nholiday",
     "deed":{"kind":"cover","dir":"got","amount":"2d"}}])"));
  CHECK(stead.book().find(R"("why":"the sea")") != std::string::npos);
}
