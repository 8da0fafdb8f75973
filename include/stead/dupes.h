#pragma once

#include "stead/book.h"
#include "stead/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Why two contacts may be the same one.
struct DupeReason {
  enum class Kind {
    uid,    ///< An import knows both by the same one.
    email,  ///< The same address, in whatever case.
    phone,  ///< The same number, by its digits.
    name,   ///< The same name, but for case and accents.
    alias,  ///< One is called as the other is called, too.
    words,  ///< The same words in another order.
    typo,   ///< One slip of the finger apart.
  };

  Kind kind = Kind::name;
  std::string what;  ///< The value that they share; of names the other one's.

  bool operator==(const DupeReason&) const = default;
};

/// Two contacts that may be one. The first is the one to keep: the owner, else the one that is not
/// archived, else the one of which more is known.
struct Dupe {
  std::string keep;
  std::string keep_name;
  std::string other;
  std::string other_name;
  std::vector<DupeReason> reasons;  ///< In the order of their kinds.

  bool operator==(const Dupe&) const = default;
  /// `stead merge ana-ruiz a-ruiz`
  std::string command() const;
};

struct DupesReport {
  std::vector<Dupe> dupes;  ///< Those with most reasons first, then by name.

  bool operator==(const DupesReport&) const = default;
};

/// Looks for contacts of one kind, persons or organisations, that may be the same. They are
/// grouped by what they share, never compared each with each; each of a group is named beside one
/// of them. What more than `kShared` have, as a switchboard, is nobody's own and says nothing.
DupesReport dupes_report(const Book& book);

/// The most contacts of which one number, address or uid may be the mark.
inline constexpr std::size_t kShared = 3;

std::string_view word_of(DupeReason::Kind kind);

Document to_document(const DupesReport& report);
/// `stead.dupes/1`; stead-json(7).
std::string to_json(const DupesReport& report);

}  // namespace stead
