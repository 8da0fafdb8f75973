#include "stead/handoff.h"
#include "cli/command.h"
#include "commands/cover/packing.h"
#include "stead/dates.h"
#include "stead/names.h"
#include "stead/nearest.h"
#include "stead/periods.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace stead {
namespace {

struct HandoffOptions {
  std::string who;
  std::vector<std::string> period;
  std::vector<std::string> omit;
  bool back = false;
  std::string packet;
};

HandoffPart part_named(const std::string& name) {
  std::vector<std::string_view> names;
  for (const HandoffPartName& each : kHandoffParts) {
    if (each.name == name) return each.part;
    names.push_back(each.name);
  }
  const std::string meant = did_you_mean(nearest(name, names));
  throw Error::usage("a handoff has no part '{}'", name)
      .with_hint(meant.empty() ? fmt::format("its parts are: {}", fmt::join(names, ", ")) : meant);
}

/// `--omit talks,ask` is the same as saying it twice.
std::vector<HandoffPart> parts_named(const std::vector<std::string>& lists) {
  std::vector<HandoffPart> parts;
  for (const std::string& list : lists) {
    for (std::size_t begin = 0; begin <= list.size();) {
      const std::size_t end = std::min(list.find(',', begin), list.size());
      const HandoffPart part = part_named(list.substr(begin, end - begin));
      if (std::ranges::find(parts, part) == parts.end()) parts.push_back(part);
      begin = end + 1;
    }
  }
  return parts;
}

std::optional<Period> period_said(Session& session, const HandoffOptions& options,
                                  Direction direction) {
  if (options.period.empty()) return std::nullopt;
  return read_period(session.text_argument(options.period, "the period"), session.now, direction);
}

/// Is that the name of somebody?
bool is_name(const Book& book, const std::string& word) {
  try {
    contact_named(book, word, Archived::found);
  } catch (const Error&) {
    return false;
  }
  return true;
}

/// Without WHO, what stands in its place is the first word of PERIOD.
HandoffOptions with_who_apart(Session& session, HandoffOptions options) {
  if (options.who.empty() || is_name(session.book(), options.who)) return options;
  std::vector<std::string> words = options.period;
  words.insert(words.begin(), options.who);
  try {
    read_period(fmt::format("{}", fmt::join(words, " ")), session.now,
                options.back ? Direction::back : Direction::forward);
  } catch (const Error&) {
    return options;  // it is a name that nobody has
  }
  options.who.clear();
  options.period = std::move(words);
  return options;
}

/// The stand-in, who is somebody else.
std::string stand_in(Session& session, const HandoffOptions& options) {
  if (options.who.empty()) {
    throw Error::usage("to whom?").with_hint("name the stand-in: stead handoff WHO");
  }
  std::string who = contact_named(session.book(), options.who);
  if (who != "me") return who;
  throw Error::usage("a handoff is for whoever stands in for you, not for you")
      .with_hint("'stead handoff --back --packet FILE' gives back what you did for others");
}

/// A packet says from which book it is, so that what comes back finds it.
void name_book(Session& session) {
  if (!session.book().me().book.empty()) return;
  session.hold_book();
  Contact me = session.book().me();
  me.book = session.edits().new_book_id();
  session.edits().put(me);
  session.note("your book had no name of its own, by which what comes back finds it; it has now");
}

bool is_among_mine(const HandoffClient& client) { return client.owner == kMe; }

/// Why somebody who has an arrangement is not the one to call: others come first.
std::optional<Error> who_comes_first(const Book& book, const Handoff& handoff) {
  const Period period = handoff.period;
  const auto is_them = [&](const Candidate& each) { return each.who == handoff.who; };
  for (const Contact* client : my_clients(book)) {
    for (const CoverStretch& stretch : covering_in(book, client->id, period)) {
      const Candidate* answer = stretch.covering.answer();
      const auto theirs = std::ranges::find_if(stretch.covering.candidates, is_them);
      if (answer == nullptr || theirs == stretch.covering.candidates.end()) continue;
      if (theirs->unfit) continue;
      const std::string first = answer->who == kMe ? "you come" : answer->name + " comes";
      return Error::usage("{} before {} for {}, {}", first, handoff.name,
                          stretch.covering.client_name, during(period))
          .with_hint(
              theirs->cover.agreed
                  ? fmt::format("'stead who covers {0}' shows the order; to put {1} behind: stead "
                                "cover {0} {2} --rank 2",
                                client->id, answer->who == kMe ? "yourself" : answer->name,
                                answer->who)
                  : fmt::format("have they agreed? stead cover {} {} --agreed", client->id,
                                handoff.who));
    }
  }
  return std::nullopt;
}

Error nothing_to_hand_over(const Book& book, const Handoff& handoff) {
  if (std::optional<Error> first = who_comes_first(book, handoff)) return *std::move(first);
  return Error::usage("{} is not the one to call for any client {}", handoff.name,
                      during(handoff.period))
      .with_hint(
          fmt::format("arrange it: stead cover CLIENT {} {}", handoff.who, typed(handoff.period)));
}

/// A packet without a client takes back what an earlier one gave. It is easily asked for by
/// mistake, before the cover was noted.
bool is_meant_to_take_back(Session& session, const Handoff& handoff) {
  if (session.options.yes || session.options.dry_run || session.can_ask()) {
    return session.confirm(fmt::format(
        "{} is not the one to call for a client of yours, {}. Write a packet that takes back what "
        "an earlier one gave them?",
        handoff.name, during(handoff.period)));
  }
  Error error = nothing_to_hand_over(session.book(), handoff);
  const std::string hint = error.hint();
  throw std::move(error).with_hint(
      hint + "; to take back what an earlier packet gave them, say it with --yes");
}

/// The days that a handoff is for: those that were said, else my absence. Who is called on no day
/// to come can be told so without either.
Period days_of_handoff(Session& session, const HandoffOptions& options, const std::string& who) {
  if (const auto said = period_said(session, options, Direction::forward)) return *said;
  const Day today = session.now.today;
  if (const auto absence = next_absence_of_mine(session.book(), today)) return *absence;
  const Handoff from_now_on =
      handoff_report(session.book(), {who, {today, kLastDay}, {}}, session.now);
  if (!options.packet.empty() && std::ranges::none_of(from_now_on.clients, is_among_mine)) {
    return {today, today};
  }
  throw Error::usage("you are not going to be away, so it has to be said for when this is")
      .with_hint(
          fmt::format("stead handoff {} 10aug..21aug; or note it: stead away 10aug..21aug", who));
}

void hand_off(Session& session, const HandoffOptions& options) {
  const std::string who = stand_in(session, options);
  const Period period = days_of_handoff(session, options, who);
  const Handoff handoff =
      handoff_report(session.book(), {who, period, parts_named(options.omit)}, session.now);
  if (options.packet.empty()) {
    if (handoff.clients.empty()) throw nothing_to_hand_over(session.book(), handoff);
    return session.show(handoff);
  }
  if (std::ranges::none_of(handoff.clients, is_among_mine) &&
      !is_meant_to_take_back(session, handoff)) {
    return session.say("No packet was written.");
  }
  name_book(session);
  pack(session, handoff, options.packet);
}

/// The first day on which something in a packet that goes back was done.
std::optional<Day> first_day_of(const Packet& packet) {
  std::optional<Day> first;
  const auto add = [&](Day day) { first = std::min(first.value_or(day), day); };
  for (const Interaction& interaction : packet.interactions) add(interaction.at.day);
  for (const Promise& promise : packet.promises) {
    if (promise.closed) add(promise.closed->day);
  }
  return first;
}

/// How that goes back which was done before `period`: since the stretch of cover before it, else in
/// that one; empty where that is nothing.
std::string how_earlier_goes_back(const Book& book, const PacketOwner& owner, Period period) {
  const auto how = [&](Period days) {
    return fmt::format("stead handoff {} {} --back --packet FILE", owner.handle, typed(days));
  };
  const auto earlier = last_covered(book, owner, period.first - kDay);
  const Period since{earlier ? earlier->last + kDay : kFirstDay, period.last};
  const auto first = first_day_of(packet_back(book, owner, since));
  if (first && *first < period.first) {
    return fmt::format("what you did before, since {}, goes back so: {}", long_date(*first),
                       how({*first, period.last}));
  }
  if (!earlier || packet_back(book, owner, *earlier).contacts.empty()) return {};
  return fmt::format("what you did {}, goes back so, if it did not yet: {}", during(*earlier),
                     how(*earlier));
}

void hand_back(Session& session, const HandoffOptions& options) {
  if (!options.omit.empty()) {
    throw Error::usage("'--omit' is for a handoff; what goes back is all that concerns them");
  }
  if (options.packet.empty()) {
    throw Error::usage("what goes back is a packet, and needs a file")
        .with_hint("stead handoff --back --packet FILE");
  }
  const PacketOwner owner = owner_named(session, options.who);
  const std::optional<Period> said = period_said(session, options, Direction::back);
  const std::optional<Period> period =
      said ? said : last_covered(session.book(), owner, session.now.today);
  if (!period) {
    throw Error::usage("you have not covered a client of {} yet", owner.name)
        .with_hint(fmt::format("or say for when: stead handoff {} PERIOD --back --packet FILE",
                               owner.handle));
  }
  name_book(session);
  const std::string earlier = said ? "" : how_earlier_goes_back(session.book(), owner, *period);
  pack_back(session, {owner, *period, earlier}, options.packet);
}

}  // namespace

Action handoff_command(Syntax& syntax) {
  auto options = std::make_shared<HandoffOptions>();
  syntax.example(
      "$ stead handoff sam\n"
      "Handoff to Sam Ortiz  Mon 2026-08-10 to Fri 2026-08-21\n"
      "…");
  syntax.argument("who", "WHO", options->who, "The stand-in; with --back, whose clients they are");
  syntax.argument("period", "PERIOD", options->period,
                  "When; else your absence, and with --back when you covered last");
  syntax.option("--omit", "people|heard|promises|talks|ask", options->omit,
                "Leave this part out; may be repeated");
  syntax.option("--packet", "FILE", options->packet,
                "For their own stead, to 'receive'; '-' is standard output");
  syntax.flag("--back", options->back, "What you did for their clients, to go back to them");
  return [options](Session& session) {
    const HandoffOptions said = with_who_apart(session, *options);
    said.back ? hand_back(session, said) : hand_off(session, said);
  };
}

}  // namespace stead
