#include "reports/cover_command.h"
#include "reports/nudge_sources.h"
#include "reports/page_words.h"
#include "stead/periods.h"
#include "stead/phrases.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

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

Nudge gap_nudge(const NudgeMaker& maker, const Ahead& ahead) {
  const WeeklyAbsence& absence = ahead.absence;
  Nudge nudge =
      maker.make(NudgeKind::gap, absence.row.who, a_week_before(absence.row.absence.from.day));
  std::vector<std::string> clients;
  for (const CoverGap& gap : absence.gaps) clients.push_back(gap.name);
  nudge.what = "Find somebody for " + named_once(clients);
  nudge.why = ahead.who + " away " + during(ahead.days) + ", and nobody has agreed yet";
  if (std::ranges::all_of(absence.gaps, &CoverGap::owner_is_there)) {
    add_points(nudge, UrgencyPart::What::here, kHere);
    nudge.why = ahead.who + " away " + during(ahead.days) +
                "; you are there, and nobody has agreed for when you cannot go";
  }
  const CoverGap& first = absence.gaps.front();
  nudge.command =
      ahead.is_mine && absence.row.absence.to
          ? "stead plan " + typed(ahead.days)
          : fmt::format("stead who covers {} --on {}", first.client, typed(first.period));
  return nudge;
}

Nudge tell_nudge(const NudgeMaker& maker, const Ahead& ahead, const UntoldClient& untold) {
  const Day begin = ahead.absence.row.absence.from.day;
  Nudge nudge = maker.make(NudgeKind::tell, untold.client, a_week_before(begin));
  nudge.what = fmt::format("Tell {} to call {} while you are away", untold.name, untold.stand_in);
  nudge.why = "you are away " + during(ahead.days);
  nudge.command = untold.command;
  const WorkingTime working(maker.book().me(), maker.now());
  nudge.message = whom_to_call(untold.stand_in, untold.reach, ahead.days,
                               back_at_work(working, ahead.days.last));
  return nudge;
}

Nudge offer_nudge(const NudgeMaker& maker, const Ahead& ahead) {
  const AbsenceRow& row = ahead.absence.row;
  Nudge nudge = maker.make(NudgeKind::offer, row.who, a_week_before(row.absence.from.day));
  nudge.what = fmt::format("Offer {} to be the one to call", row.name);
  nudge.why = ahead.who + " away " + during(ahead.days);
  nudge.command = fmt::format("stead cover {} me {}", row.who, typed(ahead.days));
  nudge.message = offer_to_cover(*maker.book().contact(row.who), ahead.days);
  return nudge;
}

/// I offered to be the one to call, and they have not said yes.
Nudge answer_nudge(const NudgeMaker& maker, const Ahead& ahead) {
  const AbsenceRow& row = ahead.absence.row;
  const Contact& who = *maker.book().contact(row.who);
  Nudge nudge = maker.make(NudgeKind::offer, row.who, a_week_before(row.absence.from.day));
  nudge.what = fmt::format("Ask {} whether you are the one to call", row.name);
  nudge.why = fmt::format("{} away {}; you offered it on {}, and they have not agreed yet",
                          ahead.who, during(ahead.days), long_date(*ahead.absence.offered));
  nudge.command =
      cover_command(maker.book(), row.who, *unanswered_offer(maker.book(), who, ahead.days)) +
      " --agreed";
  return nudge;
}

/// Has an offer of mine waited for long enough, or are they away from tomorrow on?
bool is_time_to_ask(const WeeklyAbsence& absence, Day today) {
  if (!absence.offered || today <= *absence.offered) return false;
  return *absence.offered + kTimeToAnswer <= today || absence.row.absence.from.day - kDay <= today;
}

/// Whoever should be briefed on a client, and by whom.
class Briefings {
 public:
  Briefings(std::vector<Nudge>& nudges, const NudgeMaker& maker) : nudges_(nudges), maker_(maker) {}

  /// Of a client of mine, or of my own record, whose stand-ins I brief.
  void add_stand_ins(const Contact& record) {
    for (const Cover& cover : record.cover) {
      const Contact* who = maker_.book().contact(cover.by);
      if (who == nullptr || who->archived || who->id == kMe || !is_wanted(cover)) continue;
      Nudge nudge = make(record, cover);
      nudge.what = record.id == kMe
                       ? fmt::format("Brief {}, who takes whoever has nobody", who->name)
                       : fmt::format("Brief {} on {}", who->name, record.name);
      nudges_.push_back(std::move(nudge));
    }
  }

  /// Of a client of somebody else's, who briefs me.
  void add_mine(const Contact& client) {
    for (const Cover& cover : client.cover) {
      if (maker_.book().canonical(cover.by) != kMe || !is_wanted(cover)) continue;
      Nudge nudge = make(client, cover);
      nudge.what = fmt::format("Ask {} to brief you on {}", maker_.book().name_of(client.client_of),
                               client.name);
      nudges_.push_back(std::move(nudge));
    }
  }

 private:
  bool is_wanted(const Cover& cover) const {
    const Day today = maker_.today();
    return is_to_brief(cover, today) && days_of(cover).overlaps({today, today + kLookAhead - kDay});
  }

  Nudge make(const Contact& record, const Cover& cover) const {
    std::optional<Day> due;
    if (cover.from) due = a_week_before(*cover.from);
    Nudge nudge = maker_.make(NudgeKind::brief, record.id, due);
    nudge.why = cover.briefed ? "last briefed " + long_date(*cover.briefed) : "not briefed yet";
    nudge.why += cover.from ? ", and in force from " + long_date(*cover.from) : ", and in force";
    nudge.command = cover_command(maker_.book(), record.id, cover) + " --briefed";
    return nudge;
  }

  std::vector<Nudge>& nudges_;
  const NudgeMaker& maker_;
};

}  // namespace

void add_absences(std::vector<Nudge>& nudges, const NudgeMaker& maker,
                  const NudgeSources& sources) {
  std::set<std::string> told;
  for (const WeeklyAbsence& absence : sources.absences) {
    const Ahead here = ahead(absence, maker.today());
    if (!absence.gaps.empty()) nudges.push_back(gap_nudge(maker, here));
    for (const UntoldClient& untold : absence.untold) {
      // One who is told hears of the next absence when its time comes.
      if (told.insert(untold.client).second) nudges.push_back(tell_nudge(maker, here, untold));
    }
    if (absence.can_offer) nudges.push_back(offer_nudge(maker, here));
    if (is_time_to_ask(absence, maker.today())) nudges.push_back(answer_nudge(maker, here));
  }
}

void add_briefings(std::vector<Nudge>& nudges, const NudgeMaker& maker, const Clients& clients) {
  Briefings briefings(nudges, maker);
  for (const Contact* client : clients.mine()) briefings.add_stand_ins(*client);
  briefings.add_stand_ins(maker.book().me());
  for (const Contact* client : clients.of_others()) briefings.add_mine(*client);
}

}  // namespace stead
