#include "stead/check.h"

#include "lines.h"
#include "random_model.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace stead;

/// A book with these records, each on a line of its own; contacts from line 4 on.
std::string book(const Lines& contacts, const Lines& promises = {},
                 const Lines& interactions = {}) {
  random_model::Records records;
  records.texts = {contacts.all, promises.all, interactions.all};
  return records.book();
}

const std::string kOwner = R"({"id":"me","name":"Jan Hale"})";
const std::string kAna = R"({"id":"ana-ruiz","name":"Ana Ruiz"})";

/// What check says, a line each: `line:column [note ]record: message (hint)`.
Lines said(std::string_view text) {
  Lines lines;
  for (const Finding& finding : check(text, "book.json").findings) {
    CHECK(finding.place.file == "book.json");
    std::string line =
        std::to_string(finding.place.line) + ":" + std::to_string(finding.place.column) + " ";
    if (finding.severity == Finding::Severity::note) line += "note ";
    if (!finding.id.empty()) line += finding.id + ": ";
    line += finding.message;
    if (!finding.hint.empty()) line += " (" + finding.hint + ")";
    lines.all.push_back(line);
  }
  return lines;
}

/// The same of a book with one promise, or one interaction, that is at line 8 or line 10.
Lines said_of_promise(const std::string& rest) {
  return said(
      book({kAna, kOwner},
           {R"({"id":"p","by":"me","to":"ana-ruiz","text":"x","made":"2026-08-03")" + rest + "}"}));
}
Lines said_of_interaction(const std::string& rest) {
  return said(book({kAna, kOwner}, {}, {R"({"id":"i","at":"2026-08-03")" + rest + "}"}));
}
Lines said_of_contact(const std::string& rest) {
  return said(book({R"({"id":"acme","name":"Acme","kind":"org"})",
                    R"({"id":"bo","name":"Bo")" + rest + "}", kOwner}));
}

}  // namespace

TEST_CASE("a sound book has nothing said of it") {
  CHECK(check(book({kAna, kOwner}), "b") == CheckReport{{}, true});
}

TEST_CASE("a finding carries its place, its record and its collection") {
  const CheckReport report = check(book({kAna, kOwner}, {}, {R"({"id":"i","at":"x"})"}), "b.json");
  CHECK(report.is_book);
  CHECK(report.faults() == 1);
  CHECK(report.notes() == 0);
  CHECK(report.findings ==
        std::vector<Finding>{{Finding::Severity::fault, Place{"b.json", 10, 16},
                              Collection::interactions, "i",
                              "'at' should be a day or a time such as '2026-08-07' or "
                              "'2026-08-07T10:15+02:00'",
                              ""}});
}

TEST_CASE("every fault of every record is listed, in the order of the file") {
  CHECK(
      said(book({R"({"id":"acme","name":7,"tags":["A B","ok"],"every":"x"})", kOwner},
                {R"({"id":"p","by":"me","to":"acme","text":"x","made":"2026-02-30","due":1})"})) ==
      Lines{"4:21 acme: 'name' should be a text",
            "4:31 acme: 'tags' should be a word in lower case without blanks",
            "4:51 acme: 'every' should be a length of time such as '10d', '2w', '1mon' or '1y'",
            "8:51 p: 'made' should be a day or a time such as '2026-08-07' or "
            "'2026-08-07T10:15+02:00'",
            "8:70 p: 'due' should be a day or a time such as '2026-08-07' or "
            "'2026-08-07T10:15+02:00'"});
}

TEST_CASE("a reference to nobody is named with the nearest handles, in every field") {
  CHECK(
      said(book({R"({"id":"acme","name":"Acme","org":"x1","past":[{"org":"x2"}],"client_of":"x3",)"
                 R"("cover":[{"by":"x4"}],"via_whom":"ana-riuz"})",
                 kAna, kOwner})) ==
      Lines{"4:34 acme: there is no contact 'x1'", "4:54 acme: there is no contact 'x2'",
            "4:73 acme: there is no contact 'x3'", "4:93 acme: there is no contact 'x4'",
            "4:111 acme: there is no contact 'ana-riuz' (did you mean 'ana-ruiz'?)"});
  CHECK(said_of_promise(R"(,"for":"y1","status":"kept","closed":"2026-08-04","done_by":"y2")") ==
        Lines{"8:74 p: there is no contact 'y1'", "8:127 p: there is no contact 'y2'"});
  CHECK(said_of_interaction(R"(,"with":["me","z1"],"about":["z2"],"for":"z3","by":"z4")") ==
        Lines{"10:42 i: there is no contact 'z1'", "10:57 i: there is no contact 'z2'",
              "10:69 i: there is no contact 'z3'", "10:79 i: there is no contact 'z4'"});
}

