#include "stead/covering.h"

#include <doctest/doctest.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <random>

namespace {

using stead::Book;
using stead::Candidate;
using stead::Covering;
using stead::CoverStretch;
using stead::Day;
using stead::Days;

// A second reading of "Meaning" 3 and 4 of stead-book(5), which shares no code with the first: it
// knows contacts as the few members that matter, and goes through every rule one by one.

constexpr int kYear = 2026;
const Day kStart{std::chrono::year{kYear} / 8 / 1};  // of the days that are asked about
constexpr int kDays = 16;

std::string iso(Day day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

struct Away {
  Day from;
  std::optional<Day> to;
  bool with_times = false;
};

struct Arrangement {
  std::string by;
  std::optional<Day> from;
  std::optional<Day> to;
  std::optional<Day> agreed;
  bool briefed = false;
  bool told = false;
  std::vector<std::string> scope;
  int rank = 0;  // 0: not said
};

struct Someone {
  std::string id;
  std::string was;
  bool client = false;
  bool colleague = false;
  bool archived = false;
  bool phone = false;
  std::string org;
  std::string client_of;
  std::vector<std::string> needs;
  int capacity = 0;  // 0: not said
  std::vector<Away> away;
  std::vector<Arrangement> cover;
};

using People = std::vector<Someone>;

/// What is said of a candidate, in the words of the JSON output; `unfit` is empty for who is fit.
struct Said {
  std::string who;
  bool by_owner = false;
  std::string unfit;
  std::vector<std::string> doubts;
};

/// As one text, so that a difference can be seen.
std::string spelt(const std::vector<Said>& all) {
  std::string text;
  for (const Said& said : all) {
    text += fmt::format("{}{} {}[{}]\n", said.who, said.by_owner ? " (owner's)" : "", said.unfit,
                        fmt::join(said.doubts, " "));
  }
  return text;
}

const Someone* find(const People& people, const std::string& handle) {
  for (const Someone& someone : people) {
    if (someone.id == handle) return &someone;
  }
  for (const Someone& someone : people) {
    if (!someone.was.empty() && someone.was == handle) return &someone;
  }
  return nullptr;
}

bool is_same(const People& people, const std::string& handle, const std::string& id) {
  const Someone* someone = find(people, handle);
  return someone == nullptr ? handle == id : someone->id == id;
}

bool is_in(const std::string& word, const std::vector<std::string>& words) {
  for (const std::string& other : words) {
    if (other == word) return true;
  }
  return false;
}

bool is_away(const Someone& someone, Day day) {
  for (const Away& away : someone.away) {
    if (away.from > day) continue;
    if (!away.to || *away.to >= day) return true;
  }
  return false;
}

bool holds(const Arrangement& cover, Day day) {
  if (cover.from && day < *cover.from) return false;
  return !(cover.to && day > *cover.to);
}

const Someone& asked_about(const People& people, const std::string& handle) {
  const Someone& contact = *find(people, handle);
  const Someone* above = &contact;
  for (std::size_t step = 0; above != nullptr && step <= people.size(); ++step) {
    if (above->client || !above->cover.empty()) return *above;
    above = above->org.empty() ? nullptr : find(people, above->org);
  }
  const Someone* org = contact.org.empty() ? nullptr : find(people, contact.org);
  return org == nullptr ? contact : *org;
}

std::string owner_of(const People& people, const Someone& x) {
  if (!x.client_of.empty()) {
    const Someone* owner = find(people, x.client_of);
    return owner == nullptr ? x.client_of : owner->id;
  }
  if (x.client) return "me";
  if (x.colleague) return x.id;
  for (const Arrangement& cover : x.cover) {
    if (is_same(people, cover.by, "me")) return x.id;
  }
  return "me";
}

int clients_on(const People& people, const Someone& x, const std::string& who, Day day) {
  int count = 0;
  for (const Someone& client : people) {
    bool counts = client.id == x.id;
    for (const Arrangement& cover : client.cover) {
      const bool agreed = cover.agreed.has_value() && holds(cover, day);
      if (agreed && !client.archived && is_same(people, cover.by, who)) counts = true;
    }
    if (counts && client.client) ++count;
  }
  return count;
}

Said judge(const People& people, const Someone& x, const Arrangement& cover, bool by_owner,
           Day day) {
  const Someone* who = find(people, cover.by);
  if (who == nullptr) return {cover.by, by_owner, "unknown", {}};
  Said said{who->id, by_owner, "", {}};
  int common = 0;
  for (const std::string& need : x.needs) common += is_in(need, cover.scope) ? 1 : 0;
  if (who->id == owner_of(people, x))
    said.unfit = "owner";
  else if (who->archived)
    said.unfit = "archived";
  else if (is_away(*who, day))
    said.unfit = "away";
  else if (!cover.scope.empty() && !x.needs.empty() && common == 0)
    said.unfit = "scope";
  if (!said.unfit.empty()) return said;
  if (!cover.agreed) {
    said.doubts.push_back("only_offered");
  } else {
    std::chrono::year_month_day anniversary(*cover.agreed);
    anniversary += std::chrono::years(1);
    if (!anniversary.ok()) anniversary = anniversary.year() / 2 / 28;
    if (Day(anniversary) < day) said.doubts.push_back("agreed_long_ago");
  }
  if (!cover.briefed) said.doubts.push_back("not_briefed");
  const bool everything = !x.needs.empty() && common == static_cast<int>(x.needs.size());
  if (!cover.scope.empty() && !everything) said.doubts.push_back("scope_in_part");
  if (who->capacity > 0 && clients_on(people, x, who->id, day) > who->capacity) {
    said.doubts.push_back("over_capacity");
  }
  if (!cover.told) said.doubts.push_back("client_not_told");
  if (!who->phone && who->id != "me") said.doubts.push_back("no_phone");
  return said;
}

struct Judged {
  Said said;
  const Arrangement* cover = nullptr;
};

/// Does `a` go before `b`, which stands behind it as the lists go?
bool goes_first(const Judged& a, const Judged& b) {
  if (a.said.unfit.empty() != b.said.unfit.empty()) return a.said.unfit.empty();
  if (a.cover->agreed.has_value() != b.cover->agreed.has_value())
    return a.cover->agreed.has_value();
  if (a.said.by_owner != b.said.by_owner) return !a.said.by_owner;
  const bool a_dated = a.cover->from.has_value() && a.cover->to.has_value();
  const bool b_dated = b.cover->from.has_value() && b.cover->to.has_value();
  if (a_dated != b_dated) return a_dated;
  const int a_rank = a.cover->rank == 0 ? 1 : a.cover->rank;
  const int b_rank = b.cover->rank == 0 ? 1 : b.cover->rank;
  return a_rank <= b_rank;
}

std::vector<Said> candidates(const People& people, const std::string& handle, Day day) {
  const Someone& x = asked_about(people, handle);
  const Someone* owner = find(people, owner_of(people, x));
  std::vector<Judged> left;
  for (const Arrangement& cover : x.cover) {
    if (holds(cover, day)) left.push_back({judge(people, x, cover, false, day), &cover});
  }
  if (owner != nullptr && owner->id != x.id) {
    for (const Arrangement& cover : owner->cover) {
      if (holds(cover, day)) left.push_back({judge(people, x, cover, true, day), &cover});
    }
  }
  std::vector<Said> sorted;
  while (!left.empty()) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < left.size(); ++i) {
      if (!goes_first(left[best], left[i])) best = i;
    }
    sorted.push_back(left[best].said);
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
  }
  return sorted;
}

