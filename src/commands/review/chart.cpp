#include "cli/command.h"
#include "commands/review/asked.h"
#include "stead/contact_calendar.h"
#include "stead/promise_months.h"
#include "stead/reply_months.h"

namespace stead {
namespace {

struct ChartOptions {
  std::vector<std::string> words;
  bool mine = false;
  bool theirs = false;
};

void chart_contacts(Session& session, const ChartOptions& options) {
  const Asked asked = read_asked(session, options.words, "chart contacts");
  session.show(contact_calendar(session.book(), session.now.today, asked.subject, asked.period));
}

void chart_promises(Session& session, const ChartOptions& options) {
  const Asked asked = read_asked(session, options.words, "chart promises");
  const PromiseSides sides = options.mine == options.theirs ? PromiseSides::both
                             : options.mine                 ? PromiseSides::mine
                                                            : PromiseSides::theirs;
  session.show(promise_months(session.book(), session.now, asked.subject, sides, asked.period));
}

void chart_replies(Session& session, const ChartOptions& options) {
  const Asked asked = read_asked(session, options.words, "chart replies");
  session.show(reply_months(session.book(), session.now, asked.subject, asked.period));
}

}  // namespace

Action chart_command(Syntax& syntax) {
  const auto options = std::make_shared<ChartOptions>();
  const auto take_words = [&](Syntax& word) {
    word.argument("words", "[WHO] [PERIOD]", options->words, "Of whom, also as a filter, and when");
  };
  syntax.example(
      "$ stead chart promises ana\n"
      "Promises with Ana Ruiz  Mon 2025-09-01 to Mon 2026-08-03\n"
      "…");
  Syntax contacts = syntax.word("contacts", "On which days you were in contact, of a year");
  take_words(contacts);
  Syntax promises = syntax.word("promises", "How promises ended, month by month");
  take_words(promises);
  promises.flag("--mine", options->mine, "Only yours to them");
  promises.flag("--theirs", options->theirs, "Only theirs to you");
  Syntax replies = syntax.word("replies", "How soon you answered, month by month");
  take_words(replies);
  return [=](Session& session) {
    if (promises.is_given()) return chart_promises(session, *options);
    if (replies.is_given()) return chart_replies(session, *options);
    chart_contacts(session, *options);
  };
}

}  // namespace stead
