#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "stead/render.h"
#include "stead/text.h"

namespace stead {
namespace {

/// Does nothing in it need a look? DEL is the one unsafe character of ASCII that JSON lets pass.
bool is_plain(std::string_view json) {
  return std::ranges::all_of(json, [](char c) { return static_cast<unsigned char>(c) < 0x7F; });
}

void append_escape(std::string& json, char32_t code) {
  const auto unit = static_cast<std::uint32_t>(code);
  if (unit < 0x10000) {
    fmt::format_to(std::back_inserter(json), "\\u{:04x}", unit);
  } else {
    fmt::format_to(std::back_inserter(json), "\\u{:04x}\\u{:04x}",
                   0xD800 + ((unit - 0x10000) >> 10U), 0xDC00 + ((unit - 0x10000) & 0x3FFU));
  }
}

}  // namespace

std::string json_safe(std::string json) {
  if (is_plain(json)) return json;
  std::string safe;
  safe.reserve(json.size() + 64);
  for (std::string_view rest = json; !rest.empty();) {
    const std::string_view before = rest;
    const char32_t code = take_code_point(rest);
    // Newlines and tabs stand between values; inside of them JSON has them escaped already.
    if (code >= 0x7F && (is_unsafe(code) || utf8_length(before) == 0)) {
      append_escape(safe, code);
    } else {
      safe.append(before, 0, before.size() - rest.size());
    }
  }
  return safe;
}

}  // namespace stead
