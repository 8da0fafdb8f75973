#include "cli/command.h"
#include "harness.h"

#include <doctest/doctest.h>

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <csignal>

#include <algorithm>
#include <sstream>

using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

namespace {

/// The line of a book that has the record with this id; empty where there is none.
std::string record(const Harness& stead, const std::string& id) {
  std::istringstream lines(stead.book());
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("{\"id\":\"" + id + "\"")) continue;
    if (line.ends_with(',')) line.pop_back();
    return line;
  }
  return {};
}

/// Runs a command that has to be refused: nothing is written, nothing said on standard output.
Result refused(Harness& stead, const std::string& line) {
  const std::string before = stead.book();
  Result result = stead.run(line);
  CAPTURE(line);
  CHECK(result.status == 2);
  CHECK(result.out.empty());
  CHECK(stead.book() == before);
  return result;
}

struct Refusal {
  const char* line;
  const char* err;
};

template <std::size_t N>
void check_refused(const Refusal (&refusals)[N]) {
  Harness stead(small_practice());
  for (const Refusal& each : refusals) {
    CAPTURE(each.line);
    CHECK(refused(stead, each.line).err == each.err);
  }
}

}  // namespace

TEST_CASE("the examples of the commands about people print what they say") {
  for (const stead::Command& command : stead::commands()) {
    if (command.group != stead::Group::people) continue;
    CAPTURE(command.name);
    stead::GlobalOptions options;
    const stead::Parser parser(command, options);
    const std::string footer = parser.command->get_footer();
    const std::size_t end = footer.find('\n');
    REQUIRE(footer.starts_with("$ stead "));
    Harness stead(small_practice());
    CHECK(stead.run(footer.substr(8, end - 8)).out == footer.substr(end + 1) + "\n");
  }
}

// ---- add

TEST_CASE("add makes a contact with all that was said, and echoes it with the handle") {
  Harness stead(small_practice());
  const Result result = stead.run(
      "add José Ruiz --org acme --title CTO --alias Pepe --email jose@example.org --phone 1 "
      "--phone 2 --url https://a.org --address '1 Main St' --place Leeds --tz Europe/Madrid "
      "--born '14 may 1980' --date '1sep=office opened' --tag Client,vip --skill network "
      "--needs backups --capacity 3 --every '2 weeks' --at-most 'a month' --reply-within 4h "
      "--client-of bo-lind --via-whom sam --note 'likes tea' badge=4711 room='two one'");
  CHECK(result.err.empty());
  CHECK(result.out ==
        "Added José Ruiz, handle josé-ruiz: alias Pepe; org Acme Dental; title CTO; email\n"
        "jose@example.org; phone 1, 2; url https://a.org; address 1 Main St; place Leeds;\n"
        "tz Europe/Madrid; born 1980-05-14; date 09-01 office opened; tag client, vip;\n"
        "skill network; needs backups; capacity 3; every 2w; at most 1mon; reply within\n"
        "4h; client of Bo Lind; via whom Sam Ortiz; note likes tea; badge 4711; room two\n"
        "one.\n");
  CHECK(record(stead, "josé-ruiz") ==
        R"({"id":"josé-ruiz","name":"José Ruiz","aliases":["Pepe"],"org":"acme","title":"CTO",)"
        R"("email":["jose@example.org"],"phone":["1","2"],"url":["https://a.org"],)"
        R"("address":["1 Main St"],"place":"Leeds","tz":"Europe/Madrid","born":"1980-05-14",)"
        R"("dates":[{"on":"09-01","what":"office opened"}],"tags":["client","vip"],)"
        R"("skills":["network"],"needs":["backups"],"capacity":3,"every":"2w","at_most":"1mon",)"
        R"("reply_within":"4h","client_of":"bo-lind","via_whom":"sam-ortiz","note":"likes tea",)"
        R"("custom":{"badge":"4711","room":"two one"}})");
}

TEST_CASE("add makes an organisation, and of a second one of a name only when told") {
  Harness stead(small_practice());
  CHECK(stead.run("add Echo 'GmbH & Co' --kind org").out ==
        "Added the organisation Echo GmbH & Co, handle echo-gmbh-co.\n");
  CHECK(refused(stead, "add echo gmbh & CO").err ==
        "stead: Echo GmbH & Co (echo-gmbh-co) is in the book already\n"
        "hint: 'stead set echo-gmbh-co …' changes them; --new adds another of that name\n");
  CHECK(stead.run("add Echo GmbH & Co --new").out ==
        "Added Echo GmbH & Co, handle echo-gmbh-co-2.\n");
}

TEST_CASE("add knows aliases, handles and archived contacts of the same name") {
  Harness stead(small_practice());
  stead.run("archive sam");
  CHECK(
      refused(stead, "add ANI").err.starts_with("stead: Ana Ruiz (acme) is in the book already\n"));
  CHECK(refused(stead, "add bo-lind").err.starts_with("stead: Bo Lind (bo-lind) is in"));
  CHECK(refused(stead, "add Sam Ortiz")
            .err.starts_with("stead: Sam Ortiz (sam-ortiz) is in the book already, archived\n"));
}

