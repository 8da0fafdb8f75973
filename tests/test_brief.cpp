#include "stead/brief.h"

#include "harness.h"
#include "stead/render.h"
#include "stead/text.h"
#include "week_of.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace stead;

namespace {

using stead::test::Harness;
using stead::test::kMonday;
using stead::test::morning_of;
using stead::test::Result;
using stead::test::small_practice;

/// A book with these contacts beside the owner, promises and interactions.
std::string book_of(const std::string& contacts, const std::string& promises = {},
                    const std::string& interactions = {}) {
  return "{\"stead\": 1,\n\"contacts\": [\n" + contacts +
         ",\n{\"id\":\"me\",\"name\":\"Jan\"}],\n\"promises\": [" + promises +
         "],\n\"interactions\": [" + interactions + "]}\n";
}

/// What was found about a contact of a book.
Brief brief_of(const std::string& text, const char* who, std::optional<int> offset = {}) {
  return brief_report(Book::strict(text, "book.json"), who, morning_of(kMonday), offset);
}

/// The page where it does not fit on a screen, for a note that is too long.
std::string cut_page_of(Brief brief) {
  for (int i = 0; i < 400; ++i) brief.contact.note += "something ";
  return render_text(on_one_screen(brief, 80), {});
}

std::string page_of(const Brief& brief) { return render_text(on_one_screen(brief, 80), {}); }

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Deeds with Bo: each a day and what it was.
std::string deeds(const std::vector<std::pair<std::string, std::string>>& all) {
  std::string text;
  for (const auto& [at, what] : all) {
    const std::string id = "d" + std::to_string(text.size());
    text += (text.empty() ? "" : ",\n") + std::string(R"({"id":")") + id + R"(","at":")" + at +
            R"(","with":["bo"],"via":"note","deed":)" + what + "}";
  }
  return text;
}

/// `cover 5d 3d; `: what was given and got.
std::string sums(const std::vector<HelpSum>& help) {
  std::string text;
  for (const HelpSum& sum : help) {
    text += sum.kind + " " + to_string(Amount{sum.gave, sum.unit}) + " " +
            to_string(Amount{sum.got, sum.unit}) + "; ";
  }
  return text;
}

/// A client of ten years with all that a page can have, and texts of any length.
std::string ten_years() {
  const std::string text(400, 'x');
  const std::string words = "something long was said here and it goes on and on until nobody reads";
  std::string contacts =
      R"({"id":"acme","name":"Acme Dental","kind":"org","title":"client of ten years","phone":["+34 600 111 222","+34 600 111 223","+34 600 111 224"],"email":["front@acme.example.org","back@acme.example.org"],"tz":"Europe/Madrid","tags":["client","referrer","network"],"needs":["network"],"away":[{"from":"2026-08-01","to":"2026-08-10","why":")" +
      words +
      R"("}],"client_of":"bo","cover":[{"by":"me","agreed":"2020-01-01","scope":["network"]}],"note":")" +
      text + R"(","heard":[)";
  for (int i = 0; i < 40; ++i) {
    contacts += (i == 0 ? "" : ",") + std::string(R"({"text":")") + std::to_string(i) + " " +
                words + " " + text + R"(","on":"2020-01-01"})";
  }
  contacts += "]},\n{\"id\":\"bo\",\"name\":\"Bo Lind\"}";
  std::string promises;
  std::string interactions;
  for (int i = 0; i < 30; ++i) {
    const std::string number = std::to_string(10 + i);
    const std::string id = "p" + number;
    contacts += ",\n{\"id\":\"" + id + "\",\"name\":\"Somebody With A Long Name " + number +
                R"(","org":"acme","title":"head of something"})";
    promises += (i == 0 ? "" : ",\n") + std::string(R"({"id":"q)") + number +
                R"(","by":"me","to":")" + id + R"(","text":")" + words +
                R"(","made":"2020-01-01","due":"2020-02-01"})";
    for (int year = 2016; year < 2026; ++year) {
      interactions +=
          (interactions.empty() ? "" : ",\n") + std::string(R"({"id":"i)") + number +
          std::to_string(year) + R"(","at":")" + std::to_string(year) + "-01-" +
          number.substr(0, 1) + "1T10:00+01:00\",\"with\":[\"" + id +
          R"("],"via":"mail","from":"them","needs_reply":true,"went":"badly","text":")" + words +
          R"(","deed":{"kind":"favour","dir":"gave"}})";
    }
  }
  return book_of(contacts, promises, interactions);
}

}  // namespace

