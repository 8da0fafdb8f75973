#include "reports/json_parts.h"

namespace stead {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json period_json(Period period) {
  return {{"from", to_string(period.first)}, {"to", to_string(period.last)}};
}

Json absence_json(const Absence& absence) {
  return {{"from", to_string(absence.from)}, {"to", or_null(absence.to)}, {"why", absence.why}};
}

Json absence_json(const std::optional<Absence>& absence) {
  return absence ? absence_json(*absence) : Json(nullptr);
}

Json talk_json(const Interaction& talk) {
  return {{"id", talk.id},   {"at", to_string(talk.at)}, {"with", talk.with},
          {"via", talk.via}, {"from", talk.from},        {"went", talk.went},
          {"by", talk.by},   {"text", talk.text}};
}

}  // namespace stead
