#pragma once

#include "cli/command.h"
#include "stead/change.h"
#include "stead/document.h"
#include "stead/journal.h"

#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// The journal of this run's book. Throws Error (usage) where there is no home for one.
Journal journal_of(const Session& session);

/// The command of a step as it was typed: `stead log ana "sent it"`.
std::string command_line(const Step& step);

/// Changes in words, a line each: what was added, removed, or which members went from what to what.
std::vector<Text> words_of(const Changes& changes);

/// `contact`, `promise` or `interaction`.
std::string_view singular_of(Collection collection);

}  // namespace stead