/// What stead says, in the same words.
std::vector<Said> said_by(const Covering& covering) {
  constexpr std::array kUnfit{"owner", "archived", "away", "scope", "unknown"};
  constexpr std::array kDoubts{"only_offered",  "agreed_long_ago", "not_briefed", "scope_in_part",
                               "over_capacity", "client_not_told", "no_phone"};
  std::vector<Said> all;
  for (const Candidate& candidate : covering.candidates) {
    Said said{candidate.who, candidate.by_owner, "", {}};
    if (candidate.unfit) said.unfit = kUnfit[static_cast<std::size_t>(*candidate.unfit)];
    for (const stead::Doubt doubt : candidate.doubts) {
      said.doubts.emplace_back(kDoubts[static_cast<std::size_t>(doubt)]);
    }
    all.push_back(said);
  }
  return all;
}

/// Makes books in which much of what can happen does.
class BookMaker {
 public:
  explicit BookMaker(unsigned seed) : random_(seed) {}

  People people() {
    People people;
    const int count = 4 + below(4);
    for (int i = 0; i < count; ++i) {
      Someone someone;
      someone.id = i == 0 ? "me" : std::string(1, static_cast<char>('a' + i - 1));
      if (one_in(3)) someone.was = "old-" + someone.id;
      handles_.push_back(someone.id);
      if (!someone.was.empty()) handles_.push_back(someone.was);
      people.push_back(someone);
    }
    for (Someone& someone : people) fill(someone, someone.id == "me");
    return people;
  }

  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  bool one_in(int n) { return below(n) == 0; }

