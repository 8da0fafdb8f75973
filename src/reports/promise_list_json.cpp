#include "stead/promise_list.h"

#include "reports/json_parts.h"

namespace stead {
namespace {

using Stage = ListedPromise::Stage;
using Side = PromiseListRequest::Side;
/// One time that the other side was told, with the dates in force before and after it.
Json telling_json(const ToldStep& step, bool is_follow_up) {
  const std::optional<When>& after = changes_the_date(step.told) ? step.told.due : step.due_then;
  Json json = object({{"on", to_string(step.told.on)},
                      {"text", step.told.text},
                      {"due_was", or_null(step.due_then)},
                      {"due", or_null(after)}});
  if (!is_follow_up) json["in_time"] = step.is_in_time();
  return json;
}

/// Whether the other side was told, each time that it was, how often the date was moved, and what
/// was done in part.
void add_course(Json& json, const ListedPromise& listed) {
  if (!listed.promise.is_follow_up()) {
    json["needs_telling"] = listed.needs_telling;
    json["told"] = word_of(listed.told);
  }
  for (const ToldStep& step : told_in_order(listed.promise)) {
    json["tellings"].push_back(telling_json(step, listed.promise.is_follow_up()));
  }
  if (const Moves moves = moves_of(listed.promise); moves.count > 0) {
    json["moves"] = moves.count;
    json["days_moved"] = moves.days;
  }
  for (const Part& part : listed.promise.parts) {
    json["parts"].push_back(object({{"on", to_string(part.on)}, {"text", part.text}}));
  }
}

Json promise_json(const ListedPromise& listed) {
  const Promise& promise = listed.promise;
  Json json = object({{"id", promise.id},
                      {"by", promise.by},
                      {"to", promise.to},
                      {"who", listed.who},
                      {"text", promise.text},
                      {"made", to_string(promise.made)}});
  if (!promise.for_whom.empty()) json["for"] = promise.for_whom;
  json["owner"] = listed.owner;
  if (promise.due) json["due"] = to_string(*promise.due);
  if (promise.every) json["every"] = to_string(*promise.every);
  json["when"] = word_of(listed.stage);
  if (listed.stage == Stage::late) json["days_late"] = listed.days_late;
  add_course(json, listed);
  if (promise.is_open()) return json;
  json["status"] = promise.status;
  json["closed"] = nullptr;
  if (promise.closed) json["closed"] = to_string(*promise.closed);
  if (!listed.timing) return json;
  if (promise.status == "kept") json["on_time"] = listed.timing->on_time;
  json["days_late"] = listed.timing->days;
  return json;
}

Json sums_json(std::string_view side, const SideSums& sums) {
  Json json = object({{"side", side}});
  json.update(counts_json(sums));
  json["moves"] = sums.moves;
  json["days_moved"] = sums.days_moved;
  json["median_days"] = nullptr;
  if (sums.median_days) json["median_days"] = *sums.median_days;
  return json;
}

}  // namespace

std::string_view word_of(Stage stage) {
  switch (stage) {
    case Stage::late: return "late";
    case Stage::today: return "today";
    case Stage::this_week: return "this_week";
    case Stage::later: return "later";
    case Stage::undated: return "undated";
    case Stage::closed: return "closed";
  }
  return {};
}

std::string_view word_of(Telling telling) {
  switch (telling) {
    case Telling::never: return "never";
    case Telling::late: return "late";
    case Telling::in_time: return "in_time";
  }
  return {};
}

std::string to_json(const PromiseList& list) {
  Json json = object({{"schema", "stead.promises/1"},
                      {"today", to_string(list.today)},
                      {"promises", Json::array()}});
  for (const ListedPromise& each : list.promises) json["promises"].push_back(promise_json(each));
  if (list.sums) {
    json["sums"] = Json::array();
    if (list.side != Side::theirs) json["sums"].push_back(sums_json("mine", list.sums->mine));
    if (list.side != Side::mine) json["sums"].push_back(sums_json("theirs", list.sums->theirs));
  }
  return json.dump(2) + "\n";
}

}  // namespace stead
