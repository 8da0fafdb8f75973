#include "stead/cover_messages.h"

#include "stead/periods.h"
#include "stead/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace stead {
namespace {

/// `from Mon 2026-08-10 to Fri 2026-08-14`, `on Fri 2026-08-07`, `from Mon 2026-08-03 on`.
std::string in_a_sentence(Period days) {
  return during(days) + (days.last == kLastDay ? " on" : "");
}

/// Is it by the hour: within a day, with both times?
bool is_by_the_hour(const Absence& away) {
  return away.from.time && away.to && away.to->time && away.from.day == away.to->day;
}

/// `, 14:00 to 16:00` for an absence by the hour.
std::string hours_of(const Absence& away) {
  if (!is_by_the_hour(away)) return {};
  const int from = away.from.time->minute;
  const int to = away.to->time->minute;
  return fmt::format(", {:02}:{:02} to {:02}:{:02}", from / 60, from % 60, to / 60, to % 60);
}

/// The number to call, else the address.
std::string first_reach(const Candidate& who) {
  if (!who.phone.empty()) return who.phone.front();
  return who.email.empty() ? "" : who.email.front();
}

}  // namespace

std::string offer_to_cover(const Contact& who, Period days) {
  return fmt::format(
      "{}, you are away {}. Shall I be the one to call for your clients? They stay yours, and "
      "you hear what I did.",
      who.name, in_a_sentence(days));
}

std::vector<CallOn> to_call_on(const Agreements& agreements, std::string_view client, Period days) {
  std::vector<CallOn> whom;
  for (const CoverStretch& stretch : covering_in(agreements, std::string(client), days)) {
    if (!stretch.covering.is_agreed()) continue;
    const Candidate& answer = *stretch.covering.answer();
    CallOn here{answer.name, first_reach(answer), stretch.period};
    const bool goes_on = !whom.empty() && whom.back().name == here.name &&
                         whom.back().reach == here.reach &&
                         whom.back().days.last + kDay == here.days.first;
    if (goes_on) {
      whom.back().days.last = here.days.last;
    } else {
      whom.push_back(std::move(here));
    }
  }
  return whom;
}

std::string whom_to_call(const std::vector<CallOn>& whom, const Absence& away, Period days,
                         std::optional<Day> back) {
  std::vector<std::string> calls;
  std::vector<Period> named;
  for (const CallOn& each : whom) {
    std::string call = each.name + in_brackets(each.reach);
    if (each.days != days) call += " " + in_a_sentence(each.days);
    calls.push_back(std::move(call));
    named.push_back(each.days);
  }
  const bool is_one = calls.size() == 1;
  std::string message = fmt::format(
      "I am away {}{}. Whatever comes up meanwhile, please call {}, who {} in for me and {} me in "
      "the picture.",
      in_a_sentence(days), hours_of(away), in_a_row(calls), is_one ? "stands" : "stand",
      is_one ? "keeps" : "keep");
  std::vector<std::string> open;
  for (const Period& each : without({days}, named)) open.push_back(in_a_sentence(each));
  if (!open.empty()) message += " Whom to call " + in_a_row(open) + " you hear in time.";
  if (back && !is_by_the_hour(away)) message += " I am back on " + long_date(*back) + ".";
  return message;
}

std::optional<Day> back_at_work(const WorkingTime& working, Day last) {
  for (Day day = last; day < std::min(kLastDay, last + 5 * kWeek);) {
    day += kDay;
    if (working.between({last, {}}, {day, {}}).count > 0) return day;
  }
  return std::nullopt;
}

}  // namespace stead
