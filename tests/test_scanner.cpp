#include "stead/scanner.h"

#include "other_parser.h"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace stead;
using stead::test::parsed_by_another;
using stead::test::scanned;

/// What the scanner says against a whole text, or nothing.
std::string fault_in(std::string_view text) {
  try {
    Scanner scanner(text);
    scanner.value();
    scanner.end();
    return "";
  } catch (const Fault& fault) {
    return std::to_string(fault.offset()) + ": " + fault.what();
  }
}

/// Random JSON, with everything that the grammar allows in it.
class RandomJson {
 public:
  explicit RandomJson(unsigned seed) : random_(seed) {}

  std::string text() { return blanks() + value(0) + blanks(); }

  /// The same with one byte or two changed, taken out or put in.
  std::string damaged() {
    constexpr std::string_view kBytes = "{}[]:,\"\\ 0-1.eEtn\n\x01\x7f\x80\xc3\xed\xff";
    std::string result = text();
    for (std::size_t n = 1 + below(2); n > 0; --n) {
      const std::size_t at = below(result.size());
      switch (below(3)) {
        case 0: result[at] = kBytes[below(kBytes.size())]; break;
        case 1: result.erase(at, 1); break;
        default: result.insert(at, 1, kBytes[below(kBytes.size())]);
      }
      if (result.empty()) return "[";
    }
    return result;
  }

