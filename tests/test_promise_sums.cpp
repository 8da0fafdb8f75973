#include "stead/promise_sums.h"

#include "harness.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace stead;
using nlohmann::json;
using stead::test::Harness;

Now noon_of(const std::string& day) {
  return {*day_from(day), {12 * 60, 120}, [](Day, int) { return 120; }};
}

std::string book_with(const std::vector<std::string>& promises) {
  std::string text = R"({"stead":1,"contacts":[{"id":"ana","name":"Ana"},{"id":"bo","name":"Bo"},)"
                     R"({"id":"me","name":"Jan"}],"promises":[)";
  for (std::size_t i = 0; i < promises.size(); ++i) text += (i > 0 ? ",\n" : "\n") + promises[i];
  return text + R"(],"interactions":[]})";
}

PromiseSums sums_of(const std::vector<std::string>& promises, const std::string& today) {
  const std::string text = book_with(promises);
  return promise_sums(Book::strict(text, "book.json"), noon_of(today));
}

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(engine_); }
  bool chance(int percent) { return below(100) < percent; }

 private:
  std::mt19937 engine_;
};

// A calendar of its own for the second computation: days since the end of the year 2023.

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::string iso(int number) {
  int year = 2024;
  int month = 1;
  while (number > days_in(year, month)) {
    number -= days_in(year, month);
    if (++month > 12) {
      month = 1;
      ++year;
    }
  }
  return fmt::format("{}-{:02}-{:02}", year, month, number);
}

int number_of(const std::string& date) {
  int number = 1;
  while (iso(number) != date.substr(0, 10)) ++number;
  return number;
}

double middle_of(std::vector<int> values) {
  std::ranges::sort(values);
  return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2.0;
}

/// Is one ISO text after another? Both times have one offset, so their letters tell.
bool is_after(const std::string& a, const std::string& b) {
  const bool times = a.size() > 10 && b.size() > 10;
  return times ? a > b : a.substr(0, 10) > b.substr(0, 10);
}

/// The sums again, from the letters of the records.
class SecondSums {
 public:
  explicit SecondSums(std::string now) : now_(std::move(now)) {}

  void add(const json& promise) {
    if (promise["by"] == "me" && promise["to"] == "me") return;
    SideSums& sums = promise["by"] == "me" ? sums_.mine : sums_.theirs;
    std::vector<int>& days = promise["by"] == "me" ? mine_ : theirs_;
    json told = promise.value("told", json::array());
    std::stable_sort(told.begin(), told.end(), [](const json& a, const json& b) {
      return a["on"].get<std::string>() < b["on"].get<std::string>();
    });
    const auto moves = [](const json& each) {
      return each.contains("due") || each.contains("due_was");
    };
    const auto first = std::find_if(told.begin(), told.end(), moves);
    std::string due = first == told.end() ? promise.value("due", "") : first->value("due_was", "");
    std::string counts = due;
    const std::string status = promise.value("status", "");
    const std::string closed = promise.value("closed", "");
    bool in_time = false;
    bool moved = false;
    bool is_over = false;
    for (const json& each : told) {
      const std::string on = each["on"];
      in_time = in_time || due.empty() || !is_after(on, due);
      if (!moves(each)) continue;
      if (each.contains("due_was")) {
        moved = true;
        ++sums.moves;
      }
      if (each.contains("due") && each.contains("due_was")) {
        days.push_back(number_of(each["due"]) - number_of(each["due_was"]));
      }
      due = each.value("due", "");
      // What was told after the end is too late to count, and so is all behind it.
      is_over = is_over || (!closed.empty() && is_after(on, closed));
      if (!is_over && (counts.empty() || !is_after(on, counts))) counts = due;
    }
    const std::string in_force = promise.value("due", "");
    bool late = !closed.empty() && !counts.empty() && is_after(closed, counts);
    if (status.empty()) {
      ++sums.open;
      late = !in_force.empty() && is_after(now_, in_force);
      if (late) ++sums.late;
    } else if (status == "kept") {
      ++(counts.empty()                                ? sums.kept_undated
         : late                                        ? sums.kept_late
         : closed.substr(0, 10) < counts.substr(0, 10) ? sums.kept_early
                                                       : sums.kept_on_the_day);
    } else {
      ++(status == "broken" ? sums.broken : sums.released);
      sums.released_late += status == "released" && late ? 1U : 0U;
    }
    if (late || moved || status == "broken") {
      ++(told.empty() ? sums.never_told : in_time ? sums.told_in_time : sums.told_late);
    }
  }

