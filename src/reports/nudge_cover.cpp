#include "reports/cover_command.h"
#include "reports/nudge_sources.h"
#include "reports/page_words.h"
#include "stead/away.h"
#include "stead/cover_messages.h"
#include "stead/periods.h"
#include "stead/phrases.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <utility>

namespace stead {
namespace {

constexpr int kHere = -30;
/// Whoever was offered something is asked about it after so long.
constexpr Days kTimeToAnswer{3};

/// What an absence needs is best done a week before it begins.
Day a_week_before(Day day) { return day - kFirstDay < kWeek ? kFirstDay : day - kWeek; }

/// The names, or how many there are.
std::string named_once(std::vector<std::string> names) {
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return clients_in_a_row(names);
}

/// An absence from today on.
struct Ahead {
  const WeeklyAbsence& absence;
  Period days;  ///< Those that are not over.
  bool is_mine = false;
  std::string who;  ///< `you are`, `Cem Ay is`.
};

Ahead ahead(const WeeklyAbsence& absence, Day today) {
  const Absence& away = absence.row.absence;
  const bool is_mine = absence.row.who == kMe;
  return {absence,
          {std::max(today, away.from.day), away.to ? away.to->day : kLastDay},
          is_mine,
          is_mine ? "you are" : absence.row.name + " is"};
}

/// Is it only for when I cannot go?
bool is_mine_to_fill(const WeeklyAbsence& absence) {
  return std::ranges::all_of(absence.gaps, &CoverGap::owner_is_there);
}

/// Does each client with a gap have nobody on any of the days?
bool is_open_throughout(const WeeklyAbsence& absence, Period days) {
  return std::ranges::all_of(absence.gaps, [&](const CoverGap& gap) { return gap.period == days; });
}

std::string gap_command(const Ahead& ahead) {
  const CoverGap& first = ahead.absence.gaps.front();
  return ahead.is_mine && ahead.absence.row.absence.to
             ? "stead plan " + typed(ahead.days)
             : fmt::format("stead who covers {} --on {}", first.client, typed(first.period));
}

NudgeWords gap_words(const NudgeMaker& maker, const NudgeDraft& draft,
                     const WeeklyAbsence& absence) {
  const Ahead here = ahead(absence, maker.today());
  std::vector<std::string> clients;
  for (const CoverGap& gap : absence.gaps) clients.push_back(gap.name);
  return {.what = "Find somebody for " + named_once(clients),
          .why = here.who + " away " + during(here.days) +
                 (is_mine_to_fill(absence)
                      ? "; you are there, and nobody has agreed for when you cannot go"
                  : is_open_throughout(absence, here.days)
                      ? ", and nobody has agreed yet"
                      : ", and for some of the days nobody has agreed yet"),
          .command = draft.by};
}

/// The last day before I am back at work: what begins before that goes on from the absence.
Day last_day_away(const Contact& me, const WorkingTime& working, const Absence& away) {
  std::optional<Absence> goes_on = away;
  Day last{};
  while (goes_on) {
    if (!goes_on->to) return kLastDay;
    last = goes_on->to->day;
    const std::optional<Day> back = back_at_work(working, last);
    goes_on =
        last < kLastDay ? away_in(me, {last + kDay, back.value_or(last + kDay)}) : std::nullopt;
  }
  return last;
}

/// All the days in a row on which I am away, from today on: other absences may meet that one.
NudgeWords tell_words(const NudgeMaker& maker, const WeeklyAbsence& absence,
                      const UntoldClient& untold) {
  const Book& book = maker.book();
  Absence away = *away_in(book.me(), ahead(absence, maker.today()).days);
  const WorkingTime working(book.me(), maker.now());
  const Period days{std::max(maker.today(), away.from.day),
                    last_day_away(book.me(), working, away)};
  if (!away.to || away.to->day != days.last) away.from.time.reset();  // the hours are not all of it
  const std::vector<CallOn> whom = to_call_on(Agreements(book), untold.client, days);
  std::vector<std::string> names;
  for (const CallOn& each : whom) {
    if (std::ranges::find(names, each.name) == names.end()) names.push_back(each.name);
  }
  return {
      .what = fmt::format("Tell {} to call {} while you are away", untold.name, in_a_row(names)),
      .why = "you are away " + during(days),
      .command = untold.command,
      .message = whom_to_call(whom, away, days, back_at_work(working, days.last))};
}

NudgeWords offer_words(const NudgeMaker& maker, const WeeklyAbsence& absence) {
  const AbsenceRow& row = absence.row;
  const Ahead here = ahead(absence, maker.today());
  return {.what = fmt::format("Offer {} to be the one to call", row.name),
          .why = here.who + " away " + during(here.days),
          .command = fmt::format("stead cover {} me {}", row.who, typed(here.days)),
          .message = offer_to_cover(*maker.book().contact(row.who), here.days)};
}

/// I offered to be the one to call, and they have not said yes.
NudgeWords answer_words(const NudgeMaker& maker, const WeeklyAbsence& absence) {
  const Book& book = maker.book();
  const AbsenceRow& row = absence.row;
  const Ahead here = ahead(absence, maker.today());
  const Cover& offer = *unanswered_offer(book, *book.contact(row.who), here.days);
  return {.what = fmt::format("Ask {} whether you are the one to call", row.name),
          .why = fmt::format("{} away {}; you offered it on {}, and they have not agreed yet",
                             here.who, during(here.days), long_date(*absence.offered)),
          .command = cover_command(book, row.who, offer) + " --agreed"};
}

/// Has an offer of mine waited for long enough, or are they away from tomorrow on?
bool is_time_to_ask(const WeeklyAbsence& absence, Day today) {
  if (!absence.offered || today <= *absence.offered) return false;
  return *absence.offered + kTimeToAnswer <= today || absence.row.absence.from.day - kDay <= today;
}

/// Of a client of mine, or of my own record, I brief whoever stands in; else it is me who is to be
/// briefed by the owner.
std::string whom_to_brief(const Book& book, const Contact& record, const Cover& cover) {
  if (book.canonical(cover.by) == kMe) {
    return fmt::format("Ask {} to brief you on {}", book.name_of(record.client_of), record.name);
  }
  const std::string who = book.name_of(cover.by);
  return record.id == kMe ? fmt::format("Brief {}, who takes whoever has nobody", who)
                          : fmt::format("Brief {} on {}", who, record.name);
}

NudgeWords brief_words(const Book& book, const Contact& record, const Cover& cover) {
  return {.what = whom_to_brief(book, record, cover),
          .why = (cover.briefed ? "last briefed " + long_date(*cover.briefed) : "not briefed yet") +
                 (cover.from ? ", and in force from " + long_date(*cover.from) : ", and in force"),
          .command = cover_command(book, record.id, cover) + " --briefed"};
}

/// Whoever should be briefed on a client, and by whom.
class Briefings {
 public:
  Briefings(NudgeDrafts& drafts, const NudgeMaker& maker) : drafts_(drafts), maker_(maker) {}

