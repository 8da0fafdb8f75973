#include "stead/who_away.h"

#include "stead/periods.h"
#include "stead/sort_by.h"

#include <algorithm>
#include <utility>

namespace stead {
namespace {

/// Sorts the clients of an absence by whoever is called for them instead.
class InsteadOf {
 public:
  void add(const TouchedClient& client, const CoverStretch& stretch) {
    const Candidate* answer = stretch.covering.answer();
    Instead& instead = of(answer);
    if (instead.clients.empty() || instead.clients.back().client != client.client) {
      instead.clients.push_back({client.client, client.name, {}});
    }
    std::vector<Period>& days = instead.clients.back().days;
    days.push_back(stretch.period);
    days = joined(std::move(days));
  }

  std::vector<Instead> take() {
    std::stable_partition(found_.begin(), found_.end(),
                          [](const Instead& each) { return !each.who.empty(); });
    return std::move(found_);
  }

 private:
  Instead& of(const Candidate* answer) {
    const std::string who = answer == nullptr ? "" : answer->who;
    const bool agreed = answer != nullptr && answer->cover.agreed;
    for (Instead& each : found_) {
      if (each.who == who && each.agreed == agreed) return each;
    }
    Instead instead{
        .who = who, .name = {}, .phone = {}, .email = {}, .agreed = agreed, .clients = {}};
    if (answer != nullptr) {
      instead.name = answer->name;
      instead.phone = answer->phone;
      instead.email = answer->email;
    }
    found_.push_back(std::move(instead));
    return found_.back();
  }

  std::vector<Instead> found_;
};

AwayRow away_row(const Clients& clients, AbsenceRow row, Period period) {
  const Contact& who = *clients.book().contact(row.who);
  const Absence& whole = row.absence;
  const Period days{std::max(whole.from.day, period.first),
                    std::min(whole.to ? whole.to->day : kLastDay, period.last)};
  // Of a whole day each, so that the other days are not looked at.
  const Absence asked{.from = {days.first, {}}, .to = When{days.last, {}}, .why = {}};
  InsteadOf instead;
  for (const TouchedClient& client : absence_report(clients, row.who, asked, days.first).clients) {
    for (const CoverStretch& stretch : client.stretches) instead.add(client, stretch);
  }
  return {.row = std::move(row),
          .phone = who.phone,
          .email = who.email,
          .days = days,
          .instead = instead.take()};
}

}  // namespace

AwayReport away_report(const Book& book, Period period) {
  AwayReport report{period, {}};
  const Clients clients(book);
  for (AbsenceRow& row : absences_in_period(book, period)) {
    report.absences.push_back(away_row(clients, std::move(row), period));
  }
  return report;
}

}  // namespace stead
