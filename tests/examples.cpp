#include "examples.h"

#include "cli/world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace stead::test {

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<Example> examples_in(const std::vector<std::string>& lines) {
  std::vector<Example> examples;
  for (const std::string& line : lines) {
    if (line.starts_with("$ ")) {
      examples.push_back({line.substr(2), {}});
    } else {
      REQUIRE_MESSAGE(!examples.empty(), line);
      examples.back().printed.push_back(line);
    }
  }
  for (Example& example : examples) {
    while (!example.printed.empty() && example.printed.back().empty()) example.printed.pop_back();
  }
  return examples;
}

bool fits(const std::vector<std::string>& told, const std::string& printed) {
  const std::vector<std::string> lines = lines_of(printed);
  const auto rest = std::ranges::find_if(told, [](const auto& l) { return l.starts_with("…"); });
  if (rest == told.end()) return told == lines;
  const auto shown = static_cast<std::size_t>(rest - told.begin());
  return lines.size() > shown && std::equal(told.begin(), rest, lines.begin());
}

std::string packet_of_bo() {
  return R"({
"stead_packet": 1,
"way": "out",
"sender": {"book":"t5h2k9w3m7qa","name":"Bo Lind","email":["bo@example.org"]},
"receiver": {"id":"jan-hale","name":"Jan Hale"},
"period": {"from":"2026-09-01","to":"2026-09-12"},
"contacts": [
{"id":"kestrel","name":"Kestrel Labs","kind":"org","tags":["client"],"cover":[{"by":"jan-hale","from":"2026-09-01","to":"2026-09-12","agreed":"2026-08-03"}],"heard":[{"text":"no calls before ten","on":"2026-05-04"}]},
{"id":"mia","name":"Mia Berg","org":"kestrel","title":"COO","phone":["+47 22 1"]}
],
"promises": [
{"id":"w5b7rdq","by":"me","to":"mia","for":"kestrel","text":"list of licences","made":"2026-07-27","due":"2026-09-04"}
],
"interactions": [
{"id":"g8n2c4xz","at":"2026-07-28","with":["mia"],"via":"call","text":"went through the licences"}
]
}
)";
}

Stage::Stage(bool with_book) : inside_(stead.folder()) {
  stead.environment["STEAD_BOOK"] = "book.json";
  std::ofstream("friends.md") << "### Activities:\n- 2026-07-30: Lunch with **Mo Tran**.\n\n"
                                 "### Friends:\n- Mo Tran\n";
  std::ofstream("bo.stead.json") << packet_of_bo();
  stead.environment["EDITOR"] = "ed";
  stead.programs = [](const Program& program) {
    std::string text = contents_of(program.words.back());
    text.replace(text.find("CTO"), 3, "CIO");
    std::ofstream(program.words.back()) << text;
    return 0;
  };
  if (with_book) stead.write_book(small_practice());
}

Result Stage::run(const std::string& command) {
  if (command.starts_with("export ")) {
    for (const std::string& word : split_words(command.substr(7))) {
      const std::size_t sign = word.find('=');
      REQUIRE_MESSAGE(sign != std::string::npos, command);
      stead.environment[word.substr(0, sign)] = word.substr(sign + 1);
    }
    return {};
  }
  REQUIRE_MESSAGE(command.starts_with("stead"), command);
  return stead.run(command.substr(5));
}

}  // namespace stead::test
