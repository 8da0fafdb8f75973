#pragma once

#include "cli/world.h"

namespace stead {

/// The World of this very process: its arguments, environment, clock, account, terminal and
/// streams. Nothing else asks the process for them.
World world_of_process(int argc, char** argv);

}  // namespace stead
