#include "stead/calendar_words.h"
#include "stead/periods.h"
#include "stead/phrases.h"
#include "stead/plan.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace stead {
namespace {

/// `in May`; a month of another year than the plan's has its year.
std::string in_month(Day day, Day of_plan) {
  const std::chrono::year_month_day date{day};
  const std::string month(month_name(static_cast<unsigned>(date.month())));
  const bool is_same_year = date.year() == std::chrono::year_month_day{of_plan}.year();
  return is_same_year ? month : fmt::format("{} {}", month, static_cast<int>(date.year()));
}

std::string how_often(int count) { return times(static_cast<std::size_t>(count)); }

std::string help_words(const HelpBetween& help) {
  if (help.gave == 0 && help.got == 0) return {};
  if (help.got == 0) return "you helped them " + how_often(help.gave);
  if (help.gave == 0) return "they helped you " + how_often(help.got);
  return "you helped them " + how_often(help.gave) + ", they you " + how_often(help.got);
}

/// The first letter of a sentence; what follows is stead's own words.
std::string capital(std::string sentence) {
  if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] -= 'a' - 'A';
  return sentence;
}

/// Why they are proposed, as it would be said in a meeting.
std::string words_for(const PlanReason& reason, Day of_plan) {
  std::vector<std::string> words;
  if (reason.agreed) words.push_back("agreed before, in " + in_month(*reason.agreed, of_plan));
  if (!reason.knows.empty()) {
    words.push_back("knows " + listed(reason.knows) +
                    (reason.knows_not.empty() ? "" : " but not " + listed(reason.knows_not)));
  }
  if (reason.known.times > 0) {
    const std::string since = in_month(reason.known.first, of_plan);
    words.push_back("knows them: " + how_often(reason.known.times) +
                    (reason.known.times == 1 ? " in the log, in " : " in the log, since ") + since);
  }
  words.push_back(reason.others == 0   ? "covers nobody else then"
                  : reason.others == 1 ? "covers 1 other then"
                                       : fmt::format("covers {} others then", reason.others));
  const std::string help = help_words(reason.help);
  if (!help.empty()) words.push_back(help);
  return capital(fmt::format("{}", fmt::join(words, "; "))) + ".";
}

std::string away_words(const PlanHelp::Back& back) {
  const std::string why = back.absence.why.empty() ? "" : " (" + back.absence.why + ")";
  if (!back.back) return back.who.name + " is away with no end known" + why + ".";
  const std::string full = back.full_otherwise ? ", and has no room on the other days" : "";
  return back.who.name + " is away" + why + " and back on " + long_date(*back.back) + full + ".";
}

/// What would help, a line each.
std::vector<Text> lines_for(const PlanHelp& help, const PlannedClient& client, Period days) {
  std::vector<Text> lines;
  if (help.nobody_knows)
    lines.emplace_back("No colleague in the book knows " + listed(client.needs) + ".");
  if (help.full) {
    lines.emplace_back(fmt::format("{} could, with room for {} clients on a day instead of {}.",
                                   help.full->who.name, help.full->wanted, help.full->capacity));
  }
  if (help.back) lines.emplace_back(away_words(*help.back));
  if (!help.free) return lines;
  lines.emplace_back(help.free->name + " is there and has room, if somebody to call is enough:");
  lines.emplace_back(fmt::format("stead cover {} {} {}", client.id, help.free->who, typed(days)),
                     Tone::code);
  return lines;
}

Text reach(const PlanStretch& stretch) {
  if (!stretch.phone.empty()) return Text(stretch.phone.front(), Tone::strong);
  if (!stretch.email.empty()) return Text(stretch.email.front(), Tone::strong);
  return {};
}

/// The parts of the page, in their order.
constexpr std::array kParts{PlanState::proposed, PlanState::nobody, PlanState::asked,
                            PlanState::agreed};

const char* title_of(PlanState state) {
  switch (state) {
    case PlanState::proposed: return "To ask";
    case PlanState::nobody: return "Nobody";
    case PlanState::asked: return "Asked already";
    case PlanState::agreed: return "Agreed already";
  }
  return "";
}

/// What is said once of a client: the days may be in several pieces.
struct Said {
  const PlannedClient& client;
  const PlanStretch& stretch;  ///< The first of them.
  std::vector<Period> days;
};

