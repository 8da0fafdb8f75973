#include "cli/command.h"
#include "commands/cover/arrangement.h"
#include "stead/dates.h"
#include "stead/names.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace stead {
namespace {

struct Options {
  std::string client;
  std::vector<std::string> rest;
};

/// Which arrangements are meant: by whom, and for when.
struct Wanted {
  std::optional<std::string> who;
  std::optional<Period> period;
};

Wanted read_wanted(const Session& session, const Options& options) {
  Wanted wanted;
  if (options.rest.empty()) return wanted;
  std::string all;
  for (const std::string& word : options.rest) all += (all.empty() ? "" : " ") + word;
  if (!find_contact_named(session.book(), options.rest.front()) &&
      find_period(all, session.now, Direction::forward)) {
    wanted.period = read_arranged_period(session, options.rest);
    return wanted;
  }
  wanted.who = contact_named(session.book(), options.rest.front(), Archived::found);
  wanted.period = read_arranged_period(session, {options.rest.begin() + 1, options.rest.end()});
  return wanted;
}

void end_arrangement(Session& session, const Options& options) {
  const Book& book = session.book();
  Contact client = *session.edits().contact(contact_named(book, options.client, Archived::found));
  const Wanted wanted = read_wanted(session, options);
  const auto is_wanted = [&](const Cover& cover) {
    return (!wanted.who || book.canonical(cover.by) == *wanted.who) &&
           (!wanted.period || is_for(cover, *wanted.period));
  };
  const auto count = std::ranges::count_if(client.cover, is_wanted);
  if (count == 0) {
    throw Error::usage("there is no such arrangement for {}", client.name)
        .with_hint("see what there is: stead show " + client.id);
  }
  if (count > 1) {
    std::string list;
    for (const Cover& cover : client.cover) {
      if (is_wanted(cover)) list += "\n  " + book.name_of(cover.by) + ", " + days_of(cover);
    }
    throw Error::usage("{} has several arrangements:{}", client.name, list)
        .with_hint(fmt::format("say which: stead uncover {} WHO PERIOD", client.id));
  }
  const Cover ended = *std::ranges::find_if(client.cover, is_wanted);
  std::erase_if(client.cover, is_wanted);
  session.edits().put(client);
  const std::string who =
      ended.by == "me" ? "You no longer stand" : book.name_of(ended.by) + " no longer stands";
  session.say(Text(who + " in for " + covered_name(book, client), Tone::strong) + ", " +
              days_of(ended) + ".");
}

}  // namespace

Action uncover_command(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.footer(
      "$ stead uncover acme bo\n"
      "Bo Lind no longer stands in for Acme Dental, from Mon 2026-08-10 to Fri\n"
      "2026-08-21.");
  app.add_option("client", options->client, "The client, 'me', or a colleague")
      ->type_name("CLIENT")
      ->required();
  app.add_option("rest", options->rest, "By whom, and for when, where there are several")
      ->type_name("[WHO] [PERIOD]");
  return [options](Session& session) { end_arrangement(session, *options); };
}

}  // namespace stead
