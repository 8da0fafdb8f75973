#include "stead/record.h"

#include "lines.h"
#include "random_model.h"
#include "stead/text.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace stead;
using random_model::Dice;
using random_model::indented;

template <typename Record>
Lines faults_of(std::string_view text) {
  std::vector<Fault> faults;
  read_record<Record>(text, 0, faults);
  Lines result;
  for (const Fault& fault : faults) {
    result.all.push_back(std::to_string(fault.offset()) + ": " + fault.what());
  }
  return result;
}

/// The text with a member that stead does not know put into every object of it, each with a value
/// of its own.
std::string with_unknown(std::string_view json) {
  std::string out;
  bool in_text = false;
  int number = 0;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_text && c == '\\') {
      out += c;
      out += json[++i];
      continue;
    }
    if (c == '"') in_text = !in_text;
    if (!in_text && c == '}') {
      if (out.back() != '{') out += ',';
      out += "\"x-" + std::to_string(number) + "\":[1.0,1e2,-0,12345678901234567890123," +
             std::to_string(number) + "]";
      ++number;
    }
    out += c;
  }
  return out;
}

/// Members of an object's text: the text of each value by its key.
std::map<std::string, std::string> members(std::string_view object) {
  std::map<std::string, std::string> result;
  Scanner scanner(object);
  scanner.object([&](const JsonString& key) { result[key.value()] = scanner.value(); });
  return result;
}

template <typename Record>
void check_surgery(Dice& dice, bool is_indented) {
  auto before = dice.record<Record>();
  // In the objects that hold names of the owner's, a member that stead does not know is one of
  // them.
  const bool is_unknown_there = dice.chance(60);
  if (is_unknown_there) {
    before.conflict.clear();
    before.snoozed.clear();
    if constexpr (requires { before.custom; }) before.custom.clear();
  }
  std::string text = write_record(before);
  if (is_unknown_there) text = with_unknown(text);
  if (is_indented) text = indented(text);
  const auto read = read_record<Record>(text);
  const Record goal = dice.changed(read);
  CAPTURE(text);
  const std::string result = rewrite_record(text, read, goal);
  CAPTURE(result);
  CHECK(read_record<Record>(result) == goal);
  CHECK(rewrite_record(text, read, read) == text);
  const auto old_members = members(text);
  const auto new_members = members(result);
  for (const auto& [key, value] : old_members) {
    if (key.starts_with("x-")) CHECK(new_members.at(key) == value);
  }
  each_field<Record>([&](const FieldSpec& field, auto member) {
    if (!(read.*member == goal.*member)) return;
    const std::string name(field.name);
    CAPTURE(name);
    CHECK(old_members.contains(name) == new_members.contains(name));
    if (old_members.contains(name)) CHECK(old_members.at(name) == new_members.at(name));
  });
}

}  // namespace

TEST_CASE("a record that was written reads as it was") {
  for (unsigned seed = 0; seed < 500; ++seed) {
    Dice dice(seed);
    const auto contact = dice.record<Contact>();
    CAPTURE(write_record(contact));
    CHECK(read_record<Contact>(write_record(contact)) == contact);
    const auto promise = dice.record<Promise>();
    CHECK(read_record<Promise>(write_record(promise)) == promise);
    const auto interaction = dice.record<Interaction>();
    CHECK(read_record<Interaction>(write_record(interaction)) == interaction);
    // In any layout, which the values of conflicts keep, and those of what a packet said.
    auto in_another = read_record<Contact>(indented(write_record(contact)));
    in_another.conflict = contact.conflict;
    if (in_another.origin && contact.origin) in_another.origin->said = contact.origin->said;
    CHECK(in_another == contact);
  }
}

TEST_CASE("a new record has its fields in order, no blanks, and nothing that is empty") {
  Interaction interaction;
  interaction.id = "m3x8r7vd";
  interaction.at = *when_from("2026-08-03T10:15+02:00");
  interaction.with = {"ana-ruiz", "bo"};
  interaction.from = "them";
  interaction.needs_reply = true;
  interaction.text = "say \"hi\"\nto them\x1b";
  interaction.deed = Deed{.kind = "referral", .dir = "got", .amount = amount_from("2.5h")};
  CHECK(write_record(interaction) ==
        R"({"id":"m3x8r7vd","at":"2026-08-03T10:15+02:00","with":["ana-ruiz","bo"],"from":"them",)"
        R"("needs_reply":true,"text":"say \"hi\"\nto them\u001b",)"
        R"("deed":{"kind":"referral","dir":"got","amount":"2.5h"}})");
}

