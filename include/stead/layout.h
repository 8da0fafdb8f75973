#pragma once

#include <string>
#include <string_view>

namespace stead {

/// A record's text laid out for people: a member a line, a list of objects with an object a line.
/// Blanks outside of texts are all that changes. Throws Fault where it is no object.
std::string laid_out(std::string_view record);

/// JSON as stead-book(5) has a record: on one line, without a blank outside of texts. The grammar
/// has to be right.
std::string on_one_line(std::string_view json);

}  // namespace stead
