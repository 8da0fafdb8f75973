#include "store/lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <thread>

#include "store/bytes.h"

namespace stead {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// After this long the user is told what is being waited for.
constexpr milliseconds kQuietly{1000};

/// Asks more and more rarely: many may be waiting, and asking costs the one who writes time.
constexpr milliseconds kLongestPause{32};

bool is_taken(int error) { return error == EWOULDBLOCK || error == EACCES; }

bool has_no_folder_locks(int error) {
  return error == EBADF || error == ENOLCK || error == EOPNOTSUPP || error == EINVAL;
}

/// Calls `attempt` until it succeeds or fails with anything but "taken": returns 0 or that errno.
template <typename Attempt>
int wait_for(Attempt attempt, const Location& book, const Writer& writer) {
  const auto start = steady_clock::now();
  bool told = false;
  for (milliseconds pause{1};; pause = std::min(2 * pause, kLongestPause)) {
    if (uninterrupted(attempt) == 0) return 0;
    if (!is_taken(errno)) return errno;
    const auto waited = steady_clock::now() - start;
    if (waited >= writer.patience) {
      throw Error(Status::unwritable, "'{}' is locked by another program", book.path.native())
          .with_hint("try again; in a crontab, 'flock FOLDER stead ...' would wait for itself");
    }
    if (!told && waited >= kQuietly && writer.notice) {
      writer.notice("waiting for another stead to finish");
      told = true;
    }
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace

Descriptor lock(const Location& book, const Writer& writer) {
  const auto lock_folder = [&] { return ::flock(book.folder.number(), LOCK_EX | LOCK_NB); };
  errno = wait_for(lock_folder, book, writer);
  if (errno == 0) return {};
  if (!has_no_folder_locks(errno)) throw system_error(Status::unwritable, "lock", book.path);

  const std::string name = "." + book.name + ".lock";
  Descriptor file(uninterrupted([&] {
    return ::openat(book.folder.number(), name.c_str(),
                    O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);
  }));
  if (!file) throw system_error(Status::unwritable, "lock", book.path);
  const auto lock_file = [&] {
    struct flock whole {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    return ::fcntl(file.number(), F_OFD_SETLK, &whole);
  };
  errno = wait_for(lock_file, book, writer);
  if (errno != 0) throw system_error(Status::unwritable, "lock", book.path);
  return file;
}

}  // namespace stead
