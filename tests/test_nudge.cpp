#include "stead/nudge.h"

#include "manual_page.h"
#include "stead/render.h"
#include "week_of.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using namespace stead;
using stead::test::kMonday;
using stead::test::morning_of;

/// What is in a book on Mon 2026-08-03, and what is to be done first.
struct Situation {
  std::string told;
  const char* contacts;
  const char* promises;
  const char* interactions;
  const char* first;  ///< The id; empty: there is nothing to do.
};

std::string book_of(const Situation& situation) {
  const auto lines = [](const std::string& text) -> std::string {
    return text.empty() ? "" : text + "\n";
  };
  return "{\n\"stead\": 1,\n\"contacts\": [\n" + lines(situation.contacts) +
         "],\n\"promises\": [\n" + lines(situation.promises) + "],\n\"interactions\": [\n" +
         lines(situation.interactions) + "]\n}\n";
}

std::vector<Nudge> nudges_of(const std::string& text, Day day = kMonday) {
  return nudges_in(Book::strict(text, "book.json"), morning_of(day));
}

// Contacts that many situations have.
#define ANA R"({"id":"ana","name":"Ana"})"
#define ME R"({"id":"me","name":"Me"})"
#define ZOE R"({"id":"zoe","name":"Zoe","tags":["client"]})"
#define BO R"({"id":"bo","name":"Bo","tags":["colleague"]})"

