#pragma once

#include "stead/book.h"
#include "stead/covering.h"
#include "stead/document.h"
#include "stead/time.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// When it is: `Mon 2026-08-10 to Fri 2026-08-21`, `Fri 2026-08-07 14:00 to 16:00`, `Mon
/// 2026-08-10, no end known`.
std::string words_for(const Absence& absence);

/// Somebody's absence.
struct AbsenceRow {
  std::string who;
  std::string name;
  bool colleague = false;
  Absence absence;

  bool operator==(const AbsenceRow&) const = default;
};

/// Who is away in a period: the owner too, nobody archived; by first day, then by name.
std::vector<AbsenceRow> absences_in_period(const Book& book, Period period);

/// A client that an absence touches, and who covers it meanwhile.
struct TouchedClient {
  std::string client;
  std::string name;
  std::vector<CoverStretch> stretches;

  bool operator==(const TouchedClient&) const = default;
  /// The days on which nobody who is there has agreed.
  std::vector<Period> gaps() const;
};

/// The clients of a book by whose absence touches them, and what was agreed about them; the book
/// has to outlive it. Whoever looks at many absences makes one of it for all of them; for a single
/// one the book itself will do.
class Clients {
 public:
  Clients(const Book& book);

  using List = std::vector<const Contact*>;  ///< In the order of the book.

  const Book& book() const { return agreements_.book(); }
  const Agreements& agreements() const { return agreements_; }

  /// Mine: those of `my_clients`.
  const List& mine() const { return mine_; }
  /// Those of mine that the contact with this id has an arrangement for, on whatever days.
  const List& mine_arranged_with(std::string_view who) const;
  /// Those of others that are not archived.
  const List& of_others() const { return of_others_; }
  /// The same, of the one owner with this id.
  const List& of_owner(std::string_view who) const;

 private:
  using Lists = std::map<std::string, List, std::less<>>;

  Agreements agreements_;
  List mine_;
  Lists mine_by_stand_in_;
  List of_others_;
  Lists by_owner_;
};

/// What an absence leaves open.
struct AbsenceReport {
  std::string who;
  std::string name;
  Absence absence;
  std::vector<TouchedClient> clients;  ///< By name.

  bool operator==(const AbsenceReport&) const = default;
  bool has_gaps() const;
};

/// Which clients of somebody else are looked at where that one is away.
enum class TheirClients { all, covered_by_me };

/// My absence touches every client of mine and those of others, on the days on which I cover them;
/// an absence of somebody else touches my clients that they have an arrangement for (or rely on my
/// own list, with them on it), and their own clients. Days before `today` are over and
/// not looked at; an open end is looked at for a year. The book need not hold the absence: it
/// counts for whoever is away all the same.
AbsenceReport absence_report(const Clients& clients, std::string_view who, const Absence& absence,
                             Day today, TheirClients theirs = TheirClients::all);

Document to_document(const AbsenceReport& report);
/// A line for each client and stretch of days on which the same person covers it.
Table to_table(const AbsenceReport& report);

}  // namespace stead
