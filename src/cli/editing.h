#pragma once

#include "cli/command.h"
#include "stead/draft.h"
#include "stead/error.h"

#include <filesystem>
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

  const std::filesystem::path& file() const { return draft_.file(); }

  /// The folder of the text, which stays until one of the next two removes it.
  std::filesystem::path folder() const { return draft_.folder(); }

  /// What was edited is in the book: nothing of it is needed any more.
  void discard() const { draft_.discard(); }

  /// Removes the text where nobody has written anything. Else it stays, and where is returned, as a
  /// sentence. A text that was read, and that nobody needs, is named as `worthless`.
  std::string leave(std::string worthless = {}) const;

  /// The error, with where the text is if that stays.
  Error kept(const Error& error) const;

 private:
  int run_editor() const;

  const World& world_;
  std::string offered_;
  Draft draft_;
};

}  // namespace stead
