#include "store/bytes.h"

#include <fcntl.h>
#include <sys/random.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <system_error>

namespace stead {
namespace {

/// After this much the disk begins to write, while the rest is still on its way to it.
constexpr std::size_t kAhead = std::size_t{4} << 20;

bool write_all(const Descriptor& file, std::string_view text) {
  std::size_t waiting = 0;
  while (!text.empty()) {
    const ssize_t written = uninterrupted(
        [&] { return ::write(file.number(), text.data(), std::min(text.size(), kChunk)); });
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
    waiting += static_cast<std::size_t>(written);
    if (waiting < kAhead) continue;
    // A hint, which not every kernel takes; fsync says whether it went well.
    static_cast<void>(::sync_file_range(file.number(), 0, 0, SYNC_FILE_RANGE_WRITE));
    waiting = 0;
  }
  return true;
}

}  // namespace

Error system_error(Status status, std::string_view verb, const std::filesystem::path& path) {
  return Error(status, "cannot {} '{}': {}", verb, path.native(),
               std::generic_category().message(errno));
}

Descriptor open_to_read(const Descriptor& folder, const std::string& name) {
  return Descriptor(uninterrupted([&] {
    return ::openat(folder.number(), name.c_str(),
                    O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW | O_CLOEXEC);
  }));
}

bool write_all(const Descriptor& file, const Pieces& text) {
  // Many small pieces would be as many calls; those that are large are not copied.
  std::string gathered;
  for (const std::string_view piece : text) {
    if (gathered.size() + piece.size() <= kChunk / 4) {
      gathered += piece;
      continue;
    }
    if (!write_all(file, gathered)) return false;
    gathered.clear();
    if (piece.size() <= kChunk / 4) {
      gathered = piece;
    } else if (!write_all(file, piece)) {
      return false;
    }
  }
  return write_all(file, gathered);
}

bool holds(const Descriptor& file, const Pieces& text) {
  // On the stack, for there is no way back from here when memory runs out.
  std::array<char, kChunk / 4> buffer;
  const auto read = [&](std::size_t most) {
    return uninterrupted(
        [&] { return ::read(file.number(), buffer.data(), std::min(most, buffer.size())); });
  };
  for (std::string_view piece : text) {
    while (!piece.empty()) {
      const ssize_t count = read(piece.size());
      if (count <= 0) return false;
      const auto length = static_cast<std::size_t>(count);
      if (std::memcmp(buffer.data(), piece.data(), length) != 0) return false;
      piece.remove_prefix(length);
    }
  }
  return read(1) == 0;
}

std::string random_digits() {
  std::uint64_t number = 0;
  if (::getrandom(&number, sizeof number, 0) != sizeof number) {
    throw Error(Status::unwritable, "the system has no random numbers");
  }
  return fmt::format("{:016x}", number);
}

}  // namespace stead
