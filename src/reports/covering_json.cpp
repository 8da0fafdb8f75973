#include "stead/covering.h"

#include "reports/json_parts.h"

#include <array>

namespace stead {
namespace {

Json json_of(const Candidate& candidate) {
  constexpr std::array kUnfit{"owner", "archived", "away", "scope", "unknown"};
  const Cover& cover = candidate.cover;
  Json json = object({{"id", candidate.who},
                      {"name", candidate.name},
                      {"phone", candidate.phone},
                      {"email", candidate.email},
                      {"by_owner", candidate.by_owner},
                      {"from", or_null(cover.from)},
                      {"to", or_null(cover.to)},
                      {"offered", or_null(cover.offered)},
                      {"agreed", or_null(cover.agreed)},
                      {"briefed", or_null(cover.briefed)},
                      {"client_told", or_null(cover.client_told)},
                      {"scope", cover.scope},
                      {"rank", cover.rank.value_or(1)},
                      {"note", cover.note},
                      {"unfit", nullptr},
                      {"doubts", Json::array()}});
  if (candidate.unfit) json["unfit"] = kUnfit[static_cast<std::size_t>(*candidate.unfit)];
  for (const Doubt doubt : candidate.doubts) {
    json["doubts"].push_back(word_of(doubt));
  }
  return json;
}

Json json_of(const CoverStretch& stretch) {
  const Covering& covering = stretch.covering;
  Json json = object({{"from", to_string(stretch.period.first)},
                      {"to", to_string(stretch.period.last)},
                      {"client", covering.client},
                      {"owner", covering.owner},
                      {"owner_phone", covering.owner_phone},
                      {"owner_away", absence_json(covering.owner_away)},
                      {"answer", nullptr},
                      {"agreed", covering.is_agreed()},
                      {"candidates", Json::array()}});
  if (const Candidate* answer = covering.answer()) json["answer"] = answer->who;
  for (const Candidate& candidate : covering.candidates) {
    json["candidates"].push_back(json_of(candidate));
  }
  return json;
}

}  // namespace

std::string_view word_of(Doubt doubt) {
  constexpr std::array kWords{"only_offered",  "agreed_long_ago", "not_briefed", "scope_in_part",
                              "over_capacity", "client_not_told", "no_phone"};
  return kWords[static_cast<std::size_t>(doubt)];
}

std::string to_json(const CoveringReport& report) {
  Json json = object({{"schema", "stead.covers/1"},
                      {"asked", report.asked},
                      {"from", to_string(report.period.first)},
                      {"to", to_string(report.period.last)},
                      {"covered", report.is_covered()},
                      {"stretches", Json::array()},
                      {"possible", Json::array()},
                      {"to_call", nullptr}});
  for (const CoverStretch& stretch : report.stretches) {
    json["stretches"].push_back(json_of(stretch));
  }
  for (const Possible& row : report.possible) {
    json["possible"].push_back(object({{"id", row.who},
                                       {"name", row.name},
                                       {"phone", row.phone},
                                       {"skills", row.skills},
                                       {"days", list_of(row.days, period_json)}}));
  }
  if (report.possible.empty() && report.to_call) {
    json["to_call"] = object({{"id", report.to_call->who},
                              {"name", report.to_call->name},
                              {"phone", report.to_call->phone}});
  }
  return json.dump(2) + '\n';
}

}  // namespace stead
