#include "reports/nudge_sources.h"
#include "stead/balance.h"
#include "stead/calendar_words.h"
#include "stead/deed.h"
#include "stead/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace stead {
namespace {

std::string day_words(Day today, Day day) {
  const int days = static_cast<int>((today - day).count());
  return days < 1 ? "on " + long_date(day) : length_of(days) + " ago";
}

/// The thanks for a deed are for everybody in it.
Nudge thank_nudge(const NudgeMaker& maker, std::string_view who, const Interaction& got) {
  Nudge nudge = maker.make(NudgeKind::thank, Collection::interactions, got.id, who);
  nudge.name = people_in(maker.book(), got);
  nudge.what = fmt::format("Thank {}: {}", nudge.name, deed_in_words(maker.book(), got));
  nudge.why = "they helped you " + day_words(maker.today(), got.at.day);
  nudge.command = "stead thank " + nudge.who;
  return nudge;
}

Nudge give_nudge(const NudgeMaker& maker, const Account& account) {
  Nudge nudge = maker.make(NudgeKind::give, account.who);
  nudge.what = "Do something for " + nudge.name;
  const OpenHelp& got = *not_returned(account);
  nudge.why = fmt::format("they gave you {} {}, and less of that went back",
                          one_of_kind(got.deed.kind), day_words(maker.today(), got.at.day));
  nudge.command = how_to_give(account.who);
  return nudge;
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

Nudge note_nudge(const NudgeMaker& maker, const StoodIn& stood_in) {
  Nudge nudge = maker.make(NudgeKind::note, stood_in.who);
  nudge.what =
      fmt::format("Note that {} covered {}", stood_in.name, clients_in_a_row(stood_in.clients));
  nudge.why = until_words(stood_in, "you were away") + ", and it is not noted as help";
  nudge.command = how_to_note(stood_in);
  return nudge;
}

Nudge note_of_mine(const NudgeMaker& maker, const StoodIn& stood_in) {
  Nudge nudge = maker.make(NudgeKind::note, stood_in.who);
  nudge.what = fmt::format(
      "Note what you did for {}: you covered {}", stood_in.name,
      stood_in.clients.front() == stood_in.name ? "for them" : clients_in_a_row(stood_in.clients));
  nudge.why = until_words(stood_in, "they were away") + ", and it is not noted as help";
  nudge.command = how_to_note(stood_in, "gave");
  return nudge;
}

/// Each deed to be thanked for once, though it may be in the accounts of several people.
class Thanks {
 public:
  Thanks(std::vector<Nudge>& nudges, const NudgeMaker& maker) : nudges_(nudges), maker_(maker) {}

  void add(const Account& account) {
    for (const OpenHelp& help : account.help) {
      if (!is_to_thank(help, maker_.today()) || !seen_.insert(help.index).second) continue;
      const Interaction got = maker_.book().interaction(help.index);
      if (is_quiet(got, NudgeKind::thank, maker_.today())) continue;
      nudges_.push_back(thank_nudge(maker_, account.who, got));
    }
  }

 private:
  std::vector<Nudge>& nudges_;
  const NudgeMaker& maker_;
  std::set<std::size_t> seen_;
};

}  // namespace

void add_help(std::vector<Nudge>& nudges, const NudgeMaker& maker, const Clients& clients,
              const NudgeSources& sources) {
  for (const StoodIn& stood_in : sources.stood_in) {
    if (!stood_in.is_noted) nudges.push_back(note_nudge(maker, stood_in));
  }
  for (const StoodIn& stood_in : i_stood_in_before(clients, maker.today())) {
    if (!stood_in.is_noted) nudges.push_back(note_of_mine(maker, stood_in));
  }
  Thanks thanks(nudges, maker);
  for (const Account& account : accounts_in(maker.book())) {
    thanks.add(account);
    if (is_time_to_give(account, maker.today())) nudges.push_back(give_nudge(maker, account));
  }
}

}  // namespace stead
