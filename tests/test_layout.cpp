#include "stead/layout.h"

#include "random_model.h"
#include "stead/scanner.h"

#include <doctest/doctest.h>

using stead::laid_out;
using stead::on_one_line;

TEST_CASE("a record is laid out with a member a line, and a list of objects with one a line") {
  CHECK(laid_out(R"({"id":"acme","tags":["client","vip"],"every":"2w",)"
                 R"("cover":[{"by":"sam-ortiz","scope":["network"]},{"by":"bo-lind","rank":2}],)"
                 R"("heard":[],"more":{"a":[1.0,{"b":null}]},"x":[[1],[2]]})") ==
        "{\n"
        "  \"id\": \"acme\",\n"
        "  \"tags\": [\"client\", \"vip\"],\n"
        "  \"every\": \"2w\",\n"
        "  \"cover\": [\n"
        "    {\"by\": \"sam-ortiz\", \"scope\": [\"network\"]},\n"
        "    {\"by\": \"bo-lind\", \"rank\": 2}\n"
        "  ],\n"
        "  \"heard\": [],\n"
        "  \"more\": {\"a\": [1.0, {\"b\": null}]},\n"
        "  \"x\": [[1], [2]]\n"
        "}\n");
}

TEST_CASE("texts and numbers stay to the letter") {
  const std::string record =
      R"({"id":"a: b, \"c\" \\","n":[1e2,-0,12345678901234567890123],"t":"tab\t\u00e9 {x : y}"})";
  CHECK(on_one_line(laid_out(record)) == record);
  CHECK(laid_out(record).find(R"("t": "tab\t\u00e9 {x : y}")") != std::string::npos);
}

TEST_CASE("what was laid out is the same record again on one line") {
  stead::random_model::Dice dice(17);
  for (int i = 0; i < 200; ++i) {
    const stead::random_model::Records records = stead::random_model::random_records(dice);
    for (const std::vector<std::string>& list : records.texts) {
      for (const std::string& record : list) CHECK(on_one_line(laid_out(record)) == record);
    }
  }
}

TEST_CASE("what is no object is not laid out") {
  CHECK_THROWS_AS(laid_out("[1]"), stead::Fault);
  CHECK_THROWS_AS(laid_out("{\"a\":}"), stead::Fault);
}
