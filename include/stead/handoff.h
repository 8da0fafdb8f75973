#pragma once

#include "stead/book.h"
#include "stead/brief.h"
#include "stead/covering.h"
#include "stead/document.h"
#include "stead/time.h"
#include "stead/waiting.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// What of a handoff can be left out.
enum class HandoffPart {
  people,    ///< Who works at the client.
  heard,     ///< What matters to them.
  promises,  ///< The open ones.
  talks,     ///< The last ones, and who waits for an answer.
  ask,       ///< Who is to be asked if the stand-in can't.
};
struct HandoffPartName {
  std::string_view name;
  HandoffPart part;
};
/// Their names on the command line.
inline constexpr std::array<HandoffPartName, 5> kHandoffParts{{{"people", HandoffPart::people},
                                                               {"heard", HandoffPart::heard},
                                                               {"promises", HandoffPart::promises},
                                                               {"talks", HandoffPart::talks},
                                                               {"ask", HandoffPart::ask}}};

struct HandoffRequest {
  std::string who;  ///< The stand-in's id.
  Period period;
  std::vector<HandoffPart> omitted;
};

/// Days on which the stand-in is the one to be called, by one arrangement.
struct HandoffDays {
  Period days;
  Candidate stand_in;

  bool operator==(const HandoffDays&) const = default;
};

/// Whom to call on some days besides: if the stand-in can't, or once their days are over.
struct HandoffNext {
  Period days;
  std::optional<Candidate> next;  ///< Nothing: nobody is there who was asked.

  bool operator==(const HandoffNext&) const = default;
};

/// One client that is handed over.
struct HandoffClient {
  Contact contact;
  std::string owner;  ///< Whose client it is, and stays.
  std::string owner_name;
  std::vector<std::string> owner_phone;
  std::vector<HandoffDays> days;  ///< In order.
  std::optional<Contact> org;     ///< Where a client who is a person works.
  std::vector<Contact> people;    ///< Who works at it, by name; nobody archived.
  std::vector<BriefHeard> heard;
  std::vector<Promise> promises;  ///< Due by the end of the period, late ones too; by due date.
  std::vector<Waiting> waiting;   ///< For an answer of the owner of the book.
  std::vector<Interaction>
      talks;                      ///< The last three, and those that are waited upon; newest first.
  std::vector<HandoffNext> next;  ///< All of the days, in order; empty where it is left out.
  /// The days after those on which the owner is still away, in order, and whom to call then, who
  /// may be the stand-in again; mostly empty.
  std::vector<HandoffNext> then;
  std::optional<Day> back;  ///< From when on it is the owner again; nothing: no day is known.
};

/// The briefing for a stand-in.
struct Handoff {
  Now now;
  std::string who;
  std::string name;     ///< The stand-in's.
  std::string me_name;  ///< The owner's of the book.
  Period period;
  std::vector<HandoffPart> omitted;
  NamesByHandle names;
  std::vector<HandoffClient> clients;  ///< By name.
};

/// What somebody needs who stands in for the clients that they cover in a period, mine and those of
/// others: only clients for which they are the first to be called on some day of it, and only what
/// concerns those. Parts that are omitted are empty. The book has to be whole.
Handoff handoff_report(const Book& book, const HandoffRequest& request, const Now& now);

/// The days of my absence that is running, else of my next one; an open end is taken as a year.
/// Nothing where I am not going to be away.
std::optional<Period> next_absence_of_mine(const Book& book, Day today);

/// A page to be read by the stand-in.
Document to_document(const Handoff& handoff);
/// `stead.handoff/1`; stead-json(7).
std::string to_json(const Handoff& handoff);

}  // namespace stead
