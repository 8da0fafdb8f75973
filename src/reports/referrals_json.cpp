#include "stead/referrals.h"

#include "reports/card_words.h"
#include "reports/json_parts.h"

namespace stead {
namespace {

Json or_null(const std::optional<Day>& day) { return day ? Json(to_string(*day)) : Json(); }

Json contact(const ReferralsReport& report, const std::string& who) {
  return object({{"id", who}, {"name", called(report.names, who)}});
}

Json json_of(const ReferralsReport& report, const Referral& referral, const char* other) {
  Json json = object({{"interaction", referral.interaction},
                      {"at", to_string(referral.at)},
                      {"kind", referral.kind},
                      {other, contact(report, referral.other)},
                      {"whom", Json::array()},
                      {"text", referral.text},
                      {"outcome", referral.outcome},
                      {"outcome_on", or_null(referral.outcome_on)},
                      {"thanked", or_null(referral.thanked)}});
  for (const std::string& who : referral.whom) json["whom"].push_back(contact(report, who));
  return json;
}

}  // namespace

std::string to_json(const ReferralsReport& report) {
  Json json = object({{"schema", "stead.referrals/1"},
                      {"at", to_string(report.today)},
                      {"came", report.came},
                      {"won", report.won},
                      {"got", Json::array()},
                      {"gave", Json::array()},
                      {"referrers", Json::array()}});
  for (const Referral& each : report.got) {
    Json one = json_of(report, each, "by");
    one["came_of"] = each.came_of ? Json(report.got[*each.came_of].interaction) : Json();
    json["got"].push_back(std::move(one));
  }
  for (const Referral& each : report.gave) json["gave"].push_back(json_of(report, each, "to"));
  for (const Referrer& each : report.referrers) {
    json["referrers"].push_back(object({{"id", each.who},
                                        {"name", called(report.names, each.who)},
                                        {"came", each.came},
                                        {"won", each.won},
                                        {"sent_back", each.sent_back}}));
  }
  return json.dump(2) + "\n";
}

}  // namespace stead
