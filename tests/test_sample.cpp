#include "stead/sample.h"

#include "stead/book.h"
#include "stead/check.h"
#include "stead/covering.h"
#include "stead/replies.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace stead;

Now at_noon(Day day) {
  return {day, {12 * 60, 120}, [](Day, int) { return 120; }};
}

Random counting_from(std::uint64_t seed) {
  return [state = seed]() mutable { return (state += 0x9e3779b97f4a7c15) * 0xbf58476d1ce4e5b9; };
}

std::string sample_on(Day day) { return sample_book(at_noon(day), counting_from(1)); }

constexpr Day kMonday{std::chrono::year{2026} / 8 / 3};

/// The names of a record's fields that hold something, with those of its elements: `cover.agreed`.
template <typename Record>
void add_fields(const Record& record, const std::string& prefix, std::set<std::string>& seen,
                std::set<std::string>& all);

template <typename Value>
void add_inner(const Value&, const std::string&, std::set<std::string>&, std::set<std::string>&) {}

template <HasFields Value>
void add_inner(const Value& value, const std::string& prefix, std::set<std::string>& seen,
               std::set<std::string>& all) {
  add_fields(value, prefix, seen, all);
}

template <typename Value>
void add_inner(const std::vector<Value>& values, const std::string& prefix,
               std::set<std::string>& seen, std::set<std::string>& all) {
  for (const Value& value : values) add_inner(value, prefix, seen, all);
}

template <typename Value>
void add_inner(const std::optional<Value>& value, const std::string& prefix,
               std::set<std::string>& seen, std::set<std::string>& all) {
  if (value) add_inner(*value, prefix, seen, all);
}

template <typename Record>
void add_fields(const Record& record, const std::string& prefix, std::set<std::string>& seen,
                std::set<std::string>& all) {
  static const Record kEmpty{};
  each_field<Record>([&](const FieldSpec& spec, auto member) {
    const std::string name = prefix + std::string(spec.name);
    all.insert(name);
    if (!(record.*member == kEmpty.*member)) seen.insert(name);
    add_inner(record.*member, name + ".", seen, all);
  });
}

/// Every reference of a record names a contact.
bool knows(const Book& book, const std::vector<std::string>& handles) {
  for (const std::string& handle : handles) {
    if (!handle.empty() && book.contact(handle) == nullptr) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("on every day of a year, check has nothing to say about the sample") {
  for (int i = 0; i < 366; ++i) {
    const Day day = kMonday + Days{i};
    CAPTURE(to_string(day));
    const CheckReport report = check(sample_on(day), "book.json");
    CHECK(report.is_book);
    for (const Finding& finding : report.findings) {
      FAIL_CHECK(finding.place.line << ": " << finding.message);
    }
  }
}

TEST_CASE("the sample is the same for the same day and numbers, and its ids come from those") {
  CHECK(sample_on(kMonday) == sample_on(kMonday));
  CHECK(sample_on(kMonday) != sample_book(at_noon(kMonday), counting_from(2)));
  CHECK(sample_on(kMonday) != sample_on(kMonday + Days{1}));
}

TEST_CASE("every field of the model is in the sample, but conflicts and what a packet said") {
  const std::string text = sample_on(kMonday);
  const Book book = Book::strict(text, "book.json");
  std::set<std::string> seen;
  std::set<std::string> all;
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    add_fields(book.contact(i), "contact.", seen, all);
  }
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
    add_fields(book.promise(i), "promise.", seen, all);
  }
  for (std::size_t i = 0; i < book.size(Collection::interactions); ++i) {
    add_fields(book.interaction(i), "interaction.", seen, all);
  }
  std::set<std::string> missing;
  for (const std::string& name : all) {
    if (!seen.contains(name)) missing.insert(name);
  }
  CHECK(missing == std::set<std::string>{"contact.conflict", "contact.origin.made",
                                         "contact.origin.said", "interaction.conflict",
                                         "promise.conflict"});
}

TEST_CASE("whoever the sample's records name is in it") {
  const std::string text = sample_on(kMonday);
  const Book book = Book::strict(text, "book.json");
  for (std::size_t i = 0; i < book.size(Collection::contacts); ++i) {
    const Contact& contact = book.contact(i);
    CAPTURE(contact.id);
    CHECK(knows(book, {contact.org, contact.client_of, contact.via_whom}));
    for (const PastOrg& past : contact.past) CHECK(knows(book, {past.org}));
    for (const Cover& cover : contact.cover) CHECK(knows(book, {cover.by}));
  }
  for (std::size_t i = 0; i < book.size(Collection::promises); ++i) {
    const Promise promise = book.promise(i);
    CAPTURE(promise.id);
    CHECK(knows(book, {promise.by, promise.to, promise.for_whom, promise.done_by}));
    const bool follows =
        promise.after.empty() || book.find(Collection::promises, promise.after).has_value();
    CHECK(follows);
  }
  for (std::size_t i = 0; i < book.size(Collection::interactions); ++i) {
    const Interaction interaction = book.interaction(i);
    CAPTURE(interaction.id);
    CHECK(knows(book, interaction.with));
    CHECK(knows(book, interaction.about));
    CHECK(knows(book, {interaction.by, interaction.for_client}));
  }
}

TEST_CASE("on every day, Acme has a stand-in who has agreed and of whom nothing is in doubt") {
  for (int i = 0; i < 7; ++i) {
    const Day day = kMonday + Days{i};
    const std::string text = sample_on(day);
    const Book book = Book::strict(text, "book.json");
    const Covering answer = covering(book, "acme", day);
    CAPTURE(to_string(day));
    REQUIRE(answer.answer() != nullptr);
    CHECK(answer.answer()->name == "Sam Ortiz");
    CHECK(answer.is_agreed());
    CHECK(answer.answer()->doubts == std::vector<Doubt>{});
  }
}

TEST_CASE("what was asked in the sample was answered afterwards, and soon") {
  for (int day = 0; day < 28; ++day) {
    const Now now = at_noon(kMonday + Days{day});
    const std::string text = sample_on(now.today);
    CAPTURE(text);
    const Book book = Book::strict(text, "book.json");
    const RepliesReport replies = replies_report(book, now, {});
    CHECK(replies.sums.answered == 1);
    CHECK(replies.sums.in_time == 1);
  }
}

TEST_CASE("nothing that happened in the sample is on a weekend or still to come") {
  for (int i = 0; i < 7; ++i) {
    const Day day = kMonday + Days{i};
    const std::string text = sample_on(day);
    const Book book = Book::strict(text, "book.json");
    for (std::size_t j = 0; j < book.size(Collection::interactions); ++j) {
      const Interaction interaction = book.interaction(j);
      CAPTURE(interaction.text);
      CHECK(interaction.at.day < day);
      CHECK(interaction.at.day < monday_of(interaction.at.day) + Days{5});
    }
  }
}
