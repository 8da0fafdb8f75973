#pragma once

#include "stead/balance.h"
#include "stead/standing.h"
#include "stead/waiting.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace stead {

/// What is known of one contact.
struct Traces {
  /// A day on which something was, and in which interaction.
  struct Met {
    Day day;
    std::size_t interaction = 0;
    bool good = false;
  };

  /// A deed of mine or theirs, and which interaction it is in.
  struct Helped {
    std::size_t interaction = 0;
    When at;
    DeedView deed;
  };

  std::vector<Promise> promises;      ///< Mine to them, no follow-ups.
  std::vector<Reply> replies;         ///< By the time they were asked.
  std::vector<Waiting> waiting;       ///< As `waiting_in` has them.
  std::vector<Helped> deeds;          ///< By time.
  std::optional<OpenHelp> to_return;  ///< Their help, where it is time to give something.
  std::vector<Met> went;              ///< Good where it went well, the newest first.
  /// Days of contact, the newest first; only of those with a cadence that is set.
  std::vector<Met> contacts;
};

/// The texts of interactions by their ids.
using TextsById = std::map<std::string, std::string, std::less<>>;

/// The figures of one contact, those that have evidence; with `questions` it is put beside them,
/// which are the texts of those that were asked.
std::vector<Figure> figures_of(const Book& book, const Contact& contact, const Traces& known,
                               const std::optional<Cadence>& cadence, const Now& now,
                               const std::optional<TextsById>& questions);

/// Is what is to be quiet looked for, too?
enum class Quiet { left_out, too };

/// The one thing that would help most; `standing` has all but that.
std::optional<Help> help_for(const Book& book, const Standing& standing, const Contact& contact,
                             const Traces& known, const Now& now, Quiet quiet);

}  // namespace stead
