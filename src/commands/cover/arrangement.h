#pragma once

#include "cli/command.h"
#include "stead/dates.h"
#include "stead/model.h"
#include "stead/time.h"

#include <optional>
#include <string>
#include <vector>

namespace stead {

/// Words as a period, which lies ahead unless they look back; `standing` is all time. Nothing for
/// no words. Throws Error (usage) where they are none, and where words are left.
std::optional<Period> read_arranged_period(Session& session, const std::vector<std::string>& words,
                                           Direction direction = Direction::forward);

/// Declares `--scope`.
void add_scope_option(Syntax& syntax, std::vector<std::string>& scope, const char* description);

/// What `--scope` says: words, each once, in their order; none for `all`, which is an arrangement
/// for everything. Nothing where it was not given. Throws Error (usage) for what is not a word.
std::optional<std::vector<std::string>> read_scope(const std::vector<std::string>& typed);

/// Is the arrangement for just this scope, whatever the order of its words?
bool is_for(const Cover& cover, std::vector<std::string> scope);

/// Is the arrangement for just this period? An open end of the period is an absent day.
bool is_for(const Cover& cover, const Period& period);

/// Sets the days of an arrangement to a period.
void set_period(Cover& cover, const Period& period);

/// `standing`, or from when to when.
std::string days_of(const Cover& cover);
/// The same and its scope, which tells it from others by the same person.
std::string in_words(const Cover& cover);

/// Whom the arrangements of a contact's record are for: a client's name, `whoever has nobody` of
/// the owner's, `Cem Ay's clients` of a colleague's.
std::string covered_name(const Contact& contact);

}  // namespace stead
