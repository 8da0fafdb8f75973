#include "reports/subject_json.h"
#include "reports/json_parts.h"

namespace stead {

std::string head_json(const char* schema, Day today, const Subject& subject, Period period) {
  const Json json{{"schema", schema},
                  {"at", to_string(today)},
                  {"who", subject.who},
                  {"filter", subject.filter.empty() ? Json() : Json(subject.filter)},
                  {"from", to_string(period.first)},
                  {"to", to_string(period.last)}};
  return json.dump();
}

}  // namespace stead
