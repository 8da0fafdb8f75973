#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <new>
#include <thread>

#include "stead/store.h"
#include "store/bytes.h"
#include "store/location.h"

namespace stead {
namespace {

using namespace std::chrono_literals;

/// On some file systems (FUSE) a name that is being replaced is gone for an instant.
constexpr int kLooks = 10;
constexpr auto kBetweenLooks = 10ms;

/// How often a book that somebody is rewriting in place is read anew.
constexpr int kReadings = 8;

/// Memory for a large file comes in large pages where the system has them: the first touch of each
/// page costs more than reading into it.
char* allocate(std::size_t size) {
  constexpr std::size_t kPage = std::size_t{2} << 20;
  const bool is_large = size >= 2 * kPage;
  void* memory =
      is_large ? std::aligned_alloc(kPage, (size + kPage - 1) / kPage * kPage) : std::malloc(size);
  if (!memory) throw std::bad_alloc();
  if (is_large) ::madvise(memory, size, MADV_HUGEPAGE);
  return static_cast<char*>(memory);
}

std::chrono::nanoseconds since_epoch(const timespec& time) {
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

}  // namespace

Error already_a_book_at(const std::filesystem::path& path) {
  return Error::usage("there is a book at '{}' already", path.native())
      .with_hint("'stead init --book FILE' begins another");
}

Error no_book_at(const std::filesystem::path& path, std::string init) {
  return Error(Status::unreadable, "there is no book at '{}'", path.native())
      .with_hint(std::move(init));
}

std::optional<BookReader> BookReader::open(const std::filesystem::path& path) {
  for (int look = 1;; ++look) {
    Descriptor file(uninterrupted(
        [&] { return ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC); }));
    if (file) return BookReader(std::move(file), path);
    if (errno != ENOENT) throw system_error(Status::unreadable, "read", path);
    if (look == kLooks || !locate(path)) return std::nullopt;
    std::this_thread::sleep_for(kBetweenLooks);
  }
}

BookReader::BookReader(Descriptor file, std::filesystem::path path)
    : file_(std::move(file)), path_(std::move(path)), version_(version()) {
  make_room();
}

BookReader::Version BookReader::version() const {
  struct stat status {};
  if (::fstat(file_.number(), &status) != 0) {
    throw system_error(Status::unreadable, "read", path_);
  }
  if (S_ISDIR(status.st_mode)) {
    throw Error(Status::unreadable, "'{}' is a folder, not a book", path_.native());
  }
  if (!S_ISREG(status.st_mode)) {
    throw Error(Status::unreadable, "'{}' is not a regular file", path_.native());
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > kLargestBook) {
    throw Error(Status::unreadable, "'{}' has {} bytes; a book has at most {} ({} MiB)",
                path_.native(), size, kLargestBook, kLargestBook >> 20);
  }
  return {size, since_epoch(status.st_mtim)};
}

void BookReader::make_room() {
  // One byte more than there is to read: that it stays empty shows that the file has not grown.
  capacity_ = version_.size + 1;
  text_.reset(allocate(capacity_));
  length_ = 0;
  at_end_ = false;
}

void BookReader::read_more(std::size_t most) {
  const std::size_t wanted = std::min(most, capacity_ - length_);
  const ssize_t count = uninterrupted([&] {
    return ::pread(file_.number(), text_.get() + length_, wanted, static_cast<off_t>(length_));
  });
  if (count < 0) throw system_error(Status::unreadable, "read", path_);
  length_ += static_cast<std::size_t>(count);
  at_end_ = count == 0;
}

bool BookReader::has_changed() {
  const Version now = version();
  if (now == version_ && length_ <= now.size && (!at_end_ || length_ == now.size)) return false;
  version_ = now;
  return true;
}

std::string_view BookReader::read_while(const std::function<bool()>& wanted, std::size_t step) {
  for (int reading = 1; reading <= kReadings; ++reading) {
    while (!at_end_ && length_ < capacity_ && wanted()) read_more(step);
    if (!has_changed()) {
      handed_out_ = true;
      return {text_.get(), length_};
    }
    if (handed_out_) break;
    std::this_thread::sleep_for(kBetweenLooks);
    make_room();
  }
  throw Error(Status::unreadable, "'{}' was changed while it was read", path_.native())
      .with_hint("try again");
}

std::string_view BookReader::read_until(std::string_view marker) {
  std::size_t searched = 0;
  const auto lacks_marker = [&] {
    const std::string_view text(text_.get(), length_);
    const bool found = text.find(marker, std::min(searched, length_)) != std::string_view::npos;
    searched = length_ - std::min(length_, marker.size());
    return !found;
  };
  return read_while(lacks_marker, kChunk);
}

std::string_view BookReader::read_all() {
  return read_while([] { return true; }, capacity_);
}

}  // namespace stead
