#include "stead/periods.h"
#include "stead/phrases.h"
#include "stead/who_away.h"

#include <utility>

namespace stead {
namespace {

/// The first of the numbers; of whoever has none, of the addresses.
std::string reach_first(const std::vector<std::string>& phone,
                        const std::vector<std::string>& email) {
  if (!phone.empty()) return phone.front();
  return email.empty() ? "" : email.front();
}

std::string clients_of(const Instead& instead, Period days) {
  std::vector<std::string> names;
  for (const Instead::For& each : instead.clients) {
    std::string name = each.name;
    if (each.days != std::vector<Period>{days}) {
      std::vector<std::string> stretches;
      for (const Period& stretch : each.days) stretches.push_back(long_period(stretch));
      name += " (" + in_a_row(stretches) + ')';
    }
    names.push_back(std::move(name));
  }
  return in_a_row(names);
}

/// `call Sam Ortiz, +44 7700 900177, for Acme Dental`.
Text instead_line(const Instead& instead, Period days) {
  const std::string clients = clients_of(instead, days);
  if (instead.who.empty()) return Text("NOBODY to call for ", Tone::bad) + Text(clients);
  Text line = instead.who == kMe ? Text("you cover ") + Text(clients) : Text("call ");
  if (instead.who != kMe) {
    line += Text(instead.name, Tone::strong) + ", ";
    const std::string reach = reach_first(instead.phone, instead.email);
    if (!reach.empty()) line += Text(reach) + ", ";
    line += "for " + Text(clients);
  }
  if (!instead.agreed) line += Text(", not agreed yet", Tone::warning);
  return line;
}

Item away_item(const AwayRow& away) {
  const bool is_me = away.row.who == kMe;
  Item item{.text = Text(away.row.name, is_me ? Tone::strong : Tone::plain),
            .aside = {words_for(away.row.absence)}};
  std::vector<Text> about;
  const std::string reach = is_me ? "" : reach_first(away.phone, away.email);
  if (!reach.empty()) about.emplace_back(reach);
  if (!away.row.absence.why.empty()) about.emplace_back(away.row.absence.why, Tone::faint);
  if (!about.empty()) item.below.push_back(joined(about));
  for (const Instead& each : away.instead) item.below.push_back(instead_line(each, away.days));
  return item;
}

}  // namespace

Document to_document(const AwayReport& report) {
  Document document;
  document.add(title("Away", long_period(report.period)));
  if (report.absences.empty()) {
    document.add(Paragraph{Text("Nobody is away.", Tone::faint)});
    return document;
  }
  Items items;
  for (const AwayRow& away : report.absences) items.items.push_back(away_item(away));
  document.add(std::move(items));
  return document;
}

Table to_table(const AwayReport& report) {
  Table table{{{"who"}, {"phone"}, {"when"}, {"why"}, {"instead"}}, {}};
  for (const AwayRow& away : report.absences) {
    std::vector<Text> instead;
    for (const Instead& each : away.instead) instead.push_back(instead_line(each, away.days));
    table.rows.push_back({Text(away.row.name), Text(reach_first(away.phone, away.email)),
                          words_for(away.row.absence), Text(away.row.absence.why),
                          joined(instead, "; ")});
  }
  return table;
}

}  // namespace stead