  PromiseSums sums() {
    for (const auto& [side, days] : {std::pair(&sums_.mine, &mine_), {&sums_.theirs, &theirs_}}) {
      for (const int each : *days) side->days_moved += each;
      if (!days->empty()) side->median_days = middle_of(*days);
    }
    return sums_;
  }

 private:
  std::string now_;
  PromiseSums sums_;
  std::vector<int> mine_;
  std::vector<int> theirs_;
};

std::string random_when(Dice& dice) {
  const std::string day = iso(1 + dice.below(40));
  if (dice.chance(70)) return day;
  return fmt::format("{}T{:02}:{:02}+02:00", day, dice.below(24), dice.below(60));
}

/// A promise of any life, also one that no command would write.
json random_promise(Dice& dice, int index) {
  const int side = dice.below(5);
  json promise{{"id", fmt::format("p{}", index)},
               {"by", side < 2 || side == 4 ? "me" : "ana"},
               {"to", side < 2 ? "bo" : "me"},
               {"text", "something"},
               {"made", iso(1)}};
  if (side == 4) promise["for"] = "ana";
  std::string due = dice.chance(80) ? random_when(dice) : "";
  json told = json::array();
  for (int n = dice.below(4); n > 0; --n) {
    json each{{"on", random_when(dice)}, {"text", fmt::format("text {}", n)}};
    if (dice.chance(60)) {
      const std::string next = dice.chance(80) ? random_when(dice) : "";
      if (!due.empty()) each["due_was"] = due;
      if (!next.empty()) each["due"] = next;
      due = next;
    }
    told.push_back(each);
  }
  if (!told.empty()) promise["told"] = told;
  if (!due.empty()) promise["due"] = due;
  if (dice.chance(70)) {
    constexpr std::array<const char*, 3> kEndings{"kept", "released", "broken"};
    promise["status"] = kEndings[static_cast<std::size_t>(dice.below(3))];
    promise["closed"] = random_when(dice);
  }
  return promise;
}

std::string in_words(const SideSums& sums) {
  return fmt::format(
      "early {}, on the day {}, late {}, undated {}, released {} ({} late), broken {}, open {} ({} "
      "late); "
      "told "
      "{}, late {}, never {}; moved {}, days {}, median {}",
      sums.kept_early, sums.kept_on_the_day, sums.kept_late, sums.kept_undated, sums.released,
      sums.released_late, sums.broken, sums.open, sums.late, sums.told_in_time, sums.told_late,
      sums.never_told, sums.moves, sums.days_moved, sums.median_days.value_or(-1000));
}

// Lives that are lived day by day, through the commands.

struct ToldOnDay {
  int day;
  int due_before;  ///< 0: none.
  int due_after;
};

struct Life {
  std::string id;
  std::string who;
  bool mine = false;
  int first_day = 0;
  int due = 0;
  std::vector<int> due_at_dawn{};  ///< Of each day that it was open, from the first on.
  std::vector<ToldOnDay> told{};
  std::string ending{};  ///< The command that closed it.
  int closed = 0;

  bool was_late_on(std::size_t open_for) const {
    const int due_then = due_at_dawn[open_for];
    return due_then != 0 && due_then < first_day + static_cast<int>(open_for);
  }
  /// The date in force when a day was over.
  int due_at_dusk(int day) const {
    const auto next = static_cast<std::size_t>(day + 1 - first_day);
    return next < due_at_dawn.size() ? due_at_dawn[next] : due;
  }
  /// One that was late on a morning until it ended, or whose end came after its date, was late.
  bool was_ever_late() const {
    for (std::size_t i = 0; i <= static_cast<std::size_t>(closed - first_day); ++i) {
      if (was_late_on(i)) return true;
    }
    return due_at_dusk(closed) != 0 && due_at_dusk(closed) < closed;
  }
};

/// The sums of one side from what happened day by day.
class LivedSums {
 public:
  void add(const Life& life) {
    const bool is_bad = add_ending(life);
    const bool is_moved = add_moves(life);
    if (!is_bad && !is_moved) return;
    const auto in_time = [](const ToldOnDay& each) {
      return each.due_before == 0 || each.day <= each.due_before;
    };
    ++(life.told.empty()                         ? sums_.never_told
       : std::ranges::any_of(life.told, in_time) ? sums_.told_in_time
                                                 : sums_.told_late);
  }

  SideSums sums() {
    for (const int each : days_) sums_.days_moved += each;
    if (!days_.empty()) sums_.median_days = middle_of(days_);
    return sums_;
  }

