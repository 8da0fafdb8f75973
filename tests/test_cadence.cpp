#include "stead/cadence.h"

#include "stead/book.h"
#include "stead/edits.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace stead;

const Day kMonday{std::chrono::year{2026} / 8 / 3};

/// The rhythm of contacts so many days before kMonday, in words.
std::string rhythm_of(std::vector<int> days_before, Day today = kMonday) {
  std::ranges::sort(days_before);
  ContactWeeks weeks;
  for (const int days : days_before) weeks.add(kMonday - Days{days});
  const auto rhythm = weeks.rhythm(today);
  return rhythm ? to_string(rhythm->every) + " " + to_string(rhythm->last_week) : "none";
}

std::vector<int> each(int step, int count) {
  std::vector<int> days;
  for (int i = 0; i < count; ++i) days.push_back(i * step);
  return days;
}

}  // namespace

TEST_CASE("a rhythm is the median of the gaps between weeks with contact") {
  CHECK(rhythm_of(each(7, 5)) == "1w 2026-08-03");
  CHECK(rhythm_of(each(14, 9)) == "2w 2026-08-03");
  CHECK(rhythm_of(each(30, 9)) == "4w 2026-08-03");
  CHECK(rhythm_of({7, 21, 28, 70, 77, 105}) == "2w 2026-07-27");  // gaps of 2, 1, 6, 1 and 4 weeks
  CHECK(rhythm_of({0, 7, 14, 42, 70}) == "4w 2026-08-03");  // 1, 1, 4, 4: the longer in the middle
}

TEST_CASE("a rhythm needs contact in five different weeks") {
  CHECK(rhythm_of({}) == "none");
  CHECK(rhythm_of(each(7, 4)) == "none");
  CHECK(rhythm_of(each(1, 20)) == "none");  // four weeks, however many talks
  CHECK(rhythm_of(each(1, 23)) == "1w 2026-08-03");
}

TEST_CASE("neither a burst of talks nor a long silence makes a rhythm") {
  std::vector<int> monthly = each(28, 6);
  for (const int day : {22, 23, 24, 25, 26, 27, 50, 51, 52, 53}) monthly.push_back(day);
  CHECK(rhythm_of(monthly) == "4w 2026-08-03");
  std::vector<int> with_a_pause = each(7, 8);
  for (const int day : each(7, 4)) with_a_pause.push_back(300 + day);
  CHECK(rhythm_of(with_a_pause) == "1w 2026-08-03");
}

TEST_CASE("only the last twelve gaps count, and a rhythm that was missed eight times is over") {
  std::vector<int> changed = each(7, 13);
  for (const int day : each(70, 20)) changed.push_back(91 + day);
  CHECK(rhythm_of(changed) == "1w 2026-08-03");
  CHECK(rhythm_of(each(14, 5), kMonday + Days{16 * 7 + 6}) == "2w 2026-08-03");
  CHECK(rhythm_of(each(14, 5), kMonday + Days{17 * 7}) == "none");
  CHECK(rhythm_of(each(14, 5), kMonday - Days{700}) == "2w 2026-08-03");
}

TEST_CASE("weeks before 1970 are as long as any others") {
  ContactWeeks weeks;
  const Day day{std::chrono::year{1970} / 1 / 12};
  for (int i = 0; i < 6; ++i) weeks.add(day - Days{7 * i});
  CHECK(weeks.rhythm(day) == Rhythm{{1, Span::Unit::week}, day});
}

TEST_CASE("what is set goes before a rule, and a rule before what the log shows") {
  const std::vector<Rule> rules{
      {.tag = "slow", .every = Span{1, Span::Unit::year}, .at_most = {}, .reply_within = {}},
      {.tag = "client", .every = Span{1, Span::Unit::month}, .at_most = Span{6, Span::Unit::week}},
  };
  Contact ana{.id = "ana", .name = "Ana", .tags = {"client"}};
  CHECK(in_words(*set_cadence_of(ana, rules)) == "every month (rule for client)");
  CHECK(set_cadence_of(ana, rules)->at_most == Span{6, Span::Unit::week});
  ana.at_most = Span{5, Span::Unit::week};
  CHECK(set_cadence_of(ana, rules)->at_most == Span{5, Span::Unit::week});
  ana.every = Span{2, Span::Unit::week};
  CHECK(in_words(*set_cadence_of(ana, rules)) == "every 2 weeks");
  CHECK(set_cadence_of({.id = "bo", .name = "Bo", .tags = {"friend"}}, rules) == std::nullopt);
  CHECK(in_words(learned({{3, Span::Unit::week}, kMonday}, ana)) ==
        "about every 3 weeks (learned from the log)");
}

