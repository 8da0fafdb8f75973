#include "stead/ready.h"

#include "examples.h"
#include "harness.h"

#include <doctest/doctest.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace {

using nlohmann::json;
using stead::Book;
using stead::Day;
using stead::Days;
using stead::test::Harness;
using stead::test::Result;

const Day kToday{std::chrono::year{2026} / 8 / 3};

std::string iso(Day day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

// A second computation, which knows nothing of the first: day by day, over a model of its own.

struct Arrangement {
  int by = 0;  // a colleague's number
  int from = -1000;
  int to = 1000;
  bool agreed = false;
  bool briefed = false;
  bool told = false;
  int rank = 1;

  bool holds(int day) const { return from <= day && day <= to; }
  bool is_dated() const { return from > -1000 && to < 1000; }
};

struct Colleague {
  bool phone = false;
  int capacity = 0;  // 0: not said
  std::vector<std::pair<int, int>> away;
  std::set<std::string> skills;

  bool is_away(int day) const {
    return std::ranges::any_of(away, [&](auto& a) { return a.first <= day && day <= a.second; });
  }
};

struct Client {
  bool is_mine = true;
  std::string need;
  std::vector<Arrangement> cover;
};

struct Practice {
  std::vector<Colleague> colleagues;
  std::vector<Client> clients;
  std::vector<Arrangement> my_list;
};

int load_of(const Practice& all, int who, int day, const Client* with) {
  int count = 0;
  for (const Client& client : all.clients) {
    const bool agreed = std::ranges::any_of(client.cover, [&](const Arrangement& cover) {
      return cover.by == who && cover.agreed && cover.holds(day);
    });
    count += agreed || &client == with ? 1 : 0;
  }
  return count;
}

bool is_ready(const Practice& all, const Client& client, int day) {
  const Arrangement* best = nullptr;
  int best_place = 0;
  const auto consider = [&](const std::vector<Arrangement>& list, bool is_mine) {
    for (const Arrangement& cover : list) {
      const Colleague& who = all.colleagues[static_cast<std::size_t>(cover.by)];
      if (!cover.holds(day) || who.is_away(day)) continue;
      const int place = (cover.agreed ? 0 : 100000) + (is_mine ? 10000 : 0) +
                        (cover.is_dated() ? 0 : 1000) + cover.rank;
      if (best == nullptr || place < best_place) {
        best = &cover;
        best_place = place;
      }
    }
  };
  consider(client.cover, false);
  consider(all.my_list, true);
  if (best == nullptr || !best->agreed || !best->briefed || !best->told) return false;
  const Colleague& who = all.colleagues[static_cast<std::size_t>(best->by)];
  return who.phone && (who.capacity == 0 || load_of(all, best->by, day, &client) <= who.capacity);
}

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  bool one_in(int n) { return below(n) == 0; }

  Practice practice() {
    Practice all;
    all.colleagues.resize(static_cast<std::size_t>(1 + below(4)));
    for (Colleague& who : all.colleagues) {
      who.phone = !one_in(3);
      who.capacity = one_in(2) ? 1 + below(3) : 0;
      for (int i = below(3); i > 0; --i) {
        const int from = below(14) - 2;
        who.away.emplace_back(from, from + below(4));
      }
      for (const char* skill : {"mail", "network"}) {
        if (one_in(2)) who.skills.insert(skill);
      }
    }
    const int people = static_cast<int>(all.colleagues.size());
    all.clients.resize(static_cast<std::size_t>(below(6)));
    for (Client& client : all.clients) {
      client.is_mine = !one_in(5);
      if (one_in(2)) client.need = one_in(2) ? "mail" : "network";
      client.cover = arrangements(people, below(3));
    }
    all.my_list = arrangements(people, below(5) / 3);
    return all;
  }

 private:
  /// No two of them with the same person and days: that would be a fault of the book.
  std::vector<Arrangement> arrangements(int people, int count) {
    std::vector<Arrangement> list;
    std::set<std::tuple<int, int, int>> seen;
    while (count-- > 0) {
      Arrangement cover;
      cover.by = below(people);
      if (one_in(2)) cover.from = below(10) - 2;
      if (one_in(2)) cover.to = std::max(cover.from, 0) + below(8);
      cover.agreed = one_in(2);
      cover.briefed = one_in(2);
      cover.told = one_in(2);
      cover.rank = 1 + below(3);
      if (seen.emplace(cover.by, cover.from, cover.to).second) list.push_back(cover);
    }
    return list;
  }

  std::mt19937 random_;
};

