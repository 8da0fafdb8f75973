#include "stead/packet.h"

#include "harness.h"
#include "random_model.h"
#include "stead/check.h"
#include "stead/covering.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>
#include <string>
#include <vector>

// Two books played against each other: two colleagues who stand in for each other through a year.

namespace {

using namespace stead;
using stead::random_model::Dice;
using stead::test::Harness;
using stead::test::Result;

/// What one of the two has to have in the end.
struct Expected {
  std::set<std::string> logs;               ///< Each text once.
  std::map<std::string, std::string> by;    ///< Who did it, of what the other one did.
  std::set<std::string> kept;               ///< Promises, by text, kept by the stand-in.
  std::map<std::string, std::string> dues;  ///< Of promises that were moved.
  std::set<std::string> heard;              ///< What was heard by the other one.
  std::set<std::string> people;             ///< Names in the book.
};

struct Client {
  std::string handle;
  std::string name;
  std::string person;
  std::set<Day> covered;  ///< By the other one.
};

struct Side {
  Harness stead;
  std::string name;
  std::string other;  ///< The handle of the other one in this book.
  std::vector<Client> clients;
  Expected expected;
  std::vector<std::string> handed;  ///< Names of clients that the other one has had by packet.

  Result must(const std::vector<std::string>& line, Day day) {
    std::vector<std::string> words = line;
    words.insert(words.end(), {"--now", to_string(day) + "T12:00"});
    const Result result = stead.run(words);
    CAPTURE(fmt::format("{}", fmt::join(words, " ")));
    REQUIRE_MESSAGE(result.status < 2, result.err);
    return result;
  }
  std::string packet() const { return (stead.folder() / "packet.json").string(); }
};

class Year {
 public:
  explicit Year(unsigned seed) : dice_(seed) {
    begin(jan_, "Jan Hale", "Bo Lind", {"Acme", "Delta", "Eta"}, 1000);
    begin(bo_, "Bo Lind", "Jan Hale", {"Kestrel", "Lark"}, 2000000);
    jan_.other = "bo-lind";
    bo_.other = "jan-hale";
  }

  void play() {
    for (unsigned month = 1; month <= 12; ++month) {
      Side& owner = month % 2 == 1 ? jan_ : bo_;
      Side& stand_in = month % 2 == 1 ? bo_ : jan_;
      const Day first = Day{std::chrono::year{2026} / std::chrono::month{month} / 1} +
                        Days{2 + int(dice_.below(8))};
      absence(owner, stand_in, {first, first + Days{2 + int(dice_.below(12))}});
    }
    for (Side* side : {&jan_, &bo_}) {
      must_be_right(*side);
      Side& other = side == &jan_ ? bo_ : jan_;
      must_cover(*side, other);
    }
  }

 private:
  static void begin(Side& side, const std::string& name, const std::string& other,
                    const std::vector<std::string>& clients, std::uint64_t seed) {
    side.name = name;
    side.stead.seed(seed);
    const Day day{std::chrono::year{2026} / 1 / 1};
    side.must({"init", name}, day);
    side.must({"add", other, "--tag", "colleague", "--phone", "1"}, day);
    side.must({"add", "Private Eye"}, day);
    side.expected.people = {name, other, "Private Eye"};
    for (const std::string& client : clients) {
      const std::string person = "Pat of " + client;
      side.must({"add", client, "--kind", "org", "--tag", "client"}, day);
      side.must({"add", person, "--org", client}, day);
      side.clients.push_back({handle_of(client), client, handle_of(person), {}});
      side.expected.people.insert({client, person});
    }
  }

  static std::string handle_of(std::string name) {
    for (char& c : name) c = c == ' ' ? '-' : static_cast<char>(std::tolower(c));
    return name;
  }

  /// Words that stand nowhere else, the same in either book.
  std::string words(const char* what) { return fmt::format("{} number{}", what, ++count_); }

