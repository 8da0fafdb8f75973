#pragma once

#include "stead/book.h"
#include "stead/document.h"
#include "stead/periods.h"
#include "stead/promise_sums.h"
#include "stead/replies.h"
#include "stead/subject.h"
#include "stead/time.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace stead {

/// How often there is something with this name.
struct NamedCount {
  std::string name;
  std::size_t count = 0;

  bool operator==(const NamedCount&) const = default;
};

/// Contacts of the book that are not archived, the owner not among them.
struct PeopleFigures {
  std::size_t people = 0;
  std::size_t orgs = 0;
  std::size_t archived = 0;      ///< Those are in no other figure.
  std::vector<NamedCount> tags;  ///< The most first, then by name.

  bool operator==(const PeopleFigures&) const = default;
};

/// Interactions that are contact ("Meaning" 1), by who spoke to whom.
struct ContactCounts {
  std::size_t from_me = 0;
  std::size_t from_them = 0;
  std::size_t both = 0;

  bool operator==(const ContactCounts&) const = default;
  std::size_t all() const { return from_me + from_them + both; }
};

struct ContactFigures {
  ContactCounts counts;
  std::size_t people = 0;                ///< With how many of the subject those were.
  std::size_t notes = 0;                 ///< Interactions in which no contact took place,
  std::size_t by_others = 0;             ///< and those of stand-ins.
  std::vector<NamedCount> kinds;         ///< Of contacts, by `via`, which may be empty.
  std::vector<ContactCounts> by_step{};  ///< Of the steps of the report.

  bool operator==(const ContactFigures&) const = default;
};

/// My clients, and who stands in for them today.
struct CoverFigures {
  std::size_t clients = 0;
  std::size_t agreed = 0;   ///< With somebody who has agreed,
  std::size_t offered = 0;  ///< with somebody who has not yet; the others have nobody.

  bool operator==(const CoverFigures&) const = default;
};

/// Help of one kind, how often it was given and got.
struct DeedFigures {
  std::string kind;
  std::size_t gave = 0;
  std::size_t got = 0;

  bool operator==(const DeedFigures&) const = default;
};

/// The figures of a book, or of those in it whom the subject has.
struct Stats {
  Day today;
  std::optional<Period> period;  ///< Absent: all that is in the book.
  Steps steps;                   ///< Of the period; without one, of the last twelve months.
  Subject subject;
  PeopleFigures people;
  ContactFigures contacts;
  PromiseSums promises;  ///< Of those closed in the period, and of those that are open now.
  ReplySums replies;     ///< Of questions asked in it.
  std::size_t waiting = 0;
  int working_day = 480;  ///< Its minutes.
  CoverFigures cover;
  std::vector<DeedFigures> deeds;  ///< In it; the most first, then by name.
};

Stats stats_of(const Book& book, const Now& now, Subject subject,
               std::optional<Period> period = std::nullopt);

Document to_document(const Stats& stats);
/// A row a figure: the part it is in, what it counts, and how many.
Table to_table(const Stats& stats);
/// `stead.stats/1`; stead-json(7).
std::string to_json(const Stats& stats);

}  // namespace stead