const std::vector<Situation> kSituations{
    {"nothing is in the book", ME, "", "", ""},
    {"somebody asked and has no answer", ANA ",\n" ME, "",
     R"({"id":"q2","at":"2026-07-30","with":["ana"],"via":"mail","from":"them","needs_reply":true})",
     "answer:q2"},
    {"they were answered", ANA ",\n" ME, "",
     R"({"id":"q2","at":"2026-07-30","with":["ana"],"via":"mail","from":"them","needs_reply":true},
{"id":"q3","at":"2026-07-31","with":["ana"],"via":"call"})",
     ""},
    {"an urgent question comes before an older one", ANA ",\n" ME ",\n" ZOE, "",
     R"({"id":"q2","at":"2026-07-20","with":["zoe"],"from":"them","needs_reply":true},
{"id":"q3","at":"2026-08-03","with":["ana"],"from":"them","needs_reply":true,"urgent":true})",
     "answer:q3"},
    {"a client's question comes before another's of that day", ANA ",\n" ME ",\n" ZOE, "",
     R"({"id":"q2","at":"2026-07-30","with":["ana"],"from":"them","needs_reply":true},
{"id":"q3","at":"2026-07-30","with":["zoe"],"from":"them","needs_reply":true})",
     "answer:q3"},
    {"an answer past their limit comes before one that is not", ANA ",\n" ME R"(,
{"id":"zoe","name":"Zoe","reply_within":"1h"})",
     "",
     R"({"id":"q2","at":"2026-07-30","with":["ana"],"from":"them","needs_reply":true},
{"id":"q3","at":"2026-07-30T10:00+02:00","with":["zoe"],"from":"them","needs_reply":true})",
     "answer:q3"},
    {"an answer comes before a promise that is late, but told", ANA ",\n" ME,
     R"({"id":"p2","by":"me","to":"ana","text":"plan","made":"2026-07-01","due":"2026-08-01","told":[{"on":"2026-07-31","text":"soon"}]})",
     R"({"id":"q2","at":"2026-08-03","with":["ana"],"from":"them","needs_reply":true})",
     "answer:q2"},
    {"a promise is late", ANA ",\n" ME,
     R"({"id":"p2","by":"me","to":"ana","text":"plan","made":"2026-07-01","due":"2026-08-02"})", "",
     "late:p2"},
    {"somebody's birthday is in six days", R"({"id":"ana","name":"Ana","born":"08-09"},
)" ME,
     "", "", "birthday:ana"},
    {"somebody's birthday is in seven", R"({"id":"ana","name":"Ana","born":"08-10"},
)" ME,
     "", "", ""},
    {"a promise to a client that is late and untold comes before a new question",
     ANA ",\n" ME ",\n" ZOE,
     R"({"id":"p2","by":"me","to":"zoe","text":"plan","made":"2026-07-01","due":"2026-07-31"})",
     R"({"id":"q2","at":"2026-08-03","with":["ana"],"from":"them","needs_reply":true})", "late:p2"},
    {"a new question comes before a promise that is due", ANA ",\n" ME,
     R"({"id":"p2","by":"me","to":"ana","text":"plan","made":"2026-07-01","due":"2026-08-03"})",
     R"({"id":"q2","at":"2026-08-03","with":["ana"],"from":"them","needs_reply":true})",
     "answer:q2"},
    {"the untold one of two late promises", ANA ",\n" ME,
     R"({"id":"p2","by":"me","to":"ana","text":"plan","made":"2026-07-01","due":"2026-08-01","told":[{"on":"2026-07-31","text":"soon"}]},
{"id":"p3","by":"me","to":"ana","text":"list","made":"2026-07-02","due":"2026-08-01"})",
     "", "late:p3"},
    {"the later one of two late promises that were told", ANA ",\n" ME,
     R"({"id":"p2","by":"me","to":"ana","text":"plan","made":"2026-07-01","due":"2026-08-01","told":[{"on":"2026-07-31","text":"soon"}]},
{"id":"p3","by":"me","to":"ana","text":"list","made":"2026-07-02","due":"2026-07-27","told":[{"on":"2026-07-26","text":"soon"}]})",
     "", "late:p3"},
    {"what is due today comes before what is due tomorrow", ANA ",\n" ME,
     R"({"id":"p2","by":"me","to":"ana","text":"plan","made":"2026-07-01","due":"2026-08-04"},
{"id":"p3","by":"me","to":"ana","text":"list","made":"2026-07-02","due":"2026-08-03"})",
     "", "due:p3"},
    {"what is due in seven days is not thought of yet", ANA ",\n" ME,
     R"({"id":"p2","by":"me","to":"ana","text":"plan","made":"2026-07-01","due":"2026-08-10"})", "",
     ""},
    {"what is due in six days is", ANA ",\n" ME,
     R"({"id":"p2","by":"me","to":"ana","text":"plan","made":"2026-07-01","due":"2026-08-09"})", "",
     "due:p2"},
    {"a promise for a client comes before one to a friend", ANA ",\n" BO ",\n" ME ",\n" ZOE,
     R"({"id":"p2","by":"me","to":"ana","text":"plan","made":"2026-07-01","due":"2026-08-04"},
{"id":"p3","by":"me","to":"bo","for":"zoe","text":"list","made":"2026-07-02","due":"2026-08-05"})",
     "", "due:p3"},
    {"a promise without a date asks for nothing", ANA ",\n" ME,
     R"({"id":"p2","by":"me","to":"ana","text":"plan","made":"2026-07-01"})", "", ""},
    {"a kept promise asks for nothing", ANA ",\n" ME,
     R"({"id":"p2","by":"me","to":"ana","text":"plan","made":"2026-07-01","due":"2026-08-01","status":"kept","closed":"2026-07-31"})",
     "", ""},
    {"a promise to oneself is due behind all to others", ANA ",\n" ME,
     R"({"id":"p2","by":"me","to":"me","for":"ana","text":"call","made":"2026-07-01","due":"2026-07-01"},
{"id":"p3","by":"me","to":"ana","text":"list","made":"2026-07-02","due":"2026-08-08"})",
     "", "due:p3"},
    {"they are late: ask them", ANA ",\n" ME,
     R"({"id":"p2","by":"ana","to":"me","text":"keys","made":"2026-07-01","due":"2026-08-01"})", "",
     "ask:p2"},
    {"they are not late: leave them alone", ANA ",\n" ME,
     R"({"id":"p2","by":"ana","to":"me","text":"keys","made":"2026-07-01","due":"2026-08-04"})", "",
     ""},
    {"they are late, and we spoke yesterday", ANA ",\n" ME,
     R"({"id":"p2","by":"ana","to":"me","text":"keys","made":"2026-07-01","due":"2026-08-01"})",
     R"({"id":"q2","at":"2026-08-02","with":["ana"],"via":"call"})", ""},
    {"my own promise comes before theirs", ANA ",\n" ME,
     R"({"id":"p2","by":"ana","to":"me","text":"keys","made":"2026-07-01","due":"2026-07-01"},
{"id":"p3","by":"me","to":"ana","text":"list","made":"2026-07-02","due":"2026-08-03"})",
     "", "due:p3"},
    {"a client has nobody while I am away",
     R"({"id":"me","name":"Me","away":[{"from":"2026-08-10","to":"2026-08-14"}]},
)" ZOE,
     "", "", "gap:me"},
    {"I leave tomorrow with nobody there, and two promises to a client fall into my absence",
     R"({"id":"me","name":"Me","away":[{"from":"2026-08-04","to":"2026-08-14"}]},
)" ZOE,
     R"({"id":"p2","by":"me","to":"zoe","text":"plan","made":"2026-07-01","due":"2026-08-08"},
{"id":"p3","by":"me","to":"zoe","text":"list","made":"2026-07-01","due":"2026-08-09"})",
     "", "gap:me"},
    {"a client has nobody in a week, and three were not met for a year",
     R"({"id":"ana","name":"Ana","tags":["client"],"client_of":"bo","every":"1mon"},
)" BO R"(,
{"id":"cem","name":"Cem","tags":["client"],"client_of":"bo","every":"1mon"},
{"id":"deb","name":"Deb","tags":["client"],"client_of":"bo","every":"1mon"},
{"id":"me","name":"Me","away":[{"from":"2026-08-10","to":"2026-08-14"}]},
)" ZOE,
     "", R"({"id":"q2","at":"2025-08-01","with":["ana","cem","deb"],"via":"call"})", "gap:me"},
    {"what falls due while I am away comes before what is due sooner, but after I am back", ANA R"(,
{"id":"me","name":"Me","away":[{"from":"2026-08-04","to":"2026-08-06"}]})",
     R"({"id":"p2","by":"me","to":"ana","text":"plan","made":"2026-07-01","due":"2026-08-06"},
{"id":"p3","by":"me","to":"ana","text":"list","made":"2026-07-02","due":"2026-08-07"})",
     "", "due:p2"},
    {"what falls due in ten days is thought of in the week before I leave", ANA R"(,
{"id":"me","name":"Me","away":[{"from":"2026-08-09","to":"2026-08-10"},{"from":"2026-08-11","to":"2026-08-14"}]})",
     R"({"id":"p2","by":"me","to":"ana","text":"plan","made":"2026-07-01","due":"2026-08-13"})", "",
     "due:p2"},
    {"an hour away on the day that it is due moves nothing", ANA R"(,
{"id":"me","name":"Me","away":[{"from":"2026-08-10T14:00+02:00","to":"2026-08-10T16:00+02:00"}]})",
     R"({"id":"p2","by":"me","to":"ana","text":"plan","made":"2026-07-01","due":"2026-08-10"})", "",
     ""},
    {"a client has somebody, and knows it", BO R"(,
{"id":"me","name":"Me","away":[{"from":"2026-08-10","to":"2026-08-14"}]},
{"id":"zoe","name":"Zoe","tags":["client"],"cover":[{"by":"bo","agreed":"2026-07-01","briefed":"2026-07-01","client_told":"2026-07-01"}]})",
     "", "", ""},
    {"a client has somebody, and does not know it", BO R"(,
{"id":"me","name":"Me","away":[{"from":"2026-08-10","to":"2026-08-14"}]},
{"id":"zoe","name":"Zoe","tags":["client"],"cover":[{"by":"bo","agreed":"2026-07-01","briefed":"2026-07-01"}]})",
     "", "", "tell:zoe"},
    {"the stand-in is away too",
     R"({"id":"bo","name":"Bo","away":[{"from":"2026-08-10","to":"2026-08-14"}]},
)" ME R"(,
{"id":"zoe","name":"Zoe","tags":["client"],"cover":[{"by":"bo","agreed":"2026-07-01","briefed":"2026-07-01","client_told":"2026-07-01"}]})",
     "", "", "gap:bo"},
    {"what only matters if I cannot go is behind whom to tell",
     R"({"id":"bo","name":"Bo","away":[{"from":"2026-08-10","to":"2026-08-14"}]},
{"id":"cem","name":"Cem"},
{"id":"dot","name":"Dot","tags":["client"],"cover":[{"by":"cem","agreed":"2026-07-01","briefed":"2026-07-01"}]},
{"id":"me","name":"Me","away":[{"from":"2026-08-17","to":"2026-08-18"}]},
{"id":"zoe","name":"Zoe","tags":["client"],"cover":[{"by":"bo","agreed":"2026-07-01","briefed":"2026-07-01","client_told":"2026-07-01"}]})",
     "", "", "tell:dot"},
    {"the stand-in is away, and so am I on a day of it",
     R"({"id":"bo","name":"Bo","away":[{"from":"2026-08-10","to":"2026-08-14"}]},
{"id":"me","name":"Me","away":[{"from":"2026-08-14","to":"2026-08-14"}]},
{"id":"zoe","name":"Zoe","tags":["client"],"cover":[{"by":"bo","agreed":"2026-07-01","briefed":"2026-07-01","client_told":"2026-07-01"}]})",
     "", "", "gap:bo"},
    {"a colleague will be away: offer first",
     R"({"id":"bo","name":"Bo","tags":["colleague"],"away":[{"from":"2026-08-10","to":"2026-08-14"}]},
)" ME,
     "", "", "offer:bo"},
    {"I offered already",
     R"({"id":"bo","name":"Bo","tags":["colleague"],"away":[{"from":"2026-08-10","to":"2026-08-14"}],"cover":[{"by":"me","from":"2026-08-10","to":"2026-08-14","offered":"2026-08-01"}]},
)" ME,
     "", "", ""},
    {"I offered three days ago, and they did not agree",
     R"({"id":"bo","name":"Bo","tags":["colleague"],"away":[{"from":"2026-08-10","to":"2026-08-14"}],"cover":[{"by":"me","from":"2026-08-10","to":"2026-08-14","offered":"2026-07-31"}]},
)" ME,
     "", "", "offer:bo"},
    {"I offered yesterday, and they leave tomorrow",
     R"({"id":"bo","name":"Bo","tags":["colleague"],"away":[{"from":"2026-08-04","to":"2026-08-14"}],"cover":[{"by":"me","from":"2026-08-04","to":"2026-08-14","offered":"2026-08-02"}]},
)" ME,
     "", "", "offer:bo"},
    {"I offered, and they agreed",
     R"({"id":"bo","name":"Bo","tags":["colleague"],"away":[{"from":"2026-08-04","to":"2026-08-14"}],"cover":[{"by":"me","from":"2026-08-04","to":"2026-08-14","offered":"2026-07-02","agreed":"2026-07-03"}]},
)" ME,
     "", "", ""},
    {"somebody stands in and was never briefed", BO ",\n" ME R"(,
{"id":"zoe","name":"Zoe","tags":["client"],"cover":[{"by":"bo","agreed":"2026-07-01","client_told":"2026-07-01"}]})",
     "", "", "brief:zoe"},
    {"somebody was briefed over a year ago", BO ",\n" ME R"(,
{"id":"zoe","name":"Zoe","tags":["client"],"cover":[{"by":"bo","agreed":"2025-07-01","briefed":"2025-08-02","client_told":"2026-07-01"}]})",
     "", "", "brief:zoe"},
    {"somebody was briefed a year ago to the day", BO ",\n" ME R"(,
{"id":"zoe","name":"Zoe","tags":["client"],"cover":[{"by":"bo","agreed":"2026-07-01","briefed":"2025-08-03","client_told":"2026-07-01"}]})",
     "", "", ""},
    {"I stand in for a client of Bo's, and know nothing of it", BO ",\n" ME R"(,
{"id":"zoe","name":"Zoe","tags":["client"],"client_of":"bo","cover":[{"by":"me","from":"2026-08-10","to":"2026-08-14","agreed":"2026-07-01"}]})",
     "", "", "brief:zoe"},
    {"somebody stood in while I was away, and it is not noted", BO R"(,
{"id":"me","name":"Me","away":[{"from":"2026-07-27","to":"2026-07-31"}]},
{"id":"zoe","name":"Zoe","tags":["client"],"cover":[{"by":"bo","agreed":"2026-07-01","briefed":"2026-07-01","client_told":"2026-07-01"}]})",
     "", "", "note:bo"},
    {"somebody changed jobs two weeks ago, and we have not spoken",
     R"({"id":"ana","name":"Ana","org":"bora","past":[{"org":"acme","until":"2026-07-20"}]},
{"id":"acme","name":"Acme","kind":"org"},
{"id":"bora","name":"Bora","kind":"org"},
)" ME,
     "", R"({"id":"q2","at":"2026-07-19","with":["ana"],"via":"call"})", "move:ana"},
    {"somebody changed jobs, and we have spoken since",
     R"({"id":"ana","name":"Ana","org":"bora","past":[{"org":"acme","until":"2026-07-20"}]},
{"id":"acme","name":"Acme","kind":"org"},
{"id":"bora","name":"Bora","kind":"org"},
)" ME,
     "", R"({"id":"q2","at":"2026-07-20","with":["ana"],"via":"call"})", ""},
    {"somebody changed jobs fifteen days ago",
     R"({"id":"ana","name":"Ana","org":"bora","past":[{"org":"acme","until":"2026-07-19"}]},
{"id":"acme","name":"Acme","kind":"org"},
{"id":"bora","name":"Bora","kind":"org"},
)" ME,
     "", "", ""},
    {"they helped, and were not thanked", ANA ",\n" ME, "",
     R"({"id":"d2","at":"2026-07-20","with":["ana"],"via":"note","deed":{"kind":"advice","dir":"got"}})",
     "thank:d2"},
    {"a referral of last winter was not thanked for", ANA ",\n" ME, "",
     R"({"id":"d2","at":"2026-01-20","with":["ana"],"via":"note","deed":{"kind":"referral","dir":"got"}})",
     "thank:d2"},
    {"advice of last winter was thanked for, and nothing went back", ANA ",\n" ME, "",
     R"({"id":"d2","at":"2026-01-20","with":["ana"],"via":"note","deed":{"kind":"advice","dir":"got","thanked":"2026-01-21"}})",
     "give:ana"},
    {"as much went back", ANA ",\n" ME, "",
     R"({"id":"d2","at":"2026-01-20","with":["ana"],"via":"note","deed":{"kind":"advice","dir":"got","thanked":"2026-01-21"}},
{"id":"d3","at":"2026-02-20","with":["ana"],"via":"note","deed":{"kind":"advice","dir":"gave"}})",
     ""},
    {"a kind word went back for three weeks of cover", ANA ",\n" ME, "",
     R"({"id":"d2","at":"2026-01-20","with":["ana"],"via":"note","deed":{"kind":"cover","dir":"got","amount":"15d","thanked":"2026-01-21"}},
{"id":"d3","at":"2026-02-20","with":["ana"],"via":"note","deed":{"kind":"credit","dir":"gave"}})",
     "give:ana"},
    {"something went back this month", ANA ",\n" ME, "",
     R"({"id":"d2","at":"2026-01-20","with":["ana"],"via":"note","deed":{"kind":"advice","dir":"got","thanked":"2026-01-21"}},
{"id":"d3","at":"2026-07-20","with":["ana"],"via":"note","deed":{"kind":"credit","dir":"gave"}})",
     ""},
    {"we are even", ANA ",\n" ME, "",
     R"({"id":"d2","at":"2026-01-20","with":["ana"],"via":"note","deed":{"kind":"advice","dir":"got","thanked":"2026-01-21"}},
{"id":"d3","at":"2026-02-20","with":["ana"],"via":"note","deed":{"kind":"advice","dir":"got","even":true}})",
     ""},
    {"it is time to be in contact again",
     R"({"id":"ana","name":"Ana","every":"2w"},
)" ME,
     "", R"({"id":"q2","at":"2026-07-20","with":["ana"],"via":"call"})", "reconnect:ana"},
    {"it is not yet",
     R"({"id":"ana","name":"Ana","every":"1mon"},
)" ME,
     "", R"({"id":"q2","at":"2026-07-20","with":["ana"],"via":"call"})", ""},
    {"who has been quiet for longer than ever comes first",
     R"({"id":"ana","name":"Ana","every":"2mon"},
{"id":"bo","name":"Bo","every":"2w"},
)" ME,
     "",
     R"({"id":"q2","at":"2026-05-20","with":["ana"],"via":"call"},
{"id":"q3","at":"2026-06-01","with":["bo"],"via":"call"})",
     "reconnect:bo"},
    {"what they said was not said back",
     R"({"id":"ana","name":"Ana","heard":[{"text":"no calls","on":"2026-07-20"}]},
)" ME,
     "", "", "reflect:ana"},
    {"a birthday comes before a reconnect",
     R"({"id":"ana","name":"Ana","born":"08-05"},
{"id":"bo","name":"Bo","every":"2w"},
)" ME,
     "", R"({"id":"q3","at":"2026-06-01","with":["bo"],"via":"call"})", "birthday:ana"},
    {"another date of the year",
     R"({"id":"ana","name":"Ana","dates":[{"on":"2020-08-09","what":"office opened"}]},
)" ME,
     "", "", "date:ana"},
    {"a birthday today, and we spoke",
     R"({"id":"ana","name":"Ana","born":"08-03"},
)" ME,
     "", R"({"id":"q3","at":"2026-08-03","with":["ana"],"via":"call"})", ""},
    {"an archived contact is left alone",
     R"({"id":"ana","name":"Ana","archived":"2026-08-01","born":"08-05","every":"1w","heard":[{"text":"no calls"}]},
)" ME,
     R"({"id":"p2","by":"me","to":"ana","text":"plan","made":"2026-07-01","due":"2026-08-01"})",
     R"({"id":"q2","at":"2026-07-30","with":["ana"],"from":"them","needs_reply":true})", ""},
};

