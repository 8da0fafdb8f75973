#pragma once

#include <sys/types.h>

#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "stead/descriptor.h"
#include "stead/error.h"
#include "stead/store.h"

namespace stead {

/// The largest piece that is read or written at once: it stays in the processor's cache, and was
/// measured to be as fast as any.
inline constexpr std::size_t kChunk = std::size_t{256} << 10;

/// Makes a system call until no signal interrupts it.
template <typename Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

/// "cannot VERB 'PATH': REASON", with the reason from errno.
Error system_error(Status status, std::string_view verb, const std::filesystem::path& path);

/// Opens `name` in `folder` to read it: not through a link, and without waiting for whoever has the
/// other end of a pipe. Empty where that fails, errno says why.
Descriptor open_to_read(const Descriptor& folder, const std::string& name);

/// Writes all of `text` at the end of what `file` has; false, with errno, when not all of it went.
bool write_all(const Descriptor& file, const Pieces& text);

/// Does `file` hold exactly `text`? False also when it cannot be read.
bool holds(const Descriptor& file, const Pieces& text);

/// Sixteen hex digits that nobody can guess.
std::string random_digits();

}  // namespace stead