TEST_CASE("add mentions whoever has nearly the same name") {
  Harness stead(small_practice());
  CHECK(stead.run("add Ana Ruis") ==
        Result{0, "Added Ana Ruis, handle ana-ruis.\n",
               "hint: there is Ana Ruiz, too; if you meant them: stead undo\n"});
}

TEST_CASE("add with --json tells the change, with --quiet nothing, and a dry run writes nothing") {
  Harness stead(small_practice());
  const std::string before = stead.book();
  CHECK(stead.run("add Eve -n") ==
        Result{0,
               "Nothing was written; without --dry-run this would be the answer:\n"
               "Added Eve, handle eve.\n",
               ""});
  CHECK(stead.book() == before);
  CHECK(stead.run("add Eve -q").out.empty());
  CHECK(stead.run("add Mallory --json").out ==
        "{\"schema\":\"stead.changes/1\",\"changes\":[\n"
        "{\"collection\":\"contacts\",\"id\":\"mallory\",\"before\":null,"
        "\"after\":{\"id\":\"mallory\",\"name\":\"Mallory\"}}\n]}\n");
}

TEST_CASE("a value that is none is refused with what it should be") {
  check_refused({
      {"add X --org Akme",
       "stead: no organisation is called 'Akme'\n"
       "hint: did you mean 'acme'? 'stead add \"Akme\" --kind org' adds it\n"},
      {"add X --org Zyx",
       "stead: no organisation is called 'Zyx'\nhint: 'stead add \"Zyx\" --kind org' adds it\n"},
      {"add X --org sam",
       "stead: Sam Ortiz is a person, not an organisation\n"
       "hint: 'stead set sam-ortiz --kind org' says otherwise\n"},
      {"add X --kind company", "stead: the kind cannot be 'company'\nhint: it is org or person\n"},
      {"add X --email ana",
       "stead: 'ana' is not an e-mail address\n"
       "hint: give the address alone, such as ana@example.org\n"},
      {"add X --email 'Ana <ana@example.org>'",
       "stead: 'Ana <ana@example.org>' is not an e-mail address\n"
       "hint: give the address alone, such as ana@example.org\n"},
      {"add X --phone none", "stead: 'none' is not a phone number: there is no digit in it\n"},
      {"add X --url 'two words'", "stead: 'two words' is no web address: it has blanks\n"},
      {"add X --tz madrid",
       "stead: 'madrid' is not the name of a time zone\n"
       "hint: a zone is named by an area and a city, such as Europe/Madrid; or UTC\n"},
      {"add X --tz europe/madrid",
       "stead: 'europe/madrid' is not the name of a time zone\n"
       "hint: did you mean 'Europe/Madrid'?\n"},
      {"add X --tag 'key account'",
       "stead: 'key account' is more than one word\n"
       "hint: write it as one, such as key-account\n"},
      {"add X --capacity many",
       "stead: 'many' is not a number of clients\nhint: a whole number from 1 to 999\n"},
      {"add X --date 1sep",
       "stead: '1sep' does not say what is on that day\n"
       "hint: --date DAY=TEXT, such as --date \"1sep=office opened\"\n"},
      {"add ''", "stead: the name is empty\nhint: say it as people do, such as \"Ana Ruiz\"\n"},
      {"add X --tz Mars/Olympus",
       "stead: 'Mars/Olympus' is not the name of a time zone\n"
       "hint: a zone is named by an area and a city, such as Europe/Madrid; or UTC\n"},
      {"rename joanna 'a\tb'", "stead: the name has a tab in it\nhint: write a blank instead\n"},
      {"add 'a\tb'", "stead: the name has a tab in it\nhint: write a blank instead\n"},
      {"add X --hours 'mon-fri 09:00-17:00'",
       "stead: working hours and rules are yours, not X's\nhint: set them with 'stead set me'\n"},
      {"set me --hours 'nine to five'",
       "stead: 'nine to five' are no working hours\n"
       "hint: days and one stretch of the day, such as \"mon-fri 09:00-17:00\"\n"},
      {"set me --rule client:often=1w",
       "stead: a rule says nothing about 'often'\n"
       "hint: a rule is TAG:every=SPAN,at-most=SPAN,reply-within=TIME, or a part of that\n"},
      {"add X phone=1", "stead: 'phone' is a field of stead's own\nhint: set it with --phone\n"},
      {"add X cover=bo",
       "stead: 'cover' is a field of stead's own\nhint: 'stead uncover CLIENT' ends it\n"},
      {"add X badge=",
       "stead: the value of 'badge' is empty\nhint: '--unset badge' takes it out\n"},
  });
}

// ---- set

TEST_CASE("a time zone is one that the system knows, also without an area") {
  Harness stead(small_practice());
  for (const char* zone : {"Japan", "Cuba", "UTC", "Europe/Oslo"}) {
    CHECK(stead.run(std::string("set ana --tz ") + zone).status == 0);
    CHECK(stead.run("check -q").status == 0);
  }
}