std::string text_of(const std::vector<Arrangement>& list) {
  std::vector<std::string> texts;
  for (const Arrangement& cover : list) {
    std::string text = fmt::format(R"({{"by":"col-{}","rank":{})", cover.by, cover.rank);
    if (cover.from > -1000) text += R"(,"from":")" + iso(kToday + Days(cover.from)) + '"';
    if (cover.to < 1000) text += R"(,"to":")" + iso(kToday + Days(cover.to)) + '"';
    text += R"(,"offered":"2026-07-01")";
    if (cover.agreed) text += R"(,"agreed":"2026-07-01")";
    if (cover.briefed) text += R"(,"briefed":"2026-07-01")";
    if (cover.told) text += R"(,"client_told":"2026-07-01")";
    texts.push_back(text + '}');
  }
  return fmt::format("[{}]", fmt::join(texts, ","));
}

std::string book_of(const Practice& all) {
  std::vector<std::string> records;
  for (std::size_t i = 0; i < all.clients.size(); ++i) {
    const Client& client = all.clients[i];
    records.push_back(fmt::format(
        R"({{"id":"client-{0}","name":"Client {0}","kind":"org","tags":["client"]{1}{2},"cover":{3}}})",
        i, client.need.empty() ? "" : R"(,"needs":[")" + client.need + "\"]",
        client.is_mine ? "" : R"(,"client_of":"col-0")", text_of(client.cover)));
  }
  for (std::size_t i = 0; i < all.colleagues.size(); ++i) {
    const Colleague& who = all.colleagues[i];
    std::vector<std::string> away;
    for (const auto& [from, to] : who.away) {
      away.push_back(fmt::format(R"({{"from":"{}","to":"{}"}})", iso(kToday + Days(from)),
                                 iso(kToday + Days(to))));
    }
    std::vector<std::string> skills;
    for (const std::string& skill : who.skills) skills.push_back('"' + skill + '"');
    records.push_back(fmt::format(
        R"({{"id":"col-{0}","name":"Colleague {0}"{1},"tags":["colleague"],"skills":[{2}]{3},"away":[{4}]}})",
        i, who.phone ? R"(,"phone":["1"])" : "", fmt::join(skills, ","),
        who.capacity > 0 ? fmt::format(R"(,"capacity":{})", who.capacity) : "",
        fmt::join(away, ",")));
  }
  records.push_back(R"({"id":"me","name":"Me","cover":)" + text_of(all.my_list) + '}');
  return fmt::format(
      "{{\n\"stead\": 1,\n\"contacts\": [\n{}\n],\n\"promises\": [\n],\n"
      "\"interactions\": [\n]\n}}\n",
      fmt::join(records, ",\n"));
}

}  // namespace

TEST_CASE("ready is what a second computation finds, day by day, and who drops out is away") {
  int ready_seen = 0;
  int all_seen = 0;
  for (unsigned seed = 0; seed < 2000; ++seed) {
    Maker maker(seed);
    Practice all = maker.practice();
    const std::string text = book_of(all);
    const Book book = Book::strict(text, "book.json");
    const int days = 1 + maker.below(9);
    const int gone = maker.one_in(2) ? maker.below(static_cast<int>(all.colleagues.size())) : -1;
    const std::string without = gone < 0 ? "" : fmt::format("col-{}", gone);
    const stead::ReadyReport report =
        stead::ready_report(book, {kToday, kToday + Days(days - 1)}, kToday,
                            without.empty() ? stead::TakenAway() : stead::TakenAway{without});
    if (gone >= 0) all.colleagues[static_cast<std::size_t>(gone)].away.emplace_back(0, 100);
    CAPTURE(text);
    CAPTURE(without);
    std::set<std::string> expected;
    std::size_t mine = 0;
    for (std::size_t i = 0; i < all.clients.size(); ++i) {
      if (!all.clients[i].is_mine) continue;
      ++mine;
      bool ready = true;
      for (int day = 0; day < days; ++day) ready = ready && is_ready(all, all.clients[i], day);
      if (ready) expected.insert(fmt::format("client-{}", i));
    }
    std::set<std::string> found;
    for (const stead::ReadyClient& client : report.clients) {
      if (client.is_ready()) found.insert(client.client);
    }
    REQUIRE(found == expected);
    REQUIRE(report.clients.size() == mine);
    CHECK(report.ready() == expected.size());
    CHECK(report.is_ready() == (expected.size() == mine));
    CHECK(report.is_ready() == report.steps.empty());
    ready_seen += static_cast<int>(expected.size());
    all_seen += static_cast<int>(mine);
  }
  CHECK(ready_seen > 70);
  CHECK(all_seen - ready_seen > 2000);
}

