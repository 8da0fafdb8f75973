#include "reports/nudge_sources.h"
#include "stead/balance.h"
#include "stead/calendar_words.h"
#include "stead/deed.h"
#include "stead/phrases.h"

#include <fmt/format.h>

#include <algorithm>

namespace stead {
namespace {

/// So long after help was got, it is time to give something.
constexpr Days kLong{30};

std::string day_words(Day today, Day day) {
  const int days = static_cast<int>((today - day).count());
  return days < 1 ? "on " + long_date(day) : length_of(days) + " ago";
}

Nudge thank_nudge(const NudgeMaker& maker, std::string_view who, const Interaction& got) {
  Nudge nudge = maker.make(NudgeKind::thank, Collection::interactions, got.id, who);
  nudge.what = fmt::format("Thank {}: {}", nudge.name, deed_in_words(maker.book(), got));
  nudge.why = "they helped you " + day_words(maker.today(), got.at.day);
  nudge.command = "stead thank " + nudge.who;
  return nudge;
}

Nudge give_nudge(const NudgeMaker& maker, const Account& account) {
  Nudge nudge = maker.make(NudgeKind::give, account.who);
  nudge.what = "Do something for " + nudge.name;
  const auto got = std::ranges::find_if(
      account.help, [](const OpenHelp& each) { return each.deed.dir == "got"; });
  nudge.why = fmt::format("they gave you {} {}, and more came from them than went back",
                          one_of_kind(got->deed.kind), day_words(maker.today(), got->at.day));
  nudge.command = "stead balance " + nudge.who;
  return nudge;
}

/// Is it help that I have not thanked for, and is that still due?
bool is_to_thank(const OpenHelp& help, Day today) {
  const Span due{.count = brings_somebody(help.deed.kind) ? 12 : 3, .unit = Span::Unit::month};
  return help.deed.dir == "got" && !help.deed.thanked && today <= add(help.at.day, due);
}

Nudge note_nudge(const NudgeMaker& maker, const StoodIn& stood_in) {
  Nudge nudge = maker.make(NudgeKind::note, stood_in.who);
  nudge.what =
      fmt::format("Note that {} covered {}", stood_in.name, clients_in_a_row(stood_in.clients));
  nudge.why = fmt::format("you were away until {}, and it is not noted as help",
                          long_date(stood_in.absence.to->day));
  nudge.command = how_to_note(stood_in);
  return nudge;
}

Nudge note_of_mine(const NudgeMaker& maker, const StoodIn& stood_in) {
  Nudge nudge = maker.make(NudgeKind::note, stood_in.who);
  nudge.what = fmt::format(
      "Note what you did for {}: you covered {}", stood_in.name,
      stood_in.clients.front() == stood_in.name ? "for them" : clients_in_a_row(stood_in.clients));
  nudge.why = fmt::format("they were away until {}, and it is not noted as help",
                          long_date(stood_in.absence.to->day));
  nudge.command = fmt::format("stead gave {} cover {}d", stood_in.who, stood_in.days);
  return nudge;
}

}  // namespace

void add_help(std::vector<Nudge>& nudges, const NudgeMaker& maker, const Clients& clients,
              const NudgeSources& sources) {
  for (const StoodIn& stood_in : sources.stood_in) {
    if (!stood_in.is_noted) nudges.push_back(note_nudge(maker, stood_in));
  }
  for (const StoodIn& stood_in : i_stood_in_before(clients, maker.today())) {
    if (!stood_in.is_noted) nudges.push_back(note_of_mine(maker, stood_in));
  }
  for (const Account& account : accounts_in(maker.book())) {
    for (const OpenHelp& help : account.help) {
      if (!is_to_thank(help, maker.today())) continue;
      const Interaction got = maker.book().interaction(help.index);
      if (is_quiet(got, NudgeKind::thank, maker.today())) continue;
      nudges.push_back(thank_nudge(maker, account.who, got));
    }
    const bool is_long_ago = account.since + kLong <= maker.today();
    if (account.leaning == Leaning::theirs && is_long_ago) {
      nudges.push_back(give_nudge(maker, account));
    }
  }
}

}  // namespace stead