TEST_CASE("surgery reads as what was meant and leaves what did not change") {
  for (unsigned seed = 0; seed < 1000; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    check_surgery<Contact>(dice, seed % 2 == 1);
    check_surgery<Promise>(dice, seed % 2 == 1);
    check_surgery<Interaction>(dice, seed % 2 == 1);
  }
}

TEST_CASE("surgery takes the innermost member") {
  const std::string_view text =
      R"({"x-a": 1.0, "id":"acme", "name":"Acme","cover":[ {"by":"sam","x-b":1e2,"rank" : 2}, )"
      R"({"by":"bo","x-c":-0} ],"x-d":{"b":1,"a":12345678901234567890123}})";
  const auto before = read_record<Contact>(text);
  Contact after = before;
  after.title = "office";
  after.cover[0].rank = 3;
  after.cover[1].agreed = day_from("2026-08-03");
  CHECK(
      rewrite_record(text, before, after) ==
      R"({"x-a": 1.0, "id":"acme", "name":"Acme","title": "office","cover":[ {"by":"sam","x-b":1e2,"rank" : 3}, )"
      R"({"by":"bo","agreed":"2026-08-03","x-c":-0} ],"x-d":{"b":1,"a":12345678901234567890123}})");
  after = before;
  after.cover.erase(after.cover.begin());
  CHECK(rewrite_record(text, before, after) ==
        R"({"x-a": 1.0, "id":"acme", "name":"Acme","cover":[ {"by":"bo","x-c":-0} ],)"
        R"("x-d":{"b":1,"a":12345678901234567890123}})");
  after.cover.clear();
  CHECK(rewrite_record(text, before, after) ==
        R"({"x-a": 1.0, "id":"acme", "name":"Acme","x-d":{"b":1,"a":12345678901234567890123}})");
}

TEST_CASE("an element of a list whose key changes keeps what stead does not know of it") {
  const std::string_view text =
      R"({"id":"a","name":"A","away":[{"from":"2026-08-10","x-booked":true,"why":"family"}]})";
  const auto before = read_record<Contact>(text);
  Contact after = before;
  after.away[0].from = *when_from("2026-08-11");
  CHECK(rewrite_record(text, before, after) ==
        R"({"id":"a","name":"A","away":[{"from":"2026-08-11","x-booked":true,"why":"family"}]})");
}

TEST_CASE("an empty text in a list stays an element") {
  const std::string_view text = R"({"id":"a","name":"A","aliases":["","b"]})";
  const auto before = read_record<Contact>(text);
  CHECK(write_record(before) == text);
  Contact after = before;
  after.aliases.emplace_back("");
  CHECK(rewrite_record(text, before, after) == R"({"id":"a","name":"A","aliases":["","b",""]})");
}

TEST_CASE("what would lead a reader astray is escaped in what is written, and nothing else is") {
  CHECK(json_quoted("é日\U0001F600\u00a0/<>'") == "\"é日\U0001F600\u00a0/<>'\"");
  CHECK(json_quoted("\"\\\n\t\r\b\x1b\x7f") == R"("\"\\\n\t\r\u0008\u001b\u007f")");
  CHECK(json_quoted("\u0085\u202e\u2066\u2028\u200f") == R"("\u0085\u202e\u2066\u2028\u200f")");
}