#undef ANA
#undef ME
#undef ZOE
#undef BO

}  // namespace

TEST_CASE("in each of many situations the right thing is to be done first") {
  CHECK(kSituations.size() >= 40);
  for (const Situation& situation : kSituations) {
    CAPTURE(situation.told);
    const std::vector<Nudge> nudges = nudges_of(book_of(situation));
    CHECK((nudges.empty() ? "" : nudges.front().id()) == situation.first);
  }
}

TEST_CASE("every kind is quiet until the day that its record has") {
  int kinds = 0;
  std::vector<NudgeKind> seen;
  for (const Situation& situation : kSituations) {
    const std::string text = book_of(situation);
    const std::vector<Nudge> nudges = nudges_of(text);
    if (nudges.size() != 1) continue;
    const std::string kind(word_of(nudges.front().kind));
    CAPTURE(situation.told);
    const std::string id = "{\"id\":\"" + nudges.front().record + "\"";
    std::string snoozed = text;
    REQUIRE(snoozed.find(id) != std::string::npos);
    snoozed.insert(snoozed.find(id) + id.size(), ",\"snoozed\":{\"" + kind + "\":\"2026-08-04\"}");
    CHECK(nudges_of(snoozed).empty());
    const std::vector<Nudge> tomorrow = nudges_of(snoozed, kMonday + Days(1));
    CHECK(tomorrow.empty() == nudges_of(text, kMonday + Days(1)).empty());
    std::string conflict = text;
    conflict.insert(conflict.find(id) + id.size(), R"(,"conflict":{"note":"x"})");
    CHECK(nudges_of(conflict).size() == 1);  // two books differed: the value in force counts
    if (std::ranges::find(seen, nudges.front().kind) == seen.end()) ++kinds;
    seen.push_back(nudges.front().kind);
  }
  CHECK(kinds == static_cast<int>(kNudgeKinds.size()));
}

