#include "stead/who_knows.h"

#include "reports/json_parts.h"

#include "stead/nearest.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <tuple>

namespace stead {
namespace {

std::string people(std::size_t count) {
  return count == 1 ? "1 person" : fmt::format("{} people", count);
}

Item item_of(const Knower& row) {
  const bool you = row.who == kMe;
  Item item{.text = Text(you ? "You" : row.name, Tone::strong)};
  if (you) return item;
  const std::vector<std::string>& reach = row.phone.empty() ? row.email : row.phone;
  item.aside = reach.empty() ? Text("no phone number in the book", Tone::faint)
                             : Text(reach.front(), Tone::strong);
  if (!row.absence) return item;
  std::string away =
      row.absence->to ? "away until " + long_date(*row.absence->to) : "away with no end known";
  if (!row.absence->why.empty()) away += " (" + row.absence->why + ")";
  item.below.emplace_back(away, Tone::warning);
  return item;
}

}  // namespace

KnowsReport knows_report(const Book& book, std::string_view skill, Day day) {
  KnowsReport report{.skill = std::string(skill), .day = day, .people = {}, .near = {}};
  const std::string wanted = fold(skill);
  std::map<std::string, std::size_t> known;
  for (const std::size_t i : book.holding(Collection::contacts, "\"skills\"")) {
    const Contact& contact = book.contact(i);
    if (contact.archived) continue;
    bool knows = false;
    for (const std::string& word : contact.skills) {
      ++known[word];
      knows = knows || fold(word) == wanted;
    }
    if (!knows) continue;
    const auto absence =
        std::ranges::find_if(contact.away, [&](const Absence& each) { return each.contains(day); });
    report.people.push_back(
        {contact.id, contact.name, contact.phone, contact.email, contact.has_tag("colleague"),
         absence == contact.away.end() ? std::nullopt : std::optional(*absence)});
  }
  sort_by(report.people, [](const Knower& row) {
    return std::tuple(row.absence.has_value(), !row.colleague, fold(row.name));
  });
  if (!report.people.empty()) return report;
  std::vector<std::string> words;
  for (const auto& [word, count] : known) words.push_back(word);
  for (const std::string& word : nearest(skill, words)) {
    report.near.push_back({word, known.at(word)});
  }
  return report;
}

Document to_document(const KnowsReport& report) {
  Document document;
  const std::string day = long_date(report.day);
  if (report.people.empty()) {
    document.add(title(Text("NOBODY", Tone::bad) + " in the book knows " + report.skill, day));
    if (report.near.empty()) {
      document.add(Paragraph{Text("What everybody knows: ", Tone::faint) +
                             Text("stead list --fields name,skills", Tone::code)});
      return document;
    }
    document.add(section("Did you mean"));
    Items items;
    for (const KnownSkill& near : report.near) {
      items.items.push_back({.text = near.skill,
                             .aside = Text(people(near.people), Tone::faint),
                             .below = {Text("stead who knows " + near.skill, Tone::code)}});
    }
    document.add(std::move(items));
    return document;
  }
  document.add(title("Who knows " + report.skill, day));
  Items items;
  for (const Knower& row : report.people) items.items.push_back(item_of(row));
  document.add(std::move(items));
  return document;
}

std::string to_json(const KnowsReport& report) {
  Json json = object({{"schema", "stead.knows/1"},
                      {"skill", report.skill},
                      {"day", to_string(report.day)},
                      {"people", Json::array()},
                      {"near", Json::array()}});
  for (const Knower& row : report.people) {
    Json person = object({{"id", row.who},
                          {"name", row.name},
                          {"phone", row.phone},
                          {"email", row.email},
                          {"colleague", row.colleague},
                          {"away", nullptr}});
    if (row.absence) {
      person["away"] =
          object({{"from", to_string(row.absence->from)},
                  {"to", row.absence->to ? Json(to_string(*row.absence->to)) : Json(nullptr)},
                  {"why", row.absence->why}});
    }
    json["people"].push_back(std::move(person));
  }
  for (const KnownSkill& near : report.near) {
    json["near"].push_back(object({{"skill", near.skill}, {"people", near.people}}));
  }
  return json.dump(2) + '\n';
}

}  // namespace stead
