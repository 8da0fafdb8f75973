#include "examples.h"
#include "harness.h"

#include <doctest/doctest.h>

#include <sstream>

namespace {

using stead::test::contents_of;
using stead::test::Harness;
using stead::test::Result;

/// Plays a transcript: each line that begins with `$ ` is typed, everything else is what it prints.
/// A status other than 0 is shown as a last line `[1]`; `$ stead …` runs stead, `$ cat FILE` shows
/// a file of the folder, `$ edit A => B` changes the book by hand. Returns what the transcript
/// should say.
std::string play(const std::string& transcript, Harness& stead) {
  std::istringstream lines(transcript);
  std::string played;
  bool output = false;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("$ ")) {
      if (!output) played += line + '\n';  // the words before the first command
      continue;
    }
    output = true;
    played += line + '\n';
    if (line.starts_with("$ stead")) {
      const Result result = stead.run(line.substr(7));
      played += result.out + result.err;
      if (result.status != 0) played += "[" + std::to_string(result.status) + "]\n";
    } else if (line.starts_with("$ cat ")) {
      played += contents_of(stead.folder() / line.substr(6));
    } else if (line.starts_with("$ edit ")) {
      const std::size_t arrow = line.find(" => ");
      REQUIRE(arrow != std::string::npos);
      std::string book = stead.book();
      const std::string old = line.substr(7, arrow - 7);
      REQUIRE(book.find(old) != std::string::npos);
      stead.write_book(book.replace(book.find(old), old.size(), line.substr(arrow + 4)));
    } else {
      FAIL("no such line in a story: " << line);
    }
  }
  // The folder of the test has another name each time.
  const std::string folder = stead.folder().string() + "/";
  for (std::size_t at = played.find(folder); at != std::string::npos; at = played.find(folder)) {
    played.erase(at, folder.size());
  }
  return played;
}

/// Where a page is easier to read with air between its commands.
std::string without_blank_lines(const std::string& text) {
  std::istringstream lines(text);
  std::string result;
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) result += line + '\n';
  }
  return result;
}

/// What stands between the fences of README.md whose first line begins so.
std::string screen_in_readme(const std::string& first) {
  const std::string readme = contents_of(std::filesystem::path(STEAD_SOURCE_DIR) / "README.md");
  const std::string fence = "```console\n";
  const std::size_t at = readme.find(fence + first);
  REQUIRE_MESSAGE(at != std::string::npos, first);
  const std::size_t front = at + fence.size();
  return readme.substr(front, readme.find("```", front) - front);
}

}  // namespace

TEST_CASE("every story goes as it is told") {
  const std::filesystem::path stories = std::filesystem::path(STEAD_SOURCE_DIR) / "tests/stories";
  int told = 0;
  for (const auto& entry : std::filesystem::directory_iterator(stories)) {
    if (entry.path().extension() != ".txt") continue;
    CAPTURE(entry.path().filename().string());
    const std::string transcript = contents_of(entry.path());
    // A story that begins with "(no book)" begins without one.
    Harness stead;
    if (!transcript.starts_with("(no book)")) stead.write_book(stead::test::small_practice());
    const stead::test::WorkingFolder inside(stead.folder());
    CHECK(transcript == play(transcript, stead));
    ++told;
  }
  CHECK(told > 0);
}

TEST_CASE("the first commands in the README work on a new book") {
  std::istringstream readme(contents_of(std::filesystem::path(STEAD_SOURCE_DIR) / "README.md"));
  Harness stead;
  bool inside = false;
  int played = 0;
  for (std::string line; std::getline(readme, line);) {
    if (line.starts_with("## ")) inside = line == "## First commands";
    if (!inside || !line.starts_with("$ stead ")) continue;
    CAPTURE(line);
    const Result result = stead.run(line.substr(8, line.find("  #") - 8));
    CHECK_MESSAGE(result.status == 0, result.err);
    ++played;
  }
  CHECK(played > 4);
  CHECK(stead.run("check -q").status == 0);
}

TEST_CASE("the screen in the README is what stead prints") {
  const std::string screen = screen_in_readme("$ stead log");
  Harness stead;
  REQUIRE(stead.run("init --sample").status == 0);
  CHECK(without_blank_lines(screen) == without_blank_lines(play(screen, stead)));
}

TEST_CASE("the README shows what happens without a book") {
  const std::string screen = screen_in_readme("$ stead --book book.json");
  Harness stead;
  const stead::test::WorkingFolder inside(stead.folder());
  CHECK(play(screen, stead) == screen + "[3]\n");
}
