#pragma once

#include "stead/model.h"

#include <string>
#include <vector>

namespace stead {

// What comes in a packet beside what is there: lists become the union of both, what is there stays.
// Each returns the names of fields that have another value in the packet.

/// Adds what `mine` lacks: single values that are empty, elements of lists. Of a contact that came
/// in a packet, the elements of `theirs` come first.
std::vector<std::string> add_to(Contact& mine, const Contact& theirs);

/// Adds absences with both days, each apart from the others, that are not known.
void add_absences(Contact& mine, const std::vector<Absence>& theirs);

/// What was heard: the later day that each was said back, the first that it was retired. Returns
/// how many are new.
std::size_t add_heard(std::vector<Heard>& mine, const std::vector<Heard>& theirs);

/// What was told and done in part, the date that was told last, and how it was closed, where it is
/// open here. `done_by` is who did it where it was kept so, if anybody is to be named.
std::vector<std::string> add_to(Promise& mine, const Promise& theirs, const std::string& done_by);

/// Nothing is added to what happened.
std::vector<std::string> differences(const Interaction& mine, const Interaction& theirs);

}  // namespace stead
