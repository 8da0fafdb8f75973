#pragma once

#include "cli/command.h"
#include "stead/journal.h"

namespace stead {

/// Makes the changes of a reversal, for a step of this kind: `undone` or `redone`. Throws Error
/// (usage) that names the first record that is not any more as the step left it, that names a
/// contact who would go, or that would be a fault in the book, as one that names somebody who is
/// gone; of a step that changed the layout, where the book is not to the letter what the step left.
void take_over(Session& session, const Reversal& reversal, Step::Kind kind);

}  // namespace stead
