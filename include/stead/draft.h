#pragma once

#include "stead/descriptor.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// A text that the user edits with a program of their own: a file in a fresh folder that nobody
/// else can enter, so that the copies which editors make beside it are private, too. Both stay
/// until somebody says that they may go: what is not discarded is lost by no failure.
class Draft {
 public:
  /// Makes the folder in `home`, which is made where it is missing, and in it the file `name`.
  /// Throws Error (unwritable), and leaves no folder then.
  Draft(const std::filesystem::path& home, const std::string& name, std::string_view text);
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  const std::filesystem::path& file() const { return file_; }
  std::filesystem::path folder() const { return file_.parent_path(); }

  /// What the file holds now. Throws Error (usage) where it is gone or no regular file any more:
  /// what somebody put in its place is not followed.
  std::string text() const;

  /// Where there is anything but `texts`, each of them in a regular file, and blanks: the file, if
  /// that holds it; else the folder, also where something in there cannot be read; else nothing.
  std::optional<std::filesystem::path> other_than(std::span<const std::string> texts) const;

  /// Removes the folder with all that is in it.
  void discard() const;

 private:
  void write(const std::string& name, std::string_view text);
  std::string text_of(const std::string& name) const;
  bool holds_one_of(const std::string& name, std::span<const std::string> texts) const;

  std::filesystem::path file_;
  Descriptor folder_;
};

/// The texts that were edited in `home` and are still there: kept, or in somebody's editor now. By
/// their folders, as a file may have copies beside it; none where the folder cannot be read.
std::vector<std::filesystem::path> drafts_in(const std::filesystem::path& home);

}  // namespace stead
