#include "reports/json_parts.h"
#include "stead/stats.h"

namespace stead {
namespace {

Json json_of(const std::vector<NamedCount>& counts, const char* name) {
  Json list = Json::array();
  for (const NamedCount& each : counts) list.push_back({{name, each.name}, {"count", each.count}});
  return list;
}

void put_counts(Json& json, const ContactCounts& counts) {
  json["from_me"] = counts.from_me;
  json["from_them"] = counts.from_them;
  json["both"] = counts.both;
}

Json json_of(const Stats& stats, const ContactFigures& figures) {
  Json json = Json::object();
  put_counts(json, figures.counts);
  json["people"] = figures.people;
  json["notes"] = figures.notes;
  json["by_others"] = figures.by_others;
  json["via"] = json_of(figures.kinds, "via");
  json["months"] = Json::array();
  for (std::size_t i = 0; i < figures.by_step.size(); ++i) {
    Json month = object({{"from", to_string(stats.steps.periods[i].first)},
                         {"to", to_string(stats.steps.periods[i].last)}});
    put_counts(month, figures.by_step[i]);
    json["months"].push_back(std::move(month));
  }
  return json;
}

}  // namespace

std::string to_json(const Stats& stats) {
  Json json = head_json("stead.stats/1", stats.today, stats.subject,
                        stats.period.value_or(Period{kFirstDay, kLastDay}));
  if (!stats.period) json["from"] = json["to"] = nullptr;
  json["contacts"] = object({{"people", stats.people.people},
                             {"orgs", stats.people.orgs},
                             {"archived", stats.people.archived},
                             {"tags", json_of(stats.people.tags, "tag")}});
  json["interactions"] = json_of(stats, stats.contacts);
  json["promises"] = object(
      {{"mine", counts_json(stats.promises.mine)}, {"theirs", counts_json(stats.promises.theirs)}});
  json["working_day_minutes"] = stats.working_day;
  json["waiting"] = stats.waiting;
  json["replies"] = Json::parse(to_json(stats.replies, std::nullopt));
  json["replies"].erase("within");
  json["replies"].erase("within_from");
  json["cover"] = object({{"clients", stats.cover.clients},
                          {"agreed", stats.cover.agreed},
                          {"offered", stats.cover.offered}});
  json["deeds"] = Json::array();
  for (const DeedFigures& each : stats.deeds) {
    json["deeds"].push_back(object({{"kind", each.kind}, {"gave", each.gave}, {"got", each.got}}));
  }
  return json.dump(2) + "\n";
}

}  // namespace stead
