#include "stead/covering.h"

#include <nlohmann/json.hpp>

#include <array>

namespace stead {
namespace {

nlohmann::ordered_json json_of(std::optional<Day> day) {
  return day ? nlohmann::ordered_json(to_string(*day)) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json json_of(const std::optional<Absence>& absence) {
  if (!absence) return nullptr;
  nlohmann::ordered_json json{{"from", to_string(absence->from)}, {"to", nullptr}};
  if (absence->to) json["to"] = to_string(*absence->to);
  json["why"] = absence->why;
  return json;
}

nlohmann::ordered_json json_of(const Candidate& candidate) {
  constexpr std::array kUnfit{"owner", "archived", "away", "scope", "unknown"};
  const Cover& cover = candidate.cover;
  nlohmann::ordered_json json{{"id", candidate.who},
                              {"name", candidate.name},
                              {"phone", candidate.phone},
                              {"email", candidate.email},
                              {"by_owner", candidate.by_owner},
                              {"from", json_of(cover.from)},
                              {"to", json_of(cover.to)},
                              {"offered", json_of(cover.offered)},
                              {"agreed", json_of(cover.agreed)},
                              {"briefed", json_of(cover.briefed)},
                              {"client_told", json_of(cover.client_told)},
                              {"scope", cover.scope},
                              {"rank", cover.rank.value_or(1)},
                              {"note", cover.note},
                              {"unfit", nullptr},
                              {"doubts", nlohmann::ordered_json::array()}};
  if (candidate.unfit) json["unfit"] = kUnfit[static_cast<std::size_t>(*candidate.unfit)];
  for (const Doubt doubt : candidate.doubts) {
    json["doubts"].push_back(word_of(doubt));
  }
  return json;
}

nlohmann::ordered_json json_of(const CoverStretch& stretch) {
  const Covering& covering = stretch.covering;
  nlohmann::ordered_json json{{"from", to_string(stretch.period.first)},
                              {"to", to_string(stretch.period.last)},
                              {"client", covering.client},
                              {"owner", covering.owner},
                              {"owner_phone", covering.owner_phone},
                              {"owner_away", json_of(covering.owner_away)},
                              {"answer", nullptr},
                              {"agreed", covering.is_agreed()},
                              {"candidates", nlohmann::ordered_json::array()}};
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
  nlohmann::ordered_json json{{"schema", "stead.covers/1"},
                              {"asked", report.asked},
                              {"from", to_string(report.period.first)},
                              {"to", to_string(report.period.last)},
                              {"covered", report.is_covered()},
                              {"stretches", nlohmann::ordered_json::array()},
                              {"possible", nlohmann::ordered_json::array()}};
  for (const CoverStretch& stretch : report.stretches) {
    json["stretches"].push_back(json_of(stretch));
  }
  for (const Possible& row : report.possible) {
    json["possible"].push_back(
        {{"id", row.who}, {"name", row.name}, {"phone", row.phone}, {"skills", row.skills}});
  }
  return json.dump(2) + '\n';
}

}  // namespace stead