  /// Of a client of mine, or of my own record, whose stand-ins I brief.
  void add_stand_ins(const Contact& record) {
    for (const Cover& cover : record.cover) {
      if (!is_wanted(cover)) continue;
      const Contact* who = maker_.book().contact(cover.by);
      if (who != nullptr && !who->archived && who->id != kMe) add(record, cover);
    }
  }

  /// Of a client of somebody else's, who briefs me.
  void add_mine(const Contact& client) {
    for (const Cover& cover : client.cover) {
      if (is_wanted(cover) && maker_.book().canonical(cover.by) == kMe) add(client, cover);
    }
  }

 private:
  bool is_wanted(const Cover& cover) const {
    const Day today = maker_.today();
    return is_to_brief(cover, today) && days_of(cover).overlaps({today, today + kLookAhead - kDay});
  }

  void add(const Contact& record, const Cover& cover) {
    std::optional<Day> due;
    if (cover.from) due = a_week_before(*cover.from);
    drafts_.push_back(maker_.make(NudgeKind::brief, record.id, due));
    drafts_.back().words = [&record, &cover](const NudgeMaker& maker, const NudgeDraft&) {
      return brief_words(maker.book(), record, cover);
    };
  }

  NudgeDrafts& drafts_;
  const NudgeMaker& maker_;
};

}  // namespace

void add_absences(NudgeDrafts& drafts, const NudgeMaker& maker, const NudgeSources& sources) {
  std::set<std::string_view> told;
  for (const WeeklyAbsence& absence : sources.absences) {
    const Day due = a_week_before(absence.row.absence.from.day);
    const auto add = [&](NudgeKind kind, std::string_view who, MakeWords words) -> NudgeDraft& {
      drafts.push_back(maker.make(kind, who, due));
      drafts.back().words = std::move(words);
      return drafts.back();
    };
    if (!absence.gaps.empty()) {
      NudgeDraft& gap = add(NudgeKind::gap, absence.row.who,
                            [&absence](const NudgeMaker& at, const NudgeDraft& draft) {
                              return gap_words(at, draft, absence);
                            });
      gap.by = gap_command(ahead(absence, maker.today()));
      if (is_mine_to_fill(absence)) gap.add(UrgencyPart::What::here, kHere);
    }
    for (const UntoldClient& untold : absence.untold) {
      // One who is told hears of the next absence when its time comes.
      if (!told.insert(untold.client).second) continue;
      NudgeDraft& tell = add(NudgeKind::tell, untold.client,
                             [&absence, &untold](const NudgeMaker& at, const NudgeDraft&) {
                               return tell_words(at, absence, untold);
                             });
      tell.by = untold.command;
    }
    const bool is_to_ask = is_time_to_ask(absence, maker.today());
    if (!absence.can_offer && !is_to_ask) continue;
    add(NudgeKind::offer, absence.row.who, [&absence](const NudgeMaker& at, const NudgeDraft&) {
      return absence.can_offer ? offer_words(at, absence) : answer_words(at, absence);
    });
  }
}

void add_briefings(NudgeDrafts& drafts, const NudgeMaker& maker, const Clients& clients) {
  Briefings briefings(drafts, maker);
  for (const Contact* client : clients.mine()) briefings.add_stand_ins(*client);
  briefings.add_stand_ins(maker.book().me());
  for (const Contact* client : clients.of_others()) briefings.add_mine(*client);
}

}  // namespace stead
