#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "sample_documents.h"
#include "stead/render.h"
#include "stead/text.h"

using namespace stead;

namespace {

Table one_cell(std::string text) { return {{{"a"}}, {{Text(std::move(text))}}}; }

std::string csv_cell(std::string text, bool raw = false) {
  return render_csv(one_cell(std::move(text)), raw).substr(2);
}

std::string tsv_cell(std::string text, bool raw = false) {
  return render_tsv(one_cell(std::move(text)), raw).substr(2);
}

}  // namespace

TEST_CASE("a table as CSV and TSV, the titles first") {
  const Table table{{{"Name"}, {"Note, long"}, {"n", Align::right}},
                    {{Text("Ana", Tone::strong) + " Ruiz", "likes \"tea\"", "2"}, {"Bo"}, {}}};
  CHECK(render_csv(table) ==
        "Name,\"Note, long\",n\n"
        "Ana Ruiz,\"likes \"\"tea\"\"\",2\n"
        "Bo,,\n"
        ",,\n");
  CHECK(render_tsv(table) ==
        "Name\tNote, long\tn\n"
        "Ana Ruiz\tlikes \"tea\"\t2\n"
        "Bo\t\t\n"
        "\t\t\n");
}

TEST_CASE("CSV keeps the lines of a cell between quotes") {
  CHECK(csv_cell("a\nb") == "\"a\nb\"\n");
  CHECK(csv_cell("a\r\nb\x1b") == "\"a\\u{d}\nb\\u{1b}\"\n");
  CHECK(csv_cell("a\r\nb\x1b", true) == "\"a\r\nb\x1b\"\n");
  CHECK(csv_cell("José; 山田") == "José; 山田\n");
}

TEST_CASE("a cell that a spreadsheet would calculate is text") {
  for (const std::string start : {"=", "+", "@", "＝", "＋", "－", "＠"}) {
    CAPTURE(start);
    CHECK(csv_cell(start + "1") == "'" + start + "1\n");
    CHECK(csv_cell(start + "1", true) == start + "1\n");
    CHECK(tsv_cell(start + "1") == "'" + start + "1\n");
    CHECK(tsv_cell(start + "1", true) == start + "1\n");
  }
  CHECK(csv_cell("\t=1") == "'\t=1\n");
  CHECK(csv_cell("\r=1") == "'\\u{d}=1\n");
  CHECK(tsv_cell("\t=1") == "'\\t=1\n");
  CHECK(csv_cell("1+1") == "1+1\n");
  for (const std::string cell : {"-", "-x", "-1+1", "-1e3", "-.5", "-1.", "--1", "-1 "}) {
    CAPTURE(cell);
    CHECK(csv_cell(cell) == "'" + cell + "\n");
    CHECK(tsv_cell(cell) == "'" + cell + "\n");
  }
}

TEST_CASE("a number below nothing is no formula, and stays a number") {
  for (const std::string cell : {"-2", "-14", "-2.5"}) {
    CHECK(csv_cell(cell) == cell + "\n");
    CHECK(tsv_cell(cell) == cell + "\n");
  }
}

TEST_CASE("TSV has one line a row and no other tabs") {
  CHECK(tsv_cell("a\tb\nc\\d") == "a\\tb\\nc\\\\d\n");
  CHECK(tsv_cell("\\n\x1b") == "\\\\n\\u{1b}\n");
}

TEST_CASE("nothing hostile is in CSV and TSV") {
  for (const std::string& hostile : sample::hostile_texts()) {
    const Table table{{{hostile}, {"b"}}, {{Text(hostile, Tone::bad), "c"}}};
    CHECK(shown(render_csv(table), true) == render_csv(table));
    CHECK(shown(render_tsv(table), true) == render_tsv(table));
    CHECK(render_tsv(table).find("\n=") == std::string::npos);
  }
}

TEST_CASE("JSON says the same without a character that a terminal would obey") {
  CHECK(json_safe("{\n  \"a\": [1, \"x\\n\"]\n}\n") == "{\n  \"a\": [1, \"x\\n\"]\n}\n");
  CHECK(json_safe("\"José 山田 🙂\"") == "\"José 山田 🙂\"");
  CHECK(json_safe("\"a\x7f"
                  "b\u0085\u202E\u2028\uFEFF\"") == "\"a\\u007fb\\u0085\\u202e\\u2028\\ufeff\"");
  CHECK(json_safe("\"\U000E0041\"") == "\"\\udb40\\udc41\"");
  CHECK(json_safe("\"a\xff\"") == "\"a\\ufffd\"");
}

TEST_CASE("safe JSON holds the same values") {
  for (const std::string& hostile : sample::hostile_texts()) {
    if (find_invalid_utf8(hostile) != std::string::npos) continue;
    const nlohmann::json value{{hostile, {hostile, 1}}};
    const std::string safe = json_safe(value.dump(2) + '\n');
    CHECK(nlohmann::json::parse(safe) == value);
    for (std::string_view rest = safe; !rest.empty();) {
      const char32_t code = take_code_point(rest);
      CHECK((code == '\n' || !is_unsafe(code)));
    }
  }
}
