#include "harness.h"
#include "stead/brief.h"
#include "stead/render.h"
#include "stead/text.h"
#include "week_of.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>
#include <sstream>
#include <string>

using namespace stead;
using stead::test::kMonday;
using stead::test::morning_of;

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kRows = 24;
constexpr std::size_t kColumns = 80;

/// Books of all sizes in which everything is about one contact, `acme`.
class BookOfOne {
 public:
  explicit BookOfOne(unsigned seed) : dice_(seed) {}

  std::string text() {
    Json contacts = Json::array({main_contact(), {{"id", "me"}, {"name", "Jan Hale"}}});
    contacts[1]["tz"] = "Europe/Berlin";
    if (one_in(2)) contacts[1]["hours"] = "mon-fri 09:00-17:00";
    for (int i = 0; i < people_; ++i) contacts.push_back(person(i));
    contacts.push_back({{"id", "bo"}, {"name", words(6)}, {"phone", {words(4)}}});
    Json promises = Json::array();
    for (int i = below(12); i > 0; --i) promises.push_back(promise(i));
    Json interactions = Json::array();
    for (int i = below(40); i > 0; --i) interactions.push_back(interaction(i));
    return Json{{"stead", 1},
                {"contacts", contacts},
                {"promises", promises},
                {"interactions", interactions}}
        .dump();
  }

 private:
  int below(int sides) { return static_cast<int>(dice_() % static_cast<unsigned>(sides)); }
  bool one_in(int sides) { return below(sides) == 0; }

  /// Some words of all kinds: long ones, wide ones, lines, and what is escaped when it is shown.
  std::string words(int most) {
    static const std::vector<std::string> kWords{"call",
                                                 "about",
                                                 "the-server-room-of-the-old-office-in-the-town",
                                                 "会議",
                                                 "наблюд",
                                                 "\u0007",
                                                 "naïve",
                                                 "a",
                                                 "line\nbreak",
                                                 "مرحبا",
                                                 std::string(90, 'x')};
    std::string text = "w";
    for (int i = below(most) + 1; i > 0; --i) {
      text += ' ' + kWords[static_cast<std::size_t>(below(static_cast<int>(kWords.size())))];
    }
    return text;
  }

  std::string day(int from, int days) { return to_string(kMonday + Days{from + below(days)}); }

  Json main_contact() {
    Json contact{{"id", "acme"}, {"name", words(8)}};
    is_org_ = one_in(2);
    if (is_org_) contact["kind"] = "org";
    people_ = is_org_ ? below(9) : 0;
    for (const char* field : {"title", "note"}) {
      if (one_in(2)) contact[field] = words(30);
    }
    for (const char* field : {"phone", "email"}) {
      for (int i = below(4); i > 0; --i) contact[field].push_back(words(4) + std::to_string(i));
    }
    for (const char* tag : {"client", "colleague", "friend", "network"}) {
      if (one_in(2)) contact["tags"].push_back(tag);
    }
    if (one_in(2)) contact["tz"] = "Japan";
    if (one_in(3)) contact["archived"] = "2026-07-01";
    if (one_in(2)) contact["every"] = "2w";
    if (one_in(2)) contact["reply_within"] = "4h";
    if (one_in(2)) contact["client_of"] = "bo";
    if (one_in(2)) contact["away"] = {{{"from", day(-3, 9)}, {"why", words(9)}}};
    if (one_in(2)) contact["cover"] = {{{"by", "bo"}, {"agreed", "2020-01-01"}}};
    add_heard(contact);
    return contact;
  }

  void add_heard(Json& contact) {
    for (int i = below(7); i > 0; --i) {
      contact["heard"].push_back(
          {{"text", words(20) + std::to_string(i)}, {"on", day(-3000, 3000)}});
    }
  }

  Json person(int number) {
    Json person{{"id", fmt::format("p{}", number)}, {"name", words(5)}, {"org", "acme"}};
    if (one_in(2)) person["title"] = words(5);
    add_heard(person);
    return person;
  }

  std::string somebody() {
    return people_ > 0 && one_in(2) ? fmt::format("p{}", below(people_)) : "acme";
  }

  Json promise(int number) {
    const bool mine = one_in(2);
    Json promise{{"id", fmt::format("q{}", number)},
                 {"by", mine ? "me" : somebody()},
                 {"to", mine ? somebody() : "me"},
                 {"text", words(20)},
                 {"made", "2020-01-01"}};
    if (one_in(4)) promise["for"] = "bo";
    if (!one_in(4)) promise["due"] = day(-900, 1000);
    return promise;
  }

  Json interaction(int number) {
    Json talk{{"id", fmt::format("i{:02}", number)},
              {"at", day(-3650, 3650)},
              {"with", {somebody()}},
              {"text", words(25)}};
    if (one_in(3)) talk["with"].push_back("bo");
    if (one_in(2)) talk["went"] = "badly";
    if (one_in(3)) {
      talk["from"] = "them";
      talk["needs_reply"] = true;
      talk["urgent"] = true;
    }
    if (one_in(4)) {
      talk["via"] = "note";
      talk["deed"] = {{"kind", one_in(2) ? "cover" : "advice"}, {"dir", "got"}, {"amount", "3d"}};
    }
    return talk;
  }

  std::mt19937 dice_;
  int people_ = 0;
  bool is_org_ = false;
};

/// The page as it is at 80 columns, a line each.
std::vector<std::string> lines_of_brief(const std::string& book) {
  const Brief brief =
      brief_report(Book::strict(book, "book.json"), "acme", morning_of(kMonday), 540);
  std::istringstream in(render_text(on_one_screen(brief, kColumns), TextStyle{.width = kColumns}));
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE(
    "the page before a call has no more than 24 lines of 80 columns, whatever is in the book") {
  std::size_t most = 0;
  for (unsigned seed = 0; seed < 400; ++seed) {
    CAPTURE(seed);
    const std::vector<std::string> lines = lines_of_brief(BookOfOne(seed).text());
    most = std::max(most, lines.size());
    CHECK(lines.size() <= kRows);
    for (const std::string& line : lines) CHECK(columns(line) <= kColumns);
  }
  CHECK(most == kRows);  // the books are as full as a page can be
}

TEST_CASE("a page that is cut names the command that shows all of it, whole and on one line") {
  constexpr auto kCommand = "all of it: stead brief acme --format md";
  std::size_t cut = 0;
  for (unsigned seed = 0; seed < 100; ++seed) {
    CAPTURE(seed);
    const std::string book = BookOfOne(seed).text();
    const Brief brief =
        brief_report(Book::strict(book, "book.json"), "acme", morning_of(kMonday), 540);
    const std::string all = render_text(to_document(brief), TextStyle{.width = kColumns});
    const std::string page = render_text(on_one_screen(brief, kColumns), {.width = kColumns});
    CHECK((page == all) == (page.find(kCommand) == page.npos));
    cut += page == all ? 0U : 1U;
  }
  CHECK(cut > 10);
}

TEST_CASE("what does not fit on the page stays in JSON") {
  const std::string book = BookOfOne(7).text();
  const auto all = Json::parse(book);
  const Brief brief =
      brief_report(Book::strict(book, "book.json"), "acme", morning_of(kMonday), 540);
  const auto json = Json::parse(to_json(brief));
  std::size_t heard = 0;
  for (const Json& contact : all["contacts"]) heard += contact.value("heard", Json::array()).size();
  CHECK(json["heard"].size() == heard);
  CHECK(json["promises"].size() == all["promises"].size());
}