TEST_CASE("a nudge has what, why, the day, the command and the parts of its urgency") {
  const std::string text = book_of(
      {"", R"({"id":"acme","name":"Acme","kind":"org","tags":["client"]},
{"id":"ana","name":"Ana","org":"acme"},
{"id":"me","name":"Me"})",
       R"({"id":"p2","by":"me","to":"ana","text":"plan\nof all","made":"2026-07-01","due":"2026-07-31"})",
       "", ""});
  using What = UrgencyPart::What;
  const std::vector<Nudge> expected{
      {.kind = NudgeKind::late,
       .collection = Collection::promises,
       .record = "p2",
       .who = "ana",
       .name = "Ana",
       .what = "Tell Ana how it stands: plan",
       .why = "3 days late, and they have not been told",
       .due = day_from("2026-07-31"),
       .command = "stead tell p2",
       .parts = {{What::kind, 65}, {What::days, 3}, {What::client, 10}, {What::untold, 15}}}};
  CHECK(nudges_of(text) == expected);
  CHECK(expected.front().urgency() == 93);
}

TEST_CASE("a promise that falls due while I am away is best done before I go, and says so") {
  const auto nudge_on = [](const char* day, const char* away) {
    const std::string contacts = R"({"id":"ana","name":"Ana"},
{"id":"me","name":"Me","away":[)" +
                                 std::string(away) + "]}";
    const std::vector<Nudge> nudges = nudges_of(
        book_of(
            {"", contacts.c_str(),
             R"({"id":"p2","by":"me","to":"ana","text":"plan","made":"2026-07-01","due":"2026-08-08"})",
             "", ""}),
        *day_from(day));
    REQUIRE(!nudges.empty());
    return to_string(*nudges.front().due) + " " + std::to_string(nudges.front().urgency()) + " " +
           nudges.front().why;
  };
  CHECK(nudge_on("2026-08-03", R"({"from":"2026-08-04","to":"2026-08-14"})") ==
        "2026-08-03 55 due Sat 2026-08-08, when you are away: keep it or tell them today");
  CHECK(nudge_on("2026-08-03", R"({"from":"2026-08-07T14:00+02:00"})") ==
        "2026-08-07 51 due Sat 2026-08-08, when you are away: keep it or tell them by Fri "
        "2026-08-07");
  CHECK(nudge_on("2026-08-05", R"({"from":"2026-08-04","to":"2026-08-14"})") ==
        "2026-08-08 52 due Sat 2026-08-08, and you are away: keep it or tell them");
  CHECK(nudge_on("2026-08-05", R"({"from":"2026-08-04","to":"2026-08-08T10:00+02:00"})") ==
        "2026-08-08 52 due Sat 2026-08-08");
  CHECK(nudge_on("2026-08-09", R"({"from":"2026-08-04","to":"2026-08-14"})") ==
        "2026-08-08 81 1 day late, and they have not been told");
}

TEST_CASE(
    "a gap while I am there is for when I cannot go, and an offer that waits is asked about") {
  const std::vector<Nudge> nudges = nudges_of(book_of(
      {"",
       R"({"id":"bo","name":"Bo","tags":["colleague"],"away":[{"from":"2026-08-10","to":"2026-08-14"}],"cover":[{"by":"me","from":"2026-08-10","to":"2026-08-14","offered":"2026-07-31"}]},
{"id":"me","name":"Me"},
{"id":"zoe","name":"Zoe","tags":["client"],"cover":[{"by":"bo","agreed":"2026-07-01","briefed":"2026-07-01","client_told":"2026-07-01"}]})",
       "", "", ""}));
  using What = UrgencyPart::What;
  REQUIRE(nudges.size() == 2);
  CHECK(nudges[0].id() == "offer:bo");
  CHECK(nudges[0].what == "Ask Bo whether you are the one to call");
  CHECK(nudges[0].why ==
        "Bo is away from Mon 2026-08-10 to Fri 2026-08-14; you offered it on Fri 2026-07-31, and "
        "they have not agreed yet");
  CHECK(nudges[0].command == "stead cover bo me 2026-08-10..2026-08-14 --agreed");
  CHECK(nudges[1].id() == "gap:bo");
  CHECK(nudges[1].why ==
        "Bo is away from Mon 2026-08-10 to Fri 2026-08-14; you are there, and nobody has agreed "
        "for when you cannot go");
  CHECK(nudges[1].command == "stead who covers zoe --on 2026-08-10..2026-08-14");
  CHECK(nudges[1].parts ==
        std::vector<UrgencyPart>{{What::kind, 50}, {What::client, 10}, {What::here, -30}});
}