 private:
  std::string handle() {
    if (one_in(30)) return "ghost";
    return handles_[static_cast<std::size_t>(below(static_cast<int>(handles_.size())))];
  }

  Day day() { return kStart + Days(below(kDays + 8) - 4); }

  std::vector<std::string> words() {
    std::vector<std::string> some;
    for (const char* word : {"network", "backups", "mail"}) {
      if (one_in(3)) some.emplace_back(word);
    }
    return some;
  }

  void fill(Someone& someone, bool is_me) {
    someone.client = !is_me && !one_in(3);
    someone.colleague = !is_me && one_in(3);
    someone.archived = !is_me && one_in(8);
    someone.phone = one_in(2);
    if (!is_me && one_in(3)) someone.org = handle();
    if (!is_me && one_in(4)) someone.client_of = handle();
    if (one_in(2)) someone.needs = words();
    if (one_in(2)) someone.capacity = 1 + below(2);
    for (int i = below(3); i > 0; --i) {
      Away away{day(), {}, one_in(2)};
      if (!one_in(4)) away.to = away.from + Days(below(6));
      someone.away.push_back(away);
    }
    for (int i = below(4); i > 0; --i) someone.cover.push_back(arrangement());
  }

  Arrangement arrangement() {
    Arrangement cover;
    cover.by = handle();
    if (one_in(2)) cover.from = day();
    if (one_in(2)) cover.to = cover.from.value_or(kStart) + Days(below(10));
    // Around the year after which an agreement is old.
    if (!one_in(3)) cover.agreed = day() - Days(365 * below(2));
    cover.briefed = one_in(2);
    cover.told = one_in(2);
    if (one_in(3)) cover.scope = words();
    cover.rank = below(4);
    return cover;
  }

  std::mt19937 random_;
  std::vector<std::string> handles_;
};

std::string quoted_list(const std::vector<std::string>& words) {
  return words.empty() ? "[]" : fmt::format("[\"{}\"]", fmt::join(words, "\",\""));
}

std::string text_of(const Away& away) {
  std::string text = R"({"from":")" + iso(away.from) + (away.with_times ? "T13:00+02:00" : "");
  if (away.to) text += R"(","to":")" + iso(*away.to) + (away.with_times ? "T15:00+02:00" : "");
  return text + "\"}";
}

std::string text_of(const Arrangement& cover) {
  std::string text = R"({"by":")" + cover.by + '"';
  if (cover.from) text += R"(,"from":")" + iso(*cover.from) + '"';
  if (cover.to) text += R"(,"to":")" + iso(*cover.to) + '"';
  if (cover.agreed) text += R"(,"agreed":")" + iso(*cover.agreed) + '"';
  if (cover.briefed) text += R"(,"briefed":"2026-07-01")";
  if (cover.told) text += R"(,"client_told":"2026-07-01")";
  text += ",\"scope\":" + quoted_list(cover.scope);
  if (cover.rank > 0) text += ",\"rank\":" + std::to_string(cover.rank);
  return text + '}';
}

template <typename T>
std::string list_of(const std::vector<T>& values) {
  std::vector<std::string> texts;
  for (const T& value : values) texts.push_back(text_of(value));
  return fmt::format("[{}]", fmt::join(texts, ","));
}

std::string text_of(const Someone& someone) {
  std::vector<std::string> tags;
  if (someone.client) tags.emplace_back("client");
  if (someone.colleague) tags.emplace_back("colleague");
  std::string text = fmt::format(R"({{"id":"{0}","name":"Name of {0}","tags":{1},"needs":{2})",
                                 someone.id, quoted_list(tags), quoted_list(someone.needs));
  if (!someone.was.empty()) text += fmt::format(R"(,"was":["{}"])", someone.was);
  if (!someone.org.empty()) text += fmt::format(R"(,"org":"{}")", someone.org);
  if (someone.phone) text += R"(,"phone":["1"])";
  if (someone.capacity > 0) text += fmt::format(R"(,"capacity":{})", someone.capacity);
  if (!someone.client_of.empty()) text += fmt::format(R"(,"client_of":"{}")", someone.client_of);
  if (someone.archived) text += R"(,"archived":"2026-01-01")";
  // Where there is none, an empty list now and then: it says the same.
  const bool is_said = !someone.cover.empty() || someone.phone;
  return text + ",\"away\":" + list_of(someone.away) +
         (is_said ? ",\"cover\":" + list_of(someone.cover) : "") + '}';
}

