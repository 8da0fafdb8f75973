#include "reports/json_parts.h"
#include "stead/reply_months.h"

namespace stead {
namespace {

Json json_of(const ReplyMonth& month) {
  const ReplySums& sums = month.sums;
  Json json = object({{"answered", sums.answered},
                      {"with_limit", sums.with_limit},
                      {"in_time", sums.in_time},
                      {"median_minutes", nullptr},
                      {"median_days", nullptr},
                      {"expected_minutes", month.expected ? Json(*month.expected) : Json()}});
  if (sums.median) {
    json[sums.median->whole_days ? "median_days" : "median_minutes"] = sums.median->count;
  }
  return json;
}

}  // namespace

std::string to_json(const ReplyMonths& report) {
  Json json = head_json("stead.chart-replies/1", report.today, report.subject, report.period);
  json["working_day_minutes"] = report.working_day;
  json["waiting"] = report.waiting;
  json["all"] = json_of(report.all);
  json["months"] = Json::array();
  for (std::size_t i = 0; i < report.months.size(); ++i) {
    Json month = object({{"from", to_string(report.steps.periods[i].first)},
                         {"to", to_string(report.steps.periods[i].last)}});
    month.update(json_of(report.months[i]));
    json["months"].push_back(std::move(month));
  }
  return json.dump(2) + "\n";
}

}  // namespace stead