TEST_CASE("the page before a call is whole, and as short as what there is to say") {
  Harness stead(small_practice());
  stead.run("heard ana wants one page, not ten -q --on 2026-07-13");
  CHECK(stead.run("brief ana") ==
        Result{0,
               "Ana Ruiz  CTO, Acme Dental\n"
               "\n"
               "! waits for your answer since Mon 2026-07-06, 18d 6h over: asks about DNS\n"
               "\n"
               "phone    +34 600 111 222\n"
               "clock    Mon 10:15, as here (Europe/Madrid)\n"
               "answers  expected within 4h (as Acme Dental)\n"
               "cover    Sam Ortiz, +1 555 0100, covers only a part, the client does not know\n"
               "         whom to call\n"
               "\n"
               "What matters\n"
               "  wants one page, not ten, said 3 weeks ago, not yet reflected\n"
               "  Acme Dental: no changes on Fridays, said in March, reflected on Mon 2026-03-09\n"
               "\n"
               "Open promises\n"
               "  yours  migration estimate, due Fri 2026-07-31, 3 days late, not told yet\n"
               "\n"
               "Last talks\n"
               "  Mon 2026-07-06 16:00  mail: asks about DNS\n",
               ""});
  CHECK(stead.run("brief bo") == Result{0,
                                        "Bo Lind\n"
                                        "\n"
                                        "phone  +46 70 111 22 33\n"
                                        "clock  Mon 10:15, as here (Europe/Berlin)\n"
                                        "away   Tue 2026-09-01 to Sat 2026-09-12, leave\n"
                                        "tags   colleague\n"
                                        "\n"
                                        "Open promises\n"
                                        "  theirs  VPN credentials, due Wed 2026-08-05\n",
                                        ""});
}

TEST_CASE("of an organisation the page has its people, and what concerns them") {
  Harness stead(small_practice());
  stead.run("heard ana wants one page, not ten -q --on 2026-07-13");
  CHECK(stead.run("brief acme") ==
        Result{0,
               "Acme Dental  organisation\n"
               "\n"
               "! Ana Ruiz waits for your answer since Mon 2026-07-06, 18d 6h over: asks about\n"
               "  DNS\n"
               "\n"
               "clock     Mon 10:15, as here (Europe/Berlin)\n"
               "tags      client\n"
               "people    Ana Ruiz (CTO), Jo Park\n"
               "answers   expected within 4h\n"
               "in touch  every 2 weeks, the last time 4 days ago\n"
               "cover     Sam Ortiz, +1 555 0100, covers only a part, the client does not know\n"
               "          whom to call\n"
               "\n"
               "What matters\n"
               "  Ana Ruiz: wants one page, not ten, said 3 weeks ago, not yet reflected\n"
               "  no changes on Fridays, said in March, reflected on Mon 2026-03-09\n"
               "\n"
               "Open promises\n"
               "  yours  migration estimate, to Ana Ruiz, due Fri 2026-07-31, 3 days late, not\n"
               "         told yet\n"
               "\n"
               "Last talks\n"
               "  Thu 2026-07-30 10:00  call with Jo Park: talked about backups\n"
               "  Mon 2026-07-06 16:00  mail with Ana Ruiz: asks about DNS\n",
               ""});
}

TEST_CASE("the page fits on a screen, whatever ten years have brought") {
  const Brief brief = brief_of(ten_years(), "acme", 120);
  CHECK(brief.heard.size() == 40);
  CHECK(brief.promises.size() == 30);
  CHECK(brief.waiting.size() == 300);
  const std::string page = page_of(brief);
  CAPTURE(page);
  CHECK(std::ranges::count(page, '\n') <= 24);
  CHECK(has(page, "What matters  2 of 40: stead show acme\n"));
  CHECK(has(page, " of 30: stead promises org:acme\n"));
  CHECK(has(page, "(1 of 300: stead who waits acme)"));
  CHECK(has(page, "Last talks  all: stead timeline acme\n"));
  CHECK(has(page, "more    tags, note, "));
}