std::string book_of(const People& people) {
  std::vector<std::string> records;
  for (const Someone& someone : people) records.push_back(text_of(someone));
  return fmt::format(
      "{{\n\"stead\": 1,\n\"contacts\": [\n{}\n],\n\"promises\": [\n],\n"
      "\"interactions\": [\n]\n}}\n",
      fmt::join(records, ",\n"));
}

}  // namespace

TEST_CASE("who covers is what the words of the format say, on every day") {
  int answers = 0;
  int nobody = 0;
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const People people = BookMaker(seed).people();
    const std::string text = book_of(people);
    const Book book = Book::strict(text, "book.json");
    for (const Someone& someone : people) {
      const Day day =
          kStart + Days(static_cast<int>(
                       (seed * 7 + someone.cover.size() * 5 + someone.away.size()) % kDays));
      CAPTURE(text);
      CAPTURE(someone.id);
      CAPTURE(iso(day));
      const Covering covering = stead::covering(book, someone.id, day);
      const std::vector<Said> expected = candidates(people, someone.id, day);
      REQUIRE(spelt(said_by(covering)) == spelt(expected));
      CHECK(covering.client == asked_about(people, someone.id).id);
      CHECK(covering.owner == owner_of(people, asked_about(people, someone.id)));
      const Someone* owner = find(people, covering.owner);
      CHECK(covering.owner_away.has_value() == (owner != nullptr && is_away(*owner, day)));
      const bool is_fit = !expected.empty() && expected.front().unfit.empty();
      CHECK((covering.answer() != nullptr) == is_fit);
      CHECK(covering.is_agreed() == (is_fit && !is_in("only_offered", expected.front().doubts)));
      ++(is_fit ? answers : nobody);
    }
  }
  CHECK(answers > 1000);
  CHECK(nobody > 1000);
}

TEST_CASE("an answer for a period is the answer for each of its days") {
  std::size_t stretches_seen = 0;
  for (unsigned seed = 10000; seed < 10800; ++seed) {
    BookMaker maker(seed);
    const People people = maker.people();
    const std::string text = book_of(people);
    const Book book = Book::strict(text, "book.json");
    const stead::Agreements agreements(book);
    const std::string who = people[static_cast<std::size_t>(maker.below(4))].id;
    const stead::TakenAway gone =
        maker.one_in(2) ? stead::TakenAway{people.back().id} : stead::TakenAway();
    const stead::Period period{kStart, kStart + Days(kDays - 1)};
    CAPTURE(text);
    CAPTURE(who);
    const std::vector<CoverStretch> stretches = covering_in(agreements, who, period, gone);
    stretches_seen += stretches.size();
    Day next = period.first;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      REQUIRE(stretches[i].period.first == next);
      REQUIRE(stretches[i].period.last >= next);
      if (i > 0) CHECK(!(stretches[i].covering == stretches[i - 1].covering));
      for (; next <= stretches[i].period.last; next += Days(1)) {
        REQUIRE(stretches[i].covering == covering(book, who, next, gone));
        if (gone.empty())
          CHECK(spelt(said_by(stretches[i].covering)) == spelt(candidates(people, who, next)));
      }
    }
    CHECK(next == period.last + Days(1));
  }
  CHECK(stretches_seen > 1600);
}

TEST_CASE("whoever is taken away is away, whatever the book says") {
  for (unsigned seed = 20000; seed < 20400; ++seed) {
    People people = BookMaker(seed).people();
    const std::string text = book_of(people);
    const Book book = Book::strict(text, "book.json");
    Someone& gone = people[1 + seed % (people.size() - 1)];
    const Covering covering = stead::covering(book, people[seed % 3].id, kStart, {gone.id});
    gone.away.push_back({kStart, {}, false});
    CAPTURE(text);
    CAPTURE(gone.id);
    CHECK(spelt(said_by(covering)) == spelt(candidates(people, people[seed % 3].id, kStart)));
  }
}

namespace {

const Day kToday{std::chrono::year{2026} / 8 / 3};

std::string book_with(const std::string& contacts) {
  return "{\n\"stead\": 1,\n\"contacts\": [\n" + contacts +
         "\n],\n\"promises\": [\n],\n\"interactions\": [\n]\n}\n";
}

Covering covering_today(const std::string& contacts, const char* who) {
  const std::string text = book_with(contacts);
  return covering(Book::strict(text, "book.json"), who, kToday);
}

}  // namespace

