#include "stead/ready.h"

#include "cli/command.h"
#include "stead/dates.h"
#include "stead/names.h"

namespace stead {
namespace {

struct ReadyOptions {
  std::string on;
  std::string without;
};

/// Those who are named, none of whom is me or a client of mine.
TakenAway who_drops_out(const Book& book, const std::string& names) {
  if (names.empty()) return {};
  TakenAway without = contacts_named(book, names, Archived::found);
  for (const std::string& each : without) {
    if (each == kMe) {
      throw Error::usage("it is always asked without you").with_hint("stead ready");
    }
    const Contact& who = *book.contact(each);
    if (who.has_tag(kClient) && who.client_of.empty()) {
      throw Error::usage("{} is a client of yours, and nobody who stands in", who.name)
          .with_hint(fmt::format("'stead who covers {}' says who does for them", who.id));
    }
  }
  return without;
}

void ready(Session& session, const ReadyOptions& options) {
  const Day today = session.now.today;
  const Period period = options.on.empty()
                            ? Period{today, today}
                            : read_period(options.on, session.now, Direction::forward);
  const ReadyReport report =
      ready_report(session.book(), period, today, who_drops_out(session.book(), options.without));
  session.show(report);
  if (!report.is_ready()) session.status = Status::no;
}

}  // namespace

Action ready_command(Syntax& syntax) {
  auto options = std::make_shared<ReadyOptions>();
  syntax.example(
      "$ stead ready --without sam\n"
      "0 of 2 clients are ready without Sam Ortiz  Mon 2026-08-03\n"
      "…");
  syntax.option("--on", "DATE|PERIOD", options->on, "That day or period, not today");
  syntax.option("--without", "WHO", options->without, "What if they drop out? Several: bo,sam");
  return [options](Session& session) { ready(session, *options); };
}

}  // namespace stead
