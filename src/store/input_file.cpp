#include "stead/input_file.h"

#include "stead/error.h"

#include <array>
#include <cerrno>
#include <fstream>
#include <istream>
#include <system_error>

namespace stead {

std::string read_input(std::istream& in, std::string_view what) {
  constexpr std::size_t kAtOnce = 65536;
  std::string bytes;
  for (std::array<char, kAtOnce> buffer; in.good();) {
    in.read(buffer.data(), buffer.size());
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > kLargestInput) {
      throw Error::usage("{} has more than {} bytes (256 MiB)", what, kLargestInput);
    }
  }
  if (in.bad()) throw Error::usage("{} cannot be read", what);
  return bytes;
}

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
  return read_input(file, fmt::format("'{}'", path.string()));
}

}  // namespace stead
