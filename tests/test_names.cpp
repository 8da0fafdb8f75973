#include "stead/names.h"

#include "stead/text.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace stead;
using Ids = std::vector<std::string>;

constexpr std::string_view kBook = R"({
"stead": 1,
"contacts": [
{"id":"acme","name":"Acme, Inc.","kind":"org"},
{"id":"ana-ruiz","name":"Ana Ruiz","aliases":["Ani"],"was":["a-ruiz"],"org":"acme"},
{"id":"andy","name":"Andy Rau","archived":"2026-01-01"},
{"id":"bo","name":"Bo Lind"},
{"id":"bo-2","name":"Bo Lind"},
{"id":"borealis","name":"Borealis","was":["old-borealis"],"kind":"org"},
{"id":"dwayne-the-rock-johnson","name":"Dwayne \"The Rock\" Johnson"},
{"id":"jason","name":"Jason"},
{"id":"jason-bourne","name":"Jason Bourne"},
{"id":"jo-park","name":"Jo Park","org":"acme"},
{"id":"joanna-wit","name":"Joanna Wit","org":"old-borealis"},
{"id":"josé-garcía","name":"José García"},
{"id":"kim","name":"Kim Old","archived":"2026-01-01"},
{"id":"kim-2","name":"Kim Old"},
{"id":"me","name":"Ana Hale"},
{"id":"pat-o-brien","name":"Pat O’Brien"},
{"id":"straße-14","name":"Büro Straße 14"},
{"id":"wen","name":"Ana-Ruiz"},
{"id":"łukasz-żak","name":"Łukasz Żak"},
{"id":"ирина-петрова","name":"Ирина Петрова"},
{"id":"山田-太郎","name":"山田 太郎"},
{"id":"김-민준","name":"김 민준"},
{"id":"فاطمة-حسن","name":"فاطمة حسن"},
{"id":"י-לוי","name":"יעל לוי"}
],
"promises": [
{"id":"k2aaaaa","by":"me","to":"ana-ruiz","for":"acme","text":"migration estimate","made":"2026-08-03","due":"2026-08-11"},
{"id":"k3bbbbb","by":"a-ruiz","to":"me","text":"VPN credentials\nand keys","made":"2026-08-03"},
{"id":"m2ccccc","by":"me","to":"me","for":"jo-park","text":"call again","made":"2026-08-03"},
{"id":"m3ddddd","by":"me","to":"ana-ruiz","text":"old thing","made":"2026-08-03","status":"kept","closed":"2026-08-03"},
{"id":"jason","by":"me","to":"bo","text":"an id that is a handle, too","made":"2026-08-03"},
{"id":"28ggggg","by":"me","to":"bo","text":"one","made":"2026-08-03"},
{"id":"29hhhhh","by":"me","to":"bo","text":"two","made":"2026-08-03"}
],
"interactions": [
{"id":"k4eeeeee","at":"2026-08-03","with":["bo"]},
{"id":"p2ffffff","at":"2026-08-03","with":["bo"]}
]
}
)";

const Book& book() {
  static const Book book = Book::strict(kBook, "book.json");
  return book;
}

/// What a call that must fail tells the user: the text, and the hint on a line of its own.
std::string refusal(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    CHECK(error.status() == Status::usage);
    return error.hint().empty() ? error.what() : error.what() + ("\n" + error.hint());
  }
  return "no refusal";
}

std::string refusal_of(std::string_view name) {
  return refusal([&] { contact_named(book(), name); });
}

}  // namespace

