#pragma once

#include "cli/command.h"
#include "stead/draft.h"
#include "stead/error.h"

#include <string>

namespace stead {

/// A text that a command wants edited: its file, the user's editor, and what becomes of both.
class Editing {
 public:
  /// Writes the text to a private file: beside the journal, where it outlives a log-out if it has
  /// to be kept, else beside the book. Throws Error (unwritable).
  Editing(const World& world, const Paths& paths, const EditWanted& wanted);

  /// Runs the editor and returns what the file holds then. The editor is `$VISUAL` (where TERM says
  /// that the terminal has abilities), else `$EDITOR`, else on a terminal `sensible-editor` or
  /// `vi`; a shell runs it. Throws Error (usage) where there is none, it fails, or the file is
  /// gone.
  Edited edit();

  /// The error, with where the text is, which stays there if somebody has written anything.
  Error kept(const Error& error);
  /// Where the text is; it stays there.
  std::string keep();

 private:
  int run_editor() const;
  bool is_worth_keeping() const;

  const World& world_;
  std::string offered_;
  Draft draft_;
};

}  // namespace stead
