#include "cli/command.h"
#include "stead/absences.h"
#include "stead/cover_nudges.h"
#include "stead/dates.h"
#include "stead/names.h"
#include "stead/periods.h"
#include "stead/sort_by.h"
#include "stead/text.h"

#include <algorithm>
#include <array>

namespace stead {
namespace {

struct AwayOptions {
  std::vector<std::string> words;
  std::string who;
  std::string instead;
  bool cancel = false;
};

bool is_by_the_hour(const Absence& absence) {
  return absence.from.time && absence.to && absence.to->time && absence.to->day == absence.from.day;
}

std::string days_of(const Absence& absence) {
  if (is_by_the_hour(absence)) return "on " + words_for(absence);
  if (!absence.to) return "from " + long_date(absence.from) + " on";
  if (absence.to == absence.from) return "on " + long_date(absence.from);
  return "from " + long_date(absence.from) + " to " + long_date(*absence.to);
}

std::string reason(const Absence& absence) { return absence.why.empty() ? "" : ": " + absence.why; }

/// Does the text begin with a date, a time or a length, or with what stands between two dates?
bool begins_with_date(std::string_view text, const Now& now) {
  constexpr std::array<std::string_view, 4> kBetween{"to", "through", "until", "till"};
  const std::string first = fold(text.substr(0, text.find_first_of(" \t\n")));
  if (std::ranges::find(kBetween, first) != kBetween.end()) return true;
  if (first.starts_with("-") || first.starts_with("–") || first.starts_with("..")) return true;
  const std::string_view head = text.substr(0, text.find(".."));
  for (std::size_t end = head.size(); end != std::string_view::npos && end > 0;) {
    if (find_when(head.substr(0, end), now, Direction::forward)) return true;
    end = head.find_last_of(" \t\n,:", end - 1);
  }
  return false;
}

/// Half of a period must not become the reason for the other half. A colon or a comma shows where
/// the reason begins.
void require_reason(std::string_view text, std::string_view reason, const Now& now) {
  if (reason.empty()) return;
  const auto at = static_cast<std::size_t>(reason.data() - text.data());
  const std::size_t end = text.find_last_not_of(" \t\n", at - 1);
  const bool punctuated = text[end] == ':' || text[end] == ',';
  if (punctuated || !begins_with_date(reason, now)) return;
  throw Error::usage("an absence is one period; what follows '{}' is '{}'", text.substr(0, end + 1),
                     reason)
      .with_hint(fmt::format("write several days as 10aug..12aug, hours as fri 14:00..16:00; a "
                             "reason like that comes after a "
                             "colon: stead away {}: REASON",
                             text.substr(0, end + 1)));
}

/// The absence that a text begins with, whole days or by the hour; the rest is the reason.
Absence read_absence(const std::string& text, const Now& now) {
  if (const auto hours = leading_time_period(text, now, Direction::forward)) {
    require_reason(text, hours->rest, now);
    return {hours->value.first, hours->value.last, std::string(hours->rest)};
  }
  const auto period = leading_period(text, now, Direction::forward);
  if (!period) {
    read_period(text, now, Direction::forward);  // says what is wrong with it
    throw Error::usage("'{}' does not begin with a period", text);
  }
  require_reason(text, period->rest, now);
  Absence absence{.from = {period->value.first, {}}, .to = {}, .why = std::string(period->rest)};
  if (period->value.last != kLastDay) absence.to = When{period->value.last, {}};
  return absence;
}

Period whole_days(const Absence& absence) {
  return {absence.from.day, absence.to ? absence.to->day : kLastDay};
}

/// The same time, however it is written: what tells an absence from another.
bool is_same_time(const Absence& a, const Absence& b) {
  const auto same = [](const When& x, const When& y) {
    return x.time.has_value() == y.time.has_value() && x.instant() == y.instant();
  };
  return same(a.from, b.from) && a.to.has_value() == b.to.has_value() &&
         (!a.to || same(*a.to, *b.to));
}

/// As a command takes it.
std::string typed(const Absence& absence) {
  if (!absence.from.time && absence.to == absence.from) return to_string(absence.from);
  return to_string(absence.from) + ".." + (absence.to ? to_string(*absence.to) : "");
}

std::string who_is(const Contact& who) { return who.id == "me" ? "you are" : who.name + " is"; }
std::string who_option(const Contact& who) { return who.id == "me" ? "" : " --who " + who.id; }

/// Two absences at the same time would be one too many to cancel.
void require_new(const Contact& who, const Absence& absence) {
  for (const Absence& other : who.away) {
    if (!is_same_time(other, absence)) continue;
    throw Error::usage("{} away {} already{}", who_is(who), days_of(other), reason(other))
        .with_hint(fmt::format("take that back first: stead away --cancel {}{}", typed(other),
                               who_option(who)));
  }
}

/// Others may meet it: a dentist in the holidays.
void hint_of_others(Session& session, const Contact& who, const Absence& absence) {
  for (const Absence& other : who.away) {
    if (other == absence || !other.overlaps(whole_days(absence))) continue;
    session.hint(fmt::format("{} away {} as well{}", who_is(who), days_of(other), reason(other)));
  }
}

/// What was understood, and what it leaves open: one page.
void show(Session& session, const Text& echo, const AbsenceReport& report) {
  if (report.clients.empty()) return session.say(echo);
  if (session.options.quiet || session.format == Format::json) return;
  if (session.format == Format::csv || session.format == Format::tsv) {
    return session.show_table(to_table(report));
  }
  Document document;
  document.add(Paragraph{echo});
  for (Block& block : to_document(report).blocks) document.add(std::move(block));
  session.show_document(document);
}

/// Whoever offers first is asked first: a colleague who goes away may want somebody to hold the
/// fort.
void hint_to_offer(Session& session, const Contact& who, const Absence& absence) {
  const Period days{absence.from.day, absence.to ? absence.to->day : kLastDay};
  if (!can_offer_to_cover(session.book(), who, days)) return;
  session.hint(fmt::format("offer to hold the fort: stead cover {} me {}", who.id, typed(days)));
}

/// The absence that is meant: without a text the present or the next one, else the one of just that
/// time, or the only one that meets it.
Absence find_absence(Session& session, const std::string& text, const Contact& who) {
  std::vector<Absence> found;
  if (text.empty()) {
    std::ranges::copy_if(who.away, std::back_inserter(found), [&](const Absence& absence) {
      return !absence.to || absence.to->day >= session.now.today;
    });
    const auto next = std::ranges::min_element(
        found, {}, [](const Absence& absence) { return absence.from.day; });
    if (next != found.end()) found = {Absence(*next)};
  } else {
    const Absence meant = read_absence(text, session.now);
    if (!meant.why.empty()) read_period(text, session.now, Direction::forward);  // too much
    for (const Absence& absence : who.away) {
      if (is_same_time(absence, meant)) return absence;
      if (absence.overlaps(whole_days(meant))) found.push_back(absence);
    }
  }
  const std::string name = who.id == "me" ? "you have" : who.name + " has";
  if (found.empty()) {
    throw Error::usage("{} no such absence", name).with_hint("stead who away lists them");
  }
  if (found.size() == 1) return found.front();
  std::string list;
  for (const Absence& absence : found) list += "\n  " + typed(absence) + reason(absence);
  throw Error::usage("{} {} absences in that time:{}", name, found.size(), list)
      .with_hint("name one of them by just its time");
}

void record(Session& session, const AwayOptions& options, Contact who) {
  Absence absence = read_absence(session.text_argument(options.words, "the period"), session.now);
  std::optional<Absence> before;
  if (!options.instead.empty()) {
    before = find_absence(session, options.instead, who);
    std::erase(who.away, *before);
    if (absence.why.empty()) absence.why = before->why;
  }
  require_new(who, absence);
  who.away.push_back(absence);
  sort_by(who.away, [](const Absence& each) { return each.from.day; });
  session.edits().put(who);
  const Day today = session.now.today;
  const bool is_over = absence.to && absence.to->day < today;
  const std::string name = who.id == "me" ? "You" : who.name;
  const std::string verb =
      who.id == "me" ? (is_over ? " were" : " are") : (is_over ? " was" : " is");
  const AbsenceReport report = absence_report(session.book(), who.id, absence, today);
  show(session,
       Text(name + verb + " away", Tone::strong) + " " + days_of(absence) +
           (before ? ", not " + days_of(*before) : "") + reason(absence) + ".",
       report);
  hint_of_others(session, who, absence);
  if (is_over) session.hint("all of that is over, so no client is looked at");
  if (!is_over) hint_to_offer(session, who, absence);
  if (!report.has_gaps()) return;
  session.status = Status::no;
  const auto open = std::ranges::find_if(
      report.clients, [](const TouchedClient& client) { return !client.gaps().empty(); });
  session.hint(fmt::format("who could? stead who covers {} --on {}", open->client,
                           to_string(open->gaps().front().first)));
}

void cancel(Session& session, const AwayOptions& options, Contact who) {
  const std::string text =
      options.words.empty() ? "" : session.text_argument(options.words, "the period");
  const Absence absence = find_absence(session, text, who);
  std::erase(who.away, absence);
  session.edits().put(who);
  const std::string name = who.id == "me" ? "You are" : who.name + " is";
  session.say(Text(name + " not away", Tone::strong) + " " + days_of(absence) + " any more.");
}

void away(Session& session, const AwayOptions& options) {
  const std::string id = options.who.empty() ? "me" : contact_named(session.book(), options.who);
  Contact who = *session.edits().contact(id);
  if (options.cancel && !options.instead.empty()) {
    throw Error::usage("--cancel and --instead cannot stand together")
        .with_hint("--cancel takes an absence back, --instead moves it");
  }
  if (options.cancel) return cancel(session, options, std::move(who));
  if (options.words.empty()) {
    throw Error::usage("'away' needs a period").with_hint("stead away 10aug..21aug family");
  }
  record(session, options, std::move(who));
}

}  // namespace

Action away_command(Syntax& syntax) {
  auto options = std::make_shared<AwayOptions>();
  syntax.example(
      "$ stead away 1sep..4sep conference\n"
      "You are away from Tue 2026-09-01 to Fri 2026-09-04: conference.\n"
      "…and who covers each client meanwhile");
  syntax.argument("period", "PERIOD [WHY]", options->words, "When, and in your own words why");
  syntax.option("--who", "WHO", options->who, "Somebody else's absence");
  syntax.option("--instead", "PERIOD", options->instead,
                "It is moved: not the one that meets this");
  syntax.flag("--cancel", options->cancel, "It does not take place; without PERIOD, the next one");
  return [options](Session& session) { away(session, *options); };
}

}  // namespace stead
