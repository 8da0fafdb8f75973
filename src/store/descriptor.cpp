#include "stead/descriptor.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace stead {

Descriptor::Descriptor(int opened) : number_(opened) {
  if (opened < 0 || opened > 2) return;
  number_ = ::fcntl(opened, F_DUPFD_CLOEXEC, 3);
  const int error = errno;
  ::close(opened);
  errno = error;
}

Descriptor::~Descriptor() { close(); }

bool Descriptor::close() {
  // Linux has closed it also when it says that a signal came in between.
  return number_ < 0 || ::close(std::exchange(number_, -1)) == 0 || errno == EINTR;
}

}  // namespace stead
