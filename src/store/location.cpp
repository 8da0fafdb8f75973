#include "store/location.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <climits>
#include <cstdio>
#include <functional>

#include "store/bytes.h"

namespace stead {
namespace {

using std::filesystem::path;

/// As many as Linux follows itself.
constexpr int kMostLinks = 40;

/// Opens a folder by its path from another one; empty, with errno, where that fails.
using OpenFolder = std::function<Descriptor(int from, const path& folder)>;

int number_of(const Descriptor& folder) { return folder ? folder.number() : AT_FDCWD; }

Descriptor open_folder(int from, const path& folder) {
  return Descriptor(uninterrupted(
      [&] { return ::openat(from, folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
}

path parent_of(const path& entry) {
  return entry.has_parent_path() ? entry.parent_path() : path(".");
}

/// Makes `folder` where it is missing. A folder that was made has to survive a power cut as the
/// book in it does, so the one above it is synced.
Descriptor open_or_make_folder(int from, const path& folder) {
  Descriptor opened = open_folder(from, folder);
  if (opened || errno != ENOENT) return opened;
  const Descriptor above = open_or_make_folder(from, parent_of(folder));
  if (!above) return {};
  const path name = folder.filename();
  if (::mkdirat(above.number(), name.c_str(), 0700) == 0) {
    if (::fchmodat(above.number(), name.c_str(), 0700, 0) != 0) return {};
    if (::fsync(above.number()) != 0) return {};
  } else if (errno != EEXIST) {
    return {};
  }
  return open_folder(above.number(), name);
}

/// Where the link `name` points to; nothing when it is no link or not there.
std::optional<path> link_target(const Location& place) {
  std::array<char, PATH_MAX> target;
  const ssize_t length =
      ::readlinkat(place.folder.number(), place.name.c_str(), target.data(), target.size());
  if (length >= 0) return path(std::string(target.data(), static_cast<std::size_t>(length)));
  if (errno == EINVAL || errno == ENOENT) return std::nullopt;
  throw system_error(Status::unreadable, "read", place.path);
}

std::optional<Location> follow(const path& start, Status status, const OpenFolder& open) {
  Location place{{}, {}, start};
  path target = start;
  for (int links = 0; links <= kMostLinks; ++links) {
    place.name = target.filename();
    if (place.name.empty() || place.name == "." || place.name == "..") {
      throw Error(status, "'{}' is a folder, not a book", start.native());
    }
    place.folder = open(number_of(place.folder), parent_of(target));
    if (!place.folder && errno == ENOENT) return std::nullopt;
    if (!place.folder) throw system_error(status, "open the folder of", start);
    const std::optional<path> next = link_target(place);
    if (!next) return place;
    target = *next;
  }
  throw Error(status, "'{}' is a link that leads nowhere: there are over {} links in a row",
              start.native(), kMostLinks);
}

}  // namespace

std::optional<Location> locate(const path& start) {
  return follow(start, Status::unreadable, open_folder);
}

Location locate_making_folders(const path& start) {
  std::optional<Location> place = follow(start, Status::unwritable, open_or_make_folder);
  if (!place) throw system_error(Status::unwritable, "make the folder of", start);
  return std::move(*place);
}

bool rename_to_free_name(const Location& place, const std::string& from, const std::string& to) {
  const int folder = place.folder.number();
  if (::renameat2(folder, from.c_str(), folder, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  // Not every file system has that; a second name is never given to a file over another one.
  if (::linkat(folder, from.c_str(), folder, to.c_str(), 0) != 0) return false;
  ::unlinkat(folder, from.c_str(), 0);
  return true;
}

}  // namespace stead
