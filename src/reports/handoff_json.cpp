#include "stead/handoff.h"

#include "reports/json_parts.h"

#include "stead/promise_life.h"

namespace stead {
namespace {

Json days_json(const HandoffDays& each) {
  const Cover& cover = each.stand_in.cover;
  return object({{"from", to_string(each.days.first)},
                 {"to", to_string(each.days.last)},
                 {"agreed", or_null(cover.agreed)},
                 {"briefed", or_null(cover.briefed)},
                 {"client_told", or_null(cover.client_told)},
                 {"scope", cover.scope},
                 {"note", cover.note}});
}

Json handoff_person_json(const Contact& person) {
  return object({{"id", person.id},
                 {"name", person.name},
                 {"title", person.title},
                 {"phone", person.phone},
                 {"email", person.email}});
}

Json next_json(const HandoffNext& each) {
  Json json = period_json(each.days);
  const bool is_somebody = each.next.has_value();
  const Candidate next = each.next.value_or(Candidate());
  json.update(object({{"who", text_or_null(next.who)},
                      {"name", text_or_null(next.name)},
                      {"phone", next.phone},
                      {"email", next.email},
                      {"agreed", is_somebody && next.cover.agreed.has_value()}}));
  return json;
}

Json handoff_heard_json(const BriefHeard& each) {
  return object({{"who", each.who}, {"text", each.heard.text}, {"on", or_null(each.heard.on)}});
}

Json handoff_waiting_json(const Waiting& waiting) {
  return object({{"interaction", waiting.id},
                 {"who", waiting.who},
                 {"name", waiting.name},
                 {"at", to_string(waiting.at)},
                 {"text", waiting.text},
                 {"urgent", waiting.urgent},
                 {"late", waiting.late}});
}

}  // namespace

std::string to_json(const Handoff& handoff) {
  const auto promise_json = [&](const Promise& promise) -> Json {
    return object({{"id", promise.id},
                   {"by", promise.by},
                   {"to", promise.to},
                   {"for", promise.for_whom},
                   {"text", promise.text},
                   {"due", or_null(promise.due)},
                   {"late", is_late(promise, handoff.now)}});
  };
  const auto client_json = [&](const HandoffClient& client) -> Json {
    return object({{"client", client.contact.id},
                   {"name", client.contact.name},
                   {"owner", client.owner},
                   {"owner_name", client.owner_name},
                   {"owner_phone", client.owner_phone},
                   {"days", list_of(client.days, days_json)},
                   {"phone", client.contact.phone},
                   {"email", client.contact.email},
                   {"address", client.contact.address},
                   {"needs", client.contact.needs},
                   {"within", or_null(client.contact.reply_within)},
                   {"org", client.org ? handoff_person_json(*client.org) : Json()},
                   {"people", list_of(client.people, handoff_person_json)},
                   {"waiting", list_of(client.waiting, handoff_waiting_json)},
                   {"heard", list_of(client.heard, handoff_heard_json)},
                   {"promises", list_of(client.promises, promise_json)},
                   {"talks", list_of(client.talks, talk_json)},
                   {"next", list_of(client.next, next_json)},
                   {"then", list_of(client.then, next_json)},
                   {"back", or_null(client.back)}});
  };
  const auto part_json = [](HandoffPart part) -> Json {
    for (const HandoffPartName& each : kHandoffParts) {
      if (each.part == part) return each.name;
    }
    return {};
  };
  const Json json = object({{"schema", "stead.handoff/1"},
                            {"at", to_string(handoff.now.moment())},
                            {"who", handoff.who},
                            {"name", handoff.name},
                            {"from", to_string(handoff.period.first)},
                            {"to", to_string(handoff.period.last)},
                            {"omitted", list_of(handoff.omitted, part_json)},
                            {"clients", list_of(handoff.clients, client_json)}});
  return json.dump(2) + "\n";
}

}  // namespace stead
