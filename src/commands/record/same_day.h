#pragma once

#include "cli/command.h"

namespace stead {

/// Where a question was logged, and the same day something that counts as its answer because one of
/// the two has no time of day: says so, and how to tell them apart. The question is the last log.
void hint_of_same_day(Session& session, const Interaction& question);

}  // namespace stead
