#pragma once

#include "stead/contact.h"
#include "stead/covering.h"
#include "stead/time.h"
#include "stead/working_time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

// What to write to colleagues and clients about who stands in for whom.

/// What to write to somebody to offer to be the one to call: `Bo Lind, you are away from … to ….
/// Shall I be the one to call for your clients? They stay yours.`
std::string offer_to_cover(const Contact& who, Period days);
/// Somebody to be called on some days, and how to reach them; empty: nothing is known.
struct CallOn {
  std::string name;
  std::string reach;
  Period days;

  bool operator==(const CallOn&) const = default;
};
/// Who has agreed to stand in for a client on which of these days, in order; days on which nobody
/// has are left out.
std::vector<CallOn> to_call_on(const Agreements& agreements, std::string_view client, Period days);

/// What to write to a client before I am away: who stands in on which days, how to reach them, and
/// on what day I am back at work, if that is known. Of days that nobody is named for, that they
/// hear of it in time.
std::string whom_to_call(const std::vector<CallOn>& whom, const Absence& away, Period days,
                         std::optional<Day> back);
/// The first working day after an absence that ends on `last`: by `me.hours`, and no day of another
/// absence. Nothing where none comes within five weeks.
std::optional<Day> back_at_work(const WorkingTime& working, Day last);

}  // namespace stead
