#include "reports/weekly_absences.h"

#include "reports/cover_command.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace stead {
namespace {

/// Somebody stands in for the client, and it does not know whom to call.
std::optional<UntoldClient> untold_in(const Book& book, const TouchedClient& client, Day from) {
  for (const CoverStretch& stretch : client.stretches) {
    const Candidate* answer = stretch.covering.answer();
    if (answer == nullptr || !answer->cover.agreed || answer->cover.client_told) continue;
    if (stretch.period.last < from) continue;
    const std::string_view record = answer->by_owner ? std::string_view("me") : client.client;
    return UntoldClient{client.client, client.name, answer->name,
                        cover_command(book, record, answer->cover) + " --told"};
  }
  return std::nullopt;
}

/// Those for whom an answer is only offered in the period.
std::vector<std::string> offered_in(const TouchedClient& client, Period period) {
  std::vector<std::string> names;
  for (const CoverStretch& stretch : client.stretches) {
    const Candidate* answer = stretch.covering.answer();
    if (answer == nullptr || !stretch.period.overlaps(period)) continue;
    const std::string name = answer->who == "me" ? "you" : answer->name;
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  return names;
}

/// Is the client mine, and am I there on all days of the period?
bool is_owner_there(const TouchedClient& client, Period period) {
  return std::ranges::all_of(client.stretches, [&](const CoverStretch& stretch) {
    if (!stretch.period.overlaps(period)) return true;
    return stretch.covering.owner == kMe && !stretch.covering.owner_away;
  });
}

/// Adds whoever stands in for the client and is to be briefed: by me, if I am the one who is away,
/// else only me.
void add_unbriefed(WeeklyAbsence& absence, const Book& book, const TouchedClient& client,
                   Day from) {
  for (const CoverStretch& stretch : client.stretches) {
    const Candidate* answer = stretch.covering.answer();
    if (answer == nullptr || stretch.period.last < from) continue;
    if (!is_to_brief(answer->cover, from)) continue;
    if (absence.row.who == kMe ? stretch.covering.owner != kMe : answer->who != kMe) continue;
    const std::string record = answer->by_owner ? stretch.covering.owner : client.client;
    std::string command = cover_command(book, record, answer->cover) + " --briefed";
    const auto same = std::ranges::find(absence.unbriefed, command, &Unbriefed::command);
    if (same != absence.unbriefed.end()) continue;
    absence.unbriefed.push_back(
        {client.client, client.name, answer->who, answer->name, std::move(command)});
  }
}

/// Am I, on a day from `from` on, the one to call for it?
bool is_mine_to_cover(const TouchedClient& client, Day from) {
  return std::ranges::any_of(client.stretches, [from](const CoverStretch& stretch) {
    const Candidate* answer = stretch.covering.answer();
    return stretch.covering.is_agreed() && answer->who == kMe && from <= stretch.period.last;
  });
}

WeeklyAbsence weekly_absence(const Clients& clients, AbsenceRow row, Day from) {
  WeeklyAbsence absence{.row = std::move(row),
                        .clients = 0,
                        .covered = false,
                        .gaps = {},
                        .untold = {},
                        .unbriefed = {},
                        .covered_by_me = {},
                        .can_offer = false,
                        .offered = {}};
  const AbsenceReport report = absence_report(clients, absence.row.who, absence.row.absence, from,
                                              TheirClients::covered_by_me);
  absence.clients = report.clients.size();
  for (const TouchedClient& client : report.clients) {
    for (Period gap : client.gaps()) {
      if (gap.last < from) continue;
      gap.first = std::max(gap.first, from);
      absence.gaps.push_back(
          {client.client, client.name, gap, offered_in(client, gap), is_owner_there(client, gap)});
    }
    add_unbriefed(absence, clients.book(), client, from);
  }
  absence.covered = absence.gaps.empty();
  if (absence.row.who == "me") {
    for (const TouchedClient& client : report.clients) {
      if (auto untold = untold_in(clients.book(), client, from)) {
        absence.untold.push_back(std::move(*untold));
      }
    }
  } else {
    const Absence& away = absence.row.absence;
    const Period days{std::max(from, away.from.day), away.to ? away.to->day : kLastDay};
    for (const TouchedClient& client : report.clients) {
      if (is_mine_to_cover(client, from)) absence.covered_by_me.push_back(client.name);
    }
    const Book& book = clients.book();
    const Contact& who = *book.contact(absence.row.who);
    if (!absence.covered_by_me.empty()) return absence;  // that offer is answered
    absence.can_offer = can_offer_to_cover(book, who, days);
    const Cover* offer = unanswered_offer(book, who, days);
    if (offer != nullptr) absence.offered = offer->offered;
  }
  return absence;
}

/// Leaves out the gaps that are within one that is there because I am away.
void leave_out_mine(std::vector<WeeklyAbsence>& absences) {
  std::unordered_multimap<std::string_view, Period> mine;  // by client
  for (const WeeklyAbsence& absence : absences) {
    if (absence.row.who != kMe) continue;
    for (const CoverGap& gap : absence.gaps) mine.emplace(gap.client, gap.period);
  }
  for (WeeklyAbsence& absence : absences) {
    if (absence.row.who == kMe) continue;
    std::erase_if(absence.gaps, [&](const CoverGap& gap) {
      const auto [first, last] = mine.equal_range(gap.client);
      return std::any_of(first, last, [&](const auto& client_and_days) {
        const Period& days = client_and_days.second;
        return days.contains(gap.period.first) && days.contains(gap.period.last);
      });
    });
  }
}

}  // namespace

std::vector<WeeklyAbsence> absences_in(const Clients& clients, Period ahead) {
  std::vector<WeeklyAbsence> absences;
  for (AbsenceRow& row : absences_in_period(clients.book(), ahead)) {
    absences.push_back(weekly_absence(clients, std::move(row), ahead.first));
  }
  leave_out_mine(absences);
  return absences;
}

}  // namespace stead
