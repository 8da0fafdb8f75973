#pragma once

#include "harness.h"

#include <filesystem>
#include <string>
#include <vector>

namespace stead::test {

/// A `$ stead …` line of an example, without its `$ `, and the lines that it prints.
struct Example {
  std::string command;
  std::vector<std::string> printed;
};

std::vector<std::string> lines_of(const std::string& text);

/// The examples in a text, in which each line that begins with `$ ` is a command and the others are
/// what it prints; blank lines in front of the next command are air. Fails the test where something
/// stands in front of the first command.
std::vector<Example> examples_in(const std::vector<std::string>& lines);

/// Is this what was printed? A line that begins with `…` stands for any rest.
bool fits(const std::vector<std::string>& told, const std::string& printed);

/// The folder that relative paths begin at, for as long as this lives.
class WorkingFolder {
 public:
  explicit WorkingFolder(const std::filesystem::path& folder)
      : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(folder);
  }
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;
  ~WorkingFolder() { std::filesystem::current_path(before_); }

 private:
  std::filesystem::path before_;
};

/// A packet from Bo Lind for Jan Hale: a client, Kestrel Labs, with Mia Berg who works there.
std::string packet_of_bo();

/// What examples are shown on: book.json, the small practice unless somebody is to begin one, a
/// friends.md, the packet bo.stead.json, and an editor in which somebody turns a CTO into a CIO.
/// The working folder is theirs, for as long as this lives.
class Stage {
 public:
  explicit Stage(bool with_book);

  /// Runs a command of an example, `stead …`, or sets what `export NAME=VALUE …` names for those
  /// that come after it; fails the test where it is neither.
  Result run(const std::string& command);

  Harness stead;

 private:
  WorkingFolder inside_;
};

}  // namespace stead::test
