#pragma once

#include <string>
#include <string_view>

namespace stead {

/// Text of others as text or a quoted attribute of HTML or XML: no markup, and no character that is
/// forbidden in XML 1.0 (section 2.2) is left of it.
std::string as_markup(std::string_view text);

}  // namespace stead
