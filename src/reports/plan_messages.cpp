#include "stead/periods.h"

#include "reports/json_parts.h"
#include "stead/plan.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <fmt/ranges.h>
#include <algorithm>
#include <map>
#include <utility>

namespace stead {
namespace {

/// Why the question comes: my absence, where it holds all the days.
std::string why(const PlanReport& report, const PlanMessage& message) {
  const bool is_away = report.away && std::ranges::all_of(message.parts, [&](const auto& part) {
                         return report.away->contains(part.days.front().first) &&
                                report.away->contains(part.days.back().last);
                       });
  const std::string me =
      is_away && report.away->to
          ? "I am away " + during({report.away->from.day, report.away->to->day}) + ". "
          : "I am making sure that my clients have somebody to call when I cannot come. ";
  return me + (message.parts.size() == 1
                   ? "Could you be the one to call for a client of mine?"
                   : "Could you be the one to call for these clients of mine?");
}

std::string line_of(const PlanMessage::Part& part) {
  std::vector<std::string> days;
  for (const Period period : part.days) days.push_back(during(period));
  const std::string needs =
      part.needs.empty() ? "" : fmt::format(", for {}", fmt::join(part.needs, ", "));
  return fmt::format("{}, {}{}", part.name, fmt::join(days, " and "), needs);
}

void write(PlanMessage& message, const PlanReport& report) {
  message.opening.push_back("Hello " + message.name + ",");
  if (message.offer_first) {
    message.opening.emplace_back(
        "before I ask for anything: when you are away next, I would gladly be the one to call for "
        "your clients. Just say when.");
  }
  message.opening.push_back(why(report, message));
  message.closing.emplace_back(
      "I brief you before it begins, and they stay my clients. If it does not suit you, tell me, "
      "and I will find another way.");
  message.closing.push_back("Thank you, " + report.owner);
}

/// Adds days of a client to a message.
void add(PlanMessage& message, const PlannedClient& client, const PlanStretch& stretch) {
  const std::vector<std::string>& needs = stretch.scope.empty() ? client.needs : stretch.scope;
  std::vector<PlanMessage::Part>& parts = message.parts;
  if (parts.empty() || parts.back().client != client.id || parts.back().needs != needs) {
    parts.push_back({client.id, client.name, {stretch.days}, needs, stretch.since});
    return;
  }
  PlanMessage::Part& part = parts.back();
  if (!stretch.since) part.asked.reset();
  if (part.days.back().last + Days(1) == stretch.days.first) {
    part.days.back().last = stretch.days.last;
  } else {
    part.days.push_back(stretch.days);
  }
}

std::string text_of(const PlanMessage& message) {
  std::vector<std::string> paragraphs = message.opening;
  std::vector<std::string> lines;
  for (const PlanMessage::Part& part : message.parts) lines.push_back("- " + line_of(part));
  paragraphs.push_back(fmt::format("{}", fmt::join(lines, "\n")));
  paragraphs.insert(paragraphs.end(), message.closing.begin(), message.closing.end());
  return fmt::format("{}", fmt::join(paragraphs, "\n\n"));
}

Json json_of(const PlanMessage::Part& part) {
  Json json = object({{"id", part.client}, {"name", part.name}, {"days", Json::array()}});
  for (const Period days : part.days) {
    json["days"].push_back(object({{"from", to_string(days.first)}, {"to", to_string(days.last)}}));
  }
  json["needs"] = part.needs;
  json["asked"] = nullptr;
  if (part.asked) json["asked"] = to_string(*part.asked);
  return json;
}

}  // namespace

PlanMessages plan_messages(const PlanReport& report) {
  std::map<std::string, PlanMessage> by_who;
  for (const PlannedClient& client : report.clients) {
    for (const PlanStretch& stretch : client.stretches) {
      const bool is_open =
          stretch.state == PlanState::proposed || stretch.state == PlanState::asked;
      if (!is_open) continue;
      PlanMessage& message = by_who[stretch.who];
      message.who = stretch.who;
      message.name = stretch.name;
      message.phone = stretch.phone;
      message.email = stretch.email;
      if (stretch.reason && stretch.reason->never_helped) message.offer_first = true;
      add(message, client, stretch);
    }
  }
  PlanMessages result{report.period, {}};
  for (auto& [who, message] : by_who) {
    write(message, report);
    result.messages.push_back(std::move(message));
  }
  sort_by(result.messages, [](const PlanMessage& message) {
    return std::pair(message.offer_first, fold(message.name));
  });
  return result;
}

Document to_document(const PlanMessages& messages) {
  Document document;
  if (messages.messages.empty()) {
    document.add(Paragraph{Text("There is nobody to ask.")});
    return document;
  }
  for (const PlanMessage& message : messages.messages) {
    const std::vector<std::string>& first = message.email.empty() ? message.phone : message.email;
    document.add(section("To " + message.name, Text(first.empty() ? "" : first.front())));
    const bool asked = std::ranges::all_of(
        message.parts, [](const PlanMessage::Part& part) { return part.asked.has_value(); });
    if (asked) {
      document.add(Paragraph{Text(
          "Noted as asked on " + long_date(*message.parts.front().asked) + "; here are the words.",
          Tone::faint)});
    }
    for (const std::string& line : message.opening) document.add(Paragraph{line});
    Items items;
    for (const PlanMessage::Part& part : message.parts) items.items.push_back({line_of(part)});
    document.add(std::move(items));
    for (const std::string& line : message.closing) document.add(Paragraph{line});
  }
  return document;
}

std::string to_json(const PlanMessages& messages) {
  Json json = object({{"schema", "stead.plan-messages/1"},
                      {"from", to_string(messages.period.first)},
                      {"to", to_string(messages.period.last)},
                      {"messages", Json::array()}});
  for (const PlanMessage& message : messages.messages) {
    Json row = object({{"id", message.who},
                       {"name", message.name},
                       {"phone", message.phone},
                       {"email", message.email},
                       {"offer_first", message.offer_first},
                       {"clients", Json::array()},
                       {"text", text_of(message)}});
    for (const PlanMessage::Part& part : message.parts) row["clients"].push_back(json_of(part));
    json["messages"].push_back(std::move(row));
  }
  return json.dump(2) + '\n';
}

}  // namespace stead