TEST_CASE("an id that a contact had before a merge is a reference to it") {
  CHECK(said(book({R"({"id":"ana-ruiz","name":"Ana","was":["a-ruiz"]})",
                   R"({"id":"bo","name":"Bo","via_whom":"a-ruiz"})", kOwner})) == Lines{});
  CHECK(said(book({R"({"id":"ana-ruiz","name":"Ana","was":["bo"]})", R"({"id":"bo","name":"Bo"})",
                   kOwner})) == Lines{"4:38 note ana-ruiz: 'bo' finds another contact, 'bo'"});
}

TEST_CASE("where somebody works has to be an organisation") {
  CHECK(said_of_contact(R"(,"org":"acme")") == Lines{});
  CHECK(said_of_contact(R"(,"org":"me")") ==
        Lines{"5:30 bo: 'me' is no organisation ('stead set me --kind org' if it is one)"});
}

TEST_CASE("what is for the owner alone is a fault elsewhere") {
  const std::string fields =
      R"(,"book":"t5h2","hours":"mon-fri 09:00-17:00","rules":[{"tag":"x"}])";
  CHECK(said(book({R"({"id":"me","name":"Jan")" + fields + "}"})) == Lines{});
  CHECK(said_of_contact(fields) == Lines{"5:31 bo: 'book' is for the contact 'me' alone",
                                         "5:46 bo: 'hours' is for the contact 'me' alone",
                                         "5:76 bo: 'rules' is for the contact 'me' alone"});
}

TEST_CASE("a time zone has the form of one") {
  for (const std::string zone : {"Europe/Madrid", "UTC", "America/Argentina/Buenos_Aires",
                                 "America/Port-au-Prince", "Etc/GMT+8", "EST5EDT"}) {
    CAPTURE(zone);
    CHECK(said_of_contact(",\"tz\":\"" + zone + "\"") == Lines{});
  }
  for (const std::string zone :
       {"europe/madrid", "Madrid time", "+02:00", "Europe/", "/Europe", "Europe//Madrid", "É"}) {
    CAPTURE(zone);
    CHECK(said_of_contact(",\"tz\":\"" + zone + "\"") ==
          Lines{"5:29 bo: 'tz' should be the name of a time zone such as 'Europe/Madrid'"});
  }
}

TEST_CASE("the handle 'them' is reserved") {
  CHECK(said(book({kOwner, R"({"id":"them","name":"Them"})"})) ==
        Lines{"5:7 them: 'them' is reserved: no contact can have that id"});
}

TEST_CASE("a promise is made by me or to me") {
  CHECK(said(book(
            {kAna, kOwner},
            {R"({"id":"p","by":"ana-ruiz","to":"ana-ruiz","text":"x","made":"2026-08-03"})"})) ==
        Lines{"8:16 p: neither 'by' nor 'to' is 'me'"});
  CHECK(
      said(book({kOwner}, {R"({"id":"p","by":"me","to":"me","text":"x","made":"2026-08-03"})"})) ==
      Lines{});
}

TEST_CASE("status and closed go together, so do every and first_due") {
  CHECK(said_of_promise(R"(,"status":"kept","closed":"2020-01-01")") == Lines{});
  CHECK(said_of_promise(R"(,"status":"kept")") ==
        Lines{"8:77 p: 'status' without 'closed', the day"});
  CHECK(said_of_promise(R"(,"closed":"2026-08-04")") ==
        Lines{"8:77 p: 'closed' without 'status': kept, released or broken"});
  CHECK(said_of_promise(R"(,"every":"1mon","first_due":"2026-08-31")") == Lines{});
  CHECK(said_of_promise(R"(,"every":"1mon")") ==
        Lines{"8:76 p: 'every' without 'first_due', the day that the series begins with"});
  CHECK(said_of_promise(R"(,"first_due":"2026-08-31")") ==
        Lines{"8:80 p: 'first_due' without 'every'"});
}

TEST_CASE("a date that was told and is not the one in force is a note") {
  const std::string two =
      R"(,"told":[{"on":"2026-08-04","due_was":"2026-08-05","due":"2026-08-06"},)"
      R"({"on":"2026-08-05","due_was":"2026-08-06"}])";
  CHECK(said_of_promise(two) == Lines{});
  CHECK(said_of_promise(R"(,"due":"2026-08-09")" + two) ==
        Lines{"8:74 note p: 'due' is not the date that was told last"});
  CHECK(said_of_promise(R"(,"due":"2026-08-09","told":[{"on":"2026-08-04","due":"2026-08-06"},)"
                        R"({"on":"2026-08-05","due_was":"2026-08-07","due":"2026-08-09"}])") ==
        Lines{"8:134 note p: this does not begin with the date that was told before"});
  CHECK(said_of_promise(R"(,"due":"2026-08-09","told":[{"on":"2026-08-04","text":"soon"}])") ==
        Lines{});
}