 private:
  /// Is it late, was it when it ended, or was it broken?
  bool add_ending(const Life& life) {
    if (life.ending.empty()) {
      const int today = life.first_day + static_cast<int>(life.due_at_dawn.size()) - 1;
      const bool is_late = life.due != 0 && life.due < today;
      ++sums_.open;
      sums_.late += is_late ? 1 : 0;
      return is_late;
    }
    if (life.ending == "keep") {
      const bool was_late = life.was_ever_late();
      const int due = life.due_at_dusk(life.closed);
      ++(was_late            ? sums_.kept_late
         : due == 0          ? sums_.kept_undated
         : life.closed < due ? sums_.kept_early
                             : sums_.kept_on_the_day);
      return was_late;
    }
    const bool was_late = life.was_ever_late();
    ++(life.ending == "break" ? sums_.broken : sums_.released);
    sums_.released_late += life.ending == "release" && was_late ? 1U : 0U;
    return life.ending == "break" || was_late;
  }

  bool add_moves(const Life& life) {
    bool moved = false;
    for (const ToldOnDay& each : life.told) {
      if (each.due_before == each.due_after || each.due_before == 0) continue;
      moved = true;
      ++sums_.moves;
      if (each.due_after != 0) {
        days_.push_back(each.due_after - each.due_before);
      }
    }
    return moved;
  }

  SideSums sums_;
  std::vector<int> days_;
};

/// Some weeks of somebody who makes promises, and what becomes of them.
class Weeks {
 public:
  explicit Weeks(unsigned seed) : dice_(seed), stead_(book_with({})) {}

  void live(int days) {
    for (today_ = 1; today_ <= days; ++today_) {
      for (Life& life : lives_) {
        if (life.ending.empty()) life.due_at_dawn.push_back(life.due);
      }
      if (dice_.chance(30)) promise();
      for (Life& life : lives_) {
        if (!life.ending.empty() || dice_.chance(80)) continue;
        dice_.chance(40) ? close(life) : tell(life);
      }
    }
    today_ = days;
  }

  const std::vector<Life>& lives() const { return lives_; }

  json sums(const std::string& who) {
    return json::parse(run("promises --closed --json " + who))["sums"];
  }

 private:
  std::string run(const std::string& line) {
    const auto result = stead_.run(line + " --now " + iso(today_) + "T12:00");
    REQUIRE_MESSAGE(result.status == 0, line << result.err);
    return result.out;
  }

  void promise() {
    Life life{.id = "", .who = dice_.chance(50) ? "ana" : "bo", .mine = dice_.chance(50)};
    life.first_day = today_;
    if (dice_.chance(85)) life.due = today_ + dice_.below(20);
    life.due_at_dawn.push_back(life.due);
    const std::string side = life.mine ? life.who : "--from " + life.who;
    const std::string by = life.due == 0 ? "" : " --by " + iso(life.due);
    const json made = json::parse(run("promise " + side + " thing" + by + " --json"));
    life.id = made["changes"][0]["id"];
    lives_.push_back(life);
  }

  void close(Life& life) {
    constexpr std::array<const char*, 3> kEndings{"keep", "release", "break"};
    life.ending = kEndings[static_cast<std::size_t>(dice_.below(3))];
    // It may have been some days ago, also before somebody was told of another date.
    const int days_ago = dice_.chance(40) ? dice_.below(6) : 0;
    life.closed = std::max(life.first_day, today_ - days_ago);
    run(life.ending + " " + life.id + " -q --on " + iso(life.closed));
  }

  void tell(Life& life) {
    const int before = life.due;
    std::string by;
    if (dice_.chance(60)) {
      life.due = std::max(1, today_ - 2 + dice_.below(20));
      by = " --by " + iso(life.due);
    } else if (life.due != 0 && dice_.chance(20)) {
      life.due = 0;
      by = " --by none";
    }
    run("tell " + life.id + " words" + by + " -q");
    life.told.push_back({today_, before, life.due});
  }

  Dice dice_;
  Harness stead_;
  std::vector<Life> lives_;
  int today_ = 1;
};

SideSums sums_from(const json& sums) {
  SideSums found{.kept_early = sums["kept_early"],
                 .kept_on_the_day = sums["kept_on_the_day"],
                 .kept_late = sums["kept_late"],
                 .kept_undated = sums["kept_undated"],
                 .released = sums["released"],
                 .released_late = sums["released_late"],
                 .broken = sums["broken"],
                 .open = sums["open"],
                 .late = sums["late"],
                 .told_in_time = sums["told_in_time"],
                 .told_late = sums["told_late"],
                 .never_told = sums["never_told"],
                 .moves = sums["moves"],
                 .days_moved = sums["days_moved"],
                 .median_days = {}};
  if (!sums["median_days"].is_null()) found.median_days = sums["median_days"].get<double>();
  return found;
}

}  // namespace