TEST_CASE("eleven things to do are shown, of twelve the first ten, and as many as are asked for") {
  std::string contacts;
  const auto shown = [&](int count, const NextRequest& request) {
    contacts.clear();
    for (int i = 0; i < count; ++i) {
      contacts += R"({"id":"n)" + std::to_string(i) + R"(","name":"N","born":"08-03"},)" + "\n";
    }
    contacts += R"({"id":"me","name":"Me"})";
    const std::string text = book_of({"", contacts.c_str(), "", "", ""});
    const Book book = Book::strict(text, "");
    const NextReport next = next_report(book, morning_of(kMonday), request);
    const TodayReport today = today_report(book, morning_of(kMonday));
    CHECK(today.nudges.size() + today.more == static_cast<std::size_t>(count));
    return std::to_string(next.nudges.size()) + " and " + std::to_string(next.more) + ", today " +
           std::to_string(today.nudges.size());
  };
  CHECK(shown(10, {}) == "10 and 0, today 10");
  CHECK(shown(11, {}) == "11 and 0, today 11");
  CHECK(shown(12, {}) == "10 and 2, today 10");
  CHECK(shown(11, {.kinds = {}, .most = 10}) == "10 and 1, today 11");
  CHECK(shown(12, {.kinds = {NudgeKind::birthday}, .most = {}}) == "12 and 0, today 10");
  CHECK(shown(12, {.kinds = {NudgeKind::birthday}, .most = 3}) == "3 and 9, today 10");
  CHECK(shown(12, {.kinds = {NudgeKind::date, NudgeKind::give}, .most = {}}) ==
        "0 and 0, today 10");
}

