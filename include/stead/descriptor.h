#pragma once

#include <utility>

namespace stead {

/// One open file descriptor, closed when it goes.
///
/// It is never 0, 1 or 2: where a program was started with these closed, a book opened as one of
/// them would get what is printed.
class Descriptor {
 public:
  Descriptor() = default;
  /// Takes over what `open` and its kin returned, moved to 3 or above; a negative one stays what it
  /// is, with errno as it was.
  explicit Descriptor(int opened);
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();

  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }

  /// Closes it now; false, with errno, when the system says that something written got lost.
  bool close();

 private:
  int number_ = -1;
};

}  // namespace stead
