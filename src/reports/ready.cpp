#include "stead/ready.h"

#include "reports/json_parts.h"
#include "reports/ready_steps.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace stead {
namespace {

/// Would it be one of `who` on some day, if nobody dropped out?
bool relies_on(const Agreements& agreements, const std::string& client, Period period,
               const TakenAway& who) {
  return std::ranges::any_of(
      covering_in(agreements, client, period), [&](const CoverStretch& stretch) {
        const Candidate* answer = stretch.covering.answer();
        return answer != nullptr && std::ranges::find(who, answer->who) != who.end();
      });
}

}  // namespace

bool keeps_from_ready(Doubt doubt) {
  return doubt != Doubt::agreed_long_ago && doubt != Doubt::scope_in_part;
}

bool ReadyClient::is_ready() const {
  return std::ranges::all_of(stretches, [](const CoverStretch& stretch) {
    const Candidate* answer = stretch.covering.answer();
    return answer != nullptr && std::ranges::none_of(answer->doubts, keeps_from_ready);
  });
}

bool ReadyClient::is_alone() const {
  return std::ranges::any_of(
      stretches, [](const CoverStretch& stretch) { return stretch.covering.answer() == nullptr; });
}

std::size_t ReadyReport::ready() const {
  return static_cast<std::size_t>(std::ranges::count_if(clients, &ReadyClient::is_ready));
}

ReadyReport ready_report(const Book& book, Period period, Day today, const TakenAway& without) {
  const Agreements agreements(book);
  ReadyReport report{.period = period,
                     .is_over = period.last < today,
                     .without = without,
                     .without_names = {},
                     .clients = {},
                     .steps = {}};
  for (const std::string& who : without) report.without_names.push_back(book.name_of(who));
  for (const Contact* mine : my_clients(book)) {
    ReadyClient client{mine->id, mine->name, covering_in(agreements, mine->id, period, without)};
    client.relies_on_them = !without.empty() && relies_on(agreements, mine->id, period, without);
    report.clients.push_back(std::move(client));
  }
  sort_by(report.clients, [](const ReadyClient& client) {
    return std::tuple(client.is_ready(), fold(client.name));
  });
  if (!report.is_over) report.steps = ready_steps(agreements, report);
  return report;
}

std::string to_json(const ReadyReport& report) {
  constexpr std::array kDoubtNames{"only_offered",  "agreed_long_ago", "not_briefed",
                                   "scope_in_part", "over_capacity",   "client_not_told",
                                   "no_phone"};
  Json json = object({{"schema", "stead.ready/1"},
                      {"from", to_string(report.period.first)},
                      {"to", to_string(report.period.last)},
                      {"without", report.without},
                      {"over", report.is_over},
                      {"all_ready", report.is_ready()},
                      {"ready", report.ready()},
                      {"of", report.clients.size()},
                      {"clients", Json::array()},
                      {"steps", Json::array()}});
  for (const ReadyClient& client : report.clients) {
    Json row = object({{"id", client.client},
                       {"name", client.name},
                       {"ready", client.is_ready()},
                       {"alone", client.is_alone()},
                       {"relies_on_them", client.relies_on_them},
                       {"stretches", Json::array()}});
    for (const CoverStretch& stretch : client.stretches) {
      const Candidate* answer = stretch.covering.answer();
      Json days = object({{"from", to_string(stretch.period.first)},
                          {"to", to_string(stretch.period.last)},
                          {"answer", nullptr},
                          {"name", nullptr},
                          {"phone", Json::array()},
                          {"missing", Json::array()},
                          {"remarks", Json::array()}});
      if (answer == nullptr) {
        days["missing"].push_back("nobody");
      } else {
        days["answer"] = answer->who;
        days["name"] = answer->name;
        days["phone"] = answer->phone;
        for (const Doubt doubt : answer->doubts) {
          days[keeps_from_ready(doubt) ? "missing" : "remarks"].push_back(
              kDoubtNames[static_cast<std::size_t>(doubt)]);
        }
      }
      row["stretches"].push_back(std::move(days));
    }
    json["clients"].push_back(std::move(row));
  }
  for (const ReadyStep& step : report.steps) {
    json["steps"].push_back(object({{"text", step.text},
                                    {"command", step.command},
                                    {"clients", step.clients},
                                    {"nobody", step.nobody}}));
  }
  return json.dump(2) + '\n';
}

}  // namespace stead
