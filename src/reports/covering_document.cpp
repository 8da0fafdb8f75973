#include "stead/covering.h"
#include "stead/periods.h"

#include "stead/absences.h"
#include "stead/phrases.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <span>

namespace stead {
namespace {

std::string until(const Absence& absence) {
  std::string text = absence.to ? "until " + long_date(*absence.to) : "with no end known";
  return absence.why.empty() ? text : text + " (" + absence.why + ")";
}

std::string capital_you(const Candidate& candidate) {
  return candidate.who == kMe ? "You" : candidate.name;
}

std::string small_you(const Candidate& candidate) {
  return candidate.who == kMe ? "you" : candidate.name;
}

/// What is not ready, in the few words that a list has room for.
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

/// What is said of the stand-in themselves: `is not briefed`.
std::string clause(Doubt doubt, const Candidate& who) {
  const bool you = who.who == kMe;
  switch (doubt) {
    case Doubt::only_offered: return you ? "have not agreed yet" : "has not agreed yet";
    case Doubt::agreed_long_ago: return "agreed over a year ago";
    case Doubt::not_briefed: return you ? "are not briefed" : "is not briefed";
    case Doubt::scope_in_part:
      return (you ? "cover only " : "covers only ") + listed(who.cover.scope);
    case Doubt::over_capacity:
      return you ? "have more clients to cover than you can take"
                 : "has more clients to cover than they can take";
    case Doubt::client_not_told:
    case Doubt::no_phone: break;
  }
  return {};
}

/// The same in whole sentences.
std::string doubt_sentences(const Covering& covering, const Candidate& candidate) {
  std::vector<std::string> clauses;
  std::vector<std::string> sentences;
  const auto has = [&](Doubt doubt) {
    return std::ranges::find(candidate.doubts, doubt) != candidate.doubts.end();
  };
  for (const Doubt doubt : candidate.doubts) {
    std::string text = clause(doubt, candidate);
    if (!text.empty()) clauses.push_back(std::move(text));
  }
  if (!clauses.empty()) {
    sentences.push_back(capital_you(candidate) + ' ' + in_a_row(clauses) + '.');
  }
  if (has(Doubt::client_not_told)) {
    sentences.push_back(covering.client == kMe ? "Your clients do not know whom to call."
                        : covering.client == covering.owner
                            ? "Their clients do not know whom to call."
                            : covering.client_name + " does not know whom to call.");
  }
  if (has(Doubt::no_phone)) {
    sentences.push_back("The book has no phone number of " + candidate.name + ".");
  }
  return fmt::format("{}", fmt::join(sentences, " "));
}

Text reach(const Candidate& candidate) {
  if (!candidate.phone.empty()) return Text(candidate.phone.front(), Tone::strong);
  if (!candidate.email.empty()) return Text(candidate.email.front(), Tone::strong);
  return {};
}

/// Who asked about whom: `Ana Ruiz is with Acme Dental, a client of Bo Lind's.`
std::string whose_sentence(const CoveringReport& report, const Covering& covering) {
  const bool is_theirs = covering.owner != kMe && covering.owner != covering.client;
  const std::string of = is_theirs ? "a client of " + covering.owner_name + "'s" : "";
  if (report.asked != covering.client) {
    return report.asked_name + " is with " + covering.client_name + (of.empty() ? "" : ", ") + of +
           ". ";
  }
  return of.empty() ? "" : covering.client_name + " is " + of + ". ";
}

/// What to do when the owner cannot go: `call Sam Ortiz`.
std::string whom_to_call(const Candidate& answer) {
  if (answer.who == kMe) return answer.cover.agreed ? "it is you who goes" : "you were asked";
  return (answer.cover.agreed ? "call " : "ask ") + answer.name;
}

/// Is the owner here, and who goes in their place?
std::string owner_sentence(const Covering& covering) {
  const Candidate* answer = covering.answer();
  const bool mine = covering.owner == kMe;
  const std::string owner = mine ? "You are" : covering.owner_name + " is";
  if (covering.owner_away) {
    const std::string away = owner + " away " + until(*covering.owner_away);
    return away + (answer == nullptr ? "." : ": " + whom_to_call(*answer) + ".");
  }
  std::string here = owner + " here";
  if (!mine && !covering.owner_phone.empty()) here += " (" + covering.owner_phone.front() + ")";
  if (answer == nullptr) return here + ".";
  return here + "; if " + (mine ? "you" : "they") + " can't go, " + whom_to_call(*answer) + ".";
}

void add_others(Document& document, const Covering& covering) {
  Items next;
  Items unfit;
  for (std::size_t i = 0; i < covering.candidates.size(); ++i) {
    const Candidate& candidate = covering.candidates[i];
    // Somebody with two arrangements is named once, by what is better.
    const auto before = std::span(covering.candidates).first(i);
    const bool is_answer = &candidate == covering.answer();
    if (is_answer || std::ranges::find(before, candidate.who, &Candidate::who) != before.end()) {
      continue;
    }
    const Text name(capital_you(candidate));
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
    document.add(section("If not " + small_you(*covering.answer())));
    document.add(std::move(next));
  }
  if (!unfit.items.empty()) {
    document.add(section("Why not the others"));
    document.add(std::move(unfit));
  }
}

void add_ways_to_reach(Document& document, const Candidate& answer) {
  if (answer.who == kMe) return;
  Fields fields;
  const auto add_values = [&](const char* label, const std::vector<std::string>& values) {
    if (values.empty()) return;
    Field field{{label, Tone::faint}, {}};
    for (const std::string& value : values) field.values.emplace_back(value, Tone::strong);
    fields.fields.push_back(std::move(field));
  };
  add_values("phone", answer.phone);
  add_values("mail", answer.email);
  if (!fields.fields.empty()) document.add(std::move(fields));
}

Heading heading(const Covering& covering, Period period) {
  const Candidate* answer = covering.answer();
  const std::string days = long_period(period);
  if (answer == nullptr) {
    // For one of a colleague's clients there may be an arrangement of its own.
    const bool is_of_colleague = covering.client != kMe && covering.client == covering.owner;
    return title(Text("NOBODY", Tone::bad) + (is_of_colleague ? " covers all of " : " covers ") +
                     client_in_words(covering),
                 days);
  }
  const std::string name = capital_you(*answer);
  if (!answer->cover.agreed) {
    return title(Text(name, Tone::warning) + " might cover " + client_in_words(covering), days);
  }
  const char* verb = answer->who == kMe ? " cover " : " covers ";
  return title(Text(name, Tone::good) + verb + client_in_words(covering), days);
}

void add_day(Document& document, const CoveringReport& report) {
  const CoverStretch& stretch = report.stretches.front();
  const Covering& covering = stretch.covering;
  const Candidate* answer = covering.answer();
  document.add(heading(covering, stretch.period));
  if (answer != nullptr) add_ways_to_reach(document, *answer);
  document.add(Paragraph{Text(whose_sentence(report, covering) + owner_sentence(covering))});
  if (answer != nullptr) {
    const std::string doubts = doubt_sentences(covering, *answer);
    if (!doubts.empty()) document.add(Note{doubts, Tone::warning});
    for (Text& line : lines_of(answer->cover.note)) document.add(Paragraph{std::move(line)});
  }
  add_others(document, covering);
}

/// Who covers on some days, how to reach them, what is not ready.
Item answer_item(const Covering& covering) {
  const Candidate* answer = covering.answer();
  if (answer == nullptr) return {.text = Text("NOBODY", Tone::bad)};
  Item item{.text = Text(capital_you(*answer), answer->cover.agreed ? Tone::good : Tone::warning)};
  if (answer->who != kMe) item.aside = reach(*answer);
  const std::string doubts = doubts_of(*answer);
  if (!doubts.empty()) item.below.emplace_back(doubts, Tone::warning);
  return item;
}

/// Who covers, a point for each stretch of days.
Items answers(const CoveringReport& report) {
  Items items;
  for (std::size_t i = 0; i < report.stretches.size();) {
    // Stretches may differ in those who are not the answer, of whom nothing is said here.
    Item item = answer_item(report.stretches[i].covering);
    Period period = report.stretches[i].period;
    for (++i; i < report.stretches.size(); ++i) {
      if (answer_item(report.stretches[i].covering) != item) break;
      period.last = report.stretches[i].period.last;
    }
    item.lead = Text(long_period(period));
    items.items.push_back(std::move(item));
  }
  return items;
}

/// When the owner is away in the period, each absence once.
void add_owner_away(Document& document, const CoveringReport& report) {
  std::vector<std::string> said;
  for (const CoverStretch& stretch : report.stretches) {
    const std::optional<Absence>& away = stretch.covering.owner_away;
    if (!away) continue;
    std::string words = words_for(*away) + (away->why.empty() ? "" : " (" + away->why + ")");
    if (std::ranges::find(said, words) == said.end()) said.push_back(std::move(words));
  }
  if (said.empty()) return;
  const Covering& covering = report.stretches.front().covering;
  const std::string owner = covering.owner == kMe ? "You are" : covering.owner_name + " is";
  document.add(Paragraph{Text(owner + " away " + in_a_row(said) + ".")});
}

/// Who is next behind an answer, and on which days they are.
void add_next(Document& document, const CoveringReport& report) {
  Items items;
  const Candidate* last = nullptr;
  std::vector<Period> days;
  for (const CoverStretch& stretch : report.stretches) {
    const Candidate* answer = stretch.covering.answer();
    const Candidate* next = nullptr;
    for (const Candidate& each : stretch.covering.candidates) {
      const bool is_next = answer != nullptr && !each.unfit && each.who != answer->who;
      if (is_next && next == nullptr) next = &each;
    }
    if (next == nullptr) {
      last = nullptr;
      continue;
    }
    if (last != nullptr && last->who == next->who && last->doubts == next->doubts) {
      days.back().last = stretch.period.last;
      continue;
    }
    last = next;
    days.push_back(stretch.period);
    Item item{.text = Text(capital_you(*next)), .aside = reach(*next)};
    const std::string doubts = doubts_of(*next);
    if (!doubts.empty()) item.below.emplace_back(doubts, Tone::faint);
    items.items.push_back(std::move(item));
  }
  for (std::size_t i = 0; i < days.size(); ++i) items.items[i].lead = Text(long_period(days[i]));
  if (!items.items.empty()) document.add(section("If they can't")).add(std::move(items));
}

void add_stretches(Document& document, const CoveringReport& report) {
  const Covering& covering = report.stretches.front().covering;
  document.add(title("Who covers " + client_in_words(covering), long_period(report.period)));
  document.add(answers(report));
  std::string whose = whose_sentence(report, covering);
  if (!whose.empty()) {
    whose.pop_back();
    document.add(Paragraph{Text(whose, Tone::faint)});
  }
  add_owner_away(document, report);
  add_next(document, report);
}

Item item_of(const Possible& row, const CoveringReport& report) {
  const std::string command =
      "stead cover " + report.stretches.front().covering.client + ' ' + row.who;
  const bool you = row.who == kMe;
  Item item{.text = you ? "You" : row.name};
  if (!row.phone.empty() && !you) item.aside = Text(row.phone.front(), Tone::strong);
  if (!row.skills.empty()) {
    item.below.emplace_back((you ? "know " : "knows ") + listed(row.skills), Tone::faint);
  }
  const bool on_some_days = row.days != report.open;
  if (on_some_days) {
    std::vector<std::string> days;
    for (const Period& each : row.days) days.push_back(long_period(each));
    item.below.emplace_back((you ? "are there " : "is there ") + in_a_row(days), Tone::faint);
  }
  if (!on_some_days && report.period.first == report.period.last) {
    item.below.emplace_back(command, Tone::code);
    return item;
  }
  for (const Period& each : row.days) {
    item.below.emplace_back(command + ' ' + typed(each), Tone::code);
  }
  return item;
}

/// Where nobody knows what is needed: who could be called all the same.
void add_to_call(Document& document, const CoveringReport& report) {
  document.add(
      Paragraph{Text("No colleague in the book is there and knows what is needed.", Tone::faint)});
  if (!report.to_call) return;
  document.add(
      Paragraph{Text(report.to_call->name, Tone::strong) +
                " is there and has room, if somebody to call is enough: " +
                Text(fmt::format("stead cover {} {} {}", report.stretches.front().covering.client,
                                 report.to_call->who, typed(report.open.front())),
                     Tone::code)});
}

void add_possible(Document& document, const CoveringReport& report) {
  if (report.open.empty()) return;
  const bool is_split = report.stretches.size() > 1;
  std::vector<std::string> days;
  for (const Period& each : report.open) days.push_back(long_period(each));
  if (report.possible.empty()) {
    document.add(section("Who could", is_split ? Text(in_a_row(days)) : Text()));
    return add_to_call(document, report);
  }
  constexpr std::size_t kShown = 5;
  document.add(is_split ? section("Who could", Text(in_a_row(days)))
                        : section("Who could", report.possible.size()));
  Items items;
  for (const Possible& row : report.possible) {
    if (items.items.size() == kShown) break;
    items.items.push_back(item_of(row, report));
  }
  const std::size_t more = report.possible.size() - items.items.size();
  document.add(std::move(items));
  if (more == 0) return;
  document.add(Paragraph{Text(fmt::format("and {} more: ", more), Tone::faint) +
                         Text("stead list tag:colleague", Tone::code)});
}

}  // namespace

std::string client_in_words(const Covering& covering) {
  if (covering.client == kMe) return "you";
  return covering.client == covering.owner ? covering.client_name + "'s clients"
                                           : covering.client_name;
}

std::string_view words_for(Doubt doubt) {
  switch (doubt) {
    case Doubt::only_offered: return "has not agreed yet";
    case Doubt::agreed_long_ago: return "agreed over a year ago";
    case Doubt::not_briefed: return "not briefed";
    case Doubt::scope_in_part: return "covers only a part";
    case Doubt::over_capacity: return "more clients to cover than they can take";
    case Doubt::client_not_told: return "the client does not know whom to call";
    case Doubt::no_phone: return "no phone number in the book";
  }
  return {};
}

std::string words_for(const Candidate& unfit) {
  switch (unfit.unfit.value_or(Unfit::scope)) {
    case Unfit::owner: return "needs the stand-in";
    case Unfit::archived: return "archived";
    case Unfit::away: return unfit.absence ? "away " + until(*unfit.absence) : "away";
    case Unfit::scope: return "only for " + listed(unfit.cover.scope);
    case Unfit::unknown: return "not in the book";
  }
  return {};
}

Document to_document(const CoveringReport& report) {
  Document document;
  if (report.stretches.size() == 1) {
    add_day(document, report);
  } else {
    add_stretches(document, report);
  }
  add_possible(document, report);
  return document;
}

Table to_table(const CoveringReport& report) {
  Table table{{{"days"}, {"who"}, {"how to reach"}, {"not ready"}}, {}};
  for (Item& item : answers(report).items) {
    table.rows.push_back(
        {std::move(item.lead), std::move(item.text), std::move(item.aside), joined(item.below)});
  }
  return table;
}

}  // namespace stead
