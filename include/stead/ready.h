#pragma once

#include "stead/book.h"
#include "stead/covering.h"
#include "stead/document.h"
#include "stead/time.h"

#include <cstddef>
#include <string>
#include <vector>

namespace stead {

/// Does it keep a client from being ready? All but an old agreement and a scope that is only a
/// part, which are said.
bool keeps_from_ready(Doubt doubt);

/// A client of mine, and who covers it in the period.
struct ReadyClient {
  std::string client;
  std::string name;
  std::vector<CoverStretch> stretches;
  /// Where somebody drops out: would it be they on some day, if they did not?
  bool relies_on_them = false;

  bool operator==(const ReadyClient&) const = default;
  /// On each day somebody stands in who has agreed, is briefed, has a phone number and no more
  /// clients than they can take, and the client knows whom to call.
  bool is_ready() const;
  /// On some day nobody is there, whether agreed or not.
  bool is_alone() const;
};

/// Something to do that makes one or several clients ready.
struct ReadyStep {
  std::string text;     ///< `brief Sam Ortiz, and tell Acme Dental whom to call`
  std::string command;  ///< That notes it when it is done; for `nobody`, that looks further.
  std::vector<std::string> clients;  ///< Those for which it is needed.
  bool nobody = false;               ///< There is nobody to be asked.

  bool operator==(const ReadyStep&) const = default;
};

/// Could I be called away in the period?
struct ReadyReport {
  Period period;
  bool is_over = false;  ///< All of it is before today.
  TakenAway without;     ///< Who drops out.
  std::vector<std::string> without_names;
  std::vector<ReadyClient> clients;  ///< Those that are not ready first, then by name.
  /// What would make all of them ready; see `ready_report`. Nothing where it is over.
  std::vector<ReadyStep> steps;

  bool operator==(const ReadyReport&) const = default;
  std::size_t ready() const;
  bool is_ready() const { return ready() == clients.size(); }
};

/// Looks at all of `my_clients` in the period.
///
/// The steps leave whoever stands in where they are. Each arrangement that is the answer on some
/// day and lacks something has one step with all that it lacks, also one of my own list, which
/// serves many clients; it has none where one that another step makes agreed comes before it on all
/// of its days. Each person without a phone number, or with more clients than they can take once
/// all of that is agreed, has one. A command writes one arrangement or one person, so that none of
/// these can be left out.
///
/// Clients that have nobody get one step together, an arrangement of my own list, where one of
/// `possible_stand_ins` can take them all: is there from the first to the last of those days, knows
/// something of what each needs and has room for all. Otherwise they get one step each, by the
/// first who is there from the first to the last of its days and has room, those with a phone
/// number before others; else one for each stretch of days. Where nobody can, the step says so.
///
/// Steps that serve most clients come first.
ReadyReport ready_report(const Book& book, Period period, Day today, const TakenAway& without = {});

Document to_document(const ReadyReport& report);
/// A line for each client and stretch of days of which the same is to be said.
Table to_table(const ReadyReport& report);
/// `stead.ready/1`; stead-json(7).
std::string to_json(const ReadyReport& report);

}  // namespace stead
