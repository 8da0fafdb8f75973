#include "stead/weekly.h"

#include "reports/json_parts.h"

#include <string_view>

namespace stead {
namespace {

Json json_of(const Waiting& waiting) { return Json::parse(to_json(waiting)); }

std::string_view word_for(Telling telling) {
  switch (telling) {
    case Telling::never: return "never";
    case Telling::late: return "late";
    case Telling::in_time: return "in_time";
  }
  return {};
}

Json json_of(const DuePromise& promise) {
  return object({{"id", promise.id},
                 {"mine", promise.mine},
                 {"follow_up", promise.follow_up},
                 {"who", promise.who},
                 {"name", promise.name},
                 {"for", promise.for_whom},
                 {"text", promise.text},
                 {"due", to_string(promise.due)},
                 {"late", promise.late},
                 {"days_late", promise.days_late},
                 {"told", word_for(promise.told)},
                 {"before_leaving", or_null(promise.before_leaving)},
                 {"asked", promise.asked}});
}

Json json_of(const Reconnect& person) {
  return object({{"who", person.who},
                 {"name", person.name},
                 {"phone", person.phone},
                 {"last", or_null(person.last)},
                 {"every", to_string(person.cadence.every)},
                 {"every_from", word_of(person.cadence.source)},
                 {"due", or_null(person.due)},
                 {"days_quiet", person.last ? Json(person.days_quiet) : Json(nullptr)},
                 {"urgent", person.urgent}});
}

Json json_of(const Unreflected& thing) {
  return object(
      {{"who", thing.who}, {"name", thing.name}, {"text", thing.text}, {"on", or_null(thing.on)}});
}

Json json_of(const YearlyDay& day) {
  return object({{"who", day.who},
                 {"name", day.name},
                 {"what", day.what},
                 {"birthday", day.is_birthday},
                 {"on", to_string(day.on)},
                 {"years", day.years ? Json(*day.years) : Json(nullptr)}});
}

Json json_of(const CoverGap& gap) {
  return object({{"client", gap.client},
                 {"name", gap.name},
                 {"from", to_string(gap.period.first)},
                 {"to", to_string(gap.period.last)},
                 {"offered", gap.offered},
                 {"owner_is_there", gap.owner_is_there}});
}

Json json_of(const UntoldClient& untold) {
  return object({{"client", untold.client},
                 {"name", untold.name},
                 {"stand_in", untold.stand_in},
                 {"command", untold.command}});
}

Json json_of(const Unbriefed& unbriefed) {
  return object({{"client", unbriefed.client},
                 {"name", unbriefed.name},
                 {"who", unbriefed.who},
                 {"stand_in", unbriefed.stand_in},
                 {"command", unbriefed.command}});
}

Json json_of(const WeeklyAbsence& absence) {
  return object(
      {{"who", absence.row.who},
       {"name", absence.row.name},
       {"from", to_string(absence.row.absence.from)},
       {"to", or_null(absence.row.absence.to)},
       {"why", absence.row.absence.why},
       {"clients", absence.clients},
       {"covered", absence.covered},
       {"gaps", list_of(absence.gaps, [](const CoverGap& gap) { return json_of(gap); })},
       {"untold", list_of(absence.untold, [](const UntoldClient& each) { return json_of(each); })},
       {"unbriefed",
        list_of(absence.unbriefed, [](const Unbriefed& each) { return json_of(each); })},
       {"covered_by_me", absence.covered_by_me},
       {"can_offer", absence.can_offer},
       {"offered", or_null(absence.offered)}});
}

Json json_of(const StoodIn& stood_in) {
  return object({{"who", stood_in.who},
                 {"name", stood_in.name},
                 {"clients", stood_in.clients},
                 {"days", stood_in.days},
                 {"from", to_string(stood_in.absence.from)},
                 {"to", or_null(stood_in.absence.to)},
                 {"noted", stood_in.is_noted}});
}

Json json_of(const DoneInteraction& done) {
  return object({{"id", done.id},
                 {"at", to_string(done.at)},
                 {"with", done.with},
                 {"names", done.names},
                 {"via", done.via},
                 {"from", done.from},
                 {"by", done.by},
                 {"deed", done.deed},
                 {"gave", done.gave},
                 {"about", done.about},
                 {"about_names", done.about_names},
                 {"text", done.text}});
}

Json kept_json(const ClosedPromise& kept) {
  return object({{"id", kept.id},
                 {"mine", kept.mine},
                 {"follow_up", kept.follow_up},
                 {"who", kept.who},
                 {"name", kept.name},
                 {"text", kept.text},
                 {"closed", to_string(kept.closed)},
                 {"on_time", kept.timing ? Json(kept.timing->on_time) : Json(nullptr)},
                 {"days_after_due", kept.timing ? Json(kept.timing->days) : Json(nullptr)}});
}

Json ended_json(const ClosedPromise& ended) {
  return object({{"id", ended.id},
                 {"mine", ended.mine},
                 {"follow_up", ended.follow_up},
                 {"who", ended.who},
                 {"name", ended.name},
                 {"text", ended.text},
                 {"closed", to_string(ended.closed)},
                 {"status", ended.status}});
}

Json won_json(const WonReferral& won) {
  return object({{"id", won.id},
                 {"on", to_string(won.on)},
                 {"gave", won.gave},
                 {"about", won.about},
                 {"with", won.with}});
}

Json json_of(const Done& done) {
  Json json = period_json(done.period);
  json["contacts"] = done.contacts;
  json["people"] = done.people;
  json["contact_days"] = list_of(done.contact_days, [](const ContactDay& each) -> Json {
    return object({{"day", to_string(each.day)}, {"contacts", each.contacts}});
  });
  json["interactions"] =
      list_of(done.interactions, [](const DoneInteraction& one) { return json_of(one); });
  json["kept"] = list_of(done.kept, kept_json);
  json["ended"] = list_of(done.ended, ended_json);
  json["replies"] = Json::parse(to_json(done.replies, std::nullopt));
  json["replies"].erase("within");
  json["replies"].erase("within_from");
  json["gave"] = done.gave;
  json["got"] = done.got;
  json["won"] = list_of(done.won, won_json);
  return json;
}

}  // namespace

std::string to_json(const WeeklyReport& report) {
  const auto all = [](const auto& one) { return json_of(one); };
  const auto nudge = [](const Nudge& one) { return Json::parse(to_json(one)); };
  const Json json = object({{"schema", "stead.weekly/1"},
                            {"today", to_string(report.today)},
                            {"period", period_json(report.period)},
                            {"ahead", period_json(report.ahead)},
                            {"first", list_of(report.first, nudge)},
                            {"waiting", list_of(report.waiting, all)},
                            {"promises", list_of(report.promises, all)},
                            {"reconnect", list_of(report.reconnect, all)},
                            {"unreflected", list_of(report.unreflected, all)},
                            {"dates", list_of(report.dates, all)},
                            {"to_thank", list_of(report.to_thank, all)},
                            {"help", list_of(report.help, nudge)},
                            {"absences", list_of(report.absences, all)},
                            {"done", report.done ? json_of(*report.done) : Json(nullptr)}});
  return json.dump(2) + '\n';
}

}  // namespace stead
