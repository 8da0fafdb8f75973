#include "stead/input_file.h"

#include "stead/error.h"

#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

namespace stead {

std::string read_input_file(const std::filesystem::path& path) {
  const auto failed = [&](int number) {
    return Error::usage("'{}' cannot be read: {}", path.string(),
                        std::generic_category().message(number));
  };
  std::error_code unknown;
  if (std::filesystem::is_directory(path, unknown)) throw failed(EISDIR);
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) throw failed(errno);
  std::ostringstream bytes;
  // An empty file sets failbit on the stream that it is copied to, which is no fault of the file's.
  if (file.peek() != std::ifstream::traits_type::eof()) bytes << file.rdbuf();
  if (file.bad()) throw failed(EIO);
  return bytes.str();
}

}  // namespace stead