TEST_CASE("what one command does is one nudge, and says how many more there are") {
  const std::string text = book_of(
      {"", R"({"id":"ana","name":"Ana"},
{"id":"bo","name":"Bo"},
{"id":"me","name":"Me"})",
       "",
       R"({"id":"d2","at":"2026-07-20","with":["ana"],"via":"note","deed":{"kind":"advice","dir":"got"}},
{"id":"d3","at":"2026-07-21","with":["ana"],"via":"note","deed":{"kind":"credit","dir":"got"}},
{"id":"q2","at":"2026-07-30","with":["ana","bo"],"from":"them","needs_reply":true,"text":"when?"})",
       ""});
  const std::vector<Nudge> nudges = nudges_of(text);
  REQUIRE(nudges.size() == 2);
  CHECK(nudges[0].what == "Answer Ana, Bo: when?");
  CHECK(nudges[0].command == "stead log ana,bo answered");
  CHECK(nudges[1].command == "stead thank ana");
  CHECK(nudges[1].why == "they helped you 2 weeks ago; and 1 more");
}

TEST_CASE("what several did together is thanked for once, and all of them are named") {
  const std::string text = book_of(
      {"", R"({"id":"ana","name":"Ana"},
{"id":"bo","name":"Bo"},
{"id":"me","name":"Me"})",
       "",
       R"({"id":"d2","at":"2026-07-20","with":["ana","bo"],"via":"note","deed":{"kind":"advice","dir":"got"}})",
       ""});
  const std::vector<Nudge> nudges = nudges_of(text);
  REQUIRE(nudges.size() == 1);
  CHECK(nudges[0].what == "Thank Ana and Bo: advice");
  CHECK(nudges[0].why == "they helped you 2 weeks ago");
  CHECK(nudges[0].command == "stead thank ana");
}