 private:
  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
  }

  std::string blanks() {
    constexpr std::array kBlanks{"", "", "", " ", "\n", "\r\n", "\t "};
    return kBlanks[below(kBlanks.size())];
  }

  std::string string() {
    constexpr std::array kPieces{"a",
                                 "text that is longer than sixteen bytes",
                                 "é",
                                 "日本",
                                 "\U0001F600",
                                 "\\n",
                                 "\\\"",
                                 "\\\\",
                                 "\\/",
                                 "\\u00e9",
                                 "\\ud83d\\ude00",
                                 "\x7f",
                                 " ",
                                 "x-"};
    std::string result = "\"";
    for (std::size_t n = below(5); n > 0; --n) result += kPieces[below(kPieces.size())];
    return result + '"';
  }

  std::string number() {
    constexpr std::array kNumbers{"0",   "-0",   "1",       "-17",       "1.5",
                                  "1e2", "1E+2", "0.25e-3", "1234567890"};
    return kNumbers[below(kNumbers.size())];
  }

  std::string list(char open, char close, int depth) {
    std::string result(1, open);
    const std::size_t size = below(5);
    for (std::size_t i = 0; i < size; ++i) {
      if (i > 0) result += ',';
      result += blanks();
      if (open == '{') {
        std::string key = string();
        key.insert(1, std::to_string(i));  // keys have to differ
        result += key + blanks() + ':' + blanks();
      }
      result += value(depth + 1) + blanks();
    }
    return result + close;
  }

  std::string value(int depth) {
    switch (below(depth > 4 ? 5 : 9)) {
      case 0: return "true";
      case 1: return "false";
      case 2: return "null";
      case 3: return number();
      case 4: return string();
      case 5:
      case 6: return list('[', ']', depth);
      default: return list('{', '}', depth);
    }
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("every form of value that JSON has is taken") {
  for (const std::string_view text : {"null",
                                      "true",
                                      "false",
                                      "0",
                                      "-0",
                                      "1.0",
                                      "1e2",
                                      "1E+2",
                                      "12345678901234567890123",
                                      "0.1000000000000000055511151231257827",
                                      "1e-400",
                                      "\"\"",
                                      "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
                                      "\"\\ud83d\\ude00\"",
                                      "\"\x7f\"",
                                      "\"\xc2\x9b\"",
                                      "\"\xe2\x80\xa8\"",
                                      "\"\xf4\x8f\xbf\xbf\"",
                                      "[]",
                                      " [ ] ",
                                      "{}",
                                      "[[[[{\"a\":[{}]}]]]]",
                                      "{\"a\":1,\"A\":2,\"\":3}",
                                      "\r\n\t [1 , 2\n]\r\n"}) {
    CAPTURE(text);
    CHECK(fault_in(text) == "");
  }
}

TEST_CASE("what is not JSON is refused at the byte where it stops being JSON") {
  struct Case {
    std::string_view text;
    std::string_view fault;
  };
  const std::vector<Case> cases{
      {"", "0: the file ends too early"},
      {"  \n", "3: the file ends too early"},
      {"tru", "0: a value is expected here"},
      {"nullx", "4: something follows behind the end"},
      {"True", "0: a value is expected here"},
      {"NaN", "0: a value is expected here"},
      {"-", "0: this is not a number as JSON writes it"},
      {"-Infinity", "0: this is not a number as JSON writes it"},
      {"+1", "0: a value is expected here"},
      {".5", "0: a value is expected here"},
      {"5.", "0: this is not a number as JSON writes it"},
      {"017", "0: this is not a number as JSON writes it"},
      {"-012", "0: this is not a number as JSON writes it"},
      {"1e", "0: this is not a number as JSON writes it"},
      {"1e+", "0: this is not a number as JSON writes it"},
      {"0x1F", "1: something follows behind the end"},
      {"1 2", "2: something follows behind the end"},
      {"[1,]", "2: a comma with nothing behind it"},
      {"[1 , \n]", "3: a comma with nothing behind it"},
      {"[,1]", "1: a value is expected here"},
      {"[1,,2]", "3: a value is expected here"},
      {"[1 2]", "3: a comma or ']' is expected here"},
      {"[1:2]", "2: a comma or ']' is expected here"},
      {"[1}", "2: a comma or ']' is expected here"},
      {"[1", "2: the file ends too early"},
      {"]", "0: a value is expected here"},
      {"{\"a\":1,}", "6: a comma with nothing behind it"},
      {"{,}", "1: a text in double quotes is expected here"},
      {"{\"a\" 1}", "5: a colon is expected here"},
      {"{\"a\"::1}", "5: a value is expected here"},
      {"{\"a\":1 \"b\":2}", "7: a comma or '}' is expected here"},
      {"{1:2}", "1: a text in double quotes is expected here"},
      {"{a:2}", "1: a text in double quotes is expected here"},
      {"{\"a\"}", "4: a colon is expected here"},
      {"{\"a\":", "5: the file ends too early"},
      {"{\"a\":1,\"b\":2,\"a\":3}", "13: the key 'a' is here a second time"},
      {"{\"a\":1, \"\\u0061\":2}", "8: the key 'a' is here a second time"},
      {"{\"\":1,\"\":2}", "6: the key '' is here a second time"},
      {"'x'", "0: a value is expected here"},
      {"1 // x", "2: something follows behind the end"},
      {"\"abc", "0: this text has no closing quote"},
      {"\"abc\\\"", "0: this text has no closing quote"},
      {"\"a\\", "2: no such escape in a text"},
      {" }", "1: a value is expected here"},
      {"\"a\nb\"", "2: the line ends inside a text"},
      {"\"a\tb\"", "2: a control character stands bare in a text"},
      {"\"a\\x41\"", "2: no such escape in a text"},
      {"\"a\\u12G4\"", "4: \\u needs four hexadecimal digits"},
      {"\"\\u12", "3: \\u needs four hexadecimal digits"},
      {"\"a\\u0000\"", "2: a NUL character in a text"},
      {"\"\\ud800\"", "1: half of a surrogate pair"},
      {"\"\\udc00\"", "1: half of a surrogate pair"},
      {"\"\\ud800\\ud800\"", "1: half of a surrogate pair"},
      {"\"\\ud83dx\"", "1: half of a surrogate pair"},
      {"\"\x80\"", "1: this is not UTF-8"},
      {"\"ab\xc3\"", "3: this is not UTF-8"},
      {"\"\xc0\xaf\"", "1: this is not UTF-8"},
      {"\"\xe0\x80\xaf\"", "1: this is not UTF-8"},
      {"\"\xe2\x82\"", "1: this is not UTF-8"},
      {"\"\xed\xa0\x80\"", "1: this is not UTF-8"},
      {"\"\xf4\x90\x80\x80\"", "1: this is not UTF-8"},
      {"\"0123456789abcdefghij\xff\"", "21: this is not UTF-8"},
      {"\xef\xbb\xbf[]", "0: a value is expected here"},
      {"\xc2\xa0[]", "0: a value is expected here"},
      {"\f1", "0: a value is expected here"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(fault_in(c.text) == c.fault);
  }
}

TEST_CASE("a NUL anywhere is no blank and no end") {
  CHECK(fault_in(std::string_view("1\0", 2)) == "1: something follows behind the end");
  CHECK(fault_in(std::string_view("\0"
                                  "1",
                                  2)) == "0: a value is expected here");
  CHECK(fault_in(std::string_view("\"a\0b\"", 5)) ==
        "2: a control character stands bare in a text");
}

TEST_CASE("every control character has to be escaped inside a text, wherever it stands") {
  for (char c = 0; c < ' '; ++c) {
    for (std::size_t before = 0; before < 20; ++before) {
      const std::string text = '"' + std::string(before, 'x') + c + "rest of it, long enough\"";
      CAPTURE(text);
      const std::string where = std::to_string(before + 1) + ": ";
      CHECK(fault_in(text) == where + (c == '\n' || c == '\r'
                                           ? "the line ends inside a text"
                                           : "a control character stands bare in a text"));
    }
  }
}

TEST_CASE("a text may end at any distance from the end of the file") {
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string text(size, 'x');
    CAPTURE(size);
    const std::string quoted = '"' + text + '"';
    CHECK(Scanner(quoted).string().raw == text);
    CHECK(fault_in(quoted.substr(0, size + 1)) == "0: this text has no closing quote");
  }
}

TEST_CASE("128 levels are taken, 129 are not, and 100,000 open brackets do no harm") {
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
  };
  CHECK(fault_in(nested(128)) == "");
  CHECK(fault_in(nested(129)) == "128: nested deeper than 128 levels");
  CHECK(fault_in(std::string(100'000, '[')) == "128: nested deeper than 128 levels");
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  CHECK(fault_in(objects) == "640: nested deeper than 128 levels");
}

TEST_CASE("a duplicate is found among many keys, in nested objects too, and 20,000 are no delay") {
  std::string keys;
  for (int i = 0; i < 20'000; ++i) keys += "\"k" + std::to_string(i) + "\":0,";
  CHECK(fault_in('{' + keys + "\"last\":{" + keys + "\"last\":0}}") == "");
  CHECK(fault_in('{' + keys + "\"k19999\":0}").ends_with("the key 'k19999' is here a second time"));
  CHECK(fault_in('{' + keys + "\"\\u006b7\":0}").ends_with("the key 'k7' is here a second time"));
  CHECK(fault_in('{' + keys + "\"x\":{" + keys + "\"k3\":0}}")
            .ends_with("the key 'k3' is here a second time"));
  CHECK(fault_in(R"({"\u0061":1,"a":2})") == "12: the key 'a' is here a second time");
}

TEST_CASE("escapes are resolved only when the value is asked for") {
  const std::string_view text = R"("a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00z")";
  const JsonString string = Scanner(text).string();
  CHECK(string.escaped);
  CHECK(string.raw == text.substr(1, text.size() - 2));
  CHECK(string.value() == "a\"\\/\b\f\n\r\té\U0001F600z");
  CHECK(string == std::string_view("a\"\\/\b\f\n\r\té\U0001F600z"));
  CHECK_FALSE(string == string.raw);
}

TEST_CASE("a value keeps its text, numbers too") {
  const std::string_view text = R"({"a": 1.0, "b": [1e2,-0 , 12345678901234567890123]})";
  std::vector<std::string> values;
  Scanner scanner(text);
  scanner.object([&](const JsonString&) { values.emplace_back(scanner.value()); });
  CHECK(values == std::vector<std::string>{"1.0", "[1e2,-0 , 12345678901234567890123]"});
}

TEST_CASE("lines and columns count from 1, columns in code points") {
  const std::string_view text = "aé日\U0001F600x\nb";
  using Pair = std::pair<std::size_t, std::size_t>;
  CHECK(line_and_column(text, 0) == Pair{1, 1});
  CHECK(line_and_column(text, 10) == Pair{1, 5});
  CHECK(line_and_column(text, 12) == Pair{2, 1});
  CHECK(line_and_column(text, 13) == Pair{2, 2});
}

TEST_CASE("random JSON is read as another parser reads it") {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const std::string text = RandomJson(seed).text();
    CAPTURE(text);
    const auto mine = scanned(text);
    REQUIRE(mine.has_value());
    CHECK(*mine == parsed_by_another(text));
  }
}

TEST_CASE("damaged JSON is refused where another parser refuses it") {
  int refused = 0;
  for (unsigned seed = 0; seed < 20'000; ++seed) {
    const std::string text = RandomJson(seed).damaged();
    CAPTURE(text);
    const auto mine = scanned(text);
    const auto other = parsed_by_another(text);
    CHECK(mine.has_value() == other.has_value());
    if (mine && other) CHECK(*mine == *other);
    refused += mine ? 0 : 1;
  }
  CHECK(refused > 5'000);  // both kinds have to be there, or nothing was compared
  CHECK(refused < 19'000);
}
