#pragma once

#include <array>
#include <string_view>

namespace stead {

/// The ways to meet that have a meaning or a name of their own in stead; any other word will do.
inline constexpr std::array<std::string_view, 6> kKnownVia{"call", "mail",  "meeting",
                                                           "chat", "visit", "note"};

}  // namespace stead