TEST_CASE("whoever moved a date and missed the new one has to tell again") {
  const auto told = [](const std::string& more) {
    const std::string promise =
        R"({"id":"p2","by":"me","to":"ana","text":"b","made":"2026-07-20","due":"2026-07-30","told":[{"on":"2026-07-23","text":"later","due_was":"2026-07-24","due":"2026-07-30"})" +
        more + "]}";
    const std::string text = book_of({"", R"({"id":"ana","name":"Ana"},
{"id":"me","name":"Me"})",
                                      promise.c_str(), "", ""});
    const std::vector<Nudge> nudges = nudges_of(text);
    REQUIRE(nudges.size() == 1);
    return nudges.front().why + ": " + nudges.front().command;
  };
  CHECK(told("") == "4 days late, and they were told of an earlier date only: stead tell p2");
  CHECK(told(R"(,{"on":"2026-07-31","text":"soon"})") == "4 days late: stead keep p2");
}

TEST_CASE("a birthday on 29 February is on the 28th in other years, and the years are counted") {
  const std::string text = book_of({"", R"({"id":"ana","name":"Ana","born":"1980-02-29"},
{"id":"me","name":"Me"})",
                                    "", "", ""});
  const Book book = Book::strict(text, "");
  const auto on = [&](const char* first, const char* last) {
    return yearly_days_in(book, {*day_from(first), *day_from(last)});
  };
  const YearlyDay expected{"ana", "Ana", "birthday", true, *day_from("2027-02-28"), 47};
  CHECK(on("2027-02-28", "2027-02-28") == std::vector{expected});
  CHECK(on("2027-03-01", "2027-03-01").empty());
  CHECK(on("2028-02-28", "2028-02-28").empty());
  CHECK(on("2028-02-29", "2028-02-29").front().years == 48);
}

