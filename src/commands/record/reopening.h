#pragma once

#include "cli/command.h"

#include <string>
#include <vector>

namespace stead {

/// Opens the closed promises that PROMISE names, as they were but for `status`, `closed` and
/// `done_by`. The next of a series that closing them made is taken out again; one that was changed
/// since stays, which is said. Throws as `promises_named` does.
void reopen_promises(Session& session, const std::vector<std::string>& words);

}  // namespace stead
