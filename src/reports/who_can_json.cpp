#include "stead/who_can.h"

#include "reports/json_parts.h"

#include <array>

namespace stead {
namespace {

Json json_of(const StandIn& row) {
  constexpr std::array kWhyNot{"away", "skills"};
  constexpr std::array kHelp{"never", "even", "gave", "got", "unnoted"};
  const Possible& possible = row.possible;
  Json json = object({{"id", possible.who},
                      {"name", possible.name},
                      {"phone", possible.phone},
                      {"days", list_of(possible.days, period_json)},
                      {"why_not", nullptr},
                      {"away", absence_json(possible.absence)},
                      {"skills", possible.skills},
                      {"arrangement", nullptr},
                      {"has_covered", row.has_covered},
                      {"talks", row.talks},
                      {"last_talk", nullptr},
                      {"help", kHelp[static_cast<std::size_t>(row.help)]},
                      {"others", row.others},
                      {"capacity", nullptr},
                      {"full", row.is_full()}});
  if (possible.why_not) json["why_not"] = kWhyNot[static_cast<std::size_t>(*possible.why_not)];
  if (row.arrangement) json["arrangement"] = row.arrangement->agreed ? "agreed" : "offered";
  if (row.last_talk) json["last_talk"] = to_string(*row.last_talk);
  if (row.capacity) json["capacity"] = *row.capacity;
  return json;
}

}  // namespace

std::string to_json(const CanReport& report) {
  Json json = object({{"schema", "stead.can/1"},
                      {"asked", report.asked},
                      {"client", report.covering.client},
                      {"owner", report.covering.owner},
                      {"from", to_string(report.period.first)},
                      {"to", to_string(report.period.last)},
                      {"needs", report.needs},
                      {"somebody", report.has_somebody()},
                      {"people", Json::array()},
                      {"to_call", nullptr}});
  for (const StandIn& row : report.people) json["people"].push_back(json_of(row));
  if (report.to_call) {
    json["to_call"] = object({{"id", report.to_call->who},
                              {"name", report.to_call->name},
                              {"phone", report.to_call->phone}});
  }
  return json.dump(2) + '\n';
}

}  // namespace stead