TEST_CASE("a name is found whole, by its handle, by its front, whatever its case and accents") {
  struct Example {
    std::string_view typed;
    std::string_view id;
  };
  constexpr Example kExamples[] = {
      {"joanna-wit", "joanna-wit"},
      {"Joanna-Wit", "joanna-wit"},
      {"@joanna-wit", "joanna-wit"},
      {"JOANNA WIT", "joanna-wit"},
      {" joanna wit\n", "joanna-wit"},
      {"bo", "bo"},
      {"joa", "joanna-wit"},
      {"wit", "joanna-wit"},
      {"jo p", "jo-park"},
      {"jo-p", "jo-park"},
      {"ani", "ana-ruiz"},
      {"a-ruiz", "ana-ruiz"},
      {"ana-ruiz", "ana-ruiz"},
      {"ana ruiz", "ana-ruiz"},
      {"jason", "jason"},
      {"jason b", "jason-bourne"},
      {"acme, inc.", "acme"},
      {"acme inc", "acme"},
      {"inc", "acme"},
      {"rock", "dwayne-the-rock-johnson"},
      {"the \"rock", "dwayne-the-rock-johnson"},
      {"jose", "josé-garcía"},
      {"JOSÉ GARCIA", "josé-garcía"},
      {"garci\u0301a", "josé-garcía"},
      {"José-García", "josé-garcía"},
      {"pat o'brien", "pat-o-brien"},
      {"brien", "pat-o-brien"},
      {"strasse", "straße-14"},
      {"STRASSE 14", "straße-14"},
      {"BURO", "straße-14"},
      {"lukasz", "łukasz-żak"},
      {"Zak", "łukasz-żak"},
      {"ирина", "ирина-петрова"},
      {"ПЕТ", "ирина-петрова"},
      {"山", "山田-太郎"},
      {"太郎", "山田-太郎"},
      {"김", "김-민준"},
      {"فاط", "فاطمة-حسن"},
      {"לוי", "י-לוי"},
      {"me", "me"},
      {"ME", "me"},
      {"ana hale", "me"},
      {"hale", "me"},
  };
  for (const Example& example : kExamples) {
    CAPTURE(example.typed);
    CHECK(contact_named(book(), example.typed) == example.id);
  }
}

TEST_CASE("several that fit are named with what tells them apart") {
  CHECK(refusal_of("jo") ==
        "'jo' could be Dwayne \"The Rock\" Johnson (dwayne-the-rock-johnson), Jo Park "
        "(acme), Joanna Wit (borealis) or José García (josé-garcía)\n"
        "say more of the name, or use the handle dwayne-the-rock-johnson");
  CHECK(refusal_of("bo lind") ==
        "'bo lind' could be Bo Lind (bo) or Bo Lind (bo-2)\nuse the handle bo");
}

TEST_CASE("two of one name in one org are told apart by their handles") {
  const Book twins = Book::strict(R"({"stead":1,"contacts":[
    {"id":"acme","name":"Acme","kind":"org"},
    {"id":"jo","name":"Jo Park","org":"acme"},
    {"id":"jo-2","name":"Jo Park","org":"acme"},
    {"id":"me","name":"M"}],"promises":[],"interactions":[]})",
                                  "twins.json");
  CHECK(refusal([&] { contact_named(twins, "park"); }) ==
        "'park' could be Jo Park (jo) or Jo Park (jo-2)\n"
        "say more of the name, or use the handle jo");
}

TEST_CASE("of very many that fit the first few are named, and how many more there are") {
  std::string text = R"({"stead":1,"contacts":[{"id":"me","name":"M"})";
  for (int i = 10; i < 27; ++i) text += fmt::format(R"(,{{"id":"x{0}","name":"Xa {0}"}})", i);
  text += R"(],"promises":[],"interactions":[]})";
  const Book many = Book::strict(text, "many.json");
  CHECK(
      refusal([&] { contact_named(many, "xa"); }) ==
      "'xa' could be Xa 10 (x10), Xa 11 (x11), Xa 12 (x12), Xa 13 (x13), Xa 14 (x14) and 12 more\n"
      "say more of the name, or use the handle x10");
}

TEST_CASE("initials and slips of the finger are offered, never taken") {
  CHECK(refusal_of("xyz") == "nobody is called 'xyz'\n'stead add xyz' adds them");
  CHECK(refusal_of("jw") ==
        "nobody is called 'jw'\ndid you mean 'Joanna Wit'? 'stead add jw' adds them");
  CHECK(refusal_of("lukazs") ==
        "nobody is called 'lukazs'\ndid you mean 'Łukasz Żak'? 'stead add lukazs' adds them");
  CHECK(refusal_of("joana witt") ==
        "nobody is called 'joana witt'\n"
        "did you mean 'Joanna Wit'? 'stead add \"joana witt\"' adds them");
  CHECK(refusal_of("山口") == "nobody is called '山口'\n'stead add 山口' adds them");
  CHECK(refusal_of("$HOME 'x'") ==
        "nobody is called '$HOME 'x''\n'stead add '$HOME '\\''x'\\'''' adds them");
}

