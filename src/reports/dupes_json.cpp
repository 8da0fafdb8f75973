#include "stead/dupes.h"

#include "reports/json_parts.h"

namespace stead {

std::string_view word_of(DupeReason::Kind kind) {
  switch (kind) {
    case DupeReason::Kind::uid: return "uid";
    case DupeReason::Kind::email: return "email";
    case DupeReason::Kind::phone: return "phone";
    case DupeReason::Kind::name: return "name";
    case DupeReason::Kind::alias: return "alias";
    case DupeReason::Kind::words: return "words";
    case DupeReason::Kind::typo: return "typo";
  }
  return {};
}

std::string to_json(const DupesReport& report) {
  Json json = object({{"schema", "stead.dupes/1"}, {"dupes", Json::array()}});
  for (const Dupe& dupe : report.dupes) {
    Json one = object({{"keep", dupe.keep},
                       {"keep_name", dupe.keep_name},
                       {"other", dupe.other},
                       {"other_name", dupe.other_name},
                       {"reasons", Json::array()},
                       {"command", dupe.command()}});
    for (const DupeReason& reason : dupe.reasons) {
      one["reasons"].push_back(object({{"kind", word_of(reason.kind)}, {"value", reason.what}}));
    }
    json["dupes"].push_back(std::move(one));
  }
  return json.dump(2) + '\n';
}

}  // namespace stead
