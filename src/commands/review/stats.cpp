#include "stead/stats.h"
#include "cli/command.h"
#include "commands/review/asked.h"

namespace stead {

Action stats_command(Syntax& syntax) {
  const auto asked_words = std::make_shared<std::vector<std::string>>();
  syntax.example(
      "$ stead stats ana july\n"
      "Figures of Ana Ruiz  Wed 2026-07-01 to Fri 2026-07-31\n"
      "…");
  syntax.argument("words", "[WHO|FILTER] [PERIOD]", *asked_words,
                  "Of whom, and when; either may be left out");
  return [asked_words](Session& session) {
    const Asked asked = read_asked(session, *asked_words, "stats");
    session.show(stats_of(session.book(), session.now, asked.subject, asked.period));
  };
}

}  // namespace stead
