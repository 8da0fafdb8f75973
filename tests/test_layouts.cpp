#include "harness.h"
#include "random_model.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace {

using namespace stead;
using random_model::Dice;
using random_model::indented;
using stead::test::Harness;
using stead::test::Result;

const std::vector<std::string>& questions() {
  static const std::vector<std::string> all{"",
                                            "list",
                                            "list --json",
                                            "show me",
                                            "show bo --json",
                                            "who covers bo --json",
                                            "who away",
                                            "promises --closed",
                                            "promises --json",
                                            "weekly --json --now 2020-02-03",
                                            "weekly 2015-01-01..2030-01-01",
                                            "timeline",
                                            "timeline bo --json",
                                            "search ana",
                                            "brief bo",
                                            "who waits --json",
                                            "waiting --json",
                                            "show ana --json",
                                            "timeline 2020-01-01..2020-02-03 --json"};
  return all;
}

/// An answer without its layout, where it is JSON: a record in it looks as it does in the book.
std::string plain(const std::string& answer) {
  return answer.starts_with('{') ? nlohmann::ordered_json::parse(answer).dump() : answer;
}

/// What stead answers to every question about the book of this text.
std::vector<Result> answers(const std::string& text) {
  Harness stead;
  stead.write_book(text);
  std::vector<Result> results;
  for (const std::string& question : questions()) {
    results.push_back(stead.run(question));
  }
  return results;
}

/// The sections in another order, so that no short way into the file is left.
std::string with_interactions_first(const random_model::Records& records) {
  std::string out = "{\n\"interactions\": [\n";
  const auto list = [&](Collection collection) {
    const auto& texts = records.texts[static_cast<std::size_t>(collection)];
    for (std::size_t i = 0; i < texts.size(); ++i) {
      out += texts[i] + (i + 1 < texts.size() ? ",\n" : "\n");
    }
  };
  list(Collection::interactions);
  out += "],\n\"promises\": [\n";
  list(Collection::promises);
  out += "],\n\"contacts\": [\n";
  list(Collection::contacts);
  return out + "],\n\"stead\": 1\n}\n";
}

}  // namespace

TEST_CASE(
    "every question has the same answer on the fast path and where the whole file is parsed") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const random_model::Records records = random_model::random_records(dice);
    const std::vector<Result> fast = answers(records.book());
    for (const std::string& text : {indented(records.book()), with_interactions_first(records)}) {
      const std::vector<Result> parsed = answers(text);
      for (std::size_t i = 0; i < questions().size(); ++i) {
        CAPTURE(questions()[i]);
        CHECK(fast[i].status < 3);
        CHECK(fast[i].status == parsed[i].status);
        CHECK(plain(fast[i].out) == plain(parsed[i].out));
        CHECK(fast[i].err == parsed[i].err);
      }
    }
  }
}
