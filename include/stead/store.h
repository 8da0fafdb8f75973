#pragma once

#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stead/descriptor.h"
#include "stead/error.h"

/// \file
/// The book as one file on a disk: bytes, whatever they say. Messages name paths to the letter;
/// whoever prints them makes them fit for a terminal.
namespace stead {

/// The largest file that is taken for a book.
inline constexpr std::size_t kLargestBook = std::size_t{256} << 20;

/// What a command that needs a book says when there is none; `init` is the command that begins one.
Error no_book_at(const std::filesystem::path& path, std::string init = "stead init");

/// That there is a book where a new one was to begin: usage.
Error already_a_book_at(const std::filesystem::path& path);

/// A book being read, from its front and as far as wanted. It takes no lock and needs none: a
/// writer never changes a book, it puts another one in its place.
///
/// Every view begins at the start of the file and lives as long as the reader; a later one goes
/// further, the bytes that both have are the same.
class BookReader {
 public:
  /// Opens the book at `path`, through any symbolic links; nothing when there is none.
  ///
  /// Throws Error (unreadable) for what is not a regular file, before anything in it can block, for
  /// a file over kLargestBook, a link loop, and where the system refuses.
  static std::optional<BookReader> open(const std::filesystem::path& path);

  /// Reads on until `marker` occurs in what was read or the file ends, and returns all that was
  /// read so far: the marker is anywhere in it, the end of the view is not the end of a line.
  ///
  /// Throws Error (unreadable) when reading fails or the file was changed in place since the last
  /// view was handed out (before that it is read again).
  std::string_view read_until(std::string_view marker);

  /// Reads on to the end and returns the whole book; throws as `read_until` does.
  std::string_view read_all();

  /// Reads what was opened; `path` is for messages. Throws as `open` does.
  BookReader(Descriptor file, std::filesystem::path path);

  /// The open file, for its owner and its permissions.
  const Descriptor& file() const { return file_; }

 private:
  /// What shows that a file was changed in place. (The time of its last change of status does not:
  /// that also moves when the book gets another name or is replaced, which leaves this one whole.)
  struct Version {
    std::size_t size = 0;
    std::chrono::nanoseconds modified{};

    bool operator==(const Version&) const = default;
  };

  Version version() const;
  bool has_changed();
  void make_room();
  void read_more(std::size_t most);
  std::string_view read_while(const std::function<bool()>& wanted, std::size_t step);

  Descriptor file_;
  std::filesystem::path path_;
  Version version_;
  struct Free {
    void operator()(char* memory) const { std::free(memory); }
  };
  /// Never initialised: pages that nothing is read into cost nothing.
  std::unique_ptr<char[], Free> text_;
  std::size_t capacity_ = 0;
  std::size_t length_ = 0;
  bool at_end_ = false;
  bool handed_out_ = false;
};

/// A text in pieces, in order. Most of a changed book is the old one, so it is written from there.
using Pieces = std::vector<std::string_view>;

/// 128 bits of XXH3 over a text, as 32 hex digits: says which version of a book this is. Anybody
/// can make two texts of one digest, nobody does by accident.
std::string digest(std::string_view text);
std::string digest(const Pieces& text);
/// Those of `old` and of `text`, most of which is views of the front of `old`: that is read once.
std::pair<std::string, std::string> digests(std::string_view old, const Pieces& text);

/// What somebody who changes a book brings along. All but `rewrite` may be left empty.
struct Writer {
  /// Makes the new text from the one that is there; nothing when there is nothing to write. The
  /// pieces may view `old` and what the callee keeps until it is called again or `update` returns.
  /// It is called again when somebody else changed the book meanwhile, with their text, so it must
  /// start afresh each time. It may throw: the book stays as it is.
  std::function<std::optional<Pieces>(std::string_view old)> rewrite;

  /// The new text is safe on the disk beside the book and about to become the book; given are the
  /// digests of the old and the new one. It may throw: the book stays as it is.
  std::function<void(const std::string& before, const std::string& after)> before_swap;

  /// The text that was announced by `before_swap` has not become the book after all.
  std::function<void()> not_swapped;

  /// One sentence for the user: that another stead is being waited for, that a hard link was
  /// parted.
  std::function<void(std::string_view)> notice;

  /// What begins a book there, for whoever has none.
  std::string init = "stead init";

  /// How long to wait for another writer.
  std::chrono::milliseconds patience = std::chrono::minutes{1};
};

/// Replaces the book at `path` by what `writer.rewrite` makes of it. At every moment, whatever
/// happens, the book is the old or the new one, whole; when the call returns true the new one
/// would survive a power cut. Returns false when there was nothing to write (no text or the very
/// same one): then not even a time of the file has changed.
///
/// The steps, and which failure each one is there for:
/// - Symbolic links are followed to the folder and the name at their end; they stay links.
/// - The folder is locked (`flock`; where a file system has none, `.NAME.lock`), so that writers
///   take turns. The kernel drops the lock with the process: it can't go stale.
/// - What a killed writer left behind is removed; what might be the only copy of somebody's change
///   is kept as `NAME.conflict-…` and said.
/// - The new text goes to a private file in the same folder, with owner, mode, ACL and extended
///   attributes of the old one (fewer permissions where one of them cannot be kept, never more),
///   and is synced.
/// - The two exchange names, and what comes out is compared with what was read: if somebody who
///   does not know the lock was faster, names are exchanged back and all starts again from their
///   text, up to 8 times. (Where a file system cannot exchange names the book is compared just
///   before it is replaced, which leaves an instant in which their change could be lost.)
/// - The folder is synced.
///
/// Throws Error: unreadable when there is no book or it cannot be read (see BookReader::open),
/// unwritable when it cannot be written (the old book is intact; a book without any write
/// permission is taken at its word, also for root), unconfirmed when it was written but the sync
/// of the folder failed. What the callbacks throw passes through.
bool update(const std::filesystem::path& path, const Writer& writer);

/// Makes a new book of `text`, readable by its owner alone (0600), with all missing folders above
/// it (0700), whatever the umask. A link to a file that is not there is followed.
///
/// Throws Error: usage when there is something at `path` already, unwritable when it cannot be
/// written, unconfirmed when it was written but may not survive a power cut.
void create(const std::filesystem::path& path, std::string_view text);

}  // namespace stead
