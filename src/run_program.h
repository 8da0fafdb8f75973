#pragma once

#include "cli/world.h"

#include <optional>

namespace stead {

/// Runs a program as World::run_program says. What it does not read of its input is no error: a
/// pager may be left early.
std::optional<int> run_program(const Program& program);

}  // namespace stead
