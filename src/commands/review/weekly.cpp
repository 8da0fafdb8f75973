#include "stead/weekly.h"
#include "cli/command.h"
#include "stead/dates.h"

#include <CLI/CLI.hpp>

namespace stead {
namespace {

struct Options {
  std::vector<std::string> period;
  bool if_any = false;
};

void weekly(Session& session, const Options& options) {
  std::optional<Period> period;
  if (!options.period.empty()) {
    period = read_period(session.text_argument(options.period, "the period"), session.now,
                         Direction::forward);
  }
  const WeeklyReport report = weekly_report(session.book(), session.now, period);
  if (options.if_any && !report.asks_for_something()) return;
  session.show(report);
}

}  // namespace

Action weekly_command(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.footer("$ stead weekly next week\n…");
  app.add_option("period", options->period, "Another period than this week")->type_name("PERIOD");
  app.add_flag("--if-any", options->if_any, "Print nothing when there is nothing to do");
  return [options](Session& session) { weekly(session, *options); };
}

}  // namespace stead
