#include "stead/nudge.h"

#include "reports/json_parts.h"

namespace stead {
namespace {

Json json_of(const Nudge& nudge) {
  Json parts = Json::array();
  for (const UrgencyPart& part : nudge.parts) {
    parts.push_back(object({{"what", word_of(part.what)}, {"points", part.points}}));
  }
  Json json = object({{"id", nudge.id()},
                      {"kind", word_of(nudge.kind)},
                      {"record", nudge.record},
                      {"who", nudge.who},
                      {"name", nudge.name},
                      {"what", nudge.what},
                      {"why", nudge.why},
                      {"due", nudge.due ? Json(to_string(*nudge.due)) : Json(nullptr)},
                      {"urgency", nudge.urgency()},
                      {"parts", std::move(parts)},
                      {"command", nudge.command}});
  json["message"] = nudge.message;
  return json;
}

Json json_of(const std::vector<Nudge>& nudges) {
  Json list = Json::array();
  for (const Nudge& nudge : nudges) list.push_back(json_of(nudge));
  return list;
}

}  // namespace

std::string to_json(const Nudge& nudge) { return json_of(nudge).dump(); }

std::string to_json(const NextReport& report) {
  const Json json = object({{"schema", "stead.next/1"},
                            {"today", to_string(report.today)},
                            {"nudges", json_of(report.nudges)},
                            {"more", report.more}});
  return json.dump(2) + '\n';
}

std::string to_json(const TodayReport& report) {
  const auto or_null = [](const auto& value) {
    return value ? Json(to_string(*value)) : Json(nullptr);
  };
  Json away = Json::array();
  for (const AbsenceRow& row : report.away) {
    away.push_back(object({{"who", row.who},
                           {"name", row.name},
                           {"from", to_string(row.absence.from)},
                           {"to", or_null(row.absence.to)},
                           {"why", row.absence.why}}));
  }
  Json held = Json::array();
  for (const HeldFort& fort : report.held) {
    held.push_back(object({{"client", fort.client}, {"name", fort.name}, {"owner", fort.owner}}));
  }
  Json dates = Json::array();
  for (const YearlyDay& day : report.dates) {
    dates.push_back(object({{"who", day.who},
                            {"name", day.name},
                            {"what", day.what},
                            {"years", day.years ? Json(*day.years) : Json(nullptr)}}));
  }
  const Json json = object({{"schema", "stead.today/1"},
                            {"today", to_string(report.today)},
                            {"late", report.late},
                            {"due", report.due},
                            {"waiting", report.waiting},
                            {"away", std::move(away)},
                            {"held", std::move(held)},
                            {"dates", std::move(dates)},
                            {"nudges", json_of(report.nudges)},
                            {"more", report.more},
                            {"spare", report.spare ? json_of(*report.spare) : Json(nullptr)}});
  return json.dump(2) + '\n';
}

}  // namespace stead
