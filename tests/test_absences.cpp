#include "stead/absences.h"

#include <doctest/doctest.h>

namespace {

using stead::Book;
using stead::Day;
using stead::Days;

const Day kToday{std::chrono::year{2026} / 8 / 3};

}  // namespace

TEST_CASE("an absence of somebody else touches all of their clients, also those not covered") {
  const Book book = Book::strict(
      "{\n\"stead\": 1,\n\"contacts\": [\n"
      R"({"id":"alone","name":"Alone","tags":["client"],"client_of":"bo"},
{"id":"bo","name":"Bo","tags":["colleague"]},
{"id":"me","name":"Jan Hale"},
{"id":"other","name":"Other","tags":["client"],"client_of":"bo","cover":[{"by":"sam","agreed":"2026-05-02"}]},
{"id":"sam","name":"Sam"})"
      "\n],\n\"promises\": [\n],\n\"interactions\": [\n]\n}\n",
      "book.json");
  const stead::Absence absence{{kToday, {}}, stead::When{kToday, {}}, ""};
  const stead::AbsenceReport report = absence_report(book, "bo", absence, kToday);
  REQUIRE(report.clients.size() == 2);
  CHECK(report.clients[0].gaps() == std::vector<stead::Period>{{kToday, kToday}});
  CHECK(report.clients[1].gaps().empty());
  CHECK(absence_report(book, "bo", absence, kToday, stead::TheirClients::covered_by_me)
            .clients.empty());
}

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
  CHECK(gaps("bo", kToday + Days(4)) == "acme 2026-08-07/2026-08-08;theirs 2026-08-07/2026-08-08;");
  CHECK(gaps("me", kToday + Days(6)).empty());
  const stead::Clients clients(book);  // the same for all
  for (const char* who : {"bo", "late", "me", "sam"}) {
    CHECK(absence_report(clients, who, absence, kToday) ==
          absence_report(book, who, absence, kToday));
  }
}

TEST_CASE("the lists of clients are those of a plain walk over the book") {
  const std::string text =
      "{\n\"stead\": 1,\n\"contacts\": [\n"
      R"({"id":"a","name":"A","tags":["client"],"cover":[{"by":"bo","to":"2026-01-01"},{"by":"robert"},{"by":"cy"}]},
{"id":"b","name":"B","tags":["client"],"archived":"2026-01-01","cover":[{"by":"bo"}]},
{"id":"bo","name":"Bo","was":["robert"]},
{"id":"c","name":"C","tags":["client"],"cover":[{"by":"robert"},{"by":"nobody"}]},
{"id":"cy","name":"Cy"},
{"id":"d","name":"D","client_of":"robert"},
{"id":"e","name":"E","client_of":"cy","archived":"2026-01-01"},
{"id":"f","name":"F","tags":["client"],"client_of":"bo"},
{"id":"me","name":"Me"}
])"
      ",\n\"promises\": [\n],\n\"interactions\": [\n]\n}\n";
  const Book book = Book::strict(text, "book.json");
  const stead::Clients clients(book);
  const auto ids = [](const stead::Clients::List& list) {
    std::string all;
    for (const stead::Contact* contact : list) all += contact->id;
    return all;
  };
  CHECK(ids(clients.mine()) == "ac");
  CHECK(ids(clients.mine_arranged_with("bo")) == "ac");
  CHECK(ids(clients.mine_arranged_with("cy")) == "a");
  CHECK(ids(clients.mine_arranged_with("me")) == "");
  CHECK(ids(clients.of_others()) == "df");
  CHECK(ids(clients.of_owner("bo")) == "df");
  CHECK(ids(clients.of_owner("cy")) == "");
}
