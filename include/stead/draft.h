#pragma once

#include "stead/descriptor.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace stead {

/// A text that the user edits with a program of their own: a file in a fresh folder that nobody
/// else can enter, so that the copies which editors make beside it are private, too. The folder
/// goes with the draft, with all that is in it.
class Draft {
 public:
  /// Makes the folder in `home`, which is made where it is missing, and in it the file `name`.
  /// Throws Error (unwritable).
  Draft(const std::filesystem::path& home, const std::string& name, std::string_view text);
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  const std::filesystem::path& file() const { return file_; }

  /// What the file holds now. Throws Error (usage) where it is gone or no regular file any more:
  /// what somebody put in its place is not followed.
  std::string text() const;

  /// The file stays.
  void keep() { removal_.folder.clear(); }

 private:
  /// Removes a folder at its end, unless it is none.
  struct Removal {
    std::filesystem::path folder;

    explicit Removal(std::filesystem::path path) : folder(std::move(path)) {}
    Removal(const Removal&) = delete;
    Removal& operator=(const Removal&) = delete;
    ~Removal();
  };

  std::filesystem::path file_;
  Removal removal_;
  Descriptor folder_;
};

}  // namespace stead
