#include "stead/covering.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace stead {
namespace {

std::string first_name(const std::string& name) { return name.substr(0, name.find(' ')); }

std::string listed(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : ", ") + word;
  return result;
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string days_of(Period period) {
  if (period.first == period.last) return long_date(period.first);
  if (period.last == kLastDay) return "from " + long_date(period.first);
  return long_date(period.first) + " to " + long_date(period.last);
}

std::string until(const Absence& absence) {
  std::string text = absence.to ? "until " + long_date(absence.to->day) : "with no end known";
  return absence.why.empty() ? text : text + " (" + absence.why + ")";
}

/// What is not ready, but for what a heading has said already.
std::string doubts_of(const Candidate& candidate) {
  std::vector<std::string> words;
  for (const Doubt doubt : candidate.doubts) {
    if (doubt == Doubt::scope_in_part) {
      words.push_back("covers only " + listed(candidate.cover.scope));
    } else {
      words.emplace_back(words_for(doubt));
    }
  }
  return listed(words);
}

Text reach(const Candidate& candidate) {
  if (!candidate.phone.empty()) return Text(candidate.phone.front(), Tone::strong);
  if (!candidate.email.empty()) return Text(candidate.email.front(), Tone::strong);
  return {};
}

Text owner_sentence(const Covering& covering, const Candidate* answer) {
  const bool mine = covering.owner == "me";
  Text text;
  if (!mine) text += Text(covering.client_name) + " is a client of " + covering.owner_name + "'s. ";
  const std::string who = mine ? "You are" : first_name(covering.owner_name) + " is";
  if (covering.owner_away) return text + who + " away " + until(*covering.owner_away) + ".";
  if (answer == nullptr) return text + who + " here that day.";
  const std::string cannot = mine ? "if you can't go" : "if not";
  return text + who + " here; " + cannot + ": " + answer->name + ".";
}

void add_others(Document& document, const Covering& covering) {
  Items next;
  Items unfit;
  for (const Candidate& candidate : covering.candidates) {
    if (&candidate == covering.answer()) continue;
    const Text name(candidate.name);
    if (candidate.unfit) {
      unfit.items.push_back({.text = name, .aside = Text(words_for(candidate), Tone::faint)});
      continue;
    }
    Item item{.text = name, .aside = reach(candidate)};
    const std::string doubts = doubts_of(candidate);
    if (!doubts.empty()) item.below.emplace_back(doubts, Tone::faint);
    next.items.push_back(std::move(item));
  }
  if (!next.items.empty()) {
    document.add(section("If not " + first_name(covering.answer()->name)));
    document.add(std::move(next));
  }
  if (!unfit.items.empty()) {
    document.add(section("Not this time"));
    document.add(std::move(unfit));
  }
}

void add_ways_to_reach(Document& document, const Candidate& answer) {
  Fields fields;
  const auto add_values = [&](const char* label, const std::vector<std::string>& values) {
    if (values.empty()) return;
    Field field{{label, Tone::faint}, {}};
    for (const std::string& value : values) field.values.emplace_back(value);
    fields.fields.push_back(std::move(field));
  };
  add_values("phone", answer.phone);
  add_values("mail", answer.email);
  if (!answer.cover.note.empty()) {
    fields.fields.push_back({{"note", Tone::faint}, lines_of(answer.cover.note)});
  }
  if (!fields.fields.empty()) document.add(std::move(fields));
}

void add_day(Document& document, const CoverStretch& stretch) {
  const Covering& covering = stretch.covering;
  const Candidate* answer = covering.answer();
  const std::string days = days_of(stretch.period);
  if (answer == nullptr) {
    document.add(Heading{Text("NOBODY", Tone::bad) + " covers " + covering.client_name, days, 1});
    document.add(Paragraph{owner_sentence(covering, answer)});
  } else {
    const Tone tone = answer->cover.agreed ? Tone::good : Tone::warning;
    document.add(Heading{Text(answer->name, tone) + " covers " + covering.client_name, days, 1});
    document.add(Paragraph{owner_sentence(covering, answer)});
    add_ways_to_reach(document, *answer);
    const std::string doubts = doubts_of(*answer);
    if (!doubts.empty()) document.add(Note{capital(doubts) + ".", Tone::warning});
  }
  add_others(document, covering);
}

/// Who covers, how to reach them, what is not ready.
std::vector<Text> answer_cells(const Covering& covering) {
  const Candidate* answer = covering.answer();
  if (answer == nullptr) return {Text("NOBODY", Tone::bad)};
  const Tone tone = answer->cover.agreed ? Tone::good : Tone::warning;
  return {Text(answer->name, tone), reach(*answer), doubts_of(*answer)};
}

void add_stretches(Document& document, const CoveringReport& report) {
  document.add(title("Who covers " + report.asked_name, days_of(report.period)));
  Table table{{{"days", Align::left, Fit::whole},
               {"who", Align::left, Fit::shrink},
               {"how to reach", Align::left, Fit::whole},
               {"not ready", Align::left, Fit::wrap}},
              {}};
  for (std::size_t i = 0; i < report.stretches.size();) {
    // Stretches may differ in those who are not the answer, which a table has no room for.
    const std::vector<Text> cells = answer_cells(report.stretches[i].covering);
    Period period = report.stretches[i].period;
    for (++i; i < report.stretches.size(); ++i) {
      if (answer_cells(report.stretches[i].covering) != cells) break;
      period.last = report.stretches[i].period.last;
    }
    std::vector<Text> row{days_of(period)};
    row.insert(row.end(), cells.begin(), cells.end());
    table.rows.push_back(std::move(row));
  }
  document.add(std::move(table));
}

void add_possible(Document& document, const CoveringReport& report) {
  const auto uncovered = std::ranges::find_if(
      report.stretches, [](const CoverStretch& s) { return s.covering.answer() == nullptr; });
  if (uncovered == report.stretches.end()) return;
  if (report.possible.empty()) {
    document.add(Paragraph{
        Text("No colleague in the book is there and knows what is needed.", Tone::faint)});
    return;
  }
  constexpr std::size_t kShown = 5;
  document.add(section("Who could", report.possible.size()));
  Items items;
  for (const Possible& row : report.possible) {
    if (items.items.size() == kShown) break;
    items.items.push_back(
        {.text = row.name,
         .aside = row.skills.empty() ? Text() : Text("knows " + listed(row.skills), Tone::faint),
         .below = {Text("stead cover " + uncovered->covering.client + ' ' + row.who, Tone::code)}});
  }
  const std::size_t more = report.possible.size() - items.items.size();
  document.add(std::move(items));
  if (more > 0) document.add(Paragraph{Text(fmt::format("and {} more", more), Tone::faint)});
}

nlohmann::ordered_json json_of(const Candidate& candidate) {
  constexpr std::array kUnfit{"owner", "archived", "away", "scope"};
  constexpr std::array kDoubts{"only_offered",  "agreed_long_ago", "not_briefed", "scope_in_part",
                               "over_capacity", "client_not_told", "no_phone"};
  nlohmann::ordered_json json{{"id", candidate.who},
                              {"name", candidate.name},
                              {"phone", candidate.phone},
                              {"email", candidate.email},
                              {"by_owner", candidate.by_owner},
                              {"agreed", nullptr},
                              {"briefed", nullptr},
                              {"scope", candidate.cover.scope},
                              {"unfit", nullptr},
                              {"doubts", nlohmann::ordered_json::array()}};
  if (candidate.cover.agreed) json["agreed"] = to_string(*candidate.cover.agreed);
  if (candidate.cover.briefed) json["briefed"] = to_string(*candidate.cover.briefed);
  if (candidate.unfit) json["unfit"] = kUnfit[static_cast<std::size_t>(*candidate.unfit)];
  for (const Doubt doubt : candidate.doubts) {
    json["doubts"].push_back(kDoubts[static_cast<std::size_t>(doubt)]);
  }
  return json;
}

nlohmann::ordered_json json_of(const CoverStretch& stretch) {
  const Covering& covering = stretch.covering;
  nlohmann::ordered_json json{{"from", to_string(stretch.period.first)},
                              {"to", to_string(stretch.period.last)},
                              {"client", covering.client},
                              {"owner", covering.owner},
                              {"owner_away", covering.owner_away.has_value()},
                              {"answer", nullptr},
                              {"agreed", covering.is_agreed()},
                              {"candidates", nlohmann::ordered_json::array()}};
  if (const Candidate* answer = covering.answer()) json["answer"] = answer->who;
  for (const Candidate& candidate : covering.candidates) {
    json["candidates"].push_back(json_of(candidate));
  }
  return json;
}

}  // namespace

