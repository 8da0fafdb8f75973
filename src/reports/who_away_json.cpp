#include "reports/json_parts.h"

#include "stead/who_away.h"

namespace stead {
namespace {

Json json_of(const Instead::For& client) {
  return object(
      {{"id", client.client}, {"name", client.name}, {"days", list_of(client.days, period_json)}});
}

Json json_of(const Instead& instead) {
  return object({{"id", text_or_null(instead.who)},
                 {"name", text_or_null(instead.name)},
                 {"phone", instead.phone},
                 {"email", instead.email},
                 {"agreed", instead.agreed},
                 {"clients", list_of(instead.clients,
                                     [](const Instead::For& each) { return json_of(each); })}});
}

}  // namespace

std::string to_json(const AwayReport& report) {
  Json json = object({{"schema", "stead.away/1"},
                      {"from", to_string(report.period.first)},
                      {"to", to_string(report.period.last)},
                      {"absences", Json::array()}});
  for (const AwayRow& away : report.absences) {
    Json absence = object({{"id", away.row.who},
                           {"name", away.row.name},
                           {"phone", away.phone},
                           {"email", away.email}});
    absence.update(absence_json(away.row.absence));
    absence["instead"] =
        list_of(away.instead, [](const Instead& instead) { return json_of(instead); });
    json["absences"].push_back(std::move(absence));
  }
  return json.dump(2) + '\n';
}

}  // namespace stead
