#include "store/leftovers.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "store/bytes.h"

namespace stead {
namespace {

constexpr std::string_view kEnding = ".tmp";
constexpr std::size_t kTag = 16;
constexpr std::size_t kDigits = 2 * kTag;

bool is_temporary(std::string_view name, std::string_view prefix) {
  if (!name.starts_with(prefix) || !name.ends_with(kEnding)) return false;
  if (name.size() != prefix.size() + kDigits + kEnding.size()) return false;
  return name.substr(prefix.size(), kDigits).find_first_not_of("0123456789abcdef") ==
         std::string_view::npos;
}

std::vector<std::string> leftovers_of(const Location& book, const std::string& prefix) {
  const int opened = ::openat(book.folder.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (opened < 0) return {};
  const std::unique_ptr<DIR, int (*)(DIR*)> list(::fdopendir(opened), ::closedir);
  if (!list) {
    ::close(opened);
    return {};
  }
  std::vector<std::string> names;
  while (const dirent* entry = ::readdir(list.get())) {
    if (is_temporary(entry->d_name, prefix)) names.emplace_back(entry->d_name);
  }
  return names;
}

/// The front of the digest of a file; of one that is not there, as of an empty one. Nothing when it
/// cannot be read.
std::optional<std::string> tag_of(const Location& book, const std::string& name) {
  try {
    Descriptor file = open_to_read(book.folder, name);
    if (!file && errno == ENOENT) return digest(std::string_view()).substr(0, kTag);
    if (!file) return std::nullopt;
    return digest(BookReader(std::move(file), book.path).read_all()).substr(0, kTag);
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

std::string temporary_name(const Location& book, std::string_view digest) {
  return fmt::format(".{}.{}{}{}", book.name, digest.substr(0, kTag), random_digits(), kEnding);
}

bool keep_aside(const Location& book, const std::string& name,
                const std::function<void(std::string_view)>& notice) {
  const std::string kept = fmt::format("{}.conflict-{}", book.name, random_digits());
  if (!rename_to_free_name(book, name, kept)) return false;
  if (notice) {
    notice(
        fmt::format("'{}' was changed by another program at the same time; a text that is not "
                    "in it now was kept beside it, as '{}'",
                    book.path.native(), kept));
  }
  return true;
}

void sweep(const Location& book, const std::function<void(std::string_view)>& notice) {
  const std::string prefix = "." + book.name + ".";
  std::optional<std::string> now;
  for (const std::string& name : leftovers_of(book, prefix)) {
    const std::string read_by_writer = name.substr(prefix.size(), kTag);
    if (!now) now = tag_of(book, book.name);
    const std::optional<std::string> left = tag_of(book, name);
    if (!now || !left) continue;
    // Either its text never became the book, or this is the book it replaced.
    if (*now == read_by_writer || *left == read_by_writer) {
      ::unlinkat(book.folder.number(), name.c_str(), 0);
    } else {
      keep_aside(book, name, notice);
    }
  }
}

}  // namespace stead