TEST_CASE("an archived contact is not unknown: it can be brought back") {
  Harness stead(small_practice());
  CHECK(stead.run("archive delta -q").status == 0);
  const std::string err =
      "stead: Delta GmbH is archived\n"
      "hint: 'stead set delta-gmbh --unset archived' brings it back\n";
  for (const char* line : {"log delta called", "promise delta a plan", "cover delta bo",
                           "keep delta", "log ana x --for delt", "add X --via-whom delta"}) {
    CAPTURE(line);
    CHECK(refused(stead, line).err == err);
  }
  CHECK(stead.run("set delta --unset archived").status == 0);
  CHECK(stead.run("log delta called").status == 0);
}

TEST_CASE("set adds to lists, replaces single values, and unsets before it sets") {
  Harness stead(small_practice());
  const Result result = stead.run(
      "set ana --phone 2 --title CIO --alias Annie badge=1 --unset alias=ani --unset born");
  CHECK(result == Result{0,
                         "Ana Ruiz: alias Annie added; alias Ani taken out; title CIO (was CTO); "
                         "phone 2\nadded; born taken out (was 05-14); badge 1.\n",
                         ""});
  CHECK(record(stead, "ana-ruiz") ==
        R"({"id":"ana-ruiz","name":"Ana Ruiz","aliases":["Annie"],"was":["a-ruiz"],"org":"acme",)"
        R"("past":[{"org":"borealis","until":"2026-03-01"}],"title":"CIO",)"
        R"("phone":["+34 600 111 222","2"],"tz":"Europe/Madrid","custom":{"badge":"1"}})");
  CHECK(stead.run("set ana badge=2 --unset phone").out ==
        "Ana Ruiz: phone +34 600 111 222, 2 taken out; badge 2 (was 1).\n");
  CHECK(stead.run("set ana --unset badge").out == "Ana Ruiz: badge taken out (was 2).\n");
}

TEST_CASE("what is so already is no change, and the file is not touched") {
  Harness stead(small_practice());
  stead.run("set ana --title CTO");  // the first command makes the journal
  const auto time = std::filesystem::last_write_time(stead.book_path());
  CHECK(stead.run("set ana --title CTO --alias Ani --unset tag=vip") ==
        Result{0, "Ana Ruiz is like that already: nothing to change.\n",
               "stead: there is no 'vip' in 'tags'\n"});
  CHECK(stead.run("archive ana --json").status == 0);
  CHECK(stead.run("archive ana").out ==
        "Ana Ruiz has been archived since Mon 2026-08-03: nothing to change.\n");
  stead.run("undo");
  CHECK(stead.book() == small_practice());
  CHECK(stead.run("rename ana Ana Ruiz").out ==
        "Ana Ruiz is the name already: nothing to change.\n");
  CHECK(stead.book() == small_practice());
  CHECK(time <= std::filesystem::last_write_time(stead.book_path()));
}

TEST_CASE("who changes jobs has worked where they were") {
  Harness stead(small_practice());
  CHECK(
      stead.run("set ana --org bor") ==
      Result{0, "Ana Ruiz: org Borealis (was Acme Dental); past org Acme Dental added.\n",
             "hint: if Ana Ruiz never was there: stead set ana-ruiz --unset past=acme\n"
             "hint: a move is a reason to write: stead log ana-ruiz congratulated on the move\n"});
  CHECK(stead.run("set ana --unset org").err ==
        "hint: if Ana Ruiz never was there: stead set ana-ruiz --unset past=borealis\n");
  stead.run("undo -q");
  CHECK(record(stead, "ana-ruiz")
            .find(R"("past":[{"org":"borealis","until":"2026-03-01"},)"
                  R"({"org":"acme","until":"2026-08-03"}])") != std::string::npos);
  CHECK(stead.run("set ana --unset past=acme --unset 'past=Borealis'").out ==
        "Ana Ruiz: past org Borealis, Acme Dental taken out.\n");
}

TEST_CASE("set on me keeps hours and rules, part by part") {
  Harness stead(small_practice());
  CHECK(stead.run("set me --rule 'client:every=2 weeks,reply-within=1d'").out ==
        "Jan Hale: rule client every 2w, reply within 1d (was every 1mon).\n");
  CHECK(stead.run("set me --rule colleague:at-most=1y --unset rule=client:every").out ==
        "Jan Hale: rule client reply within 1d (was every 2w, reply within 1d); rule\ncolleague at "
        "most 1y.\n");
  CHECK(stead.run("set me --unset rule=client --unset rule=colleague --unset hours").out ==
        "Jan Hale: hours taken out (was mon-fri 09:00-17:00); rule client taken out (was\nreply "
        "within 1d); rule colleague taken out (was at most 1y).\n");
  CHECK(record(stead, "me") ==
        R"({"id":"me","name":"Jan Hale","tz":"Europe/Berlin","away":[{"from":"2026-08-10",)"
        R"("to":"2026-08-21","why":"family"}],"book":"q3n8c5x2v6ra"})");
}

