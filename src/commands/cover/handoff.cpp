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

/// Somebody has arrangements, but others come first.
[[noreturn]] void refuse_nothing_to_hand_over(const Book& book, const Handoff& handoff,
                                              Period period) {
  const std::string days =
      period.first == period.last
          ? "on " + long_date(period.first)
          : fmt::format("from {} to {}", long_date(period.first), long_date(period.last));
  const auto is_them = [&](const Candidate& each) { return each.who == handoff.who; };
  for (const std::string& client : my_clients(book)) {
    for (const CoverStretch& stretch : covering_in(book, client, period)) {
      const Candidate* answer = stretch.covering.answer();
      const auto theirs = std::ranges::find_if(stretch.covering.candidates, is_them);
      if (answer == nullptr || theirs == stretch.covering.candidates.end()) continue;
      if (theirs->unfit) continue;
      const std::string first = answer->who == "me" ? "you come" : answer->name + " comes";
      throw Error::usage("{} before {} for {}, {}", first, handoff.name,
                         stretch.covering.client_name, days)
          .with_hint(theirs->cover.agreed
                         ? fmt::format(
                               "'stead who covers {0}' shows the order; to put {1} behind: stead "
                               "cover {0} {2} --rank 2",
                               client, answer->who == "me" ? "yourself" : answer->name, answer->who)
                         : fmt::format("have they agreed? stead cover {} {} --agreed", client,
                                       handoff.who));
    }
  }
  throw Error::usage("{} is not the one to call for any client {}", handoff.name, days)
      .with_hint(fmt::format("arrange it: stead cover CLIENT {} {}", handoff.who, typed(period)));
}

void hand_off(Session& session, const HandoffOptions& options) {
  const std::string who = stand_in(session, options);
  std::optional<Period> period = period_said(session, options, Direction::forward);
  if (!period) period = next_absence_of_mine(session.book(), session.now.today);
  if (!period) {
    throw Error::usage("you are not going to be away, so it has to be said for when this is")
        .with_hint(fmt::format("stead handoff {} 10aug..21aug; or note it: stead away "
                               "10aug..21aug",
                               who));
  }
  const Handoff handoff =
      handoff_report(session.book(), {who, *period, parts_named(options.omit)}, session.now);
  if (handoff.clients.empty()) refuse_nothing_to_hand_over(session.book(), handoff, *period);
  if (options.packet.empty()) return session.show(handoff);
  name_book(session);
  pack(session, handoff, options.packet);
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
  std::optional<Period> period = period_said(session, options, Direction::back);
  if (!period) period = last_covered(session.book(), owner, session.now.today);
  if (!period) {
    throw Error::usage("you have not covered a client of {} yet", owner.name)
        .with_hint(fmt::format("or say for when: stead handoff {} PERIOD --back --packet FILE",
                               owner.handle));
  }
  name_book(session);
  pack_back(session, owner, *period, options.packet);
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
