#include "cli/command.h"
#include "commands/cover/arrangement.h"
#include "stead/cover_messages.h"
#include "stead/covering.h"
#include "stead/dates.h"
#include "stead/names.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

namespace stead {
namespace {

struct CoverOptions {
  std::string client;
  std::string who;
  std::vector<std::string> period;
  bool agreed = false;
  bool briefed = false;
  bool told = false;
  std::string on;
  std::vector<std::string> scope;
  std::string rank;
  std::string note;

  bool says_more() const {
    return agreed || briefed || told || !on.empty() || !rank.empty() || !note.empty();
  }
};

int read_rank(const std::string& text) {
  int rank = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rank);
  if (error == std::errc() && end == text.data() + text.size() && rank >= 1 && rank <= 99) {
    return rank;
  }
  throw Error::usage("'{}' is not a rank", text)
      .with_hint("--rank takes 1 to 99, 1 is asked first");
}

/// A client's record holds who covers it, the owner's and a colleague's what is for all of theirs.
void require_coverable(const Book& book, const Contact& client, const std::string& who) {
  const std::string owner =
      client.client_of.empty() ? "me" : std::string(book.canonical(client.client_of));
  const bool is_client = client.has_tag("client");
  if (client.id == who || (is_client && owner == who)) {
    const bool you = who == "me";
    const std::string whose = !is_client || client.id == who ? ""
                              : you ? fmt::format(": {} is your own client", client.name)
                                    : fmt::format(": {} is their own client", client.name);
    throw Error::usage("{} cannot stand in for {}{}", you ? "you" : book.name_of(who),
                       you ? "yourself" : "themselves", whose)
        .with_hint(fmt::format("name somebody else: stead cover {} WHO", client.id));
  }
  if (client.id == "me" || is_client || client.has_tag("colleague") || who == "me") return;
  const std::string other =
      client.org.empty() ? "" : fmt::format("stead cover {} {}, or ", client.org, who);
  throw Error::usage("{} is no client", client.name)
      .with_hint(fmt::format("{}stead set {} --tag client", other, client.id));
}

/// Which arrangement is meant: by whom, for when and for what, as far as that was said.
struct ToArrange {
  std::string who;
  std::optional<Period> period;
  std::optional<std::vector<std::string>> scope;
};

/// The arrangement that is meant, by its place in the list; nothing: a new one.
std::optional<std::size_t> find_arrangement(const Session& session, const Contact& client,
                                            const ToArrange& wanted, bool says_more) {
  const auto& [who, period, scope] = wanted;
  std::vector<std::size_t> found;
  std::vector<std::size_t> standing;
  for (std::size_t i = 0; i < client.cover.size(); ++i) {
    const Cover& cover = client.cover[i];
    if (session.book().canonical(cover.by) != who) continue;
    if (scope && !is_for(cover, *scope)) continue;
    if (period ? !is_for(cover, *period) : cover.to && *cover.to < session.now.today) continue;
    found.push_back(i);
    if (!cover.from && !cover.to) standing.push_back(i);
  }
  // Without a word about days a standing one is meant; or, to say more about it, the only one.
  if (!period && (!standing.empty() || !says_more)) found = standing;
  if (found.empty()) return std::nullopt;
  if (found.size() == 1) return found.front();
  std::string list;
  for (const std::size_t i : found) list += "\n  " + in_words(client.cover[i]);
  const std::string name = who == "me" ? "you have" : session.book().name_of(who) + " has";
  const bool by_scope = found.size() == standing.size() || period;
  throw Error::usage("{} {} arrangements for {}:{}", name, found.size(), covered_name(client), list)
      .with_hint(by_scope ? fmt::format("say which: stead cover {} {} --scope WORD, or --scope all",
                                        client.id, who)
                          : fmt::format("say for when: stead cover {} {} PERIOD", client.id, who));
}

std::string note_of(Session& session, const CoverOptions& options) {
  std::string note = session.text_argument({options.note}, "the note");
  if (note.empty()) throw Error::usage("the note is empty");
  return note;
}

void apply_options(Session& session, Cover& cover, const CoverOptions& options) {
  const Day on =
      options.on.empty() ? session.now.today : read_day(options.on, session.now, Direction::back);
  if (session.now.today < on) {
    throw Error::usage("{} is still to come", long_date(on))
        .with_hint(
            "--on is the day on which it was agreed, briefed or told; for when it is, give a "
            "period");
  }
  const bool has_flag = options.agreed || options.briefed || options.told;
  if (!options.on.empty() && !has_flag && cover.agreed) {
    throw Error::usage("--on needs to know what happened on that day")
        .with_hint("add --agreed, --briefed or --told");
  }
  if (options.agreed) cover.agreed = on;
  if (options.briefed) cover.briefed = on;
  if (options.told) cover.client_told = on;
  if (!options.rank.empty()) cover.rank = read_rank(options.rank);
  if (!options.note.empty()) cover.note = note_of(session, options);
  const bool is_new_offer = !cover.offered || (!options.on.empty() && !has_flag);
  if (!cover.agreed && is_new_offer) cover.offered = on;
}

Text echo(const Book& book, const Contact& client, const Cover& cover) {
  std::vector<std::string> state;
  if (cover.agreed) state.push_back("agreed " + long_date(*cover.agreed));
  if (!cover.agreed && cover.offered) {
    state.push_back("offered " + long_date(*cover.offered) + ", not agreed yet");
  }
  if (cover.briefed) state.push_back("briefed " + long_date(*cover.briefed));
  if (cover.client_told) state.emplace_back("the client knows");
  const bool you = book.canonical(cover.by) == "me";
  const std::string who = you ? "You stand" : book.name_of(cover.by) + " stands";
  const std::string scope =
      cover.scope.empty() ? "" : fmt::format(" ({} only)", fmt::join(cover.scope, ", "));
  const bool is_standing = !cover.from && !cover.to;
  const std::string days = is_standing ? " until further notice" : ", " + days_of(cover);
  return Text(who + " in for " + covered_name(client), Tone::strong) +
         fmt::format("{}{}: {}.", scope, days, fmt::join(state, ", "));
}

/// What stands in the way of the arrangement, or may.
void warn_about_scope(Session& session, const Contact& client, const Cover& cover,
                      const Contact& who) {
  const auto has = [](const std::vector<std::string>& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
  };
  if (client.needs.empty()) return;
  const std::string needs = fmt::format("{}", fmt::join(client.needs, ", "));
  for (const std::string& word : cover.scope) {
    if (!has(client.needs, word)) {
      session.hint(fmt::format("'{}' is not among what {} needs: {}", word, client.name, needs));
    }
  }
  const bool knows = std::ranges::any_of(
      client.needs, [&](const std::string& need) { return has(who.skills, need); });
  if (who.id != "me" && !who.skills.empty() && !knows) {
    session.hint(fmt::format("{} needs {}, and {} knows {}", client.name, needs, who.name,
                             fmt::join(who.skills, ", ")));
  }
}

/// What a person would want to know before relying on it.
void warn(Session& session, const Contact& client, const Cover& cover) {
  const Contact& who = *session.book().contact(cover.by);
  const Day today = session.now.today;
  const Period days{std::max(cover.from.value_or(today), today), cover.to.value_or(kLastDay)};
  if (days.last < today) session.hint("all of that is over");
  if (cover.agreed && add(*cover.agreed, {.count = 1, .unit = Span::Unit::year}) < today) {
    session.hint(
        fmt::format("{} agreed over a year ago; ask again, then: stead cover {} {} --agreed",
                    who.id == "me" ? "you" : who.name, client.id, who.id));
  }
  if (client.archived) session.hint(client.name + " is archived");
  if (who.archived) session.hint(who.name + " is archived, and so is never the answer");
  for (const Absence& absence : who.away) {
    if (!absence.overlaps(days)) continue;
    const std::string to = absence.to ? " to " + long_date(absence.to->day) : " on";
    session.hint(fmt::format("{} away from {}{}", who.id == "me" ? "you are" : who.name + " is",
                             long_date(absence.from.day), to));
  }
  warn_about_scope(session, client, cover, who);
  if (who.id != "me" && who.phone.empty()) {
    session.hint(fmt::format("the book has no phone number of {}: stead set {} --phone NUMBER",
                             who.name, who.id));
  }
}

/// Whoever agrees last is not whom `who covers` names where somebody has agreed before. `client` is
/// as it was.
void hint_of_order(Session& session, const Contact& client, const Cover& arranged) {
  if (!arranged.agreed || arranged.rank || arranged.by == kMe) return;
  const Day today = session.now.today;
  const Day first = std::max(arranged.from.value_or(today), today);
  if (!arranged.contains(first)) return;
  const Covering before = covering(session.book(), client.id, first);
  const Candidate* answer = before.answer();
  if (answer == nullptr || !answer->cover.agreed || answer->by_owner) return;
  const bool is_for_days = answer->cover.from && answer->cover.to;
  if (answer->who == arranged.by || answer->who == kMe || answer->cover.rank.value_or(1) > 1 ||
      (!is_for_days && arranged.from && arranged.to)) {
    return;
  }
  session.hint(fmt::format("{} is asked first; to put {} behind: stead cover {} {} --rank 2",
                           answer->name, answer->name, client.id, answer->who));
}

/// A colleague is offered something: what to write to them.
void say_offer(Session& session, const Contact& colleague, const Cover& cover) {
  if (colleague.id == "me" || colleague.has_tag("client") || cover.agreed) return;
  if (session.book().canonical(cover.by) != "me" || !cover.from) return;
  const Period days{*cover.from, cover.to.value_or(kLastDay)};
  session.say("Write to them: " + Text(offer_to_cover(colleague, days)));
}

void arrange(Session& session, const CoverOptions& options) {
  const Book& book = session.book();
  const std::string client_id = contact_named(book, options.client);
  const std::string who = contact_named(book, options.who);
  Contact client = *session.edits().contact(client_id);
  require_coverable(book, client, who);
  const ToArrange wanted{who, read_arranged_period(session, options.period),
                         read_scope(options.scope)};
  const auto index = find_arrangement(session, client, wanted, options.says_more());
  Cover& cover = index ? client.cover[*index] : client.cover.emplace_back();
  if (!index) {
    cover.by = who;
    cover.scope = wanted.scope.value_or(std::vector<std::string>());
    if (wanted.period) set_period(cover, *wanted.period);
  }
  const Cover before = cover;
  apply_options(session, cover, options);
  const Cover arranged = cover;
  session.edits().put(client);
  session.say(echo(book, client, arranged));
  say_offer(session, client, arranged);
  warn(session, client, arranged);
  if (!index) hint_of_order(session, *book.contact(client_id), arranged);
  if (index && arranged == before) {
    session.hint("that is arranged already; --agreed, --briefed and --told say more about it");
  }
}

}  // namespace

Action cover_command(Syntax& syntax) {
  auto options = std::make_shared<CoverOptions>();
  syntax.example(
      "$ stead cover acme sam --agreed --briefed\n"
      "Sam Ortiz stands in for Acme Dental (network only) until further notice: agreed\n"
      "Mon 2026-08-03, briefed Mon 2026-08-03.");
  syntax.required("client", "CLIENT", options->client,
                  "A client; 'me': whoever has nobody; a colleague: their clients");
  syntax.required("who", "WHO", options->who, "Who stands in; 'me' for a client of a colleague's");
  syntax.argument("period", "PERIOD", options->period, "For these days only");
  syntax.flag("--agreed", options->agreed, "They said yes");
  syntax.flag("--briefed", options->briefed, "They know what they need to know");
  syntax.flag("--told", options->told, "The client knows whom to call");
  syntax.option("--on", "WHEN", options->on, "The day of that, if not today");
  add_scope_option(syntax, options->scope,
                   "Only for this need; may be given again; all: for everything");
  syntax.option("--rank", "N", options->rank, "1 is asked first");
  syntax.option("--note", "TEXT", options->note, "Terms, keys, where the documents are");
  return [options](Session& session) { arrange(session, *options); };
}

}  // namespace stead