TEST_CASE("set settles a conflict, also with the value that is there") {
  std::string book = small_practice();
  const std::string tz = R"("tz":"Europe/Madrid","born":"05-14")";
  book.replace(book.find(tz), tz.size(), tz + R"(,"conflict":{"title":"CIO"})");
  Harness stead(book);
  CHECK(stead.run("set ana --title CTO").out == "Ana Ruiz: the conflict is settled.\n");
  CHECK(stead.book() == small_practice());
}

TEST_CASE("set reads a note from standard input, and writes into the record alone") {
  std::string book = small_practice();
  book.insert(book.find("\"name\":\"Ana Ruiz\""), "\"x-crm\" : [1,  2], ");
  Harness stead(book);
  CHECK(stead.run("set ana --note -", "first\nsecond\n").out == "Ana Ruiz: note first second.\n");
  CHECK(record(stead, "ana-ruiz").find("\"x-crm\" : [1,  2], ") != std::string::npos);
  CHECK(record(stead, "ana-ruiz").find(R"("note":"first\nsecond")") != std::string::npos);
}

TEST_CASE("set mends an interaction") {
  Harness stead(small_practice());
  CHECK(stead
            .run("set m3x --on 7jul --with bo-lind,sam --unset with=ana --about delta --for acme "
                 "--via call --urgent --went well --text 'asks about the DNS'")
            .out ==
        "m3x8r7vd of Mon 2026-07-06 16:00 with Ana Ruiz: at Tue 2026-07-07 (was Mon\n2026-07-06 "
        "16:00); with Bo Lind, Sam Ortiz added; with Ana Ruiz taken out; about\nDelta GmbH; for "
        "Acme Dental; via call (was mail); urgent; went well; text asks\nabout the DNS (was asks "
        "about DNS).\n");
  CHECK(record(stead, "m3x8r7vd") ==
        R"({"id":"m3x8r7vd","at":"2026-07-07","with":["bo-lind","sam-ortiz"],)"
        R"("about":["delta-gmbh"],"for":"acme","via":"call","from":"them","needs_reply":true,)"
        R"("urgent":true,"went":"well","text":"asks about the DNS"})");
  CHECK(stead.run("set m3x --unset needs-reply --from both").out ==
        "m3x8r7vd of Tue 2026-07-07 with Bo Lind, Sam Ortiz: from taken out (was them);\nneeds "
        "reply taken out; urgent taken out.\n");
  CHECK(stead.run("set p6d --urgent").out ==
        "p6d3h8wc of Thu 2026-07-30 10:00 with Jo Park: from them; needs reply; urgent.\n");
}

TEST_CASE("set mends a promise, its other side and a moved date in all places that have it") {
  Harness stead(small_practice());
  CHECK(stead.run("set k7q --by fri --with jo-park --text 'the estimate' --unset for") ==
        Result{0,
               "k7q2wd4 'migration estimate': to Jo Park (was Ana Ruiz); for taken out (was "
               "Acme\nDental); text the estimate (was migration estimate); due Fri 2026-08-07 (was "
               "Fri\n2026-07-31).\n",
               "hint: that counts as the date from the start; if it was moved: stead undo, then "
               "stead tell k7q2wd4 --by 2026-08-07\n"});
  CHECK(record(stead, "k7q2wd4") ==
        R"({"id":"k7q2wd4","by":"me","to":"jo-park","text":"the estimate","made":"2026-07-20",)"
        R"("due":"2026-08-07"})");
  CHECK(stead.run("set v3x --with sam --made 28jul").out ==
        "v3x9pqa 'VPN credentials': by Sam Ortiz (was Bo Lind); made Tue 2026-07-28 (was\nMon "
        "2026-07-27).\n");
  CHECK(stead.run("set v3x --every 1mon").out ==
        "v3x9pqa 'VPN credentials': every 1mon; first due Wed 2026-08-05.\n");
  CHECK(stead.run("set v3x --due 6aug").out ==
        "v3x9pqa 'VPN credentials': due Thu 2026-08-06 (was Wed 2026-08-05); first due\nThu "
        "2026-08-06 (was Wed 2026-08-05).\n");
}

TEST_CASE("a date that was moved is mended in what was told, too") {
  std::string book = small_practice();
  const std::string due = R"("due":"2026-08-05")";
  book.replace(book.find(due), due.size(),
               R"("due":"2026-08-05","told":[{"on":"2026-07-30","due_was":"2026-08-01",)"
               R"("due":"2026-08-05"}])");
  Harness stead(book);
  stead.run("set v3x --due 6aug");
  CHECK(record(stead, "v3x9pqa")
            .find(R"("due":"2026-08-06","told":[{"on":"2026-07-30","due_was":"2026-08-01",)"
                  R"("due":"2026-08-06"}])") != std::string::npos);
}

