#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stead/change.h"

namespace stead {

/// What one command did to a book, or that it was taken back.
struct Step {
  enum class Kind { done, undone, redone };

  std::string id;                  ///< 16 hex digits; given by `append`.
  std::string at;                  ///< When, as the caller words it.
  std::vector<std::string> words;  ///< The command as it was typed.
  Kind kind = Kind::done;
  std::string of;      ///< The id of the step that was undone or redone.
  std::string before;  ///< Digest of the book that it started from,
  std::string after;   ///< and of the one that it made.
  Changes changes;     ///< Of a step of kind `done`; the other two follow from theirs.
  /// Of a step that changed the layout and no record: the text of the book that it started from.
  std::optional<std::string> text = std::nullopt;

  bool operator==(const Step&) const = default;
};

/// What `undo` or `redo` would do now.
struct Reversal {
  Step step;        ///< The step to take back or to do again.
  Changes changes;  ///< What that takes. Each `before` is the record as it must be now.
  /// Is the book, to the letter, the one that the last step left? If not, somebody else changed it
  /// since; the changes may apply all the same.
  bool untouched = false;
};

/// The steps that changed one book, so that they can be taken back: a file of its own in the folder
/// for state, private (0600 in 0700), one line of JSON a step.
///
/// A step is written just before its book takes the place of the old one. When the program dies in
/// between, the step never happened; that shows by the digests, for the next step starts from the
/// same book, and it is left out everywhere. A line that was torn is left out too.
///
/// When a step is added to a file of 16 MiB or more, the oldest steps go first, until 8 MiB or 8
/// steps are left. It must be written only by who holds the lock of the book: inside of `update`.
class Journal {
 public:
  static constexpr std::size_t kLargest = std::size_t{16} << 20;

  /// The journal in `state_folder` of the book that `book` names, through all links. Touches
  /// nothing.
  Journal(const std::filesystem::path& state_folder, const std::filesystem::path& book);

  /// The file, which need not be there.
  const std::filesystem::path& path() const { return path_; }

  /// The steps that happened, the oldest first; `now` is the digest of the book as it is. Empty
  /// when there is no journal or it cannot be read.
  std::vector<Step> steps(std::string_view now) const;

  /// What undo, or redo, takes back: as in an editor, many steps in both directions, and a new
  /// change clears what could be redone. Nothing when there is nothing left.
  std::optional<Reversal> undo(std::string_view now) const;
  std::optional<Reversal> redo(std::string_view now) const;

  /// Adds a step: call it from Writer::before_swap. Makes the folder where it is missing. False
  /// when it could not be written: the change can be made but not be undone.
  bool append(Step step);

  /// Takes the last `append` of this object back: call it from Writer::not_swapped.
  void withdraw();

  /// Removes the steps for which `concerns` says so, and those that undid or redid them, and every
  /// line that cannot be read. Throws Error (unwritable) when that fails: somebody relies on it.
  void forget(const std::function<bool(const Step&)>& concerns);

 private:
  std::filesystem::path path_;
  std::optional<std::size_t> appended_at_;
};

/// Does the step change the record `id`, or do the words of the command, a record that it changes
/// or the text of the book have it as a whole value (as `"with":["ana-ruiz"]` has `ana-ruiz`)? For
/// Journal::forget.
bool mentions(const Step& step, std::string_view id);

}  // namespace stead
