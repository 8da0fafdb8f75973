#include "cli/command.h"
#include "commands/cover/packet_page.h"
#include "stead/away.h"
#include "stead/cover_nudges.h"
#include "stead/names.h"
#include "stead/packet.h"
#include "stead/periods.h"
#include "stead/phrases.h"
#include "stead/record.h"
#include "stead/text.h"

#include <algorithm>

namespace stead {
namespace {

/// `2 promises, 1 changed promise and 4 talks`.
std::string records_of(const PacketSummary& summary, bool is_back) {
  std::vector<std::string> parts;
  const auto add = [&](std::size_t count, std::string_view one, std::string_view many) {
    if (count > 0) parts.push_back(counted(count, one, many));
  };
  add(summary.people_new, "new person", "new people");
  add(summary.promises_new, "new promise", "new promises");
  add(summary.promises_changed, "promise changed", "promises changed");
  add(summary.interactions_new, is_back ? "interaction" : "talk",
      is_back ? "interactions" : "talks");
  add(summary.heard_new, "thing heard", "things heard");
  return in_a_row(parts);
}

std::vector<std::string> client_names(const std::vector<PacketClient>& clients) {
  std::vector<std::string> names;
  for (const PacketClient& client : clients) names.push_back(cut(client.name, kShortName));
  return names;
}

/// What will come in, in one sentence to say yes to; the page above it has it all.
std::string question(const Packet& packet, const PacketSummary& summary) {
  const std::string sender =
      cut(packet.sender.name, kShortName) + (summary.is_sender_new ? " (new in your book)" : "");
  const std::string records = records_of(summary, packet.is_back);
  if (packet.is_back) {
    return fmt::format("Take back from {}, {}: {}?", sender, during(packet.period),
                       records.empty() ? "nothing but whose book it is" : records);
  }
  const std::string fewer = clients_in_a_row(client_names(summary.withdrawn));
  if (summary.clients.empty()) {
    return fewer.empty() ? fmt::format("Note that {} hands no client over to you?", sender)
                         : fmt::format("Let {} have back {}?", sender, fewer);
  }
  return fmt::format("Take in {} from {}, covered by you {}: {}{}{}?",
                     counted(summary.clients.size(), "client", "clients"), sender,
                     during(packet.period), clients_in_a_row(client_names(summary.clients)),
                     records.empty() ? "" : ", with " + records,
                     fewer.empty() ? "" : "; on fewer days than before: " + fewer);
}

/// Does the book know that the sender is away then?
bool is_known_away(Session& session, const PacketSummary& summary, Period period) {
  const std::optional<Contact> sender = session.edits().contact(summary.sender);
  return sender && std::ranges::any_of(sender->away,
                                       [&](const Absence& away) { return away.overlaps(period); });
}

/// When the sender is away, as far as the book did not know it.
void say_absences(Session& session, const PacketSummary& summary, const std::string& sender) {
  const Contact* before = session.book().contact(summary.sender);
  const Contact after = *session.edits().contact(summary.sender);
  for (const Absence& away : after.away) {
    if (before != nullptr && std::ranges::find(before->away, away) != before->away.end()) continue;
    session.say(sender + " is away " + during({away.from.day, away.to->day}) + ": noted.");
  }
}

void say_out(Session& session, const Packet& packet, const PacketSummary& summary,
             const std::string& sender) {
  for (const PacketClient& client : summary.clients) {
    session.say("You cover " + Text(client.name, Tone::strong) + " for " + sender + ", " +
                all_during(client.days) +
                (client.is_my_yes ? ": that is your yes; tell " + sender + "." : "."));
  }
  for (const PacketClient& client : summary.withdrawn) {
    session.say("You no longer cover " + Text(client.name, Tone::strong) + " for " + sender + ", " +
                all_during(client.days) + ".");
  }
  const std::string records = records_of(summary, false);
  if (!records.empty()) session.say("Taken in with " + records + ".");
  if (!summary.people_changed.empty()) {
    std::vector<std::string> names;
    for (const std::string& who : summary.people_changed) {
      names.push_back(cut(session.edits().contact(who)->name, kShortName));
    }
    session.say("Brought up to date: " + in_a_row(names) + ".");
  }
  say_absences(session, summary, sender);
  if (summary.clients.empty()) {
    if (records.empty() && summary.withdrawn.empty()) {
      session.say(sender + " hands no client over to you.");
    }
    return;
  }
  session.hint(fmt::format("read up: stead brief {}", summary.clients.front().handle));
  if (!is_known_away(session, summary, packet.period)) {
    session.hint(fmt::format("where {} is away then, note it: stead away {} --who {}", sender,
                             typed(packet.period), summary.sender));
  }
  session.hint(fmt::format("what you did goes back so: stead handoff {} {} --back --packet FILE",
                           summary.sender, typed(packet.period)));
}

/// The days of the period on which I was away; where I was on none, all of it.
Period days_away_in(const Contact& me, Period period) {
  const std::optional<Absence> away = away_in(me, period);
  if (!away) return period;
  return {std::max(period.first, away->from.day),
          away->to ? std::min(period.last, away->to->day) : period.last};
}

void say_back(Session& session, const Packet& packet, const PacketSummary& summary,
              const std::string& sender) {
  const std::string records = records_of(summary, true);
  const Text from = Text(sender, Tone::strong) + ", " + during(packet.period);
  session.say(records.empty() ? "Nothing new from " + from + "; your book knows theirs now."
                              : "Taken back from " + from + ": " + records + ".");
  bool is_help = false;
  for (const PacketClient& client : summary.clients) {
    if (client.done == 0) continue;
    is_help = true;
    session.say(sender + " did " + counted(client.done, "thing", "things") + " for " +
                Text(client.name, Tone::strong) + ".");
  }
  if (!is_help) return;
  const Period past{packet.period.first, std::min(packet.period.last, session.now.today)};
  const StoodIn stood_in = stood_in_from(Clients(session.book()), summary.sender,
                                         days_away_in(session.book().me(), past));
  if (!stood_in.is_noted) session.hint("note the help: " + how_to_note(stood_in));
  session.hint(fmt::format("and thank them: stead thank {}", summary.sender));
}

/// Names that `add` would refuse, too.
void must_have_names(const Packet& packet) {
  const auto check = [](const std::string& noun, const std::string& name) {
    try {
      require_name(name);
    } catch (const Error& error) {
      throw Error::usage("{}: {}", noun, error.what())
          .with_hint("nothing was written; ask the sender for another packet");
    }
  };
  check("the sender of the packet", packet.sender.name);
  check("the receiver of the packet", packet.receiver.name);
  for (const Contact& contact : packet.contacts) {
    check(fmt::format("the contact '{}' of the packet", cut(contact.id, kShortName)), contact.name);
  }
}

void receive(Session& session, const std::string& file) {
  const std::string name = file == "-" ? "standard input" : file;
  const Packet packet = read_packet(session.input(file), name);
  must_have_names(packet);
  // Nothing of it is in the book before somebody has said yes.
  Edits edits(session.book(), session.world.random);
  const PacketSummary summary = packet_changes(packet, edits, session.now.today);
  if (edits.changes().empty()) {
    session.say(packet.contacts.empty() && packet.still.empty() && !packet.is_back
                    ? "There is no client in " + Text(name, Tone::code) + ", and nothing to change."
                    : "Nothing in " + Text(name, Tone::code) + " is new.");
  } else {
    const Document page = packet_page(packet, summary, session.book());
    if (!session.confirm(question(packet, summary), page)) {
      return session.say("Nothing was taken in.");
    }
    for (const Change& change : edits.changes()) session.edits().apply(change);
    if (session.options.dry_run && session.format != Format::json) {
      return session.show_document(page);
    }
    const std::string sender = edits.contact(summary.sender)->name;
    packet.is_back ? say_back(session, packet, summary, sender)
                   : say_out(session, packet, summary, sender);
  }
  for (const std::string& sentence : summary.stays) session.hint(sentence);
}

}  // namespace

Action receive_command(Syntax& syntax) {
  auto file = std::make_shared<std::string>();
  syntax.example("$ stead receive bo.stead.json --dry-run\n…");
  syntax.required("file", "FILE", *file, "The packet; '-' is standard input");
  return [file](Session& session) { receive(session, *file); };
}

}  // namespace stead
