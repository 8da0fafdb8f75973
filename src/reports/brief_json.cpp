#include "stead/brief.h"

#include "reports/json_parts.h"

#include "stead/promise_life.h"
#include "stead/promise_list.h"

#include <array>

namespace stead {
namespace {

Json person_json(const BriefPerson& person) {
  return object(
      {{"id", person.id}, {"name", person.name}, {"title", person.title}, {"phone", person.phone}});
}

Json heard_json(const BriefHeard& each) {
  return object({{"who", each.who},
                 {"text", each.heard.text},
                 {"on", or_null(each.heard.on)},
                 {"reflected", or_null(each.heard.reflected)}});
}

Json waiting_json(const Waiting& waiting) { return Json::parse(to_json(waiting)); }

Json cover_json(const std::optional<Covering>& cover) {
  if (!cover) return {};
  const Candidate* answer = cover->answer();
  return object({{"client", cover->client},
                 {"owner", cover->owner},
                 {"answer", answer == nullptr ? Json() : Json(answer->who)},
                 {"name", answer == nullptr ? "" : answer->name},
                 {"phone", answer == nullptr ? Json::array() : Json(answer->phone)},
                 {"agreed", cover->is_agreed()},
                 {"client_told", answer != nullptr && answer->cover.client_told.has_value()}});
}

Json help_json(const HelpSum& sum) {
  constexpr auto kUnits = std::to_array<std::string_view>({"hours", "days", "weeks", "times"});
  return object({{"kind", sum.kind},
                 {"unit", kUnits.at(static_cast<std::size_t>(sum.unit))},
                 {"gave", static_cast<double>(sum.gave) / 1000},
                 {"got", static_cast<double>(sum.got) / 1000}});
}

}  // namespace

std::string to_json(const Brief& brief) {
  const Contact& contact = brief.contact;
  const auto promise_json = [&](const Promise& promise) -> Json {
    return object({{"id", promise.id},
                   {"by", promise.by},
                   {"to", promise.to},
                   {"for", promise.for_whom},
                   {"text", promise.text},
                   {"due", or_null(promise.due)},
                   {"late", is_late(promise, brief.now)},
                   {"needs_telling", needs_telling(promise, brief.now)},
                   {"told", word_of(telling_of(promise))}});
  };
  const Json json =
      object({{"schema", "stead.brief/1"},
              {"at", to_string(brief.now.moment())},
              {"who", contact.id},
              {"name", contact.name},
              {"title", contact.title},
              {"org", text_or_null(contact.org)},
              {"tags", contact.tags},
              {"phone", contact.phone},
              {"email", contact.email},
              {"zone", text_or_null(brief.zone)},
              {"there", or_null(brief.there)},
              {"away", absence_json(brief.away)},
              {"people", list_of(brief.people, person_json)},
              {"waiting", list_of(brief.waiting, waiting_json)},
              {"replies", Json::parse(to_json(brief.replies, brief.limit))},
              {"every", brief.cadence ? Json(to_string(brief.cadence->every)) : Json()},
              {"every_from", brief.cadence ? Json(word_of(brief.cadence->source)) : Json()},
              {"last", or_null(brief.last)},
              {"heard", list_of(brief.heard, heard_json)},
              {"promises", list_of(brief.promises, promise_json)},
              {"talks", list_of(brief.talks, talk_json)},
              {"cover", cover_json(brief.cover)},
              {"sent_by", brief.sent_by},
              {"sent", or_null(brief.sent)},
              {"met_through", text_or_null(brief.met_through)},
              {"help", list_of(brief.help, help_json)}});
  return json.dump(2) + "\n";
}

}  // namespace stead