namespace {

/// Contacts of a practice that the dice made, as plain records.
struct Life {
  std::vector<Interaction> interactions;
  std::string text;
};

Life random_life(std::mt19937& random) {
  const auto below = [&](int count) {
    return static_cast<int>(random() % static_cast<unsigned>(count));
  };
  const std::string empty = new_book_text({.id = "me", .name = "Me", .was = {"old-me"}});
  const Book book = Book::strict(empty, "");
  Edits edits(book, [] { return std::uint64_t{0}; });
  edits.put(Contact{.id = "acme", .name = "Acme", .kind = "org"});
  edits.put(Contact{.id = "ana", .name = "Ana", .was = {"old-ana"}, .org = "acme"});
  edits.put(Contact{.id = "bo", .name = "Bo"});
  Life life;
  const int step = 1 + below(40);
  const std::vector<std::string> people{"ana", "old-ana", "bo", "acme"};
  const std::vector<std::string> vias{"", "call", "mail", "note"};
  const std::vector<std::string> doers{"", "", "", "me", "old-me", "bo"};
  for (int i = 0, day = below(60); i < 40; ++i, day += below(4) == 0 ? below(step) : step) {
    Interaction one{.id = fmt::format("i{:07}", 2222222 + i)};
    one.at.day = kMonday - Days{day};
    if (below(2) == 0) one.at.time = TimeOfDay{below(1440), 120};
    one.with = {people[static_cast<std::size_t>(below(4))]};
    if (below(3) == 0) one.with.push_back(people[static_cast<std::size_t>(below(4))]);
    one.via = vias[static_cast<std::size_t>(below(4))];
    one.by = doers[static_cast<std::size_t>(below(6))];
    life.interactions.push_back(one);
    edits.put(one);
  }
  life.text = with_changes(book, edits.changes()).joined();
  return life;
}

/// The same from the records, by sets and sorted lists.
std::optional<int> plain_rhythm(const Life& life, const std::set<std::string>& handles) {
  std::set<int> weeks;
  for (const Interaction& one : life.interactions) {
    if (one.via == "note" || one.by == "bo" || one.at.day < kMonday - Days{728}) continue;
    for (const std::string& with : one.with) {
      // Counted back from a Sunday, so that a Monday to Sunday has one number.
      const auto days = static_cast<int>((kMonday + Days{6} - one.at.day).count());
      if (handles.contains(with)) weeks.insert(-(days / 7));
    }
  }
  std::vector<int> newest(weeks.rbegin(), weeks.rend());
  if (newest.size() > 13) newest.resize(13);
  if (newest.size() < 5) return std::nullopt;
  std::multiset<int> gaps;
  for (std::size_t i = 1; i < newest.size(); ++i) gaps.insert(newest[i - 1] - newest[i]);
  const int median = *std::next(gaps.begin(), static_cast<std::ptrdiff_t>(gaps.size() / 2));
  if (-newest[0] > 8 * median) return std::nullopt;
  return median;
}

}  // namespace

TEST_CASE("rhythms of random books are those of a plain count over their records") {
  std::mt19937 random(7);
  int with_rhythm = 0;
  for (int round = 0; round < 400; ++round) {
    const Life life = random_life(random);
    const Book book = Book::reading(life.text, "");
    const Rhythms rhythms(book, kMonday);
    CAPTURE(life.text);
    const std::map<std::string, std::set<std::string>> handles{{"ana", {"ana", "old-ana"}},
                                                               {"bo", {"bo"}}};
    for (const auto& [id, names] : handles) {
      const auto rhythm = rhythms.of(*book.find_contact(id));
      const auto plain = plain_rhythm(life, names);
      with_rhythm += plain.has_value();
      REQUIRE(rhythm.has_value() == plain.has_value());
      if (plain) CHECK(rhythm->every == Span{*plain, Span::Unit::week});
      const auto cadence = cadence_of(book, *book.contact(id), kMonday);
      CHECK(cadence ==
            (rhythm ? std::optional(learned(*rhythm, *book.contact(id))) : std::nullopt));
    }
    CHECK(cadence_of(book, *book.contact("acme"), kMonday) == std::nullopt);
  }
  CHECK(with_rhythm > 200);
}
