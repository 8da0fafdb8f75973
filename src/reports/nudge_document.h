#pragma once

#include "stead/nudge.h"

#include <span>

namespace stead {

/// How a nudge is shown in a list.
struct NudgeLook {
  bool with_id = false;
  bool with_message = false;  ///< What to write to them, where there is something.
  bool explained = false;     ///< With the parts of its urgency.
};

/// What, why and the command.
Item nudge_item(const Nudge& nudge, NudgeLook look = {});

/// A list of them.
Items nudge_items(std::span<const Nudge> nudges, NudgeLook look = {});

}  // namespace stead
