#include "cli/command.h"
#include "stead/covering.h"
#include "stead/dates.h"
#include "stead/names.h"
#include "stead/replies.h"
#include "stead/text.h"
#include "stead/who_away.h"
#include "stead/who_can.h"
#include "stead/who_knows.h"
#include "stead/who_sent.h"

namespace stead {
namespace {

struct WhoOptions {
  std::string who;
  std::string on;
  std::vector<std::string> period;
  std::string skill;
  bool answered = false;
};

/// The days that are asked about: today where nothing is said.
Period period_asked(const Session& session, const WhoOptions& options) {
  const Day today = session.now.today;
  return options.on.empty() ? Period{today, today}
                            : read_period(options.on, session.now, Direction::forward);
}

void covers(Session& session, const WhoOptions& options) {
  const std::string who = contact_named(session.book(), options.who, Archived::found);
  const CoveringReport report =
      covering_report(session.book(), who, period_asked(session, options));
  session.show(report);
  if (!report.is_covered()) session.status = Status::no;
}

void can(Session& session, const WhoOptions& options) {
  session.read_whole_book();
  const std::string who = contact_named(session.book(), options.who, Archived::found);
  const CanReport report =
      can_report(session.book(), who, period_asked(session, options), session.now.today);
  session.show(report);
  if (!report.has_somebody()) session.status = Status::no;
}

void away(Session& session, const WhoOptions& options) {
  constexpr Days kBeforeFourWeeks{27};
  const Day today = session.now.today;
  const Period period = options.period.empty()
                            ? Period{today, today + kBeforeFourWeeks}
                            : read_period(session.text_argument(options.period, "the period"),
                                          session.now, Direction::forward);
  session.show(away_report(session.book(), period));
}

void knows(Session& session, const WhoOptions& options) {
  require_clean(options.skill, "the skill");
  const KnowsReport report = knows_report(session.book(), options.skill, session.now.today);
  session.show(report);
  if (report.people.empty()) session.status = Status::no;
}

void sent(Session& session, const WhoOptions& options) {
  session.read_whole_book();
  const std::string who = contact_named(session.book(), options.who, Archived::found);
  const SentReport report = sent_report(session.book(), who);
  session.show(report);
  if (report.chain.empty()) session.status = Status::no;
}

void waits(Session& session, const WhoOptions& options) {
  session.read_whole_book();
  RepliesRequest request{.who = {}, .answered = options.answered};
  if (!options.who.empty()) {
    request.who = contact_named(session.book(), options.who, Archived::found);
  }
  session.show(replies_report(session.book(), session.now, request));
}

}  // namespace

Action who_command(Syntax& syntax) {
  auto options = std::make_shared<WhoOptions>();
  syntax.example(
      "$ stead who covers acme\n"
      "Sam Ortiz covers Acme Dental  Mon 2026-08-03\n"
      "…");
  Syntax covers_word = syntax.word("covers", "Who stands in for a client's owner");
  covers_word.required("who", "WHO", options->who, "A client, or somebody who works there");
  covers_word.option("--on", "DATE|PERIOD", options->on, "That day or period, not today");
  Syntax can_word = syntax.word("can", "Who could stand in, and what speaks for each");
  can_word.required("client", "CLIENT", options->who, "A client, or somebody who works there");
  can_word.option("--on", "DATE|PERIOD", options->on, "That day or period, not today");
  Syntax away_word = syntax.word("away", "Who is away, in the next four weeks if not said");
  away_word.argument("period", "PERIOD", options->period, "When");
  Syntax knows_word = syntax.word("knows", "Who has a skill, and is there today");
  knows_word.required("skill", "SKILL", options->skill, "One word, as contacts have it");
  Syntax sent_word = syntax.word("sent", "Who sent somebody to you, and who sent those");
  sent_word.required("who", "WHO", options->who, "A client, or anybody else");
  Syntax waits_word =
      syntax.word("waits", "Who waits for your answer, longest over their limit first");
  waits_word.argument("who", "WHO", options->who, "Only they, and of an organisation its people");
  waits_word.flag("--answered", options->answered, "How soon you answered, per person and in all");
  return [=](Session& session) {
    if (can_word.is_given()) return can(session, *options);
    if (away_word.is_given()) return away(session, *options);
    if (knows_word.is_given()) return knows(session, *options);
    if (sent_word.is_given()) return sent(session, *options);
    if (waits_word.is_given()) return waits(session, *options);
    covers(session, *options);
  };
}

}  // namespace stead
