#pragma once

#include "stead/book.h"
#include "stead/contact_card.h"
#include "stead/document.h"
#include "stead/time.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// Help of one kind, in one unit, since the two were even; stead-book(5), "Meaning" 8.
struct HelpSum {
  std::string kind;
  Amount::Unit unit = Amount::Unit::times;
  std::int64_t gave = 0;  ///< Thousandths of the unit.
  std::int64_t got = 0;
  Day last = kFirstDay;  ///< When there was some the last time.

  bool operator==(const HelpSum&) const = default;
};

/// Help that the owner gave or got; which, is not read.
struct OpenHelp {
  std::size_t index = 0;  ///< Of the interaction.
  When at;
  DeedView deed;
  /// With whom, each once, by the id in force; where settled help is left out, those with whom it
  /// is not.
  std::vector<std::string_view> with;
};

/// Deeds of the owner and for the owner, settled ones and what settles them too, with somebody whom
/// `is_theirs` takes, which is asked about handles as they stand in the book; with anybody, where
/// it is empty. In the order of time. They look into the book.
std::vector<OpenHelp> deeds_with(const Book& book,
                                 const std::function<bool(std::string_view)>& is_theirs);

/// A kind of help that is settled with somebody.
struct Settled {
  std::string who;
  std::string kind;
  When on;  ///< Up to and including it; the last such day.

  bool operator==(const Settled&) const = default;
};

/// When the owner and the contact with this id were even on a kind of help the last time; nothing
/// where they never were.
std::optional<When> even_since(const Book& book, std::string_view who, std::string_view kind);

/// Those of them that are not settled yet.
std::vector<OpenHelp> open_help(std::vector<OpenHelp> deeds);
/// The same, of `deeds_with`.
std::vector<OpenHelp> open_help(const Book& book,
                                const std::function<bool(std::string_view)>& is_theirs);

/// Their sums, by kind and unit; a deed with several people counts once.
std::vector<HelpSum> help_sums(const std::vector<OpenHelp>& help);

/// `cover: you gave 5 days, they gave 3 days: 2 days in your favour`, `cover: even, 3 days each`.
std::string help_words(const HelpSum& sum);
/// The same as a sentence of its own, which says of cover `you covered 5 days, they covered …`.
std::string help_sentence(const HelpSum& sum);

/// Where somebody and the owner stand with each other. Kinds and units are not weighed against each
/// other, so that each is judged by itself: a kind word makes no 15 days of cover good.
enum class Leaning {
  theirs,  ///< Of some kind more came from them than went back.
  mine,    ///< Of no kind, and of some the owner gave more: they would gladly help.
  level,   ///< As much went one way as the other, of each kind.
};

/// Where one contact and the owner stand with each other.
struct Account {
  std::string_view who;
  std::string name;
  Leaning leaning = Leaning::level;
  Day since = kFirstDay;       ///< Of their side the first help not returned, else the last help.
  std::vector<HelpSum> sums;   ///< By kind and unit.
  std::vector<OpenHelp> help;  ///< The newest first; `with` is left out.
};

/// Everybody with whom there is help that is not settled; without archived ones, where all are
/// asked about. First to whom something should go back: to whom nothing did before others, and
/// whoever waits longest first. Then those who would gladly help, then the others, the newest help
/// first. They look into the book, and `is_theirs` is that of `open_help`.
std::vector<Account> accounts_in(const Book& book,
                                 const std::function<bool(std::string_view)>& is_theirs = {});
/// The same of `deeds`, with archived ones.
std::vector<Account> accounts_of(const Book& book, std::vector<OpenHelp> deeds);

/// The last help that they gave of a kind and unit of which less went back; nullptr where the
/// account does not lean to them.
const OpenHelp* not_returned(const Account& account);

/// Is it time to give something? So it is where there is such help, the first of it came 30 days
/// ago or more, and nothing of any kind was given in the last 30 days.
bool is_time_to_give(const Account& account, Day today);

/// The command that notes that something was given: `stead gave ana-ruiz favour`.
std::string how_to_give(std::string_view who);

/// What help one contact and the owner gave each other and did not settle.
struct Balance {
  std::string who;
  std::string name;
  std::string phone;  ///< The first; empty where there is none.
  Leaning leaning = Leaning::level;
  Day since = kFirstDay;          ///< Of their side the first help not returned, else the last.
  std::vector<HelpSum> sums;      ///< By kind and unit.
  std::vector<Interaction> help;  ///< The newest first; `with` has this contact alone.

  bool operator==(const Balance&) const = default;

  /// Did they give something for which they were not thanked?
  bool is_to_thank() const;
};

struct BalanceReport {
  Day today;
  std::string asked;  ///< The contact that was asked about; empty: everybody.
  std::string asked_name;
  /// In the order of `accounts_in`. Of an organisation that was asked about, those who work there,
  /// too.
  std::vector<Balance> people;
  std::vector<Settled> settled;  ///< With those who were asked about, by name, then by kind.
  NamesByHandle names;
};

/// The balance with the contact of this handle, which has to be in the book; with everybody, where
/// `who` is empty.
BalanceReport balance_report(const Book& book, std::string_view who, Day today);

Document to_document(const BalanceReport& report);
/// `stead.balance/1`; stead-json(7).
std::string to_json(const BalanceReport& report);

}  // namespace stead
