#pragma once

#include "stead/balance.h"
#include "stead/book.h"
#include "stead/cadence.h"
#include "stead/contact_card.h"
#include "stead/covering.h"
#include "stead/document.h"
#include "stead/replies.h"
#include "stead/time.h"
#include "stead/weekly.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Somebody who works at an organisation.
struct BriefPerson {
  std::string id;
  std::string name;
  std::string title;
  std::string phone;  ///< The first; empty where there is none.

  bool operator==(const BriefPerson&) const = default;
};

/// What matters, and to whom.
struct BriefHeard {
  std::string who;
  Heard heard;

  bool operator==(const BriefHeard&) const = default;
};

/// How many of the last talks a page has at most.
inline constexpr std::size_t kRecentTalks = 3;

/// The page before a call. `theirs` is the contact and, of an organisation, whoever works there.
struct Brief {
  Now now;
  Contact contact;
  NamesByHandle names;
  std::string zone;                 ///< See `zone_of`; empty: not known.
  std::optional<When> there;        ///< What the clocks of that zone show.
  std::optional<Absence> away;      ///< The first of theirs that is not over.
  std::vector<BriefPerson> people;  ///< Of an organisation, by name.
  std::vector<BriefHeard> heard;    ///< Theirs and of their org; what is not reflected first.
  std::vector<Promise> promises;    ///< The open ones with or about them, by due date.
  std::vector<Waiting> waiting;     ///< For an answer of mine.
  std::optional<ReplyLimit> limit;  ///< How soon the contact expects one.
  ReplySums replies;                ///< How soon they had one, until now.
  int working_day = 480;            ///< Its minutes.
  std::vector<Interaction> talks;   ///< The last three; no notes.
  std::optional<Cadence> cadence;   ///< How often there is contact, as is set or as a rule,
  std::optional<When> last;         ///< and when it was the last time; "Meaning" 1.
  std::optional<Covering> cover;    ///< Of a client, for today.
  /// Who sent them to me the first time, by id; of an organisation, or its people.
  std::vector<std::string> sent_by;
  std::optional<When> sent;   ///< When that was.
  std::string met_through;    ///< Where nobody did: who brought us together; may be empty.
  std::vector<HelpSum> help;  ///< By kind and unit.
};

/// The time zone of the contact with this handle: its own, else that of its org, else the owner's;
/// empty where none of them has one.
std::string zone_of(const Book& book, std::string_view handle);

/// The page about the contact with this handle, which has to be in the book. `offset_there` is how
/// many minutes east of UTC the clocks of its zone are now; nothing where that is not known.
Brief brief_report(const Book& book, std::string_view handle, const Now& now,
                   std::optional<int> offset_there);

/// All of it.
Document to_document(const Brief& brief);

/// The same on one screen, 24 lines of so many columns, which are taken for 50 where they are
/// fewer, and for 96 where they are more. Where it does not fit, texts are cut to two lines and
/// lists to their first, and where that is still too much, there is less of both; beside each list
/// that is cut is the command that shows the others, and the last fact has the one that shows all
/// of the page.
Document on_one_screen(const Brief& brief, std::size_t columns);
/// `stead.brief/1`; stead-json(7).
std::string to_json(const Brief& brief);

}  // namespace stead
