#pragma once

#include "cli/command.h"

#include <string>
#include <vector>

namespace stead {

/// What is said with a log beside what happened, as it was typed.
struct LogExtras {
  std::vector<std::string> promised;
  std::vector<std::string> promised_by_them;
  std::vector<std::string> heard;
  std::string again;  ///< A date; empty where nothing was said.
};

/// Records what goes with the log, and says what it took it for. Throws Error (usage) for what
/// cannot be.
void add_extras(Session& session, const Interaction& log, const LogExtras& extras);

}  // namespace stead
