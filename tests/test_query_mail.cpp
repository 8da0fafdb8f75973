#include "harness.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace {

using stead::test::Harness;
using stead::test::Result;
using stead::test::small_practice;

}  // namespace

TEST_CASE("query-mail finds addresses by a name and by a part of the address") {
  Harness stead(small_practice());
  stead.run("set ana --email ana@acme.example --email ruiz@home.example");
  CHECK(stead.run("query-mail jo") ==
        Result{0, "stead: 1 address\njo@example.org\tJo Park\tAcme Dental\n", ""});
  const std::string ana =
      "ana@acme.example\tAna Ruiz\tCTO, Acme Dental\nruiz@home.example\tAna Ruiz\tCTO, Acme "
      "Dental\n";
  CHECK(stead.run("query-mail ANA ru").out == "stead: 2 addresses\n" + ana);
  CHECK(stead.run("query-mail @home").out ==
        "stead: 1 address\nruiz@home.example\tAna Ruiz\tCTO, Acme Dental\n");
  CHECK(stead.run("query-mail").out.starts_with("stead: 3 addresses\n"));
  CHECK(stead.run(std::vector<std::string>{"query-mail", ""}).out == stead.run("query-mail").out);
}

TEST_CASE("query-mail answers mutt and neomutt with a message first, and aerc without") {
  Harness stead(small_practice());
  const std::string line = "jo@example.org\tJo Park\tAcme Dental\n";
  CHECK(stead.run("query-mail --for mutt jo").out == "stead: 1 address\n" + line);
  CHECK(stead.run("query-mail --for neomutt jo").out == "stead: 1 address\n" + line);
  CHECK(stead.run("query-mail --for aerc jo").out == line);
  CHECK(stead.run("query-mail --for aerc -- -x") == Result{1, "", ""});
  CHECK(
      stead.run("query-mail --for netscape jo") ==
      Result{2, "", "stead: --for cannot be 'netscape'\nhint: --for takes mutt, neomutt, aerc\n"});
  CHECK(stead.run("query-mail --for neomut jo").err ==
        "stead: --for cannot be 'neomut'\nhint: did you mean 'neomutt'?\n");
}

TEST_CASE("query-mail says no where no address fits: status 1, and a message for mutt") {
  Harness stead(small_practice());
  CHECK(stead.run("query-mail xyz") == Result{1, "stead: no address fits 'xyz'\n", ""});
  CHECK(stead.run("query-mail ana").status == 1);  // who has none
  stead.run("archive jo-park");
  CHECK(stead.run("query-mail jo").status == 1);
  Harness nothing;
  CHECK(nothing.run("query-mail jo").status == 3);
}

TEST_CASE("query-mail is a table and JSON, too") {
  Harness stead(small_practice());
  CHECK(stead.run("query-mail jo --format tsv").out ==
        "Mail\tName\tWho\njo@example.org\tJo Park\tAcme Dental\n");
  const auto json = nlohmann::json::parse(stead.run("query-mail jo --json").out);
  CHECK(json == nlohmann::json::parse(R"({"schema":"stead.addresses/1","addresses":[
    {"mail":"jo@example.org","id":"jo-park","name":"Jo Park","other":"Acme Dental"}]})"));
  CHECK(stead.run("query-mail xyz --json").status == 1);
}

TEST_CASE("query-mail keeps tabs, line ends and controls out of its fields") {
  std::string book = small_practice();
  const std::string name = R"("name":"Jo Park")";
  book.replace(book.find(name), name.size(), R"("name":"Jo\tPark\nJr\u009b")");
  Harness stead(book);
  CHECK(stead.run("query-mail --for aerc jo").out ==
        "jo@example.org\tJo Park Jr\\u{9b}\tAcme Dental\n");
}
