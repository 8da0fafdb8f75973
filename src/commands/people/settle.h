#pragma once

#include "cli/command.h"
#include "stead/model.h"

namespace stead {

// What follows from a change to a record for its other fields, and what cannot be. Each throws
// Error (usage) for a record that would not make sense.

/// Who changes jobs has worked where they were until today; nobody is urgent before they are due.
void settle(const Contact& before, Contact& after, Session& session);
/// A promise's other side is on the side where it was; a date that is mended is mended in all
/// places that have it.
void settle(const Promise& before, Promise& after, Session& session);
/// Only what came from them can wait for an answer.
void settle(const Interaction& before, Interaction& after, Session& session);

/// Throws Error (usage) where what begins on `first` and comes again after a span never does: the
/// calendar ends before.
void require_next(Day first, Span every);

}  // namespace stead
