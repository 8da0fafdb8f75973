#pragma once

#include "cli/command.h"

namespace stead {

/// The log that was written last, whatever its day, as the journal knows it; where that does not,
/// the newest by its day. Deeds and what others did are not meant. Throws Error (usage) where there
/// is none.
Interaction last_log(const Session& session);

}  // namespace stead