TEST_CASE("an answer is needed only from them, and urgent is what needs one") {
  CHECK(said_of_interaction(R"(,"from":"them","needs_reply":true,"urgent":true)") == Lines{});
  CHECK(said_of_interaction(R"(,"needs_reply":true)") ==
        Lines{"10:43 i: 'needs_reply' without 'from' being 'them'"});
  CHECK(said_of_interaction(R"(,"from":"me","needs_reply":true)") ==
        Lines{"10:55 i: 'needs_reply' without 'from' being 'them'"});
  CHECK(said_of_interaction(R"(,"from":"them","urgent":true)") ==
        Lines{"10:52 i: 'urgent' without 'needs_reply'"});
}

TEST_CASE("a deed that settles has no amount") {
  CHECK(said_of_interaction(R"(,"deed":{"kind":"cover","dir":"got","amount":"2d","even":true})") ==
        Lines{"10:73 i: 'even' settles: it carries no 'amount'"});
}

TEST_CASE("the order of dates is never a fault, an impossible date is") {
  CHECK(said_of_promise(R"(,"due":"1999-01-01","status":"kept","closed":"1998-01-01")") == Lines{});
  CHECK(said_of_contact(R"(,"away":[{"from":"2026-09-01","to":"2026-08-01"}],)"
                        R"("heard":[{"text":"x","on":"2026-09-01","reflected":"2026-08-01"}])") ==
        Lines{});
  CHECK(said_of_contact(R"(,"archived":"2026-02-29")") ==
        Lines{"5:35 bo: 'archived' should be a day such as '2026-08-07'"});
}

TEST_CASE("values that lost in a merge are notes, and so is a file out of order") {
  CHECK(
      said_of_contact(R"(,"conflict":{"name":"Bob","org":["x"]})") ==
      Lines{"5:43 note bo: a merge found two values for 'name'; the other is \"Bob\" (setting the "
            "field clears it)",
            "5:55 note bo: a merge found two values for 'org'; the other is [\"x\"] (setting the "
            "field clears it)"});
  CHECK(
      said(book({kOwner, kAna}, {},
                {R"({"id":"b","at":"2026-08-04"})", R"({"id":"a","at":"2026-08-03"})",
                 R"({"id":"c","at":"2026-08-01"})"})) ==
      Lines{
          "5:1 note 1 of the contacts is not in the order of id ('stead check --tidy' puts them "
          "in order)",
          "11:1 note 2 of the interactions are not in the order of time ('stead check --tidy' puts "
          "them in order)"});
}

TEST_CASE("what is no book is said to be none") {
  for (const std::string& text :
       {std::string(), std::string(99, '\0'), std::string("[]"), std::string("{}"), book({kAna}),
        book({kOwner, kOwner}), book({kOwner, R"({"name":"x"})"}), book({kOwner}) + "x",
        book({kOwner}).replace(book({kOwner}).find("1,"), 1, "2")}) {
    CAPTURE(text);
    const CheckReport report = check(text, "b");
    CHECK_FALSE(report.is_book);
    CHECK(report.faults() > 0);
  }
  CHECK(check(book({R"({"id":"me","name":7})"}), "b").is_book);
}

TEST_CASE("ids that are missing or come twice are named, with all other faults") {
  CHECK(said(book({kAna, kAna, kOwner, R"({"name":"No id","org":"nobody"})"}, {},
                  {R"({"id":5,"at":"x"})"})) ==
        Lines{"5:1 a second record has the id 'ana-ruiz'", "7:1 'id' is missing",
              "7:23 there is no contact 'nobody'",
              "12:7 'id' should be an id: a text without blanks",
              "12:14 'at' should be a day or a time such as '2026-08-07' or "
              "'2026-08-07T10:15+02:00'"});
}

TEST_CASE("a list that is missing is named, and the owner") {
  CHECK(said(R"({"stead":1,"contacts":[],"promises":[]})") ==
        Lines{"1:1 the list 'interactions' is missing",
              "1:23 the owner's contact, with the id 'me', is missing"});
}

TEST_CASE("a newer version is all that is said of a newer book") {
  const std::string text = R"({"contacts":5,"stead":2})";
  CHECK(
      said(R"({"stead":2,"contacts":[{"id":5}]})") ==
      Lines{"1:10 the book has version 2, and this stead reads version 1 (use the newer stead that "
            "wrote it)"});
  CHECK_FALSE(check(text, "b").is_book);
}

