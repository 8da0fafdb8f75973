#include "cli/command.h"
#include "stead/dates.h"
#include "stead/filter.h"
#include "stead/promise_list.h"

#include <CLI/CLI.hpp>

namespace stead {
namespace {

struct Options {
  std::vector<std::string> filter;
  std::string due;
  bool late = false;
  bool closed = false;
  bool mine = false;
  bool theirs = false;
};

PromiseListRequest request_of(const Session& session, const Options& options) {
  using Side = PromiseListRequest::Side;
  if (options.mine && options.theirs) {
    throw Error::usage("--mine and --theirs exclude each other")
        .with_hint("leave both out for all promises");
  }
  PromiseListRequest request;
  if (options.mine) request.side = Side::mine;
  if (options.theirs) request.side = Side::theirs;
  if (!options.due.empty()) {
    request.due = read_period(options.due, session.now, Direction::forward);
  }
  request.closed = options.closed;
  request.late = options.late;
  if (options.filter.empty()) return request;
  const Filter filter(session.book(), options.filter, session.now);
  request.filter = [filter](const Promise& promise) { return filter.matches(promise); };
  return request;
}

}  // namespace

Action promises_command(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.footer(
      "$ stead promises --late\n"
      "Promises  1\n"
      "\n"
      "Late  1\n"
      "  k7q2wd4  to Ana Ruiz: migration estimate  Fri 2026-07-31, 3 days late");
  app.add_option("filter", options->filter, "A name, words of the text, or for:acme, since:aug …")
      ->type_name("FILTER");
  app.add_flag("--late", options->late, "Only those past their date; status 1 when there are any");
  app.add_option("--due", options->due, "Only those due then; looks ahead: ..fri, next week")
      ->type_name("PERIOD");
  app.add_flag("--closed", options->closed, "Those that were closed, the last one first");
  app.add_flag("--mine", options->mine, "Only what you promised");
  app.add_flag("--theirs", options->theirs, "Only what was promised to you");
  return [options](Session& session) {
    const PromiseList list =
        promise_list_report(session.book(), session.now, request_of(session, *options));
    if (options->late && !list.promises.empty()) session.status = Status::no;
    if (session.format == Format::csv || session.format == Format::tsv) {
      return session.show_document(Document().add(to_table(list)));
    }
    session.show(list);
  };
}

}  // namespace stead