TEST_CASE("my own list is for whoever has nobody, and is asked about as mine") {
  const std::string book =
      R"({"id":"acme","name":"Acme","tags":["client"]},
{"id":"me","name":"Jan Hale","cover":[{"by":"sam","agreed":"2026-05-02"}]},
{"id":"sam","name":"Sam Ortiz"})";
  const Covering acme = covering_today(book, "acme");
  REQUIRE(acme.answer() != nullptr);
  CHECK(acme.answer()->by_owner);
  const Covering mine = covering_today(book, "me");
  CHECK(mine.candidates.size() == 1);
  CHECK(!mine.answer()->by_owner);
  CHECK(mine.owner == "me");
}

TEST_CASE("a colleague for whom I hold the fort is asked about as an owner") {
  const Covering covering = covering_today(
      R"({"id":"cem","name":"Cem Ay","tags":["colleague"],"cover":[{"by":"me","agreed":"2026-05-02"}]},
{"id":"me","name":"Jan Hale","cover":[{"by":"sam"}]},
{"id":"sam","name":"Sam Ortiz"})",
      "cem");
  CHECK(covering.owner == "cem");
  REQUIRE(covering.candidates.size() == 1);
  CHECK(covering.answer()->who == "me");
  CHECK(covering.is_agreed());
}

TEST_CASE("a word that is written with escapes counts as much") {
  const std::string text = book_with(
      R"({"id":"a","name":"A","t\u0061gs":["cli\u0065nt"],"c\u006fver":[{"by":"sam","agreed":"2026-05-02"}]},
{"id":"b","name":"B","tags":["client"],"cover":[{"by":"sam","agreed":"2026-05-02"}]},
{"id":"me","name":"Jan Hale"},
{"id":"sam","name":"Sam Ortiz","capacity":1})");
  const Book book = Book::strict(text, "book.json");
  CHECK(my_clients(book) ==
        std::vector<const stead::Contact*>{book.contact("a"), book.contact("b")});
  CHECK(said_by(covering(book, "b", kToday)).front().doubts ==
        std::vector<std::string>{"not_briefed", "over_capacity", "client_not_told", "no_phone"});
}

TEST_CASE(
    "who could: there on some day, not the owner, not archived, knows what is needed, most first") {
  const std::string text = book_with(
      R"({"id":"acme","name":"Acme","tags":["client"],"needs":["network","mail"],"client_of":"bo"},
{"id":"al","name":"Al","tags":["colleague"],"skills":["mail"]},
{"id":"bo","name":"Bo","tags":["colleague"],"skills":["network","mail"]},
{"id":"cy","name":"Cy","tags":["colleague"],"skills":["mail","network","tea"],"phone":["1"]},
{"id":"di","name":"Di","tags":["colleague"],"skills":["tea"]},
{"id":"ed","name":"Ed","tags":["colleague"],"skills":["mail"],"archived":"2026-01-01"},
{"id":"fi","name":"Fi","tags":["colleague"],"skills":["mail"],"away":[{"from":"2026-08-05"}]},
{"id":"free","name":"Free","tags":["client"]},
{"id":"gil","name":"Gil","skills":["mail"]},
{"id":"me","name":"Jan Hale"})");
  const Book book = Book::strict(text, "book.json");
  const stead::Period days{kToday, kToday + Days(3)};
  using Skills = std::vector<std::string>;
  const std::vector<stead::Period> all{days};
  const stead::Possible fi{.who = "fi",
                           .name = "Fi",
                           .phone = {},
                           .skills = {"mail"},
                           .days = {{kToday, kToday + Days(1)}},
                           .why_not = {},
                           .absence = stead::Absence{{kToday + Days(2), {}}, {}, ""}};
  CHECK(covering_report(book, "acme", days).possible ==
        std::vector<stead::Possible>{{"me", "Jan Hale", {}, {}, all},
                                     {"cy", "Cy", {"1"}, Skills{"network", "mail"}, all},
                                     {"al", "Al", {}, Skills{"mail"}, all},
                                     fi});
  CHECK(covering_report(book, "free", days).possible ==
        std::vector<stead::Possible>{{"al", "Al", {}, Skills{"mail"}, all},
                                     {"bo", "Bo", {}, Skills{"network", "mail"}, all},
                                     {"cy", "Cy", {"1"}, Skills{"mail", "network", "tea"}, all},
                                     {"di", "Di", {}, Skills{"tea"}, all},
                                     fi});
}
