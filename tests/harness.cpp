#include "harness.h"

#include "cli/world.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <ostream>
#include <sstream>

namespace stead::test {
namespace {

constexpr int kOffset = 120;

Now monday_morning() {
  return {Day(std::chrono::year{2026} / 8 / 3),
          {10 * 60 + 15, kOffset},
          [](Day, int) { return kOffset; },
          [](const std::string& name, std::int64_t) -> std::optional<int> {
            if (name == "Japan") return 540;
            if (name == "Europe/Madrid" || name == "Europe/Berlin") return kOffset;
            return std::nullopt;
          }};
}

std::filesystem::path new_folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "stead-test-XXXXXX").string();
  REQUIRE(mkdtemp(pattern.data()) != nullptr);
  return std::filesystem::canonical(pattern);
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Result& result) {
  return out << "status " << result.status << '\n' << result.out << "---\n" << result.err;
}

Harness::Harness() : folder_(new_folder()) {
  environment = {{"HOME", folder_.string()},
                 {"STEAD_BOOK", book_path().string()},
                 {"XDG_STATE_HOME", (folder_ / "state").string()}};
}

Harness::Harness(const std::string& book) : Harness() { write_book(book); }

Harness::~Harness() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

Result Harness::run(const std::vector<std::string>& arguments, const std::string& input) {
  return run_with(arguments, input, false);
}

Result Harness::run(const std::string& line, const std::string& input) {
  return run_with(split_words(line), input, false);
}

Result Harness::run_on_terminal(const std::string& line, const std::string& typed) {
  return run_with(split_words(line), typed, true);
}

Result Harness::run_with(const std::vector<std::string>& arguments, const std::string& input,
                         bool terminal) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const auto random = [this] {
    // SplitMix64, S. Vigna, https://prng.di.unimi.it/splitmix64.c
    std::uint64_t z = (random_state_ += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111eb;
    return z ^ (z >> 31U);
  };
  const World world{
      .arguments = arguments,
      .environment = environment,
      .now = monday_morning(),
      .random = random,
      .in = in,
      .out = out,
      .err = err,
      .in_is_terminal = terminal,
      .out_is_terminal = out_is_terminal,
      .err_is_terminal = terminal,
      .terminal_columns = {},
      .terminal_rows = terminal_rows,
      .account_name = [] { return std::string("Jan Hale"); },
      .has_zone = [](const std::string& name) -> std::optional<bool> {
        constexpr auto kZones = std::to_array<std::string_view>(
            {"Cuba", "Europe/Berlin", "Europe/Madrid", "Europe/Oslo", "Japan", "UTC"});
        return std::ranges::find(kZones, name) != kZones.end();
      },
      .run_program =
          [this](const Program& program) { return programs ? programs(program) : std::nullopt; }};
  Result result;
  result.status = stead::run(world);
  result.out = out.str();
  result.err = err.str();
  return result;
}

std::string Harness::book() const { return contents_of(book_path()); }

void Harness::write_book(const std::string& text) const {
  std::ofstream(book_path(), std::ios::binary) << text;
}

std::vector<std::string> split_words(const std::string& line) {
  std::vector<std::string> words;
  bool inside = false;  // of a word
  char quote = '\0';
  for (const char c : line) {
    if (quote != '\0') {
      if (c == quote) {
        quote = '\0';
      } else {
        words.back() += c;
      }
    } else if (c == ' ') {
      inside = false;
    } else {
      if (!inside) words.emplace_back();
      inside = true;
      if (c == '\'' || c == '"') {
        quote = c;
      } else {
        words.back() += c;
      }
    }
  }
  return words;
}

std::string contents_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), path.string());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string small_practice() {
  return R"({
"stead": 1,
"contacts": [
{"id":"acme","name":"Acme Dental","kind":"org","tags":["client"],"needs":["network","backups"],"every":"2w","reply_within":"4h","cover":[{"by":"sam-ortiz","agreed":"2026-05-02","briefed":"2026-05-10","scope":["network"]},{"by":"bo-lind","from":"2026-08-10","to":"2026-08-21","offered":"2026-08-03","rank":2}],"heard":[{"text":"no changes on Fridays","on":"2026-03-02","reflected":"2026-03-09"}]},
{"id":"ana-ruiz","name":"Ana Ruiz","aliases":["Ani"],"was":["a-ruiz"],"org":"acme","past":[{"org":"borealis","until":"2026-03-01"}],"title":"CTO","phone":["+34 600 111 222"],"tz":"Europe/Madrid","born":"05-14"},
{"id":"bo-lind","name":"Bo Lind","phone":["+46 70 111 22 33"],"tags":["colleague"],"skills":["backups"],"capacity":3,"away":[{"from":"2026-09-01","to":"2026-09-12","why":"leave"}],"cover":[{"by":"me","from":"2026-09-01","to":"2026-09-12","offered":"2026-08-03"}]},
{"id":"borealis","name":"Borealis","kind":"org","tags":["client"],"client_of":"bo-lind"},
{"id":"delta-gmbh","name":"Delta GmbH","kind":"org","tags":["client"]},
{"id":"jo-park","name":"Jo Park","org":"acme","email":["jo@example.org"]},
{"id":"joanna-wit","name":"Joanna Wit","org":"borealis"},
{"id":"me","name":"Jan Hale","tz":"Europe/Berlin","away":[{"from":"2026-08-10","to":"2026-08-21","why":"family"}],"book":"q3n8c5x2v6ra","hours":"mon-fri 09:00-17:00","rules":[{"tag":"client","every":"1mon"}]},
{"id":"sam-ortiz","name":"Sam Ortiz","phone":["+1 555 0100"],"tags":["colleague"],"skills":["network"]}
],
"promises": [
{"id":"k7q2wd4","by":"me","to":"ana-ruiz","for":"acme","text":"migration estimate","made":"2026-07-20","due":"2026-07-31"},
{"id":"v3x9pqa","by":"bo-lind","to":"me","text":"VPN credentials","made":"2026-07-27","due":"2026-08-05"}
],
"interactions": [
{"id":"m3x8r7vd","at":"2026-07-06T16:00+02:00","with":["ana-ruiz"],"via":"mail","from":"them","needs_reply":true,"text":"asks about DNS"},
{"id":"p6d3h8wc","at":"2026-07-30T10:00+02:00","with":["jo-park"],"via":"call","text":"talked about backups"}
]
}
)";
}

}  // namespace stead::test
