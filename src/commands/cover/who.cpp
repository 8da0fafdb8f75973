#include "cli/command.h"
#include "stead/absences.h"
#include "stead/covering.h"
#include "stead/dates.h"
#include "stead/names.h"

#include <CLI/CLI.hpp>

namespace stead {
namespace {

struct Options {
  std::string who;
  std::string on;
  std::vector<std::string> period;
};

void covers(Session& session, const Options& options) {
  const std::string who = contact_named(session.book(), options.who, Archived::found);
  const Day today = session.now.today;
  const Period period = options.on.empty()
                            ? Period{today, today}
                            : read_period(options.on, session.now, Direction::forward);
  const CoveringReport report = covering_report(session.book(), who, period);
  session.show(report);
  if (!report.is_covered()) session.status = Status::no;
}

void away(Session& session, const Options& options) {
  constexpr Days kFourWeeks{27};
  const Day today = session.now.today;
  const Period period = options.period.empty()
                            ? Period{today, today + kFourWeeks}
                            : read_period(session.text_argument(options.period, "the period"),
                                          session.now, Direction::forward);
  session.show(absences_report(session.book(), period));
}

}  // namespace

Action who_command(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.footer(
      "$ stead who covers acme\n"
      "Sam Ortiz covers Acme Dental  Mon 2026-08-03\n"
      "…");
  app.require_subcommand(1);
  CLI::App* covers_app = app.add_subcommand("covers", "Who stands in for a client's owner");
  covers_app->fallthrough();
  covers_app->add_option("who", options->who, "A client, or somebody who works there")
      ->type_name("WHO")
      ->required();
  covers_app->add_option("--on", options->on, "That day or period, not today")
      ->type_name("DATE|PERIOD");
  CLI::App* away_app =
      app.add_subcommand("away", "Who is away, in the next four weeks if not said");
  away_app->fallthrough();
  away_app->add_option("period", options->period, "When")->type_name("PERIOD");
  return [options, away_app](Session& session) {
    if (away_app->parsed()) return away(session, *options);
    covers(session, *options);
  };
}

}  // namespace stead
