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

/// A word may be a name and a period at once: `may`.
void require_no_name(const Book& book, const std::string& text) {
  const auto who = find_contact_named(book, text, Archived::found);
  if (!who) return;
  throw Error::usage("'{}' is a period, and {}", text, book.name_of(*who))
      .with_hint(fmt::format("use the handle {}, or write the period as A..B", *who));
}

Wanted read_wanted(Session& session, const Options& options) {
  Wanted wanted;
  if (options.rest.empty()) return wanted;
  const std::string all = session.text_argument(options.rest, "the arrangement");
  const bool is_period = all == "standing" || find_period(all, session.now, Direction::forward);
  if (is_period) {
    require_no_name(session.book(), all);
    wanted.period = read_arranged_period(session, options.rest);
    return wanted;
  }
  wanted.who = contact_named(session.book(), options.rest.front(), Archived::found);
  wanted.period = read_arranged_period(session, {options.rest.begin() + 1, options.rest.end()});
  return wanted;
}

std::string name_of(const Book& book, const Cover& cover) {
  return book.canonical(cover.by) == "me" ? "you" : book.name_of(cover.by);
}

void end_arrangement(Session& session, const Options& options) {
  const Book& book = session.book();
  Contact client = *session.edits().contact(contact_named(book, options.client, Archived::found));
  const Wanted wanted = read_wanted(session, options);
  const auto is_wanted = [&](const Cover& cover) {
    return (!wanted.who || book.canonical(cover.by) == *wanted.who) &&
           (!wanted.period || is_for(cover, *wanted.period));
  };
  const auto listed = [&](const auto& is_listed) {
    std::string list;
    for (const Cover& cover : client.cover) {
      if (is_listed(cover)) list += "\n  " + name_of(book, cover) + ", " + in_words(cover);
    }
    return list;
  };
  const auto count = std::ranges::count_if(client.cover, is_wanted);
  if (count == 0 && client.cover.empty()) {
    throw Error::usage("nobody stands in for {}", covered_name(client));
  }
  if (count == 0) {
    throw Error::usage("there is no such arrangement for {}, but:{}", covered_name(client),
                       listed([](const Cover&) { return true; }));
  }
  if (count > 1) {
    throw Error::usage("{} arrangements for {} fit:{}", count, covered_name(client),
                       listed(is_wanted))
        .with_hint(
            fmt::format("say which: stead uncover {} WHO PERIOD, or WHO standing", client.id));
  }
  const Cover ended = *std::ranges::find_if(client.cover, is_wanted);
  std::erase_if(client.cover, is_wanted);
  session.edits().put(client);
  const bool you = book.canonical(ended.by) == "me";
  const std::string who =
      you ? "You no longer stand" : book.name_of(ended.by) + " no longer stands";
  const bool is_plain = !ended.from && !ended.to && ended.scope.empty();
  session.say(Text(who + " in for " + covered_name(client), Tone::strong) +
              (is_plain ? "." : ", " + in_words(ended) + "."));
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