TEST_CASE(
    "the clock is that of the contact's zone, else of the org's, with the difference to here") {
  const std::string book = book_of(
      R"({"id":"acme","name":"Acme","kind":"org","tz":"Japan"},
{"id":"ana","name":"Ana","org":"acme"},
{"id":"bo","name":"Bo","org":"acme","tz":"America/Lima"},
{"id":"cem","name":"Cem"})");
  const Book opened = Book::strict(book, "book.json");
  CHECK(zone_of(opened, "acme") == "Japan");
  CHECK(zone_of(opened, "ana") == "Japan");
  CHECK(zone_of(opened, "bo") == "America/Lima");
  CHECK(zone_of(opened, "cem").empty());
  const auto clock = [&](const char* who, std::optional<int> offset) {
    const std::string page = page_of(brief_of(book, who, offset));
    const std::size_t at = page.find("clock  ");
    return at == std::string::npos ? "" : page.substr(at + 7, page.find('\n', at) - at - 7);
  };
  CHECK(clock("ana", 540) == "Mon 17:15, 7 hours later than here (Japan)");
  CHECK(clock("ana", 120) == "Mon 10:15, as here (Japan)");
  CHECK(clock("ana", 60) == "Mon 09:15, 1 hour earlier than here (Japan)");
  CHECK(clock("ana", 330) == "Mon 13:45, 3h 30min later than here (Japan)");
  CHECK(clock("bo", -600) == "Sun 22:15, 12 hours earlier than here (America/Lima)");
  CHECK(clock("ana", std::nullopt) == "Japan");
  CHECK(clock("cem", 540).empty());
}

TEST_CASE("the clock stands still where the calendar ends") {
  const std::string book = book_of(R"({"id":"ana","name":"Ana","tz":"Japan"})");
  const auto there = [&](Day day, int offset) {
    return brief_report(Book::strict(book, "book.json"), "ana", morning_of(day), offset).there;
  };
  CHECK(there(kFirstDay, -23 * 60) == std::nullopt);
  CHECK(there(kLastDay, 23 * 60) == std::nullopt);
  CHECK(there(kLastDay, 120) == When{kLastDay, TimeOfDay{615, 120}});
}

TEST_CASE("what matters comes with what is not yet reflected first, and nothing retired") {
  const std::string book = book_of(
      R"({"id":"acme","name":"Acme","kind":"org","heard":[{"text":"theirs","on":"2026-07-30"}]},
{"id":"ana","name":"Ana","org":"acme","heard":[{"text":"old","on":"2026-01-01"},{"text":"back","on":"2026-07-31","reflected":"2026-08-01"},{"text":"gone","retired":"2026-01-01"},{"text":"new","on":"2026-07-01"},{"text":"undated"}]},
{"id":"ex","name":"Ex","org":"acme","archived":"2026-01-01","heard":[{"text":"of one who left"}]})");
  const auto texts = [&](const char* who) {
    std::string found;
    for (const BriefHeard& each : brief_of(book, who).heard) found += each.heard.text + ", ";
    return found;
  };
  CHECK(texts("ana") == "new, old, undated, theirs, back, ");
  CHECK(texts("acme") == "theirs, new, old, undated, back, ");
  CHECK(has(page_of(brief_of(book, "ana")), "What matters\n  new, said 4 weeks ago"));
  const std::string page = cut_page_of(brief_of(book, "ana"));
  CHECK(
      has(page,
          "What matters  3 of 5: stead show ana, stead show acme\n  new, said 4 weeks ago, not yet "
          "reflected\n  old, said in January, not yet reflected\n"));
}

TEST_CASE("promises of both sides are there, also those about them, the late ones first") {
  const std::string book = book_of(
      R"({"id":"acme","name":"Acme","kind":"org"},
{"id":"ana","name":"Ana","was":["anna"],"org":"acme"},
{"id":"bo","name":"Bo"})",
      R"({"id":"p1","by":"me","to":"ana","text":"undated","made":"2026-07-01"},
{"id":"p2","by":"anna","to":"me","text":"the keys","made":"2026-07-01","due":"2026-08-07"},
{"id":"p3","by":"me","to":"bo","for":"ana","text":"help her","made":"2026-07-01","due":"2026-07-31"},
{"id":"p4","by":"me","to":"me","for":"ana","text":"ask again","made":"2026-07-01","due":"2026-08-04"},
{"id":"p5","by":"me","to":"ana","text":"kept","made":"2026-07-01","status":"kept","closed":"2026-07-02"},
{"id":"p6","by":"me","to":"bo","text":"another's","made":"2026-07-01"})");
  const auto ids = [&](const char* who) {
    std::string found;
    for (const Promise& each : brief_of(book, who).promises) found += each.id + " ";
    return found;
  };
  CHECK(ids("ana") == "p3 p4 p2 p1 ");
  CHECK(ids("acme") == "p3 p4 p2 p1 ");
  CHECK(ids("bo") == "p3 p6 ");
  const std::string page = page_of(brief_of(book, "ana"));
  CHECK(has(page, "Open promises\n"));
  CHECK(has(page, "yours         undated\n"));
  CHECK(
      has(page, "yours         help her, to Bo, due Fri 2026-07-31, 3 days late, not told yet\n"));
  CHECK(has(page, "come back to  ask again, due Tue 2026-08-04\n"));
  CHECK(has(page, "theirs        the keys, due Fri 2026-08-07\n"));
}