std::string_view words_for(Doubt doubt) {
  switch (doubt) {
    case Doubt::only_offered: return "has not agreed yet";
    case Doubt::agreed_long_ago: return "agreed over a year ago";
    case Doubt::not_briefed: return "not briefed";
    case Doubt::scope_in_part: return "covers only a part";
    case Doubt::over_capacity: return "covers more clients than they can take";
    case Doubt::client_not_told: return "the client does not know whom to call";
    case Doubt::no_phone: return "no phone number in the book";
  }
  return {};
}

std::string words_for(const Candidate& unfit) {
  switch (unfit.unfit.value_or(Unfit::scope)) {
    case Unfit::owner: return "is the one who needs a stand-in";
    case Unfit::archived: return "archived";
    case Unfit::away: return unfit.absence ? "away " + until(*unfit.absence) : "away";
    case Unfit::scope: return "only for " + listed(unfit.cover.scope);
  }
  return {};
}

Document to_document(const CoveringReport& report) {
  Document document;
  if (report.stretches.size() == 1) {
    add_day(document, report.stretches.front());
  } else {
    add_stretches(document, report);
  }
  add_possible(document, report);
  return document;
}

std::string to_json(const CoveringReport& report) {
  nlohmann::ordered_json json{{"schema", "stead.covers/1"},
                              {"asked", report.asked},
                              {"from", to_string(report.period.first)},
                              {"to", to_string(report.period.last)},
                              {"covered", report.is_covered()},
                              {"stretches", nlohmann::ordered_json::array()},
                              {"possible", nlohmann::ordered_json::array()}};
  for (const CoverStretch& stretch : report.stretches) {
    json["stretches"].push_back(json_of(stretch));
  }
  for (const Possible& row : report.possible) {
    json["possible"].push_back({{"id", row.who}, {"name", row.name}, {"skills", row.skills}});
  }
  return json.dump(2) + '\n';
}

}  // namespace stead