  void absence(Side& owner, Side& stand_in, Period period) {
    const std::string days = to_string(period.first) + ".." + to_string(period.last);
    const Day before = period.first - Days{1};
    std::vector<Client*> covered;
    for (Client& client : owner.clients) {
      if (dice_.chance(30) && &client != &owner.clients.front()) continue;
      owner.must({"cover", client.handle, owner.other, days, "--agreed"}, before);
      for (Day day = period.first; day <= period.last; day += Days{1}) client.covered.insert(day);
      owned_promise(owner, client, period);
      covered.push_back(&client);
    }
    owner.must({"away", days}, before);
    hand(owner, stand_in, {"handoff", owner.other, "--packet", owner.packet()}, before);
    for (const Client* client : covered) {
      // Nobody of the same name is in both books, so that names tell who came.
      stand_in.expected.people.insert({client->name, "Pat of " + client->name});
      for (const std::string& met : met_[client->name]) stand_in.expected.people.insert(met);
    }
    for (Day day = period.first; day <= period.last; day += Days{1}) {
      if (dice_.chance(70)) help(owner, stand_in, *dice_.one_of(covered), day);
      if (dice_.chance(20)) {
        stand_in.must({"log", "private", words("own")}, day);
      }
      if (dice_.chance(15)) give_back(owner, stand_in, day);
    }
    give_back(owner, stand_in, period.last + Days{1});
    must_be_right(owner);
  }

  void owned_promise(Side& owner, const Client& client, Period period) {
    const std::string text = words("owned");
    owner.must({"promise", client.person, text, "--by", to_string(period.last)},
               period.first - Days{1});
    open_[client.name].push_back(text);
    const std::string log = words("before");
    owner.must({"log", client.person, log}, period.first - Days{1});
    owner.expected.logs.insert(log);
  }

  /// One thing that the stand-in does, and what the owner has to have of it.
  void help(Side& owner, Side& stand_in, const Client& client, Day day) {
    std::vector<std::string>& open = open_[client.name];
    const std::size_t what = dice_.below(6);
    if (what == 0 && !open.empty()) {
      const std::string text = open.back();
      open.pop_back();
      stand_in.must({"keep", client.person, text}, day);
      owner.expected.kept.insert(text);
    } else if (what == 1 && !open.empty()) {
      const std::string due = to_string(day + Days{3 + int(dice_.below(5))});
      stand_in.must({"tell", client.person, open.back(), words("later is better"), "--by", due},
                    day);
      owner.expected.dues[open.back()] = due;
    } else if (what == 2) {
      open.push_back(words("made"));
      stand_in.must({"promise", client.person, open.back(), "--by", to_string(day + Days{2})}, day);
      owner.expected.dues[open.back()] = to_string(day + Days{2});
    } else if (what == 3) {
      const std::string text = words("matters");
      stand_in.must({"heard", client.person, text}, day);
      owner.expected.heard.insert(text);
    } else if (what == 4 && met_[client.name].size() < 2) {
      const std::string name = fmt::format("New {} {}", client.name, met_[client.name].size());
      stand_in.must({"add", name, "--org", client.handle}, day);
      met_[client.name].insert(name);
      for (Side* side : {&owner, &stand_in}) side->expected.people.insert(name);
      log(owner, stand_in, handle_of(name), day);
    } else {
      log(owner, stand_in, dice_.chance(50) ? client.handle : client.person, day);
    }
  }

  void log(Side& owner, Side& stand_in, const std::string& who, Day day) {
    const std::string text = words("did");
    stand_in.must({"log", who, text}, day);
    owner.expected.logs.insert(text);
    owner.expected.by[text] = owner.other;
  }

  void give_back(Side& owner, Side& stand_in, Day day) {
    const std::vector<std::string> line{"handoff", stand_in.other, "--back", "--packet",
                                        stand_in.packet()};
    std::vector<std::string> words = line;
    words.insert(words.end(), {"--now", to_string(day) + "T13:00"});
    const Result made = stand_in.stead.run(words);
    if (made.status == 2) return;  // there is nothing yet
    hand(stand_in, owner, line, day);
  }

