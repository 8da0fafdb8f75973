#include "stead/standing.h"

#include "reports/json_parts.h"
#include "stead/promise_life.h"

namespace stead {
namespace {

Json json_of(Share share) { return object({{"good", share.good}, {"all", share.all}}); }

template <typename Value>
Json day_or_null(const std::optional<Value>& value) {
  return value ? Json(to_string(*value)) : Json(nullptr);
}

Json json_of(const Evidence& each) {
  return object(
      {{"id", each.id}, {"day", day_or_null(each.day)}, {"good", each.good}, {"text", each.text}});
}

Json json_of(const std::vector<Evidence>& evidence) {
  Json list = Json::array();
  for (const Evidence& each : evidence) list.push_back(json_of(each));
  return list;
}

Json json_of(const Figure& figure) {
  const Interval interval = wilson_interval(figure.share);
  return object({{"figure", word_of(figure.kind)},
                 {"good", figure.share.good},
                 {"all", figure.share.all},
                 {"low", interval.low},
                 {"high", interval.high},
                 {"last_year", json_of(figure.last_year)},
                 {"year_before", json_of(figure.year_before)},
                 {"trend", word_of(trend_of(figure))},
                 {"evidence", json_of(figure.evidence)}});
}

Json json_of(const std::optional<Cadence>& cadence) {
  if (!cadence) return nullptr;
  return object({{"every", to_string(cadence->every)}, {"source", word_of(cadence->source)}});
}

Json json_of(const std::optional<Help>& help) {
  if (!help) return nullptr;
  return object({{"kind", word_of(help->kind)},
                 {"text", help->text},
                 {"command", help->command},
                 {"days", help->days}});
}

Json json_of(const Standing& standing) {
  Json json = object({{"who", standing.who},
                      {"name", standing.name},
                      {"org", standing.org.empty() ? Json(nullptr) : Json(standing.org)},
                      {"archived", day_or_null(standing.archived)},
                      {"promises", counts_json(standing.promises)},
                      {"replies", Json::parse(to_json(standing.replies, standing.limit))},
                      {"waiting", standing.waiting},
                      {"cadence", json_of(standing.cadence)},
                      {"last_contact", day_or_null(standing.last)},
                      {"gave", standing.gave},
                      {"credit", standing.credit},
                      {"unasked", standing.unasked},
                      {"got", standing.got},
                      {"deeds", json_of(standing.deeds)},
                      {"figures", Json::array()},
                      {"help", json_of(standing.help)},
                      {"quiet", json_of(standing.quiet)}});
  if (standing.quiet) json["quiet"]["until"] = day_or_null(standing.quiet->quiet_until);
  for (const Figure& figure : standing.figures) json["figures"].push_back(json_of(figure));
  return json;
}

}  // namespace

std::string_view word_of(Figure::Kind kind) {
  switch (kind) {
    case Figure::Kind::kept: return "kept";
    case Figure::Kind::on_time: return "on_time";
    case Figure::Kind::told: return "told";
    case Figure::Kind::answered: return "answered";
    case Figure::Kind::in_touch: return "in_touch";
    case Figure::Kind::said_back: return "said_back";
    case Figure::Kind::thanked: return "thanked";
    case Figure::Kind::went_well: return "went_well";
  }
  return {};
}

std::string_view word_of(Trend trend) {
  switch (trend) {
    case Trend::unknown: return "unknown";
    case Trend::better: return "better";
    case Trend::same: return "same";
    case Trend::worse: return "worse";
  }
  return {};
}

std::string_view word_of(Help::Kind kind) {
  switch (kind) {
    case Help::Kind::tell: return "tell";
    case Help::Kind::answer: return "answer";
    case Help::Kind::keep: return "keep";
    case Help::Kind::ask: return "ask";
    case Help::Kind::reply: return "reply";
    case Help::Kind::reconnect: return "reconnect";
    case Help::Kind::reflect: return "reflect";
    case Help::Kind::thank: return "thank";
    case Help::Kind::give: return "give";
    case Help::Kind::begin: return "begin";
  }
  return {};
}

std::string to_json(const StandingReport& report) {
  Json json = object({{"schema", "stead.standing/1"},
                      {"today", to_string(report.now.today)},
                      {"working_day_minutes", report.working_day},
                      {"people", Json::array()}});
  for (const Standing& each : report.people) json["people"].push_back(json_of(each));
  return json.dump(2) + '\n';
}

}  // namespace stead
