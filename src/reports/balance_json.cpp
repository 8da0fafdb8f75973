#include "stead/balance.h"

#include "reports/json_parts.h"

#include <array>

namespace stead {
namespace {

double number(std::int64_t thousandths) { return static_cast<double>(thousandths) / 1000; }

std::string_view word_of(Amount::Unit unit) {
  constexpr auto kUnits = std::to_array<std::string_view>({"hours", "days", "weeks", "times"});
  return kUnits.at(static_cast<std::size_t>(unit));
}

std::string_view word_of(Leaning leaning) {
  switch (leaning) {
    case Leaning::theirs: return "theirs";
    case Leaning::mine: return "mine";
    case Leaning::level: return "level";
  }
  return "level";
}

Json json_of(const HelpSum& sum) {
  return object({{"kind", sum.kind},
                 {"unit", word_of(sum.unit)},
                 {"gave", number(sum.gave)},
                 {"got", number(sum.got)},
                 {"balance", number(sum.gave - sum.got)},
                 {"last", to_string(sum.last)}});
}

Json json_of(const Interaction& each) {
  const Deed& deed = *each.deed;
  const Amount amount = deed.amount.value_or(Amount{});
  return object({{"interaction", each.id},
                 {"at", to_string(each.at)},
                 {"dir", deed.dir},
                 {"kind", deed.kind},
                 {"amount", number(amount.thousandths)},
                 {"unit", word_of(amount.unit)},
                 {"about", each.about},
                 {"for", each.for_client},
                 {"text", each.text},
                 {"unasked", deed.unasked},
                 {"thanked", deed.thanked ? Json(to_string(*deed.thanked)) : Json()}});
}

Json json_of(const Balance& balance) {
  Json json = object({{"who", balance.who},
                      {"name", balance.name},
                      {"phone", balance.phone},
                      {"leans", word_of(balance.leaning)},
                      {"since", to_string(balance.since)},
                      {"to_thank", balance.is_to_thank()},
                      {"sums", Json::array()},
                      {"help", Json::array()}});
  for (const HelpSum& sum : balance.sums) json["sums"].push_back(json_of(sum));
  for (const Interaction& each : balance.help) json["help"].push_back(json_of(each));
  return json;
}

}  // namespace

std::string to_json(const BalanceReport& report) {
  Json json = object({{"schema", "stead.balance/1"},
                      {"at", to_string(report.today)},
                      {"asked", report.asked.empty() ? Json() : Json(report.asked)},
                      {"people", Json::array()},
                      {"settled", Json::array()}});
  for (const Balance& balance : report.people) json["people"].push_back(json_of(balance));
  for (const Settled& each : report.settled) {
    json["settled"].push_back(
        object({{"who", each.who}, {"kind", each.kind}, {"on", to_string(each.on)}}));
  }
  return json.dump(2) + "\n";
}

}  // namespace stead