TEST_CASE("a week that goes over the end of the year has the days of both") {
  const std::string text = book_of({"", R"({"id":"ana","name":"Ana","born":"01-02"},
{"id":"bo","name":"Bo","born":"12-30"},
{"id":"me","name":"Me","born":"01-01"})",
                                    "", "", ""});
  const std::vector<Nudge> nudges = nudges_of(text, *day_from("2026-12-29"));
  REQUIRE(nudges.size() == 2);
  CHECK(nudges[0].id() == "birthday:bo");
  CHECK(nudges[1].due == day_from("2027-01-02"));
}

TEST_CASE("stead-next(1) says with how many points each kind begins, in the order of kinds") {
  std::vector<std::string> told;
  const stead::test::ManualPage page = stead::test::manual_page("stead-next", "1");
  for (const std::string& line : page.part("DESCRIPTION")) {
    if (line.starts_with(".It "))
      told.push_back(line.substr(4, line.find(" Ta ", line.find(" Ta ") + 4) - 4));
  }
  std::vector<std::string> expected;
  for (const NudgeKind kind : kNudgeKinds) {
    int points = -1;
    for (const Situation& situation : kSituations) {
      for (const Nudge& nudge : nudges_of(book_of(situation))) {
        if (nudge.kind == kind) points = nudge.parts.front().points;
      }
    }
    expected.push_back(std::string(word_of(kind)) + " Ta " + std::to_string(points));
  }
  REQUIRE(told.size() > expected.size());
  told.resize(expected.size());
  CHECK(told == expected);
}

TEST_CASE("today has what is on, and what has no day waits until there is time") {
  const std::string text = book_of({"", R"({"id":"ana","name":"Ana","born":"1976-08-03"},
{"id":"bo","name":"Bo","tags":["colleague"],"away":[{"from":"2026-08-03","to":"2026-08-05","why":"fair"}],"cover":[{"by":"me","from":"2026-08-03","to":"2026-08-05","offered":"2026-08-01"}]},
{"id":"me","name":"Me"},
{"id":"zoe","name":"Zoe","tags":["client"],"client_of":"bo","cover":[{"by":"me","from":"2026-08-03","to":"2026-08-05","agreed":"2026-08-01","briefed":"2026-08-01","client_told":"2026-08-01"}],"heard":[{"text":"no calls","on":"2026-08-01"}]})",
                                    "", "", ""});
  const TodayReport report = today_report(Book::strict(text, ""), morning_of(kMonday));
  CHECK(render_text(to_document(report), {.width = 80}) == R"(Today  Mon 2026-08-03

On today
  Bo is away: fair  from today on, until Wed 2026-08-05
  You stand in for Zoe                      Bo's client
  Ana: birthday, 50 years

Do today  1
  Write to Ana: birthday
    today, 50 years
    stead log ana wrote

If there is time
  Say back to Zoe: no calls
    they said it 2 days ago
    stead reflect zoe
)");
}
