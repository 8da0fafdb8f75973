#include "cli/command.h"
#include "commands/cover/arrangement.h"
#include "stead/dates.h"
#include "stead/names.h"

#include <algorithm>
#include <iterator>

namespace stead {
namespace {

struct UncoverOptions {
  std::string client;
  std::vector<std::string> rest;
  std::vector<std::string> scope;
};

/// Which arrangements are meant: by whom, for when and for what, as far as that was said.
struct ToEnd {
  std::optional<std::string> who;
  std::optional<Period> period;
  std::optional<std::vector<std::string>> scope;

  bool fits(const Book& book, const Cover& cover) const {
    return (!who || book.canonical(cover.by) == *who) && (!period || is_for(cover, *period)) &&
           (!scope || is_for(cover, *scope));
  }
};

/// A word may be a name and a period at once: `may`.
void require_no_name(const Book& book, const std::string& text) {
  const auto who = find_contact_named(book, text, Archived::found);
  if (!who) return;
  throw Error::usage("'{}' is a period, and {}", text, book.name_of(*who))
      .with_hint(fmt::format("use the handle {}, or write the period as A..B", *who));
}

/// Days that could be of this year or another are those of an arrangement that there is: one to
/// come, else one that is over.
Period period_meant(Session& session, const Contact& client, const std::string& text) {
  const Period ahead = *read_arranged_period(session, {text});
  const auto is_there = [&client](const Period& period) {
    return std::ranges::any_of(client.cover,
                               [&](const Cover& cover) { return is_for(cover, period); });
  };
  if (is_there(ahead)) return ahead;
  try {
    const Period past = *read_arranged_period(session, {text}, Direction::back);
    return is_there(past) ? past : ahead;
  } catch (const Error&) {
    return ahead;  // words that only look ahead
  }
}

ToEnd read_wanted(Session& session, const Contact& client, const UncoverOptions& options) {
  ToEnd wanted;
  wanted.scope = read_scope(options.scope);
  if (options.rest.empty()) return wanted;
  const std::string all = session.text_argument(options.rest, "the arrangement");
  const bool is_period = all == "standing" || find_period(all, session.now, Direction::forward);
  if (is_period) {
    require_no_name(session.book(), all);
    wanted.period = period_meant(session, client, all);
    return wanted;
  }
  wanted.who = contact_named(session.book(), options.rest.front(), Archived::found);
  const std::vector<std::string> period(options.rest.begin() + 1, options.rest.end());
  if (!period.empty()) {
    wanted.period = period_meant(session, client, session.text_argument(period, "the period"));
  }
  return wanted;
}

std::string name_of(const Book& book, const Cover& cover) {
  return book.canonical(cover.by) == "me" ? "you" : book.name_of(cover.by);
}

/// The arrangements of a contact's record, a line each.
std::string list_of(const Book& book, const std::vector<Cover>& covers) {
  std::string list;
  for (const Cover& cover : covers) list += "\n  " + name_of(book, cover) + ", " + in_words(cover);
  return list;
}

/// What tells the arrangements apart, as far as the command can.
std::string hint_for_several(const Contact& client, const std::vector<Cover>& fit) {
  const Cover& first = fit.front();
  const bool by_scope = std::ranges::all_of(fit, [&](const Cover& cover) {
    return cover.by == first.by && cover.from == first.from && cover.to == first.to;
  });
  if (!by_scope) {
    return fmt::format("say which: stead uncover {} WHO PERIOD, or WHO standing; --scope WORD",
                       client.id);
  }
  return fmt::format("say which: stead uncover {} {} --scope WORD, or --scope all", client.id,
                     first.by);
}

/// The only arrangement that is meant.
Cover find_arrangement(const Book& book, const Contact& client, const ToEnd& wanted) {
  std::vector<Cover> fit;
  std::ranges::copy_if(client.cover, std::back_inserter(fit),
                       [&](const Cover& cover) { return wanted.fits(book, cover); });
  if (client.cover.empty()) {
    throw Error::usage("nobody stands in for {}", covered_name(client))
        .with_hint(fmt::format("stead cover {} WHO arranges it", client.id));
  }
  if (fit.empty()) {
    throw Error::usage("there is no such arrangement for {}, but:{}", covered_name(client),
                       list_of(book, client.cover))
        .with_hint(
            fmt::format("say which: stead uncover {} WHO, WHO PERIOD or WHO standing", client.id));
  }
  if (fit.size() > 1) {
    throw Error::usage("{} arrangements for {} fit:{}", fit.size(), covered_name(client),
                       list_of(book, fit))
        .with_hint(hint_for_several(client, fit));
  }
  return fit.front();
}

void end_arrangement(Session& session, const UncoverOptions& options) {
  const Book& book = session.book();
  Contact client = *session.edits().contact(contact_named(book, options.client, Archived::found));
  const ToEnd wanted = read_wanted(session, client, options);
  const Cover ended = find_arrangement(book, client, wanted);
  std::erase(client.cover, ended);
  session.edits().put(client);
  const bool you = book.canonical(ended.by) == "me";
  const std::string who =
      you ? "You no longer stand" : book.name_of(ended.by) + " no longer stands";
  const bool is_plain = !ended.from && !ended.to && ended.scope.empty();
  session.say(Text(who + " in for " + covered_name(client), Tone::strong) +
              (is_plain ? "." : ", " + in_words(ended) + "."));
}

}  // namespace

Action uncover_command(Syntax& syntax) {
  auto options = std::make_shared<UncoverOptions>();
  syntax.example(
      "$ stead uncover acme bo\n"
      "Bo Lind no longer stands in for Acme Dental, from Mon 2026-08-10 to Fri\n"
      "2026-08-21.");
  syntax.required("client", "CLIENT", options->client, "The client, 'me', or a colleague");
  syntax.argument("rest", "[WHO] [PERIOD]", options->rest,
                  "By whom, and for when, where there are several");
  add_scope_option(syntax, options->scope,
                   "The one for this need alone; all: the one for everything");
  return [options](Session& session) { end_arrangement(session, *options); };
}

}  // namespace stead
