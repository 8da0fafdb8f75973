// The scanner takes what another parser takes, sees the same in it, and refuses the rest.
#include "stead/scanner.h"

#include "../other_parser.h"
#include "expect.h"

namespace {

using stead::fuzz::expect;

/// Does the scanner refuse the text for its depth alone? The other parser knows no limit.
bool is_too_deep(std::string_view text) {
  try {
    stead::Scanner(text).value();
    return false;
  } catch (const stead::Fault& fault) {
    return std::string_view(fault.what()).find("128") != std::string_view::npos;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const char* data, std::size_t size) {
  const std::string_view text(data, size);
  const auto scanned = stead::test::scanned(text);
  // The other parser passes over a mark of the byte order, and takes a NUL for the end.
  if (text.starts_with("\xef\xbb\xbf") || text.find('\0') != std::string_view::npos) {
    expect(!scanned, "a mark of the byte order and a NUL are refused");
  } else if (scanned != stead::test::parsed_by_another(text)) {
    expect(!scanned && is_too_deep(text), "both parsers see the same");
  }
  return 0;
}
