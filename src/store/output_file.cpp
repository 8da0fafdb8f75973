#include "stead/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>

#include "store/bytes.h"
#include "store/location.h"
#include "store/temporary.h"

namespace stead {
namespace {

/// Where the file is to be, its links followed.
Location place_of(const std::filesystem::path& path) {
  std::optional<Location> place;
  try {
    place = locate(path);
  } catch (const Error& error) {
    throw Error(Status::unwritable, "{}", error.what());
  }
  if (place) return std::move(*place);
  throw Error(Status::unwritable, "'{}' cannot be written: there is no such folder", path.native());
}

/// Is there a file, and may it go?
bool is_replaceable(const Location& place, std::string_view what,
                    const std::function<bool(std::string_view front)>& may_replace) {
  struct stat status {};
  if (::fstatat(place.folder.number(), place.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return false;
    throw system_error(Status::unwritable, "write", place.path);
  }
  if (!S_ISREG(status.st_mode)) {
    throw Error::usage("'{}' is no file that can be written", place.path.native())
        .with_hint("name a file, or '-' for standard output");
  }
  const Descriptor file = open_to_read(place.folder, place.name);
  if (!file) throw system_error(Status::unwritable, "read", place.path);
  std::array<char, 256> front{};
  const ssize_t length =
      uninterrupted([&] { return ::read(file.number(), front.data(), front.size()); });
  if (length < 0) throw system_error(Status::unwritable, "read", place.path);
  if (length > 0 && !may_replace({front.data(), static_cast<std::size_t>(length)})) {
    throw Error::usage("'{}' is there already, and is no {}", place.path.native(), what)
        .with_hint("nothing was written; name another file, or remove that one");
  }
  return true;
}

}  // namespace

void write_output_file(const std::filesystem::path& path, std::string_view text,
                       std::string_view what,
                       const std::function<bool(std::string_view front)>& may_replace) {
  std::error_code unknown;
  if (std::filesystem::is_directory(path, unknown)) {
    throw Error::usage("'{}' is a folder", path.native());
  }
  const Location place = place_of(path);
  const bool is_there = is_replaceable(place, what, may_replace);
  Temporary next(place, fmt::format(".stead-{}.tmp", random_digits()));
  next.write({text});
  next.make_private();
  next.finish();
  const int folder = place.folder.number();
  const bool renamed =
      is_there ? ::renameat(folder, next.name().c_str(), folder, place.name.c_str()) == 0
               : rename_to_free_name(place, next.name(), place.name);
  if (!renamed) throw system_error(Status::unwritable, "write", place.path);
  next.let_go();
}

}  // namespace stead
