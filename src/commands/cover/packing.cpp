#include "commands/cover/packing.h"

#include "commands/cover/packet_contents.h"
#include "stead/names.h"
#include "stead/periods.h"
#include "stead/phrases.h"
#include "stead/record.h"
#include "stead/text.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace stead {
namespace {

template <typename Record>
std::string ids_json(const std::vector<Record>& records) {
  std::vector<std::string> ids;
  for (const Record& record : records) ids.push_back(json_quoted(record.id));
  return fmt::format("[{}]", fmt::join(ids, ","));
}

/// `stead.packed/1`.
std::string packed_json(const Packet& packet, const std::string& file) {
  return fmt::format(
      "{{\"schema\":\"stead.packed/1\",\"file\":{},\"way\":\"{}\",\"who\":{},\"from\":\"{}\","
      "\"to\":\"{}\",\"contacts\":{},\"promises\":{},\"interactions\":{}}}\n",
      json_quoted(file), packet.is_back ? "back" : "out", json_quoted(packet.receiver.id),
      to_string(packet.period.first), to_string(packet.period.last), ids_json(packet.contacts),
      ids_json(packet.promises), ids_json(packet.interactions));
}

/// Puts a packet where it was asked for, with a sentence about it.
void put(Session& session, const Packet& packet, const std::string& file, const Text& sentence) {
  const std::string text = write_packet(packet);
  // What cannot be read there must not leave here.
  read_packet(text, "the packet");
  require_no_day_to_come(packet, session.now.today);
  if (file == "-") return session.print(text);
  session.new_file = {
      .path = file, .text = text, .what = "packet", .may_replace = begins_as_packet};
  if (session.format == Format::json) {
    return session.print(json_safe(packed_json(packet, file)));
  }
  session.say(sentence);
  session.hint(fmt::format("{} takes it in: stead receive {}", packet.receiver.name,
                           shell_word(std::filesystem::path(file).filename().native())));
}

/// ` but Acme Dental from Wed 2026-09-02 on`; nothing where it is none.
std::string still_in_words(const Book& book, const Packet& packet) {
  std::vector<std::string> parts;
  for (const PacketStill& still : packet.still) {
    parts.push_back(book.name_of(still.client) + ' ' +
                    during({*still.from, still.to.value_or(kLastDay)}));
  }
  return parts.empty() ? " any more" : " but " + in_a_row(parts);
}

}  // namespace

void pack(Session& session, const Handoff& handoff, const std::string& file) {
  std::vector<std::string> names;
  for (const HandoffClient& client : handoff.clients) {
    if (client.owner == "me") {
      names.push_back(client.contact.name);
    } else {
      session.hint(fmt::format("{} is {}'s client; a packet about it comes from there",
                               client.contact.name, client.owner_name));
    }
  }
  Packet packet =
      packet_out(session.book(), handoff.who, handoff.period, contents_of(session.book(), handoff));
  // It may have got its name in this very run.
  packet.sender.book = session.edits().contact("me")->book;
  packet.made = session.now.moment();
  const Text to = Text(handoff.name, Tone::strong);
  const Text in = ", in " + Text(file, Tone::code) + ".";
  put(session, packet, file,
      names.empty() ? Text("For ") + to + ": no client" + still_in_words(session.book(), packet) +
                          "; it takes back whatever else an earlier packet gave them" + in
                    : "For " + to + ", " + during(handoff.period) + ": " + in_a_row(names) + in);
}

PacketOwner owner_named(Session& session, const std::string& who) {
  const std::vector<PacketOwner> owners = packet_owners(session.book());
  if (who.empty()) {
    if (owners.size() == 1) return owners.front();
    if (owners.empty()) {
      throw Error::usage("nobody's clients were handed to you")
          .with_hint("'stead receive FILE' takes a packet in");
    }
    std::vector<std::string> handles;
    for (const PacketOwner& owner : owners) handles.push_back(owner.handle);
    throw Error::usage("clients of several were handed to you: {}", fmt::join(handles, ", "))
        .with_hint(
            fmt::format("say whose: stead handoff {} --back --packet FILE", handles.front()));
  }
  const std::string handle = contact_named(session.book(), who, Archived::found);
  const auto owner = std::ranges::find(owners, handle, &PacketOwner::handle);
  if (owner != owners.end()) return *owner;
  throw Error::usage("no client of {} was handed to you in a packet",
                     session.book().name_of(handle))
      .with_hint("'stead receive FILE' takes one in");
}

void pack_back(Session& session, const GivenBack& back, const std::string& file) {
  const auto& [owner, period, earlier] = back;
  Packet packet = packet_back(session.book(), owner, period);
  packet.sender.book = session.edits().contact("me")->book;
  packet.made = session.now.moment();
  if (packet.contacts.empty()) {
    throw Error::usage("there is nothing to give back to {}, {}", owner.name, during(period))
        .with_hint(earlier.empty() ? "'stead log' notes what you do for their clients" : earlier);
  }
  std::vector<std::string> parts;
  const auto add = [&](std::size_t count, std::string_view one, std::string_view many) {
    if (count > 0) parts.push_back(counted(count, one, many));
  };
  std::size_t heard = 0;
  for (const Contact& contact : packet.contacts) heard += contact.heard.size();
  add(packet.interactions.size(), "interaction", "interactions");
  add(packet.promises.size(), "promise", "promises");
  add(heard, "thing heard", "things heard");
  if (parts.empty()) parts.emplace_back("whom you met");
  put(session, packet, file,
      "Back to " + Text(owner.name, Tone::strong) + ", " + during(period) + ": " + in_a_row(parts) +
          ", in " + Text(file, Tone::code) + ".");
  if (!earlier.empty()) session.hint(earlier);
}

}  // namespace stead