/// Is the one to be said in a breath with the other?
bool is_the_same(const PlanStretch& a, const PlanStretch& b) {
  return a.state == b.state && a.state != PlanState::nobody && a.who == b.who &&
         a.since == b.since && a.scope == b.scope && a.doubts == b.doubts && a.reason == b.reason;
}

bool is_offer_first(const PlanStretch& stretch) {
  return stretch.reason && stretch.reason->never_helped;
}

/// All that there is to say of a client, by first day.
std::vector<Said> said_of(const PlannedClient& client) {
  std::vector<Said> all;
  for (const PlanStretch& stretch : client.stretches) {
    const auto same = std::ranges::find_if(
        all, [&](const Said& said) { return is_the_same(said.stretch, stretch); });
    if (same != all.end()) {
      same->days.push_back(stretch.days);
    } else {
      all.push_back({client, stretch, {stretch.days}});
    }
  }
  return all;
}

bool has(const PlannedClient& client, PlanState state) {
  return std::ranges::find(client.stretches, state, &PlanStretch::state) != client.stretches.end();
}

/// A client stands in one part of the page, the first that it has days for.
PlanState part_of(const PlannedClient& client) {
  return *std::ranges::find_if(kParts, [&](PlanState part) { return has(client, part); });
}

/// The clients of a part. Those with somebody whom I never helped, nor they me, come last.
std::vector<const PlannedClient*> clients_in(const PlanReport& report, PlanState part) {
  std::vector<const PlannedClient*> found;
  for (const bool is_last : {false, true}) {
    for (const PlannedClient& client : report.clients) {
      if (part_of(client) != part) continue;
      if (std::ranges::any_of(client.stretches, is_offer_first) == is_last) {
        found.push_back(&client);
      }
    }
  }
  return found;
}

/// When and for what somebody agreed or was asked.
std::string since_words(const PlanStretch& stretch, Day of_plan) {
  const bool is_agreed = stretch.state == PlanState::agreed;
  std::string since = is_agreed ? "agreed" : "asked";
  if (stretch.by_owner) since += " to take whatever has nobody";
  if (stretch.since) {
    since += stretch.by_owner ? ", " : " ";
    since +=
        is_agreed ? "in " + in_month(*stretch.since, of_plan) : "on " + long_date(*stretch.since);
  }
  return since + (stretch.scope.empty() ? "" : ", for " + listed(stretch.scope) + " only");
}

Text offer_first() { return {"Never any help either way: offer something first.", Tone::warning}; }

/// What is to be doubted about who is in force: `Not briefed, no phone number.`
std::string doubts_of(const PlanStretch& stretch) {
  std::vector<std::string> words;
  for (const Doubt doubt : stretch.doubts) words.emplace_back(words_for(doubt));
  return words.empty() ? "" : capital(listed(words)) + ".";
}

/// How it is noted that they said yes.
void add_yes(Item& item, const Said& said) {
  const std::string_view record = said.stretch.by_owner ? kMe : std::string_view(said.client.id);
  const std::vector<std::string>& words = said.stretch.scope;
  const std::string scope =
      words.empty() ? "" : fmt::format(" --scope {}", fmt::join(words, " --scope "));
  for (const Period& days : said.days) {
    item.below.push_back(Text("when they agree: ", Tone::faint) +
                         Text(fmt::format("stead cover {} {} {}{} --agreed", record,
                                          said.stretch.who, typed(days), scope),
                              Tone::code));
  }
}