TEST_CASE("where the first promises are of one side, the first of the other is there as well") {
  const std::string book = book_of(
      R"({"id":"ana","name":"Ana"})",
      R"({"id":"p1","by":"me","to":"ana","text":"one","made":"2026-07-01","due":"2026-08-05"},
{"id":"p2","by":"me","to":"ana","text":"two","made":"2026-07-01","due":"2026-08-06"},
{"id":"p3","by":"me","to":"ana","text":"three","made":"2026-07-01","due":"2026-08-07"},
{"id":"p4","by":"ana","to":"me","text":"four","made":"2026-07-01","due":"2026-08-08"})");
  CHECK(has(cut_page_of(brief_of(book, "ana")),
            "Open promises  3 of 4: stead promises ana\n"
            "  yours   one, due Wed 2026-08-05\n"
            "  yours   two, due Thu 2026-08-06\n"
            "  theirs  four, due Sat 2026-08-08\n"));
}

TEST_CASE("the last three talks are there: by me or in my place, and no notes") {
  const std::string book = book_of(
      R"({"id":"acme","name":"Acme","kind":"org"},
{"id":"ana","name":"Ana","was":["anna"],"org":"acme"},
{"id":"bo","name":"Bo"})",
      "", R"({"id":"i1","at":"2026-07-01","with":["ana"],"text":"the first"},
{"id":"i2","at":"2026-07-02","with":["anna"],"via":"call","went":"badly","text":"the second"},
{"id":"i3","at":"2026-07-03","with":["ana"],"via":"note","text":"a note"},
{"id":"i4","at":"2026-07-04","with":["ana"],"via":"visit","by":"bo","text":"a visit"},
{"id":"i5","at":"2026-07-05","with":["bo"],"about":["ana"],"text":"about her"},
{"id":"i6","at":"2026-07-06","with":["ana","bo"],"text":"the last\nand more"})");
  const auto ids = [&](const char* who) {
    std::string found;
    for (const Interaction& each : brief_of(book, who).talks) found += each.id + " ";
    return found;
  };
  CHECK(ids("ana") == "i6 i4 i2 ");
  CHECK(ids("acme") == "i6 i4 i2 ");
  CHECK(ids("bo") == "i6 i5 ");
  CHECK(has(page_of(brief_of(book, "ana")),
            "Last talks  all: stead timeline ana\n"
            "  Mon 2026-07-06  with Bo: the last\n"
            "                  and more\n"
            "  Sat 2026-07-04  visit, by Bo: a visit\n"
            "  Thu 2026-07-02  call: the second, it went badly\n"));
}

TEST_CASE("help is summed up by kind and unit since the two were even") {
  const std::string book = book_of(
      R"({"id":"bo","name":"Bo","org":"acme"},
{"id":"acme","name":"Acme","kind":"org"})",
      "",
      deeds({{"2026-01-01", R"({"kind":"cover","dir":"gave","amount":"9d"})"},
             {"2026-01-02", R"({"kind":"cover","dir":"gave","even":true})"},
             {"2026-02-01", R"({"kind":"cover","dir":"gave","amount":"5d"})"},
             {"2026-02-02", R"({"kind":"cover","dir":"got","amount":"2.5d"})"},
             {"2026-02-03", R"({"kind":"advice","dir":"got"})"},
             {"2026-02-04", R"({"kind":"advice","dir":"got","amount":"1h"})"},
             {"2026-02-05", R"({"kind":"favour","dir":"gave","amount":"2x"})"},
             {"2026-02-06", R"({"kind":"favour","dir":"got","amount":"2x"})"}}) +
          ",\n" +
          R"({"id":"x","at":"2026-02-07","with":["bo"],"by":"acme","deed":{"kind":"cover","dir":"gave","amount":"1d"}})");
  for (const char* who : {"bo", "acme"}) {
    CAPTURE(who);
    CHECK(sums(brief_of(book, who).help) ==
          "advice 0h 1h; advice 0x 1x; cover 5d 2.5d; favour 2x 2x; ");
  }
  const std::string page = page_of(brief_of(book, "bo"));
  CHECK(has(page,
            "help  favour: even, 2 times each; advice: they gave 1 hour; advice: they gave\n"
            "      once; cover: you gave 5 days, they gave 2.5 days: 2.5 days in your favour\n"));
  const std::string cut = cut_page_of(brief_of(book, "bo"));
  CHECK(has(cut, "help  favour: even, 2 times each; advice: they gave 1 hour and 2 more:"));
  CHECK(has(cut, "stead balance bo\n"));
}

