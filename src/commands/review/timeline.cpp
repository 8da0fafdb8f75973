#include "stead/timeline.h"
#include "cli/command.h"
#include "commands/review/asked.h"

namespace stead {
namespace {

struct TimelineOptions {
  std::vector<std::string> words;
  bool ids = false;
};

}  // namespace

Action timeline_command(Syntax& syntax) {
  const auto options = std::make_shared<TimelineOptions>();
  syntax.example(
      "$ stead timeline ana july\n"
      "Timeline of Ana Ruiz  Wed 2026-07-01 to Fri 2026-07-31\n"
      "\n"
      "July 2026\n"
      "  Fri 2026-07-31        due: migration estimate, for Acme Dental\n"
      "  Mon 2026-07-20        promised: migration estimate, for Acme Dental, due Fri\n"
      "                        2026-07-31\n"
      "  Mon 2026-07-06 16:00  mail from them: asks about DNS, answer wanted");
  syntax.argument("words", "[WHO] [PERIOD]", options->words,
                  "Of whom, and when; either may be left out");
  syntax.flag("--ids", options->ids, "Show the ids, to change or remove what is wrong");
  return [options](Session& session) {
    const WhoAndPeriod asked = read_who_and_period(session, options->words, "timeline");
    TimelineRequest request;
    request.who = asked.who;
    request.period = asked.period;
    request.ids = options->ids;
    session.show(timeline_report(session.book(), session.now, request));
  };
}

}  // namespace stead
