#include "cli/command.h"

namespace stead {

std::string_view version() { return STEAD_VERSION; }

}  // namespace stead
