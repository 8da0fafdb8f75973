#pragma once

#include "stead/book.h"
#include "stead/document.h"
#include "stead/time.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Somebody who knows something.
struct Knower {
  std::string who;
  std::string name;
  std::vector<std::string> phone;
  std::vector<std::string> email;
  bool colleague = false;
  std::optional<Absence> absence;  ///< That of the day.

  bool operator==(const Knower&) const = default;
};

/// A skill that somebody has.
struct KnownSkill {
  std::string skill;
  std::size_t people = 0;

  bool operator==(const KnownSkill&) const = default;
};

/// Who has a skill, nobody archived; what `who knows` answers.
struct KnowsReport {
  std::string skill;
  Day day;
  /// Those who are there first, colleagues before others, then by name; the owner is one of them.
  std::vector<Knower> people;
  /// Where nobody has it: the skills that may have been meant, as `nearest` finds them.
  std::vector<KnownSkill> near;

  bool operator==(const KnowsReport&) const = default;
};

/// The skill is compared as `fold` has it.
KnowsReport knows_report(const Book& book, std::string_view skill, Day day);

Document to_document(const KnowsReport& report);
/// `stead.knows/1`; stead-json(7).
std::string to_json(const KnowsReport& report);

}  // namespace stead