TEST_CASE("what is no name at all is refused") {
  CHECK(refusal_of("") == "a name is empty\nnames look like ana, or ana,bo for several");
  CHECK(refusal_of(" \t") == "a name is empty\nnames look like ana, or ana,bo for several");
  CHECK(refusal_of("@").starts_with("nobody is called '@'"));
  CHECK(refusal_of("a\x1b[2J") == refusal([] { require_clean("a\x1b[2J", "the name"); }));
  CHECK(refusal_of("\xff") == refusal([] { require_clean("\xff", "the name"); }));
}

TEST_CASE("an archived contact is found whole, and gives way to others of its name") {
  CHECK(contact_named(book(), "andy") == "andy");
  CHECK(contact_named(book(), "ANDY RAU") == "andy");
  CHECK(refusal_of("rau") ==
        "Andy Rau is archived\n'stead set andy --unset archived' brings it back");
  CHECK(contact_named(book(), "rau", Archived::found) == "andy");
  CHECK(contact_named(book(), "kim old") == "kim-2");
  CHECK(contact_named(book(), "kim") == "kim");
}

TEST_CASE("a name that may be new is nobody's, but never one of several") {
  CHECK(find_contact_named(book(), "Delta GmbH") == std::nullopt);
  CHECK(find_contact_named(book(), "wit") == "joanna-wit");
  CHECK(refusal([] { find_contact_named(book(), "jo"); }).starts_with("'jo' could be "));
}

TEST_CASE("a list names each once, in order, also where a name has a comma") {
  CHECK(contacts_named(book(), "wit") == Ids{"joanna-wit"});
  CHECK(contacts_named(book(), "wit,ani, bo-2,joanna-wit") ==
        Ids{"joanna-wit", "ana-ruiz", "bo-2"});
  CHECK(contacts_named(book(), "Acme, Inc.") == Ids{"acme"});
  CHECK(contacts_named(book(), "ani,acme, inc.,wit") == Ids{"ana-ruiz", "acme", "joanna-wit"});
  CHECK(refusal([] { contacts_named(book(), "ani,,wit"); }) ==
        "a name is empty\nnames look like ana, or ana,bo for several");
  CHECK(refusal([] { contacts_named(book(), "ani,xyz"); }).starts_with("nobody is called 'xyz'"));
}

TEST_CASE("mentions are handles behind an @ that begins a word") {
  CHECK(contacts_mentioned(book(), "no mention, mail to bo@example.org, 3 @ 5, a@b@c").empty());
  CHECK(contacts_mentioned(book(), "@joanna-wit's idea (@jo-park), not @me; again @joanna-wit.") ==
        Ids{"joanna-wit", "jo-park"});
  CHECK(contacts_mentioned(book(), "met @山田-太郎。") == Ids{"山田-太郎"});
  CHECK(contacts_mentioned(book(), "with @wit") == Ids{"joanna-wit"});
  CHECK(contacts_mentioned(book(), "end-@bo- and \n@bo-2-") == Ids{"bo", "bo-2"});
  CHECK(refusal([] {
          contacts_mentioned(book(), "asks @xyz");
        }).starts_with("nobody is called 'xyz'"));
}

TEST_CASE("a name with its org") {
  CHECK(name_with_org(book(), "jo-park") == "Jo Park (acme)");
  CHECK(name_with_org(book(), "a-ruiz") == "Ana Ruiz (acme)");
  CHECK(name_with_org(book(), "bo") == "Bo Lind (bo)");
  CHECK(name_with_org(book(), "nobody") == "nobody");
}

namespace {

Ids promise_ids(const std::vector<std::string>& words, bool closed = false) {
  Ids ids;
  for (const Promise& promise : promises_named(book(), words, closed)) ids.push_back(promise.id);
  return ids;
}

std::string refusal_of_promise(const std::vector<std::string>& words, bool closed = false) {
  return refusal([&] { promises_named(book(), words, closed); });
}

}  // namespace

