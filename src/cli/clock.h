#pragma once

#include "cli/options.h"
#include "cli/world.h"

namespace stead {

/// The clock of a run: --now, else STEAD_NOW, else the present. A day alone is noon of it. Throws
/// Error (usage) where that is no time.
Now clock_of(const World& world, const GlobalOptions& options);

}  // namespace stead
