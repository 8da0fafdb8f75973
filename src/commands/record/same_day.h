#pragma once

#include "cli/command.h"

namespace stead {

// What has no time of day is taken for the end of its day, so that a log may be put on the wrong
// side of another one of that day.

/// Where a question with a time was logged, and the same day something without one that so counts
/// as its answer: says so, and how to tell them apart.
void hint_of_answers(Session& session, const Interaction& question);

/// Where an answer with a time was logged, and the same day a question without one that so still
/// waits: says so, and how to tell them apart.
void hint_of_questions(Session& session, const Interaction& answer);

}  // namespace stead