TEST_CASE("in the usual layout, broken lines are each named and the others are looked at") {
  CHECK(said(book({R"({"id":"ana-ruiz","name":"Ana" "x":1})",
                   R"({"id":"bo","name":"Bo","org":"nobody"})", R"({"id":"cem","name":"Cem\q"})",
                   R"({"id":"dee","via_whom":"ana-ruiz"})", R"({"id":"me","name":"Jan")"})) ==
        Lines{"4:31 a comma or '}' is expected here", "5:30 bo: there is no contact 'nobody'",
              "6:24 no such escape in a text", "7:1 dee: 'name' is missing",
              "8:24 the line ends before the record does"});
}

TEST_CASE("in the usual layout, commas and strange lines are named") {
  const std::string text = book({kAna, R"({"id":"bo","name":"Bo"})", kOwner});
  std::string no_comma = text;
  no_comma.erase(no_comma.find("},\n{\"id\":\"bo\"") + 1, 1);
  CHECK(said(no_comma) == Lines{"5:1 a comma is missing in front of this record"});
  std::string trailing = text;
  trailing.insert(trailing.find("Hale\"}") + 6, ",");
  CHECK(said(trailing) == Lines{"6:30 a comma with nothing behind it"});
  std::string strange = text;
  strange.insert(strange.find("{\"id\":\"bo\""), "what is this\n");
  strange.insert(strange.find("\"Bo\"}") + 5, " and this");
  CHECK(said(strange) ==
        Lines{"5:1 this line is no record", "6:25 something follows behind the record"});
}

TEST_CASE("a record over several lines is no fault beside one that is") {
  CHECK(said(book({"{\"id\":\"ana-ruiz\",\n\"name\":\"Ana\"}", R"({"id":"bo" "name":"Bo"})",
                   kOwner})) == Lines{"6:12 a comma or '}' is expected here"});
}

TEST_CASE("in another layout the first broken place is named") {
  const std::string text =
      random_model::indented(book({R"({"id":"ana-ruiz","name":"Ana"})", kOwner}));
  std::string broken = text;
  broken.erase(broken.find(",", broken.find("ana-ruiz")), 1);
  CHECK(said(broken) == Lines{"6:7 a comma or '}' is expected here"});
}

TEST_CASE("what git could not merge is named by its lines, with what to do") {
  const std::string hint = " (keep one of the two, and take out the lines with the marks of git)";
  const std::string text =
      book({"<<<<<<< HEAD\n{\"id\":\"ana-ruiz\",\"name\":\"Ana\",\"org\":\"nobody\"},\n=======\n"
            "{\"id\":\"ana-ruiz\",\"name\":\"Anna\"},\n>>>>>>> theirs\n" +
                kOwner,
            R"({"id":"zoe","name":"Zoe","via_whom":"ana-ruiz"})"});
  CHECK(said(text) == Lines{"4:1 git could not merge this: two versions, as far as line 8" + hint,
                            "5:37 ana-ruiz: there is no contact 'nobody'"});
  CHECK_FALSE(check(text, "b").is_book);
  CHECK(
      said("<<<<<<< HEAD\n" + book({kOwner}) + "=======\n" + book({kOwner}) + ">>>>>>> theirs\n") ==
      Lines{"1:1 git could not merge this: two versions, as far as line 23" + hint});
}

TEST_CASE("a thousand unknown references do not take a thousand looks through all names") {
  Lines contacts{kOwner};
  for (int i = 0; i < 1000; ++i) {
    const std::string number = std::to_string(i);
    contacts.all.push_back("{\"id\":\"p" + number + "\",\"name\":\"P\",\"via_whom\":\"q" + number +
                           "\"}");
  }
  CHECK(check(book(contacts), "b").faults() == 1000);
}

TEST_CASE("columns count code points, also behind many faults on one line") {
  CHECK(said(R"({"stead":1,"contacts":[{"id":"me","name":"日本","tz":"é","org":"x"}],)"
             R"("promises":[],"interactions":[]})") ==
        Lines{"1:52 me: 'tz' should be the name of a time zone such as 'Europe/Madrid'",
              "1:62 me: there is no contact 'x'"});
}

TEST_CASE("a record that is cut anywhere is a fault at its place, and the others are read on") {
  const std::string record = R"({"id":"ana","name":"Ana"})";
  for (std::size_t size = 1; size < record.size(); ++size) {
    CAPTURE(size);
    const CheckReport report = check(book({record.substr(0, size), kOwner}), "b");
    CHECK_FALSE(report.is_book);
    REQUIRE(report.faults() > 0);
    CHECK(report.findings.front().place.line >= 4);
  }
}
