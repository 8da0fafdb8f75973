#include "stead/reply_months.h"

#include <algorithm>
#include <utility>

namespace stead {
namespace {

/// The middle of some numbers; half-way between two, without the half of a minute.
std::optional<std::int64_t> middle_of_minutes(std::vector<std::int64_t> minutes) {
  if (minutes.empty()) return std::nullopt;
  std::ranges::sort(minutes);
  return (minutes[(minutes.size() - 1) / 2] + minutes[minutes.size() / 2]) / 2;
}

ReplyMonth month_of(const std::vector<Reply>& replies, const WorkingTime& working) {
  std::vector<std::int64_t> expected;
  for (const Reply& reply : replies) {
    if (reply.within) expected.push_back(working.minutes_of(*reply.within));
  }
  return {sums_of(replies, working), middle_of_minutes(std::move(expected))};
}

}  // namespace

ReplyMonths reply_months(const Book& book, const Now& now, Subject subject,
                         std::optional<Period> period) {
  const WorkingTime working(book.me(), now);
  ReplyMonths report{.today = now.today,
                     .period = period.value_or(last_year_of_months(now.today)),
                     .steps = {},
                     .subject = std::move(subject),
                     .working_day = working.day_length(),
                     .months = {},
                     .all = {},
                     .waiting = 0};
  const auto is_wanted = [&](std::string_view who) { return report.subject.has(book, who); };
  std::vector<Reply> replies = replies_in(book, now, is_wanted);
  std::erase_if(replies,
                [&](const Reply& reply) { return !report.period.contains(reply.asked.day); });
  std::vector<Day> asked;
  for (const Reply& reply : replies) asked.push_back(reply.asked.day);
  report.steps = steps_of(report.period, asked);
  report.all = month_of(replies, working);
  std::vector<std::vector<Reply>> of_month(report.steps.periods.size());
  for (Reply& reply : replies) {
    of_month[report.steps.at(reply.asked.day)].push_back(std::move(reply));
  }
  for (const std::vector<Reply>& each : of_month) report.months.push_back(month_of(each, working));
  for (const Waiting& waiting : waiting_in(book, now)) report.waiting += is_wanted(waiting.who);
  return report;
}

}  // namespace stead
