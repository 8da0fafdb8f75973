#pragma once

#include "stead/absences.h"
#include "stead/document.h"

#include <string>
#include <vector>

namespace stead {

/// Whom to call in the place of somebody who is away.
struct Instead {
  std::string who;  ///< Empty: there is nobody.
  std::string name;
  std::vector<std::string> phone;
  std::vector<std::string> email;
  bool agreed = false;
  /// A client, and the days on which they are called for it.
  struct For {
    std::string client;
    std::string name;
    std::vector<Period> days;  ///< In order, apart.

    bool operator==(const For&) const = default;
  };
  std::vector<For> clients;  ///< By name.

  bool operator==(const Instead&) const = default;
};

/// Somebody's absence, how to reach them, and whom to call instead.
struct AwayRow {
  AbsenceRow row;
  std::vector<std::string> phone;
  std::vector<std::string> email;
  Period days;                   ///< Those of it that are asked about.
  std::vector<Instead> instead;  ///< By who comes first; nobody comes last.

  bool operator==(const AwayRow&) const = default;
};

/// What `who away` answers: the rows of `absences_report`, each with the clients that it touches
/// as `absence_report` has them.
struct AwayReport {
  Period period;
  std::vector<AwayRow> absences;

  bool operator==(const AwayReport&) const = default;
};
AwayReport away_report(const Book& book, Period period);

Document to_document(const AwayReport& report);
/// A row for each absence, for CSV.
Table to_table(const AwayReport& report);
/// `stead.away/1`; stead-json(7).
std::string to_json(const AwayReport& report);

}  // namespace stead