/// The days are said where they are not the whole period.
Item item_of(const PlanReport& report, const Said& said) {
  const PlanStretch& stretch = said.stretch;
  const Day of_plan = report.period.first;
  std::vector<std::string> periods;
  for (const Period period : said.days) periods.push_back(long_period(period));
  std::string days = fmt::format("{}", fmt::join(periods, ", and "));
  if (said.days.front() == report.period && stretch.state != PlanState::nobody) days.clear();

  Item item{.text = Text(said.client.name, Tone::strong), .aside = reach(stretch)};
  const Tone tone = stretch.state == PlanState::agreed ? Tone::good : Tone::warning;
  if (!stretch.who.empty()) {
    item.text += ": " + Text(stretch.name, tone);
  } else if (said.client.stretches.size() > 1) {
    item.text += ": " + Text("nobody", Tone::bad);
  }
  if (stretch.state == PlanState::agreed || stretch.state == PlanState::asked) {
    const std::string since = since_words(stretch, of_plan);
    item.below.emplace_back(days.empty() ? capital(since) : days + ": " + since, Tone::faint);
    const std::string doubts = doubts_of(stretch);
    if (!doubts.empty()) item.below.emplace_back(doubts, Tone::warning);
    if (stretch.reason) item.below.emplace_back(words_for(*stretch.reason, of_plan));
    if (is_offer_first(stretch)) item.below.push_back(offer_first());
    if (stretch.state == PlanState::asked) add_yes(item, said);
    return item;
  }
  if (!days.empty()) item.below.emplace_back(days, Tone::faint);
  if (stretch.help) {
    std::ranges::move(lines_for(*stretch.help, said.client, stretch.days),
                      std::back_inserter(item.below));
    return item;
  }
  item.below.emplace_back(words_for(*stretch.reason, of_plan));
  if (is_offer_first(stretch)) item.below.push_back(offer_first());
  return item;
}

/// `3 clients`, `1 client`.
std::string clients(std::size_t count) {
  return count == 1 ? "1 client" : fmt::format("{} clients", count);
}

/// How many clients have days in one state.
std::size_t count(const PlanReport& report, PlanState state) {
  return static_cast<std::size_t>(std::ranges::count_if(
      report.clients, [&](const PlannedClient& client) { return has(client, state); }));
}

/// Nothing is proposed, and somebody was asked already.
std::string clients_wait(std::size_t asked) {
  return "Whoever was asked for " + clients(asked) + " has not agreed yet.";
}

std::string away_sentence(const PlanReport& report) {
  if (!report.away) return "You have no absence in the book for these days. ";
  const std::string why = report.away->why.empty() ? "" : " (" + report.away->why + ")";
  const std::string from = long_date(report.away->from);
  if (!report.away->to) return "You are away from " + from + why + ". ";
  return "You are away from " + from + " to " + long_date(*report.away->to) + why + ". ";
}

/// What there is to decide, in a sentence or two.
void add_summary(Document& document, const PlanReport& report) {
  const std::size_t proposed = count(report, PlanState::proposed);
  const std::size_t asked = count(report, PlanState::asked);
  const std::size_t open = count(report, PlanState::nobody);
  std::string sentence = away_sentence(report);
  if (proposed == 0 && asked == 0 && open == 0) {
    sentence += report.clients.size() == 1
                    ? "Your client is covered on every day, and it is agreed."
                    : fmt::format("All {} are covered on every day, and it is agreed.",
                                  clients(report.clients.size()));
  } else if (proposed > 0) {
    sentence += "There is somebody to ask for " + clients(proposed) + ".";
  } else if (asked > 0) {
    sentence += clients_wait(asked);
  } else {
    sentence += "There is nobody to ask.";
  }
  document.add(Paragraph{sentence});
  if (open == 0) return;
  document.add(Note{
      fmt::format("{} {} days with nobody.", capital(clients(open)), open == 1 ? "has" : "have"),
      Tone::bad});
}

}  // namespace

Document to_document(const PlanReport& report) {
  Document document;
  document.add(title("Who stands in for you", long_period(report.period)));
  if (report.clients.empty()) {
    document.add(Paragraph{Text("There is nothing to plan: no client in the book is yours.")});
    return document;
  }
  add_summary(document, report);
  for (const PlanState part : kParts) {
    const std::vector<const PlannedClient*> found = clients_in(report, part);
    if (found.empty()) continue;
    Items items;
    for (const PlannedClient* client : found) {
      for (const Said& said : said_of(*client)) items.items.push_back(item_of(report, said));
    }
    document.add(section(title_of(part), found.size()));
    document.add(std::move(items));
  }
  return document;
}

Document written_document(const PlanReport& report) {
  Document document;
  Items items;
  for (const PlannedClient& client : report.clients) {
    for (const PlanStretch& stretch : client.stretches) {
      if (stretch.state != PlanState::proposed) continue;
      const std::string scope =
          stretch.scope.empty() ? "" : " (" + listed(stretch.scope) + " only)";
      items.items.push_back({.text = Text(client.name, Tone::strong) + ": " + stretch.name + scope,
                             .aside = Text(long_period(stretch.days), Tone::faint)});
    }
  }
  if (!items.items.empty()) document.add(std::move(items));
  return document;
}

}  // namespace stead