TEST_CASE("what ready tells to do makes every client ready, and none of it can be left out") {
  int made_ready = 0;
  int left_out = 0;
  for (unsigned seed = 5000; seed < 5150; ++seed) {
    const std::string text = book_of(Maker(seed).practice());
    const std::string line = "ready --on 2026-08-03..2026-08-08";
    Harness stead(text);
    const json before = json::parse(stead.run(line + " --json").out);
    std::vector<std::string> commands;
    bool somebody = true;
    for (const json& step : before["steps"]) {
      somebody = somebody && !step["nobody"].get<bool>();
      std::string command = step["command"].get<std::string>().substr(6);
      if (const auto at = command.find("NUMBER"); at != std::string::npos) {
        command.replace(at, 6, "123");
      }
      commands.push_back(command);
    }
    if (!somebody || commands.empty()) continue;
    CAPTURE(text);
    CAPTURE(json(commands).dump(1));
    // Left out: none at first, then each in turn.
    for (std::size_t out = commands.size() + 1; out-- > 0;) {
      stead.write_book(text);
      for (std::size_t i = 0; i < commands.size(); ++i) {
        if (i != out) REQUIRE(stead.run(commands[i] + " -q").status == 0);
      }
      REQUIRE(stead.run(line).status == (out == commands.size() ? 0 : 1));
      ++(out == commands.size() ? made_ready : left_out);
    }
  }
  CHECK(made_ready > 40);
  CHECK(left_out > 80);
}

TEST_CASE("ready names who covers, what is missing, and the command for each thing to do") {
  Harness stead(stead::test::small_practice());
  CHECK(stead.run("ready") ==
        Result{1,
               "0 of 2 clients are ready  Mon 2026-08-03\n"
               "\n"
               "client       who covers  phone        missing\n"
               "Acme Dental  Sam Ortiz   +1 555 0100  client not told, covers only a part\n"
               "Delta GmbH   NOBODY\n"
               "\n"
               "To do  2\n"
               "  Tell Acme Dental whom to call\n"
               "    stead cover acme sam-ortiz --told\n"
               "  Ask Bo Lind to stand in for Delta GmbH, brief them and tell the client\n"
               "    stead cover delta-gmbh bo-lind 2026-08-03 --agreed --briefed --told\n",
               ""});
  CHECK(stead.run("ready --without sam")
            .out.find("1 client relies on Sam Ortiz then; 1 would stand alone.\n") !=
        std::string::npos);
  REQUIRE(stead.run("cover acme sam --told -q").status == 0);
  REQUIRE(stead.run("cover delta bo --agreed --briefed --told --on 2025-07-01 -q").status == 0);
  CHECK(stead.run("ready") ==
        Result{0,
               "Both clients are ready  Mon 2026-08-03\n"
               "\n"
               "client       who covers  phone             missing\n"
               "Acme Dental  Sam Ortiz   +1 555 0100       covers only a part\n"
               "Delta GmbH   Bo Lind     +46 70 111 22 33  agreed over a year ago\n",
               ""});
  CHECK(stead.run("ready --on 1sep").status == 1);
  CHECK(stead.run("ready --format md").out.starts_with("# Both clients are ready"));
  CHECK(stead.run("ready --format html").out.find("Sam Ortiz") != std::string::npos);
  CHECK(stead.run("ready --without me") ==
        Result{2, "", "stead: it is always asked without you\nhint: stead ready\n"});
  for (const char* line : {"ready --without nobody", "ready --on someday", "ready now"}) {
    CAPTURE(line);
    CHECK(stead.run(line).status == 2);
  }
}

TEST_CASE("one arrangement for whoever has nobody serves many clients with one command") {
  Harness stead(
      "{\n\"stead\": 1,\n\"contacts\": [\n"
      R"({"id":"a","name":"Accounts","kind":"org","tags":["client"],"needs":["mail"]},
{"id":"b","name":"Bakery","kind":"org","tags":["client"]},
{"id":"c","name":"Cem","tags":["client"]},
{"id":"me","name":"Me","cover":[{"by":"sam","offered":"2026-07-01"}]},
{"id":"sam","name":"Sam","tags":["colleague"],"skills":["mail"],"phone":["1"],"capacity":1}
],
"promises": [
],
"interactions": [
]
}
)");
  const json before = json::parse(stead.run("ready --json").out);
  REQUIRE(before["steps"].size() == 1);
  CHECK(before["steps"][0]["command"] == "stead cover me sam --agreed --briefed --told");
  CHECK(before["steps"][0]["clients"] == json{"a", "b", "c"});
  CHECK(stead.run("cover me sam --agreed --briefed --told -q").status == 0);
  CHECK(stead.run("ready").status == 0);
}

TEST_CASE("several can drop out at once, and days that are over have nothing to do") {
  stead::test::Harness stead(stead::test::small_practice());
  const stead::test::Result two = stead.run("ready --without sam,bo");
  CHECK(two.status == 1);
  CHECK(two.out.starts_with("0 of 2 clients are ready without Sam Ortiz and Bo Lind"));
  CHECK(stead.run("ready --without sam,me").status == 2);
  const stead::test::Result past = stead.run("ready --on yesterday");
  CHECK(past.status == 1);
  CHECK(past.out.starts_with("0 of 2 clients were ready  Sun 2026-08-02\n"));
  CHECK(past.out.find("To do") == std::string::npos);
  CHECK(past.out.find("stead cover") == std::string::npos);
}
