#pragma once

#include "cli/world.h"

#include <optional>

namespace stead {

/// What a program is said to have ended with that ran, and whose end the system does not tell.
inline constexpr int kUnknownEnd = 255;

/// Runs a program as World::run_program says. What it does not read of its input is no error: a
/// pager may be left early.
std::optional<int> run_program(const Program& program);

}  // namespace stead
