#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>

#include "stead/store.h"
#include "stead/text.h"
#include "store/bytes.h"
#include "store/leftovers.h"
#include "store/location.h"
#include "store/lock.h"
#include "store/temporary.h"

namespace stead {
namespace {

/// How often a book is read anew because somebody was faster.
constexpr int kAttempts = 8;

enum class Outcome { written, nothing_to_do, overtaken };

std::size_t size_of(const Pieces& text) {
  std::size_t size = 0;
  for (const std::string_view piece : text) size += piece.size();
  return size;
}

bool is_same(const Pieces& text, std::string_view old) {
  if (size_of(text) != old.size()) return false;
  for (const std::string_view piece : text) {
    if (!old.starts_with(piece)) return false;
    old.remove_prefix(piece.size());
  }
  return true;
}

void require_room(const Location& book, const Pieces& text) {
  if (const std::size_t size = size_of(text); size > kLargestBook) {
    throw Error(Status::unwritable, "'{}' would have {} bytes; a book has at most {} ({} MiB)",
                book.path.native(), size, kLargestBook, kLargestBook >> 20);
  }
}

struct stat status_of(const Location& book, const BookReader& reader) {
  struct stat status {};
  if (::fstat(reader.file().number(), &status) != 0) {
    throw system_error(Status::unreadable, "read", book.path);
  }
  return status;
}

/// A rename asks nobody whether the file that it replaces may be written.
void require_writable(const Location& book, const struct stat& status) {
  constexpr mode_t kAnybody = S_IWUSR | S_IWGRP | S_IWOTH;
  if ((status.st_mode & kAnybody) == 0) {
    throw Error(Status::unwritable, "'{}' is read-only", book.path.native())
        .with_hint(fmt::format("chmod u+w {}", shell_word(book.path.native())));
  }
  if (::faccessat(book.folder.number(), book.name.c_str(), W_OK, AT_EACCESS) != 0) {
    throw system_error(Status::unwritable, "write", book.path);
  }
}

bool exchange(const Location& book, const Temporary& next) {
  const int folder = book.folder.number();
  return ::renameat2(folder, next.name().c_str(), folder, book.name.c_str(), RENAME_EXCHANGE) == 0;
}

bool cannot_exchange(int error) { return error == EINVAL || error == ENOSYS; }

bool holds(const Location& book, const std::string& name, const Pieces& text) {
  const Descriptor file = open_to_read(book.folder, name);
  struct stat status {};
  return file && ::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode) &&
         holds(file, text);
}

/// Somebody else's text came out of the exchange: it becomes the book again.
Outcome swap_back(const Location& book, const Temporary& next, const Pieces& text,
                  const Writer& writer) {
  if (!exchange(book, next)) {
    keep_aside(book, next.name(), writer.notice);
    throw Error(Status::unconfirmed,
                "'{}' was written, but another program had changed it at the same time",
                book.path.native());
  }
  if (holds(book, next.name(), text)) {
    ::unlinkat(book.folder.number(), next.name().c_str(), 0);
  } else {
    keep_aside(book, next.name(), writer.notice);
  }
  return Outcome::overtaken;
}

/// For file systems without an exchange of names: the look comes just before the rename.
Outcome replace_after_a_look(const Location& book, Temporary& next, const Pieces& old) {
  if (!holds(book, book.name, old)) return Outcome::overtaken;
  const int folder = book.folder.number();
  if (::renameat(folder, next.name().c_str(), folder, book.name.c_str()) != 0) {
    throw system_error(Status::unwritable, "write", book.path);
  }
  next.let_go();
  return Outcome::written;
}

Outcome swap(const Location& book, Temporary& next, const Pieces& old, const Pieces& text,
             const Writer& writer) {
  if (!exchange(book, next)) {
    if (errno == ENOENT) return Outcome::overtaken;
    if (cannot_exchange(errno)) return replace_after_a_look(book, next, old);
    throw system_error(Status::unwritable, "write", book.path);
  }
  next.let_go();
  if (!holds(book, next.name(), old)) return swap_back(book, next, text, writer);
  ::unlinkat(book.folder.number(), next.name().c_str(), 0);
  return Outcome::written;
}

/// Calls `swap` between the two callbacks that frame it.
template <typename Swap>
Outcome announced(const Writer& writer, const std::string& before, const std::string& after,
                  Swap swap) {
  if (writer.before_swap) writer.before_swap(before, after);
  const auto take_back = [&] {
    if (writer.not_swapped) writer.not_swapped();
  };
  try {
    const Outcome outcome = swap();
    if (outcome == Outcome::overtaken) take_back();
    return outcome;
  } catch (const Error& error) {
    if (error.status() == Status::unwritable) take_back();
    throw;
  }
}

Outcome attempt(const Location& book, const Writer& writer) {
  Descriptor file = open_to_read(book.folder, book.name);
  if (!file && errno == ENOENT) throw no_book_at(book.path, writer.init);
  if (!file) throw system_error(Status::unreadable, "read", book.path);
  BookReader reader(std::move(file), book.path);
  const std::string_view old = reader.read_all();

  const std::optional<Pieces> text = writer.rewrite(old);
  if (!text || is_same(*text, old)) return Outcome::nothing_to_do;
  require_room(book, *text);
  const struct stat status = status_of(book, reader);
  require_writable(book, status);

  const Pieces read{old};
  const auto [before, after] = digests(old, *text);
  Temporary next(book, temporary_name(book, before));
  next.write(*text);
  next.take_after(reader.file());
  next.finish();
  const Outcome outcome =
      announced(writer, before, after, [&] { return swap(book, next, read, *text, writer); });
  if (outcome == Outcome::written && status.st_nlink > 1 && writer.notice) {
    writer.notice(fmt::format("'{}' was a hard link; the other names of the file keep the old text",
                              book.path.native()));
  }
  return outcome;
}

void sync_folder(const Location& book) {
  if (::fsync(book.folder.number()) != 0) {
    throw Error(Status::unconfirmed, "'{}' was written, but may not survive a power cut: {}",
                book.path.native(), std::generic_category().message(errno));
  }
}

}  // namespace

bool update(const std::filesystem::path& path, const Writer& writer) {
  const std::optional<Location> book = locate(path);
  if (!book) throw no_book_at(path, writer.init);
  const Descriptor held = lock(*book, writer);
  sweep(*book, writer.notice);
  for (int attempts = 0; attempts < kAttempts; ++attempts) {
    const Outcome outcome = attempt(*book, writer);
    if (outcome == Outcome::nothing_to_do) return false;
    if (outcome == Outcome::written) {
      sync_folder(*book);
      return true;
    }
  }
  throw Error(Status::unwritable, "'{}' was changed by another program {} times meanwhile",
              path.native(), kAttempts)
      .with_hint("try again");
}

void create(const std::filesystem::path& path, std::string_view text) {
  const Location book = locate_making_folders(path);
  const Descriptor held = lock(book, {});
  sweep(book, {});
  require_room(book, {text});
  Temporary first(book, temporary_name(book, digest(std::string_view())));
  first.write({text});
  first.make_private();
  first.finish();
  if (!rename_to_free_name(book, first.name(), book.name)) {
    if (errno != EEXIST) throw system_error(Status::unwritable, "write", book.path);
    throw already_a_book_at(path);
  }
  first.let_go();
  sync_folder(book);
}

}  // namespace stead
