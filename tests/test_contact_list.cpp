#include "stead/contact_list.h"

#include "harness.h"

#include <doctest/doctest.h>

using namespace stead;

namespace {

using Ids = std::vector<std::string>;

const std::string kBook = R"({
"stead": 1,
"contacts": [
{"id":"acme","name":"Acme","kind":"org","every":"1mon"},
{"id":"ben","name":"ben","org":"acme","every":"2w","capacity":10,"custom":{"badge":"7"}},
{"id":"cleo","name":"Cleo","every":"1y","capacity":9,"born":"1980-05-14"},
{"id":"emil","name":"Émil","every":"10d","archived":"2026-01-01"},
{"id":"eva","name":"Eva","tags":["client","vip"]},
{"id":"me","name":"Jan"}
],
"promises": [
],
"interactions": [
{"id":"i1","at":"2026-07-01","with":["cleo"]},
{"id":"i2","at":"2026-07-02T09:00+02:00","with":["ben"]},
{"id":"i3","at":"2026-07-02T08:00+02:00","with":["eva"]},
{"id":"i4","at":"2026-07-03","with":["eva"],"via":"note"}
]
}
)";

Ids order(ContactListRequest request) {
  const Book book = Book::strict(kBook, "book.json");
  Ids ids;
  for (const ContactRow& row : contact_list(book, request).rows) ids.push_back(row.id);
  return ids;
}

Ids sorted_by(const std::string& field, bool reverse = false) {
  ContactListRequest request;
  request.sort = field;
  request.reverse = reverse;
  return order(request);
}

}  // namespace

TEST_CASE("a list has everybody but the owner and the archived, by name") {
  CHECK(order({}) == Ids{"acme", "ben", "cleo", "eva"});
  ContactListRequest all;
  all.archived = true;
  CHECK(order(all) == Ids{"acme", "ben", "cleo", "emil", "eva"});
  ContactListRequest few;
  few.wanted = [](const Contact& contact) { return contact.is_org(); };
  CHECK(order(few) == Ids{"acme"});
}

TEST_CASE("a list is sorted by what a field means, empty ones last") {
  CHECK(sorted_by("name", true) == Ids{"eva", "cleo", "ben", "acme"});
  CHECK(sorted_by("every") == Ids{"ben", "acme", "cleo", "eva"});
  CHECK(sorted_by("every", true) == Ids{"cleo", "acme", "ben", "eva"});
  CHECK(sorted_by("capacity") == Ids{"cleo", "ben", "acme", "eva"});
  CHECK(sorted_by("badge") == Ids{"ben", "acme", "cleo", "eva"});
  // The org had contact through ben, who works there.
  CHECK(sorted_by("last") == Ids{"cleo", "eva", "acme", "ben"});
  CHECK(sorted_by("last", true) == Ids{"acme", "ben", "eva", "cleo"});
}

TEST_CASE("whoever there was no contact with comes before all others by the last one") {
  const std::string text = test::small_practice();
  const Book book = Book::strict(text, "book.json");
  ContactListRequest request;
  request.sort = "last";
  request.columns = {"last"};
  std::vector<std::pair<std::string, std::string>> rows;
  for (const ContactRow& row : contact_list(book, request).rows) {
    rows.emplace_back(row.id, row.cells[0].json);
  }
  CHECK(rows == std::vector<std::pair<std::string, std::string>>{
                    {"bo-lind", "null"},
                    {"borealis", "null"},
                    {"delta-gmbh", "null"},
                    {"joanna-wit", "null"},
                    {"sam-ortiz", "null"},
                    {"ana-ruiz", "\"2026-07-06T16:00+02:00\""},
                    {"acme", "\"2026-07-30T10:00+02:00\""},
                    {"jo-park", "\"2026-07-30T10:00+02:00\""}});
}

