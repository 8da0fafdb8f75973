#include "stead/absences.h"

#include <doctest/doctest.h>

namespace {

using stead::Book;
using stead::Day;
using stead::Days;

const Day kToday{std::chrono::year{2026} / 8 / 3};

}  // namespace

TEST_CASE("what an absence touches, and the days that it leaves open") {
  const std::string text =
      "{\n\"stead\": 1,\n\"contacts\": [\n"
      R"({"id":"acme","name":"Acme","tags":["client"],"cover":[{"by":"bo","agreed":"2026-05-02"},{"by":"sam","from":"2026-08-05","to":"2026-08-06","agreed":"2026-05-02"}]},
{"id":"bo","name":"Bo","tags":["colleague"],"cover":[{"by":"me","from":"2026-08-01","to":"2026-08-05","agreed":"2026-05-02"}]},
{"id":"late","name":"Late","tags":["client"],"cover":[{"by":"bo","from":"2026-09-01"}]},
{"id":"me","name":"Jan Hale"},
{"id":"sam","name":"Sam"},
{"id":"theirs","name":"Theirs","tags":["client"],"client_of":"bo"})"
      "\n],\n\"promises\": [\n],\n\"interactions\": [\n]\n}\n";
  const Book book = Book::strict(text, "book.json");
  const stead::Absence absence{{kToday, {}}, stead::When{kToday + Days(5), {}}, "leave"};
  const auto gaps = [&](const char* who, Day today) {
    std::string all;
    for (const auto& client : absence_report(book, who, absence, today).clients) {
      all += client.client;
      for (const stead::Period gap : client.gaps())
        all += ' ' + stead::to_string(gap.first) + '/' + stead::to_string(gap.last);
      all += ';';
    }
    return all;
  };
  CHECK(gaps("bo", kToday) ==
        "acme 2026-08-03/2026-08-04 2026-08-07/2026-08-08;theirs 2026-08-06/2026-08-08;");
  CHECK(gaps("me", kToday) == "acme;late 2026-08-03/2026-08-08;theirs 2026-08-03/2026-08-05;");
  CHECK(gaps("sam", kToday) == "acme;");
  CHECK(gaps("bo", kToday + Days(4)) == "acme 2026-08-07/2026-08-08;");
  CHECK(gaps("me", kToday + Days(6)).empty());
}
