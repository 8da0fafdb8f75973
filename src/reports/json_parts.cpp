#include "reports/json_parts.h"

#include <utility>

namespace stead {

Json JsonPart::json() const {
  if (Json* const* own = std::get_if<Json*>(&value_)) return std::move(**own);
  if (const Json* const* other = std::get_if<const Json*>(&value_)) return **other;
  if (const auto* texts = std::get_if<const std::vector<std::string>*>(&value_)) return **texts;
  return std::visit(
      [](const auto& value) -> Json {
        if constexpr (std::is_pointer_v<std::decay_t<decltype(value)>>)
          return nullptr;
        else
          return value;
      },
      value_);
}

Json object(std::initializer_list<JsonMember> members) {
  Json::object_t object;
  object.reserve(members.size());
  for (const auto& [key, value] : members) object.emplace_back(key, value.json());
  return object;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json period_json(Period period) {
  return object({{"from", to_string(period.first)}, {"to", to_string(period.last)}});
}

Json absence_json(const Absence& absence) {
  return object(
      {{"from", to_string(absence.from)}, {"to", or_null(absence.to)}, {"why", absence.why}});
}

Json absence_json(const std::optional<Absence>& absence) {
  return absence ? absence_json(*absence) : Json(nullptr);
}

Json head_json(const char* schema, Day today, const Subject& subject, Period period) {
  return object({{"schema", schema},
                 {"at", to_string(today)},
                 {"who", subject.who},
                 {"filter", text_or_null(subject.filter)},
                 {"from", to_string(period.first)},
                 {"to", to_string(period.last)}});
}

Json counts_json(const SideSums& sums) {
  return object({{"kept_early", sums.kept_early},
                 {"kept_on_the_day", sums.kept_on_the_day},
                 {"kept_late", sums.kept_late},
                 {"kept_undated", sums.kept_undated},
                 {"released", sums.released},
                 {"released_late", sums.released_late},
                 {"broken", sums.broken},
                 {"open", sums.open},
                 {"late", sums.late},
                 {"told_in_time", sums.told_in_time},
                 {"told_late", sums.told_late},
                 {"never_told", sums.never_told}});
}

Json talk_json(const Interaction& talk) {
  return object({{"id", talk.id},
                 {"at", to_string(talk.at)},
                 {"with", talk.with},
                 {"via", talk.via},
                 {"from", talk.from},
                 {"went", talk.went},
                 {"by", talk.by},
                 {"text", talk.text}});
}

}  // namespace stead
