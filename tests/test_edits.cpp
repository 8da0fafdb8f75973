#include "stead/edits.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace {

using namespace stead;

constexpr std::string_view kBook = R"({
"stead": 1,
"contacts": [
{"id":"ana-ruiz","name":"Ana Ruiz","was":["a-ruiz"],"x-shoe":1.0},
{"id":"me","name":"Jan Hale"}
],
"promises": [
{"id":"k7q2wd4","by":"me","to":"ana-ruiz","text":"estimate","made":"2026-08-03"},
{"id":"broken1","by":"me","to":"ana-ruiz","text":"estimate","made":"2026-02-30"}
],
"interactions": [
{"id":"m3x8r7vd","at":"2026-08-03","with":["ana-ruiz"]}
]
}
)";

/// Numbers that repeat, so that ids clash.
Random repeating() {
  return [n = std::uint64_t{0}]() mutable { return (n++ / 2) * 0x0101010101010101; };
}

struct Fixture {
  Book book = Book::strict(kBook, "book.json");
  Edits edits{book, repeating()};
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "what is put is seen at once, and the book stays as it is") {
  Contact ana = *edits.contact("ana-ruiz");
  ana.title = "CTO";
  edits.put(ana);
  ana.place = "Leeds";
  edits.put(ana);
  CHECK(edits.contact("ana-ruiz") == ana);
  CHECK(book.contact("ana-ruiz")->title.empty());
  CHECK(edits.changes() ==
        Changes{{Collection::contacts, "ana-ruiz",
                 R"({"id":"ana-ruiz","name":"Ana Ruiz","was":["a-ruiz"],"x-shoe":1.0})",
                 R"({"id":"ana-ruiz","name":"Ana Ruiz","was":["a-ruiz"],"title":"CTO",)"
                 R"("place":"Leeds","x-shoe":1.0})"}});
}

TEST_CASE_FIXTURE(Fixture, "what ends as it was is no change") {
  const Contact ana = *edits.contact("ana-ruiz");
  edits.put(ana);
  CHECK(edits.changes().empty());
  Contact other = ana;
  other.title = "CTO";
  edits.put(other);
  edits.put(ana);
  CHECK(edits.changes().empty());
  edits.remove(Collection::contacts, "nobody");
  CHECK(edits.changes().empty());
}

TEST_CASE_FIXTURE(Fixture,
                  "a contact is found by a handle that it had, and put by the one in force") {
  Contact ana = *edits.contact("a-ruiz");
  CHECK(ana.id == "ana-ruiz");
  ana.title = "CTO";
  edits.put(ana);
  CHECK(edits.contact("a-ruiz")->title == "CTO");
  // A record of that very id is another one.
  Contact other;
  other.id = "a-ruiz";
  other.name = "Al Ruiz";
  edits.put(other);
  CHECK(edits.contact("a-ruiz")->name == "Al Ruiz");
  CHECK(edits.contact("ana-ruiz")->title == "CTO");
}

TEST_CASE_FIXTURE(Fixture, "a record that is removed is gone, and one put in its place is new") {
  edits.remove(Collection::interactions, "m3x8r7vd");
  CHECK_FALSE(edits.interaction("m3x8r7vd").has_value());
  CHECK(edits.changes().front().after == std::nullopt);
  Interaction interaction;
  interaction.id = "m3x8r7vd";
  interaction.at = *when_from("2026-08-04");
  edits.put(interaction);
  CHECK(edits.interaction("m3x8r7vd") == interaction);
  CHECK(edits.changes() == Changes{{Collection::interactions, "m3x8r7vd",
                                    R"({"id":"m3x8r7vd","at":"2026-08-03","with":["ana-ruiz"]})",
                                    R"({"id":"m3x8r7vd","at":"2026-08-04"})"}});
}

TEST_CASE_FIXTURE(Fixture, "a broken record is refused with its place when it is read") {
  try {
    static_cast<void>(edits.promise("broken1"));
    FAIL("it was read");
  } catch (const Error& error) {
    CHECK(error.status() == Status::unreadable);
    CHECK(error.place()->file == "book.json");
    CHECK(error.place()->line == 9);
    CHECK(error.place()->column == 68);
    CHECK(std::string(error.what()) ==
          "promise 'broken1': 'made' should be a day or a time such as '2026-08-07' or "
          "'2026-08-07T10:15+02:00'");
  }
}

TEST_CASE_FIXTURE(Fixture, "what would not read as it was meant is not put") {
  Contact contact;
  contact.id = "Not A Handle";
  contact.name = "Ana";
  CHECK_THROWS_AS(edits.put(contact), Error);
  contact.id = "fine";
  contact.name = "";
  CHECK_THROWS_AS(edits.put(contact), Error);
  contact.name = "Ana";
  contact.tags = {"Upper Case"};
  CHECK_THROWS_AS(edits.put(contact), Error);
  CHECK(edits.changes().empty());
}

TEST_CASE_FIXTURE(Fixture,
                  "a new handle is free: in the book, among former ones and what was put") {
  CHECK(edits.new_handle("Bo Lind") == "bo-lind");
  CHECK(edits.new_handle("Ana Ruiz") == "ana-ruiz-2");
  CHECK(edits.new_handle("A Ruiz") == "a-ruiz-2");
  CHECK(edits.new_handle("Me") == "me-2");
  CHECK(edits.new_handle("Them") == "them-2");
  CHECK(edits.new_handle("!!!") == "contact");
  Contact contact;
  contact.id = "bo-lind";
  contact.name = "Bo Lind";
  edits.put(contact);
  CHECK(edits.new_handle("Bo Lind") == "bo-lind-2");
}

TEST_CASE_FIXTURE(Fixture,
                  "a new id is free, of the signs that ids have, and not of digits alone") {
  std::set<std::string> ids;
  for (int i = 0; i < 60; ++i) {
    Promise promise;
    promise.id = edits.new_promise_id();
    promise.by = "me";
    promise.to = "ana-ruiz";
    promise.text = "x";
    promise.made = *when_from("2026-08-03");
    edits.put(promise);
    CAPTURE(promise.id);
    CHECK(ids.insert(promise.id).second);
    CHECK(promise.id.size() == 7);
    CHECK(promise.id.find_first_not_of("23456789abcdefghjkmnpqrstvwxyz") == std::string::npos);
    CHECK(promise.id.find_first_not_of("23456789") != std::string::npos);
  }
  CHECK(edits.new_interaction_id().size() == 8);
  CHECK(edits.new_book_id().size() == 12);
}