TEST_CASE("a cell has a field as people and as programs read it") {
  const Book book = Book::strict(kBook, "book.json");
  ContactListRequest request;
  request.columns = {"id", "org", "tags", "badge", "capacity", "born"};
  const ContactList list = contact_list(book, request);
  CHECK(list.rows[1].cells == std::vector<ContactCell>{{{"ben"}, "\"ben\""},
                                                       {{"Acme"}, "\"acme\""},
                                                       {{}, "null"},
                                                       {{"7"}, "\"7\""},
                                                       {{"10"}, "10"},
                                                       {{}, "null"}});
  CHECK(list.rows[3].cells[2] == ContactCell{{"client", "vip"}, R"(["client","vip"])"});
  CHECK(list.rows[2].cells[5].values == Ids{"1980-05-14"});
}

TEST_CASE("a column is a field, the last contact, or somebody's own field") {
  const Book book = Book::strict(kBook, "book.json");
  for (const char* name : {"name", "at_most", "last", "badge", "id"}) CHECK(is_column(book, name));
  for (const char* name : {"at-most", "bagde", ""}) CHECK_FALSE(is_column(book, name));
}

TEST_CASE("of two with one name each has the handle behind it, where that is no column") {
  const Book book = Book::strict(R"({
"stead": 1,
"contacts": [
{"id":"me","name":"Jan"},
{"id":"ana","name":"Ana"},
{"id":"ana-2","name":"Ana","archived":"2026-01-01"},
{"id":"bo","name":"Bo"}
],
"promises": [
],
"interactions": [
]
}
)",
                                 "book.json");
  const auto names = [&](ContactListRequest request) {
    const Table table = std::get<Table>(to_document(contact_list(book, request)).blocks.front());
    std::vector<std::string> cells;
    for (const std::vector<Text>& row : table.rows) cells.push_back(row.front().plain());
    return cells;
  };
  CHECK(names({}) == Ids{"Ana", "Bo"});
  CHECK(names({.archived = true}) == Ids{"Ana (ana)", "Ana (ana-2)", "Bo"});
  CHECK(names({.columns = {"name", "id"}, .archived = true}) == Ids{"Ana", "Ana", "Bo"});
}

TEST_CASE("a list is grouped by the values of a field, and whoever has none is last") {
  const Book book = Book::strict(kBook, "book.json");
  ContactListRequest request;
  request.group = "tags";
  const auto grouped = [&] {
    std::vector<std::pair<std::string, Ids>> groups;
    const ContactList list = contact_list(book, request);
    for (const ContactGroup& group : list.groups) {
      Ids ids;
      for (const std::size_t row : group.rows) ids.push_back(list.rows[row].id);
      groups.emplace_back(group.value, ids);
    }
    return groups;
  };
  CHECK(grouped() == std::vector<std::pair<std::string, Ids>>{
                         {"client", {"eva"}}, {"vip", {"eva"}}, {"", {"acme", "ben", "cleo"}}});
  request.group = "capacity";
  CHECK(grouped() == std::vector<std::pair<std::string, Ids>>{
                         {"9", {"cleo"}}, {"10", {"ben"}}, {"", {"acme", "eva"}}});
}

TEST_CASE("the next birthday is from today on, and they turn as old as the year of birth says") {
  const std::string text = R"({"stead":1,"contacts":[
{"id":"ana","name":"Ana","born":"1986-08-03"},{"id":"bo","name":"Bo","born":"08-02"},
{"id":"cem","name":"Cem","born":"2000-02-29"},{"id":"dee","name":"Dee"},
{"id":"me","name":"Me"}],"promises":[],"interactions":[]})";
  const Book book = Book::strict(text, "book.json");
  ContactListRequest request;
  request.columns = {"birthday", "turns"};
  request.sort = "birthday";
  request.today = *day_from("2026-08-03");
  std::vector<std::pair<std::string, Ids>> rows;
  for (const ContactRow& row : contact_list(book, request).rows) {
    rows.emplace_back(row.id, Ids{row.cells[0].json, row.cells[1].json});
  }
  CHECK(rows == std::vector<std::pair<std::string, Ids>>{{"ana", {"\"2026-08-03\"", "40"}},
                                                         {"cem", {"\"2027-02-28\"", "27"}},
                                                         {"bo", {"\"2027-08-02\"", "null"}},
                                                         {"dee", {"null", "null"}}});
}
