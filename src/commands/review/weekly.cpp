#include "stead/weekly.h"
#include "cli/command.h"
#include "stead/dates.h"

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

Action weekly_command(Syntax& syntax) {
  auto options = std::make_shared<Options>();
  syntax.example("$ stead weekly next week\n…");
  syntax.argument("period", "PERIOD", options->period, "Another period than this week");
  syntax.flag("--if-any", options->if_any, "Print nothing when there is nothing to do");
  return [options](Session& session) { weekly(session, *options); };
}

}  // namespace stead