TEST_CASE("sums count how promises ended, who was told, and how far dates were moved") {
  const PromiseSums sums = sums_of(
      {
          R"({"id":"a","by":"me","to":"ana","text":"x","made":"2026-07-01","due":"2026-07-10","status":"kept","closed":"2026-07-09"})",
          R"({"id":"b","by":"me","to":"ana","text":"x","made":"2026-07-01","due":"2026-07-10","status":"kept","closed":"2026-07-10"})",
          R"({"id":"c","by":"me","to":"ana","text":"x","made":"2026-07-01","due":"2026-07-10","status":"kept","closed":"2026-07-12"})",
          R"({"id":"d","by":"me","to":"ana","text":"x","made":"2026-07-01","status":"kept","closed":"2026-07-12"})",
          R"({"id":"e","by":"me","to":"ana","text":"x","made":"2026-07-01","due":"2026-07-20","told":[{"on":"2026-07-10","due_was":"2026-07-10","due":"2026-07-14"},{"on":"2026-07-13","due_was":"2026-07-14","due":"2026-07-20"}],"status":"kept","closed":"2026-07-20"})",
          R"({"id":"f","by":"me","to":"ana","text":"x","made":"2026-07-01","due":"2026-07-10","told":[{"on":"2026-07-11","text":"sorry"}],"status":"broken","closed":"2026-07-12"})",
          R"({"id":"g","by":"me","to":"ana","text":"x","made":"2026-07-01","due":"2026-07-10","status":"released","closed":"2026-07-12"})",
          R"({"id":"h","by":"me","to":"ana","text":"x","made":"2026-07-01","due":"2026-07-10"})",
          R"({"id":"i","by":"me","to":"ana","text":"x","made":"2026-07-01","due":"2026-09-10","told":[{"on":"2026-07-02","text":"on my way"}]})",
          R"({"id":"j","by":"me","to":"me","for":"ana","text":"x","made":"2026-07-01","due":"2026-07-10","status":"kept","closed":"2026-07-12"})",
          R"({"id":"k","by":"bo","to":"me","text":"x","made":"2026-07-01","told":[{"on":"2026-07-12","due_was":"2026-07-10"}]})",
      },
      "2026-08-03");
  CHECK(in_words(sums.mine) == in_words({.kept_early = 1,
                                         .kept_on_the_day = 2,
                                         .kept_late = 1,
                                         .kept_undated = 1,
                                         .released = 1,
                                         .released_late = 1,
                                         .broken = 1,
                                         .open = 2,
                                         .late = 1,
                                         .told_in_time = 1,
                                         .told_late = 1,
                                         .never_told = 3,
                                         .moves = 2,
                                         .days_moved = 10,
                                         .median_days = 5}));
  CHECK(in_words(sums.theirs) == in_words({.open = 1, .told_late = 1, .moves = 1}));
  CHECK(sums.mine.all() == 9);
  CHECK(sums_of({}, "2026-08-03") == PromiseSums{});
}

TEST_CASE("sums over random promises are those of a second computation from their letters") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    std::vector<std::string> promises;
    SecondSums second("2024-01-21T12:00+02:00");
    for (int i = 0, n = dice.below(12); i < n; ++i) {
      const json promise = random_promise(dice, i);
      promises.push_back(promise.dump());
      second.add(promise);
    }
    CAPTURE(book_with(promises));
    const PromiseSums expected = second.sums();
    const PromiseSums sums = sums_of(promises, "2024-01-21");
    CHECK(in_words(sums.mine) == in_words(expected.mine));
    CHECK(in_words(sums.theirs) == in_words(expected.theirs));
  }
}

TEST_CASE("promises lived through the commands, day by day, have the sums of their days") {
  for (unsigned seed = 1; seed <= 6; ++seed) {
    CAPTURE(seed);
    Weeks weeks(seed);
    weeks.live(75);  // 29 February is among them
    CHECK(weeks.lives().size() > 10);
    for (const std::string who : {"", "ana", "bo"}) {
      CAPTURE(who);
      LivedSums mine;
      LivedSums theirs;
      for (const Life& life : weeks.lives()) {
        if (who.empty() || life.who == who) (life.mine ? mine : theirs).add(life);
      }
      const json sums = weeks.sums(who);
      CHECK(in_words(sums_from(sums[0])) == in_words(mine.sums()));
      CHECK(in_words(sums_from(sums[1])) == in_words(theirs.sums()));
    }
  }
}