TEST_CASE("a promise is found by whole id, person, words of it, front of the id") {
  CHECK(promise_ids({"k2aaaaa"}) == Ids{"k2aaaaa"});
  CHECK(promise_ids({"jason"}) == Ids{"jason"});
  CHECK(promise_ids({"jo-park"}) == Ids{"m2ccccc"});
  CHECK(promise_ids({"me"}) == Ids{"m2ccccc"});
  CHECK(promise_ids({"ani", "estim"}) == Ids{"k2aaaaa"});
  CHECK(promise_ids({"ani", "KEYS", "vpn"}) == Ids{"k3bbbbb"});
  CHECK(promise_ids({"ani", "migration estimate"}) == Ids{"k2aaaaa"});
  CHECK(promise_ids({"m2"}) == Ids{"m2ccccc"});
  CHECK(promise_ids({"m"}) == Ids{"m2ccccc"});
  CHECK(promise_ids({"m2,k3,m2ccccc"}) == Ids{"m2ccccc", "k3bbbbb"});
  CHECK(promise_ids({"ani"}, true) == Ids{"m3ddddd"});
  CHECK(promise_ids({"m"}, true) == Ids{"m3ddddd"});
}

TEST_CASE("a promise that is none, closed, or one of several is refused") {
  CHECK(refusal_of_promise({}) == "a promise has to be named");
  CHECK(refusal_of_promise({"ani"}) ==
        "2 open promises with Ana Ruiz fit:\n"
        "  k2aaaaa  migration estimate (due Tue 2026-08-11)\n"
        "  k3bbbbb  VPN credentials and keys (theirs, no date)\n"
        "say words of its text, or its id, such as k2aaaaa");
  CHECK(refusal_of_promise({"ani", "holiday"}) ==
        "no open promise with Ana Ruiz has 'holiday' in it\n"
        "'stead promises ana-ruiz' lists what there is");
  CHECK(refusal_of_promise({"ani", "migartion"}) ==
        "no open promise with Ana Ruiz has 'migartion' in it\ndid you mean 'migration'?");
  CHECK(refusal_of_promise({"joanan"}) ==
        "nobody is called 'joanan', and no promise has an id that begins with it\n"
        "did you mean 'Joanna Wit'?");
  CHECK(refusal_of_promise({"jo-park"}, true) ==
        "no closed promise with Jo Park\n'stead promises jo-park --closed' lists what there is");
  CHECK(refusal_of_promise({"m3"}) ==
        "promise 'm3ddddd' is kept already\n"
        "'stead show m3ddddd' shows it; 'stead promise --reopen m3ddddd' opens it again");
  CHECK(refusal_of_promise({"m2ccccc"}, true) == "promise 'm2ccccc' is open");
  CHECK(refusal_of_promise({"2"}) == "'2' could be 28ggggg or 29hhhhh\nsay more of the id");
  CHECK(refusal_of_promise({"k2,xx"}) ==
        "no open promise has an id that begins with 'xx'\n"
        "'stead promises' lists them with their ids");
  CHECK(refusal_of_promise({"zzz"}) ==
        "nobody is called 'zzz', and no promise has an id that begins with it\n"
        "'stead promises' lists them with their ids");
  CHECK(refusal_of_promise({"xyz", "words"}).starts_with("nobody is called 'xyz'"));
}

TEST_CASE("a record is a contact by its name, or a promise or an interaction by its id") {
  CHECK(record_named(book(), "jason") == RecordRef{Collection::contacts, "jason"});
  CHECK(record_named(book(), "wit") == RecordRef{Collection::contacts, "joanna-wit"});
  CHECK(record_named(book(), "rau") == RecordRef{Collection::contacts, "andy"});
  CHECK(record_named(book(), "k2aaaaa") == RecordRef{Collection::promises, "k2aaaaa"});
  CHECK(record_named(book(), "k4") == RecordRef{Collection::interactions, "k4eeeeee"});
  CHECK(record_named(book(), "m3") == RecordRef{Collection::promises, "m3ddddd"});
  CHECK(refusal([] { record_named(book(), "m"); }) ==
        "'m' could be m2ccccc or m3ddddd\nsay more of the id");
  CHECK(refusal([] { record_named(book(), "zzz"); }) ==
        "nobody is called 'zzz', and no record has an id that begins with it\n"
        "'stead add zzz' adds them");
}
