#pragma once

#include "cli/command.h"

#include <optional>
#include <string>
#include <vector>

namespace stead {

/// People as a sentence names them, orgs in brackets, shared ones once: `Ana Ruiz and Bo Lind
/// (Acme)`. Contacts that this very command adds are known too; `me` is `you`.
Text people(Session& session, const std::vector<std::string>& handles);

/// A name without its org; `you` for `me`.
std::string name_in_full(Session& session, const std::string& handle);

/// Is the day on which a promise was made to be said?
enum class MadeOn { unsaid, said };

/// A promise as it is echoed when it is made: `You promised Ana Ruiz (Acme): migration estimate,
/// made Mon 2026-08-03, due Fri 2026-08-07.`
Text promise_sentence(Session& session, const Promise& promise, MadeOn made = MadeOn::unsaid);

/// Hints, where the very same promise is open already, that there is one, with its id: the same
/// sides, text and date.
void hint_if_promised_already(Session& session, const Promise& promise);

/// The first line of a text that may have more.
std::string first_line(const std::string& text);

/// Words that end in `by DATE`, as in `send the quote by fri`, taken apart.
struct DatedWords {
  std::string text;
  std::optional<When> due;
};
/// Throws Error (usage) for a date that is none (`by 31 feb`) or more than one day (`by august`).
DatedWords words_by_date(const std::string& text, const Now& now);

/// Are people who are not in the book yet added to it?
enum class Unknown { refused, added };

/// The contacts that a list such as `ana,bo` names; new ones are said. Throws as `contacts_named`
/// does, and as `require_name` for who is to be added.
std::vector<std::string> named(Session& session, const std::string& list, Unknown unknown);

/// The same for one contact only; `what` is what cannot be for several, such as `a promise`.
std::string one_named(Session& session, const std::string& name, Unknown unknown,
                      std::string_view what);

/// Says in a hint, once, that a day which should be past is still to come.
void warn_of_future(Session& session, const When& when);

/// Says in a hint that what is to be due is past already; says nothing without a date.
void hint_if_past(Session& session, const std::optional<When>& due);

/// `, on Sun 2026-08-02`; empty where no time was said.
Text time_words(const std::optional<When>& on);

}  // namespace stead