TEST_CASE("how the balance stands is said, in whose favour it is") {
  const std::string book =
      book_of(R"({"id":"bo","name":"Bo"})", "",
              deeds({{"2026-02-01", R"({"kind":"cover","dir":"gave","amount":"5d"})"},
                     {"2026-02-02", R"({"kind":"cover","dir":"got","amount":"2.5d"})"},
                     {"2026-02-03", R"({"kind":"advice","dir":"gave","amount":"1h"})"},
                     {"2026-02-04", R"({"kind":"advice","dir":"got","amount":"3h"})"}}));
  const std::string page = page_of(brief_of(book, "bo"));
  CHECK(has(page,
            "help  advice: you gave 1 hour, they gave 3 hours: 2 hours in their favour;\n"
            "      cover: you gave 5 days, they gave 2.5 days: 2.5 days in your favour\n"));
}

TEST_CASE("what was given on the day on which the two were even is settled, whatever the order") {
  const std::string book =
      book_of(R"({"id":"bo","name":"Bo"})", "",
              deeds({{"2026-01-02", R"({"kind":"cover","dir":"gave","even":true})"},
                     {"2026-01-02", R"({"kind":"advice","dir":"gave"})"},
                     {"2026-01-02", R"({"kind":"cover","dir":"got"})"}}));
  CHECK(sums(brief_of(book, "bo").help) == "advice 1x 0x; ");
}

