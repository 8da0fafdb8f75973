#pragma once

#include "cli/command.h"
#include "stead/subject.h"
#include "stead/time.h"

#include <optional>
#include <string>
#include <vector>

namespace stead {

/// Whom and which days a command was asked about.
struct WhoAndPeriod {
  std::vector<std::string> who;  ///< By their ids; empty: everybody.
  std::optional<Period> period;
};

/// Reads `WHO PERIOD`, either of which may be missing: the longest run of words at the end that is
/// a period is the period. Throws Error (usage) for what could be a name as well, for a period in
/// front of a name, and as names and dates do. `command` is for the hints: `timeline`.
WhoAndPeriod read_who_and_period(const Session& session, const std::vector<std::string>& words,
                                 const std::string& command);

/// The same for figures, with the terms of a filter in the place of a name where one of the words
/// is such a term. Where nobody fits, that is said beside the answer.
struct Asked {
  Subject subject;
  std::optional<Period> period;
};
Asked read_asked(Session& session, const std::vector<std::string>& words,
                 const std::string& command);

}  // namespace stead