  /// Makes a packet and takes it in, sometimes twice.
  void hand(Side& from, Side& to, const std::vector<std::string>& line, Day day) {
    const std::string before = from.stead.book();
    from.must(line, day);
    CHECK(from.stead.book() == before);
    to.must({"receive", from.packet(), "--yes"}, day);
    const std::string after = to.stead.book();
    CHECK(check(after, "book.json").faults() == 0);
    if (!dice_.chance(50)) return;
    to.must({"receive", from.packet(), "--yes"}, day);
    CHECK(to.stead.book() == after);
  }

  static void must_be_right(const Side& side) {
    const std::string text = side.stead.book();
    const Book book = Book::strict(text, "book.json");
    std::map<std::string, int> logs;
    for (std::size_t i = 0; i < book.size(Collection::interactions); ++i) {
      const Interaction each = book.interaction(i);
      ++logs[each.text];
      const auto by = side.expected.by.find(each.text);
      if (by != side.expected.by.end()) CHECK(each.by == by->second);
      const bool is_private = each.text.starts_with("own") && !each.by.empty();
      CHECK(!is_private);
    }
    for (const std::string& log : side.expected.logs) CHECK_MESSAGE(logs[log] == 1, log);
    std::map<std::string, Promise> promises;
    for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
      const Promise promise = book.promise(i);
      CHECK_MESSAGE(promises.emplace(promise.text, promise).second, promise.text);
    }
    for (const std::string& kept : side.expected.kept) {
      CAPTURE(kept);
      CHECK(promises[kept].status == "kept");
      CHECK(promises[kept].done_by == side.other);
    }
    for (const auto& each : side.expected.dues) {
      const auto& promise = each.first;
      const auto& due = each.second;
      CAPTURE(promise);
      CHECK(to_string(*promises[promise].due) == due);
    }
    must_have_people(book, side);
  }

  static void must_have_people(const Book& book, const Side& side) {
    std::multiset<std::string> names;
    std::multiset<std::string> heard;
    for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
      names.insert(book.contact(i).name);
      for (const Heard& each : book.contact(i).heard) heard.insert(each.text);
    }
    CHECK(std::vector<std::string>(names.begin(), names.end()) ==
          std::vector<std::string>(side.expected.people.begin(), side.expected.people.end()));
    for (const std::string& text : side.expected.heard) CHECK_MESSAGE(heard.count(text) == 1, text);
  }

  /// Each day of the year, both books name the same one to call.
  static void must_cover(const Side& owner, const Side& stand_in) {
    const std::string mine = owner.stead.book();
    const std::string theirs = stand_in.stead.book();
    const Book book = Book::strict(mine, "book.json");
    const Book other = Book::strict(theirs, "book.json");
    for (const Client& client : owner.clients) {
      for (Day day{std::chrono::year{2026} / 1 / 1}; day < Day{std::chrono::year{2027} / 1 / 1};
           day += Days{1}) {
        const bool covered = client.covered.contains(day);
        const Covering here = covering(book, client.handle, day);
        const Candidate* answer = here.answer();
        REQUIRE((answer != nullptr && answer->who == owner.other) == covered);
        if (!other.find_contact(client.handle)) continue;
        const Covering there = covering(other, client.handle, day);
        REQUIRE((there.answer() != nullptr && there.answer()->who == "me") == covered);
        REQUIRE(there.owner == stand_in.other);
      }
    }
  }

  Dice dice_;
  Side jan_;
  Side bo_;
  int count_ = 0;
  std::map<std::string, std::vector<std::string>> open_;  ///< Promises, by client.
  std::map<std::string, std::set<std::string>> met_;      ///< New people, by client.
};

}  // namespace

TEST_CASE(
    "through a year of absences two books lose nothing, double nothing and agree on who covers") {
  for (const unsigned seed : {1U, 2U, 3U}) {
    CAPTURE(seed);
    Year(seed).play();
  }
}
