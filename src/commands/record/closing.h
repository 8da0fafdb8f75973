#pragma once

#include "cli/command.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

// What `keep`, `release` and `break` share.

/// Which promises are closed, and when that was, as they were typed.
struct Closing {
  std::vector<std::string> promise;
  std::string on;
};

/// Declares PROMISE and --on; `on_help` is the help of the latter.
void add_closing_options(Syntax& syntax, Closing& closing, const std::string& on_help);

/// The time that --on says, with a hint where it is still to come; nothing where it is not given.
std::optional<When> time_said(Session& session, const std::string& on);

/// Now, as it is noted on a promise whose time is not said: today, and this very minute where its
/// date has a time of day, so that the two can be compared.
When noted_now(const Session& session, const Promise& promise);

/// Hints that `on`, which is taken as it stands, is before the promise was made.
void hint_if_before(Session& session, const Promise& promise, const std::optional<When>& on);

/// Says how a promise ended. It gets the closed promise, and when that was if that was said.
using EndingSentence = Text (*)(Session&, const Promise&, const std::optional<When>& on);

/// Closes the promises that are named, with a status of the book. Where one repeats and was not
/// released, the next of its series is made. Throws as `promises_named` does.
void close_promises(Session& session, const Closing& closing, std::string_view status,
                    EndingSentence sentence);

/// The promises of a series that were made when this one closed.
std::vector<Promise> followers_of(const Book& book, const std::string& id);

// Phrases of those sentences.

/// `, to Ana Ruiz (Acme)`, `, from Bo Lind`, `, about Sam Ortiz`.
Text other_side_words(Session& session, const Promise& promise);
/// ` You let them know in time.`; empty where nobody was told.
std::string telling_words(const Promise& promise);

}  // namespace stead
