#pragma once

#include "stead/book.h"
#include "stead/covering.h"
#include "stead/document.h"
#include "stead/time.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Which way help went last between the owner of the book and somebody: the newest deed with them
/// that no later `even` has settled.
enum class LastHelp {
  never,  ///< There was none ever: HelpBetween::ever.
  even,   ///< All of it is settled.
  gave,
  got,
  unnoted,  ///< There is no deed, but cover that was agreed, or something that they did for me.
};

/// Somebody who could stand in for a client's owner, and what speaks for it.
struct StandIn {
  Possible possible;
  /// Their arrangement in force on the first of the days that has one: an agreed one before others,
  /// the client's own before one for all clients of the owner.
  std::optional<Cover> arrangement;
  /// Have they stood in for the client: by an agreement that has begun, or a deed of kind `cover`
  /// for or about it?
  bool has_covered = false;
  std::size_t talks = 0;  ///< How often they had to do with the client: see Known.
  std::optional<When> last_talk;
  LastHelp help = LastHelp::never;
  /// For how many other clients they have agreed to stand in then (other_clients).
  int others = 0;
  std::optional<int> capacity;

  bool operator==(const StandIn&) const = default;
  /// Would this client be one more than they can take?
  bool is_full() const { return capacity && others >= *capacity; }
};

/// Who can stand in for a client's owner on some days; what `who can` answers.
struct CanReport {
  std::string asked;
  std::string asked_name;
  /// The client, its owner, and who stands in on the first day.
  Covering covering;
  std::vector<std::string> needs;
  Period period;
  Day today;
  /// Who of `possible_stand_ins` could be asked, then those who could not. The order: me; who has
  /// agreed for those days; who is there on all of them; who ever had or gave help; who has room;
  /// who knows most of what is needed; who has covered before; who knows the client; who covers
  /// fewest others; whom I helped last, then who is even with me; by name.
  std::vector<StandIn> people;
  std::optional<Possible> to_call;  ///< Where nobody could: see `somebody_to_call`.

  /// Is there somebody who could be asked?
  bool has_somebody() const;
};
CanReport can_report(const Book& book, std::string_view handle, Period period, Day today);

Document to_document(const CanReport& report);
/// `stead.can/1`; stead-json(7).
std::string to_json(const CanReport& report);

}  // namespace stead