TEST_CASE("of many kinds of help the page has the newest, and says that there are more") {
  std::vector<std::pair<std::string, std::string>> all;
  for (const char* kind : {"advice", "cover", "credit", "favour", "gift", "loan"}) {
    all.emplace_back("2026-01-02", std::string(R"({"kind":")") + kind + R"(","dir":"gave"})");
  }
  const auto page = [&] {
    return cut_page_of(brief_of(book_of(R"({"id":"bo","name":"Bo"})", "", deeds(all)), "bo"));
  };
  CHECK(has(page(), "cover: you gave once and 4 more: stead balance bo\n"));
  CHECK_FALSE(has(page(), "gift"));
  // One more is shown rather than counted.
  all.resize(3);
  CHECK(has(page(), "advice: you gave once; cover: you gave once; credit: you gave once\n"));
}

TEST_CASE("who stands in is said of clients and their people, and of nobody else") {
  const std::string text = small_practice();
  CHECK(brief_of(text, "ana-ruiz").cover->client == "acme");
  CHECK(brief_of(text, "acme").cover->answer()->who == "sam-ortiz");
  CHECK(brief_of(text, "delta-gmbh").cover->answer() == nullptr);
  CHECK(has(page_of(brief_of(text, "delta-gmbh")),
            "cover     nobody: stead who covers delta-gmbh\n"));
  CHECK(brief_of(text, "sam-ortiz").cover == std::nullopt);
}

TEST_CASE("an absence is told loudly while it lasts, and as a fact while it is to come") {
  const std::string book = book_of(
      R"({"id":"ana","name":"Ana","away":[{"from":"2026-09-01","to":"2026-09-12"},{"from":"2026-08-01","to":"2026-08-07","why":"leave"},{"from":"2025-01-01","to":"2025-01-07"}]},
{"id":"bo","name":"Bo","away":[{"from":"2026-09-01"}]})");
  CHECK(has(page_of(brief_of(book, "ana")), "! away Sat 2026-08-01 to Fri 2026-08-07, leave\n"));
  CHECK(has(page_of(brief_of(book, "bo")), "away  from Tue 2026-09-01 on\n"));
}

TEST_CASE("brief finds archived contacts, and says so") {
  Harness stead(small_practice());
  stead.run("archive delta");
  CHECK(has(stead.run("brief delta").out, "! archived since Mon 2026-08-03\n"));
}

TEST_CASE("brief says who cannot be meant") {
  Harness stead(small_practice());
  CHECK(stead.run("brief me") ==
        Result{2, "",
               "stead: a brief is about somebody whom you are going to talk to, not you\n"
               "hint: 'stead weekly' is the page for yourself\n"});
  CHECK(stead.run("brief jo").status == 2);
  CHECK(stead.run("brief nobody").status == 2);
  CHECK(stead.run("brief").err == "stead: 'brief' needs WHO\nhint: usage: stead brief WHO\n");
}

TEST_CASE("brief has the page as Markdown, HTML and JSON") {
  Harness stead(small_practice());
  CHECK(stead.run("brief ana --format md").out.starts_with("# Ana Ruiz"));
  CHECK(has(stead.run("brief ana --format html").out, "<h1>Ana Ruiz"));
  const auto json = nlohmann::json::parse(stead.run("brief ana --json").out);
  CHECK(json["schema"] == "stead.brief/1");
  CHECK(json["at"] == "2026-08-03T10:15+02:00");
  CHECK(json["zone"] == "Europe/Madrid");
  CHECK(json["there"] == "2026-08-03T10:15+02:00");
  CHECK(
      json["heard"][0].dump() ==
      R"({"on":"2026-03-02","reflected":"2026-03-09","text":"no changes on Fridays","who":"acme"})");
  CHECK(json["promises"][0]["id"] == "k7q2wd4");
  CHECK(json["promises"][0]["late"] == true);
  CHECK(json["waiting"][0]["interaction"] == "m3x8r7vd");
  CHECK(json["talks"][0]["id"] == "m3x8r7vd");
  CHECK(json["cover"]["answer"] == "sam-ortiz");
  CHECK(json["help"].empty());
}

TEST_CASE(
    "as Markdown and HTML nothing of the page is cut, and the screen names the command for it") {
  Harness stead(ten_years());
  const std::string words = "something long was said here and it goes on and on until nobody reads";
  const auto times = [](const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
  };
  const std::string page = stead.run("brief acme").out;
  CHECK(std::ranges::count(page, '\n') <= 24);
  CHECK(has(page, "all of it: stead brief acme --format md\n"));
  for (const char* format : {"md", "html"}) {
    CAPTURE(format);
    const std::string all = stead.run(std::string("brief acme --format ") + format).out;
    CHECK(times(all, words) == 1 + 300 + 40 + 30 + 3);  // why away, asked, heard, promised, said
    CHECK(times(all, std::string(400, 'x')) == 40 + 1);
    CHECK_FALSE(has(all, "…"));
    CHECK_FALSE(has(all, "more"));
  }
}

TEST_CASE("a wider screen has room for more of the page") {
  Harness stead(ten_years());
  const std::string usual = stead.run("brief acme").out;
  stead.environment["COLUMNS"] = "96";
  const std::string wide = stead.run("brief acme").out;
  CHECK(std::ranges::count(wide, '\n') <= 24);
  CHECK(wide.size() > usual.size());
  stead.environment["COLUMNS"] = "160";
  CHECK(stead.run("brief acme").out == wide);  // no line of prose is longer than 96 columns
}

TEST_CASE("--now moves the clock there as well") {
  Harness stead(small_practice());
  stead.run("set sam --tz Japan");
  CHECK(has(stead.run("brief sam --now '2026-08-03 20:00'").out,
            "clock  Tue 03:00, 7 hours later than here (Japan)\n"));
}

TEST_CASE("brief says who sent them and when, or who brought the two together") {
  stead::test::Harness stead(stead::test::small_practice());
  stead.run("got ana,sam referral Iota -q --on 2026-05-04");
  stead.run("set bo --via-whom ana -q");
  CHECK(stead.run("brief iota").out.find("sent by  Ana Ruiz, Sam Ortiz, in May 2026\n") !=
        std::string::npos);
  CHECK(stead.run("brief bo").out.find("through Ana Ruiz\n") != std::string::npos);
  CHECK(stead.run("brief sam").out.find("through") == std::string::npos);
}
