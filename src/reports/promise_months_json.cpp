#include "reports/json_parts.h"
#include "stead/promise_months.h"

namespace stead {
namespace {

Json json_of(const PromiseHistory& history, const Steps& steps) {
  Json json = object({{"all", counts_json(history.all)}, {"months", Json::array()}});
  for (std::size_t i = 0; i < history.months.size(); ++i) {
    json["months"].push_back(object({{"from", to_string(steps.periods[i].first)},
                                     {"to", to_string(steps.periods[i].last)},
                                     {"counts", counts_json(history.months[i])}}));
  }
  return json;
}

}  // namespace

std::string to_json(const PromiseMonths& report) {
  Json json = head_json("stead.chart-promises/1", report.today, report.subject, report.period);
  if (report.sides != PromiseSides::theirs) json["mine"] = json_of(report.mine, report.steps);
  if (report.sides != PromiseSides::mine) json["theirs"] = json_of(report.theirs, report.steps);
  return json.dump(2) + "\n";
}

}  // namespace stead