TEST_CASE("every wrong type is named, with what it should be, at its place") {
  CHECK(faults_of<Contact>(
            R"({"id":"Ana Ruiz","kind":"firm","aliases":"Ani","org":7,"capacity":1.0,)"
            R"("tags":["Client"],"born":"02-30","every":"2 weeks","cover":[{"rank":100}],)"
            R"("custom":{"a":1},"snoozed":{"late":"soon"},"hours":"always","tz":null})") ==
        Lines{
            "6: 'id' should be a handle such as 'ana-ruiz'",
            "24: 'kind' should be 'org'",
            "41: 'aliases' should be a list",
            "53: 'org' should be a handle such as 'ana-ruiz'",
            "66: 'capacity' should be a whole number from 1 to 999",
            "78: 'tags' should be a word in lower case without blanks",
            "95: 'born' should be a day of the year such as '05-14' or '1980-05-14'",
            "111: 'every' should be a length of time such as '10d', '2w', '1mon' or '1y'",
            "138: 'rank' should be a whole number from 1 to 99",
            "130: 'by' is missing",
            "158: 'a' should be a text",
            "179: 'late' should be a day such as '2026-08-07'",
            "195: 'hours' should be working hours such as 'mon-fri 09:00-17:00'",
            "209: 'tz' should be a text",
            "0: 'name' is missing",
        });
  CHECK(faults_of<Promise>(R"({"id":"a b","by":"me","to":"bo","text":"","made":"2026-02-29",)"
                           R"("due":"2026-08-07T25:00Z","status":"done","told":[{"due":5}]})") ==
        Lines{
            "6: 'id' should be an id: a text without blanks",
            "39: 'text' should not be empty",
            "49: 'made' should be a day or a time such as '2026-08-07' or "
            "'2026-08-07T10:15+02:00'",
            "68: 'due' should be a day or a time such as '2026-08-07' or "
            "'2026-08-07T10:15+02:00'",
            "97: 'status' should be one of 'kept', 'released', 'broken'",
            "119: 'due' should be a day or a time such as '2026-08-07' or "
            "'2026-08-07T10:15+02:00'",
            "112: 'on' is missing",
        });
  CHECK(faults_of<Interaction>(
            R"({"id":"i","at":"2026-08-03","with":"bo","needs_reply":false,"urgent":"true",)"
            R"("deed":{"kind":"advice","dir":"sent","amount":"3 h","even":1}})") ==
        Lines{
            "35: 'with' should be a list",
            "54: 'needs_reply' should be true, or not there at all",
            "69: 'urgent' should be true, or not there at all",
            "106: 'dir' should be one of 'gave', 'got'",
            "122: 'amount' should be an amount such as '3h', '5d', '1w' or '2x'",
            "135: 'even' should be true, or not there at all",
        });
}

TEST_CASE("without a list of faults the first one is thrown") {
  CHECK_THROWS_WITH_AS(read_record<Contact>(R"({"id":"a","name":1,"org":2})"),
                       "'name' should be a text", Fault);
}

TEST_CASE("a handle is NFC, lower case, with single hyphens inside") {
  for (const std::string_view yes :
       {"a", "ana-ruiz", "ana-ruiz-2", "josé", "김-민준", "me", "4711"}) {
    CAPTURE(yes);
    CHECK(is_handle(yes));
  }
  for (const std::string_view no : {"", "Ana", "ana ruiz", "-a", "a-", "a--b", "a_b", "ana.ruiz",
                                    "É", "jose\u0301", "a\n", "é-"}) {
    CAPTURE(no);
    CHECK_FALSE(is_handle(no));
  }
}

TEST_CASE("a handle is what a handle made of it is, letter by letter") {
  std::string differs;
  for (char32_t code = 0x80; code < 0x10000; ++code) {
    if (code >= 0xD800 && code < 0xE000) continue;  // surrogates, which are no characters
    std::string text = "a";
    append_utf8(text, code);
    text += "b";
    append_utf8(text, code);
    if (is_handle(text) != (handle_from(text) == text)) differs += text + " ";
  }
  CHECK(differs == "");
}

TEST_CASE("working hours are days and one stretch of the day") {
  CHECK(hours_from("mon-fri 09:00-17:00") == Hours{});
  CHECK(hours_from("mon,wed-thu 08:00-12:30") == Hours{0b0001101, 480, 750});
  CHECK(hours_from("sat-mon 00:00-24:00") == Hours{0b1100001, 0, 1440});
  CHECK(hours_from("sun 22:15-23:00") == Hours{0b1000000, 1335, 1380});
  for (const std::string_view no :
       {"", "mon", "mon-fri", "mon-fri 9:00-17:00", "mon-fri 17:00-09:00", "mon-fri 09:00-09:00",
        "mo-fr 09:00-17:00", "mon_fri 09:00-17:00", "mon- 09:00-17:00", "mon, 09:00-17:00",
        "mon-fri 09:00-24:01", "mon-fri 09:60-17:00", "mon-fri  09:00-17:00",
        "mon-fri 09:00-17:00 ", "Mon-fri 09:00-17:00", "-mon 09:00-17:00"}) {
    CAPTURE(no);
    CHECK_FALSE(hours_from(no).has_value());
  }
}