TEST_CASE("set refuses what a record does not have, and what cannot be") {
  check_refused({
      {"set k7q --phone 3",
       "stead: a promise has no --phone\n"
       "hint: it has --text, --with, --for, --made, --due, --every, --closed\n"},
      {"set m3x --due fri",
       "stead: an interaction has no --due\n"
       "hint: it has --at, --with, --about, --for, --via, --from, --needs-reply, --urgent, --went, "
       "--text\n"},
      {"set k7q badge=1",
       "stead: a promise has no fields of your own, so what is 'badge=1'?\n"
       "hint: it has --text, --with, --for, --made, --due, --every, --closed\n"},
      {"set ana --went well",
       "stead: a contact has no --went\n"
       "hint: it has --kind, --alias, --org, --title, --email, --phone, --url, --address, --place, "
       "--tz, --born, --date, --tag, --skill, --needs, --capacity, --every, --at-most, "
       "--reply-within, --client-of, --via-whom, --note, --hours, --rule\n"},
      {"set ana",
       "stead: nothing is said that should change\n"
       "hint: 'stead show ana-ruiz' shows what there is\n"},
      {"set ana vip",
       "stead: 'vip' is not KEY=VALUE\n"
       "hint: write what belongs together in quotes; options begin with --\n"},
      {"set ana --unset tagz",
       "stead: a contact has no field 'tagz' that could be unset\nhint: did you mean 'tag'?\n"},
      {"set ana --unset name",
       "stead: a contact has no field 'name' that could be unset\n"
       "hint: 'stead rename WHO NEW NAME' changes it\n"},
      {"set ana --unset heard",
       "stead: a contact has no field 'heard' that could be unset\n"
       "hint: --unset takes kind, alias, org, title, email, phone, url, address, place, tz, born, "
       "date, tag, skill, needs, capacity, every, at-most, reply-within, client-of, via-whom, "
       "note, past, archived, snoozed\n"},
      {"set k7q --unset quux",
       "stead: a promise has no field 'quux' that could be unset\n"
       "hint: --unset takes for, due, every, closed, snoozed\n"},
      {"set k7q --unset text", "stead: a promise cannot be without 'text'\n"},
      {"set k7q --unset status",
       "stead: a promise has no field 'status' that could be unset\n"
       "hint: 'stead promise --reopen PROMISE' opens it again\n"},
      {"set k7q --closed today",
       "stead: this promise is open\nhint: 'stead keep k7q2wd4' closes it\n"},
      {"set k7q --with me",
       "stead: the other side of a promise cannot be you\nhint: name who it was with\n"},
      {"set m3x --from me",
       "stead: only what came from them can need a reply\n"
       "hint: stead set m3x8r7vd --unset needs-reply\n"},
      {"set m3x --went fine", "stead: --went cannot be 'fine'\nhint: it is well or badly\n"},
      {"set acme --org acme", "stead: where they work cannot be Acme Dental themselves\n"},
      {"set acme --kind person",
       "stead: Acme Dental has to stay an organisation: Ana Ruiz works there\n"
       "hint: 'stead list org:acme' shows who does\n"},
      {"set zzz --tag x",
       "stead: nobody is called 'zzz', and no record has an id that begins with it\n"
       "hint: 'stead add zzz' adds them\n"},
  });
}

TEST_CASE("a client of somebody who is not tagged as a client is mentioned") {
  Harness stead(small_practice());
  CHECK(stead.run("set jo-park --client-of bo-lind") ==
        Result{0, "Jo Park: client of Bo Lind.\n",
               "hint: to count as a client: stead set jo-park --tag client\n"});
  CHECK(stead.run("set jo-park --client-of me").out ==
        "Jo Park: client of taken out (was Bo Lind).\n");
}

// ---- rename, archive

TEST_CASE("rename keeps the handle, and the old name as an alias") {
  Harness stead(small_practice());
  CHECK(stead.run("rename joanna Joanna Berg").out ==
        "Joanna Wit is now Joanna Berg. 'Joanna Wit' still finds them, and so does the\nhandle "
        "joanna-wit.\n");
  CHECK(record(stead, "joanna-wit") ==
        R"({"id":"joanna-wit","name":"Joanna Berg","aliases":["Joanna Wit"],"org":"borealis"})");
  CHECK(stead.run("rename 'joanna wit' Joanna Wit").out ==
        "Joanna Berg is now Joanna Wit. 'Joanna Berg' still finds them, and so does the\nhandle "
        "joanna-wit.\n");
  CHECK(record(stead, "joanna-wit") ==
        R"({"id":"joanna-wit","name":"Joanna Wit","aliases":["Joanna Berg"],"org":"borealis"})");
}

