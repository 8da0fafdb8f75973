#include "cli/command.h"
#include "stead/nudge.h"

namespace stead {

Action today_command(Syntax& syntax) {
  const auto if_any = std::make_shared<bool>(false);
  syntax.example(
      "$ stead today\n"
      "Today  Mon 2026-08-03\n"
      "…");
  syntax.flag("--if-any", *if_any, "Print nothing when nothing has to be done today");
  return [if_any](Session& session) {
    const TodayReport report = today_report(session.book(), session.now);
    if (*if_any && !report.asks_for_something()) return;
    session.show(report);
  };
}

}  // namespace stead
