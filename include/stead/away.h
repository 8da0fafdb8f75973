#pragma once

#include "stead/contact.h"
#include "stead/time.h"

#include <optional>
#include <vector>

namespace stead {

/// The same days away, in order: absences that share a day, or follow one another on the next, are
/// one, with the reasons of all of them.
std::vector<Absence> joined(std::vector<Absence> away);

/// The one of those, of a contact, that a day is in.
std::optional<Absence> away_on(const Contact& contact, Day day);

/// The first of those that has a day in common with the period.
std::optional<Absence> away_in(const Contact& contact, Period period);

}  // namespace stead
