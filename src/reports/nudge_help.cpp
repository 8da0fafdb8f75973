#include "reports/nudge_sources.h"
#include "stead/balance.h"
#include "stead/calendar_words.h"
#include "stead/deed.h"
#include "stead/phrases.h"
#include "stead/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace stead {
namespace {

std::string day_words(Day today, Day day) {
  const int days = static_cast<int>((today - day).count());
  return days < 1 ? "on " + long_date(day) : length_of(days) + " ago";
}

std::string names_in_a_row(const Book& book, const std::vector<std::string_view>& handles) {
  std::vector<std::string> names;
  for (const std::string_view handle : handles) names.push_back(book.name_of(handle));
  return in_a_row(names);
}

NudgeWords thank_words(const NudgeMaker& maker, const NudgeDraft& draft, std::size_t index) {
  const Interaction got = maker.book().interaction(index);
  return {.what = fmt::format("Thank {}: {}", draft.name, deed_in_words(maker.book(), got)),
          .why = "they helped you " + day_words(maker.today(), got.at.day),
          .command = "stead thank " + std::string(draft.who)};
}

NudgeWords give_words(Day today, const NudgeDraft& draft, const Account& account) {
  const OpenHelp& got = *not_returned(account);
  return {.what = "Do something for " + draft.name,
          .why = fmt::format("they gave you {} {}, and less of that went back",
                             one_of_kind(got.deed.kind), day_words(today, got.at.day)),
          .command = how_to_give(account.who)};
}

/// Is it help that I have not thanked for, and is that still due?
bool is_to_thank(const OpenHelp& help, Day today) {
  const Span due{.count = brings_somebody(help.deed.kind) ? 12 : 3, .unit = Span::Unit::month};
  return help.deed.dir == "got" && !help.deed.thanked && today <= add(help.at.day, due);
}

/// `you were away until Fri 2026-07-24`, `it was agreed until Fri 2026-07-24`.
std::string until_words(const StoodIn& stood_in, std::string_view away) {
  return fmt::format("{} until {}", stood_in.was_away ? away : "it was agreed",
                     long_date(stood_in.absence.to->day));
}

NudgeWords note_words(const StoodIn& stood_in) {
  return {.what = fmt::format("Note that {} covered {}", stood_in.name,
                              clients_in_a_row(stood_in.clients)),
          .why = until_words(stood_in, "you were away") + ", and it is not noted as help",
          .command = how_to_note(stood_in)};
}

NudgeWords note_of_mine(const StoodIn& stood_in) {
  const bool is_for_them = stood_in.clients.front() == stood_in.name;
  return {.what = fmt::format("Note what you did for {}: you covered {}", stood_in.name,
                              is_for_them ? "for them" : clients_in_a_row(stood_in.clients)),
          .why = until_words(stood_in, "they were away") + ", and it is not noted as help",
          .command = how_to_note(stood_in, "gave")};
}

void add_notes(NudgeDrafts& drafts, const NudgeMaker& maker, std::span<const StoodIn> all,
               NudgeWords (*words_of)(const StoodIn&)) {
  for (const StoodIn& stood_in : all) {
    if (stood_in.is_noted) continue;
    drafts.push_back(maker.make(NudgeKind::note, stood_in.who));
    drafts.back().words = [&stood_in, words_of](const NudgeMaker&, const NudgeDraft&) {
      return words_of(stood_in);
    };
  }
}

/// Is a deed not to be thanked for today? Few say so, and only those are read.
bool is_thanked_later(const Book& book, std::size_t index, Day today) {
  const std::string_view record = book.record(Collection::interactions, index);
  return may_hold(record, "snoozed") && is_quiet(book.interaction(index), NudgeKind::thank, today);
}

/// Each deed to be thanked for once, though it may be in the accounts of several people.
class Thanks {
 public:
  Thanks(NudgeDrafts& drafts, const NudgeMaker& maker) : drafts_(drafts), maker_(maker) {}

  void add(const Account& account) {
    for (const OpenHelp& help : account.help) {
      if (!is_to_thank(help, maker_.today()) || !seen_.insert(help.index).second) continue;
      if (is_thanked_later(maker_.book(), help.index, maker_.today())) continue;
      add(account.who, help.index);
    }
  }

 private:
  /// The thanks for a deed are for everybody in it.
  void add(std::string_view who, std::size_t index) {
    const Book& book = maker_.book();
    NudgeDraft draft = maker_.make(NudgeKind::thank, Collection::interactions,
                                   book.id(Collection::interactions, index), who);
    draft.name = names_in_a_row(book, book.help(index).with);
    draft.by = who;
    draft.words = [index](const NudgeMaker& maker, const NudgeDraft& of) {
      return thank_words(maker, of, index);
    };
    drafts_.push_back(std::move(draft));
  }

  NudgeDrafts& drafts_;
  const NudgeMaker& maker_;
  std::set<std::size_t> seen_;
};

}  // namespace

void add_help(NudgeDrafts& drafts, const NudgeMaker& maker, const NudgeSources& sources) {
  add_notes(drafts, maker, sources.stood_in, note_words);
  add_notes(drafts, maker, sources.i_stood_in, note_of_mine);
  Thanks thanks(drafts, maker);
  for (const Account& account : sources.accounts) {
    thanks.add(account);
    if (!is_time_to_give(account, maker.today())) continue;
    drafts.push_back(maker.make(NudgeKind::give, account.who));
    drafts.back().words = [&account](const NudgeMaker& at, const NudgeDraft& draft) {
      return give_words(at.today(), draft, account);
    };
  }
}

}  // namespace stead
