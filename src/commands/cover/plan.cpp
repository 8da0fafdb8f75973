#include "stead/plan.h"
#include "stead/periods.h"

#include "cli/command.h"
#include "stead/dates.h"

#include <algorithm>

namespace stead {
namespace {

struct PlanOptions {
  std::vector<std::string> period;
  bool apply = false;
  bool ask = false;
};

/// The days to plan: of a period that has begun, those that are left.
Period read_days(Session& session, const PlanOptions& options) {
  if (options.period.empty()) {
    throw Error::usage("'plan' needs a period").with_hint("stead plan 10aug..21aug");
  }
  const std::string text = session.text_argument(options.period, "the period");
  const Period period = read_period(text, session.now, Direction::forward);
  const Day today = session.now.today;
  if (period.last < today) {
    throw Error::usage("all of '{}' is over: it ended {}", text, long_date(period.last))
        .with_hint("name days from today on: stead plan next week");
  }
  const Period days{std::max(period.first, today), period.last};
  if (add(days.first, {.count = 1, .unit = Span::Unit::year}) <= days.last) {
    const char* what = days.last == kLastDay ? "has no end" : "is longer than a year";
    throw Error::usage("'{}' {}, and a plan goes by days", text, what)
        .with_hint(fmt::format("name its last day: stead plan {}..{}", to_string(days.first),
                               to_string(days.first + Days(13))));
  }
  return days;
}

std::size_t proposals(const PlanReport& report) {
  std::size_t count = 0;
  for (const PlannedClient& client : report.clients) {
    count += static_cast<std::size_t>(
        std::ranges::count(client.stretches, PlanState::proposed, &PlanStretch::state));
  }
  return count;
}

void apply(Session& session, const PlanReport& report) {
  apply_plan(session.edits(), report, session.now.today);
  const std::size_t count = proposals(report);
  if (count == 0)
    return session.say("Nothing is written: the plan adds nothing to what is in force.");
  session.say_with_undo(
      Text(count == 1 ? "1 arrangement is" : fmt::format("{} arrangements are", count),
           Tone::strong) +
      " written as offered, not agreed yet.");
  const bool is_shown = !session.options.quiet && session.format != Format::json;
  if (is_shown) session.show_document(written_document(report));
}

void plan(Session& session, const PlanOptions& options) {
  const Period days = read_days(session, options);
  if (options.apply) session.hold_book();
  const PlanReport report = plan_report(session.book(), days);
  if (options.apply) apply(session, report);
  if (options.ask && !(options.apply && session.format == Format::json)) {
    session.show(plan_messages(report));
  } else if (!options.apply) {
    session.show(report);
  }
  if (report.clients.empty())
    session.hint("a client is a contact with this tag: stead set WHO --tag client");
  const std::string period = typed(days);
  if (report.proposes() && !options.apply && !options.ask) {
    session.hint(
        fmt::format("to write it as offered: stead plan {} --apply; to ask: --ask", period));
  }
  if (!report.has_gaps()) return;
  session.status = Status::no;
  if (options.apply || options.ask) {
    session.hint(fmt::format("a client has nobody on some day: stead plan {}", period));
  }
}

}  // namespace

Action plan_command(Syntax& syntax) {
  auto options = std::make_shared<PlanOptions>();
  syntax.example(
      "$ stead plan 10aug..21aug\n"
      "Who stands in for you  Mon 2026-08-10 to Fri 2026-08-21\n"
      "…");
  syntax.argument("period", "PERIOD", options->period, "The days to plan, such as 10aug..21aug");
  syntax.flag("--apply", options->apply, "Write what is proposed, as offered");
  syntax.flag("--ask", options->ask, "Show what to write to each stand-in; nothing is sent");
  return [options](Session& session) { plan(session, *options); };
}

}  // namespace stead
