#include "reports/deeds_between.h"
#include "reports/nudge_sources.h"
#include "stead/calendar_words.h"
#include "stead/deed.h"

#include <fmt/format.h>

namespace stead {
namespace {

/// So long after help was got, it is time to give something.
constexpr Days kLong{30};

std::string day_words(Day today, Day day) {
  const int days = static_cast<int>((today - day).count());
  return days < 1 ? "on " + long_date(day) : length_of(days) + " ago";
}

Nudge thank_nudge(const NudgeMaker& maker, const HelpGot& got) {
  Nudge nudge = maker.make(NudgeKind::thank, Collection::interactions, got.deed.id, got.who);
  nudge.what = fmt::format("Thank {}: {}", nudge.name, deed_in_words(maker.book(), got.deed));
  nudge.why = "they helped you " + day_words(maker.today(), got.deed.at.day);
  nudge.command = "stead thank " + got.who;
  return nudge;
}

Nudge give_nudge(const NudgeMaker& maker, const HelpGot& got) {
  Nudge nudge = maker.make(NudgeKind::give, got.who);
  nudge.what = "Do something for " + nudge.name;
  nudge.why =
      fmt::format("they gave you {} {}, and nothing has gone back since",
                  one_of_kind(got.deed.deed->kind), day_words(maker.today(), got.deed.at.day));
  nudge.command = "stead brief " + got.who;
  return nudge;
}

Nudge note_nudge(const NudgeMaker& maker, const StoodIn& stood_in) {
  Nudge nudge = maker.make(NudgeKind::note, stood_in.who);
  nudge.what = fmt::format("Note that {} covered {}", stood_in.name,
                           stood_in.clients.size() == 1
                               ? stood_in.clients.front()
                               : fmt::format("{} clients", stood_in.clients.size()));
  nudge.why = fmt::format("you were away until {}, and it is not noted as help",
                          long_date(stood_in.absence.to->day));
  nudge.command = how_to_note(stood_in);
  return nudge;
}

}  // namespace

void add_help(std::vector<Nudge>& nudges, const NudgeMaker& maker, const NudgeSources& sources) {
  for (const StoodIn& stood_in : sources.stood_in) {
    if (!stood_in.is_noted) nudges.push_back(note_nudge(maker, stood_in));
  }
  const OpenDeeds open = open_deeds(maker.book(), maker.today());
  for (const HelpGot& got : open.to_thank) {
    if (is_quiet(got.deed, NudgeKind::thank, maker.today())) continue;
    nudges.push_back(thank_nudge(maker, got));
  }
  for (const HelpGot& got : open.unreturned) {
    if (got.deed.at.day + kLong <= maker.today()) nudges.push_back(give_nudge(maker, got));
  }
}

}  // namespace stead
