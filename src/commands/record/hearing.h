#pragma once

#include "cli/command.h"

#include <string>
#include <vector>

namespace stead {

// What `heard`, `reflect` and `log --heard` share.

/// Something that matters to somebody, as it was typed. Throws Error (usage) with this hint where
/// it is empty.
Heard heard_in(Session& session, const std::vector<std::string>& words, Day on,
               const std::string& hint);

/// Was the same heard from the contact on the same day?
bool is_known(const Contact& contact, const Heard& heard);

/// `'no changes on Fridays' was heard from Acme Dental on that day already`.
std::string known_words(const Contact& contact, const Heard& heard);

/// The day that --on says, with a hint where it is still to come; today where it is not given.
Day day_said(Session& session, const std::string& on);

/// `, on Sun 2026-08-02`; empty where --on is not given.
Text day_words(const std::string& on, Day day);

}  // namespace stead
