#pragma once

#include "stead/book.h"
#include "stead/time.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stead {

/// How often the owner wants to be in contact with somebody, or is as a rule.
struct Cadence {
  enum class Source {
    own,      ///< Their record says so.
    rule,     ///< A rule of the owner's for a tag of theirs.
    learned,  ///< Nobody says so: it is what the log shows.
  };

  Span every;
  std::optional<Span> at_most;  ///< Quiet longer than this is urgent; absent: twice `every`.
  Source source = Source::own;
  std::string tag;  ///< Of the rule.

  bool operator==(const Cadence&) const = default;
};

/// What the contact's record says, else the first of the rules for one of its tags; nothing where
/// neither says anything.
std::optional<Cadence> set_cadence_of(const Contact& contact, const std::vector<Rule>& rules);

/// For each contact of the book, could a cadence be set for it? Most have none, and need not be
/// read.
std::vector<bool> may_have_cadence(const Book& book);

/// `own`, `rule` or `learned`: the word for it in JSON.
std::string_view word_of(Cadence::Source source);

/// `every 2 weeks`, `every month (rule for client)`, `about every 3 weeks (learned from the log)`.
std::string in_words(const Cadence& cadence);

/// What the log shows of how often there is contact with somebody.
struct Rhythm {
  Span every;     ///< In weeks.
  Day last_week;  ///< Monday of the last week with contact.

  bool operator==(const Rhythm&) const = default;
};

/// The weeks in which there was contact with one person, the newest first.
///
/// A week with ten talks is one week with contact, as is a week with one. So a burst of talks does
/// not look like a rhythm; that is how the intervals of rare events are measured since J. D.
/// Croston, "Forecasting and Stock Control for Intermittent Demands", Operational Research
/// Quarterly 23 (1972): between the stretches of time that have any.
class ContactWeeks {
 public:
  /// The rhythm is learned from so many gaps between weeks with contact, the newest ones, and from
  /// four at least: five contacts, each in a week of its own.
  static constexpr std::size_t kMostGaps = 12;
  static constexpr std::size_t kLeastGaps = 4;
  /// What was before so many weeks says nothing about today.
  static constexpr Days kLookBack{104 * 7};
  /// A rhythm that was missed for so many times its length is over.
  static constexpr int kOver = 8;

  /// Takes a day of contact; none may be in a later week than the one before it.
  void add(Day day);

  /// The median of the gaps, in whole weeks; of an even number of them the longer of the two in the
  /// middle. Fewer than half of the gaps, however long or short, cannot carry it away (its
  /// breakdown point; P. J. Huber, E. M. Ronchetti, "Robust Statistics", 2nd ed., 2009, 1.4).
  /// Nothing with fewer gaps than it is learned from, or where it is over on `today`.
  std::optional<Rhythm> rhythm(Day today) const;

 private:
  std::array<std::int32_t, kMostGaps + 1> weeks_{};  ///< Each by the number of its Monday.
  std::uint32_t count_ = 0;
};

/// The rhythm of contact with each person of a book; stead-book(5), "Meaning" 1 says what contact
/// is. One walk over the interactions of the last two years, made by the constructor.
class Rhythms {
 public:
  Rhythms(const Book& book, Day today);

  /// That with the contact at `index` itself: what is with somebody is not taken for their
  /// organisation here.
  std::optional<Rhythm> of(std::size_t index) const { return weeks_[index].rhythm(today_); }

 private:
  std::vector<ContactWeeks> weeks_;
  Day today_;
};

/// The cadence that a rhythm with the contact comes to.
Cadence learned(const Rhythm& rhythm, const Contact& contact);

/// What is set for a contact, else the rhythm that the log shows for a person; nothing where there
/// is neither.
std::optional<Cadence> cadence_of(const Book& book, const Contact& contact, Day today);

}  // namespace stead
