#include "stead/contact.h"

#include <algorithm>

namespace stead {

bool Contact::has_tag(std::string_view tag) const {
  return std::ranges::find(tags, tag) != tags.end();
}

}  // namespace stead
