#pragma once

#include <set>
#include <string>
#include <string_view>

namespace stead {

/// How a shell takes candidates.
enum class Taking {
  as_they_are,
  containing,  ///< It passes over those that do not have in them what was typed, as fish does.
};

/// What may take the place of a word that is being typed: a line `candidate<TAB>description` each.
class Candidates {
 public:
  Candidates(std::string word, Taking taking) : begun_(std::move(word)), taking_(taking) {}

  /// What was typed of the word, behind what is kept of it.
  const std::string& begun() const { return begun_; }

  /// The first `length` bytes of it stay as they are, in front of every candidate: `--via=` or
  /// `ana,`.
  void keep(std::size_t length);

  /// A command or an option, if it begins as the word does, to the letter.
  void add_name(std::string_view name, std::string_view description);

  /// A value, if the word may become it (`may_become`).
  void add(std::string_view value, std::string_view description = {});

  /// What is known to fit. Left out is what a line cannot hold.
  void offer(std::string_view value, std::string_view description);

  /// That the name of a file may stand there, which shells know more of: a line without a
  /// candidate.
  void offer_files() { lines_ += "\tfile\n"; }

  const std::string& lines() const { return lines_; }

 private:
  std::string kept_;
  std::string begun_;
  Taking taking_;
  std::string lines_;
  std::set<std::string> seen_;  // --help is an option of each command and of all
};

}  // namespace stead
