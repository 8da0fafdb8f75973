#pragma once

#include "stead/book.h"
#include "stead/cadence.h"
#include "stead/document.h"
#include "stead/promise_sums.h"
#include "stead/proportion.h"
#include "stead/replies.h"
#include "stead/reply_limit.h"
#include "stead/time.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Something in the book that a figure counts.
struct Evidence {
  std::string id;          ///< Of the promise or interaction; of what was heard, the contact's.
  std::optional<Day> day;  ///< Absent where the book does not say it.
  bool good = false;       ///< Of a deed: the owner gave it.
  std::string how;         ///< `kept 2 days early`, `told late`, `after 3h`
  std::string text;        ///< What was promised, asked, heard, said.

  bool operator==(const Evidence&) const = default;
};

/// A figure of standing: how often it was as one would wish.
struct Figure {
  enum class Kind {
    kept,       ///< Promises to them that were kept, of those kept or broken.
    on_time,    ///< By the date that counts, of those kept that had one.
    told,       ///< Told in time, of those of which they had to be told (`needs_telling`).
    answered,   ///< Within what they expect, of the questions answered.
    in_touch,   ///< Contact within the cadence that is set, of all times in two years.
    said_back,  ///< Of what they said that matters.
    thanked,    ///< Of the help that they gave.
    went_well,  ///< Of the talks of which it is known how they were for them.
  };

  Kind kind = Kind::kept;
  Share share;
  Share last_year;                 ///< Of that, in the twelve months up to today,
  Share year_before;               ///< and in the twelve before them.
  std::vector<Evidence> evidence;  ///< The newest first; empty unless it is to be explained.

  bool operator==(const Figure&) const = default;
};

/// How the last twelve months are beside the twelve before.
enum class Trend { unknown, better, same, worse };
/// Better or worse is a share that differs by more than a tenth; nothing is known where a year has
/// no evidence.
Trend trend_of(const Figure& figure);

/// The one thing that would help somebody most, the kinds in this order.
struct Help {
  enum class Kind {
    tell,       ///< A promise is late, and they were not told.
    answer,     ///< They wait for an answer for longer than they expect, or it is urgent.
    keep,       ///< A promise is late, and they were told.
    ask,        ///< The last talk of which it is known went badly for them.
    reply,      ///< They wait for an answer.
    reconnect,  ///< It is longer since the last contact than the cadence has it.
    reflect,    ///< What they said was not said back.
    thank,      ///< They helped, and were not thanked.
    give,       ///< They helped, and less went back; as `next` has it.
    begin,      ///< A client or colleague of whom nothing is known.
  };

  Kind kind = Kind::begin;
  std::string text;                ///< `tell them how 'estimate' stands: it is 3 days late`
  std::string command;             ///< That notes it when it is done.
  int days = 0;                    ///< For how long it has been so; to compare by.
  std::optional<Day> quiet_until;  ///< Until when `next` is to be quiet about it.

  bool operator==(const Help&) const = default;
};

/// The evidence about how the owner has served one contact.
struct Standing {
  std::string who;
  std::string name;
  bool is_org = false;
  std::string org;  ///< The id of theirs; mostly empty for an organisation.
  std::optional<Day> archived;

  SideSums promises;  ///< Mine to them.
  ReplySums replies;  ///< To their questions.
  std::optional<ReplyLimit> limit;
  std::size_t waiting = 0;         ///< How many questions are not answered.
  std::optional<Cadence> cadence;  ///< As is set, or as the log shows.
  std::optional<When> last;        ///< The last contact; "Meaning" 1.
  std::size_t gave = 0;            ///< Deeds of mine for them,
  std::size_t credit = 0;          ///< how many of them credit,
  std::size_t unasked = 0;         ///< and how many unasked.
  std::size_t got = 0;             ///< Deeds of theirs for me.
  std::vector<Evidence> deeds;     ///< The newest first; empty unless it is to be explained.

  std::vector<Figure> figures;  ///< In the order of their kinds; those with evidence only.
  std::optional<Help> help;     ///< Nothing where there is nothing to do now.
  std::optional<Help> quiet;    ///< Where nothing else would help: what is to be quiet for now.

  bool operator==(const Standing&) const = default;
  /// The figure of this kind; nullptr where there is no evidence for it.
  const Figure* figure(Figure::Kind kind) const;
  /// Is there anything to judge by: a figure, an open promise, a question, a deed?
  bool has_evidence() const;
};

struct StandingRequest {
  std::string who;       ///< The id of a contact; empty: everybody.
  bool explain = false;  ///< With the evidence behind each figure.
  bool all = false;      ///< A document with everybody, not only the first of a long list.
};

/// Where the owner stands with one contact, or with everybody.
struct StandingReport {
  Now now;
  int working_day = 480;  ///< Its minutes.
  StandingRequest request;
  /// Of one contact: theirs, then that of each who works there, if it is an organisation. Of
  /// everybody: those with evidence and those tagged `client` or `colleague`, but for archived
  /// ones; those with something that would help first, by its kind, then by how long it has been
  /// so.
  std::vector<Standing> people;
};

/// Adds it up in one walk over the interactions. Help that is snoozed for today (kinds `late`,
/// `reconnect`, `reflect`, `thank` and `give`) is not proposed.
StandingReport standing_report(const Book& book, const Now& now, const StandingRequest& request);

/// The word for it in JSON: `on_time`, `went_well`.
std::string_view word_of(Figure::Kind kind);
std::string_view word_of(Trend trend);
std::string_view word_of(Help::Kind kind);

Document to_document(const StandingReport& report);
/// `stead.standing/1`; stead-json(7).
std::string to_json(const StandingReport& report);

}  // namespace stead
