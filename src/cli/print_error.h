#pragma once

#include "cli/options.h"
#include "cli/world.h"
#include "stead/error.h"

namespace stead {

/// Prints an error and its hint to standard error, as an object with --json, and returns its exit
/// status.
int print_error(const World& world, const GlobalOptions& options, const Error& error);

}  // namespace stead
