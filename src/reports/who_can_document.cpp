#include "stead/periods.h"
#include "stead/phrases.h"
#include "stead/who_can.h"

#include "stead/absences.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>

namespace stead {
namespace {

std::string skills_of(const StandIn& row, const std::vector<std::string>& needs) {
  const bool you = row.possible.who == kMe;
  const std::vector<std::string>& known = row.possible.skills;
  if (needs.empty()) return known.empty() ? "" : (you ? "know " : "knows ") + listed(known);
  if (you && known.empty()) return {};
  if (known.empty()) return "the book does not say that they know " + listed(needs);
  std::vector<std::string> unknown;
  std::ranges::copy_if(needs, std::back_inserter(unknown), [&](const std::string& need) {
    return std::ranges::find(known, need) == known.end();
  });
  const std::string text = (you ? "know " : "knows ") + listed(known);
  return unknown.empty() ? text : text + ", not " + listed(unknown);
}

std::string arrangement_of(const StandIn& row) {
  const bool you = row.possible.who == kMe;
  if (!row.arrangement) return row.has_covered ? (you ? "have covered it" : "has covered it") : "";
  const std::string covered = row.has_covered ? ", and covered it before" : "";
  if (row.arrangement->agreed) return (you ? "have agreed" : "has agreed") + covered;
  const std::string asked = you ? "were asked" : "was asked";
  const auto& offered = row.arrangement->offered;
  return asked + (offered ? " on " + long_date(*offered) : "") + covered;
}

std::string talks_of(const StandIn& row) {
  if (!row.last_talk) return {};
  return fmt::format("had to do with them {}, {}on {}", times(row.talks),
                     row.talks == 1 ? "" : "last ", long_date(row.last_talk->day));
}

std::string load_of(const StandIn& row) {
  if (row.others == 0 && !row.capacity) return {};
  const bool you = row.possible.who == kMe;
  std::string text = you ? "cover " : "covers ";
  text += row.others == 0   ? "nobody else"
          : row.others == 1 ? "1 other client"
                            : fmt::format("{} other clients", row.others);
  text += " then";
  if (row.is_full()) return text + ", and can take no more";
  return row.capacity ? text + fmt::format(" and can take {}", *row.capacity) : text;
}

std::string help_of(const StandIn& row) {
  if (row.possible.who == kMe) return {};
  switch (row.help) {
    case LastHelp::never:
      return row.arrangement && row.arrangement->agreed
                 ? "never any help either way yet"
                 : "never any help either way: offer something first";
    case LastHelp::even: return "you two are even";
    case LastHelp::unnoted: return "no help noted yet";
    case LastHelp::gave: return "you helped them last";
    case LastHelp::got: return "they helped you last";
  }
  return {};
}

/// What arranges it, for each stretch of days on which they are there; nothing where it is
/// arranged.
std::vector<std::string> commands_for(const StandIn& row, const CanReport& report) {
  if (row.arrangement) return {};
  const std::string command = "stead cover " + report.covering.client + ' ' + row.possible.who;
  if (report.period == Period{report.today, report.today}) return {command};
  std::vector<std::string> commands;
  for (const Period& days : row.possible.days) commands.push_back(command + ' ' + typed(days));
  return commands;
}

/// The days on which somebody is there, where they are not all.
std::string days_of(const Possible& row, Period period) {
  if (row.could_all(period)) return {};
  std::vector<std::string> days;
  for (const Period& each : row.days) days.push_back(long_period(each));
  return (row.who == kMe ? "are there " : "is there ") + in_a_row(days);
}

Item item_of(const StandIn& row, const CanReport& report) {
  const bool you = row.possible.who == kMe;
  Item item{.text = Text(you ? "You" : row.possible.name, Tone::strong)};
  if (!you) {
    item.aside = row.possible.phone.empty() ? Text("no phone number in the book", Tone::faint)
                                            : Text(row.possible.phone.front(), Tone::strong);
  }
  for (const auto& reasons :
       {std::vector{days_of(row.possible, report.period)},
        std::vector{skills_of(row, report.needs)},
        std::vector{arrangement_of(row), talks_of(row), load_of(row), help_of(row)}}) {
    std::vector<std::string> said;
    std::ranges::copy_if(reasons, std::back_inserter(said),
                         [](const std::string& reason) { return !reason.empty(); });
    if (!said.empty()) item.below.emplace_back(fmt::format("{}", fmt::join(said, "; ")));
  }
  for (const std::string& command : commands_for(row, report)) {
    item.below.emplace_back(command, Tone::code);
  }
  return item;
}

std::string away(const Absence& absence) {
  const std::string text = "away " + words_for(absence);
  return absence.why.empty() ? text : text + " (" + absence.why + ")";
}

/// Whose client it is, and what it needs.
std::string about_client(const CanReport& report) {
  const Covering& covering = report.covering;
  std::string text;
  if (report.asked != covering.client) {
    text = report.asked_name + " is with " + covering.client_name + ". ";
  }
  if (covering.owner != kMe && covering.owner != covering.client) {
    text += covering.client_name + " is a client of " + covering.owner_name + "'s. ";
  }
  if (!report.needs.empty()) text += "What it needs: " + listed(report.needs) + ".";
  return text;
}

/// Whom somebody stands in for.
}  // namespace

Document to_document(const CanReport& report) {
  Document document;
  const std::string whose = client_in_words(report.covering);
  const std::string days = long_period(report.period);
  document.add(report.has_somebody()
                   ? title("Who can cover " + whose, days)
                   : title(Text("NOBODY", Tone::bad) + " in the book can cover " + whose, days));
  const std::string about = about_client(report);
  if (!about.empty()) document.add(Paragraph{Text(about, Tone::faint)});
  Items able;
  Items away_then;
  std::vector<std::string> know_nothing;
  for (const StandIn& row : report.people) {
    const std::string name = row.possible.who == kMe ? "You" : row.possible.name;
    if (!row.possible.why_not) {
      able.items.push_back(item_of(row, report));
    } else if (row.possible.why_not == WhyNot::away) {
      away_then.items.push_back(
          {.text = name, .aside = Text(away(*row.possible.absence), Tone::faint)});
    } else {
      know_nothing.push_back(name);
    }
  }
  if (!able.items.empty()) document.add(std::move(able));
  if (report.to_call) {
    document.add(Paragraph{Text(report.to_call->name, Tone::strong) +
                           " is there and has room, if somebody to call is enough: " +
                           Text(fmt::format("stead cover {} {} {}", report.covering.client,
                                            report.to_call->who, typed(report.period)),
                                Tone::code)});
  }
  if (!away_then.items.empty() || !know_nothing.empty()) {
    document.add(section("Why not the others"));
  }
  if (!away_then.items.empty()) document.add(std::move(away_then));
  if (!know_nothing.empty()) {
    document.add(
        Paragraph{Text("Know nothing of what it needs, as far as the book says: ", Tone::faint) +
                  listed(know_nothing)});
  }
  return document;
}

}  // namespace stead
