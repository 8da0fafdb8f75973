#include "stead/replies.h"

#include "reports/json_parts.h"

namespace stead {
namespace {

/// Sets `NAME_minutes` and `NAME_days`: one of them, or neither, is known.
void put_worked(Json& json, const std::string& name, const std::optional<Worked>& worked) {
  Json& minutes = json[name + "_minutes"] = nullptr;
  if (worked && !worked->whole_days) minutes = worked->count;
  Json& days = json[name + "_days"] = nullptr;
  if (worked && worked->whole_days) days = worked->count;
}

void put_limit(Json& json, const std::optional<ReplyLimit>& limit) {
  json["within"] = limit ? Json(to_string(limit->within)) : Json(nullptr);
  json["within_from"] = limit ? Json(word_of(limit->source)) : Json(nullptr);
}

Json json_of(const Reply& reply) {
  Json json = object({{"question", reply.question},
                      {"answer", reply.answer},
                      {"who", reply.who},
                      {"name", reply.name},
                      {"asked", to_string(reply.asked)},
                      {"answered", to_string(reply.answered)},
                      {"within", nullptr},
                      {"in_time", nullptr}});
  put_worked(json, "took", reply.took);
  if (!reply.within) return json;
  json["within"] = to_string(*reply.within);
  json["in_time"] = reply.in_time;
  return json;
}

void put_sums(Json& json, const ReplySums& sums) {
  json["answered"] = sums.answered;
  json["with_limit"] = sums.with_limit;
  json["in_time"] = sums.in_time;
  put_worked(json, "median", sums.median);
  put_worked(json, "slowest", sums.slowest ? std::optional(sums.slowest->took) : std::nullopt);
  json["slowest"] = sums.slowest ? Json(sums.slowest->question) : Json(nullptr);
}

Json json_of(const PersonReplies& person) {
  Json json = object({{"who", person.who}, {"name", person.name}});
  put_limit(json, person.limit);
  put_sums(json, person.sums);
  return json;
}

}  // namespace

std::string to_json(const Waiting& waiting) {
  Json json = object({{"interaction", waiting.id},
                      {"who", waiting.who},
                      {"name", waiting.name},
                      {"phone", waiting.phone},
                      {"at", to_string(waiting.at)},
                      {"text", waiting.text},
                      {"urgent", waiting.urgent}});
  put_limit(json, waiting.limit);
  json["due"] = waiting.due ? Json(to_string(*waiting.due)) : Json(nullptr);
  json["late"] = waiting.late;
  put_worked(json, "over", waiting.late ? std::optional(waiting.over) : std::nullopt);
  return json.dump();
}

std::string to_json(const ReplySums& sums, const std::optional<ReplyLimit>& limit) {
  Json json = Json::object();
  put_limit(json, limit);
  put_sums(json, sums);
  return json.dump();
}

std::string to_json(const RepliesReport& report) {
  Json json = object({{"schema", "stead.waits/1"},
                      {"now", to_string(report.now.moment())},
                      {"working_day_minutes", report.working_day},
                      {"waiting", Json::array()},
                      {"sums", Json::object()}});
  for (const Waiting& waiting : report.waiting) {
    json["waiting"].push_back(Json::parse(to_json(waiting)));
  }
  put_sums(json["sums"], report.sums);
  if (report.answered) {
    json["people"] = Json::array();
    for (const PersonReplies& person : report.people) json["people"].push_back(json_of(person));
    json["replies"] = Json::array();
    for (const Reply& reply : report.replies) json["replies"].push_back(json_of(reply));
  }
  return json.dump(2) + '\n';
}

}  // namespace stead