TEST_CASE("rename keeps no name that was wrong, or only spelt otherwise") {
  Harness stead(small_practice());
  CHECK(stead.run("rename ana Ána Ruíz").out ==
        "Ana Ruiz is now Ána Ruíz. The handle stays ana-ruiz.\n");
  CHECK(stead.run("rename ana Ana Reis --forget-old").out ==
        "Ána Ruíz is now Ana Reis. The handle stays ana-ruiz.\n");
  CHECK(record(stead, "ana-ruiz")
            .starts_with(R"({"id":"ana-ruiz","name":"Ana Reis","aliases":["Ani"],)"));
  CHECK(stead.run("rename sam Bo Lind").err ==
        "hint: somebody else is called Bo Lind, too: their handles tell them apart\n");
}

TEST_CASE("archive hides, says how to bring back, and mentions open promises") {
  Harness stead(small_practice());
  CHECK(stead.run("archive ana,delta") ==
        Result{0,
               "Archived Ana Ruiz: hidden from lists and reports; the history stays. Bring "
               "back:\nstead set ana-ruiz --unset archived\nArchived Delta GmbH: hidden from lists "
               "and reports; the history stays. Bring\nback: stead set delta-gmbh --unset "
               "archived\n",
               "hint: 1 promise with Ana Ruiz is still open: stead promises ana-ruiz\n"});
  CHECK(record(stead, "delta-gmbh").ends_with(R"("archived":"2026-08-03"})"));
  CHECK(stead.run("list --fields name").out ==
        "Name\nAcme Dental\nBo Lind\nBorealis\nJo Park\nJoanna Wit\nSam Ortiz\n");
  CHECK(stead.run("list is:archived --fields name").out == "Name\nAna Ruiz\nDelta GmbH\n");
  CHECK(stead.run("set ana-ruiz --unset archived").out ==
        "Ana Ruiz: archived taken out (was Mon 2026-08-03).\n");
  CHECK(refused(stead, "archive me").err == "stead: you cannot be archived: it is your book\n");
}

// ---- remove

TEST_CASE("remove refuses to leave records without their contact") {
  check_refused({
      {"remove ana",
       "stead: Ana Ruiz is named in 1 interaction and 1 promise\n"
       "hint: 'stead archive ana-ruiz' hides them and keeps the history; 'stead remove ana-ruiz "
       "--with-history' removes that, too\n"},
      {"remove acme",
       "stead: Acme Dental is named in 1 promise and 2 contacts\n"
       "hint: 'stead archive acme' hides them and keeps the history; 'stead remove acme "
       "--with-history' removes that, too\n"},
      {"remove ana --with-history",
       "stead: this needs a yes, and there is no terminal to ask on: Remove Ana Ruiz with 1 "
       "interaction, and every mention of them in 1 other record?\nhint: say it with --yes\n"},
      {"remove me", "stead: you cannot be removed: it is your book\n"},
  });
}

TEST_CASE("remove takes a contact without history at once, and undo brings it back") {
  Harness stead(small_practice());
  CHECK(stead.run("remove delta") == Result{0, "Removed Delta GmbH.\n", ""});
  CHECK(record(stead, "delta-gmbh").empty());
  CHECK(stead.run("undo").status == 0);
  CHECK(stead.book() == small_practice());
}

TEST_CASE("remove with the history asks on a terminal, and does as it is told") {
  Harness stead(small_practice());
  const std::string question =
      "Remove Ana Ruiz with 1 interaction, and every mention of them in 1 other record? [y/N] ";
  CHECK(stead.run_on_terminal("remove ana --with-history", "n\n") ==
        Result{0, "Nothing was removed.\n", question});
  CHECK(stead.book() == small_practice());
  CHECK(
      stead.run_on_terminal("remove ana --with-history", "y\n") ==
      Result{0,
             "Removed Ana Ruiz with 1 interaction, and every mention of them in 1 other\nrecord.\n",
             question});
  CHECK(record(stead, "ana-ruiz").empty());
  CHECK(record(stead, "m3x8r7vd").empty());
  CHECK(record(stead, "k7q2wd4") ==
        R"({"id":"k7q2wd4","by":"me","to":"me","for":"acme","text":"migration estimate",)"
        R"("made":"2026-07-20","due":"2026-07-31"})");
  CHECK(stead.run("check").status == 0);
  stead.run("undo");
  CHECK(stead.book() == small_practice());
}

TEST_CASE("what is forgotten is in the journal no more") {
  Harness stead(small_practice());
  stead.run("set ana --note 'a secret'");
  stead.run("set sam --title CTO");
  CHECK(stead.run("remove ana --with-history --forget --yes").status == 0);
  std::string journals;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(stead.folder() / "state")) {
    if (entry.is_regular_file()) journals += stead::test::contents_of(entry.path());
  }
  CHECK(journals.find("sam-ortiz") != std::string::npos);
  CHECK(journals.find("secret") == std::string::npos);
  CHECK(journals.find("ana") == std::string::npos);
}

