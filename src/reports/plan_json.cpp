#include "stead/plan.h"

#include "reports/json_parts.h"

#include <array>

namespace stead {
namespace {

Json json_of(const NearMiss& who) {
  return object({{"id", who.who}, {"name", who.name}, {"phone", who.phone}});
}

Json json_of(const PlanReason& reason) {
  const bool is_known = reason.known.times > 0;
  return object({{"agreed", or_null(reason.agreed)},
                 {"knows", reason.knows},
                 {"knows_not", reason.knows_not},
                 {"known_times", reason.known.times},
                 {"known_since", is_known ? Json(to_string(reason.known.first)) : Json(nullptr)},
                 {"others", reason.others},
                 {"gave", reason.help.gave},
                 {"got", reason.help.got},
                 {"never_helped", reason.never_helped}});
}

Json json_of(const PlanHelp& help) {
  Json json = object({{"nobody_knows", help.nobody_knows},
                      {"back", nullptr},
                      {"full", nullptr},
                      {"free", help.free ? json_of(*help.free) : Json(nullptr)}});
  if (help.back) {
    json["back"] = json_of(help.back->who);
    json["back"]["away"] = absence_json(help.back->absence);
    json["back"]["on"] = or_null(help.back->back);
    json["back"]["full_otherwise"] = help.back->full_otherwise;
  }
  if (help.full) {
    json["full"] = json_of(help.full->who);
    json["full"]["capacity"] = help.full->capacity;
    json["full"]["wanted"] = help.full->wanted;
  }
  return json;
}

Json json_of(const PlanStretch& stretch) {
  constexpr std::array kStates{"agreed", "asked", "proposed", "nobody"};
  const bool is_nobody = stretch.who.empty();
  Json doubts = Json::array();
  for (const Doubt doubt : stretch.doubts) doubts.push_back(word_of(doubt));
  return object({{"from", to_string(stretch.days.first)},
                 {"to", to_string(stretch.days.last)},
                 {"state", kStates[static_cast<std::size_t>(stretch.state)]},
                 {"by", is_nobody ? Json(nullptr) : Json(stretch.who)},
                 {"name", is_nobody ? Json(nullptr) : Json(stretch.name)},
                 {"phone", stretch.phone},
                 {"email", stretch.email},
                 {"since", or_null(stretch.since)},
                 {"by_owner", stretch.by_owner},
                 {"scope", stretch.scope},
                 {"doubts", std::move(doubts)},
                 {"reason", stretch.reason ? json_of(*stretch.reason) : Json(nullptr)},
                 {"help", stretch.help ? json_of(*stretch.help) : Json(nullptr)}});
}

}  // namespace

std::string to_json(const PlanReport& report) {
  Json json = object({{"schema", "stead.plan/1"},
                      {"from", to_string(report.period.first)},
                      {"to", to_string(report.period.last)},
                      {"away", absence_json(report.away)},
                      {"covered", !report.has_gaps()},
                      {"clients", Json::array()}});
  for (const PlannedClient& client : report.clients) {
    Json row = object({{"id", client.id},
                       {"name", client.name},
                       {"needs", client.needs},
                       {"stretches", Json::array()}});
    for (const PlanStretch& stretch : client.stretches)
      row["stretches"].push_back(json_of(stretch));
    json["clients"].push_back(std::move(row));
  }
  return json.dump(2) + '\n';
}

}  // namespace stead