TEST_CASE("where the journal cannot forget, the contact is removed and the failure is said") {
  Harness stead(small_practice());
  stead.run("set ana --note 'a secret'");
  stead.run({"log", "sam", std::string(30'000, 'x')});
  stead.run("undo");
  // Files up to 10 kB can be written: the book, and not the journal with that text in it.
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  const rlimit least{10'000, before.rlim_max};
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &least) == 0);
  const Result result = stead.run("remove ana --with-history --forget --yes");
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  CHECK(result.status == 5);
  CHECK(result.out.starts_with("Removed Ana Ruiz"));
  CHECK(
      result.err.find("stead: the change was made, but the journal still has what was removed: ") !=
      std::string::npos);
  CHECK(result.err.find("hint: remove '" + (stead.folder() / "state").string()) !=
        std::string::npos);
  CHECK(stead.book().find("ana-ruiz") == std::string::npos);
}

TEST_CASE("remove takes a promise or an interaction by its id") {
  Harness stead(small_practice());
  CHECK(stead.run("remove p6d").out ==
        "Removed what was logged on Thu 2026-07-30 10:00 with Jo Park: 'talked about\nbackups'.\n");
  CHECK(stead.run("remove v3x").out ==
        "Removed the promise 'VPN credentials', from Bo Lind, made Mon 2026-07-27.\n");
  CHECK(refused(stead, "remove k7q --forget").err ==
        "stead: this needs a yes, and there is no terminal to ask on: Remove the promise "
        "'migration estimate' for good?\nhint: say it with --yes\n");
  CHECK(record(stead, "p6d3h8wc").empty());
  CHECK(record(stead, "v3x9pqa").empty());
}

TEST_CASE("a series closes up when one of its promises is removed") {
  std::string book = small_practice();
  const std::string made = R"("made":"2026-07-27")";
  book.replace(book.find(made), made.size(), made + R"(,"after":"k7q2wd4")");
  Harness stead(book);
  stead.run("remove k7q");
  CHECK(record(stead, "v3x9pqa").find("after") == std::string::npos);
}

// ---- list, show

TEST_CASE("list shows names, orgs, tags and the last contact") {
  Harness stead(small_practice());
  CHECK(stead.run("list tag:client or org:acme") ==
        Result{0,
               "Name         Org          Tags    Last contact\n"
               "Acme Dental               client  2026-07-30\n"
               "Ana Ruiz     Acme Dental          2026-07-06\n"
               "Borealis                  client\n"
               "Delta GmbH                client\n"
               "Jo Park      Acme Dental          2026-07-30\n",
               ""});
  CHECK(stead.run("list quiet:7d --sort last --fields handle,last").out ==
        "Handle      Last contact\nbo-lind\nborealis\ndelta-gmbh\njoanna-wit\nsam-ortiz\nana-ruiz  "
        "  2026-07-06\n");
}

TEST_CASE("list has the formats that other programs read") {
  Harness stead(small_practice());
  stead.run("set bo-lind badge=7");
  CHECK(stead.run("list tag:colleague --fields name,phone,reply-within,badge --format csv").out ==
        "Name,Phone,Reply within,badge\nBo Lind,'+46 70 111 22 33,,7\nSam Ortiz,'+1 555 0100,,\n");
  CHECK(stead.run("list tag:colleague --fields name,skill --format tsv").out ==
        "Name\tSkills\nBo Lind\tbackups\nSam Ortiz\tnetwork\n");
  CHECK(stead.run("list tag:colleague --fields skill,capacity,last --json").out ==
        R"({
  "schema": "stead.list/1",
  "contacts": [
    {"id": "bo-lind", "name": "Bo Lind", "skills": ["backups"], "capacity": 3, "last": null},
    {"id": "sam-ortiz", "name": "Sam Ortiz", "skills": ["network"], "capacity": null, "last": null}
  ]
}
)");
}

TEST_CASE("--raw leaves cells as the book has them") {
  Harness stead(small_practice());
  const std::string line = "list sam --fields name,phone --format ";
  CHECK(stead.run(line + "csv").out == "Name,Phone\nSam Ortiz,'+1 555 0100\n");
  CHECK(stead.run(line + "csv --raw").out == "Name,Phone\nSam Ortiz,+1 555 0100\n");
  CHECK(stead.run("--raw " + line + "tsv").out == "Name\tPhone\nSam Ortiz\t+1 555 0100\n");
}

TEST_CASE("a list finds whose client somebody is") {
  Harness stead(small_practice());
  const std::string borealis = "Name\nBorealis\n";
  CHECK(stead.run("list client-of:bo --fields name").out == borealis);
  CHECK(stead.run("list client_of:bo-lind --fields name").out == borealis);
  CHECK(stead.run("list client-of:me --fields name").out == "Name\nAcme Dental\nDelta GmbH\n");
  CHECK(stead.run("list client-off:bo").status == 2);
}

TEST_CASE("a list without anybody says so beside the answer") {
  Harness stead(small_practice());
  CHECK(stead.run("list zyx") == Result{0, "", "stead: no contact fits\n"});
  const auto none = [&](const std::string& line) {
    const Result result = stead.run("list " + line);
    CHECK(result.status == 0);
    CHECK(result.out.empty());
    return result.err;
  };
  CHECK(none("tag:clinet") == "stead: no contact fits\nhint: did you mean 'tag:client'?\n");
  CHECK(none("jo skill:netwrk") == "stead: no contact fits\nhint: did you mean 'skill:network'?\n");
  CHECK(none("kind:prson") == "stead: no contact fits\nhint: did you mean 'kind:person'?\n");
  CHECK(none("tag:client tag:colleague") == "stead: no contact fits\n");
  CHECK(stead.run("list zyx --format csv").out == "Name,Org,Tags,Last contact\n");
  CHECK(stead.run("list zyx --json").out ==
        "{\n  \"schema\": \"stead.list/1\",\n  \"contacts\": []\n}\n");
}

TEST_CASE("list refuses fields and filters that are none") {
  check_refused({
      {"list --fields name,phon",
       "stead: nobody has a field 'phon'\nhint: did you mean 'phone'?\n"},
      {"list --sort qqq",
       "stead: nobody has a field 'qqq'\nhint: 'stead add --help' lists the fields\n"},
  });
}

TEST_CASE("add and rename refuse what nobody can be called") {
  Harness stead(small_practice());
  const auto check = [&](const std::string& name, const std::string& why) {
    for (const std::string command : {"add", "rename ana"}) {
      CHECK(refused(stead, command + " '" + name + "'").err ==
            "stead: '" + name + "' is no name: " + why +
                "\nhint: say it as people do, such as \"Ana Ruiz\"\n");
    }
  };
  for (const char* name : {"-", "?!", "* *", "…", "🎉"}) check(name, "it has no letter or digit");
  for (const char* name : {"via:call", "tag:client", "Is:late", "with:Ana Ruiz"}) {
    check(name, "it is a term of a filter");
  }
}

TEST_CASE("a name may have signs among its letters, and a colon behind a word") {
  Harness stead(small_practice());
  for (const std::string name :
       {"4711", "李 小龍", "Dr. No", "Place: Arts", "via:", "re:publica"}) {
    CAPTURE(name);
    CHECK(stead.run({"add", name}).status == 0);
    CHECK(stead.run({"show", name}).status == 0);
    CHECK(stead.run({"rename", "bo", name}).status == 0);
    CHECK(stead.run("undo").status == 0);
  }
}

TEST_CASE("show tells a contact, a promise and an interaction by name and by id") {
  Harness stead(small_practice());
  CHECK(stead.run("show ana").out ==
        "Ana Ruiz  CTO, Acme Dental\n"
        "\n"
        "How to reach\n"
        "  phone      +34 600 111 222\n"
        "  time zone  Europe/Madrid\n"
        "\n"
        "About\n"
        "  also called  Ani\n"
        "  before       Borealis, until Sun 2026-03-01\n"
        "  born         14 May\n"
        "\n"
        "Rhythm\n"
        "  last contact  Mon 2026-07-06 16:00, 28 days ago\n"
        "\n"
        "Open promises\n"
        "  yours  migration estimate, for Acme Dental  due Fri 2026-07-31, 3 days late\n"
        "\n"
        "Lately\n"
        "  Mon 2026-07-06 16:00  mail: asks about DNS\n"
        "\n"
        "In the book\n"
        "  handle  ana-ruiz\n"
        "  was     a-ruiz\n");
  CHECK(
      stead.run("show p6d").out ==
      "Thu 2026-07-30 10:00  interaction p6d3h8wc\n\nwith  Jo Park\nvia   call\ntext  talked about "
      "backups\n");
  CHECK(stead.run("show p6d --json").out == R"({
  "schema": "stead.show/1",
  "collection": "interactions",
  "record": {"id":"p6d3h8wc","at":"2026-07-30T10:00+02:00","with":["jo-park"],"via":"call","text":"talked about backups"}
}
)");
  CHECK(stead.run("show jo-park --format csv").status == 2);
}

TEST_CASE("nobody can be urgent before it is time to be in contact") {
  Harness stead(small_practice());
  const std::string before = stead.book();
  const Result refused{
      2, "",
      "stead: at most 1w is shorter than every 2w: it would be urgent before it is due\n"
      "hint: give --at-most a longer span, or --every a shorter one\n"};
  CHECK(stead.run("set acme --at-most 1w") == refused);
  CHECK(stead.run("set ana --every 2w --at-most 1w") == refused);
  CHECK(stead.run("add Eve --every 2w --at-most 1w") == refused);
  CHECK(stead.run("set me --rule friend:every=2w,at-most=1w") ==
        Result{2, "",
               "stead: at most 1w is shorter than every 2w: it would be urgent before it is due\n"
               "hint: 'stead set me --rule friend:at-most=SPAN' takes a longer span\n"});
  CHECK(stead.book() == before);
  for (const char* equal : {"--every 2w --at-most 14d", "--every 1mon --at-most 4w",
                            "--every 1y --at-most 12mon", "--every 2w --at-most 2w"}) {
    CAPTURE(equal);
    CHECK(stead.run(std::string("set ana ") + equal).status == 0);
  }
}
